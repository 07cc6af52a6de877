"""The Week page: every act reaches its service, and every state is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import summaries
from tests.fakes.summary_days import ZONE
from tests.fakes.week_page import FRIDAY, WeekWorld
from tests.fakes.window import WindowWorld
from tests.fakes.wording import EnglishWording, LongWording
from tests.gui.conftest import OpenWindow
from tests.gui.test_accessibility import focusable
from tests.gui.week_visit import SIZE, Visit
from workspace_assistant.core.balance.settings_model import GoalKind, WeekStart
from workspace_assistant.core.balance.targets import Region
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.leave.model import LeaveKind
from workspace_assistant.core.tips.model import Answer
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.week.settings_state import Field, Switch

WEDNESDAY = datetime(2026, 11, 25, 12, 10, tzinfo=ZONE)
LOCKED = StoreUnavailableError("The database is locked.")


@pytest.fixture
def rich(qtbot: QtBot, runner: JobRunner) -> Visit:
    return Visit(qtbot, runner, WeekWorld(summaries.rich()))


@pytest.fixture
def visiting(qtbot: QtBot, runner: JobRunner) -> Callable[..., Visit]:
    def visit(world: WeekWorld, size: QSize = SIZE, *, is_long: bool = False) -> Visit:
        wording = LongWording() if is_long else EnglishWording()
        return Visit(qtbot, runner, world, wording, size)

    return visit


class TestReading:
    def test_the_week_comes_first_and_then_those_before_it(self, rich: Visit) -> None:
        assert rich.world.looks == ["alone", "summary"]
        assert rich.headline == "8 of 11 targets met"
        assert rich.page.pictures.trends.isVisible()
        assert rich.page.pictures.heat.notes[0].startswith("31 %")
        assert [one.sentence for one in rich.page.goals.goals][1] == "24 breaks; the goal is 20."

    def test_what_cannot_be_read_can_be_tried_again(self, rich: Visit) -> None:
        rich.world.fault = LOCKED
        rich.session.look()
        rich.settle()
        assert rich.headline == "Your week cannot be read"
        assert not rich.page.settings.isVisible()
        rich.world.fault = None
        rich.click(rich.page.hero.button)
        assert rich.headline == "8 of 11 targets met"
        assert not rich.page.hero.button.isVisible()

    def test_something_unforeseen_is_said_and_logged(
        self, rich: Visit, caplog: pytest.LogCaptureFixture
    ) -> None:
        rich.world.fault = RuntimeError("broken")
        rich.session.look()
        rich.settle()
        assert rich.page.hero.button.isVisible()
        assert "the week could not be read" in caplog.text

    def test_it_looks_again_where_something_is_logged_while_it_is_shown(self, rich: Visit) -> None:
        rich.session.note_change()
        rich.settle()
        assert rich.world.looks[2:] == ["summary"]
        rich.page.hide()
        rich.session.note_change()
        assert rich.session.is_settled
        assert not rich.session._timer.isActive()
        rich.page.show()
        rich.settle()
        assert rich.world.looks[3:] == ["summary"]

    def test_a_minute_later_the_weeks_before_are_read_only_where_this_one_changed(
        self, rich: Visit
    ) -> None:
        rich.session._timer.timeout.emit()
        rich.settle()
        assert rich.world.looks[2:] == ["alone"]
        rich.world.marked.append((FRIDAY.date(), LeaveKind.SICK))
        rich.session._timer.timeout.emit()
        rich.settle()
        assert rich.world.looks[3:] == ["alone", "summary"]
        assert rich.page.days.rows[4].kinds.value == "sick"

    def test_a_week_that_ends_makes_room_for_the_next(self, rich: Visit) -> None:
        rich.world.clock.at += timedelta(days=3)
        rich.session.look()
        rich.settle()
        assert rich.page.picker.title.startswith("Mon 23 Nov")


class TestOtherWeeks:
    def test_back_and_forth(self, rich: Visit) -> None:
        picker = rich.page.picker
        assert not picker.current.isVisible()
        rich.click(picker.previous)
        assert picker.title.startswith("Mon 9 Nov")
        assert rich.headline == "Nothing is known of this week"
        assert picker.current.isVisible()
        rich.click(picker.next)
        assert (rich.session.situation.around, rich.headline) == (None, "8 of 11 targets met")
        rich.click(picker.next)
        assert rich.headline == "This week is still to come"
        rich.click(picker.current)
        assert rich.headline == "8 of 11 targets met"

    def test_steps_that_follow_at_once_are_all_gone(self, rich: Visit) -> None:
        for _ in range(3):
            rich.page.picker.previous.click()
        rich.settle()
        assert rich.page.picker.title.startswith("Mon 26 Oct")

    def test_a_day_or_a_week_can_be_written(self, rich: Visit) -> None:
        picker = rich.page.picker
        rich.write(picker.day, "2026-W40")
        assert picker.title.startswith("Mon 28 Sep")
        assert picker.day.text() == ""
        rich.write(picker.day, "soon")
        assert picker.trouble == "“soon” is no day such as 2026-11-16."
        QTest.keyClick(picker.day, Qt.Key.Key_Backspace)
        assert picker.trouble == ""
        picker.day.clear()
        QTest.keyClick(picker.day, Qt.Key.Key_Return)
        assert picker.trouble == ""

    def test_another_week_is_read_from_its_top(self, rich: Visit) -> None:
        bar = rich.page._scroll.verticalScrollBar()
        bar.setValue(bar.maximum())
        rich.click(rich.page.picker.previous)
        assert bar.value() == 0


class TestNumbers:
    def test_a_number_is_laid_open_and_closed(self, rich: Visit) -> None:
        row = rich.page.indicators.row("shortest-daily-rest")
        assert row.value == "9\u202fh 20\u202fmin"
        rich.click(row.toggle)
        assert row.formula is not None
        assert len(row.formula.terms) == 5
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
        assert not row.formula.isVisible()

    def test_what_is_not_known_is_shown_on_demand(self, rich: Visit) -> None:
        panel = rich.page.indicators
        count = len(panel.rows)
        rich.click(panel.more)
        assert len(panel.rows) == count + 1
        rich.click(panel.more)
        assert len(panel.rows) == count

    def test_own_targets(self, rich: Visit) -> None:
        row = rich.page.indicators.row("shortest-daily-rest")
        rich.click(row.toggle)
        formula = row.formula
        assert formula is not None
        rich.write(formula.field, "soon")
        assert formula.trouble.startswith("“soon” is no value")
        rich.write(formula.field, "12 h")
        assert rich.world.settings.own_targets == {"shortest-daily-rest": 43_200.0}
        assert formula.trouble == ""
        assert rich.page.settings.defaults.isVisible()
        rich.click(formula.drop)
        assert rich.world.settings.own_targets == {"shortest-daily-rest": None}
        rich.click(formula.default)
        assert rich.world.settings.own_targets == {}
        rich.write(formula.field, "")
        assert rich.world.settings.own_targets == {}

    def test_pictures_are_tables_on_demand(self, rich: Visit) -> None:
        for card in rich.page.pictures.all:
            rich.click(card.toggle)
            assert all(table.isVisible() for table in card.tables)
            assert not any(view.isVisible() for view in card.views)
            assert card.toggle.text() == "Show as picture"
            rich.click(card.toggle)
            assert all(view.isVisible() for view in card.views)

    def test_more_lines_are_drawn_on_demand(self, rich: Visit) -> None:
        card = rich.page.pictures.trends
        (view,) = card.views
        fewer = len(view.drawing.shapes) if view.drawing else 0
        rich.click(card.more)
        assert view.drawing is not None
        assert len(view.drawing.shapes) > fewer
        assert card.more.text() == "Show fewer"


class TestSuggestions:
    def test_answers_reach_the_tips(self, rich: Visit) -> None:
        first, second, _ = rich.page.suggestions.rows
        rich.click(first.helped)
        assert not first.helped.isEnabled()
        rich.click(second.never)
        answers = [(one.tip_id, one.answer) for one in rich.world.tips.log.events]
        assert answers == [
            ("eleven-hours-of-rest", Answer.HELPED),
            ("evening-without-work", Answer.DOES_NOT_APPLY),
        ]
        assert rich.told[0] == "Noted: this tip helped."
        assert rich.told[1].startswith("Put away.")

    def test_the_source_opens_in_the_browser(
        self, rich: Visit, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        opened: list[str] = []
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
        rich.click(rich.page.suggestions.rows[0].link)
        assert opened == ["https://doi.org/10.1000/1"]


class TestChoices:
    def test_days_off_are_marked(self, rich: Visit) -> None:
        tuesday = rich.page.days.rows[1]
        rich.click(chip(tuesday.kinds.chips, "Sick"))
        rich.click(chip(tuesday.kinds.chips, "Sick"))
        rich.click(chip(tuesday.kinds.chips, "Not off"))
        on = date(2026, 11, 17)
        assert rich.world.marked == [(on, LeaveKind.SICK), (on, None)]
        assert rich.told == ["Tue 17 Nov: Sick.", "Tue 17 Nov: Not off."]

    def test_several_days_are_marked_at_once(self, rich: Visit) -> None:
        form = rich.page.days.form
        form.first.setText("2026-12-24")
        form.last.setText("2026-12-26")
        rich.click(chip(form.kinds.chips, "Holiday"))
        rich.click(form.mark)
        days = [date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 26)]
        assert rich.world.marked == [(on, LeaveKind.HOLIDAY) for on in days]
        assert rich.told[-1] == "Thu 24 Dec to Sat 26 Dec: Holiday."
        assert form.first.text() == form.last.text() == ""

    @pytest.mark.parametrize(
        ("first", "last", "words"),
        [
            ("soon", "", "soon"),
            ("2026-12-24", "2026-12-20", "is before it"),
            ("2026-01-01", "2028-01-01", "At most 366 days"),
        ],
    )
    def test_a_span_that_cannot_be_meant_is_said_where_it_stands(
        self, rich: Visit, first: str, last: str, words: str
    ) -> None:
        form = rich.page.days.form
        form.first.setText(first)
        form.last.setText(last)
        rich.click(form.mark)
        assert words in form._trouble.text()
        assert rich.world.marked == []
        form.last.textEdited.emit("2")
        assert form._trouble.text() == ""

    def test_choices_are_kept_at_once(self, rich: Visit) -> None:
        settings, world = rich.page.settings, rich.world
        rich.click(chip(settings.region.chips, "Germany"))
        rich.click(chip(settings.start.chips, "Sunday"))
        rich.click(settings.boxes[Switch.ADHERENCE])
        rich.click(settings.boxes[Switch.HEADLINE])
        assert (world.settings.region, world.settings.week_start) == (
            Region.GERMANY,
            WeekStart.SUNDAY,
        )
        assert world.settings.shows_adherence
        assert world.settings.tells_headline

    def test_goals_and_the_way_to_work_are_written(self, rich: Visit) -> None:
        settings, world = rich.page.settings, rich.world
        rich.write(settings.fields[Field.END_OF_DAY], "5 pm")
        goals = {one.kind: one for one in world.settings.goals}
        assert goals[GoalKind.END_OF_DAY].ends_by == time(17)
        rich.write(settings.fields[Field.FARE], "free")
        assert settings.trouble(Field.FARE) == (
            "Both ways cost: “free” is nothing such as 6.40 EUR."
        )
        QTest.keyClicks(settings.fields[Field.FARE], "x")
        assert settings.trouble(Field.FARE) == ""
        rich.write(settings.fields[Field.FARE], "7 GBP")
        assert (world.settings.commute.day_fare, world.settings.commute.currency) == (7, "GBP")

    def test_all_targets_are_put_back(self, qtbot: QtBot, runner: JobRunner) -> None:
        whole = summaries.rich()
        own = replace(whole.settings, own_targets={"hours": 36_000.0})
        there = Visit(qtbot, runner, WeekWorld(replace(whole, settings=own)))
        there.click(there.page.settings.defaults)
        assert there.world.settings.own_targets == {}

    def test_what_cannot_be_kept_goes_back_and_is_told_until_it_can(self, rich: Visit) -> None:
        settings = rich.page.settings
        rich.world.fault = LOCKED
        rich.click(chip(settings.region.chips, "Germany"))
        assert rich.warned == ["The database is locked."]
        rich.world.fault = None
        rich.session.look()
        rich.settle()
        assert settings.region.value == "eu"
        rich.click(chip(settings.region.chips, "Germany"))
        assert rich.untold == rich.warned

    def test_a_goal_that_makes_no_sense_is_refused_in_words(self, rich: Visit) -> None:
        rich.write(rich.page.settings.fields[Field.FOCUS], "500 h")
        assert rich.warned[0].startswith("A goal of focus is from")

    def test_something_unforeseen_in_an_act_is_told(
        self, rich: Visit, caplog: pytest.LogCaptureFixture
    ) -> None:
        rich.world.fault = RuntimeError("broken")
        rich.session.mark_days(FRIDAY.date(), FRIDAY.date(), LeaveKind.LEAVE, "marked")
        rich.settle()
        assert rich.warned[0].startswith("Something unforeseen")
        assert "an act on the week broke" in caplog.text


class TestStates:
    def test_a_first_week_leads_to_what_fills_it(self, visiting: Callable[..., Visit]) -> None:
        there = visiting(WeekWorld(summaries.empty(), now=WEDNESDAY))
        assert there.headline == "Your week will stand here"
        assert not there.page.indicators.isVisible()
        assert not there.page.pictures.days.isVisible()
        there.qtbot.waitUntil(there.page.guide.rows[-1].isVisible)
        for row in there.page.guide.rows:
            there.click(row.open)
        assert there.pages == [
            PageName.SHIFTS,
            PageName.FOCUS,
            PageName.BREAKS,
            PageName.BREAKS,
        ]

    def test_a_half_empty_week(self, visiting: Callable[..., Visit]) -> None:
        there = visiting(WeekWorld(summaries.half_empty(), now=WEDNESDAY))
        assert [row.open.isHidden() for row in there.page.guide.rows] == [True, True, False, False]
        assert there.page.pictures.days.isVisible()
        assert there.page.pictures.trends.notes[0].startswith("Lines appear here")
        assert not there.page.pictures.heat.isVisible()

    def test_what_the_numbers_mean_is_read_on_demand(self, rich: Visit) -> None:
        panel = rich.page.definitions
        assert not panel.inside.isVisible()
        rich.click(panel.toggle)
        assert panel.inside.isVisible()

    def test_parts_of_the_page_are_gone_to(self, rich: Visit) -> None:
        for button in rich.page.jumps.controls[:3]:
            assert isinstance(button, QAbstractButton)
            rich.click(button)
        panel, scroll = rich.page.suggestions, rich.page._scroll
        assert panel.mapTo(scroll, QPoint(0, 0)).y() == 0

    @pytest.mark.parametrize("is_long", [False, True])
    def test_nothing_is_wider_than_the_smallest_window(
        self, visiting: Callable[..., Visit], *, is_long: bool
    ) -> None:
        there = visiting(WeekWorld(summaries.rich()), QSize(568, 520), is_long=is_long)
        there.session.lay_open("shortest-daily-rest")
        there.settle()
        inside = there.page._scroll.widget()
        width = there.page._scroll.viewport().width()
        assert inside.width() == width
        over = [
            one
            for one in inside.findChildren(QWidget)
            if one.isVisible() and one.mapTo(inside, QPoint(one.width(), 0)).x() > width
        ]
        assert not over


class TestKeyboard:
    def test_tab_goes_through_the_page_from_top_to_bottom(self, rich: Visit) -> None:
        stops = focusable(rich.host)
        order = []
        for _ in stops:
            QTest.keyClick(rich.host.focusWidget() or rich.host, Qt.Key.Key_Tab)
            order.append(rich.host.focusWidget())
        inside = rich.page._scroll.widget()
        tops = [
            one.mapTo(inside, QPoint(0, 0)).y()
            for one in order
            if one is not None and inside.isAncestorOf(one)
        ]
        assert len({*order}) == len(stops)
        rows = [top // 40 for top in tops]
        assert rows == sorted(rows)

    def test_enter_presses(self, rich: Visit) -> None:
        toggle = rich.page.indicators.row("hours").toggle
        toggle.setFocus()
        QTest.keyClick(toggle, Qt.Key.Key_Return)
        assert "hours" in rich.session.situation.opened


def test_the_window_reaches_it(qtbot: QtBot, open_window: OpenWindow) -> None:
    world = WindowWorld()
    world.week = WeekWorld(summaries.empty(), now=WEDNESDAY)
    window = open_window(world)
    window.ensure_companions()
    qtbot.keyClick(window, Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    page = window.pages.week
    assert window.pages.currentWidget() is page
    qtbot.waitUntil(lambda: window.sessions.week.is_settled)
    page.guide.rows[0].open.click()
    assert window.pages.currentWidget() is window.pages.shifts
    qtbot.waitUntil(lambda: window.sessions.shifts.is_settled)


def chip(chips: tuple[QWidget, ...], text: str) -> QAbstractButton:
    return next(one for one in chips if isinstance(one, QAbstractButton) and one.text() == text)
