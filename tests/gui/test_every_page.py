"""What holds of every page and every first step: for keys, small targets, large text, low windows.

Each is opened twice: in the usual text, as wide as usual and as narrow as may be, and in text of
200 % in the smallest window (WCAG 2.2: 1.4.4, 1.4.10, 2.1.1, 2.1.2, 2.4.3, 2.4.11, 2.5.3,
2.5.8, 3.2.1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui import scene_rules as rules
from tests.gui.scenes import FIRST_STEPS, NARROW, SCENES, USUAL, opened
from workspace_assistant.ui.app import enlarge_text
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.theme.colors import LIGHT
from workspace_assistant.ui.theme.scheme import apply_colors

SEEN: list[Callable[[QWidget], list[str]]] = [
    rules.cut_off,
    rules.outside,
    rules.overlapping,
    rules.too_small,
    rules.unspoken,
]


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    """As the setting *text size* of 200 % makes it at the start."""
    enlarge_text(qapp, 200)
    apply_colors(qapp, LIGHT)
    yield
    enlarge_text(qapp, 100)
    apply_colors(qapp, LIGHT)


@pytest.mark.parametrize("name", [*SCENES, *FIRST_STEPS])
def test_keys_reach_all_and_everything_is_seen_whole(name: str, tmp_path: Path) -> None:
    with opened(name, tmp_path, USUAL) as window:
        assert faults_seen(window) == {}
        assert faults_by_keys(window) == {}
        window.resize(NARROW)
        settle()
        assert faults_seen(window) == {}
        assert faults_by_keys(window) == {}


@pytest.mark.usefixtures("large_text")
@pytest.mark.parametrize("name", [*SCENES, *FIRST_STEPS])
def test_text_of_200_percent_in_the_smallest_window(name: str, tmp_path: Path) -> None:
    with opened(name, tmp_path, NARROW) as window:
        assert faults_seen(window) == {}
        assert faults_by_keys(window) == {}


def faults_seen(window: QWidget) -> dict[str, list[str]]:
    found = {rule.__name__: rule(window) for rule in SEEN}
    return {name: faults for name, faults in found.items() if faults}


def faults_by_keys(window: MainWindow) -> dict[str, list[str]]:
    """Of a walk with Tab through all of it; back again by Shift+Tab leads the same way."""
    page = window.pages.currentWidget()
    order, covered = [], []
    for one in rules.walk(window):
        order.append(one)
        if not rules.is_in_sight(one, window):
            covered.append(rules.told(one))
    found = {
        "covered": covered,
        "left out": [rules.told(one) for one in rules.stops(window) if one not in order],
        "unreachable": rules.unreachable(window, order),
        "out of order": rules.out_of_order(order, window),
        "another way back": rules.not_back(window, order),
        "another page": [] if window.pages.currentWidget() is page else [rules.told(page)],
    }
    return {name: faults for name, faults in found.items() if faults}


def settle() -> None:
    """Everything has its place."""
    for _ in range(4):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.processEvents()
