"""HelpList: where to get help with what has been low for weeks; no diagnosis."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.check_in import texts
from workspace_assistant.ui.check_in.view_state import HelpState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.source_line import SourceLine
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class HelpList(QWidget):
    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[HelpState, ...] = ()
        self.links: list[ActionButton] = []
        self._link_text = wording.say(texts.OPEN_SOURCE)
        title = TextLabel(TextStyle.TITLE, self, wraps=True)
        title.setText(wording.say(texts.HELP_TITLE))
        self._note = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._rows: list[QWidget] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(2), 0, 0)
        column.setSpacing(grid_px(1.5))
        column.addWidget(title)
        column.addLayout(self._list)
        column.addWidget(self._note)
        self.hide()

    def present(self, helps: tuple[HelpState, ...], note: str) -> None:
        self.setVisible(bool(helps))
        self._note.setText(note)
        if helps == self._shown:
            return
        self._shown = helps
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows.clear()
        self.links.clear()
        for one in helps:
            row = self._row(one)
            self._rows.append(row)
            self._list.addWidget(row)

    def _row(self, one: HelpState) -> PartFrame:
        row = PartFrame("row", self)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, grid_px(2), 0, grid_px(2))
        column.setSpacing(grid_px(0.5))
        steps = ((TextStyle.BODY, it) for it in one.steps)
        for style, text in ((TextStyle.STRONG, one.said), *steps):
            label = TextLabel(style, row, wraps=True)
            label.setText(text)
            column.addWidget(label)
        row.setAccessibleName(" ".join((one.said, *one.steps)))
        for title, url in one.sources:
            line = SourceLine(title, self._link_text, url, row)
            self.links.append(line.link)
            column.addWidget(line)
        return row
