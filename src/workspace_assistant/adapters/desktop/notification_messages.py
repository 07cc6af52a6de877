"""Messages to and from the service that shows notifications."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jeepney import Message

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"


def call(method: str, signature: str = "", *arguments: object) -> Message:
    from jeepney import DBusAddress, new_method_call

    address = DBusAddress(PATH, bus_name=NAME, interface=NAME)
    return new_method_call(address, method, signature or None, arguments)


def sender_of(message: Message) -> str:
    """A unique name of the bus; empty where there is none."""
    from jeepney import HeaderFields

    return str(message.header.fields.get(HeaderFields.sender, ""))


def number_in(reply: Message) -> int:
    """Of the notification that was shown; 0 where there is none."""
    number = reply.body[0] if len(reply.body) == 1 else None
    return number if type(number) is int else 0
