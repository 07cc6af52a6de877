"""ImportPanel: what an import would do, and the few things to say before it is done."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from workspace_assistant.core.focus.overlaps import OverlapChoice
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.import_state import ImportState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.chips import Chips
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.tick_box import TickBox
from workspace_assistant.ui.wording.wording import Wording

_ARROW = "  \u25be"


class ImportPanel(PartFrame):
    read_again = Signal(str, str)  # format, date order
    import_wanted = Signal(object, bool)  # an OverlapChoice, whether to skip what is faulty
    closed = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        self._shown: ImportState | None = None
        say = wording.say
        self._headline = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._facts = TextLabel(TextStyle.BODY, self, wraps=True)
        self._trouble = TextLabel(TextStyle.BODY, self, ink="bad", wraps=True)
        self._overlaps_title = self._titled(texts.IMPORT_OVERLAPS_TITLE)
        self._overlaps = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self.overlap = Chips(say(texts.IMPORT_OVERLAPS_TITLE), self)
        self.overlap.add_chip(OverlapChoice.TRIM_NEW, say(texts.IMPORT_TRIM_NEW))
        self.overlap.add_chip(OverlapChoice.TRIM_OLD, say(texts.IMPORT_TRIM_OLD))
        self.overlap.choose(OverlapChoice.TRIM_NEW)
        self._faults_title = self._titled(texts.IMPORT_FAULTS_TITLE)
        self._faults = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self.skip = TickBox(say(texts.IMPORT_SKIP), self)
        self.skip.toggled.connect(self._on_skip_toggled)
        self._build_reading()
        self._build_acts()
        self._build_column()
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        chips = (*self.overlap.chips, self.skip, self.kind, *self.dates.chips)
        return (*chips, self.start, self.cancel)

    def present(self, state: ImportState | None) -> None:
        self.setVisible(state is not None)
        before, self._shown = self._shown, state
        if state is None or state == before:
            return
        if before is None or before.headline != state.headline:
            self.skip.setChecked(False)
        self._headline.setText(state.headline)
        self.setAccessibleName(state.headline)
        self._facts.show_text("\n".join(state.facts))
        self._trouble.show_text(state.trouble)
        self._overlaps.show_text("\n".join(state.overlaps))
        self._faults.show_text("\n".join(state.faults))
        self._overlaps_title.setVisible(bool(state.overlaps))
        self.overlap.setVisible(bool(state.overlaps))
        self._faults_title.setVisible(bool(state.faults))
        self.skip.setVisible(bool(state.faults))
        self._show_kind(state.kind)
        self.dates.choose(state.date_order)
        self._reading.setVisible(not state.is_reading)
        self.start.setText(state.button)
        self.start.setVisible(bool(state.button))
        self._safe.setVisible(bool(state.button))
        self._on_skip_toggled()

    def take_focus(self) -> None:
        """To the first thing there is to say."""
        order = (*self.overlap.chips, self.skip, self.start, self.kind)
        first = next(one for one in order if one.isVisible() and one.isEnabled())
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_kind(self, kind: str) -> None:
        name = self._wording.say(texts.FORMAT_NAMES.get(kind, texts.FIND_OUT))
        label = self._wording.say(texts.READ_AS)
        self.kind.setText(f"{label}: {name}{_ARROW}")
        self.kind.setAccessibleName(f"{label}: {name}")

    def _titled(self, text: str) -> TextLabel:
        label = TextLabel(TextStyle.STRONG, self, wraps=True)
        label.setText(self._wording.say(text))
        return label

    def _build_reading(self) -> None:
        """How the file is read: found out, unless the user says it."""
        say = self._wording.say
        self._reading = FlowRow(self)
        self.kind = ActionButton("", self._reading, kind="choice")
        self._menu = QMenu(self)
        self._menu.addAction(say(texts.FIND_OUT)).setData("")
        for kind, name in texts.FORMAT_NAMES.items():
            self._menu.addAction(say(name)).setData(kind)
        self._menu.triggered.connect(self._on_kind_chosen)
        self.kind.clicked.connect(self._on_kind_clicked)
        self.dates = Chips(say(texts.DATES), self._reading)
        for order, label in (
            ("", texts.DATES_FOUND_OUT),
            ("dmy", texts.DATES_DMY),
            ("mdy", texts.DATES_MDY),
        ):
            self.dates.add_chip(order, say(label))
        self.dates.chosen.connect(self._on_dates_chosen)
        dates = TextLabel(TextStyle.SECONDARY, self._reading, ink="muted")
        dates.setText(say(texts.DATES))
        for part in (self.kind, dates, self.dates):
            self._reading.add(part)

    def _build_acts(self) -> None:
        self._acts = FlowRow(self)
        self.start = ActionButton("", self._acts, kind="primary")
        self.cancel = ActionButton(self._wording.say(texts.CANCEL), self._acts)
        self.start.clicked.connect(self._on_start_clicked)
        self.cancel.clicked.connect(self.closed)
        self._acts.add(self.start)
        self._acts.add(self.cancel)
        self._safe = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._safe.setText(self._wording.say(texts.IMPORT_SAFE))

    def _build_column(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(2))
        for part in (
            self._headline,
            self._facts,
            self._trouble,
            self._overlaps_title,
            self._overlaps,
            self.overlap,
            self._faults_title,
            self._faults,
            self.skip,
            self._reading,
            self._safe,
            self._acts,
        ):
            column.addWidget(part)
        column.setAlignment(self.skip, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_skip_toggled(self) -> None:
        """What was not understood is left out only where the user says so."""
        has_faults = self._shown is not None and bool(self._shown.faults)
        self.start.setEnabled(not has_faults or self.skip.isChecked())

    @Slot()
    def _on_start_clicked(self) -> None:
        choice = OverlapChoice.REFUSE
        if self._shown is not None and self._shown.overlaps:
            choice = OverlapChoice(self.overlap.value)
        self.import_wanted.emit(choice, self.skip.isChecked())

    @Slot()
    def _on_kind_clicked(self) -> None:
        self._menu.popup(self.kind.mapToGlobal(QPoint(0, self.kind.height())))

    @Slot(QAction)
    def _on_kind_chosen(self, action: QAction) -> None:
        self.read_again.emit(action.data(), self.dates.value)

    @Slot(str)
    def _on_dates_chosen(self, order: str) -> None:
        self.read_again.emit(self._shown.kind if self._shown else "", order)
