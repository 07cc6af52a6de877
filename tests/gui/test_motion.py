"""What moves on its own stands still where less motion was asked for (WCAG 2.2.2, 2.3.3)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleOption, QWidget
from pytestqt.qtbot import QtBot

import workspace_assistant.ui
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.colors import LIGHT
from workspace_assistant.ui.theme.motion import choose_motion, is_motion_reduced
from workspace_assistant.ui.theme.scheme import apply_colors
from workspace_assistant.ui.widgets import level_meter, spectrum_view
from workspace_assistant.ui.widgets.busy_bar import BusyBar
from workspace_assistant.ui.widgets.level_meter import LevelMeter
from workspace_assistant.ui.widgets.spectrum_view import SpectrumView


class CountedBar(BusyBar):
    paints = 0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.paints += 1
        super().paintEvent(event)


class CountedMeter(LevelMeter):
    asked = 0

    @override
    def update(self) -> None:  # type: ignore[override]
        self.asked += 1

    @override
    def setUpdatesEnabled(self, enable: bool) -> None:
        self.asked += enable


class CountedSpectrum(SpectrumView):
    asked = 0

    @override
    def update(self) -> None:  # type: ignore[override]
        self.asked += 1


class StillStyle(QProxyStyle):
    """As a desktop's own where its animations were switched off."""

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: object = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget)


@pytest.fixture(autouse=True)
def moving_again(qapp: QApplication) -> Iterator[None]:
    yield
    choose_motion(qapp, "full")


def test_a_bar_without_an_end_moves_and_stands_still(qapp: QApplication, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    bar = CountedBar(parent)
    bar.resize(300, 12)
    parent.show()
    qtbot.waitUntil(lambda: bar.paints > 4)
    choose_motion(qapp, "reduced")
    bar.hide()
    bar.show()
    qtbot.wait(60)
    drawn = bar.paints
    qtbot.wait(250)  # eight steps of a moving one
    assert bar.paints == drawn
    assert (bar.minimum(), bar.maximum()) == (0, 0)  # busy to assistive tools, as before


@pytest.mark.parametrize(("chosen", "steps"), [("full", 30), ("reduced", 4)])
def test_live_meters_move_often_or_four_times_a_second(
    qapp: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    chosen: str,
    steps: int,
) -> None:
    now_s = [100.0]
    for module in (level_meter, spectrum_view):
        monkeypatch.setattr(module, "monotonic", lambda: now_s[0])
    parent = QWidget()
    qtbot.addWidget(parent)
    meter, spectrum = CountedMeter(parent), CountedSpectrum("Spectrum", parent)
    choose_motion(qapp, chosen)
    meter.asked = spectrum.asked = 0
    for _ in range(30):
        meter.swing(-30.0, -20.0)
        spectrum.swing((-30.0, -40.0))
        now_s[0] += 1 / 30
    assert meter.asked == steps
    assert spectrum.asked == steps
    assert meter.value() > -40  # what it stands for is the same


def test_the_cursor_of_fields_stands_still(qapp: QApplication) -> None:
    before = qapp.cursorFlashTime()
    assert before > 0
    choose_motion(qapp, "reduced")
    assert qapp.cursorFlashTime() == 0
    choose_motion(qapp, "system")
    assert qapp.cursorFlashTime() == before


def test_a_style_without_animations_is_followed_unless_chosen(qapp: QApplication) -> None:
    assert not is_motion_reduced()
    qapp.setStyle(StillStyle("Fusion"))
    try:
        choose_motion(qapp, "system")
        assert is_motion_reduced()
        choose_motion(qapp, "full")
        assert not is_motion_reduced()
    finally:
        qapp.setStyle("Fusion")
        apply_colors(qapp, LIGHT)
    choose_motion(qapp, "system")
    assert not is_motion_reduced()


def test_nothing_else_is_animated() -> None:
    """Menus and tips fade or roll only where the desktop asks Qt for it."""
    for path in Path(workspace_assistant.ui.__file__).parent.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for kind in ("QPropertyAnimation", "QVariantAnimation", "QTimeLine", "QMovie"):
            assert kind not in text, path
        is_bar = path.name == "busy_bar.py"
        assert is_bar or "setRange(0, 0)" not in text, path
