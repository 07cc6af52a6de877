"""ChangeList and RemarkList: what to do about a workplace, a line each."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.ergonomics.result_state import ChangeState, RemarkState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.source_line import SourceLine
from workspace_assistant.ui.widgets.text_label import TextLabel


class ChangeList(PartFrame):
    """A titled card of things to change; hidden where there is neither one nor a note."""

    def __init__(self, parent: QWidget, *, is_numbered: bool) -> None:
        super().__init__("card", parent)
        self._is_numbered = is_numbered
        self._title, self._note, self._list = _titled(self)
        self._shown: tuple[ChangeState, ...] = ()
        self._rows: list[QWidget] = []

    def present(self, title: str, changes: tuple[ChangeState, ...], note: str) -> None:
        self.setVisible(bool(changes or note))
        self._title.setText(title)
        self.setAccessibleName(title)
        self._note.show_text(note)
        if changes == self._shown:
            return
        self._shown = changes
        _clear(self._rows)
        for number, one in enumerate(changes, 1):
            row = _Row(self)
            title = f"{number}. {one.title}" if self._is_numbered else one.title
            row.add(TextStyle.STRONG, title)
            for fix in one.fixes:
                row.add(TextStyle.BODY, fix)
            row.setAccessibleName(" ".join((title, *one.fixes)))
            self._rows.append(row)
            self._list.addWidget(row)


class RemarkList(PartFrame):
    """The same of remarks; a source opens in the browser by a link that says *link_text*."""

    def __init__(self, link_text: str, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._link_text = link_text
        self._title, self._note, self._list = _titled(self)
        self._shown: tuple[RemarkState, ...] = ()
        self._rows: list[QWidget] = []
        self.links: list[ActionButton] = []

    def present(self, title: str, remarks: tuple[RemarkState, ...], note: str) -> None:
        self.setVisible(bool(remarks or note))
        self._title.setText(title)
        self.setAccessibleName(title)
        self._note.show_text(note)
        if remarks == self._shown:
            return
        self._shown = remarks
        _clear(self._rows)
        self.links.clear()
        for one in remarks:
            row = _Row(self)
            row.add(TextStyle.STRONG, one.text)
            row.add(TextStyle.BODY, one.action)
            row.setAccessibleName(f"{one.text} {one.action}")
            if one.url:
                self._add_link(row, one)
            self._rows.append(row)
            self._list.addWidget(row)

    def _add_link(self, row: _Row, one: RemarkState) -> None:
        line = SourceLine(one.source, self._link_text, one.url, row)
        row.column.addWidget(line)
        self.links.append(line.link)


def _titled(card: PartFrame) -> tuple[TextLabel, TextLabel, QVBoxLayout]:
    """The title, the note below it, and the room for rows."""
    heading = TextLabel(TextStyle.TITLE, card, wraps=True)
    note = TextLabel(TextStyle.BODY, card, ink="muted", wraps=True)
    rows = QVBoxLayout()
    rows.setSpacing(0)
    column = QVBoxLayout(card)
    column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(3))
    column.setSpacing(grid_px(1.5))
    column.addWidget(heading)
    column.addWidget(note)
    column.addLayout(rows)
    card.hide()
    return heading, note, rows


class _Row(PartFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__("row", parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, grid_px(2), 0, grid_px(2.5))
        self.column.setSpacing(grid_px(0.5))

    def add(self, style: TextStyle, text: str, ink: str = "") -> None:
        label = TextLabel(style, self, ink=ink, wraps=True)
        label.setText(text)
        self.column.addWidget(label)


def _clear(rows: list[QWidget]) -> None:
    for row in rows:
        row.hide()
        row.deleteLater()
    rows.clear()
