"""PlaceCard: where everything lies, how large it is, and the way there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from workspace_assistant.ui.data import texts
from workspace_assistant.ui.data.card import DataCard
from workspace_assistant.ui.data.view_state import PlaceState
from workspace_assistant.ui.theme.metrics import TextStyle
from workspace_assistant.ui.widgets.long_word_label import LongWordLabel
from workspace_assistant.ui.wording.wording import Wording


class PlaceCard(DataCard):
    not_opened = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(wording.say(texts.PLACE_TITLE), wording, parent)
        self._path = LongWordLabel(TextStyle.STRONG, self, is_selectable=True)
        self._path.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._path.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sizes, self._entries = self.paragraph(), self.paragraph()
        self.open = self.button(texts.OPEN_FOLDER, self)
        self.open.clicked.connect(self._on_open_clicked)
        secrets = self.paragraph(wording.say(texts.SECRETS), TextStyle.SECONDARY)
        for part in (self._path, self._sizes, self._entries, secrets, self.open):
            self.inside.addWidget(part)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.open,)

    def present(self, state: PlaceState | None) -> None:
        self.setVisible(state is not None)
        if state is None:
            return
        self._path.setText(state.path)
        self._sizes.show_text(state.sizes)
        self._entries.show_text(state.entries)
        self.remark.tell(state.remark)

    @Slot()
    def _on_open_clicked(self) -> None:
        """Only ever the folder of the data: no address of the web, and no file to run."""
        folder = Path(self._path.text())
        url = QUrl.fromLocalFile(str(folder))
        is_ours = url.isLocalFile() and folder.is_absolute() and folder.is_dir()
        if not is_ours or not QDesktopServices.openUrl(url):
            self.not_opened.emit()
