"""The icon in the panel: there while a block runs, with a true tip and the acts in its menu."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from tests.fakes import readiness_reports
from tests.fakes.window import WindowWorld
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.model import Block, Cause, Channel
from workspace_assistant.core.typography import NARROW_SPACE
from workspace_assistant.ui.main_window import MainWindow

OpenWindow = Callable[[WindowWorld], MainWindow]
PLAN = Plan(name="Refund queue", channel=Channel.CHAT, planned_s=1500.0)


class Panel:
    """A window on a desktop that has a panel, or none."""

    def __init__(self, qtbot: QtBot, window: MainWindow, world: WindowWorld) -> None:
        self.qtbot, self.window, self.world = qtbot, window, world
        self.clock = world.focus.clock
        self.session = window.sessions.focus
        self.tray = window.ensure_companions().tray
        self.settle()

    @property
    def icon(self) -> QSystemTrayIcon:
        assert self.tray.icon is not None
        return self.tray.icon

    @property
    def tip(self) -> str:
        """The line of the block."""
        return self.lines[0]

    @property
    def verdict(self) -> str:
        return self.lines[-1]

    @property
    def lines(self) -> list[str]:
        return self.icon.toolTip().replace(NARROW_SPACE, " ").splitlines()

    @property
    def block(self) -> Block:
        (block,) = self.world.focus.log.kept.blocks.values()
        return block

    def settle(self) -> None:
        session = self.session
        session.look()
        self.qtbot.waitUntil(
            lambda: not (session._is_acting or session._waiting or session._is_looking)
        )

    def start(self) -> None:
        self.session.start(PLAN)
        self.settle()

    def choose(self, action: QAction) -> None:
        assert action.isVisible()
        assert action.isEnabled()
        action.trigger()
        self.settle()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """How often the desktop was asked for a panel, which it has."""
    times: list[bool] = []

    def answer() -> bool:
        times.append(True)
        return True

    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", answer)
    return times


@pytest.fixture
def panel(asked: list[bool], qtbot: QtBot, open_window: OpenWindow, world: WindowWorld) -> Panel:
    return Panel(qtbot, open_window(world), world)


def test_it_is_there_from_the_start(panel: Panel) -> None:
    assert panel.icon.isVisible()
    assert panel.verdict == "Not checked yet"
    assert not panel.tray.proceed.isVisible()
    panel.start()
    assert panel.tray.proceed.isVisible()
    panel.session.stop()
    panel.settle()
    assert panel.icon.isVisible()
    assert not panel.tray.proceed.isVisible()


def test_it_tells_the_verdict(panel: Panel) -> None:
    with panel.qtbot.waitSignal(panel.window.session.finished):
        panel.choose(panel.tray.check)
    assert panel.verdict == "Ready, checked at 08:41"
    assert panel.window.pages.currentWidget() is panel.window.pages.readiness


def test_a_check_is_given_up_in_the_menu(panel: Panel) -> None:
    panel.world.hold()
    panel.window.session.start_check()
    assert panel.verdict == "Checking"
    assert panel.tray.check.text() == "Cancel the check"
    panel.choose(panel.tray.check)
    panel.qtbot.waitUntil(lambda: panel.window.session.situation.run is None)
    assert panel.tray.check.text() == "Check now"


def test_a_verdict_grows_old_while_nobody_looks(
    asked: list[bool], qtbot: QtBot, open_window: OpenWindow
) -> None:
    world = WindowWorld(readiness_reports.ready())
    panel = Panel(qtbot, open_window(world), world)
    assert panel.tray._shown is not None
    assert panel.tray._shown.look.icon == "check"
    panel.window.hide()
    world.clock.advance(24 * 3600)
    panel.window._on_minute_passed()
    assert panel.tray._shown.look.icon == "clock"
    assert panel.verdict == "Ready, checked on 21/11/2026, 08:36"


def test_a_panel_that_comes_late_is_found(
    qtbot: QtBot,
    open_window: OpenWindow,
    world: WindowWorld,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    panel = Panel(qtbot, open_window(world), world)
    assert panel.tray.icon is None
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    panel.tray.refresh()
    assert panel.icon.isVisible()


def test_the_tip_follows_every_change(panel: Panel) -> None:
    panel.start()
    assert panel.tip == "Refund queue: 25 min left"
    panel.clock.advance(90)
    panel.session.pause()
    panel.settle()
    assert panel.tip == "Refund queue, paused: 23 min left"


def test_an_act_on_the_command_line_is_seen_as_soon_as_the_watcher_tells(panel: Panel) -> None:
    panel.session.services.acts.start(PLAN)
    panel.world.focus.watch.report()
    panel.qtbot.waitUntil(lambda: panel.tray.icon is not None)
    panel.session.services.acts.pause()
    panel.world.focus.watch.report()
    panel.qtbot.waitUntil(lambda: "paused" in panel.tip)


def test_it_looks_once_a_minute_while_the_clock_runs(panel: Panel) -> None:
    panel.start()
    timer = panel.tray._timer
    assert timer.isActive()
    assert timer.timerType() is Qt.TimerType.VeryCoarseTimer
    assert 59_000 < timer.interval() <= 60_500 or timer.interval() <= 1_500
    panel.clock.advance(90)
    timer.timeout.emit()
    panel.qtbot.waitUntil(lambda: panel.tip == "Refund queue: 23 min left")
    panel.session.pause()
    panel.settle()
    assert not timer.isActive(), "nothing changes while the clock stands still"


def test_the_panel_is_touched_only_where_something_differs(
    panel: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.start()
    tips: list[str] = []
    monkeypatch.setattr(panel.icon, "setToolTip", tips.append)
    for _ in range(5):
        panel.clock.advance(1)
        panel.settle()
    assert len(tips) == 1, "from 25 to 24 minutes"


def test_the_menu_acts_on_the_block(panel: Panel) -> None:
    panel.start()
    tray = panel.tray
    panel.choose(tray.proceed)
    assert tray.proceed.text() == "Resume"
    assert not tray.causes.menuAction().isVisible()
    panel.choose(tray.proceed)
    panel.choose(tray.causes.actions()[3])
    assert [one.cause for one in panel.block.interruptions] == [Cause.PHONE]
    assert not tray.causes.menuAction().isVisible()
    panel.choose(tray.back)
    assert panel.block.interruptions[0].ended_at is not None
    panel.choose(tray.end)
    assert not panel.block.is_open


@pytest.mark.parametrize("way", ["click", "menu"])
def test_it_opens_the_window(way: str, panel: Panel) -> None:
    panel.start()
    panel.window.showMinimized()
    if way == "click":
        panel.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    else:
        panel.choose(panel.tray.open_window)
    assert not panel.window.isMinimized()


def test_it_is_gone_with_the_window(panel: Panel) -> None:
    panel.start()
    panel.window.leave()
    assert not panel.icon.isVisible()
    assert not panel.tray._timer.isActive()


def test_the_desktop_is_asked_once(panel: Panel, asked: list[bool]) -> None:
    panel.start()
    for _ in range(3):
        panel.clock.advance(60)
        panel.settle()
    assert len(asked) == 1


def test_without_a_panel_nothing_happens(
    qtbot: QtBot,
    open_window: OpenWindow,
    world: WindowWorld,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    panel = Panel(qtbot, open_window(world), world)
    panel.start()
    assert panel.tray.icon is None
    assert not panel.tray._timer.isActive()
    assert not panel.window.top.isVisible(), "nobody is told of what is missing"
