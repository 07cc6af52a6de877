"""The line during shifts, on the Today page: turned on, what it saw, and the job behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.window import WindowWorld
from tests.gui.today_pictures import BEFORE, an_event, planned, settled, watched, working
from workspace_assistant.core.line_watch.shift_watch import NotWatched, Watching
from workspace_assistant.core.typography import NARROW_SPACE
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.today.cards import TodayCards
from workspace_assistant.ui.today.line_card import LineCard

OpenWindow = Callable[[WindowWorld, PageName], MainWindow]


class Visit:
    def __init__(self, qtbot: QtBot, window: MainWindow, world: WindowWorld) -> None:
        self.qtbot, self.window, self.world = qtbot, window, world
        self.line = world.line
        qtbot.waitUntil(lambda: window.pages.today.is_filled)

    @property
    def cards(self) -> TodayCards:
        assert self.window.pages.today.cards is not None
        return self.window.pages.today.cards

    @property
    def card(self) -> LineCard:
        return self.cards.line

    @property
    def notice(self) -> str:
        notice = self.window.top.notice
        return notice.sentence if notice.isVisible() else ""

    @property
    def shown(self) -> PageName:
        pages = self.window.pages
        return next(name for name in PageName if pages.page(name) is pages.currentWidget())

    def click(self) -> None:
        self.qtbot.mouseClick(self.card.switch, Qt.MouseButton.LeftButton)

    def settle(self) -> None:
        today = self.window.sessions.today
        self.qtbot.waitUntil(lambda: not (today._is_looking or today.line._is_turning))


@pytest.fixture
def visit(qtbot: QtBot, open_window: OpenWindow) -> Callable[[WindowWorld], Visit]:
    def made(world: WindowWorld) -> Visit:
        return Visit(qtbot, open_window(world, PageName.TODAY), world)

    return made


Visiting = Callable[[WindowWorld], Visit]


def name_of(widget: QWidget) -> str:
    name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    return name.replace(NARROW_SPACE, " ")


class TestTheSwitch:
    def test_it_is_off_until_somebody_wants_it(self, visit: Visiting) -> None:
        there = visit(settled(planned()))
        assert there.card.isVisible()
        assert not there.card.switch.isChecked()
        assert "Not watched today." in name_of(there.card)
        assert "10 kB a minute" in there.card.switch.accessibleDescription().replace(
            NARROW_SPACE, " "
        )

    def test_a_tick_turns_it_on_and_another_off(self, visit: Visiting) -> None:
        there = visit(settled(planned()))
        there.click()
        there.qtbot.waitUntil(lambda: there.line.is_on)
        there.qtbot.waitUntil(lambda: "Nothing was seen today yet." in name_of(there.card))
        assert there.card.switch.isChecked()
        there.card.switch.setFocus()
        there.qtbot.keyClick(there.card.switch, Qt.Key.Key_Space)
        there.qtbot.waitUntil(lambda: not there.line.is_on)
        there.qtbot.waitUntil(lambda: "Not watched today." in name_of(there.card))
        assert not there.card.switch.isChecked()

    def test_while_it_is_kept_nothing_flickers_and_the_last_wish_holds(
        self, visit: Visiting
    ) -> None:
        there = visit(settled(planned()))
        there.line.gate.clear()
        there.click()
        there.click()
        there.click()
        session = there.window.sessions.today
        with there.qtbot.waitSignal(session.changed):
            session.look()
        assert there.card.switch.isChecked()
        there.line.gate.set()
        there.settle()
        assert there.line.is_on
        assert there.card.switch.isChecked()

    def test_what_cannot_be_kept_is_told_and_taken_back(self, visit: Visiting) -> None:
        there = visit(settled(planned()))
        there.line.turn_error = OSError("No space left on device")
        there.click()
        there.qtbot.waitUntil(lambda: "could not be kept" in there.notice)
        there.qtbot.waitUntil(lambda: not there.card.switch.isChecked())

    def test_without_shifts_there_is_no_such_card(self, visit: Visiting) -> None:
        assert not visit(WindowWorld()).card.isVisible()


class TestWhatItSaw:
    def test_a_day_without_trouble(self, visit: Visiting) -> None:
        there = visit(watched())
        assert name_of(there.card).endswith("Watched for 1 h 57 min: nothing went wrong.")
        assert not there.card.rows

    def test_events_newest_first_and_where_the_others_are(self, visit: Visiting) -> None:
        there = visit(watched(events=7))
        assert "something went wrong 7 times" in name_of(there.card)
        names = [name_of(row) for row in there.card.rows]
        assert len(names) == 5
        assert names[0].startswith("10:38:10\N{EN DASH}10:38:31 3 of 22 packets lost (14 %)")
        assert [name.split("\N{EN DASH}")[0] for name in names] == sorted(
            (name.split("\N{EN DASH}")[0] for name in names), reverse=True
        )
        assert there.card._more.text() == "and 2 more: workspace-assistant watch events"

    def test_an_event_is_seen_at_once(self, visit: Visiting) -> None:
        there = visit(watched())
        event = replace(an_event(BEFORE + timedelta(hours=2, minutes=1)), is_over=False)
        there.line.store.put_event(event)
        there.line.report(event)
        there.qtbot.waitUntil(lambda: len(there.card.rows) == 1)
        assert name_of(there.card.rows[0]).endswith("It goes on.")

    def test_its_figures_can_be_copied(self, visit: Visiting) -> None:
        there = visit(watched(events=1))
        flags = there.card.rows[0]._what.textInteractionFlags()
        assert flags & Qt.TextInteractionFlag.TextSelectableByMouse


class TestTheJob:
    def test_it_runs_as_long_as_the_window_and_shares_its_notifier(self, visit: Visiting) -> None:
        there = visit(working())
        assert there.line.is_running.wait(5)
        assert there.world.attend.is_running.wait(5)
        assert there.line.notifier is there.world.attend.notifier
        assert there.line.words is not None
        assert there.line.words.clock(BEFORE) == "08:41:00"
        assert not there.line.ended.is_set()
        there.window.leave()
        assert there.window.sessions.today._runner.shutdown()
        assert there.line.ended.is_set()

    def test_since_when_it_watches_is_shown_at_once(self, visit: Visiting) -> None:
        there = visit(settled(planned()))
        there.click()
        there.line.report(Watching(BEFORE))
        there.qtbot.waitUntil(lambda: "Watched since 08:41;" in name_of(there.card))
        there.line.report(Watching())
        there.qtbot.waitUntil(lambda: "Nothing was seen today yet." in name_of(there.card))

    def test_its_notification_leads_to_the_page(self, visit: Visiting) -> None:
        there = visit(working())
        assert there.line.is_running.wait(5)
        there.window.show_page(PageName.FOCUS)
        there.window.hide()
        there.line.on_action("default")
        there.qtbot.waitUntil(there.window.isVisible)
        assert there.shown is PageName.TODAY

    def test_trouble_is_told_until_it_is_over(self, visit: Visiting) -> None:
        there = visit(working())
        there.line.report(NotWatched("The disk is full."))
        there.qtbot.waitUntil(lambda: there.notice.endswith("each minute. The disk is full."))
        there.line.report(NotWatched())
        there.qtbot.waitUntil(lambda: not there.notice)

    def test_where_it_breaks_that_is_told_once(
        self, visit: Visiting, caplog: pytest.LogCaptureFixture
    ) -> None:
        there = visit(working())
        assert there.line.is_running.wait(5)
        there.line.fault = ValueError("row 3")
        there.qtbot.waitUntil(lambda: "Nobody watches the line" in there.notice)
        assert caplog.text.count("LineWatching broke") == 1
