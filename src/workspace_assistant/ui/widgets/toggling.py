"""What a button that stays pressed does when assistive technology toggles it.

Qt then changes the state and tells `toggled` alone, which comes for every change, the program's own
as well. Who listens for what a person does listens for `clicked`, and would never hear of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from workspace_assistant.ui.overriding import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as _Button
else:
    _Button = object


class Toggling(_Button):
    """Before a class of Qt's buttons: a toggle from outside is a click.

    `hear_toggles` is to be called when the button is made.
    """

    _is_told = False

    def hear_toggles(self) -> None:
        self.toggled.connect(self._on_toggled)

    @override
    def setChecked(self, is_checked: bool) -> None:
        """By the program: no click."""
        with _Telling(self):
            super().setChecked(is_checked)

    @override
    def nextCheckState(self) -> None:
        """By a click, which tells itself, or because another of a group was chosen."""
        with _Telling(self):
            super().nextCheckState()

    @Slot(bool)
    def _on_toggled(self, is_checked: bool) -> None:  # noqa: FBT001 - Qt's
        if self._is_told or (self.autoExclusive() and not is_checked):
            return  # of several that exclude each other, another one was chosen
        self.setChecked(not is_checked)  # it stays where one must be chosen, and so does a click
        self.click()


class _Telling:
    """While it lasts, changes of the state need no click."""

    def __init__(self, button: Toggling) -> None:
        self._button = button
        self._before = button._is_told  # noqa: SLF001 - its own module's

    def __enter__(self) -> None:
        self._button._is_told = True  # noqa: SLF001

    def __exit__(self, *_: object) -> None:
        self._button._is_told = self._before  # noqa: SLF001
