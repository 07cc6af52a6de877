"""Attending to shifts in the window: what is chosen on notifications, and what is told here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from tests.fakes import readiness_reports as reports
from tests.fakes.shifts import a_shift
from tests.fakes.window import WindowWorld
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.preshift.model import (
    KEY_CHECK,
    KEY_DEFAULT,
    KEY_LATER,
    KEY_MICROPHONE,
    KEY_OPEN,
    ActChosen,
    Attended,
    Checked,
    NotChecked,
    Refreshing,
)
from workspace_assistant.core.reminders.model import Reminder, ReminderKind
from workspace_assistant.core.reminders.ports import NotShownError
from workspace_assistant.core.shift_end.model import KEY_NOT_TODAY
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.tray.view_state import panel_state

OpenWindow = Callable[[WindowWorld, PageName], MainWindow]
REMINDER = Reminder(
    kind=ReminderKind.READINESS, about="shift", title="Not ready", body="No network."
)


class Desk:
    def __init__(self, qtbot: QtBot, window: MainWindow, world: WindowWorld) -> None:
        self.qtbot, self.window, self.world = qtbot, window, world
        qtbot.waitUntil(lambda: window.pages.today.is_filled)

    def choose(self, key: str, kind: ReminderKind = ReminderKind.READINESS) -> None:
        self.world.attend.report(ActChosen(kind=kind, about="shift", key=key))

    @property
    def shown(self) -> PageName:
        pages = self.window.pages
        return next(name for name in PageName if pages.page(name) is pages.currentWidget())


@pytest.fixture
def desk(qtbot: QtBot, open_window: OpenWindow, world: WindowWorld) -> Desk:
    return Desk(qtbot, open_window(world, PageName.TODAY), world)


class TestActs:
    def test_check_now_runs_the_whole_check_in_the_window(self, desk: Desk) -> None:
        desk.window.hide()
        with desk.qtbot.waitSignal(desk.window.session.finished):
            desk.choose(KEY_CHECK)
        assert desk.window.isVisible()
        assert desk.shown is PageName.READINESS
        (request,) = desk.world.checks["microphone"].requests
        assert not request.only

    @pytest.mark.parametrize(
        ("key", "kind", "page"),
        [
            (KEY_OPEN, ReminderKind.READINESS, PageName.READINESS),
            (KEY_DEFAULT, ReminderKind.READINESS_RECOVERED, PageName.READINESS),
            (KEY_DEFAULT, ReminderKind.SHIFT_CHANGED, PageName.SHIFTS),
            (KEY_OPEN, ReminderKind.CALENDAR_TROUBLE, PageName.SHIFTS),
            (KEY_OPEN, ReminderKind.CHECK_IN, PageName.BREAKS),
            (KEY_DEFAULT, ReminderKind.SELF_CHECK, PageName.BREAKS),
            (KEY_OPEN, ReminderKind.WEEK, PageName.WEEK),
            (KEY_MICROPHONE, ReminderKind.MICROPHONE_QUESTION, PageName.MICROPHONE),
        ],
    )
    def test_others_open_their_page(
        self, key: str, kind: ReminderKind, page: PageName, desk: Desk
    ) -> None:
        desk.window.hide()
        desk.choose(key, kind)
        desk.qtbot.waitUntil(desk.window.isVisible)
        assert desk.shown is page

    @pytest.mark.parametrize(
        ("key", "kind"),
        [(KEY_LATER, ReminderKind.READINESS), (KEY_NOT_TODAY, ReminderKind.CHECK_IN)],
    )
    def test_some_open_nothing(self, key: str, kind: ReminderKind, desk: Desk) -> None:
        desk.window.hide()
        desk.choose(key, kind)
        desk.world.attend.report(Checked(report=reports.ready()))
        desk.qtbot.waitUntil(lambda: desk.window.session.situation.report is not None)
        assert not desk.window.isVisible()


class TestNews:
    def test_a_check_that_ran_by_itself_is_shown(self, desk: Desk) -> None:
        desk.world.attend.report(Checked(report=reports.not_ready()))
        hero = desk.window.pages.today.hero
        desk.qtbot.waitUntil(lambda: hero.accessibleName().startswith("Not ready yet"))

    def test_a_check_that_could_not_be_run_takes_the_color_away(self, desk: Desk) -> None:
        desk.world.attend.report(Checked(report=reports.ready()))
        checks = desk.window.session
        desk.qtbot.waitUntil(lambda: checks.situation.report is not None)
        desk.world.attend.report(NotChecked())
        desk.qtbot.waitUntil(lambda: bool(checks.situation.fault))
        state = panel_state(
            checks.situation, desk.window.sessions.focus.situation, EnglishWording()
        )
        assert (state.look.tone, state.tip) == (Tone.UNTESTED, "Not tested")
        desk.world.attend.report(Checked(report=reports.ready()))
        desk.qtbot.waitUntil(lambda: not checks.situation.fault)

    def test_calendars_that_were_fetched_are_looked_at(self, desk: Desk) -> None:
        day = f"{desk.world.focus.clock.wall_at:%Y-%m-%d}"
        desk.world.plan(a_shift(f"{day} 11:00", f"{day} 19:00", zone="UTC"))
        desk.world.attend.report(Refreshing(sources=("work",)))
        hero = desk.window.pages.today.hero
        desk.qtbot.waitUntil(lambda: hero.accessibleName().startswith("Your shift starts in"))

    def test_a_fault_is_told_until_it_is_over(self, desk: Desk) -> None:
        at: datetime = desk.world.clock.at
        notice = desk.window.top.notice
        desk.world.attend.report(Attended(at=at, next_at=at, fault="The disk is full."))
        desk.qtbot.waitUntil(lambda: notice.sentence == "The disk is full.")
        assert notice.isVisible()
        desk.world.attend.report(Attended(at=at, next_at=at))
        desk.qtbot.waitUntil(lambda: not notice.isVisible())

    def test_a_damaged_database_leads_to_the_backups(self, desk: Desk) -> None:
        at: datetime = desk.world.clock.at
        notice = desk.window.top.notice
        damaged = Attended(at=at, next_at=at, fault="The file is damaged.", is_damaged=True)
        desk.world.attend.report(damaged)
        desk.qtbot.waitUntil(notice.act.isVisible)
        assert notice.sentence == "The file is damaged."
        notice.act.click()
        assert desk.window.pages.currentWidget() is desk.window.pages.data
        assert not notice.isVisible()
        desk.window.top.tell("Saved.")
        assert not notice.act.isVisible()

    def test_where_it_breaks_that_is_told(
        self, desk: Desk, caplog: pytest.LogCaptureFixture
    ) -> None:
        assert desk.world.attend.is_running.wait(5)
        desk.world.attend.fault = ValueError("row 3")
        notice = desk.window.top.notice
        desk.qtbot.waitUntil(lambda: "looks after your shifts" in notice.sentence)
        assert "Attending broke" in caplog.text

    def test_times_are_written_as_in_the_window(self, desk: Desk) -> None:
        assert desk.world.attend.is_running.wait(5)
        words = desk.world.attend.words
        assert words is not None
        at = a_shift("2026-11-23 08:00", "2026-11-23 16:00", zone="UTC").starts_at
        assert (words.clock(at), words.written_day(at)) == ("08:00", "23/11/2026")
        assert words.day(at) == date(2026, 11, 23)


class TestNotifier:
    def test_without_a_panel_it_says_so(self, desk: Desk) -> None:
        assert desk.world.attend.is_running.wait(5)
        notifier = desk.world.attend.notifier
        assert notifier is not None
        with pytest.raises(NotShownError):
            notifier.show(REMINDER, lambda _: None)
        notifier.withdraw(ReminderKind.READINESS)

    def test_a_message_in_the_panel_answers_a_click_once(
        self,
        qtbot: QtBot,
        open_window: OpenWindow,
        world: WindowWorld,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
        monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)
        told: list[tuple[str, str]] = []
        monkeypatch.setattr(
            QSystemTrayIcon, "showMessage", lambda _, title, body, *__: told.append((title, body))
        )
        desk = Desk(qtbot, open_window(world, PageName.TODAY), world)
        assert desk.world.attend.is_running.wait(5)
        keys: list[str] = []
        assert world.attend.notifier is not None
        world.attend.notifier.show(REMINDER, keys.append)
        qtbot.waitUntil(lambda: told == [("Not ready", "No network.")])
        icon = desk.window.ensure_companions().tray.icon
        assert icon is not None
        icon.messageClicked.emit()
        icon.messageClicked.emit()
        assert keys == [KEY_DEFAULT]
