"""Chips: a few choices beside each other, of which one is chosen."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.widgets.action_button import ActionButton, ToggleButton
from workspace_assistant.ui.widgets.flow_row import FlowRow

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Chips(FlowRow):
    """One stop for Tab: what is chosen, else the first; arrow keys choose.

    `chosen` follows the user's choices alone.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._name = name
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._chips: dict[str, ActionButton] = {}

    def add_chip(self, value: str, text: str, hint: str = "") -> None:
        chip = _Chip(text, self)
        chip.setToolTip(hint)
        chip.setAccessibleDescription(hint)
        chip.setAccessibleName(f"{self._name}: {_whole(chip)}")
        chip.stepped.connect(self._on_stepped)
        self._chips[value] = chip
        self._group.addButton(chip)
        self.add(chip)

    def set_name(self, name: str) -> None:
        """What is chosen here, from now on."""
        self._name = name
        self.setAccessibleName(name)
        for chip in self._chips.values():
            chip.setAccessibleName(f"{name}: {_whole(chip)}")

    def rename(self, value: str, text: str) -> None:
        """What a chip says from now on, such as with a count that changed."""
        self._chips[value].setText(text)
        self._chips[value].setAccessibleName(f"{self._name}: {text}")

    def has(self, value: str) -> bool:
        return value in self._chips

    def offer(self, values: Collection[str]) -> None:
        """Show the chips of these *values* alone."""
        for value, chip in self._chips.items():
            chip.setVisible(value in values)

    @property
    def value(self) -> str:
        """What is chosen; empty while nothing is."""
        return next((value for value, chip in self._chips.items() if chip.isChecked()), "")

    @property
    def chips(self) -> tuple[QWidget, ...]:
        return tuple(self._chips.values())

    def choose(self, value: str) -> None:
        offered = (one for one, chip in self._chips.items() if not chip.isHidden())
        stop = value if value in self._chips else next(offered, "")
        self._pass_stop_on(stop)
        self._group.setExclusive(value in self._chips)  # else the last one could not be unchecked
        for other, chip in self._chips.items():
            chip.setChecked(other == value)
            is_stop = other == stop
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_stop else Qt.FocusPolicy.NoFocus)

    def _pass_stop_on(self, value: str) -> None:
        """The chip that Tab stops at comes next after the one before it: Qt orders only stops."""
        chosen = self._chips.get(value)
        stops = [one for one in self._chips.values() if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
        if chosen is None or chosen in stops:
            return
        chosen.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for stop in stops:
            self.setTabOrder(stop, chosen)

    @Slot()
    def _on_clicked(self) -> None:
        self.choose(self.value)
        self.chosen.emit(self.value)

    @Slot(int)
    def _on_stepped(self, step: int) -> None:
        values = [value for value, chip in self._chips.items() if not chip.isHidden()]
        at = values.index(self.value) if self.value else min(0, -step)
        value = values[(at + step) % len(values)]
        self.choose(value)
        self._chips[value].setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(value)


def _whole(chip: ActionButton) -> str:
    """What it says, with what that means where its hint has it in it (WCAG 2.5.3)."""
    text, hint = chip.text(), chip.toolTip()
    return hint if text in hint else text


class _Chip(ToggleButton):
    stepped = Signal(int)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent, kind="chip")
        self.setAutoExclusive(True)  # the group sees to it; so assistive tools are told

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)
