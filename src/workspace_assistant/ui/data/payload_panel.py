"""PayloadPanel: exactly what goes out, request by request, and the consent to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from workspace_assistant.ui.data import publish_texts as texts
from workspace_assistant.ui.data.publish_state import PayloadState
from workspace_assistant.ui.theme.metrics import TextStyle, font, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_HEIGHT_UNITS = 76


class PayloadPanel(QWidget):
    agreed = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        say = wording.say
        self._shown: PayloadState | None = None
        self._title = TextLabel(TextStyle.STRONG, self, wraps=True)
        self._notes = TextLabel(TextStyle.BODY, self, wraps=True)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(say(texts.REQUESTS))
        written = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        written.setPointSizeF(font(TextStyle.SECONDARY).pointSizeF())
        self.text.setFont(written)
        self.text.setFixedHeight(grid_px(_HEIGHT_UNITS))
        self._consent = TextLabel(TextStyle.BODY, self, wraps=True)
        self.agree = ActionButton(say(texts.AGREE), self, kind="primary")
        self.agree.clicked.connect(self.agreed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(1), 0, 0)
        column.setSpacing(grid_px(2))
        for part in (self._title, self._notes, self.text, self._consent, self.agree):
            column.addWidget(part)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.text, self.agree)

    def present(self, state: PayloadState | None, *, is_enabled: bool) -> None:
        self.setVisible(state is not None)
        self.agree.setEnabled(is_enabled)
        before, self._shown = self._shown, state
        if state is None or state == before:
            return
        self._title.setText(state.title)
        self._notes.show_text("\n".join(state.notes))
        self.text.setPlainText(state.text)
        self.text.setVisible(bool(state.requests))
        self._consent.show_text(state.consent)
        self.agree.setVisible(bool(state.consent))
        if before is None and state.requests:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
