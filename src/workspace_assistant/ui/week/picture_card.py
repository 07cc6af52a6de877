"""PictureCard: drawings of the week, each with a table that says the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.core.drawing import Drawing
from workspace_assistant.core.table import Table
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.week import texts
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.data_table import DataTable
from workspace_assistant.ui.widgets.drawing_view import DrawingView
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing and its table; both are made when they are shown.

    Attributes:
        subject: tells it from another one.
        draw: for a width in pixels; None where there is nothing to draw.
        height: of what is drawn at a width, in pixels, where that is found more cheaply.
    """

    subject: Hashable
    draw: Callable[[float], Drawing | None]
    table: Callable[[], Table]
    height: Callable[[float], float] | None = None


class PictureCard(PartFrame):
    """`name` is which card's table is wanted; without a picture and a note it takes no room."""

    table_toggled = Signal(str)
    more_wanted = Signal()

    def __init__(
        self, name: str, title: str, wording: Wording, parent: QWidget, *, intro: str = ""
    ) -> None:
        super().__init__("card", parent)
        self.name = name
        self._wording = wording
        self._caption = wording.say(title)
        self.setAccessibleName(self._caption)
        heading = TextLabel(TextStyle.TITLE, self, wraps=True)
        heading.setText(self._caption)
        self._intro = TextLabel(TextStyle.BODY, self, ink="muted", wraps=True)
        self._intro.show_text(wording.say(intro) if intro else "")
        self._notes: list[TextLabel] = []
        self.views: list[DrawingView] = []
        self.tables: list[DataTable] = []
        self.toggle = ActionButton("", self, kind="link")
        self.toggle.clicked.connect(self._on_toggled)
        self.more = ActionButton("", self, kind="link")
        self.more.hide()
        self.more.clicked.connect(self.more_wanted)
        self._pictures = QVBoxLayout()
        self._pictures.setSpacing(grid_px(4))
        head = QHBoxLayout()
        head.setSpacing(grid_px(4))
        head.addWidget(heading, 1)
        head.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(4))
        self._column.setSpacing(grid_px(1.5))
        self._column.addLayout(head)
        self._column.addWidget(self._intro)
        self._column.addSpacing(grid_px(1))
        self._column.addLayout(self._pictures)
        self._column.addWidget(self.more)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.toggle, *self.views, *self.tables, self.more)

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(one.text() for one in self._notes if not one.isHidden())

    def present(
        self,
        pictures: Sequence[Picture],
        *,
        as_table: bool,
        notes: Sequence[str] = (),
        more: str = "",
    ) -> None:
        """*more* asks for more of it, or for less again."""
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self._make_places(len(pictures))
        for index, (view, table) in enumerate(zip(self.views, self.tables, strict=True)):
            if index < len(pictures):
                picture = pictures[index]
                view.show_drawing(picture.subject, picture.draw, picture.height)
            is_drawn = index < len(pictures) and view.drawing is not None
            view.setVisible(is_drawn and not as_table)
            table.setVisible(is_drawn and as_table)
            if is_drawn and as_table:
                table.show_table(pictures[index].table())
        has_picture = any(view.drawing is not None for view in self.views[: len(pictures)])
        self._present_notes(notes)
        self._present_toggle(as_table=as_table)
        self.toggle.setVisible(has_picture)
        self.setVisible(has_picture or any(notes))

    def _make_places(self, count: int) -> None:
        while len(self.views) < count:
            view, table = DrawingView(self), DataTable(self)
            table.hide()
            self.views.append(view)
            self.tables.append(table)
            self._pictures.addWidget(view)
            self._pictures.addWidget(table)

    def _present_notes(self, notes: Sequence[str]) -> None:
        while len(self._notes) < len(notes):
            label = TextLabel(TextStyle.BODY, self, wraps=True)
            self._notes.append(label)
            self._column.addWidget(label)
        for index, label in enumerate(self._notes):
            label.show_text(notes[index] if index < len(notes) else "")

    def _present_toggle(self, *, as_table: bool) -> None:
        say = self._wording.say
        self.toggle.setText(say(texts.AS_PICTURE if as_table else texts.AS_TABLE))
        named = texts.AS_PICTURE_NAMED if as_table else texts.AS_TABLE_NAMED
        self.toggle.setAccessibleName(say(named, title=self._caption))

    @Slot()
    def _on_toggled(self) -> None:
        self.table_toggled.emit(self.name)
