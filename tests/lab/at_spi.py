"""Assistive technology: reads a program's window and acts on it, by AT-SPI and nothing else.

No pointer, no key: what is done here is what a screen reader, a voice control or a switch can do.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from jeepney import DBusAddress, MatchRule, Message, Properties, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.lab.at_spi_nodes import Node, Wanted, outline
from tests.lab.at_spi_reading import SPI, Gone, answer, ask, read_tree

_REGISTRY, _ROOT = f"{SPI}.Registry", "/org/a11y/atspi/accessible/root"
_LIMIT_S = 20.0
_PAUSE_S = 0.1
_STILL_S = 0.35


class Assistant:
    """Asks one program: the only one of its desktop that shows a window."""

    def __init__(self, connection: DBusConnection, ears: DBusConnection) -> None:
        self._connection = connection
        self._ears = ears
        self._program = ""
        self._heard: list[str] = []

    def tree(self) -> Node:
        """What the window shows now. Where something of it goes meanwhile, it is read again."""
        while True:
            try:
                window = self._window()
                return read_tree(self._connection, self._program, window)
            except Gone:
                time.sleep(_PAUSE_S)

    def settled(self, limit_s: float = _LIMIT_S) -> Node:
        """The window, once it stays as it is for a moment."""
        end_s = time.monotonic() + limit_s
        before, now = None, self.tree()
        while before != now:
            assert time.monotonic() < end_s, f"the window does not come to rest:\n{outline(now)}"
            time.sleep(_STILL_S)
            before, now = now, self.tree()
        return now

    def wait_for(self, wanted: Wanted, what: str, limit_s: float = _LIMIT_S) -> Node:
        """The first that is *wanted* among all that show."""
        end_s = time.monotonic() + limit_s
        while True:
            tree = self.tree()
            if found := next(filter(wanted, tree.showing()), None):
                return found
            assert time.monotonic() < end_s, f"{what!r} does not come:\n{outline(tree)}"
            time.sleep(_PAUSE_S)

    def find(self, role: str, name: str, limit_s: float = _LIMIT_S) -> Node:
        """What shows under this role and name, or a name that begins so with ``…`` at its end."""
        start = name.removesuffix("…")

        def is_it(one: Node) -> bool:
            fits = one.name.startswith(start) if name != start else one.name == name
            return one.role == role and fits

        return self.wait_for(is_it, f"{role} {name}", limit_s)

    def press(self, node: Node) -> None:
        """The first thing that can be done with it but to set the focus."""
        names = [one for one in node.actions if one != "SetFocus"]
        assert names, f"nothing can be done with {outline(node)}"
        self._do(node, "Action", "DoAction", "i", node.actions.index(names[0]))

    def write(self, node: Node, text: str) -> None:
        self._do(node, "EditableText", "SetTextContents", "s", text)

    def choose(self, node: Node, index: int) -> None:
        self._do(node, "Selection", "SelectChild", "i", index)

    def set_value(self, node: Node, value: float) -> None:
        at = DBusAddress(node.path, self._program, f"{SPI}.Value")
        self._reply(Properties(at).set("CurrentValue", "d", value))

    def listen(self, member: str) -> None:
        """Hear events of this kind from now on; the connection that asks them is another one."""
        self.tree()  # of two registries that start at once one gives up, and what it was asked
        event = f"object:{member.lower()}"
        self._call(_REGISTRY, "/org/a11y/atspi/registry", _REGISTRY, "RegisterEvent", "s", event)
        rule = MatchRule(type="signal", interface=f"{SPI}.Event.Object", member=member)
        answer(self._ears.send_and_get_reply(message_bus.AddMatch(rule), timeout=_LIMIT_S))

    def heard(self) -> list[str]:
        """What the events said so far that are listened for."""
        with contextlib.suppress(TimeoutError):
            while True:
                body = self._ears.receive(timeout=0).body
                self._heard += [str(body[3][1])] if len(body) > 3 else []
        return self._heard

    def hear(self, words: str, limit_s: float = _LIMIT_S) -> str:
        """Wait until an event has these *words* in it."""
        end_s = time.monotonic() + limit_s
        while True:
            heard = self.heard()
            if said := next((one for one in heard if words in one), ""):
                return said
            assert time.monotonic() < end_s, f"{words!r} is not announced, but: {heard}"
            time.sleep(_PAUSE_S)

    def _window(self) -> str:
        end_s = time.monotonic() + _LIMIT_S
        while True:
            for program, _ in self._call(_REGISTRY, _ROOT, f"{SPI}.Accessible", "GetChildren"):
                self._program = program
                with contextlib.suppress(Gone):
                    if windows := self._reply(ask("Accessible", "GetChildren")(_ROOT, program)):
                        return str(windows[0][1])
            assert time.monotonic() < end_s, "no window comes up"
            time.sleep(_PAUSE_S)

    def _do(self, node: Node, interface: str, method: str, *words: object) -> None:
        is_done = self._call(self._program, node.path, f"{SPI}.{interface}", method, *words)
        assert is_done is True, f"{method} is refused by {outline(node)}"

    def _call(self, to: str, path: str, interface: str, method: str, *words: object) -> Any:
        signature, *body = words or (None,)
        at = DBusAddress(path, to, interface)
        return self._reply(new_method_call(at, method, signature, tuple(body)))

    def _reply(self, message: Message) -> Any:
        return answer(self._connection.send_and_get_reply(message, timeout=_LIMIT_S))


@contextmanager
def assistant(address: str) -> Iterator[Assistant]:
    with ExitStack() as stack:
        connections = [open_dbus_connection(address) for _ in range(2)]
        for one in connections:
            stack.callback(one.close)
        yield Assistant(*connections)
