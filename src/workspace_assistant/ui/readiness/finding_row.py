"""FindingRow: what was found, the next step, and the way to the numbers behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.readiness.view_state import FindingState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel

_LINK_BELOW_UNITS = 160


class FindingRow(PartFrame):
    explanation_asked = Signal(str)  # a check id
    offer_taken = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._check_id = ""
        self._is_link_below: bool | None = None
        self._icon = StateIcon(5.5, self)
        self._message = TextLabel(TextStyle.STRONG, self, wraps=True)
        self._action = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self.link = ActionButton("", self, kind="link")
        self.link.clicked.connect(self._on_explain_clicked)
        self.offer = ActionButton("", self)
        self.offer.hide()
        self.offer.clicked.connect(self.offer_taken)
        self._build_rows()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.link, self.offer)

    def present(self, state: FindingState, word: str, explain: str) -> None:
        self._check_id = state.check_id
        self._icon.show_look(state.look, word)
        self._message.setText(state.message)
        self._action.show_text(state.action)
        self.link.setText(explain)
        self.link.setAccessibleName(f"{explain} {state.message}")
        self.offer.setText(state.offer)
        self.offer.setVisible(bool(state.offer))
        self.setAccessibleName(f"{word}. {state.message} {state.action}")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_link(is_below=event.size().width() < grid_px(_LINK_BELOW_UNITS))

    def _build_rows(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(3.5))
        self._grid.setHorizontalSpacing(grid_px(3.5))
        self._grid.setVerticalSpacing(grid_px(0.75))
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._icon, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._message, 0, 1)
        self._grid.addWidget(self._action, 1, 1)
        self._grid.addWidget(self.offer, 3, 1, Qt.AlignmentFlag.AlignLeft)
        self._place_link(is_below=False)

    def _place_link(self, *, is_below: bool) -> None:
        """Beside the words where there is room, else under them."""
        if is_below == self._is_link_below:
            return
        self._is_link_below = is_below
        self._grid.removeWidget(self.link)
        if is_below:
            self._grid.addWidget(self.link, 2, 1, Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addWidget(self.link, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)

    @Slot()
    def _on_explain_clicked(self) -> None:
        self.explanation_asked.emit(self._check_id)
