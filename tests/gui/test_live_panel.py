"""The live picture: cheap, as only what moves is painted, and no peak is passed over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.wording import EnglishWording
from tests.gui.microphone_visit import Visit
from workspace_assistant.core.jobs import Progress
from workspace_assistant.core.languages import ENGLISH, language_of
from workspace_assistant.core.readiness.microphone.model import LevelReading
from workspace_assistant.core.readiness.microphone.texts import STAGE_SPEECH
from workspace_assistant.ui.microphone.live_panel import LivePanel
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.colors import DARK, LIGHT
from workspace_assistant.ui.theme.scheme import apply_colors
from workspace_assistant.ui.widgets.level_meter import LevelMeter
from workspace_assistant.ui.widgets.spectrum_view import SpectrumView
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.locales import speak_in


class PaintWatch(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.painted: set[str] = set()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.painted.add(type(watched).__name__)
        return False


@contextmanager
def paint_watch(app: QApplication) -> Iterator[PaintWatch]:
    watch = PaintWatch()
    app.installEventFilter(watch)
    yield watch
    app.removeEventFilter(watch)


def reading(peak_dbfs: float) -> LevelReading:
    return LevelReading(
        rms_dbfs=peak_dbfs - 12,
        peak_dbfs=peak_dbfs,
        phase="speech",
        remaining_s=3.0,
        spectrum_dbfs=(peak_dbfs - 30,) * 21,
    )


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> Iterator[LivePanel]:
    page = QWidget()
    page.setProperty("part", "page")
    column = QVBoxLayout(page)
    made = LivePanel(EnglishWording(), page)
    column.addWidget(made)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    yield made
    apply_colors(qapp, LIGHT)


def test_a_step_paints_the_meter_and_the_spectrum_alone(
    panel: LivePanel, qtbot: QtBot, qapp: QApplication
) -> None:
    moving = {LevelMeter.__name__, SpectrumView.__name__}
    for colors in (LIGHT, DARK):  # another style sheet makes widgets anew
        apply_colors(qapp, colors)
        panel.swing(reading(-20))
        qtbot.wait(1)
        qapp.processEvents()
        with paint_watch(qapp) as watch:
            panel.swing(reading(-14))
            qtbot.waitUntil(partial(moving.issubset, watch.painted))
        assert watch.painted == moving


def test_of_readings_that_come_together_each_peak_counts(visit: Visit) -> None:
    visit.start_recording()
    for peak_dbfs in (-2.0, -50.0):
        visit.session._on_progressed(Progress(stage=STAGE_SPEECH, reading=reading(peak_dbfs)))
    assert visit.page._live._meter._position.peak_dbfs == -2


def test_low_notes_are_named_where_they_are_drawn(qapp: QApplication, qtbot: QtBot) -> None:
    speak_in(qapp, language_of("ar"))
    try:
        window = QWidget()
        qtbot.addWidget(window)
        panel = LivePanel(EnglishWording(), window)
        panel.resize(600, 400)
        low, high = (
            next(one for one in panel.findChildren(TextLabel) if one.text() == text)
            for text in ("100 Hz", "10 kHz")
        )
        row = low.parentWidget().layout()
        assert row is not None
        row.setGeometry(QRect(0, 0, 500, 20))
        assert low.x() < high.x()
    finally:
        speak_in(qapp, ENGLISH)
