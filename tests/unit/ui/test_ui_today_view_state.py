"""What the Today page says, in every situation."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes import focus_days as days
from tests.fakes import readiness_reports as reports
from tests.fakes.breaks_page import due, watching
from tests.fakes.shifts import a_shift
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.breaks.model import (
    BreakKind,
    BreakStanding,
    Modes,
    NextBreak,
    Settings,
    Stage,
    WatchRole,
)
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.recovery import Evidence
from workspace_assistant.core.focus.service import Now
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.shifts.model import Place, Shift
from workspace_assistant.core.typography import NARROW_SPACE
from workspace_assistant.ui.breaks.situation import Seen
from workspace_assistant.ui.breaks.situation import Situation as Breaks
from workspace_assistant.ui.focus.situation import Situation as Focus
from workspace_assistant.ui.readiness.run_progress import started_run
from workspace_assistant.ui.readiness.situation import Situation as Readiness
from workspace_assistant.ui.today import texts
from workspace_assistant.ui.today.facts import Facts, StaleSource
from workspace_assistant.ui.today.view_state import PageState, page_state
from workspace_assistant.ui.widgets.ribbon_parts import Part

WORDING = EnglishWording()
SHIFT = a_shift(
    "2026-11-23 09:00",
    "2026-11-23 17:30",
    zone="UTC",
    breaks=(("2026-11-23 11:00", "2026-11-23 11:15"), ("2026-11-23 13:00", "2026-11-23 13:45")),
)
TOMORROW = a_shift("2026-11-24 09:00", "2026-11-24 17:00", zone="UTC")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def facts(now: str, *shifts: Shift, blocks: tuple[Block, ...] = (), **more: object) -> Facts:
    made = Facts(at=at(now), zone=UTC, shifts=shifts, blocks=blocks, has_sources=bool(shifts))
    return replace(made, **more)  # type: ignore[arg-type] # fields by name


def checked(now: datetime, report: ReadinessReport | None = None, **more: object) -> Readiness:
    made = Readiness(now=now, is_opening=False, report=report, profile=reports.PROFILE)
    return replace(made, **more)  # type: ignore[arg-type] # fields by name


def page(
    known: Facts, report: ReadinessReport | None = None, block: Block | None = None, **more: object
) -> PageState:
    """The page; of the check as if the report were five minutes old."""
    now = reports.FINISHED_AT + timedelta(minutes=5)
    focus = Focus(now=Now(at=known.at, block=block, heartbeat=None, left_alone=None))
    return page_state(checked(now, report, **more), focus, known, WORDING)


def plain(text: str) -> str:
    return text.replace(NARROW_SPACE, " ").replace("\u2013", "-").replace("\u00b7", "|")


class TestTheHeadline:
    @pytest.mark.parametrize(
        ("now", "said", "detail"),
        [
            ("2026-11-23 08:36", "Your shift starts in 24 min", "09:00 - 17:30 | 8 h 30 min"),
            ("2026-11-23 08:36:40", "Your shift starts in 23 min", "09:00 - 17:30 | 8 h 30 min"),
            ("2026-11-23 08:59:30", "Your shift starts now", "09:00 - 17:30 | 8 h 30 min"),
            ("2026-11-23 04:10", "Your shift starts in 4 h 50 min", "09:00 - 17:30 | 8 h 30 min"),
            ("2026-11-22 22:00", "Your shift starts in 11 h", "09:00 - 17:30 | 8 h 30 min"),
            ("2026-11-22 20:59", "Your next shift starts tomorrow at 09:00", "09:00 - 17:30"),
            (
                "2026-11-20 12:00",
                "Your next shift: Monday, 23 November 2026, 09:00",
                "09:00 - 17:30",
            ),
            ("2026-11-23 09:00", "Your shift runs until 17:30", "09:00 - 17:30 | 8 h 30 min left"),
            ("2026-11-23 17:29:30", "Your shift runs until 17:30", "09:00 - 17:30 | almost over"),
        ],
    )
    def test_counts_down(self, now: str, said: str, detail: str) -> None:
        hero = page(facts(now, SHIFT)).hero
        assert plain(hero.headline) == said
        assert plain(hero.detail).startswith(detail)
        assert plain(hero.detail).endswith("| at home")

    def test_names_what_the_calendar_calls_it_and_the_place(self) -> None:
        shift = replace(SHIFT, name="Early", place=Place.OFFICE)
        detail = plain(page(facts("2026-11-23 08:00", shift)).hero.detail)
        assert detail == "09:00 - 17:30 | 8 h 30 min | at the office | Early"

    def test_after_the_last_shift(self) -> None:
        hero = page(facts("2026-11-24 18:00", SHIFT)).hero
        assert (hero.headline, hero.detail) == ("No shift is planned", "")

    def test_without_shifts_the_check_is_the_answer(self) -> None:
        hero = page(facts("2026-11-23 08:36"), reports.caution()).hero
        assert hero.headline == "You can start, with one caution"
        assert (hero.detail, hero.answer) == ("", "")
        assert hero.lines[0].startswith("Line needs a look.")


class TestTheCheck:
    def test_is_the_answer_below_the_shift(self) -> None:
        hero = page(facts("2026-11-23 08:36", SHIFT), reports.ready()).hero
        assert hero.answer == "You can start"
        assert plain(hero.age) == "Checked at 08:36, 5 min ago."
        assert (hero.button, hero.link) == ("Check again", "See what was found")
        assert hero.look.word == "Ready"

    def test_just_now(self) -> None:
        report = reports.ready()
        now = Now(at=at("2026-11-23 08:36"), block=None, heartbeat=None, left_alone=None)
        state = page_state(
            checked(report.finished_at + timedelta(seconds=20), report),
            Focus(now=now),
            facts("2026-11-23 08:36", SHIFT),
            WORDING,
        )
        assert state.hero.age == "Checked just now."

    def test_an_old_one_says_so_itself(self) -> None:
        report = reports.ready()
        now = Now(at=at("2026-11-23 08:36"), block=None, heartbeat=None, left_alone=None)
        state = page_state(
            checked(report.finished_at + timedelta(hours=5), report),
            Focus(now=now),
            facts("2026-11-23 08:36", SHIFT),
            WORDING,
        )
        assert state.hero.answer == "From 08:36. Check again."
        assert state.hero.age == ""

    def test_before_the_first_it_says_what_one_costs(self) -> None:
        hero = page(facts("2026-11-23 08:36", SHIFT)).hero
        assert hero.answer == "Whether you can take calls was not checked yet."
        assert "MB of data" in hero.lines[1]
        assert (hero.button, hero.link, hero.age) == ("Check now", "", "")
        assert hero.look.word == "Not checked yet"

    def test_while_it_runs(self) -> None:
        run = started_run(("computer", "bandwidth"), is_quick=False)
        hero = page(facts("2026-11-23 08:36", SHIFT), reports.ready(), run=run, elapsed_s=1.0).hero
        assert hero.is_running
        assert hero.fraction is not None
        assert plain(hero.headline) == "Your shift starts in 24 min"
        assert (hero.button, hero.link, hero.age) == ("Cancel", "Follow the check", "")
        assert hero.is_enabled
        given_up = replace(run, is_cancelling=True)
        assert not page(facts("2026-11-23 08:36", SHIFT), run=given_up).hero.is_enabled

    def test_a_fault_is_told(self) -> None:
        hero = page(facts("2026-11-23 08:36", SHIFT), fault="It broke.").hero
        assert hero.lines == ("It broke.",)
        assert hero.look.word == "Failed"

    def test_nothing_starts_before_the_last_one_is_read(self) -> None:
        assert not page(facts("2026-11-23 08:36"), is_opening=True).hero.is_enabled


class TestTheBreak:
    @pytest.mark.parametrize(
        ("now", "title", "number", "unit"),
        [
            ("2026-11-23 08:41", "Next planned break", "11:00", "in 2 h 19 min"),
            ("2026-11-23 10:59:30", "Next planned break", "11:00", "in less than a minute"),
            ("2026-11-23 11:05", "Break", "10 min", "until 11:15"),
            ("2026-11-23 11:14:50", "Break", "1 min", "until 11:15"),
            ("2026-11-23 11:15", "Next planned break", "13:00", "in 1 h 45 min"),
            ("2026-11-22 12:00", "Next planned break", "11:00", "on 23/11/2026"),
        ],
    )
    def test_is_the_one_that_runs_or_comes(
        self, now: str, title: str, number: str, unit: str
    ) -> None:
        state = page(facts(now, SHIFT)).next_break
        assert state is not None
        assert (state.title, plain(state.number), plain(state.unit)) == (title, number, unit)

    def test_says_how_long_and_what(self) -> None:
        lunch = replace(SHIFT.breaks[1], name="Lunch")
        state = page(facts("2026-11-23 12:00", replace(SHIFT, breaks=(lunch,)))).next_break
        assert state is not None
        assert plain(state.detail) == "Lunch, 45 min, 13:00 - 13:45"

    @pytest.mark.parametrize(
        ("now", "shift", "said"),
        [
            ("2026-11-23 14:00", SHIFT, "None left. All breaks of this shift are over."),
            (
                "2026-11-24 10:00",
                TOMORROW,
                "None is known. The plan of this shift names no breaks.",
            ),
            ("2026-11-26 10:00", SHIFT, "None is known. No shift is planned that could have one."),
        ],
    )
    def test_says_where_there_is_none(self, now: str, shift: Shift, said: str) -> None:
        state = page(facts(now, shift)).next_break
        assert state is not None
        assert (state.number, state.detail) == ("", said)

    def test_without_shifts_there_is_more_to_say(self) -> None:
        assert page(facts("2026-11-23 14:00")).next_break is None


class TestTheBlock:
    DONE = days.block("Refund queue", "09:10", "09:50")
    OPEN = days.block("Mails", "10:00", None, planned_min=50)

    def test_none_today(self) -> None:
        state = page(facts("2026-11-23 10:00")).block
        assert (state.running, state.number) == (None, "")
        assert state.detail == texts.NOTHING_TODAY

    def test_what_was_worked_today(self) -> None:
        eve = replace(
            self.DONE,
            id="eve",
            started_at=self.DONE.started_at - timedelta(days=1),
            ended_at=self.DONE.started_at - timedelta(days=1, hours=-2),
        )
        state = page(facts("2026-11-23 10:00", blocks=(eve, self.DONE))).block
        assert (plain(state.number), state.unit) == ("40 min", "in blocks today")

    def test_the_open_one_with_its_ring(self) -> None:
        known = facts("2026-11-23 10:20", blocks=(self.DONE, self.OPEN))
        running = page(known, block=self.OPEN).block.running
        assert running is not None
        assert (running.name, running.ring.digits) == ("Mails", "30:00")
        assert (running.sentence, running.proceed, running.can_act) == ("Running", "Pause", True)

    def test_one_that_was_left_alone_asks_first(self) -> None:
        seen = Evidence(
            last_seen_at=at("2026-11-23 10:05"),
            now=at("2026-11-23 10:20"),
            is_restarted=True,
            was_watched=True,
        )
        known = facts("2026-11-23 10:20", blocks=(self.OPEN,))
        now = Now(at=known.at, block=self.OPEN, heartbeat=None, left_alone=seen)
        running = page_state(checked(known.at), Focus(now=now), known, WORDING).block.running
        assert running is not None
        assert not running.can_act

    def test_a_log_that_cannot_be_read(self) -> None:
        known = facts("2026-11-23 10:20", SHIFT)
        state = page_state(checked(known.at), Focus(trouble="The disk is gone."), known, WORDING)
        assert state.block.trouble == "The disk is gone."
        assert state.day is None

    def test_before_the_first_look(self) -> None:
        known = facts("2026-11-23 10:20")
        state = page_state(checked(known.at), Focus(), known, WORDING)
        assert (state.block.running, state.block.detail) == (None, "")


class TestTheDay:
    BLOCK = days.block("Refund queue", "09:30", "10:15")

    def test_lies_in_the_frame_of_the_shift(self) -> None:
        day = page(facts("2026-11-23 12:00", SHIFT, blocks=(self.BLOCK,))).day
        assert day is not None
        assert [one.part for one in day.ribbon.frames] == [
            Part.SHIFT,
            Part.PLANNED_BREAK,
            Part.PLANNED_BREAK,
        ]
        frame = day.ribbon.frames[0]
        assert (frame.start, frame.end) == (0.0, 8.5 / 9)
        (block,) = day.ribbon.parts
        assert block.start == pytest.approx(0.5 / 9)
        assert day.ribbon.now == pytest.approx(3 / 9)
        assert day.parts == {Part.SHIFT, Part.PLANNED_BREAK, Part.WORK}
        assert day.title == "Today, Monday, 23 November 2026"

    def test_shows_the_present_soon_before_the_shift(self) -> None:
        day = page(facts("2026-11-23 08:15", SHIFT)).day
        assert day is not None
        assert day.ribbon.now == pytest.approx(0.25 / 10)
        early = page(facts("2026-11-23 05:15", SHIFT)).day
        assert early is not None
        assert early.ribbon.now is None
        assert early.ribbon.frames[0].start == 0.0

    def test_without_shift_and_block_there_is_none(self) -> None:
        assert page(facts("2026-11-23 12:00", TOMORROW)).day is None

    def test_what_was_begun_yesterday_and_goes_on_is_there(self) -> None:
        late = replace(self.BLOCK, started_at=at("2026-11-23 03:30"))
        day = page(facts("2026-11-23 12:00", blocks=(late,))).day
        assert day is not None
        assert day.ribbon.parts[0].start == 0.0


class TestTheWeek:
    def test_has_hours_planned_and_worked(self) -> None:
        block = days.block("Refund queue", "09:30", "10:15")
        week = page(facts("2026-11-23 12:00", SHIFT, TOMORROW, blocks=(block,))).week
        assert week is not None
        assert plain(week.summary) == "16 h 30 min of shifts, 45 min of focus blocks."
        monday, tuesday, wednesday, *_ = week.days
        assert monday.is_today
        assert (monday.planned_share, monday.worked_share) == (1.0, 0.75 / 8.5)
        assert plain(monday.description) == "Mon: 8 h 30 min of shift, 45 min of focus blocks"
        assert plain(tuesday.description) == "Tue: 8 h of shift"
        assert (wednesday.planned, wednesday.worked) == ("", "")
        assert wednesday.description == "Wed: nothing"

    def test_what_two_calendars_know_counts_once(self) -> None:
        twice = replace(SHIFT, id="again", source_id="other")
        week = page(facts("2026-11-23 12:00", SHIFT, twice)).week
        assert week is not None
        assert plain(week.summary) == "8 h 30 min of shifts, no focus blocks yet."

    def test_without_shifts(self) -> None:
        block = days.block("Refund queue", "09:30", "10:15")
        week = page(facts("2026-11-23 12:00", blocks=(block,))).week
        assert week is not None
        assert plain(week.summary) == "45 min of focus blocks, no shifts."
        assert plain(week.days[0].description) == "Mon: 45 min of focus blocks"

    def test_an_empty_one_is_not_shown(self) -> None:
        assert page(facts("2026-11-23 12:00")).week is None

    def test_a_week_may_begin_on_sunday(self) -> None:
        today = replace(facts("2026-11-23 12:00", SHIFT), first_weekday=6)
        week = page(today).week
        assert week is not None
        assert [day.name for day in week.days][:2] == ["Sun", "Mon"]
        assert [day.is_today for day in week.days][:2] == [False, True]
        assert week.days[1].planned

    def test_targets_are_counted_where_any_is_known(self) -> None:
        def told(targets: tuple[int, int] | None) -> str:
            week = page(replace(facts("2026-11-23 12:00", SHIFT), targets=targets)).week
            assert week is not None
            return week.targets

        assert told((6, 8)) == "So far 6 of 8 targets met."
        assert told((0, 0)) == told(None) == ""


@pytest.mark.parametrize(
    ("age_s", "said"),
    [
        (None, "“Work” could not be read yet."),
        (7500.0, "“Work” was last read 2 h 05 min ago: shifts may have changed."),
        (86_400.0, "“Work” was last read a day ago: shifts may have changed."),
        (200_000.0, "“Work” was last read 2 days ago: shifts may have changed."),
    ],
)
def test_a_stale_calendar_is_told_with_its_age(age_s: float | None, said: str) -> None:
    known = facts("2026-11-23 12:00", SHIFT, stale=(StaleSource(name="Work", age_s=age_s),))
    assert [plain(one) for one in page(known).remarks] == [said]


def test_what_cannot_be_read_is_told() -> None:
    known = facts("2026-11-23 12:00", trouble="The disk is gone.")
    unread = page_state(checked(known.at), Focus(), known, WORDING)
    assert not unread.invites  # there may be shifts that cannot be read
    assert page_state(checked(known.at), Focus(), facts("2026-11-23 12:00"), WORDING).invites
    assert page(known).remarks == ("The disk is gone.",)


class TestTheWatchedBreak:
    KNOWN = facts("2026-11-23 12:00", SHIFT)

    def told(self, standing: BreakStanding | None, **more: object) -> tuple[str, str, str, str]:
        known = replace(self.KNOWN, **more)  # type: ignore[arg-type] # fields by name
        seen = Seen(at=known.at, zone=UTC, settings=Settings())
        breaks = Breaks(seen=seen, standing=standing)
        focus = Focus(now=Now(at=known.at, block=None, heartbeat=None, left_alone=None))
        state = page_state(checked(known.at), focus, known, WORDING, breaks).next_break
        assert state is not None
        return tuple(map(plain, (state.title, state.number, state.unit, state.detail)))  # type: ignore[return-value] # four of them

    def test_says_how_much_work_is_left_and_what_is_planned(self) -> None:
        plan = "Planned by your shift: 13:00, in 1 h."
        assert self.told(watching()) == ("Next break", "24 min", "more of work", plan)
        over = a_shift("2026-11-23 09:00", "2026-11-23 17:30", zone="UTC")
        assert self.told(watching(), shifts=(over,))[3] == ""

    @pytest.mark.parametrize(
        ("more", "told"),
        [
            ({"follows": True}, ("Next break", "4 min", "until the postponed one")),
            ({"held_by": "after-another"}, ("Next break", "4 min", "at the soonest")),
            ({"kind": BreakKind.DAILY_LIMIT}, ("Your daily limit", "4 min", "more of work")),
            ({"in_s": 20.0}, ("Next break", "", "in less than a minute")),
        ],
    )
    def test_says_what_it_waits_for(
        self, more: dict[str, object], told: tuple[str, str, str]
    ) -> None:
        soonest = replace(NextBreak(kind=BreakKind.REST, in_s=240.0), **more)  # type: ignore[arg-type] # fields by name
        *found, detail = self.told(watching(next=(soonest,)))
        assert tuple(found) == told
        assert ("five minutes" in detail) == bool(soonest.held_by)

    def test_says_why_a_break_waits(self) -> None:
        held = self.told(watching(due(Stage.HELD, held_by="in-call")))
        assert held[0] == "A break is due and waits"
        assert held[3].startswith("A call goes on.")
        modes = Modes(quiet_until=at("2026-11-23 12:40"))
        assert self.told(watching(modes=modes))[3].startswith("No break is offered until 12:40.")

    @pytest.mark.parametrize(
        "standing", [None, BreakStanding(), watching(role=WatchRole.STANDING_BY), watching(next=())]
    )
    def test_without_a_watch_the_plan_is_told(self, standing: BreakStanding | None) -> None:
        assert self.told(standing)[:2] == ("Next planned break", "13:00")

    def test_a_planned_break_that_comes_first_is_told_first(self) -> None:
        told = self.told(watching(), at=at("2026-11-23 12:45"))
        assert told[:3] == ("Next planned break", "13:00", "in 15 min")
        assert told[3].endswith("\nBeside it, a break is due after 24 min of work.")

    def test_a_planned_break_that_runs_comes_first(self) -> None:
        assert self.told(watching(), at=at("2026-11-23 13:05"))[:2] == ("Break", "40 min")
