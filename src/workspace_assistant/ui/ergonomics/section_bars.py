"""SectionBars: the score of each section as a bar of ten, with the action level marked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from workspace_assistant.core.ergonomics.model import ACTION_LEVEL, HIGHEST_SCORE
from workspace_assistant.ui.ergonomics.result_state import SectionState
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.theme.scheme import current_colors
from workspace_assistant.ui.widgets.sides import mirror
from workspace_assistant.ui.widgets.text_label import TextLabel

_BAR_UNITS = 2.5
_SHARES = (2, 6, 2)  # of the width: name, bar, score


class SectionBars(QWidget):
    """A line for each section: name, bar, score, and that it sets the final score."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(grid_px(4))
        self._grid.setVerticalSpacing(grid_px(2))
        for column, share in enumerate(_SHARES):
            self._grid.setColumnStretch(column, share)
        self._lines: list[tuple[TextLabel, _Bar, TextLabel]] = []

    def present(self, sections: tuple[SectionState, ...]) -> None:
        while len(self._lines) < len(sections):
            self._add_line()
        for (name, bar, score), state in zip(self._lines, sections, strict=False):
            name.setText(state.name)
            bar.present(state)
            score.setText(" · ".join(filter(None, (state.score, state.note))))

    def _add_line(self) -> None:
        row = len(self._lines)
        name = TextLabel(TextStyle.BODY, self, wraps=True)
        bar = _Bar(self)
        score = TextLabel(TextStyle.STRONG, self, wraps=True)
        for column, widget in enumerate((name, bar, score)):
            self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter)
        self._lines.append((name, bar, score))


class _Bar(QLabel):
    """Its own text says what it shows; that is what screen readers say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._state: SectionState | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def present(self, state: SectionState) -> None:
        self._state = state
        self.setText(state.spoken)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(grid_px(20), grid_px(_BAR_UNITS + 2))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(grid_px(10), grid_px(_BAR_UNITS + 2))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._state is None:
            return
        colors = current_colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirror(painter, self)
        height = grid_px(_BAR_UNITS)
        whole = QRectF(0, (self.height() - height) / 2, self.width(), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.tones[Tone.UNTESTED].soft))
        painter.drawRoundedRect(whole, height / 2, height / 2)
        if self._state.fraction is not None:
            ink = colors.tones[Tone.ACCENT].strong if self._state.is_driver else colors.control_line
            painter.setBrush(QColor(ink))
            filled = QRectF(whole)
            filled.setWidth(max(whole.width() * self._state.fraction, height))
            painter.drawRoundedRect(filled, height / 2, height / 2)
        level = whole.width() * ACTION_LEVEL / HIGHEST_SCORE
        painter.setPen(QPen(QColor(colors.text), 1, Qt.PenStyle.DashLine))
        painter.drawLine(round(level), 0, round(level), self.height())
        painter.end()
