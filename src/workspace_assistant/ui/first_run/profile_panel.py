"""ProfilePanel: what the workplace is measured by."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.first_run import texts
from workspace_assistant.ui.first_run.view_state import ProfileState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class ProfilePanel(PartFrame):
    chosen = Signal(object)  # a Path, or None for the usual requirements

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        self._name = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._facts = TextLabel(TextStyle.BODY, self, wraps=True)
        self._trouble = TextLabel(TextStyle.BODY, self, ink="bad", wraps=True)
        self._faults = TextLabel(TextStyle.SECONDARY, self, wraps=True, is_selectable=True)
        self._acts = FlowRow(self)
        self.choose = ActionButton(wording.say(texts.PROFILE_CHOOSE), self._acts)
        self.usual = ActionButton(wording.say(texts.PROFILE_USUAL), self._acts, kind="link")
        self.choose.clicked.connect(self._on_choose_clicked)
        self.usual.clicked.connect(self._on_usual_clicked)
        self._acts.add(self.choose)
        self._acts.add(self.usual)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(2.5))
        for part in (self._name, self._facts, self._trouble, self._faults, self._acts):
            column.addWidget(part)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        return (self.choose, self.usual)

    def present(self, state: ProfileState) -> None:
        self._name.setText(state.name)
        self.setAccessibleName(state.name)
        self._facts.show_text("\n".join(state.facts))
        self._trouble.show_text(state.trouble)
        self._faults.show_text("\n".join(state.faults))
        self._acts.setVisible(not state.is_fixed)
        self.usual.setVisible(state.can_use_usual)

    @Slot()
    def _on_choose_clicked(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        say = self._wording.say
        dialog = QFileDialog(self, say(texts.PROFILE_DIALOG))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(say(texts.PROFILE_KINDS))
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    @Slot(str)
    def _on_file_selected(self, file: str) -> None:
        self.chosen.emit(Path(file))

    @Slot()
    def _on_usual_clicked(self) -> None:
        self.chosen.emit(None)
