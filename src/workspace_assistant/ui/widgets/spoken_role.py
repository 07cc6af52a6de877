"""Roles that assistive technology is told, where Qt would tell a lesser one.

Qt calls a plain widget that is a window a filler, and every label a text: screen readers look for
windows, and jump from heading to heading.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLE = "spoken_role"


def speak_as(widget: QWidget, role: QAccessible.Role) -> None:
    """From its first showing on *widget* is a *role*; its accessible name is all that it says.

    It keeps a few kilobytes for the rest of the program: not for what comes and goes.
    """
    setattr(widget, _ROLE, role)


@cache
def tell_roles() -> None:
    """Once for each program, before its first window."""
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(thing, _ROLE, None)
    if isinstance(role, QAccessible.Role) and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, role)
    return None
