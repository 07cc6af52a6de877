"""WorkplaceRow: one workplace, how it stands, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.ui.ergonomics import texts
from workspace_assistant.ui.ergonomics.overview_state import WorkplaceState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class WorkplaceRow(PartFrame):
    show_wanted = Signal(str)  # a workplace
    check_wanted = Signal(str)
    change_noted = Signal(str)

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("row", parent)
        self._wording = wording
        self._shown: WorkplaceState | None = None
        self._icon = StateIcon(6, self)
        self._name = TextLabel(TextStyle.STRONG, self, wraps=True)
        self._detail = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._due = TextLabel(TextStyle.BODY, self, wraps=True)
        self._acts = FlowRow(self)
        self.show_result = ActionButton(wording.say(texts.SEE_RESULT), self._acts)
        self.check = ActionButton(wording.say(texts.LOOK_AGAIN), self._acts)
        self.note = ActionButton(wording.say(texts.CHANGED_DESK), self._acts, kind="link")
        for button, slot in (
            (self.show_result, self._on_show_clicked),
            (self.check, self._on_check_clicked),
            (self.note, self._on_note_clicked),
        ):
            button.clicked.connect(slot)
            self._acts.add(button)
        self._build_row()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.show_result, self.check, self.note)

    def present(self, state: WorkplaceState) -> None:
        before, self._shown = self._shown, state
        if state == before:
            return
        say = self._wording.say
        self._icon.show_look(state.look, state.word)
        self._name.setText(state.name)
        self._detail.setText(state.detail)
        self._due.show_text(state.due)
        self.setAccessibleName(state.spoken)
        self.show_result.setVisible(state.can_show)
        for button in (self.show_result, self.check, self.note):
            spoken = say(texts.ROW_WORDS, act=button.text(), workplace=state.name)
            button.setAccessibleName(spoken)

    @property
    def _workplace(self) -> str:
        return self._shown.workplace if self._shown else ""

    def _build_row(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(grid_px(0.5))
        for part in (self._name, self._detail, self._due):
            words.addWidget(part)
        words.addSpacing(grid_px(1))
        words.addWidget(self._acts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, grid_px(3), 0, grid_px(3))
        row.setSpacing(grid_px(3.5))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    @Slot()
    def _on_show_clicked(self) -> None:
        self.show_wanted.emit(self._workplace)

    @Slot()
    def _on_check_clicked(self) -> None:
        self.check_wanted.emit(self._workplace)

    @Slot()
    def _on_note_clicked(self) -> None:
        self.change_noted.emit(self._workplace)
