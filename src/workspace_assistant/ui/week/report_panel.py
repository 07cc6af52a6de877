"""ReportPanel: what goes into a report, its pages as they will be printed, and where it goes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.core.balance.report.choice import (
    DEFAULT_PARTS,
    PRIVATE_PARTS,
    ReportChoice,
    ReportPart,
)
from workspace_assistant.core.balance.report.model import Report
from workspace_assistant.core.balance.report_pages.paper import Paper
from workspace_assistant.core.drawing import Drawing
from workspace_assistant.ui.feature_services import WeekReportServices
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.week import report_texts as texts
from workspace_assistant.ui.week.page_previews import PagePreviews
from workspace_assistant.ui.week.report_desk import ReportDesk, ReportOrder
from workspace_assistant.ui.week.situation import Seen
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.chips import Chips
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.tick_box import TickBox
from workspace_assistant.ui.wording.wording import Wording


class ReportPanel(PartFrame):
    def __init__(
        self, services: WeekReportServices, runner: JobRunner, wording: Wording, parent: QWidget
    ) -> None:
        super().__init__("card", parent)
        self._wording = wording
        self._seen: Seen | None = None
        self._pages: tuple[Drawing, ...] = ()
        self._prints = False
        self.desk = ReportDesk(services, runner, wording, self)
        self.setAccessibleName(wording.say(texts.TITLE))
        self._build()
        self._connect()
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        ticks = tuple(self.ticks[part] for part in ReportPart)
        return (*ticks, *self.paper.chips, self.show_pages, self.save, self.print)

    @property
    def choice(self) -> ReportChoice:
        return ReportChoice(
            parts=frozenset(part for part, tick in self.ticks.items() if tick.isChecked())
        )

    def present(self, seen: Seen | None) -> None:
        """Nothing is made before it is asked for."""
        is_new = seen != self._seen
        self._seen = seen
        self.setVisible(seen is not None)
        if is_new and self.previews.isVisibleTo(self):
            self._make()

    def _build(self) -> None:
        say = self._wording.say
        title = TextLabel(TextStyle.TITLE, self, wraps=True)
        title.setText(say(texts.TITLE))
        intro = TextLabel(TextStyle.BODY, self, ink="muted", wraps=True)
        intro.setText(say(texts.INTRO))
        self.ticks: dict[ReportPart, TickBox] = {}
        self.paper = Chips(say(texts.PAPER), self)
        self.paper.add_chip(Paper.A4.value, say(texts.A4))
        self.paper.add_chip(Paper.LETTER.value, say(texts.LETTER))
        self.paper.choose(Paper.A4.value)
        self.show_pages = ActionButton(say(texts.SHOW_PAGES), self)
        self.save = ActionButton(say(texts.SAVE), self)
        self.print = ActionButton(say(texts.PRINT), self)
        self.previews = PagePreviews(self._wording, self)
        self.notice = TextLabel(TextStyle.BODY, self, wraps=True)
        self.notice.hide()
        buttons = FlowRow(self)
        for button in (self.show_pages, self.save, self.print):
            buttons.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(2))
        for widget in (
            title,
            intro,
            *self._ticks(texts.GOES_IN, DEFAULT_PARTS),
            *self._ticks(texts.STAYS_OUT, PRIVATE_PARTS),
            self._small(texts.PAPER),
            self.paper,
            buttons,
            self.notice,
            self.previews,
        ):
            column.addWidget(widget)

    def _ticks(self, heading: str, parts: frozenset[ReportPart]) -> tuple[QWidget, QWidget]:
        row = FlowRow(self, gap_units=4)
        row.setAccessibleName(self._wording.say(heading))
        for part in ReportPart:
            if part in parts:
                tick = TickBox(self._wording.say(texts.PARTS[part]), self)
                tick.setChecked(part in DEFAULT_PARTS)
                tick.toggled.connect(self._on_choice_changed)
                self.ticks[part] = tick
                row.add(tick)
        return self._small(heading), row

    def _small(self, sentence: str) -> TextLabel:
        label = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        label.setText(self._wording.say(sentence))
        return label

    def _connect(self) -> None:
        self.paper.chosen.connect(self._on_choice_changed)
        self.show_pages.clicked.connect(self._on_show_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self.print.clicked.connect(self._on_print_clicked)
        self.desk.made.connect(self._on_made)
        self.desk.told.connect(self._on_told)

    def _order(self) -> ReportOrder | None:
        if self._seen is None:
            return None
        return ReportOrder(seen=self._seen, choice=self.choice, paper=Paper(self.paper.value))

    def _make(self) -> None:
        if (order := self._order()) is not None:
            self.desk.make(order)

    @Slot()
    def _on_choice_changed(self) -> None:
        if self.previews.isVisibleTo(self):
            self._make()

    @Slot()
    def _on_show_clicked(self) -> None:
        shows = not self.previews.isVisibleTo(self)
        self.previews.setVisible(shows)
        words = texts.HIDE_PAGES if shows else texts.SHOW_PAGES
        self.show_pages.setText(self._wording.say(words))
        if shows:
            self._make()

    @Slot()
    def _on_save_clicked(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        if self._seen is None:
            return
        dialog = QFileDialog(self, self._wording.say(texts.SAVE))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(self._wording.say(texts.FILES).split(";;"))
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(partial(_follow_filter, dialog))
        dialog.selectFile(f"week-{self._seen.week.name}")
        dialog.fileSelected.connect(self.save_as)
        dialog.open()

    @Slot(str)
    def save_as(self, file: str) -> None:
        if (order := self._order()) is not None:
            self.desk.save(order, Path(file))

    @Slot()
    def _on_print_clicked(self) -> None:
        """The pages are made for the paper that is chosen; the dialog opens when they are."""
        self._prints = True
        self._make()

    @Slot(object)
    def _on_made(self, report: Report) -> None:
        from workspace_assistant.core.balance.report_pages.pages import report_pages
        from workspace_assistant.ui.widgets.paper_pages import FontMeasure

        order = self._order()
        if order is None:
            return
        self._pages = report_pages(report, order.paper, FontMeasure())
        self.previews.show_pages(self._pages)
        if self._prints:
            self._prints = False
            self._ask_printer(report.file_title)

    def _ask_printer(self, title: str) -> None:
        from workspace_assistant.ui.week.printing import ask_printer

        ask_printer(self._pages, title, self, self._on_printed)

    @Slot()
    def _on_printed(self) -> None:
        self._on_told(self._wording.say(texts.PRINTED))

    @Slot(str)
    def _on_told(self, sentence: str) -> None:
        self.notice.setText(sentence)
        self.notice.show()


def _follow_filter(dialog: object, chosen: str) -> None:
    """A name without an ending gets that of the chosen kind."""
    from PySide6.QtWidgets import QFileDialog

    if isinstance(dialog, QFileDialog):
        dialog.setDefaultSuffix(chosen.rpartition("*.")[2].rstrip(")"))
