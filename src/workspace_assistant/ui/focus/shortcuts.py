"""The keys of the focus page. In a text field they are letters and digits, as everywhere.

Each counts together with Alt as well: with that alone where single keys were turned off.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from workspace_assistant.ui.single_keys import do_single_keys_count


def press_by_key(page: QWidget, key: str, button: QAbstractButton) -> None:
    """*key* presses *button* while both can be seen: what is hidden or disabled takes no key."""

    def press() -> None:
        if button.isVisible() and button.isEnabled():
            button.click()

    call_by_key(page, key, press)


def call_by_key(page: QWidget, key: str, call: Callable[[], None]) -> None:
    def call_alone() -> None:
        if do_single_keys_count():
            call()

    is_single = len(key) == 1
    _listen(page, key, call_alone if is_single else call)
    if is_single:
        _listen(page, f"Alt+{key}", call)


def _listen(page: QWidget, key: str, call: Callable[[], None]) -> None:
    shortcut = QShortcut(QKeySequence(key), page)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(call)
