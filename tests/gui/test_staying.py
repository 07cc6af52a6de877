"""Closing the window where the desktop has a panel: the program goes on in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from tests.fakes.window import WindowWorld
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.ui.companions import Companions
from workspace_assistant.ui.main_window import MainWindow

OpenWindow = Callable[[WindowWorld], MainWindow]
PLAN = Plan(name="Refund queue", planned_s=1500.0)


class Desk:
    def __init__(self, qtbot: QtBot, window: MainWindow, world: WindowWorld) -> None:
        self.qtbot, self.window, self.world = qtbot, window, world
        self.messages: list[str] = []
        self.ends: list[bool] = []
        self.companions: Companions = window.ensure_companions()
        icon = self.companions.tray.icon
        assert icon is not None
        icon.showMessage = lambda title, *_: self.messages.append(title)  # type: ignore[method-assign,assignment]  # the test listens
        window.closing.connect(lambda: self.ends.append(True))
        qtbot.waitUntil(window.isActiveWindow)

    def start(self) -> None:
        session = self.window.sessions.focus
        session.start(PLAN)
        self.qtbot.waitUntil(lambda: session.situation.block is not None)


@pytest.fixture(autouse=True)
def _panel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)


@pytest.fixture
def desk(qtbot: QtBot, open_window: OpenWindow, world: WindowWorld) -> Desk:
    return Desk(qtbot, open_window(world), world)


def test_it_goes_on_without_a_window_and_says_so_once(desk: Desk) -> None:
    assert not desk.window.close()
    assert not desk.window.isVisible()
    assert desk.ends == []
    assert desk.messages == ["Workspace Assistant stays here"]
    desk.companions.tray.open_window.trigger()
    assert desk.window.isVisible()
    desk.window.close()
    assert len(desk.messages) == 1


def test_a_running_block_and_check_go_on(desk: Desk) -> None:
    desk.world.hold()
    desk.window.session.start_check()
    desk.start()
    desk.window.close()
    assert not desk.window.isVisible()
    assert not desk.companions.question.is_asked
    assert desk.window.session.situation.run is not None
    assert desk.window.sessions.focus.situation.block is not None


@pytest.mark.parametrize("way", ["menu", "key"])
def test_quit_ends_it(way: str, desk: Desk) -> None:
    if way == "menu":
        desk.window.close()
        desk.companions.tray.leave.trigger()
    else:
        desk.qtbot.keyClick(desk.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert desk.ends == [True]
    assert not desk.companions.tray.is_there


def test_quit_over_a_running_block_asks_in_the_window(desk: Desk) -> None:
    desk.start()
    desk.window.close()
    desk.companions.tray.leave.trigger()
    assert desk.window.isVisible()
    assert desk.companions.question.is_asked
    assert desk.ends == []
    desk.companions.question.keep.click()
    assert desk.ends == [True]


def test_a_user_who_wants_closing_to_be_the_end_says_so(desk: Desk) -> None:
    keep = desk.companions.tray.keep
    desk.qtbot.waitUntil(lambda: desk.window.pages.today.cards is not None)
    assert keep.isChecked()
    keep.trigger()
    desk.qtbot.waitUntil(lambda: not desk.world.keeps_in_tray)
    assert desk.window.close()
    assert desk.ends == [True]


def test_that_choice_is_kept_between_starts(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    world.keeps_in_tray = False
    window = open_window(world)
    qtbot.waitUntil(lambda: window.pages.today.cards is not None)
    assert not window.ensure_companions().tray.keep.isChecked()


def test_a_choice_that_cannot_be_kept_is_told(desk: Desk) -> None:
    desk.world.keep_error = OSError(28, "No space left on device")
    desk.companions.tray.keep.trigger()
    notice = desk.window.top.notice
    desk.qtbot.waitUntil(lambda: "could not be kept" in notice.sentence)


def test_a_panel_that_is_gone_holds_nobody(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    assert desk.window.close()
    assert desk.ends == [True]


def test_the_end_of_the_session_is_the_end(desk: Desk) -> None:
    desk.window.leave()
    assert desk.ends == [True]


def test_a_second_start_brings_the_window_up(desk: Desk) -> None:
    desk.window.close()
    desk.window.asked_to_come_up(["--in-tray"])
    assert not desk.window.isVisible(), "a start at login asks for no window"
    desk.window.asked_to_come_up([])
    assert desk.window.isVisible()


def test_hidden_nothing_ticks_faster_than_once_a_minute(desk: Desk) -> None:
    from PySide6.QtCore import QTimer

    desk.qtbot.waitUntil(lambda: desk.window.pages.today.cards is not None)
    desk.window.close()
    desk.qtbot.wait(50)
    ticking = [one for one in desk.window.findChildren(QTimer) if one.isActive()]
    assert ticking
    assert all(one.interval() >= 60_000 for one in ticking)


def test_started_in_the_panel_there_is_no_window(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    window = open_window(world)
    window.hide()
    window.open_in_tray()
    window._look_for_panel()
    assert not window.isVisible()


def test_started_where_there_is_no_panel_it_can_be_found(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    window = open_window(world)
    window.hide()
    window._look_for_panel()
    assert window.isMinimized()


class TestWatching:
    """Out of sight and without a block nobody looks for one more often than once a minute."""

    def test_it_rests_while_hidden(self, desk: Desk) -> None:
        watch = desk.world.focus.watch
        assert watch.is_running.wait(5)
        running = desk.window._runner.running_count
        desk.window.close()
        desk.qtbot.waitUntil(lambda: desk.window._runner.running_count < running)
        watch.is_running.clear()
        desk.window.come_up()
        assert watch.is_running.wait(5)

    def test_over_a_block_it_goes_on(self, desk: Desk) -> None:
        desk.start()
        running = desk.window._runner.running_count
        desk.window.close()
        desk.qtbot.wait(100)
        assert desk.window._runner.running_count == running

    def test_a_block_that_was_started_elsewhere_is_watched_within_a_minute(
        self, desk: Desk
    ) -> None:
        desk.window.close()
        watch = desk.world.focus.watch
        watch.is_running.clear()
        desk.world.focus.services.acts.start(PLAN)
        desk.window._on_minute_passed()
        assert desk.companions.tray.icon is not None
        desk.qtbot.waitUntil(watch.is_running.is_set)
        desk.qtbot.waitUntil(lambda: "Refund queue" in desk.companions.tray.icon.toolTip())
