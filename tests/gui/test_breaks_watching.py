"""The watch over breaks in the window: what it offers, tells and asks, and the panel's entries."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.breaks_page import BreaksWorld, a_break, due, watching
from tests.fakes.window import WindowWorld
from tests.gui.conftest import OpenWindow
from workspace_assistant.core.breaks.model import Act, BreakStanding, Settings, Stage
from workspace_assistant.core.reminders.model import Reminder, ReminderKind
from workspace_assistant.core.reminders.ports import NotShownError
from workspace_assistant.ui.break_window.notifier import BreakNotifier
from workspace_assistant.ui.break_window.window import BreakWindow
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName


class Watched:
    def __init__(self, qtbot: QtBot, window: MainWindow, world: WindowWorld) -> None:
        self.qtbot = qtbot
        self.window = window
        self.world: BreaksWorld = world.breaks
        self.watching = window.ensure_companions().breaks
        self.session = window.sessions.breaks
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.session.is_settled)

    def until_shown(self, *, is_shown: bool = True) -> None:
        self.qtbot.waitUntil(lambda: self.is_shown is is_shown)

    @property
    def is_shown(self) -> bool:
        window = self.watching.window
        return window is not None and window.isVisible()

    @property
    def shown(self) -> BreakWindow:
        assert self.watching.window is not None
        return self.watching.window

    def offer(self, **more: object) -> None:
        self.world.offer(watching(due(Stage.OFFERED, **more)))
        self.until_shown()


@pytest.fixture
def watched(qtbot: QtBot, open_window: OpenWindow, world: WindowWorld) -> Watched:
    return Watched(qtbot, open_window(world, PageName.READINESS), world)


def test_an_offer_opens_the_break_window_beside_what_one_does(watched: Watched) -> None:
    watched.offer()
    assert watched.shown._headline.text() == "Time for a break of 5\u202fmin"
    watched.world.withdraw()
    watched.until_shown(is_shown=False)


def test_its_buttons_answer(watched: Watched) -> None:
    watched.offer()
    watched.shown._on_deafness_over()
    watched.shown.begin.click()
    assert watched.world.answers == [Act.BEGIN]


def test_a_break_that_somebody_began_is_shown_and_goes_with_it(watched: Watched) -> None:
    watched.world.report(watching(due(Stage.RUNNING, elapsed_s=30.0)))
    watched.until_shown()
    assert watched.shown.bar.isVisible()
    watched.world.report(watching())
    watched.until_shown(is_shown=False)


def test_what_the_watch_did_not_give_to_it_is_not_shown(watched: Watched) -> None:
    watched.world.report(watching(due(Stage.OFFERED)))
    watched.qtbot.waitUntil(lambda: watched.session.situation.standing is not None)
    assert not watched.is_shown


def test_a_call_takes_the_offer_away(watched: Watched) -> None:
    watched.offer()
    watched.world.report(watching(due(Stage.HELD, held_by="in-call")))
    watched.until_shown(is_shown=False)


def test_each_break_suggests_something_else(watched: Watched) -> None:
    seen = []
    for number in range(3):
        record = a_break("12:00", id=f"break {number}")
        watched.world.offer(watching(due(Stage.OFFERED, record)))
        watched.until_shown()
        seen.append(watched.shown._title.text())
        watched.world.withdraw()
        watched.until_shown(is_shown=False)
    assert len(set(seen)) == 3


def test_what_was_chosen_elsewhere_is_said(watched: Watched) -> None:
    watched.world.settings = Settings(postpone_s=600.0)
    watched.offer()
    watched.qtbot.waitUntil(lambda: watched.shown.postpone.text() == "Postpone 10\u202fmin")


def test_a_fault_is_told_and_taken_back(watched: Watched) -> None:
    watched.world.report(watching(fault="The disk is full."))
    notice = watched.window.top.notice
    watched.qtbot.waitUntil(lambda: notice.isVisible() and notice.sentence == "The disk is full.")
    watched.world.report(watching())
    watched.qtbot.waitUntil(lambda: not notice.isVisible())


def test_a_watch_that_breaks_is_told_once_and_shown_on_the_page(watched: Watched) -> None:
    watched.offer()
    watched.world.watch_fault = ZeroDivisionError()
    watched.qtbot.waitUntil(lambda: watched.session.situation.has_broken)
    assert watched.window.top.notice.sentence.startswith("Breaks are not watched any more.")
    watched.until_shown(is_shown=False)


def test_a_watch_that_breaks_takes_the_break_that_runs_off_the_screen(watched: Watched) -> None:
    watched.world.report(watching(due(Stage.RUNNING, elapsed_s=30.0)))
    watched.until_shown()
    watched.world.watch_fault = ZeroDivisionError()
    watched.qtbot.waitUntil(lambda: watched.session.situation.has_broken)
    watched.until_shown(is_shown=False)


def test_each_mode_is_told_with_its_own_end(watched: Watched) -> None:
    told: list[str] = []
    watched.session.told.connect(told.append)
    watched.session.be_quiet(3600.0)
    watched.settle()
    watched.session.read(1800.0)
    watched.settle()
    assert told == [
        "No break is offered until 13:00.",
        "A still keyboard counts as work until 12:30.",
    ]


def test_a_block_that_begins_or_ends_lets_the_watch_look(watched: Watched) -> None:
    watched.window.sessions.focus.acted.emit()
    assert watched.world.rung == 1


def test_it_closes_with_the_main_window(watched: Watched) -> None:
    watched.offer()
    watched.window.leave()
    assert not watched.is_shown


def test_where_a_window_would_take_the_keyboard_others_show_it(watched: Watched) -> None:
    notifier = BreakNotifier(watched.window, can_appear=False)
    reminder = Reminder(kind=ReminderKind.BREAK, about="one", title="Time", body="5 min")
    with pytest.raises(NotShownError, match="without taking the keyboard"):
        notifier.show(reminder, lambda _: None)
    notifier.withdraw(ReminderKind.TIP)  # is none of its own


class TestThePanelsMenu:
    def test_a_break_now_and_an_hour_of_quiet(self, watched: Watched) -> None:
        tray = watched.window.ensure_companions().tray
        assert not tray.break_now.isVisible()
        watched.session.take(BreakStanding())
        assert tray.break_now.isVisible()
        assert not tray.break_now.isEnabled()
        watched.session.take(watching())
        tray.break_now.trigger()
        assert watched.world.answers == [Act.BEGIN]
        tray.quiet.trigger()
        watched.settle()
        assert tray.quiet.text() == "End quiet (until 13:00)"
        tray.quiet.trigger()
        watched.settle()
        assert tray.quiet.text() == "Quiet for 1\u202fh"
