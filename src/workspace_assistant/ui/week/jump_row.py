"""JumpRow: the parts of a long page, to go to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from workspace_assistant.ui.week import texts
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.wording.wording import Wording


class JumpRow(FlowRow):
    wanted = Signal(object)  # the part

    def __init__(
        self, parts: Sequence[tuple[str, QWidget]], wording: Wording, parent: QWidget
    ) -> None:
        super().__init__(parent, gap_units=5, line_gap_units=1)
        self.setAccessibleName(wording.say(texts.JUMPS))
        self._parts: dict[ActionButton, QWidget] = {}
        for title, part in parts:
            name = wording.say(title)
            button = ActionButton(name, self, kind="link")
            button.setAccessibleName(wording.say(texts.JUMP_TO, part=name))
            button.clicked.connect(self._on_clicked)
            self._parts[button] = part
            self.add(button)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return tuple(self._parts)

    def follow_parts(self) -> None:
        """Offer those that are shown."""
        for button, part in self._parts.items():
            button.setVisible(not part.isHidden())
        self.setVisible(any(not part.isHidden() for part in self._parts.values()))

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        self.wanted.emit(next(part for one, part in self._parts.items() if one is button))
