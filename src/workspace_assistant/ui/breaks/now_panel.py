"""NowPanel: a break now, later or not at all; quiet and reading for a while."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.core.breaks.model import Act
from workspace_assistant.ui.breaks import texts
from workspace_assistant.ui.breaks.now_state import QUIET_S, READING_S, NowState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class NowPanel(PartFrame):
    answered = Signal(object)  # an `Act`
    quiet_wanted = Signal(object)  # seconds, None to end it
    reading_wanted = Signal(object)

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._shown: NowState | None = None
        self._is_asked = False
        self._hide_text = wording.say(texts.HOW_KNOWN_HIDE)
        title = TextLabel(TextStyle.TITLE, self, wraps=True)
        title.setText(wording.say(texts.NOW_TITLE))
        self.setAccessibleName(wording.say(texts.NOW_TITLE))
        self._lines = TextLabel(TextStyle.BODY, self, ink="muted", wraps=True)
        self._row = FlowRow(self)
        self.begin = self._button(Act.BEGIN)
        self.postpone = self._button(Act.POSTPONE)
        self.skip = self._button(Act.SKIP)
        self.quiet = self._plain_button()
        self.quiet.clicked.connect(self._on_quiet_clicked)
        self.reading = self._plain_button()
        self.reading.setToolTip(wording.say(texts.READ_HINT))
        self.reading.clicked.connect(self._on_reading_clicked)
        self.how_known = ActionButton("", self, kind="link")
        self.how_known.clicked.connect(self._on_how_known_clicked)
        self._known_from = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._known_from.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(2.5))
        for part in (title, self._lines, self._row):
            column.addWidget(part)
        column.addWidget(self.how_known, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._known_from)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        answers = (self.begin, self.postpone, self.skip)
        return (*answers, self.quiet, self.reading, self.how_known)

    @property
    def lines(self) -> str:
        return self._lines.text()

    @property
    def known_from(self) -> str:
        """What is told of how all this is known; empty while nobody asks."""
        return "" if self._known_from.isHidden() else self._known_from.text()

    def present(self, state: NowState | None) -> None:
        self.setVisible(state is not None)
        if state is None or state == self._shown:
            return
        self._shown = state
        self._lines.show_text("\n".join(state.lines))
        for button, text in (
            (self.begin, state.begin),
            (self.postpone, state.postpone),
            (self.skip, state.skip),
            (self.quiet, state.quiet),
            (self.reading, state.reading),
        ):
            button.setText(text)
            button.setVisible(bool(text))
        self._present_known(state)

    def _present_known(self, state: NowState) -> None:
        is_told = self._is_asked and bool(state.how_known)
        self.how_known.setText(self._hide_text if is_told else state.how_known)
        self.how_known.setVisible(bool(state.how_known))
        self._known_from.setText("\n".join(state.known_from))
        self._known_from.setVisible(is_told)

    def _button(self, act: Act) -> ActionButton:
        button = self._plain_button()
        button.setProperty("act", act.value)
        button.clicked.connect(self._on_answer_clicked)
        return button

    def _plain_button(self) -> ActionButton:
        button = ActionButton("", self._row)
        self._row.add(button)
        return button

    @Slot()
    def _on_answer_clicked(self) -> None:
        self.answered.emit(Act(self.sender().property("act")))

    @Slot()
    def _on_how_known_clicked(self) -> None:
        self._is_asked = not self._is_asked
        if self._shown is not None:
            self._present_known(self._shown)
        self.how_known.setAccessibleDescription(self.known_from)

    @Slot()
    def _on_quiet_clicked(self) -> None:
        is_quiet = self._shown is not None and self._shown.is_quiet
        self.quiet_wanted.emit(None if is_quiet else QUIET_S)

    @Slot()
    def _on_reading_clicked(self) -> None:
        is_reading = self._shown is not None and self._shown.is_reading
        self.reading_wanted.emit(None if is_reading else READING_S)
