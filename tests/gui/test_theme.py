from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

import workspace_assistant.ui
from tests.fakes import readiness_reports as reports
from tests.fakes.window import WindowWorld
from workspace_assistant.ui.app import enlarge_text
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.theme.colors import DARK, LIGHT, Tone
from workspace_assistant.ui.theme.metrics import TextStyle, font, grid_px
from workspace_assistant.ui.theme.scheme import SchemeFollower, apply_colors, current_colors
from workspace_assistant.ui.widgets.action_button import ActionButton

OpenWindow = Callable[[WindowWorld], MainWindow]
UI = Path(workspace_assistant.ui.__file__).parent


@pytest.fixture
def light_again(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    apply_colors(qapp, LIGHT)


def test_follows_the_system_when_its_scheme_changes(light_again: QApplication) -> None:
    follower = SchemeFollower(light_again)
    assert current_colors() is LIGHT
    light_again.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert current_colors() is DARK
    window = light_again.palette().color(QPalette.ColorRole.Window)
    assert window == QColor(DARK.background)
    light_again.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert current_colors() is LIGHT
    light_again.styleHints().colorSchemeChanged.disconnect(follower._on_scheme_changed)


def test_what_was_chosen_counts_before_the_system(light_again: QApplication) -> None:
    follower = SchemeFollower(light_again, "dark")
    assert current_colors() is DARK
    light_again.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert current_colors() is DARK
    follower.choose("system")
    assert current_colors() is LIGHT
    follower.choose("dark")
    follower.choose("light")
    assert current_colors() is LIGHT
    light_again.styleHints().colorSchemeChanged.disconnect(follower._on_scheme_changed)


def test_text_is_as_large_as_it_was_chosen(light_again: QApplication) -> None:
    before = light_again.font().pointSizeF()
    unit = grid_px(10)
    enlarge_text(light_again, 200)
    assert light_again.font().pointSizeF() == 2 * before
    assert grid_px(10) > 1.8 * unit
    enlarge_text(light_again, 150)
    assert light_again.font().pointSizeF() == 1.5 * before
    enlarge_text(light_again, 100)
    assert light_again.font().pointSizeF() == before


def test_an_open_window_changes_with_it(open_window: OpenWindow, light_again: QApplication) -> None:
    window = open_window(WindowWorld(reports.caution()))
    hero = window.pages.readiness._hero
    above_words = QPoint(hero.width() // 2, grid_px(1))  # in the middle may lie a letter
    assert hero.grab().toImage().pixelColor(above_words) == QColor(LIGHT.tones[Tone.CAUTION].soft)
    apply_colors(light_again, DARK)
    assert hero.grab().toImage().pixelColor(above_words) == QColor(DARK.tones[Tone.CAUTION].soft)


@pytest.mark.parametrize("kind", ["", "primary", "link"])
def test_a_button_that_does_nothing_now_looks_so(open_window: OpenWindow, kind: str) -> None:
    button = ActionButton("Record", open_window(WindowWorld()), kind=kind)
    button.adjustSize()
    able = button.grab().toImage()
    button.setEnabled(False)
    assert button.grab().toImage() != able


def test_only_the_theme_knows_colors_and_style_sheets() -> None:
    outside = [path for path in UI.rglob("*.py") if "theme" not in path.parts]
    assert len(outside) > 20
    for path in outside:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"#[0-9A-Fa-f]{6}\b", text), path
        assert "setStyleSheet" not in text, path


def test_no_page_runs_a_loop_of_its_own() -> None:
    for path in UI.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        # The trial is a process of its own, that ends at once; erasing runs where no page is left.
        allowed = path.name in {"app.py", "trial_window.py", "erasing_run.py"}
        assert allowed or not re.search(r"\.exec\(|processEvents", text), path


def test_no_text_is_smaller_than_nine_points(qapp: QApplication) -> None:
    before = qapp.font()
    qapp.setFont(QFont(before.family(), 8))
    try:
        assert min(font(style).pointSizeF() for style in TextStyle) == 9.0
    finally:
        qapp.setFont(before)


def test_sizes_grow_with_the_font(qapp: QApplication) -> None:
    before = qapp.font()
    small = grid_px(10)
    qapp.setFont(QFont(before.family(), round(before.pointSizeF() * 2)))
    try:
        assert grid_px(10) == pytest.approx(2 * small, rel=0.1)
    finally:
        qapp.setFont(before)


def test_digits_have_one_width() -> None:
    assert font(TextStyle.NUMBER).featureValue(QFont.Tag("tnum")) == 1
