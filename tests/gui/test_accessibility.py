"""Keyboard and assistive tools: every control has a name, and Tab reaches it in reading order."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import readiness_reports as reports
from tests.fakes.window import WindowWorld
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.ui.history.page import HistoryPage
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName

OpenWindow = Callable[[WindowWorld], MainWindow]


def focusable(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def operable(window: MainWindow) -> list[QWidget]:
    """What takes the focus by any way: of the navigation Tab stops at one button alone."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def role_of(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def tab_through(qtbot: QtBot, window: MainWindow) -> list[QWidget]:
    """Press Tab until the focus comes round; the widgets that had it, in order."""
    seen: list[QWidget] = []
    for _ in range(60):
        qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        widget = window.focusWidget()
        assert widget is not None
        if widget in seen:
            return seen
        seen.append(widget)
    raise AssertionError("Tab never comes round")


def history_of(window: MainWindow) -> HistoryPage:
    return window.pages.history


@pytest.mark.parametrize(
    "report", [None, reports.not_ready(), reports.not_tested()], ids=["empty", "bad", "untested"]
)
@pytest.mark.parametrize("page", list(PageName))
def test_every_control_has_a_name(
    report: ReadinessReport | None, page: PageName, qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window(WindowWorld(*filter(None, [report])))
    window.show_page(page)
    if page is PageName.HISTORY:
        headline = history_of(window)._hero._headline
        qtbot.waitUntil(lambda: not headline.text().startswith("Reading"))
    controls = operable(window)
    assert len(controls) >= len(PageName)  # a page that still reads has none of its own
    assert [widget for widget in controls if not name_of(widget).strip()] == []


def test_tab_reaches_every_control_from_top_to_bottom(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window(WindowWorld(reports.caution()))
    order = tab_through(qtbot, window)
    assert set(order) == set(focusable(window))
    readiness = window.pages.readiness
    in_page = [widget for widget in order if readiness.isAncestorOf(widget)]
    inside = readiness._scroll.widget()  # its top moves: the focus takes the page with it
    first, *scrolled, copy, save = in_page
    assert first is readiness._hero.button
    assert (copy, save) == (readiness._bar.copy, readiness._bar.save)
    heights = [one.mapTo(inside, one.rect().center()).y() // 40 for one in scrolled]
    assert heights == sorted(heights)


def test_tab_order_holds_after_a_run(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    window = open_window(world)
    with qtbot.waitSignal(window.session.finished):
        window.session.start_check()
    order = tab_through(qtbot, window)
    assert set(order) == set(focusable(window))


def test_the_meter_is_a_progress_bar_with_its_level_as_value(open_window: OpenWindow) -> None:
    window = open_window(WindowWorld(reports.ready()))
    meter = window.pages.readiness._cards["microphone"]._meter
    interface = QAccessible.queryAccessibleInterface(meter)
    assert interface.role() == QAccessible.Role.ProgressBar
    assert interface.text(QAccessible.Text.Name) == "Microphone level"
    assert interface.valueInterface().currentValue() == -24


def test_icons_numbers_and_curves_speak(open_window: OpenWindow) -> None:
    window = open_window(WindowWorld(reports.caution()))
    card = window.pages.readiness._cards["bandwidth"]
    assert name_of(card._icon) == "Caution"
    assert name_of(card._number) == "48.2 / 9.7 Mbit/s down / up"
    assert role_of(card._number) == QAccessible.Role.StaticText
    assert name_of(card).startswith("Line: Caution. 48.2 / 9.7")
    hero = window.pages.readiness._hero
    assert name_of(hero).startswith("Caution. You can start, with one caution")


def test_the_space_key_presses_the_button(qtbot: QtBot, open_window: OpenWindow) -> None:
    world = WindowWorld()
    window = open_window(world)
    button = window.pages.readiness._hero.button
    button.setFocus()
    with qtbot.waitSignal(window.session.finished):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(world.store.reports) == 1
