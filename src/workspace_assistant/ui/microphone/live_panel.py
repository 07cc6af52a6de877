"""LivePanel: the level with the band to be in, and the spectrum, while something is recorded."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.core.readiness.microphone.model import LevelReading
from workspace_assistant.ui.microphone import texts
from workspace_assistant.ui.microphone.view_state import LiveState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.level_meter import LevelMeter
from workspace_assistant.ui.widgets.spectrum_view import SpectrumView
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_SCALE = (texts.SPECTRUM_LOW, texts.SPECTRUM_MIDDLE, texts.SPECTRUM_HIGH)


class LivePanel(PartFrame):
    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._title = TextLabel(TextStyle.TITLE, self)
        self._title.setText(wording.say(texts.LEVEL))
        self._meter = LevelMeter(self)
        self._meter.setAccessibleName(wording.say(texts.LEVEL))
        self._hint = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._spectrum_title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._spectrum_title.setText(wording.say(texts.SPECTRUM))
        self._spectrum = SpectrumView(wording.say(texts.SPECTRUM), self)
        self._scale = self._build_scale(wording)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(3.5))
        column.setSpacing(grid_px(2))
        level: tuple[QWidget, ...] = (self._title, self._meter, self._hint)
        pitch: tuple[QWidget, ...] = (self._spectrum_title, self._spectrum, self._scale)
        for part in level:
            column.addWidget(part)
        column.addSpacing(grid_px(2))
        for part in pitch:
            column.addWidget(part)

    def present(self, state: LiveState | None) -> None:
        self.setVisible(state is not None)
        if state is None:
            self._spectrum.rest()
        else:
            self._hint.setText(state.hint)
            self._meter.set_target(state.target)

    def swing(self, level: LevelReading) -> None:
        """The moving parts alone, cheap enough for 30 times a second."""
        self._meter.swing(level.rms_dbfs, level.peak_dbfs)
        if level.spectrum_dbfs:
            self._spectrum.swing(level.spectrum_dbfs)

    def _build_scale(self, wording: Wording) -> QWidget:
        scale = QWidget(self)
        row = QHBoxLayout(scale)
        row.setContentsMargins(0, 0, 0, 0)
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter)
        for text, side in zip(_SCALE, (*sides, Qt.AlignmentFlag.AlignRight), strict=True):
            label = TextLabel(TextStyle.FOOTER, scale, ink="muted")
            label.setText(wording.say(text))
            row.addWidget(label, 1, side)
        # As the picture above, which is one of a measure: low at the left in every language.
        scale.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        return scale
