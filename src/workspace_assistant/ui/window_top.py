"""WindowTop: what stands above every page while there is something to tell or to ask."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from workspace_assistant.ui import texts
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.verdict_look import FAILED, TOLD, Look
from workspace_assistant.ui.widgets.notice import Notice
from workspace_assistant.ui.widgets.scroll_column import CenteredColumn
from workspace_assistant.ui.wording.wording import Wording

_MARGIN_UNITS = 5


class WindowTop(CenteredColumn):
    """It takes no room, nor its margin, while nothing in it is shown.

    `page_wanted` asks for the page where something can be done about what is told.
    """

    page_wanted = Signal(str)  # a `PageName`

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self.column.setContentsMargins(0, grid_px(_MARGIN_UNITS), 0, 0)
        self.notice = Notice(wording.say(texts.DISMISS), self)
        self.notice.dismissed.connect(self.fold)
        self.notice.act_wanted.connect(self._on_act_wanted)
        self._parts: list[QWidget] = []
        self.add(self.notice)
        self.hide()

    @Slot(str)
    def tell(self, sentence: str) -> None:
        self._tell(TOLD, sentence)

    @Slot(str)
    def warn(self, sentence: str) -> None:
        self._tell(FAILED, sentence)

    @Slot(str)
    def warn_of_damage(self, sentence: str) -> None:
        """The database is damaged: the page of one's own data has the way back."""
        self.warn(sentence)
        self.notice.offer(self._wording.say(texts.LOOK_THERE))

    @Slot(str)
    def untell(self, sentence: str) -> None:
        """*sentence* holds no longer: nobody needs to dismiss it."""
        if self.notice.sentence == sentence:
            self.notice.dismiss()

    @Slot()
    def fold(self) -> None:
        """One of the things in it went; the room goes with the last."""
        self.setVisible(any(not part.isHidden() for part in self._parts))

    def add(self, part: QWidget) -> None:
        """Below what is there; `fold` is to be called once *part* is hidden again."""
        self._parts.append(part)
        self.column.addWidget(part)

    @Slot()
    def _on_act_wanted(self) -> None:
        self.page_wanted.emit(PageName.DATA)
        self.notice.dismiss()

    def _tell(self, look: Look, sentence: str) -> None:
        self.notice.tell(look, self._wording.say(look.word), sentence)
        self.show()
