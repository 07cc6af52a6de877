"""ReportBar: when the report was made, and what can be done with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from workspace_assistant.ui.readiness import path_texts, texts
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.scroll_column import CenteredColumn
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.turning_row import TurningRow
from workspace_assistant.ui.wording.wording import Wording

_TOLD_FOR_MS = 5000


class ReportBar(CenteredColumn):
    copy_wanted = Signal()
    save_chosen = Signal(object)  # a Path

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self._footer = ""
        self._words = TextLabel(TextStyle.FOOTER, self, ink="muted", wraps=True)
        self.copy = ActionButton(wording.say(path_texts.HELP_DESK), self)
        self.save = ActionButton(wording.say(texts.SAVE_REPORT), self)
        self.copy.clicked.connect(self.copy_wanted)
        self._told_timer = QTimer(self)
        self._told_timer.setSingleShot(True)
        self._told_timer.setInterval(_TOLD_FOR_MS)
        self._told_timer.timeout.connect(self._on_told)
        row = TurningRow()
        row.setSpacing(grid_px(3))
        row.addWidget(self._words, 1)
        row.addWidget(self.copy)
        row.addWidget(self.save)
        self.column.addLayout(row)

    def present(self, footer: str, *, can_keep: bool) -> None:
        self._footer = footer
        self.setVisible(bool(footer) or can_keep)  # else the page has the room
        if not self._told_timer.isActive():
            self._words.setText(footer)
        self.copy.setVisible(can_keep)
        self.save.setVisible(can_keep)

    def tell(self, sentence: str) -> None:
        """Say *sentence* in place of the footer for a few seconds: nobody has to act on it."""
        self._words.setText(sentence)
        self._told_timer.start()

    @property
    def text(self) -> str:
        return self._words.text()

    def ask_where(self, name: str) -> None:
        """Let the user choose a file; *name* is what it is called unless they say otherwise."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self, self._wording.say(texts.SAVE_REPORT))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._wording.say(texts.REPORT_FILES))
        dialog.setDefaultSuffix("html")
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    @Slot(str)
    def _on_file_selected(self, file: str) -> None:
        self.save_chosen.emit(Path(file))

    @Slot()
    def _on_told(self) -> None:
        self._words.setText(self._footer)
