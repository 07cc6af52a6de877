"""PicturePanel: a card with a picture, the words of what is pointed at, and the same as a table."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.core.drawing import Drawing
from workspace_assistant.core.table import Table
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.data_table import DataTable
from workspace_assistant.ui.widgets.drawing_view import DrawingView
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureWords:
    """What the card says beside the picture; all in the person's language.

    Attributes:
        note: a sentence under the title; empty for none.
        hint: shown under the picture while nothing is pointed at; its line is kept free anyway.
    """

    title: str
    as_table: str
    as_picture: str
    note: str = ""
    hint: str = ""


class PicturePanel(PartFrame):
    """Takes no room without a picture. `turned` tells that its height has changed."""

    turned = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._words = PictureWords(title="", as_table="", as_picture="")
        self._make_table: Callable[[], Table] | None = None
        self._subject: Hashable = None
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._note = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self.link = ActionButton("", self, kind="link")
        self.link.clicked.connect(self._on_turned)
        self.picture = DrawingView(self)
        self.picture.pointed.connect(self._on_pointed)
        self.table = DataTable(self)
        self.table.hide()
        self.told = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self.told.setMinimumHeight(self.told.fontMetrics().height())
        self._build_rows()
        self.hide()

    @property
    def is_table(self) -> bool:
        return not self.table.isHidden()

    def show_picture(
        self,
        subject: Hashable,
        words: PictureWords,
        draw: Callable[[float], Drawing | None],
        tabulate: Callable[[], Table],
    ) -> None:
        """*subject* tells one picture from another; a table is made only when it is asked for."""
        self._words = words
        self._title.setText(words.title)
        self._note.show_text(words.note)
        if subject != self._subject:
            self._subject, self._make_table = subject, tabulate
            self.picture.show_drawing(subject, draw)
            if self.is_table:
                self.table.show_table(tabulate())
                self.picture.hide()
        self.setVisible(self.picture.drawing is not None)
        self._show_words()

    def _build_rows(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(grid_px(4))
        head.addWidget(self._title, 1)
        head.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(2))
        column.setSpacing(grid_px(1.5))
        column.addLayout(head)
        column.addWidget(self._note)
        column.addSpacing(grid_px(1))
        column.addWidget(self.picture)
        column.addWidget(self.table)
        column.addWidget(self.told)

    def _show_words(self) -> None:
        words = self._words
        self.link.setText(words.as_picture if self.is_table else words.as_table)
        self.link.setAccessibleName(f"{self.link.text()}: {words.title}")
        self.told.setText(words.hint)
        self.told.setVisible(not self.is_table)
        self.setAccessibleName(words.title)

    @Slot()
    def _on_turned(self) -> None:
        is_table = not self.is_table
        if is_table and self._make_table is not None:
            self.table.show_table(self._make_table())
        self.table.setVisible(is_table)
        self.picture.setVisible(not is_table)
        self._show_words()
        self.turned.emit()

    @Slot(str)
    def _on_pointed(self, words: str) -> None:
        self.told.setText(words or self._words.hint)
