"""ExportCard: everything in open formats."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from workspace_assistant.ui.data import texts
from workspace_assistant.ui.data.card import DataCard
from workspace_assistant.ui.data.situation import Remark
from workspace_assistant.ui.wording.wording import Wording


class ExportCard(DataCard):
    file_chosen = Signal(str)

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(wording.say(texts.EXPORT_TITLE), wording, parent)
        self.export = self.button(texts.EXPORT, self)
        self.export.clicked.connect(self._on_export_clicked)
        self.inside.addWidget(self.paragraph(wording.say(texts.EXPORT_INTRO)))
        self.inside.addWidget(self.export)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.export, self.cancel)

    def present(self, busy: str, remark: Remark | None, *, is_busy: bool) -> None:
        self.export.setEnabled(not is_busy)
        self.show_busy(busy, can_cancel=bool(busy))
        self.remark.tell(remark)

    @Slot()
    def _on_export_clicked(self) -> None:
        say = self._wording.say
        dialog = QFileDialog(self, say(texts.EXPORT))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setNameFilter(say(texts.EXPORT_FILES))
        dialog.setDefaultSuffix("zip")
        dialog.selectFile(texts.EXPORT_NAME)
        dialog.fileSelected.connect(self.file_chosen)
        dialog.open()
