"""FaultWindow: the report of the first fault, in a window that stops nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from workspace_assistant.ui.fault_report import texts
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.spoken_role import speak_as
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_SIZE_UNITS = (150, 110)


class FaultWindow(QWidget):
    """It takes the keyboard from nobody: a fault may come while somebody types in a call."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._wording = wording
        self._count = 0
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setProperty("part", "page")
        speak_as(self, QAccessible.Role.Window)
        self.setWindowTitle(wording.say(texts.TITLE))
        self.resize(*(grid_px(units) for units in _SIZE_UNITS))
        self._build()
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.hide)

    def tell(self, report: str) -> None:
        """Later faults are counted: they seldom say more than the first one."""
        self._count += 1
        if self._count == 1:
            self.report.setPlainText(report)
            self.show()
        else:
            self._note.show_text(self._wording.say(texts.MORE, count=str(self._count)))

    def _build(self) -> None:
        say = self._wording.say
        headline = TextLabel(TextStyle.TITLE, self)
        headline.setText(say(texts.HEADLINE))
        explanation = TextLabel(TextStyle.BODY, self, wraps=True)
        explanation.setText(say(texts.EXPLANATION))
        self.report = QPlainTextEdit(self)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(say(texts.REPORT))
        self._note = TextLabel(TextStyle.BODY, self, wraps=True)
        self._note.hide()
        self.copy = ActionButton(say(texts.COPY), self, kind="primary")
        self.copy.clicked.connect(self._on_copy)
        self.shut = ActionButton(say(texts.CLOSE), self)
        self.shut.clicked.connect(self.hide)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.shut)
        buttons.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(grid_px(5),) * 4)
        column.setSpacing(grid_px(3))
        for part in (headline, explanation, self.report, self._note):
            column.addWidget(part)
        column.setStretchFactor(self.report, 1)
        column.addLayout(buttons)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self._note.show_text(self._wording.say(texts.COPIED))
