"""HearPanel: hear the recording as a customer would, and save it by hand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.microphone import texts
from workspace_assistant.ui.microphone.hear_state import HearState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class HearPanel(PartFrame):
    hear_wanted = Signal(str)  # the value of a CallKind, empty for as recorded
    save_chosen = Signal(object)  # a Path

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        self._title = TextLabel(TextStyle.TITLE, self)
        self._title.setText(wording.say(texts.HEAR))
        self.setAccessibleName(wording.say(texts.HEAR))
        self._sentence = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._trouble = TextLabel(TextStyle.SECONDARY, self, ink="bad", wraps=True)
        self._not_kept = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._not_kept.setText(wording.say(texts.NOT_KEPT))
        self._row = FlowRow(self)
        self.ways: list[ActionButton] = []
        self.save = ActionButton(wording.say(texts.SAVE), self, kind="link")
        self.save.clicked.connect(self._on_save_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(2))
        for part in (self._title, self._row, self._sentence, self._trouble, self._not_kept):
            column.addWidget(part)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (*self.ways, self.save)

    def present(self, state: HearState | None) -> None:
        self.setVisible(state is not None)
        if state is None:
            return
        while len(self.ways) < len(state.ways):
            self._add_way()
        for button, way in zip(self.ways, state.ways, strict=True):
            button.setText(way.text)
            button.setAccessibleName(way.name)
            button.setEnabled(way.is_enabled)
            button.setProperty("way", way.kind.value if way.kind else "")
        self._sentence.show_text(state.sentence)
        self._trouble.show_text(state.trouble)
        self.save.setEnabled(state.can_save)

    def _add_way(self) -> None:
        button = ActionButton("", self._row)
        button.clicked.connect(self._on_way_clicked)
        self._row.add(button)
        self.ways.append(button)

    @Slot()
    def _on_way_clicked(self) -> None:
        self.hear_wanted.emit(self.sender().property("way"))

    @Slot()
    def _on_save_clicked(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        say = self._wording.say
        dialog = QFileDialog(self, say(texts.SAVE_TITLE))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(say(texts.SOUND_FILES))
        dialog.setDefaultSuffix("wav")
        dialog.selectFile(texts.FILE_NAME)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    @Slot(str)
    def _on_file_selected(self, file: str) -> None:
        self.save_chosen.emit(Path(file))
