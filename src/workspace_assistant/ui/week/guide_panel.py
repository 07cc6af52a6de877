"""GuidePanel: what fills the page, while it is new."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.week import texts
from workspace_assistant.ui.week.guide_state import GuideRowState, GuideState
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class GuidePanel(PartFrame):
    page_wanted = Signal(str)  # a `PageName`

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        title = TextLabel(TextStyle.TITLE, self, wraps=True)
        title.setText(wording.say(texts.GUIDE_TITLE))
        self.setAccessibleName(wording.say(texts.GUIDE_TITLE))
        intro = TextLabel(TextStyle.BODY, self, ink="muted", wraps=True)
        intro.setText(wording.say(texts.GUIDE_INTRO))
        self.rows: list[GuideRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(3))
        column.setSpacing(grid_px(1))
        column.addWidget(title)
        column.addWidget(intro)
        column.addSpacing(grid_px(2))
        column.addLayout(self._list)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return tuple(row.open for row in self.rows)

    def present(self, state: GuideState | None) -> None:
        self.setVisible(state is not None)
        if state is None:
            return
        while len(self.rows) < len(state.rows):
            row = GuideRow(self._wording, self)
            row.page_wanted.connect(self.page_wanted)
            self.rows.append(row)
            self._list.addWidget(row)
        for row, shown in zip(self.rows, state.rows, strict=True):
            row.present(shown)


class GuideRow(PartFrame):
    page_wanted = Signal(str)

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("row", parent)
        self._page = ""
        self._icon = StateIcon(5, self)
        self._title = TextLabel(TextStyle.STRONG, self, wraps=True)
        self._detail = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self.open = ActionButton(wording.say(texts.GUIDE_OPEN), self, kind="step")
        self.open.clicked.connect(self._on_open_clicked)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, grid_px(2.5), 0, grid_px(2.5))
        row.setSpacing(grid_px(3))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignVCenter)

    def present(self, state: GuideRowState) -> None:
        self._page = state.page
        self._icon.show_look(state.look, state.state)
        self._title.setText(state.title)
        self._detail.setText(state.detail)
        self.open.setVisible(bool(state.page))
        self.open.setAccessibleName(state.told)
        self.setAccessibleName(f"{state.title}: {state.state}. {state.detail}")

    @Slot()
    def _on_open_clicked(self) -> None:
        self.page_wanted.emit(self._page)
