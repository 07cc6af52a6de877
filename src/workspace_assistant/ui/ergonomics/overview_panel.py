"""OverviewPanel: every workplace that was checked, and the way into a self-check."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.core.ergonomics.texts import TITLE
from workspace_assistant.ui.ergonomics import texts
from workspace_assistant.ui.ergonomics.begin_form import BeginForm
from workspace_assistant.ui.ergonomics.looks import DROPPED, UNDER_WAY
from workspace_assistant.ui.ergonomics.overview_state import OverviewState
from workspace_assistant.ui.ergonomics.workplace_row import WorkplaceRow
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.inline_question import InlineQuestion
from workspace_assistant.ui.widgets.line_drawing import LineDrawing
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.turning_row import TurningRow
from workspace_assistant.ui.wording.wording import Wording

_PICTURE = "ergonomics/monitor-good"
_PICTURE_UNITS = 44


class OverviewPanel(PartFrame):
    begun = Signal(str)  # a workplace
    show_wanted = Signal(str)
    change_noted = Signal(str)
    go_on_wanted = Signal()
    discard_wanted = Signal()
    bring_back_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        self._shown: OverviewState | None = None
        self._is_adding = False
        self.rows: list[WorkplaceRow] = []
        say = wording.say
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._title.setText(say(TITLE))
        self.setAccessibleName(say(TITLE))
        self._picture = LineDrawing(_PICTURE_UNITS, self)
        self._intro = TextLabel(TextStyle.BODY, self, wraps=True)
        self.form = BeginForm(wording, self)
        self.add = ActionButton(say(texts.CHECK_ANOTHER), self, kind="step")
        self._small_print = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._build_questions()
        self._build_column()
        self.form.begun.connect(self.begun)
        self.form.closed.connect(self._on_form_closed)
        self.add.clicked.connect(self._on_add_clicked)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        rows = (control for row in self.rows for control in row.controls)
        asked = (self.go_on, self.discard, self.bring_back)
        return (*asked, *rows, *self.form.controls, self.add)

    def present(self, state: OverviewState | None) -> None:
        self.setVisible(state is not None)
        before, self._shown = self._shown, state
        if state is None:
            self._is_adding = False
            self.form.clear()
            return
        if state != before:
            self._intro.show_text(state.intro)
            self._picture.show_drawing(_PICTURE if state.is_first_time else "")
            self._ask(state)
            self._present_rows(state)
            self._small_print.setText("\n".join(state.small_print))
        self._present_form(state)

    def take_focus(self) -> None:
        """To what comes next: going on, else the first workplace, else a first self-check."""
        ways = (self.go_on, *(row.show_result for row in self.rows), self.form.start)
        for way in ways:
            if way.isVisible():
                way.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _ask(self, state: OverviewState) -> None:
        say = self._wording.say
        self.under_way.setVisible(bool(state.under_way))
        if state.under_way:
            self.under_way.ask(UNDER_WAY, say(UNDER_WAY.word), state.under_way, ())
        self.dropped.setVisible(bool(state.discarded))
        if state.discarded:
            self.dropped.ask(DROPPED, say(DROPPED.word), state.discarded, ())

    def _present_rows(self, state: OverviewState) -> None:
        while len(self.rows) < len(state.workplaces):
            row = WorkplaceRow(self._wording, self)
            row.show_wanted.connect(self.show_wanted)
            row.check_wanted.connect(self.begun)
            row.change_noted.connect(self.change_noted)
            self.rows.append(row)
            self._list.addWidget(row)
            self._order_tabs()
        for row, one in zip(self.rows, state.workplaces, strict=False):
            row.present(one)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(state.workplaces))

    def _order_tabs(self) -> None:
        stops = [one for one in self.controls if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _present_form(self, state: OverviewState) -> None:
        is_open = not state.workplaces or self._is_adding
        offered = tuple(name for name, _ in state.names)
        self.form.present(offered, state.name_trouble, can_cancel=bool(state.workplaces))
        self.form.setVisible(is_open)
        self.add.setVisible(not is_open)

    def _build_questions(self) -> None:
        say = self._wording.say
        self.under_way = InlineQuestion(self)
        self.go_on = ActionButton(say(texts.GO_ON), self, kind="primary")
        self.discard = ActionButton(say(texts.DISCARD), self)
        self.go_on.clicked.connect(self.go_on_wanted)
        self.discard.clicked.connect(self.discard_wanted)
        for button in (self.go_on, self.discard):
            self.under_way.add_answer(button)
        self.dropped = InlineQuestion(self)
        self.bring_back = ActionButton(say(texts.BRING_BACK), self)
        self.bring_back.clicked.connect(self.bring_back_wanted)
        self.dropped.add_answer(self.bring_back)

    def _build_column(self) -> None:
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(2.5))
        for part in (self._title, self.under_way, self.dropped):
            column.addWidget(part)
        first = TurningRow()
        first.setSpacing(grid_px(5))
        first.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(self._intro, 1)
        column.addLayout(first)
        column.addLayout(self._list)
        for below in (self.form, self.add, self._small_print):
            column.addWidget(below)

    @Slot()
    def _on_add_clicked(self) -> None:
        self._is_adding = True
        if self._shown is not None:
            self._present_form(self._shown)
        self.form.take_focus()

    @Slot()
    def _on_form_closed(self) -> None:
        self._is_adding = False
        self.form.clear()
        if self._shown is not None:
            self._present_form(self._shown)
        self.add.setFocus()
