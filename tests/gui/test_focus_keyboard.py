"""The focus page for those who use no mouse, need larger words, or listen."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import focus_days as days
from tests.fakes.focus_page import FocusWorld
from tests.fakes.window import WindowWorld
from tests.fakes.wording import LongWording
from tests.gui.focus_visit import OpenWindow, Visit, visiting
from workspace_assistant.core.focus.model import Cause
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.widgets.text_label import TextLabel

SAME_LINE_PX = 45  # parts of a ribbon, and a field beside a button


def tab_through(visit: Visit) -> list[QWidget]:
    """Press Tab until the focus comes round; the widgets of the page that had it, in order."""
    seen: list[QWidget] = []
    for _ in range(120):
        visit.qtbot.keyClick(visit.window.focusWidget() or visit.window, Qt.Key.Key_Tab)
        widget = visit.window.focusWidget()
        assert widget is not None
        if widget in seen:
            return [one for one in seen if visit.page.isAncestorOf(one)]
        seen.append(widget)
    raise AssertionError("Tab never comes round")


def focusable(visit: Visit) -> set[QWidget]:
    return {
        widget
        for widget in visit.page.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }


def top_of(visit: Visit, widget: QWidget) -> int:
    inside = visit.page._scroll.widget()
    is_scrolled = inside.isAncestorOf(widget)
    place = widget.mapTo(inside if is_scrolled else visit.page, widget.rect().center())
    return place.y() + (1000 if is_scrolled else 0)


@pytest.mark.parametrize("state", ["start", "running", "correcting"])
def test_tab_reaches_everything_from_top_to_bottom(
    state: str, qtbot: QtBot, open_window: OpenWindow
) -> None:
    visit = visiting(qtbot, open_window, *days.full_day())
    if state == "running":
        visit.start()
        visit.session.interrupt(Cause.PET)
        visit.settle()
        visit.session.forget_offer()
    if state == "correcting":
        visit.click(visit.page.day.rows[1].edit)
    visit.window.setFocus()
    order = tab_through(visit)
    assert set(order) == focusable(visit)
    places = [top_of(visit, widget) for widget in order]
    upwards = [(one, other) for one, other in pairwise(places) if other < one - SAME_LINE_PX]
    assert upwards == []


def cut_off(page: QWidget) -> list[str]:
    """What is not as high as its words."""
    return [
        label.text()
        for label in page.findChildren(TextLabel)
        if label.isVisible()
        and label.wordWrap()
        and label.height() < label.heightForWidth(label.width())
    ]


@pytest.mark.parametrize("is_running", [False, True])
def test_nothing_is_cut_off_where_texts_are_longer(
    is_running: bool, qtbot: QtBot, runner: JobRunner, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    world = WindowWorld()
    world.focus = FocusWorld(*days.full_day(), at=days.at("16:40"))
    window = MainWindow(world.services, runner, LongWording(), settings)
    qtbot.addWidget(window, before_close_func=lambda _: window.leave())
    window.resize(window.minimumSize())
    window.show()
    visit = Visit(qtbot, window, world)
    if is_running:
        visit.start()
        visit.session.interrupt(Cause.TECHNICAL)
        visit.settle()
    scroll = visit.page._scroll
    qtbot.waitUntil(lambda: scroll.widget().width() <= scroll.viewport().width())
    qtbot.waitUntil(lambda: cut_off(visit.page) == [])
    right = visit.page.width()
    outside = [
        widget
        for widget in focusable(visit)
        if widget.mapTo(visit.page, widget.rect().bottomRight()).x() > right
    ]
    assert outside == []


def test_the_toast_waits_for_whoever_reaches_it(visit: Visit) -> None:
    visit.start()
    toast = visit.page.toast
    toast.undo.setFocus()
    toast._timer.timeout.emit()
    assert toast.isVisible()
    visit.press(Qt.Key.Key_Space)
    assert visit.blocks == []


@pytest.fixture
def visit(qtbot: QtBot, open_window: OpenWindow) -> Visit:
    return visiting(qtbot, open_window)
