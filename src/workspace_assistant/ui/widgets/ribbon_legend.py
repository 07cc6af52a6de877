"""RibbonLegend: what the patterns of a ribbon mean, of those that it shows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.theme.scheme import current_colors
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.ribbon_paint import paint_part
from workspace_assistant.ui.widgets.ribbon_parts import Part, RibbonPart
from workspace_assistant.ui.widgets.text_label import TextLabel

_WIDE_UNITS, _HIGH_UNITS = 4.5, 3.5


class RibbonLegend(FlowRow):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: dict[Part, QWidget] = {}

    def add_entry(self, part: Part, text: str) -> None:
        entry = QWidget(self)
        words = TextLabel(TextStyle.FOOTER, entry, ink="muted")
        words.setText(text)
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(grid_px(1.25))
        row.addWidget(_Swatch(part, entry))
        row.addWidget(words)
        self._entries[part] = entry
        self.add(entry)

    def show_only(self, parts: set[Part]) -> None:
        for part, entry in self._entries.items():
            entry.setVisible(part in parts)


class _Swatch(QWidget):
    def __init__(self, part: Part, parent: QWidget) -> None:
        super().__init__(parent)
        self._part = RibbonPart(
            id="", block_id="", part=part, start=0, end=0, label="", label_end=0, description=""
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(grid_px(_WIDE_UNITS), grid_px(_HIGH_UNITS))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colors = current_colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect())
        paint_part(painter, place, self._part, colors, has_focus=False, is_pointed=False)
        painter.end()
