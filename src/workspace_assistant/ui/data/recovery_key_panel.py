"""RecoveryKeyPanel: the recovery key in groups, the ways to keep it, and the question after it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from workspace_assistant.ui.data import encryption_texts as texts
from workspace_assistant.ui.data.encryption_state import KeyState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.field_pair import FieldPair
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_FIELD_UNITS = 34
_CLIPBOARD_MS = 60_000


class RecoveryKeyPanel(QWidget):
    """What it shows is gone with `present(None)`."""

    confirmed = Signal(str)  # the group that was typed
    left = Signal()
    file_chosen = Signal(str)
    told = Signal(str)

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self._shown: KeyState | None = None
        self._copied = ""
        self._clipboard_timer = QTimer(self)
        self._clipboard_timer.setSingleShot(True)
        self._clipboard_timer.setInterval(_CLIPBOARD_MS)
        self._clipboard_timer.timeout.connect(self.clear_clipboard)
        self._groups: list[TextLabel] = []
        self._build()
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.copy, self.save, self.print, self.typed, self.encrypt, self.leave)

    def present(self, state: KeyState | None, *, is_enabled: bool) -> None:
        before, self._shown = self._shown, state
        self.setVisible(state is not None)
        for control in self.controls:
            control.setEnabled(is_enabled)
        if state == before:
            return
        groups = state.groups if state else ()
        self._show_groups(groups)
        question = state.question if state else ""
        self._question.setVisible(bool(question))
        self._question.label.setText(question)
        self.typed.setAccessibleName(question)
        self.typed.setText("")  # other than `clear` it leaves nothing to be undone
        self.encrypt.setVisible(bool(question))
        say = self._wording.say
        self.leave.setText(say(texts.STAY_AS_IS if question else texts.HIDE_KEY))
        if state is not None:
            self.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def clear_clipboard(self) -> None:
        """Where it still holds the key."""
        clipboard = QGuiApplication.clipboard()
        if self._copied and clipboard.text() == self._copied:
            clipboard.clear()
        self._copied = ""

    def _show_groups(self, groups: tuple[str, ...]) -> None:
        while len(self._groups) < len(groups):
            label = TextLabel(TextStyle.STRONG, self._key, is_selectable=True)
            label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._groups.append(label)
            self._key.add(label)
        for index, label in enumerate(self._groups):
            label.show_text(f"{index + 1}:\u2002{groups[index]}" if index < len(groups) else "")

    def _build(self) -> None:
        say = self._wording.say
        title = TextLabel(TextStyle.TITLE, self, wraps=True)
        title.setText(say(texts.KEY_TITLE))
        intro = TextLabel(TextStyle.BODY, self, ink="muted", wraps=True)
        intro.setText(say(texts.KEY_INTRO))
        self._key = FlowRow(self, gap_units=5)
        self._ways, self._answers = FlowRow(self), FlowRow(self)
        self.copy = ActionButton(say(texts.COPY), self._ways)
        self.save = ActionButton(say(texts.SAVE), self._ways)
        self.print = ActionButton(say(texts.PRINT), self._ways)
        self.typed = TextField(say(texts.TYPE_GROUP, number="1"), self, units=_FIELD_UNITS)
        self._question = FieldPair(say(texts.TYPE_GROUP, number="1"), self.typed, self)
        self.encrypt = ActionButton(say(texts.ENCRYPT_NOW), self._answers, kind="primary")
        self.leave = ActionButton(say(texts.STAY_AS_IS), self._answers)
        for button in (self.copy, self.save, self.print):
            self._ways.add(button)
        for button in (self.encrypt, self.leave):
            self._answers.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(2), 0, 0)
        column.setSpacing(grid_px(3))
        for part in (title, intro, self._key, self._ways, self._question, self._answers):
            column.addWidget(part)
        self.copy.clicked.connect(self._on_copy)
        self.save.clicked.connect(self._on_save)
        self.print.clicked.connect(self._on_print)
        self.typed.returnPressed.connect(self._on_confirm)
        self.encrypt.clicked.connect(self._on_confirm)
        self.leave.clicked.connect(self.left)

    @Slot()
    def _on_copy(self) -> None:
        if self._shown is not None:
            self._copied = "-".join(self._shown.groups)
            QGuiApplication.clipboard().setText(self._copied)
            self._clipboard_timer.start()
            self.told.emit(self._wording.say(texts.COPIED))

    @Slot()
    def _on_save(self) -> None:
        say = self._wording.say
        dialog = QFileDialog(self, say(texts.SAVE))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setNameFilter(say(texts.SAVE_FILES))
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(texts.SAVE_NAME)
        dialog.fileSelected.connect(self.file_chosen)
        dialog.open()

    @Slot()
    def _on_print(self) -> None:
        from workspace_assistant.ui.data.key_printing import ask_printer

        if self._shown is not None:
            lines = tuple(f"{index}: {group}" for index, group in enumerate(self._shown.groups, 1))
            ask_printer(lines, self._wording.say(texts.PAPER), self, self._on_printed)

    @Slot()
    def _on_printed(self) -> None:
        self.told.emit(self._wording.say(texts.PRINTED))

    @Slot()
    def _on_confirm(self) -> None:
        self.confirmed.emit(self.typed.text())
