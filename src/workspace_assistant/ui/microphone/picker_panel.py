"""PickerPanel: which microphone records, and what the system says of it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from workspace_assistant.ui.microphone import texts
from workspace_assistant.ui.microphone.picker_state import PickerState
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.turning_row import TurningRow
from workspace_assistant.ui.wording.wording import Wording

_ARROW = "  \u25be"
_AROUND_NAME_UNITS = 28  # margins, gaps, padding and the arrow
_NARROWEST_NAME_UNITS = 20


class PickerPanel(PartFrame):
    chosen = Signal(str, str)  # id and name; both empty for the system's default
    look_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._label_text = wording.say(texts.MICROPHONE)
        self._entries: tuple[object, ...] = ()
        self._name = ""
        self._label = TextLabel(TextStyle.TITLE, self)
        self._label.setText(self._label_text)
        self.setAccessibleName(self._label_text)
        self._choice = ActionButton("", self, kind="choice")
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_triggered)
        self._choice.clicked.connect(self._on_choice_clicked)
        self._detail = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._look = ActionButton(wording.say(texts.LOOK_AGAIN), self, kind="link")
        self._look.clicked.connect(self.look_wanted)
        self._note = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._trouble = TextLabel(TextStyle.SECONDARY, self, ink="bad", wraps=True)
        self._build_rows()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self._choice, self._look)

    def present(self, state: PickerState | None) -> None:
        self.setVisible(state is not None)
        if state is None:
            return
        self._name = state.name
        self._fit_name()
        self._choice.setAccessibleName(f"{self._label_text}: {state.name}")
        self._choice.setToolTip(state.name)
        self._choice.setEnabled(state.is_enabled)
        self._look.setEnabled(state.is_enabled)
        self._look.setVisible(state.can_look)
        self._detail.show_text(state.detail)
        self._note.show_text(state.note)
        self._trouble.show_text(state.trouble)
        if state.entries != self._entries:
            self._entries = state.entries
            self._menu.clear()
            for entry in state.entries:
                action = self._menu.addAction(entry.text.replace("&", "&&"))
                action.setData((entry.id, entry.name))
                action.setCheckable(True)
        for action in self._menu.actions():
            action.setChecked(action.data()[0] == state.chosen)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_name()

    def _fit_name(self) -> None:
        """Shorten a long name in its middle rather than lose the arrow; the tool tip has it all."""
        taken = self._label.sizeHint().width() + self._look.sizeHint().width()
        room = self.width() - taken - grid_px(_AROUND_NAME_UNITS)
        metrics = self._choice.fontMetrics()
        shown = metrics.elidedText(
            self._name, Qt.TextElideMode.ElideMiddle, max(room, grid_px(_NARROWEST_NAME_UNITS))
        )
        self._choice.setText(f"{shown}{_ARROW}".replace("&", "&&"))

    def _build_rows(self) -> None:
        self._label.setBuddy(self._choice)
        self._choice.setMinimumWidth(grid_px(20))
        head = TurningRow()
        head.setSpacing(grid_px(3.5))
        head.addWidget(self._label)
        head.addWidget(self._choice)
        head.addStretch(1)
        head.addWidget(self._look)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3), grid_px(4.5), grid_px(3))
        column.setSpacing(grid_px(1.5))
        column.addLayout(head)
        for words in (self._detail, self._note, self._trouble):
            column.addWidget(words)

    @Slot()
    def _on_choice_clicked(self) -> None:
        self.look_wanted.emit()
        self._menu.popup(self._choice.mapToGlobal(_below(self._choice)))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(*action.data())


def _below(button: QWidget) -> QPoint:
    return button.rect().bottomLeft()
