"""The keys of the focus page. In a text field they are letters and digits, as everywhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget


def press_by_key(page: QWidget, key: str, button: QAbstractButton) -> None:
    """*key* presses *button* while both can be seen: what is hidden or disabled takes no key."""

    def press() -> None:
        if button.isVisible() and button.isEnabled():
            button.click()

    call_by_key(page, key, press)


def call_by_key(page: QWidget, key: str, call: Callable[[], None]) -> None:
    shortcut = QShortcut(QKeySequence(key), page)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(call)
