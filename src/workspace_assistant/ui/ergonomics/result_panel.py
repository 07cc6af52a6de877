"""ResultPanel: the score, what sets it, and what to change first."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.ergonomics import texts
from workspace_assistant.ui.ergonomics.change_list import ChangeList, RemarkList
from workspace_assistant.ui.ergonomics.result_state import ResultState
from workspace_assistant.ui.ergonomics.section_bars import SectionBars
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.hero import Hero
from workspace_assistant.ui.widgets.sparkline import Sparkline
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class ResultPanel(QWidget):
    complete_wanted = Signal()
    again_wanted = Signal(str)  # a workplace
    change_noted = Signal(str)
    close_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self._shown: ResultState | None = None
        say = wording.say
        self._title = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._hero = Hero(self)
        self._hero.button.hide()
        self._build_acts()
        self._build_sections()
        self.first = ChangeList(self, is_numbered=True)
        self.rest = ChangeList(self, is_numbered=False)
        self.remarks = RemarkList(say(texts.OPEN_SOURCE), self)
        self._build_compared()
        self._small_print = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(grid_px(3.5))
        for part in (
            self._title,
            self._hero,
            self._acts,
            self._sections,
            self.first,
            self._compared,
            self.rest,
            self.remarks,
            self._small_print,
        ):
            column.addWidget(part)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.complete, self.back, self.again, self.note, *self.remarks.links)

    def present(self, state: ResultState | None) -> None:
        self.setVisible(state is not None)
        before, self._shown = self._shown, state
        if state is None or state == before:
            return
        self._title.setText(state.title)
        say = self._wording.say
        self._hero.show_answer(state.look, say(state.look.word), state.headline, state.sentences[0])
        self._hero.show_steps((*state.sentences[1:], *filter(None, (state.open_note,))))
        self._hero.show_fraction(None, "")
        self.complete.setVisible(bool(state.open_note))
        self._bars.present(state.sections)
        self.first.present(say(texts.FIRST_TITLE), state.first, state.first_note)
        self.rest.present(state.rest_title, state.rest, "")
        self.remarks.present(say(texts.ROOM_TITLE), state.remarks, state.remarks_note)
        self._present_compared(state)
        self._small_print.setText("\n".join(state.small_print))
        self._order_tabs()
        if before is None:
            self.setAccessibleName(state.headline)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_tabs(self) -> None:
        """Links are made anew with each result."""
        for one, following in pairwise(self.controls):
            QWidget.setTabOrder(one, following)

    def _present_compared(self, state: ResultState) -> None:
        self._compared.setVisible(bool(state.compared))
        self._compared_title.setText(state.compared_title)
        self._compared.setAccessibleName(state.compared_title)
        self._compared_words.setText("\n".join(state.compared))
        trend = state.trend
        self._trend_words.show_text(trend.words if trend else "")
        points, limit = (trend.points, trend.limit) if trend else ((), None)
        self._trend.show_curve(points, limit, trend.words if trend else "")

    def _build_acts(self) -> None:
        say = self._wording.say
        self._acts = FlowRow(self)
        self.complete = ActionButton(say(texts.COMPLETE), self._acts, kind="primary")
        self.back = ActionButton(say(texts.TO_OVERVIEW), self._acts)
        self.again = ActionButton(say(texts.LOOK_AGAIN), self._acts)
        self.note = ActionButton(say(texts.CHANGED_DESK), self._acts, kind="link")
        self.complete.clicked.connect(self.complete_wanted)
        self.back.clicked.connect(self.close_wanted)
        self.again.clicked.connect(self._on_again_clicked)
        self.note.clicked.connect(self._on_note_clicked)
        for button in (self.complete, self.back, self.again, self.note):
            self._acts.add(button)

    def _build_sections(self) -> None:
        self._sections = PartFrame("card", self)
        title = self._wording.say(texts.SECTIONS_TITLE)
        self._sections.setAccessibleName(title)
        heading = TextLabel(TextStyle.TITLE, self._sections, wraps=True)
        heading.setText(title)
        self._bars = SectionBars(self._sections)
        _fill(self._sections, heading, self._bars)

    def _build_compared(self) -> None:
        self._compared = PartFrame("card", self)
        self._compared_title = TextLabel(TextStyle.TITLE, self._compared, wraps=True)
        self._compared_words = TextLabel(TextStyle.BODY, self._compared, wraps=True)
        self._trend = Sparkline(self._compared, has_dot=True)
        self._trend_words = TextLabel(TextStyle.SECONDARY, self._compared, ink="muted", wraps=True)
        _fill(
            self._compared,
            self._compared_title,
            self._compared_words,
            self._trend,
            self._trend_words,
        )

    @Slot()
    def _on_again_clicked(self) -> None:
        if self._shown is not None:
            self.again_wanted.emit(self._shown.workplace)

    @Slot()
    def _on_note_clicked(self) -> None:
        if self._shown is not None:
            self.change_noted.emit(self._shown.workplace)


def _fill(card: PartFrame, *parts: QWidget) -> None:
    column = QVBoxLayout(card)
    column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
    column.setSpacing(grid_px(2))
    for part in parts:
        column.addWidget(part)
