"""PathPanel: where the way of a call is weak, in a sentence, a picture and the stream's course."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.core.drawing import Drawing
from workspace_assistant.core.readiness.path_picture import path_picture
from workspace_assistant.core.readiness.strip_chart import stream_of, strip_chart
from workspace_assistant.ui.readiness.path_state import PathState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.drawing_view import DrawingView
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel


class PathPanel(PartFrame):
    explanation_asked = Signal(str)  # a check id

    def __init__(self, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._check_id = ""
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._headline = TextLabel(TextStyle.BODY, self, wraps=True)
        self._evidence = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self.picture = DrawingView(self)
        self.chart = DrawingView(self)
        self.link = ActionButton("", self, kind="link")
        self.link.clicked.connect(self._on_explain_clicked)
        self._build_rows()

    def present(self, state: PathState, explain: str) -> None:
        self._check_id = state.check_id
        self._title.setText(state.title)
        self._headline.setText(state.headline)
        self._evidence.show_text(state.evidence)
        self.link.setText(explain)
        self.link.setAccessibleName(f"{explain} {state.title}")
        self.setAccessibleName(f"{state.title}. {state.headline} {state.evidence}".strip())
        report = state.report

        def draw_way(width_px: float) -> Drawing | None:
            return path_picture(report, width_px, state.say)

        def draw_stream(width_px: float) -> Drawing | None:
            series = stream_of(report)
            return strip_chart(series, width_px, say=state.say) if series else None

        self.picture.show_drawing(report.id, draw_way)
        self.chart.show_drawing(report.id, draw_stream)

    def _build_rows(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(grid_px(4))
        head.addWidget(self._title, 1)
        head.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(1.5))
        column.addLayout(head)
        column.addWidget(self._headline)
        column.addWidget(self._evidence)
        column.addSpacing(grid_px(2))
        column.addWidget(self.picture)
        column.addWidget(self.chart)

    @Slot()
    def _on_explain_clicked(self) -> None:
        self.explanation_asked.emit(self._check_id)
