"""Shifts and weeks as people write them down."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.shifts import local
from tests.fakes.shifts_page import ROSTER, ShiftsWorld, at
from tests.fakes.wording import EnglishWording
from tests.unit.ui.shifts_situations import seen, situation
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.shifts.drafts import PatternDraft, ShiftEdit
from workspace_assistant.core.shifts.model import (
    Pattern,
    Place,
    Shift,
    Source,
    SourceKind,
    WeeklyBreak,
    WeeklyShift,
)
from workspace_assistant.ui.shifts.form_state import (
    FormState,
    ShiftForm,
    draft_of,
    edit_of,
    form_of,
    form_state,
    meaning_of,
)
from workspace_assistant.ui.shifts.pattern_state import (
    HoursForm,
    PatternForm,
    PatternState,
    draft_of_pattern,
    form_of_pattern,
    meaning_of_pattern,
    pattern_state,
)
from workspace_assistant.ui.shifts.situation import Adding

WORDING = EnglishWording()
FORM = ShiftForm(day="2026-11-24", start="8:00", end="16:30")
MADRID = "Europe/Madrid"


def opened(world: ShiftsWorld, **more: object) -> FormState | None:
    now = situation(world, **more)
    assert now.seen is not None
    return form_state(now, now.seen, WORDING)


class TestWhatIsWritten:
    def test_times_breaks_name_and_place(self) -> None:
        written = replace(
            FORM,
            breaks="12:00-12:30; 15.00 \u2013 15.15",
            name=" Help ",
            place=Place.OFFICE,
        )
        draft = draft_of(written, "UTC")
        assert (draft.starts_at, draft.ends_at) == (
            at("2026-11-24 08:00"),
            at("2026-11-24 16:30"),
        )
        assert [(one.starts_at.hour, one.ends_at.hour) for one in draft.breaks] == [
            (12, 12),
            (15, 15),
        ]
        assert (draft.name, draft.place) == ("Help", Place.OFFICE)

    def test_an_end_before_the_start_is_on_the_next_day_and_so_are_breaks(self) -> None:
        draft = draft_of(
            replace(FORM, start="22:00", end="6:00", breaks="23:00-23:15,1-1:30"), "UTC"
        )
        assert draft.ends_at == at("2026-11-25 06:00")
        assert [one.starts_at for one in draft.breaks] == [
            at("2026-11-24 23:00"),
            at("2026-11-25 01:00"),
        ]

    def test_the_same_time_twice_is_a_day_and_a_break_may_begin_with_the_shift(self) -> None:
        draft = draft_of(replace(FORM, start="8", end="8", breaks="8:00-8:15"), "UTC")
        assert draft.ends_at - draft.starts_at == timedelta(days=1)
        assert draft.breaks[0].starts_at == draft.starts_at

    def test_nights_on_which_clocks_are_set(self) -> None:
        longer = replace(FORM, day="2026-10-24", start="22:00", end="6:00")
        shorter = replace(FORM, day="2026-03-28", start="22:00", end="6:00")
        for form, hours in ((longer, 9), (shorter, 7)):
            draft = draft_of(form, MADRID)
            assert draft.ends_at - draft.starts_at == timedelta(hours=hours)

    @pytest.mark.parametrize(
        ("form", "said"),
        [
            (replace(FORM, day="24.11."), "is no day"),
            (replace(FORM, start="25:00"), "is no time of day"),
            (replace(FORM, end="later"), "is no time of day"),
            (replace(FORM, start=" "), "Say when the shift starts"),
            (replace(FORM, end=""), "Say when the shift starts"),
            (replace(FORM, breaks="noon"), "is no break"),
            (replace(FORM, breaks="12:00-12:30-13:00"), "is no break"),
            (replace(FORM, breaks="12:00-xx"), "is no break"),
        ],
    )
    def test_what_cannot_be_understood(self, form: ShiftForm, said: str) -> None:
        with pytest.raises(RefusedError, match=said):
            draft_of(form, "UTC")
        assert meaning_of(form, "UTC", WORDING) == ""

    @given(
        day=st.dates(date(2025, 1, 1), date(2030, 1, 1)),
        start=st.times(),
        end=st.times(),
        zone=st.sampled_from(["UTC", MADRID, "America/New_York", "Pacific/Apia", "Asia/Kolkata"]),
    )
    def test_every_shift_ends_after_it_starts_when_clocks_show_it(
        self, day: date, start: time, end: time, zone: str
    ) -> None:
        form = ShiftForm(day=f"{day}", start=f"{start:%H:%M}", end=f"{end:%H:%M}")
        draft = draft_of(form, zone)
        length = draft.ends_at - draft.starts_at
        assert timedelta() < length <= timedelta(hours=26)
        shown = draft.ends_at.astimezone(ZoneInfo(zone))
        is_skipped = f"{shown:%H:%M}" != form.end
        assert not is_skipped or abs(shown.utcoffset() - (shown - timedelta(hours=3)).utcoffset())  # type: ignore[operator] # aware


class TestWhatItMeans:
    def test_its_length_with_and_without_breaks(self) -> None:
        told = meaning_of(replace(FORM, breaks="12:00-12:30"), "UTC", WORDING)
        assert told == (
            "8\u202fh 30\u202fmin, on Tuesday, 24 November 2026. 8\u202fh without breaks."
        )

    def test_a_night(self) -> None:
        told = meaning_of(replace(FORM, start="22:00", end="6:00"), "UTC", WORDING)
        assert told == "8\u202fh, from Tuesday, 24 November 2026 into the next day."


class TestTheForm:
    def test_it_is_closed(self) -> None:
        assert opened(ShiftsWorld()) is None

    def test_a_new_one_is_of_today(self) -> None:
        state = opened(ShiftsWorld(), editing="")
        assert state is not None
        assert (state.shift_id, state.form.day, state.note) == ("", "2026-11-23", "")

    def test_one_by_hand(self) -> None:
        world = ShiftsWorld()
        shift = world.add(
            "2026-11-24 08:00",
            "2026-11-24 16:30",
            ("2026-11-24 12:00", "2026-11-24 12:30"),
            name="Help out",
        )
        state = opened(world, editing=shift.id)
        assert state is not None
        assert state.title == "Edit the shift of Tuesday, 24 November 2026"
        assert state.note == ""
        assert state.form == ShiftForm(
            day="2026-11-24",
            start="08:00",
            end="16:30",
            name="Help out",
            breaks="12:00-12:30",
        )

    def test_one_of_a_calendar_says_what_changing_it_means(self) -> None:
        world = ShiftsWorld()
        world.subscribe(*ROSTER)
        state = opened(world, editing=world.shifts[0].id)
        assert state is not None
        assert "It comes from “Roster”" in state.note

    def test_what_is_gone_is_no_more_edited(self) -> None:
        assert opened(ShiftsWorld(), editing="gone") is None


class TestAnEdit:
    SHIFT = Shift(
        id="one",
        source_id="hand",
        uid="one",
        name="Help out",
        starts_at=at("2026-11-24 08:00") + timedelta(seconds=20),
        ends_at=at("2026-11-24 16:30"),
        time_zone="UTC",
        utc_offset_s=0,
    )
    WAS = form_of(SHIFT, "UTC", WORDING)

    def test_nothing_is_changed(self) -> None:
        assert edit_of(self.WAS, self.SHIFT, "UTC", WORDING) == ShiftEdit()

    def test_another_start_says_the_end_again(self) -> None:
        edit = edit_of(replace(self.WAS, start="9:00"), self.SHIFT, "UTC", WORDING)
        assert edit.starts_at == at("2026-11-24 09:00")
        assert edit.ends_at == self.SHIFT.ends_at

    def test_another_end_keeps_the_start_to_the_second(self) -> None:
        edit = edit_of(replace(self.WAS, end="17:00"), self.SHIFT, "UTC", WORDING)
        assert (edit.starts_at, edit.ends_at) == (None, at("2026-11-24 17:00"))

    def test_another_day_takes_both_along(self) -> None:
        edit = edit_of(replace(self.WAS, day="2026-11-25"), self.SHIFT, "UTC", WORDING)
        assert (edit.starts_at, edit.ends_at) == (at("2026-11-25 08:00"), at("2026-11-25 16:30"))

    def test_name_place_and_breaks(self) -> None:
        form = replace(self.WAS, name="", place=Place.OTHER, breaks="12-13")
        edit = edit_of(form, self.SHIFT, "UTC", WORDING)
        assert (edit.name, edit.place) == ("", Place.OTHER)
        assert edit.breaks is not None
        assert edit.breaks[0].starts_at == at("2026-11-24 12:00")


def weekdays(*lines: HoursForm, **more: object) -> PatternForm:
    fields: dict[str, object] = {"hours": lines, "from_on": "2026-11-23", **more}
    return PatternForm(**fields)  # type: ignore[arg-type] # the test names the fields


HOURS = HoursForm(days=frozenset({0, 1}), start="8:00", end="16:30", breaks="12:00-12:30")


class TestAWeek:
    def test_hours_become_lines(self) -> None:
        night = HoursForm(days=frozenset({5}), start="22", end="6", place=Place.OFFICE)
        draft = draft_of_pattern(
            weekdays(night, HOURS, until_on="2026-12-31", every_weeks=2, name=" Week "), MADRID
        )
        rest = WeeklyBreak(starts=time(12), ends=time(12, 30))
        day = WeeklyShift(weekday=0, starts=time(8), ends=time(16, 30), breaks=(rest,))
        assert draft == PatternDraft(
            lines=(
                day,
                replace(day, weekday=1),
                WeeklyShift(weekday=5, starts=time(22), ends=time(6), place=Place.OFFICE),
            ),
            name="Week",
            place=Place.OFFICE,
            time_zone=MADRID,
            from_on=date(2026, 11, 23),
            until_on=date(2026, 12, 31),
            every_weeks=2,
        )

    def test_it_reads_back(self) -> None:
        draft = draft_of_pattern(weekdays(HOURS, until_on="2026-12-31"), MADRID)
        pattern = Pattern(
            time_zone=MADRID,
            lines=draft.lines,
            from_on=date(2026, 11, 23),
            until_on=draft.until_on,
        )
        source = Source(
            id="a", kind=SourceKind.PATTERN, name="Week", time_zone=MADRID, pattern=pattern
        )
        form = form_of_pattern(source, pattern, WORDING)
        assert form.hours == (replace(HOURS, start="08:00"),)
        assert draft_of_pattern(replace(form, name=""), MADRID) == draft
        assert form_of_pattern(source, replace(pattern, until_on=None), WORDING).until_on == ""

    @pytest.mark.parametrize(
        ("form", "said"),
        [
            (weekdays(replace(HOURS, days=frozenset())), "Choose the days"),
            (weekdays(replace(HOURS, start="")), "Say when"),
            (weekdays(replace(HOURS, end="")), "Say when"),
            (weekdays(replace(HOURS, breaks="lunch")), "is no break"),
            (weekdays(HOURS, from_on="soon"), "is no day"),
            (weekdays(HOURS, until_on="never"), "is no day"),
        ],
    )
    def test_what_cannot_be_understood(self, form: PatternForm, said: str) -> None:
        with pytest.raises(RefusedError, match=said):
            draft_of_pattern(form, MADRID)

    def test_what_a_week_of_it_is(self) -> None:
        assert meaning_of_pattern(weekdays(HOURS), WORDING) == (
            "2 shifts in such a week, 16\u202fh."
        )
        night = HoursForm(days=frozenset({5}), start="22", end="6")
        assert meaning_of_pattern(weekdays(night), WORDING) == "1 shift in such a week, 8\u202fh."
        assert meaning_of_pattern(weekdays(replace(HOURS, start="x")), WORDING) == ""

    def test_its_form(self) -> None:
        world = ShiftsWorld()
        source = world.add_pattern().source
        assert self.form(world) is None
        new = self.form(world, adding=Adding.PATTERN)
        assert new is not None
        assert (new.source_id, new.form.from_on) == ("", "2026-11-23")
        assert new.form.hours[0].days == frozenset(range(5))
        changed = self.form(world, adding=Adding.PATTERN, changing=source.id)
        assert changed is not None
        assert changed.title == "Change “Weekdays”"
        assert changed.form.hours == (
            HoursForm(days=frozenset(range(5)), start="08:00", end="16:00"),
        )
        assert self.form(world, adding=Adding.PATTERN, changing="gone") is None

    def form(self, world: ShiftsWorld, **more: object) -> PatternState | None:
        return pattern_state(situation(world, **more), seen(world), WORDING)


def test_the_day_of_a_form_is_that_of_the_users_zone() -> None:
    world = ShiftsWorld(local("2026-11-24 00:30"))
    world.desk.zone = MADRID
    state = opened(world, editing="")
    assert state is not None
    assert state.form.day == "2026-11-24"
