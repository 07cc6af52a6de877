"""Reading a window through AT-SPI: many questions at once, since each alone waits for the bus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    Properties,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection

from tests.lab.at_spi_nodes import Node, Value, states_of

SPI = "org.a11y.atspi"
_LABELLED_BY = 2  # ATSPI_RELATION_LABELLED_BY
_LIMIT_S = 20.0
_TOGETHER = 200  # questions under way at a time: neither side's buffer may fill

Question = Callable[[str, str], Message]  # of an object's path and its program


class Gone(Exception):  # noqa: N818 - said of an object, as AT-SPI does
    """The object went while it was asked about."""


def ask(interface: str, method: str, signature: str | None = None, *words: object) -> Question:
    def question(path: str, program: str) -> Message:
        at = DBusAddress(path, program, f"{SPI}.{interface}")
        return new_method_call(at, method, signature, words)

    return question


def ask_property(interface: str, name: str) -> Question:
    def question(path: str, program: str) -> Message:
        return Properties(DBusAddress(path, program, f"{SPI}.{interface}")).get(name)

    return question


def answer(reply: Message) -> Any:
    if reply.header.message_type is MessageType.error:
        raise Gone(reply.body)
    told: Any = reply.body[0] if reply.body else None
    return told[1] if reply.header.fields.get(HeaderFields.signature) == "v" else told


# In the order of `_Facts`.
_FACTS = (
    ask("Accessible", "GetRoleName"),
    ask_property("Accessible", "Name"),
    ask_property("Accessible", "Description"),
    ask("Accessible", "GetState"),
    ask("Accessible", "GetInterfaces"),
    ask("Accessible", "GetChildren"),
    ask("Accessible", "GetRelationSet"),
)
_ACTIONS = (ask("Action", "GetActions"),)
_TEXT = (ask("Text", "GetText", "ii", 0, -1),)
_VALUE = tuple(
    ask_property("Value", f"{which}Value") for which in ("Current", "Minimum", "Maximum")
)


@dataclass(slots=True)
class _Facts:
    role: str
    name: str
    description: str
    states: tuple[int, int]
    interfaces: list[str]
    children: list[tuple[str, str]]
    relations: list[tuple[int, list[tuple[str, str]]]]
    actions: tuple[str, ...] = ()
    text: str | None = None
    value: Value | None = None
    below: list[str] = field(default_factory=list)

    @property
    def labels(self) -> list[str]:
        """Paths of the objects that are its labels."""
        return [path for kind, ones in self.relations if kind == _LABELLED_BY for _, path in ones]


def read_tree(connection: DBusConnection, program: str, top: str) -> Node:
    """*top* and what shows below it, a level after the other.

    Raises:
        Gone: something of it went meanwhile.
    """
    reader = _Reader(connection, program)
    found: dict[str, _Facts] = {}
    level = [top]
    while level:
        facts = [_Facts(*told) for told in reader.asked(level, _FACTS)]
        found.update(zip(level, facts, strict=True))
        for one in facts:
            if "showing" in states_of(*one.states):
                one.below = [path for _, path in one.children]
        level = [path for one in facts for path in one.below]
    reader.add_more(found)
    return _node(top, found)


class _Reader:
    def __init__(self, connection: DBusConnection, program: str) -> None:
        self._connection = connection
        self._program = program

    def add_more(self, found: dict[str, _Facts]) -> None:
        """What only some objects have."""
        having = {
            kind: [path for path, one in found.items() if f"{SPI}.{kind}" in one.interfaces]
            for kind in ("Action", "Text", "Value")
        }
        for path, (actions,) in zip(
            having["Action"], self.asked(having["Action"], _ACTIONS), strict=True
        ):
            found[path].actions = tuple(name for name, *_ in actions)
        for path, (text,) in zip(having["Text"], self.asked(having["Text"], _TEXT), strict=True):
            found[path].text = text
        for path, told in zip(having["Value"], self.asked(having["Value"], _VALUE), strict=True):
            found[path].value = Value(*told)

    def asked(self, paths: Sequence[str], questions: Sequence[Question]) -> list[list[Any]]:
        """The answers for each of *paths*, in the order of the *questions*."""
        messages = [question(path, self._program) for path in paths for question in questions]
        told: list[Any] = []
        for start in range(0, len(messages), _TOGETHER):
            told += self._answers(messages[start : start + _TOGETHER])
        width = len(questions)
        return [told[place : place + width] for place in range(0, len(told), width)]

    def _answers(self, messages: Sequence[Message]) -> list[Any]:
        serials = [next(self._connection.outgoing_serial) for _ in messages]
        for message, serial in zip(messages, serials, strict=True):
            self._connection.send(message, serial=serial)
        replies: dict[int, Message] = {}
        while len(replies) < len(messages):
            reply = self._connection.receive(timeout=_LIMIT_S)
            serial = reply.header.fields.get(HeaderFields.reply_serial)
            if serial in serials:
                replies[serial] = reply
        return [answer(replies[serial]) for serial in serials]


def _node(path: str, found: dict[str, _Facts]) -> Node:
    one = found[path]
    return Node(
        path=path,
        role=one.role,
        name=one.name,
        description=one.description,
        states=states_of(*one.states),
        actions=one.actions,
        value=one.value,
        text=one.text,
        labelled_by=tuple(found[label].name for label in one.labels if label in found),
        children=tuple(_node(child, found) for child in one.below),
    )
