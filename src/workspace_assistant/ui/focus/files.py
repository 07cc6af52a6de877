"""Asks for files with the system's dialogs, which never block the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.wording.wording import Wording

_ENDINGS = ((texts.EXPORT_CSV, "csv"), (texts.EXPORT_JSON, "json"), (texts.EXPORT_ICS, "ics"))


class FileQuestions(QObject):
    """*chosen* gets the file to read; *named* the file to write and what of the log."""

    def __init__(
        self,
        wording: Wording,
        window: QWidget,
        chosen: Callable[[str], None],
        named: Callable[[str, str], None],
        suggested: Callable[[str], str],
    ) -> None:
        super().__init__(window)
        self._wording = wording
        self._window = window
        self._chosen = chosen
        self._named = named
        self._suggested = suggested
        self._what = ""
        self.menu = QMenu(window)
        for what, label in (
            ("day", texts.EXPORT_DAY),
            ("week", texts.EXPORT_WEEK),
            ("all", texts.EXPORT_ALL),
        ):
            self.menu.addAction(wording.say(label)).setData(what)
        self.menu.triggered.connect(self._on_what_chosen)

    def ask_what_to_read(self) -> None:
        say = self._wording.say
        dialog = QFileDialog(self._window, say(texts.IMPORT_TITLE))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(say(texts.IMPORT_FILES))
        dialog.fileSelected.connect(self._on_read_chosen)
        dialog.open()

    def ask_what_to_write(self, below: QWidget) -> None:
        self.menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    @Slot(QAction)
    def _on_what_chosen(self, action: QAction) -> None:
        self._what = action.data()
        say = self._wording.say
        dialog = QFileDialog(self._window, say(texts.EXPORT_TITLE))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([say(text) for text, _ in _ENDINGS])
        dialog.setDefaultSuffix(_ENDINGS[0][1])
        dialog.filterSelected.connect(self._on_filter_selected)
        dialog.selectFile(self._suggested(self._what))
        dialog.fileSelected.connect(self._on_write_chosen)
        dialog.open()

    @Slot(str)
    def _on_filter_selected(self, chosen: str) -> None:
        dialog = self.sender()
        for text, ending in _ENDINGS:
            if isinstance(dialog, QFileDialog) and self._wording.say(text) == chosen:
                dialog.setDefaultSuffix(ending)

    @Slot(str)
    def _on_read_chosen(self, file: str) -> None:
        self._chosen(file)

    @Slot(str)
    def _on_write_chosen(self, file: str) -> None:
        self._named(file, self._what)
