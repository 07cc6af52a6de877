"""DataCard: a part of the page with its title, and below what goes on and what became of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.ui.data import texts
from workspace_assistant.ui.data.situation import Remark
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.verdict_look import FAILED, TOLD
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.busy_bar import BusyBar
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.long_word_label import LongWordLabel
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class DataCard(PartFrame):
    """Parts go into `inside`; `cancel` is there while something runs that can be given up."""

    cancel_wanted = Signal()

    def __init__(self, title: str, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._title.setText(title)
        self.setAccessibleName(title)
        self.inside = QVBoxLayout()
        self.inside.setSpacing(grid_px(2))
        self._build_busy()
        self.remark = RemarkLine(wording, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(2))
        column.addWidget(self._title)
        column.addLayout(self.inside)
        column.addWidget(self._busy)
        column.addWidget(self.remark)

    def show_busy(self, sentence: str, *, can_cancel: bool = False) -> None:
        """What runs just now; empty for nothing."""
        self._busy.setVisible(bool(sentence))
        self._busy_words.setText(sentence)
        self._bar.setAccessibleName(sentence)
        self.cancel.setVisible(can_cancel)

    def paragraph(self, sentence: str = "", style: TextStyle = TextStyle.BODY) -> TextLabel:
        """A muted text that wraps; it is not yet in the card."""
        label = LongWordLabel(style, self, ink="muted")
        label.show_text(sentence)
        return label

    def button(self, text: str, parent: QWidget, kind: str = "") -> ActionButton:
        return ActionButton(self._wording.say(text), parent, kind=kind)

    def _build_busy(self) -> None:
        self._busy = QWidget(self)
        self._busy_words = TextLabel(TextStyle.SECONDARY, self._busy, ink="muted", wraps=True)
        self._bar = BusyBar(self._busy)
        self.cancel = ActionButton(self._wording.say(texts.CANCEL), self._busy, kind="step")
        self.cancel.clicked.connect(self.cancel_wanted)
        words = QVBoxLayout()
        words.setSpacing(grid_px(1))
        words.addWidget(self._busy_words)
        words.addWidget(self._bar)
        row = QHBoxLayout(self._busy)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(grid_px(3))
        row.addLayout(words, 1)
        row.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        self._busy.hide()


class RemarkLine(QWidget):
    """One sentence about what became of something, with an icon that says how."""

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self._icon = StateIcon(5, self)
        self._words = LongWordLabel(TextStyle.BODY, self, is_selectable=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(grid_px(2))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._words.text()

    def tell(self, remark: Remark | None) -> None:
        self.setVisible(remark is not None)
        self._words.setText(remark.sentence if remark else "")
        if remark is not None:
            look = FAILED if remark.is_bad else TOLD
            self._icon.show_look(look, self._wording.say(look.word))
            self.setAccessibleName(remark.sentence)
