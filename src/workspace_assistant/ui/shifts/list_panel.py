"""ListPanel: the shifts of the coming days, day by day."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.list_state import ListState
from workspace_assistant.ui.shifts.shift_row import ShiftRow
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class ListPanel(PartFrame):
    """The form of a shift lies in the list: below the shift it edits, or below all of them."""

    edit_wanted = Signal(str)  # shift id
    back_wanted = Signal(str)
    add_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._shown: ListState | None = None
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._summary = TextLabel(TextStyle.BODY, self, wraps=True)
        self._days: list[TextLabel] = []
        self._rows: list[ShiftRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.add = ActionButton(wording.say(texts.ADD_SHIFT), self, kind="step")
        self.add.clicked.connect(self.add_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(1.5))
        for part in (self._title, self._summary):
            column.addWidget(part)
        column.addLayout(self._list)
        column.addSpacing(grid_px(1))
        column.addWidget(self.add)
        self.hide()

    @property
    def rows(self) -> tuple[ShiftRow, ...]:
        return tuple(row for row in self._rows if not row.isHidden())

    def controls_around(self, form: QWidget, inside: tuple[QWidget, ...]) -> list[QWidget]:
        """What can be operated, in reading order, with what is *inside* a form in the list."""
        order: list[QWidget] = []
        for index in range(self._list.count()):
            item = self._list.itemAt(index)
            widget = item.widget() if item else None
            if widget is form:
                order += inside
            elif isinstance(widget, ShiftRow):
                order.append(widget.edit)
        return [*order, self.add]

    def present(self, state: ListState | None) -> None:
        self.setVisible(state is not None)
        if state is None or state == self._shown:
            return
        self._shown = state
        self._title.setText(state.title)
        self.setAccessibleName(state.title)
        self._summary.setText(state.summary)
        self._make_rows(len(state.days), sum(len(day.rows) for day in state.days))
        days, rows = iter(self._days), iter(self._rows)
        for day in state.days:
            title = next(days)
            title.show_text(day.title)
            self._list.addWidget(title)  # what was there before moves to the end
            for one in day.rows:
                row = next(rows)
                row.present(one)
                row.show()
                self._list.addWidget(row)
        for left in (*days, *rows):
            left.hide()

    def place(self, form: QWidget, shift_id: str) -> None:
        """Put the form below the row of a shift; below all rows for another id."""
        self._list.removeWidget(form)
        row = self._row_of(shift_id)
        at = self._list.indexOf(row) + 1 if row is not None else self._list.count()
        self._list.insertWidget(at, form)

    def focus_on(self, shift_id: str) -> None:
        """Give the focus to a shift's row; to the button that adds one where it has none."""
        row = self._row_of(shift_id)
        (row.edit if row else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_on_first(self) -> None:
        """Give the focus to the first shift; to the button that adds one where there is none."""
        self.focus_on(next((one.shift_id for one in self.rows), ""))

    def _row_of(self, shift_id: str) -> ShiftRow | None:
        return next((one for one in self.rows if one.shift_id == shift_id), None)

    def _make_rows(self, days: int, rows: int) -> None:
        while len(self._days) < days:
            label = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
            label.setContentsMargins(0, grid_px(3), 0, grid_px(1))
            self._days.append(label)
        while len(self._rows) < rows:
            row = ShiftRow(self)
            row.edit_wanted.connect(self.edit_wanted)
            row.back_wanted.connect(self.back_wanted)
            self._rows.append(row)
