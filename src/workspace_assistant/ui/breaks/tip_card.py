"""TipCard: one tip, the number it rests on, its evidence, and what the person says of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.core.tips.model import Answer
from workspace_assistant.ui.breaks import looks, texts
from workspace_assistant.ui.breaks.tip_state import SilenceState, TipState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.long_word_label import LongWordLabel
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class TipCard(PartFrame):
    """Where there is no tip it says why, if it is given a reason; else it takes no room.

    A short one names its source beside the pointer, and to those who listen, alone.
    """

    answered = Signal(str, str)  # the tip's id, and an `Answer`

    def __init__(self, wording: Wording, parent: QWidget, *, is_short: bool = False) -> None:
        super().__init__("card", parent)
        self._wording = wording
        self._is_short = is_short
        self._shown: TipState | SilenceState | None = None
        self._icon = StateIcon(5.5, self)
        self._icon.show_look(looks.TIP, wording.say(looks.TIP.word))
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._text = TextLabel(TextStyle.BODY, self, wraps=True)
        self._because = LongWordLabel(TextStyle.BODY, self, ink="muted")
        self._grade = LongWordLabel(TextStyle.SECONDARY, self, ink="muted")
        self._source = LongWordLabel(TextStyle.SECONDARY, self, ink="muted")
        self._answer = TextLabel(TextStyle.SECONDARY, self, wraps=True)
        self.link = ActionButton("", self, kind="link")
        self.link.clicked.connect(self._on_link_clicked)
        self._row = FlowRow(self)
        self.helped = self._button(texts.HELPED, Answer.HELPED)
        self.not_now = self._button(texts.NOT_NOW, Answer.NOT_NOW)
        self.never = self._button(texts.NEVER, Answer.DOES_NOT_APPLY)
        self._build_rows()
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        answers = (self.helped, self.not_now, self.never)
        return (*answers, self.link) if self._is_short else (self.link, *answers)

    @property
    def tip_id(self) -> str:
        """Of the tip that stands there; empty for none."""
        if self.isHidden() or not isinstance(self._shown, TipState):
            return ""
        return self._shown.tip_id

    def present(self, state: TipState | None, silence: SilenceState | None = None) -> None:
        shown = state or silence
        self.setVisible(shown is not None)
        if shown is None or shown == self._shown:
            return
        self._shown = shown
        self._title.setText(shown.title)
        if isinstance(shown, TipState):
            self._present_tip(shown)
        else:
            self._present_silence(shown)

    def _present_tip(self, state: TipState) -> None:
        self._text.show_text(state.text)
        self._because.show_text("\n".join(state.because))
        self._grade.show_text(state.grade)
        self._source.show_text(state.source.words if state.source and not self._is_short else "")
        self._answer.show_text(state.answer)
        self.link.setVisible(state.source is not None)
        if state.source is not None:
            self.link.setText(self._wording.say(texts.SOURCE_LINK))
            self.link.setAccessibleName(state.source.told)
            self.link.setToolTip("\n".join((state.source.words, state.source.url)))
        self._row.show()
        self.helped.setVisible(not state.answer)
        for button in (self.helped, self.not_now, self.never):
            button.setAccessibleName(
                self._wording.say(texts.ABOUT_TIP, action=button.text(), tip=state.text)
            )
        self.setAccessibleName(state.spoken)

    def _present_silence(self, state: SilenceState) -> None:
        self._text.show_text(state.lines[0])
        self._because.show_text("\n".join(state.lines[1:]))
        for part in (self._grade, self._source, self._answer, self.link, self._row):
            part.hide()
        self.setAccessibleName(" ".join((f"{state.title}.", *state.lines)))

    def _button(self, text: str, answer: Answer) -> ActionButton:
        button = ActionButton(self._wording.say(text), self._row, kind="step")
        button.setProperty("answer", answer.value)
        button.clicked.connect(self._on_answer_clicked)
        self._row.add(button)
        return button

    def _build_rows(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(grid_px(1))
        for part in (self._title, self._text, self._because):
            words.addWidget(part)
        words.addSpacing(grid_px(1))
        for part in (self._grade, self._source):
            words.addWidget(part)
        if self._is_short:
            self._row.add(self.link)
        else:
            words.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        words.addSpacing(grid_px(1.5))
        words.addWidget(self._answer)
        words.addWidget(self._row)
        row = QHBoxLayout(self)
        row.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(4))
        row.setSpacing(grid_px(3.5))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    @Slot()
    def _on_answer_clicked(self) -> None:
        if isinstance(self._shown, TipState):
            self.answered.emit(self._shown.tip_id, str(self.sender().property("answer")))

    @Slot()
    def _on_link_clicked(self) -> None:
        if isinstance(self._shown, TipState) and self._shown.source is not None:
            open_source(self._shown.source.url)


def open_source(url: str) -> None:
    """In the system's browser, and only because somebody clicked."""
    QDesktopServices.openUrl(QUrl(url))
