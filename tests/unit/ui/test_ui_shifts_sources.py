"""Calendars before and after they are kept, and the rest of the shifts page, in plain Python."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes.shifts_page import ADDRESS, ROSTER, ShiftsWorld, event
from tests.fakes.wording import EnglishWording
from tests.unit.ui.shifts_situations import looked, seen, situation
from workspace_assistant.core.preshift.model import PreshiftSettings
from workspace_assistant.core.reminders.model import Outcome
from workspace_assistant.core.schedule.model import TimerKind, TimerState
from workspace_assistant.core.shifts.model import Place, SourceKind
from workspace_assistant.core.shifts.ports import CalendarError
from workspace_assistant.ui.shifts.calendar_state import (
    CalendarForm,
    CalendarState,
    calendar_state,
    draft_of_calendar,
    remark_on_address,
)
from workspace_assistant.ui.shifts.news_state import news_state
from workspace_assistant.ui.shifts.settings_state import (
    settings_state,
    with_first,
    with_microphone,
    with_place,
    with_second,
)
from workspace_assistant.ui.shifts.situation import Adding, Looking, Situation, System
from workspace_assistant.ui.shifts.source_state import SourceRowState, source_rows
from workspace_assistant.ui.shifts.system_state import system_state
from workspace_assistant.ui.shifts.why_state import why_state
from workspace_assistant.ui.verdict_look import Look

WORDING = EnglishWording()
MINUTE = "\u202fmin"


def row_of(world: ShiftsWorld, name: str, **more: object) -> SourceRowState:
    rows = source_rows(situation(world, **more), seen(world), WORDING)
    return next(row for row in rows if row.name == name)


class TestSources:
    def test_a_calendar_that_was_read_just_now(self) -> None:
        world = ShiftsWorld()
        world.subscribe(*ROSTER)
        row = row_of(world, "Roster")
        assert row.state == "Up to date"
        assert row.detail == "Calendar subscription · 4 shifts to come · read just now"
        assert (row.can_refresh, row.can_change, row.can_remove) == (True, True, True)
        assert row.change == "Change which events are shifts"
        assert row.trouble == ""
        world.desk.now.advance(600)
        assert row_of(world, "Roster").detail.endswith(f"read 10{MINUTE} ago")

    @pytest.mark.parametrize(
        ("hours", "age", "state"),
        [
            (1.5, "1\u202fh 30\u202fmin", "Tried again soon"),
            (30, "30\u202fh", "May be out of date"),
            (80, "3 days", "May be out of date"),
        ],
    )
    def test_one_that_fails_keeps_what_was_known_and_is_stale_after_long(
        self, hours: float, age: str, state: str
    ) -> None:
        world = ShiftsWorld()
        world.subscribe(*ROSTER)
        world.desk.now.advance(hours * 3600)
        world.desk.feed.answers["*"] = CalendarError("timed-out", "It took too long.")
        world.refresh()
        row = row_of(world, "Roster")
        assert row.detail.endswith(f"read {age} ago")
        assert row.trouble.startswith("It took too long. What was known stays as it was.")
        assert "It is tried again today" in row.trouble
        assert row.state == state

    def test_one_that_is_being_read_waits(self) -> None:
        world = ShiftsWorld()
        source = world.subscribe(*ROSTER).source
        row = row_of(world, "Roster", refreshing=frozenset({source.id}))
        assert (row.state, row.can_refresh) == ("Being read", False)

    def test_one_that_was_never_read(self) -> None:
        world = ShiftsWorld()
        source = world.subscribe(event("2026-11-24 08:00", "2026-11-24 16:00")).source
        found = seen(world)
        (view,) = found.sources
        state = replace(view.state, succeeded_at=None, trouble="It took too long.")
        never = replace(found, sources=(replace(view, state=state, age_s=None),))
        (row,) = source_rows(Situation(seen=never, removing=source.id), never, WORDING)
        assert (row.state, row.trouble) == ("Never read", "It took too long.")
        assert row.detail.endswith("1 shift to come · never read yet")
        assert row.asked == (
            "Remove “Roster”?",
            "1 shift to come goes with it. Shifts that have begun stay.",
            "Its address is taken out of the keyring.",
        )

    def test_patterns_are_changed_and_hands_stay(self) -> None:
        world = ShiftsWorld()
        pattern = world.add_pattern("6").source
        world.add("2026-11-25 18:00", "2026-11-25 20:00")
        row = row_of(world, "Weekdays", removing=pattern.id)
        assert (row.can_refresh, row.can_change, row.can_remove) == (False, True, True)
        assert len(row.asked) == 2
        hand = row_of(world, "By hand")
        assert (hand.can_refresh, hand.can_change, hand.can_remove) == (False, False, False)
        assert hand.detail == "Written down by hand · 1 shift to come"
        world.desk.now.advance(10 * 24 * 3600)
        assert "no shift to come" in row_of(world, "By hand").detail


def asked_for(world: ShiftsWorld, form: CalendarForm, file: Path | None = None) -> Looking:
    """What a look into the calendar brings."""
    asked = Looking(file=file)
    return looked(world, replace(asked, draft=draft_of_calendar(form, asked, WORDING)), ADDRESS)


def calendar(adding: Adding, looking: Looking) -> CalendarState:
    state = calendar_state(Situation(adding=adding, looking=looking), WORDING)
    assert state is not None
    return state


class TestACalendar:
    def test_it_is_closed(self) -> None:
        assert calendar_state(Situation(), WORDING) is None
        assert calendar_state(Situation(adding=Adding.PATTERN), WORDING) is None

    def test_before_a_look(self) -> None:
        state = calendar(Adding.SUBSCRIPTION, Looking())
        assert (state.asks_address, state.look, state.keep) == (True, "Look inside", "")
        assert "keyring" in state.intro

    def test_while_it_is_looked_at_and_kept(self) -> None:
        looking = calendar(Adding.SUBSCRIPTION, Looking(is_reading=True))
        assert looking.is_busy
        assert looking.progress.startswith("Looking inside")
        keeping = calendar(Adding.SUBSCRIPTION, Looking(is_keeping=True))
        assert keeping.progress.startswith("Keeping it")

    def test_why_it_cannot_be_had(self) -> None:
        state = calendar(Adding.SUBSCRIPTION, Looking(trouble="It took too long."))
        assert (state.trouble, state.look, state.keep) == ("It took too long.", "Look again", "")

    def test_what_would_be_shifts_and_what_not_and_why(self) -> None:
        world = ShiftsWorld()
        more = [event(f"2026-12-0{day} 08:00", f"2026-12-0{day} 16:00") for day in (1, 2, 3)]
        all_day = event("2026-11-24 00:00", "2026-11-25 00:00", "", uid="day")
        all_day = replace(all_day, starts=date(2026, 11, 24), ends=date(2026, 11, 25))
        world.desk.publish(*ROSTER, *more, all_day, faults=("One is broken.",))
        state = calendar(
            Adding.SUBSCRIPTION, asked_for(world, CalendarForm(summary="*shift*, *swap*"))
        )
        assert state.headline == "7 of 10 events are shifts"
        assert state.found[0] == (
            "Tuesday, 24 November 2026, 08:00 – 16:30, home, "  # noqa: RUF001 - a dash between times
            "break 12:00 – 12:30: “Shift (home)”"  # noqa: RUF001 - the same
        )
        assert state.found[-1] == "And 2 more."
        assert (
            "“Team meeting”, Tuesday, 24 November 2026: neither its title nor its categories are "
            "those of shifts."
        ) in state.left_out
        assert "“without a name”, 2026-11-24: it lasts all day, without times." in state.left_out
        assert state.faults == ("One is broken.",)
        assert state.keep == "Subscribe"

    def test_nothing_in_it_is_a_shift(self) -> None:
        world = ShiftsWorld()
        world.desk.publish(ROSTER[5])
        none = calendar(Adding.SUBSCRIPTION, asked_for(world, CalendarForm(category="duty")))
        assert none.headline == "None of 1 events is a shift"
        assert none.hint
        world.desk.publish()
        empty = calendar(Adding.SUBSCRIPTION, asked_for(world, CalendarForm()))
        assert empty.headline == "The calendar has no events in the next 60 days"

    def test_a_file(self, tmp_path: Path) -> None:
        world = ShiftsWorld()
        world.desk.publish(event("2026-11-24 08:00", "2026-11-24 16:00", ""))
        file = tmp_path / "roster.ics"
        file.write_bytes(next(iter(world.desk.calendar.contents)))
        found = asked_for(world, CalendarForm(), file)
        assert found.preview is not None
        assert found.preview.source.name == "roster"
        state = calendar(Adding.FILE, found)
        assert (state.title, state.keep) == ("Shifts from roster.ics", "Import 1 shift")
        assert state.headline == "1 of 1 events is a shift"
        assert not state.found[0].endswith("”")
        world.desk.publish(*ROSTER)
        file.write_bytes(list(world.desk.calendar.contents)[-1])
        several = calendar(Adding.FILE, asked_for(world, CalendarForm(summary="*shift*"), file))
        assert several.keep == "Import 4 shifts"
        nothing = calendar(Adding.FILE, asked_for(world, CalendarForm(summary="duty"), file))
        assert nothing.keep == ""

    def test_the_words_of_the_form(self) -> None:
        form = CalendarForm(
            name=" Team ", summary="*shift*, duty ,", category="work", place=Place.OFFICE
        )
        draft = draft_of_calendar(form, Looking(), WORDING)
        assert (draft.kind, draft.name, draft.place) == (
            SourceKind.SUBSCRIPTION,
            "Team",
            Place.OFFICE,
        )
        assert (draft.filter.summary, draft.filter.categories) == (("*shift*", "duty"), ("work",))
        assert draft_of_calendar(CalendarForm(), Looking(), WORDING).name == "Work calendar"

    def test_nothing_is_looked_into_without_a_draft(self) -> None:
        assert looked(ShiftsWorld(), Looking()) == Looking()

    @pytest.mark.parametrize(
        ("address", "is_remarked"),
        [
            ("https://calendar.example.com/a.ics", False),
            ("webcal://calendar.example.com/a.ics", False),
            ("http://calendar.example.com/a.ics", True),
            ("htt", False),
            ("file:///etc/passwd", False),
        ],
    )
    def test_an_address_that_others_can_read_is_remarked_on(
        self, address: str, is_remarked: bool
    ) -> None:
        remark = remark_on_address(address, WORDING)
        assert bool(remark) is is_remarked
        assert address not in remark


class TestNews:
    def test_nothing_changed(self) -> None:
        assert news_state(seen(ShiftsWorld()), WORDING) is None

    def test_several_changes(self) -> None:
        world = ShiftsWorld()
        world.subscribe(*ROSTER[:2])
        world.desk.now.advance(60)
        moved = replace(
            ROSTER[0],
            starts=datetime(2026, 11, 24, 9, tzinfo=UTC),
            ends=datetime(2026, 11, 24, 17, 30, tzinfo=UTC),
        )
        world.desk.publish(moved, event("2026-11-23 18:00", "2026-11-23 20:00", "Extra shift"))
        world.refresh()
        state = news_state(seen(world), WORDING)
        assert state is not None
        assert state.headline == "2 shifts changed"
        new, elsewhere = state.lines
        assert new.startswith("New: today, Monday, 23 November 2026, 18:00")
        assert elsewhere.startswith("Moved tomorrow, Tuesday, 24 November 2026: 09:00")
        assert elsewhere.endswith("16:30.")

    def test_one_that_is_on_another_day(self) -> None:
        world = ShiftsWorld()
        world.subscribe(ROSTER[0])
        world.desk.now.advance(60)
        day = timedelta(days=1)
        starts, ends = ROSTER[0].starts + day, ROSTER[0].ends + day
        world.desk.publish(replace(ROSTER[0], starts=starts, ends=ends))
        world.refresh()
        state = news_state(seen(world), WORDING)
        assert state is not None
        (line,) = state.lines
        assert line.startswith("Moved: Wednesday, 25 November 2026, 08:00")
        assert "in place of tomorrow, Tuesday" in line


class TestSettings:
    def test_what_is_delivered(self) -> None:
        state = settings_state(PreshiftSettings(), WORDING, idle_s=300.0)
        assert state.first.value == "15"
        assert ("15", f"15{MINUTE} before") in state.first.options
        assert state.first.options[0] == ("0", "Off")
        assert state.second.value == "5"
        assert state.microphone.value == "7"
        assert state.places == {"home"}
        assert state.is_on

    def test_what_was_chosen_elsewhere_is_among_the_choices(self) -> None:
        chosen = PreshiftSettings(first_s=12 * 60, second_s=4 * 60, microphone_after_days=1)
        state = settings_state(chosen, WORDING, idle_s=300.0)
        assert ("12", f"12{MINUTE} before") in state.first.options
        assert [value for value, _ in state.second.options] == ["0", "3", "4", "5", "10"]
        assert ("1", "After 1 day") in state.microphone.options

    def test_the_second_comes_after_the_first(self) -> None:
        chosen = PreshiftSettings(first_s=10 * 60)
        second = settings_state(chosen, WORDING, idle_s=300.0).second
        offered = [value for value, _ in second.options]
        assert offered == ["0", "3", "5"]
        assert with_first(PreshiftSettings(second_s=600), "10").second_s == 0
        assert with_first(PreshiftSettings(), "10").second_s == 300

    def test_how_long_idle_is_also_where_it_is_none_of_the_usual(self) -> None:
        usual = settings_state(PreshiftSettings(), WORDING, idle_s=300.0).idle
        assert usual.value == "5"
        assert [value for value, _ in usual.options] == ["2", "5", "10", "15", "30"]
        odd = settings_state(PreshiftSettings(), WORDING, idle_s=450.0).idle
        assert ("7.5", "7.5\u202fmin") in odd.options
        assert odd.value == "7.5"

    def test_off_forgets_nothing_else(self) -> None:
        off = with_first(PreshiftSettings(), "0")
        assert off == replace(PreshiftSettings(), first_s=0)
        state = settings_state(off, WORDING, idle_s=300.0)
        assert not state.is_on
        assert len(state.second.options) == 4

    def test_other_choices(self) -> None:
        assert with_second(PreshiftSettings(), "3").second_s == 180
        assert with_microphone(PreshiftSettings(), "30").microphone_after_days == 30
        more = with_place(PreshiftSettings(), Place.OTHER, is_on=True)
        assert more.places == ("home", "other")
        assert with_place(more, Place.HOME, is_on=False).places == ("other",)


def timer(**more: object) -> Situation:
    fields: dict[str, object] = {"kind": TimerKind.SYSTEMD, **more}
    made = TimerState(**fields)  # type: ignore[arg-type] # the test names the fields
    return Situation(system=System(timer=made))


INSTALLED = {"places": ("/units/a.timer", "/units/a.service"), "every_minutes": 10}


class TestTheSystem:
    def test_it_is_asked_first(self) -> None:
        assert system_state(Situation(), WORDING).sentence == "Asking the system."

    def test_it_cannot_be_asked(self) -> None:
        state = system_state(Situation(system=System(trouble="It is away.")), WORDING)
        assert (state.trouble, state.turns_on) == ("The system cannot be asked. It is away.", None)

    def test_off(self) -> None:
        state = system_state(timer(), WORDING)
        assert f"every 5{MINUTE}" in state.sentence
        assert (state.turns_on, state.button) == (True, "Let the system look")
        assert state.starts_at_login is None

    @pytest.mark.parametrize(
        ("is_active", "said"),
        [
            (True, f"The system looks every 10{MINUTE}"),
            (False, "does not follow it yet"),
            (None, "is not known"),
        ],
    )
    def test_on(self, is_active: bool | None, said: str) -> None:
        state = system_state(timer(**INSTALLED, is_ours=True, is_active=is_active), WORDING)
        assert said in state.sentence
        assert (state.turns_on, state.button) == (False, "Stop it looking")
        assert state.places == "Written in /units/a.timer and /units/a.service."

    def test_what_the_user_has_to_run(self) -> None:
        found = timer(**INSTALLED, is_ours=True, to_do="systemctl a", trouble="Nobody does.")
        state = system_state(found, WORDING)
        assert (state.commands, state.trouble) == ("systemctl a", "Nobody does.")
        assert state.to_do

    def test_where_there_is_no_timer_nothing_is_made_to_follow(self) -> None:
        found = timer(to_do="*/5 * * * * check", trouble="systemd does not run.")
        state = system_state(found, WORDING)
        assert (state.commands, state.to_do) == ("*/5 * * * * check", "")

    def test_that_of_another_installation(self) -> None:
        state = system_state(timer(**INSTALLED), WORDING)
        assert "another installation" in state.sentence
        assert state.turns_on

    def test_login(self) -> None:
        world = ShiftsWorld()
        assert system_state(situation(world), WORDING).starts_at_login is False
        world.services.schedule.turn_autostart(is_on=True)
        assert system_state(situation(world), WORDING).starts_at_login


class TestTheWhyLog:
    def test_nothing_was_told_yet(self) -> None:
        state = why_state(seen(ShiftsWorld()), WORDING)
        assert state.rows == ()
        assert state.empty.startswith("Nothing yet.")

    def test_what_was_told_and_why(self) -> None:
        world = ShiftsWorld()
        world.tell("Calls may get choppy", Outcome.SHOWN, "confirmed-2-of-3", detail="182 ms.")
        world.desk.now.advance(24 * 3600)
        world.tell("Ready", Outcome.HELD_BACK, "ready")
        found = seen(world)
        later_version = replace(found.why[0], reason="of-a-later-version")
        state = why_state(replace(found, why=(later_version, found.why[1])), WORDING)
        later, told = state.rows
        assert isinstance(told.look, Look)
        assert (told.when, told.title) == ("23/11/2026 06:10", "Shown: Calls may get choppy")
        assert told.reason.endswith("single bad moment. 182 ms.")
        assert (later.when, later.reason) == ("Today 06:10", "Of a later version.")

    def test_older_lines_are_there_to_be_asked_for(self) -> None:
        world = ShiftsWorld()
        for number in range(3):
            world.tell(f"Title {number}", Outcome.MERGED, "told-already")
        found = why_state(seen(world, why_limit=2), WORDING)
        assert (len(found.rows), found.has_more) == (2, True)
        assert not why_state(seen(world, why_limit=3), WORDING).has_more
