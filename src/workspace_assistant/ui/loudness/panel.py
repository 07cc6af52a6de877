"""LoudnessPanel: the switch, and how loud somebody speaks in calls against the usual."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.loudness import texts
from workspace_assistant.ui.loudness.session import LoudnessSession
from workspace_assistant.ui.loudness.view_state import PanelState, panel_state
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.tick_box import TickBox
from workspace_assistant.ui.wording.wording import Wording


class LoudnessPanel(PartFrame):
    def __init__(self, session: LoudnessSession, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._session = session
        self._wording = wording
        self._shown: PanelState | None = None
        say = wording.say
        title = TextLabel(TextStyle.TITLE, self, wraps=True)
        title.setText(say(texts.TITLE))
        self.setAccessibleName(say(texts.TITLE))
        self._trouble = TextLabel(TextStyle.BODY, self, ink="bad", wraps=True)
        self.switch = TickBox(say(texts.SWITCH), self)
        self._trend = TextLabel(TextStyle.BODY, self, wraps=True)
        self._remarks = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(2.5))
        for part in (title, self._trouble, self._trend, self.switch, self._remarks):
            column.addWidget(part)
        session.changed.connect(self._on_changed)
        self.switch.clicked.connect(self._on_clicked)
        self.present(panel_state(session.situation, wording))

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.switch,)

    @property
    def words(self) -> tuple[str, str, str]:
        """What it says: trouble, trend, remarks."""
        return self._trouble.text(), self._trend.text(), self._remarks.text()

    def present(self, state: PanelState | None) -> None:
        before, self._shown = self._shown, state
        if state is None:
            self.switch.setEnabled(False)
        elif state != before:
            self._trouble.show_text(state.trouble)
            self._trend.show_text(state.trend)
            self._remarks.show_text("\n".join(state.remarks))
            self.switch.setEnabled(not state.trouble)
            self.switch.setChecked(state.is_on)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._session.follow(is_following=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.follow(is_following=False)

    @Slot()
    def _on_changed(self) -> None:
        self.present(panel_state(self._session.situation, self._wording))

    @Slot(bool)
    def _on_clicked(self, is_on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._session.turn(is_on=is_on)
