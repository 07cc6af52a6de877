"""The Today page: what is next, and am I ready for it?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import readiness_reports as reports
from tests.fakes.shifts import a_shift
from tests.fakes.window import WindowWorld
from tests.fakes.wording import LongWording
from tests.gui.today_pictures import BEFORE, planned, settled, stale, watched, working
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.typography import NARROW_SPACE
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.today.cards import TodayCards
from workspace_assistant.ui.today.page import TodayPage

OpenWindow = Callable[[WindowWorld, PageName], MainWindow]


class Visit:
    def __init__(self, qtbot: QtBot, window: MainWindow, world: WindowWorld) -> None:
        self.qtbot, self.window, self.world = qtbot, window, world
        self.page: TodayPage = window.pages.today
        qtbot.waitUntil(lambda: self.page.is_filled)
        self.settle()

    @property
    def cards(self) -> TodayCards:
        assert self.page.cards is not None
        return self.page.cards

    @property
    def shown(self) -> PageName:
        pages = self.window.pages
        return next(name for name in PageName if pages.page(name) is pages.currentWidget())

    def settle(self) -> None:
        focus, today = self.window.sessions.focus, self.window.sessions.today
        self.qtbot.waitUntil(
            lambda: (
                not (focus._is_acting or focus._waiting or focus._is_looking or today._is_looking)
            )
        )

    def press(self, button: QAbstractButton) -> None:
        assert button.isVisible()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()


@pytest.fixture
def visit(qtbot: QtBot, open_window: OpenWindow) -> Callable[[WindowWorld], Visit]:
    def made(world: WindowWorld) -> Visit:
        return Visit(qtbot, open_window(world, PageName.TODAY), world)

    return made


Visiting = Callable[[WindowWorld], Visit]


def plain(text: str) -> str:
    return text.replace(NARROW_SPACE, " ")


def name_of(widget: QWidget) -> str:
    return plain(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))


def top_of(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), QPoint(0, 0)).y()


class TestWhatIsShown:
    def test_the_next_shift_with_the_check_and_the_next_break(self, visit: Visiting) -> None:
        there = visit(settled(planned()))
        told = name_of(there.page.hero)
        assert told.startswith("Your shift starts in 19 min")
        assert "You can start, with one caution" in told
        assert "Checked at 08:36, 5 min ago." in told
        assert name_of(there.cards.next_break).startswith("Next planned break: 11:00 in 2 h 19 min")
        assert there.cards.day.isVisible()
        assert there.cards.week.isVisible()
        assert not there.cards.remarks.isVisible()

    def test_on_the_first_day(self, visit: Visiting) -> None:
        there = visit(WindowWorld())
        assert "Find out whether you can take calls" in name_of(there.page.hero)
        assert there.cards.invitation.isVisible()
        for absent in (there.cards.next_break, there.cards.day, there.cards.week):
            assert not absent.isVisible()

    def test_a_stale_calendar_leads_to_the_shifts(self, visit: Visiting) -> None:
        there = visit(settled(stale()))
        assert "Work calendar" in name_of(there.cards.remarks)
        there.press(there.cards.remarks.see)
        assert there.shown is PageName.SHIFTS

    def test_where_there_is_room_the_day_is_seen_at_once(self, visit: Visiting) -> None:
        there = visit(working())
        there.window.resize(1180, 760)
        line, week, day = there.cards.line, there.cards.week, there.cards.day
        there.qtbot.waitUntil(lambda: top_of(line) == top_of(week))
        there.qtbot.waitUntil(lambda: top_of(day.legend) < top_of(day.ribbon))
        there.window.resize(640, 760)
        there.qtbot.waitUntil(lambda: top_of(line) < top_of(week))
        there.qtbot.waitUntil(lambda: top_of(day.legend) > top_of(day.ribbon))

    def test_each_day_of_the_week_speaks(self, visit: Visiting) -> None:
        there = visit(settled(planned()))
        told = [name_of(day) for day in there.cards.week.days]
        assert told[1] == "Tue: 8 h 30 min of shift, 3 h 10 min of focus blocks"
        assert told[2] == "Wed: nothing"

    def test_the_targets_of_the_week_lead_to_its_page(self, visit: Visiting) -> None:
        there = visit(settled(planned()))
        assert "So far 8 of 11 targets met." in name_of(there.cards.week)
        there.cards.week.open.click()
        there.qtbot.waitUntil(lambda: there.window.sessions.week.is_settled)
        assert there.window.pages.currentWidget() is there.window.pages.week

    def test_a_week_that_cannot_be_read_takes_its_line_alone(self, visit: Visiting) -> None:
        world = settled(planned())
        world.week.fault = StoreUnavailableError("The database is locked.")
        week = visit(world).cards.week
        assert week.isVisible()
        assert "targets" not in name_of(week)

    def test_what_cannot_be_read_is_told(self, visit: Visiting) -> None:
        world = settled(planned())
        there = visit(world)
        world.shifts.store.fault = StoreUnavailableError("The disk is gone.")
        there.window.sessions.today.look()
        there.qtbot.waitUntil(lambda: "The disk is gone." in name_of(there.cards.remarks))
        assert not there.cards.invitation.isVisible()  # shifts may be there, unread


class TestWhatCanBeDone:
    def test_check_again(self, visit: Visiting) -> None:
        there = visit(settled(planned()))
        with there.qtbot.waitSignal(there.window.session.finished):
            there.press(there.page.hero.button)
        assert there.shown is PageName.READINESS

    def test_cancel_a_check_that_runs(self, visit: Visiting) -> None:
        there = visit(settled(planned()))
        there.world.hold()
        there.window.session.start_check()
        there.qtbot.waitUntil(lambda: there.page.hero.button.text() == "Cancel")
        there.press(there.page.hero.button)
        there.qtbot.waitUntil(lambda: there.window.session.situation.run is None)
        there.qtbot.waitUntil(lambda: there.page.hero.button.text() == "Check again")

    def test_see_what_was_found(self, visit: Visiting) -> None:
        there = visit(settled(planned()))
        there.press(there.page.hero.more)
        assert there.shown is PageName.READINESS

    def test_add_shifts(self, visit: Visiting) -> None:
        there = visit(WindowWorld())
        there.press(there.cards.invitation.add)
        assert there.shown is PageName.SHIFTS

    def test_start_a_block(self, visit: Visiting) -> None:
        there = visit(WindowWorld())
        there.press(there.cards.block.start)
        assert there.shown is PageName.FOCUS

    def test_pause_and_stop_the_block(self, visit: Visiting) -> None:
        there = visit(working())
        block = there.cards.block
        assert "Refund queue" in name_of(block)
        assert block.ring.accessibleName().replace(NARROW_SPACE, " ").startswith("26:00")
        there.press(block.proceed)
        there.qtbot.waitUntil(lambda: "Paused" in name_of(block))
        there.press(block.stop)
        there.qtbot.waitUntil(block.start.isVisible)

    def test_a_part_of_the_ribbon_leads_to_its_page(self, visit: Visiting) -> None:
        there = visit(working())
        there.cards.day.ribbon.buttons[0].click()
        assert there.shown is PageName.FOCUS

    def test_the_keyboard_reaches_everything_from_top_to_bottom(self, visit: Visiting) -> None:
        there = visit(settled(stale()))
        there.qtbot.waitUntil(there.window.isActiveWindow)
        there.page.hero.button.setFocus()
        order = [there.window.focusWidget()]
        while True:
            there.qtbot.keyClick(there.window.focusWidget() or there.window, Qt.Key.Key_Tab)
            focused = there.window.focusWidget()
            if focused is None or not there.page.isAncestorOf(focused) or focused in order:
                break
            order.append(focused)
        hero, cards = there.page.hero, there.cards
        parts = [cards.remarks.see, cards.block.start, cards.line.switch, cards.week.open]
        assert order == [hero.button, hero.more, *parts]


class TestKeepingUp:
    def test_an_act_elsewhere_is_seen(self, visit: Visiting) -> None:
        there = visit(settled(planned()))
        there.world.focus.services.acts.start(Plan(name="Mails", planned_s=1500.0))
        there.world.focus.watch.report()
        there.qtbot.waitUntil(there.cards.block.ring.isVisible)
        assert "Mails" in name_of(there.cards.block)

    def test_a_shift_that_was_added_is_seen(self, visit: Visiting) -> None:
        there = visit(WindowWorld())
        day = f"{there.world.focus.clock.wall_at:%Y-%m-%d}"
        there.world.plan(a_shift(f"{day} 11:00", f"{day} 19:00", zone="UTC"))
        there.window.sessions.shifts.acted.emit()
        there.qtbot.waitUntil(lambda: "Your shift starts in 1 h" in name_of(there.page.hero))

    def test_it_looks_at_the_turn_of_the_minute(self, visit: Visiting) -> None:
        world = settled(planned(BEFORE + timedelta(seconds=20)))
        timer = visit(world).window.sessions.today._timer
        assert timer.isSingleShot()
        assert 38_000 < timer.interval() <= 40_100

    def test_hidden_it_costs_nothing(self, visit: Visiting) -> None:
        there = visit(working())
        today, focus = there.window.sessions.today, there.window.sessions.focus
        assert today._timer.isActive()
        assert focus._followers
        there.window.hide()
        there.settle()
        assert not today._timer.isActive()
        assert not focus._followers
        there.window.show()
        there.settle()
        assert today._timer.isActive()
        assert focus._followers

    def test_without_a_block_nobody_looks_each_second(self, visit: Visiting) -> None:
        there = visit(settled(planned()))
        assert not there.window.sessions.focus._followers

    def test_a_fault_is_told_and_it_tries_again(
        self, visit: Visiting, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        there = visit(settled(planned()))
        session = there.window.sessions.today

        def broken(*_: object) -> None:
            raise ValueError("row 3")

        monkeypatch.setattr("workspace_assistant.ui.today.session.read_facts", broken)
        session.look()
        there.qtbot.waitUntil(lambda: "Details are in the log" in there.window.top.notice.sentence)
        assert session._timer.isActive()


@pytest.mark.parametrize(
    "made",
    [
        working,
        lambda: watched(events=7),
        lambda: settled(stale()),
        lambda: WindowWorld(reports.not_ready()),
        WindowWorld,
    ],
    ids=["working", "trouble with the line", "stale", "without shifts", "first day"],
)
def test_nothing_is_cut_off_where_texts_are_longer(
    made: Callable[[], WindowWorld], qtbot: QtBot, runner: JobRunner, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(made().services, runner, LongWording(), settings)
    qtbot.addWidget(window)
    window.resize(window.minimumSize())
    window.show()
    page = window.pages.today
    qtbot.waitUntil(lambda: page.is_filled)
    scroll = page._scroll
    qtbot.waitUntil(lambda: scroll.widget().width() <= scroll.viewport().width())
    labels = [one for one in page.findChildren(QLabel) if one.isVisible() and one.wordWrap()]
    assert len(labels) > 3
    qtbot.waitUntil(lambda: all(one.height() >= one.heightForWidth(one.width()) for one in labels))
    buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisible() and one.text()]
    assert all(one.width() >= one.sizeHint().width() for one in buttons)
    window.leave()
