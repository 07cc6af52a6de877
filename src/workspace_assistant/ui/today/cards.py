"""TodayCards: the running block, the next break, a tip, the day, the line and the week."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.breaks.tip_card import TipCard
from workspace_assistant.ui.focus.session import FocusSession
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.today.block_card import BlockCard
from workspace_assistant.ui.today.break_card import BreakCard
from workspace_assistant.ui.today.day_card import DayCard
from workspace_assistant.ui.today.invitation_card import InvitationCard
from workspace_assistant.ui.today.line_card import LineCard
from workspace_assistant.ui.today.remark_row import RemarkRow
from workspace_assistant.ui.today.view_state import PageState
from workspace_assistant.ui.today.week_card import WeekCard
from workspace_assistant.ui.widgets.flow_grid import FlowGrid
from workspace_assistant.ui.wording.wording import Wording

_WEEK_UNITS = 105  # in less, seven days beside each other are hard to read


class TodayCards(QWidget):
    """`has_moved`: after the last look other things can be operated than before."""

    page_wanted = Signal(str)  # a `PageName`
    line_switched = Signal(bool)

    def __init__(self, session: FocusSession, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: PageState | None = None
        self.has_moved = False
        self.remarks = RemarkRow(wording, self)
        self._grid = FlowGrid(self)
        self.block = BlockCard(session, wording, self._grid)
        self.next_break = BreakCard(self._grid)
        self.invitation = InvitationCard(wording, self._grid)
        self.tip = TipCard(wording, self, is_short=True)
        self.day = DayCard(wording, self)
        self._below = FlowGrid(self, column_units=_WEEK_UNITS)
        self.line = LineCard(wording, self._below)
        self.week = WeekCard(wording, self._below)
        for each in (self.next_break, self.invitation, self.line, self.week):
            each.hide()  # until a grid shows it
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(grid_px(3.5))
        for part in (self.remarks, self._grid, self.tip, self.day, self._below):
            column.addWidget(part)
        self.block.focus_wanted.connect(self._on_focus_wanted)
        self.day.opened.connect(self._on_focus_wanted)
        self.line.switched.connect(self.line_switched)
        self.week.opened.connect(self._on_week_wanted)
        self.invitation.shifts_wanted.connect(self._on_shifts_wanted)
        self.remarks.shifts_wanted.connect(self._on_shifts_wanted)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        parts = (
            self.remarks,
            self.block,
            self.invitation,
            self.tip,
            self.day,
            self.line,
            self.week,
        )
        return tuple(one for part in parts for one in part.controls)

    def present(self, state: PageState) -> None:
        """Only what differs from before is touched: a block moves its card each second."""
        before, self._shown = self._shown, state
        self.has_moved = before is None or _shape(before) != _shape(state)
        if before is None or before.remarks != state.remarks:
            self.remarks.present(state.remarks)
        if before is None or before.block != state.block:
            self.block.present(state.block)
        if before is None or _beside_block(before) != _beside_block(state):
            self._present_break(state)
        if before is None or before.day != state.day:
            self.day.present(state.day)
        if before is None or before.line != state.line:
            self.line.present(state.line)
        if before is None or before.week != state.week:
            self.week.present(state.week)
        self._below.set_items(
            [
                card
                for card, shown in ((self.line, state.line), (self.week, state.week))
                if shown is not None
            ]
        )

    def _present_break(self, state: PageState) -> None:
        if state.next_break is not None:
            self.next_break.present(state.next_break)
        beside = self.invitation if state.next_break is None else self.next_break
        is_alone = state.next_break is None and not state.invites
        self._grid.set_items([self.block] if is_alone else [self.block, beside])

    @Slot()
    def _on_focus_wanted(self) -> None:
        self.page_wanted.emit(PageName.FOCUS)

    @Slot()
    def _on_week_wanted(self) -> None:
        self.page_wanted.emit(PageName.WEEK)

    @Slot()
    def _on_shifts_wanted(self) -> None:
        self.page_wanted.emit(PageName.SHIFTS)


def _beside_block(state: PageState) -> tuple[object, ...]:
    return state.next_break, state.invites


def _shape(state: PageState) -> tuple[object, ...]:
    """What the order of Tab depends on."""
    return (
        bool(state.remarks),
        state.block.running is None,
        state.next_break is None,
        state.invites,
        state.line is None,
        state.week is None,
        tuple(part.id for part in state.day.ribbon.parts) if state.day else (),
    )
