"""InterruptionRows: the interruptions of a block, each to be corrected where it stands."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from workspace_assistant.core.focus.labels import CAUSES, ORIGINS
from workspace_assistant.core.focus.model import Origin
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.edit_state import InterruptionRow
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.turning_row import TurningRow
from workspace_assistant.ui.wording.wording import Wording

_ARROW = "  \u25be"
_TIME_UNITS = 20


class InterruptionRows(QWidget):
    added = Signal(str)  # cause
    cause_changed = Signal(str, str)  # id, cause
    origin_changed = Signal(str, str)
    moved = Signal(str, str)  # id, time as it was written
    noted = Signal(str, str)
    deleted = Signal(str)

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self.rows: list[_Row] = []
        self._title = TextLabel(TextStyle.STRONG, self)
        self._title.setText(wording.say(texts.INTERRUPTIONS))
        self._menu = cause_menu(wording, self)
        self._menu.triggered.connect(self._on_added)
        self.add = ActionButton(wording.say(texts.ADD_INTERRUPTION), self, kind="link")
        self.add.clicked.connect(self._on_add_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(grid_px(1.5))
        self._column.addWidget(self._title)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (*(one for row in self.rows for one in row.controls), self.add)

    def present(self, states: tuple[InterruptionRow, ...]) -> None:
        self._title.setVisible(bool(states))
        while len(self.rows) < len(states):
            row = _Row(self._wording, self)
            row.cause_changed.connect(self.cause_changed)
            row.origin_changed.connect(self.origin_changed)
            row.moved.connect(self.moved)
            row.noted.connect(self.noted)
            row.deleted.connect(self.deleted)
            self._column.insertWidget(len(self.rows) + 1, row)
            self.rows.append(row)
        for index, row in enumerate(self.rows):
            row.setVisible(index < len(states))
            if index < len(states):
                row.present(states[index])

    @Slot()
    def _on_add_clicked(self) -> None:
        self._menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))

    @Slot(QAction)
    def _on_added(self, action: QAction) -> None:
        self.added.emit(action.data())


class _Row(QWidget):
    cause_changed = Signal(str, str)
    origin_changed = Signal(str, str)
    moved = Signal(str, str)
    noted = Signal(str, str)
    deleted = Signal(str)

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        say = wording.say
        self._shown: InterruptionRow | None = None
        self.cause = ActionButton("", self, kind="choice")
        self.menu = cause_menu(wording, self)
        self.menu.triggered.connect(self._on_chosen)
        self._origins = _add_origins(self.menu, wording)
        self.cause.clicked.connect(self._on_cause_clicked)
        self.cause.setMinimumWidth(self._widest_cause_px(wording))
        self.time = TextField("", self, units=_TIME_UNITS)
        self.time.editingFinished.connect(self._on_time_written)
        self.note = TextField("", self, hint=say(texts.NOTE_HINT))
        self.note.editingFinished.connect(self._on_note_written)
        self.delete = ActionButton(say(texts.DELETE_INTERRUPTION), self, kind="link")
        self.delete.clicked.connect(self._on_delete_clicked)
        row = TurningRow(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(grid_px(2))
        row.addWidget(self.time)
        row.addWidget(self.cause)
        row.addWidget(self.note, 1)
        row.addWidget(self.delete)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.time, self.cause, self.note, self.delete)

    def _widest_cause_px(self, wording: Wording) -> int:
        """So that the notes of all rows begin at one line."""
        widths = []
        for label in CAUSES.values():
            self.cause.setText(f"{wording.say(label)}{_ARROW}")
            widths.append(self.cause.sizeHint().width())
        return max(widths)

    def present(self, state: InterruptionRow) -> None:
        if state == self._shown:
            return
        self._shown = state
        self.cause.setText(f"{state.cause_label}{_ARROW}")
        self._origins[state.origin].setChecked(True)
        self.cause.setAccessibleName(state.cause_description)
        self.time.setText(state.time)
        self.time.setAccessibleName(state.time_description)
        self.note.setText(state.note)
        self.note.setAccessibleName(state.note_description)
        self.delete.setAccessibleName(state.delete_description)

    @Slot()
    def _on_cause_clicked(self) -> None:
        self.menu.popup(self.cause.mapToGlobal(QPoint(0, self.cause.height())))

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        shown, chosen = self._shown, action.data()
        if shown is None or chosen in {shown.cause, shown.origin}:
            return
        changed = self.origin_changed if action in self._origins.values() else self.cause_changed
        changed.emit(shown.id, chosen)

    @Slot()
    def _on_time_written(self) -> None:
        if self._shown is not None:
            self.moved.emit(self._shown.id, self.time.text())

    @Slot()
    def _on_note_written(self) -> None:
        if self._shown is not None:
            self.noted.emit(self._shown.id, self.note.text())

    @Slot()
    def _on_delete_clicked(self) -> None:
        if self._shown is not None:
            self.deleted.emit(self._shown.id)


def cause_menu(wording: Wording, parent: QWidget) -> QMenu:
    """Every cause, in the order of their keys."""
    menu = QMenu(parent)
    for cause, label in CAUSES.items():
        menu.addAction(wording.say(label)).setData(cause.value)
    return menu


def _add_origins(menu: QMenu, wording: Wording) -> dict[Origin, QAction]:
    """Where it came from, below the causes; one of them is ticked."""
    menu.addSeparator()
    group = QActionGroup(menu)
    made = {}
    for origin, label in ORIGINS.items():
        action = menu.addAction(wording.say(label))
        action.setData(origin.value)
        action.setCheckable(True)
        group.addAction(action)
        made[origin] = action
    return made
