"""Short questions over D-Bus, and none that waits for long."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

SESSION = "SESSION"
SYSTEM = "SYSTEM"

_ANSWER_S = 1.0
# A bus that is not there seldom comes; one that was restarted is back by then.
_RETRY_S = 30.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question goes: the name on the bus, the object, and its interface."""

    name: str
    path: str
    interface: str


class Bus:
    """One connection to a bus, opened when it is needed and again when the bus was restarted."""

    def __init__(self, which: str, monotonic_s: Callable[[], float] = time.monotonic) -> None:
        self._which, self._monotonic_s = which, monotonic_s
        self._connection: DBusConnection | None = None
        self._not_before_s = float("-inf")

    def call(
        self, place: Place, method: str, signature: str = "", *arguments: object
    ) -> tuple[object, ...] | None:
        """The answer; None where nobody gives one. Starts no service."""
        from jeepney import DBusAddress, MessageFlag, MessageType, new_method_call

        connection = self._opened()
        if connection is None:
            return None
        address = DBusAddress(place.path, bus_name=place.name, interface=place.interface)
        message = new_method_call(address, method, signature or None, arguments)
        message.header.flags |= MessageFlag.no_auto_start
        try:
            reply = connection.send_and_get_reply(message, timeout=_ANSWER_S)
        except TimeoutError:
            return None  # it hangs; the answer, should it come, is nobody's then
        except (OSError, ValueError):
            self.close()
            return None
        is_answer = reply.header.message_type is MessageType.method_return
        return tuple(reply.body) if is_answer else None

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def _opened(self) -> DBusConnection | None:
        if self._connection is None and self._monotonic_s() >= self._not_before_s:
            try:
                self._connection = connected(self._which)
            except OSError:
                self._not_before_s = self._monotonic_s() + _RETRY_S
        return self._connection


def connected(which: str) -> DBusConnection:
    """A connection to the `SESSION` or `SYSTEM` bus; raises OSError where there is none."""
    from jeepney.io.blocking import open_dbus_connection

    try:
        return open_dbus_connection(bus=_address(which), auth_timeout=_ANSWER_S)
    except (RuntimeError, ValueError) as error:  # a transport that the library does not speak
        raise OSError(str(error)) from error


def _address(which: str) -> str:
    """The session bus is where systemd puts it if the environment does not say."""
    if which == SYSTEM or os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return which
    return f"unix:path={os.environ.get('XDG_RUNTIME_DIR', '/nonexistent')}/bus"
