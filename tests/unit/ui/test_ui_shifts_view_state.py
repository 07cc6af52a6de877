"""The shifts page in plain Python: its first line, the list, and which parts there are."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.fakes.shifts import ShiftDesk, a_shift
from tests.fakes.shifts_page import ROSTER, ShiftsWorld, at, event
from tests.fakes.wording import EnglishWording
from tests.unit.ui.shifts_situations import seen, situation
from workspace_assistant.core.preshift.model import PreshiftSettings
from workspace_assistant.core.shifts.drafts import ShiftEdit
from workspace_assistant.core.shifts.model import Place
from workspace_assistant.core.shifts.ports import CalendarError
from workspace_assistant.ui.shifts.calendar_state import CalendarState
from workspace_assistant.ui.shifts.list_state import ShiftRowState, list_state
from workspace_assistant.ui.shifts.situation import Adding, Situation
from workspace_assistant.ui.shifts.view_state import PageState, news, page_state
from workspace_assistant.ui.verdict_look import FAILED

WORDING = EnglishWording()


class MadridWording(EnglishWording):
    """A clock in Madrid."""

    def local(self, at):  # type: ignore[no-untyped-def,override] # as its base
        return at.astimezone(ZoneInfo("Europe/Madrid"))


def shown(world: ShiftsWorld, **more: object) -> PageState:
    return page_state(situation(world, **more), WORDING)


def rows(world: ShiftsWorld) -> list[ShiftRowState]:
    listed = shown(world).list
    assert listed is not None
    return [row for day in listed.days for row in day.rows]


class TestTheFirstLine:
    def test_before_the_first_look(self) -> None:
        state = page_state(Situation(), WORDING)
        assert state.hero.headline == "Reading your shifts"
        assert state.list is None

    def test_where_nothing_can_be_read(self) -> None:
        state = page_state(Situation(trouble="The disk is full."), WORDING)
        assert (state.hero.look, state.hero.can_try) == (FAILED, True)
        assert state.hero.sentence == "The disk is full."

    def test_where_nothing_was_ever_written_down(self) -> None:
        state = shown(ShiftsWorld())
        assert state.is_first_time
        assert state.hero.headline == "When do you work?"
        assert (state.list, state.sources, state.settings, state.why) == (None, None, None, None)

    def test_the_next_shift_and_its_check(self) -> None:
        world = ShiftsWorld()
        world.add("2026-11-23 09:00", "2026-11-23 17:00")
        hero = shown(world).hero
        assert hero.headline == "Next shift today at 09:00"
        assert hero.sentence == (
            "In 1\u202fh 50\u202fmin, until 17:00, at home. The check runs by itself at 08:45."
        )

    def test_tomorrow_and_later(self) -> None:
        world = ShiftsWorld()
        tomorrow = world.add("2026-11-24 09:00", "2026-11-24 17:00", place=Place.OTHER)
        hero = shown(world).hero
        assert hero.headline == "Next shift tomorrow at 09:00"
        assert hero.sentence.startswith("Until 17:00, elsewhere.")
        world.service.remove(tomorrow.id)
        world.add("2026-11-27 09:00", "2026-11-27 17:00")
        assert shown(world).hero.headline == "Next shift on Friday, 27 November 2026 at 09:00"

    @pytest.mark.parametrize(
        ("settings", "place", "said"),
        [
            (PreshiftSettings(first_s=0), Place.HOME, "turned off"),
            (PreshiftSettings(), Place.OFFICE, "left alone"),
        ],
    )
    def test_why_no_check_is_to_come(
        self, settings: PreshiftSettings, place: Place, said: str
    ) -> None:
        world = ShiftsWorld()
        world.settings = settings
        world.add("2026-11-23 09:00", "2026-11-23 17:00", place=place)
        assert said in shown(world).hero.sentence

    def test_once_its_time_has_come_the_check_is_not_promised_again(self) -> None:
        world = ShiftsWorld()
        world.add("2026-11-23 09:00", "2026-11-23 17:00")
        world.desk.now.at = at("2026-11-23 08:50")
        assert shown(world).hero.sentence.endswith(
            "The check was due at 08:45: what came of it is told below."
        )

    def test_on_shift_with_its_breaks(self) -> None:
        world = ShiftsWorld()
        world.add("2026-11-23 07:00", "2026-11-23 15:00", ("2026-11-23 10:00", "2026-11-23 10:15"))
        assert shown(world).hero.headline == "You are on shift until 15:00"
        assert shown(world).hero.sentence == "7\u202fh 50\u202fmin left. Next break at 10:00."
        world.desk.now.at = at("2026-11-23 10:05")
        assert "A break is planned now, until 10:15." in shown(world).hero.sentence
        world.desk.now.at = at("2026-11-23 10:20")
        assert "No break is planned any more." in shown(world).hero.sentence

    def test_of_breaks_that_nobody_planned_nothing_is_said(self) -> None:
        world = ShiftsWorld()
        world.add("2026-11-23 07:00", "2026-11-23 15:00")
        assert shown(world).hero.sentence == "7\u202fh 50\u202fmin left."

    def test_seconds_before_it_starts_are_a_minute(self) -> None:
        world = ShiftsWorld(at("2026-11-23 08:59") + timedelta(seconds=50))
        world.add("2026-11-23 09:00", "2026-11-23 17:00")
        assert "In 1\u202fmin," in shown(world).hero.sentence

    def test_no_shift_for_a_while(self) -> None:
        world = ShiftsWorld()
        world.subscribe()
        hero = shown(world).hero
        assert hero.headline == "No shift is known for the next 60 days"

    def test_what_may_be_out_of_date_is_said(self) -> None:
        world = ShiftsWorld()
        world.subscribe(*ROSTER)
        world.desk.now.advance(26 * 3600)
        world.desk.feed.answers["*"] = CalendarError("timed-out", "It took too long.")
        world.refresh()
        assert shown(world).hero.steps == ("“Roster” may be out of date: see below.",)


class TestTheList:
    def test_days_with_their_shifts(self) -> None:
        world = ShiftsWorld()
        world.subscribe(*ROSTER)
        world.add("2026-11-23 09:00", "2026-11-23 17:00", name="Help out")
        listed = shown(world).list
        assert listed is not None
        assert listed.title == "The next 14 days"
        assert listed.summary == "5 shifts, 41\u202fh without breaks."
        assert [day.title for day in listed.days][:3] == [
            "Today, Monday, 23 November 2026",
            "Tomorrow, Tuesday, 24 November 2026",
            "Wednesday, 25 November 2026",
        ]
        by_hand, tuesday, office, night, _ = rows(world)
        assert (by_hand.times, by_hand.name, by_hand.detail) == (
            "09:00 – 17:00",  # noqa: RUF001 - a dash between times
            "Help out",
            "Home · By hand",
        )
        assert tuesday.detail == "Home · Roster · Break 12:00 – 12:30"  # noqa: RUF001 - the same
        assert office.detail == "Office · Roster"
        assert night.times == "22:00 – 06:00 (next day)"  # noqa: RUF001 - the same
        assert night.length == "8\u202fh"
        assert night.description.startswith("Edit the shift of Thursday, 26 November 2026")

    def test_one_that_was_taken_off_can_be_put_back(self) -> None:
        world = ShiftsWorld()
        world.subscribe(*ROSTER)
        world.service.remove(world.shifts[1].id)
        listed = shown(world).list
        assert listed is not None
        assert listed.summary.startswith("3 shifts")
        _, off, *_ = rows(world)
        assert (off.is_off, off.state, off.act) == (True, "Taken off", "Put back")
        assert off.detail == "Taken off · Office · Roster"
        assert off.description.startswith("Put back the shift of Wednesday")

    def test_what_an_edit_took_the_place_of_is_not_told(self) -> None:
        world = ShiftsWorld()
        world.subscribe(*ROSTER)
        service = world.service
        service.edit(world.shifts[1].id, ShiftEdit(ends_at=at("2026-11-25 17:00")))
        assert len(rows(world)) == 4
        world.desk.now.at = at("2026-11-25 20:00")
        assert seen(world).off == ()

    def test_only_the_fourteen_days(self) -> None:
        world = ShiftsWorld()
        world.add("2026-12-06 22:00", "2026-12-07 06:00")
        world.add("2026-12-07 08:00", "2026-12-07 16:00")
        assert [row.times[:5] for row in rows(world)] == ["22:00"]

    def test_of_today_what_is_over_runs_and_comes(self) -> None:
        world = ShiftsWorld(at("2026-11-23 12:00"))
        world.add("2026-11-23 06:00", "2026-11-23 10:00")
        world.add("2026-11-23 11:00", "2026-11-23 13:00")
        world.add("2026-11-23 18:00", "2026-11-23 20:00")
        assert [row.state for row in rows(world)] == ["Over", "Now", "Coming"]

    def test_last_nights_shift_is_listed_until_it_is_over(self) -> None:
        world = ShiftsWorld(at("2026-11-23 05:00"))
        world.add("2026-11-22 22:00", "2026-11-23 06:00")
        assert [row.state for row in rows(world)] == ["Now"]
        world.desk.now.at = at("2026-11-23 06:30")
        assert seen(world).shifts == ()

    def test_none_in_these_days(self) -> None:
        world = ShiftsWorld()
        world.add("2026-12-20 08:00", "2026-12-20 16:00")
        listed = shown(world).list
        assert listed is not None
        assert (listed.summary, listed.days) == ("No shift in these days.", ())

    def test_one_without_a_name(self) -> None:
        world = ShiftsWorld()
        world.add("2026-11-23 09:00", "2026-11-23 17:00")
        listed = shown(world).list
        assert listed is not None
        assert listed.summary == "1 shift, 8\u202fh."
        assert rows(world)[0].name == "Shift"

    def test_several_breaks_are_not_planned_work(self) -> None:
        world = ShiftsWorld()
        world.add(
            "2026-11-23 09:00",
            "2026-11-23 17:00",
            ("2026-11-23 10:00", "2026-11-23 10:15"),
            ("2026-11-23 12:00", "2026-11-23 12:45"),
        )
        listed = shown(world).list
        assert listed is not None
        assert listed.summary == "1 shift, 7\u202fh without breaks."
        assert "Breaks 10:00 – 10:15 and 12:00 – 12:45" in rows(world)[0].detail  # noqa: RUF001

    def test_shifts_that_overlap_say_so(self) -> None:
        world = ShiftsWorld()
        world.subscribe(event("2026-11-24 08:00", "2026-11-24 16:00"))
        world.subscribe(event("2026-11-24 15:00", "2026-11-24 18:00"), name="Second")
        assert [row.remark for row in rows(world)] == ["Overlaps another shift."] * 2

    @pytest.mark.parametrize(
        ("starts", "ends", "length", "remark"),
        [
            (
                "2026-10-24 22:00",
                "2026-10-25 06:00",
                "9\u202fh",
                "Clocks are set back: it is 1\u202fh longer.",
            ),
            (
                "2026-03-28 22:00",
                "2026-03-29 06:00",
                "7\u202fh",
                "Clocks are set forward: it is 1\u202fh shorter.",
            ),
        ],
    )
    def test_nights_on_which_clocks_are_set_have_their_true_length(
        self, starts: str, ends: str, length: str, remark: str
    ) -> None:
        world = ShiftsWorld()
        shift = a_shift(starts, ends)
        world.desk = ShiftDesk(now=world.desk.now, zone="Europe/Madrid")
        found = replace(seen(world), shifts=(shift,), at=shift.starts_at - timedelta(hours=1))
        (row,) = list_state(found, MadridWording()).days[0].rows
        assert (row.length, row.remark) == (length, remark)


def test_a_shift_that_is_added_first_shows_the_list_around_its_form() -> None:
    state = shown(ShiftsWorld(), editing="")
    assert state.is_first_time
    assert state.list is not None
    assert state.form is not None


class TestWhatIsAnnounced:
    def test_news_of_the_shifts(self) -> None:
        world = ShiftsWorld()
        world.subscribe(*ROSTER)
        before = shown(world)
        world.desk.now.advance(60)
        world.desk.publish(*ROSTER[1:])
        world.refresh()
        told = news(before, shown(world))
        assert told.startswith("1 shift changed Gone: tomorrow, Tuesday, 24 November 2026")
        assert news(shown(world), shown(world)) == ""

    def test_the_first_line(self) -> None:
        world = ShiftsWorld()
        before = shown(world)
        world.add("2026-11-23 09:00", "2026-11-23 17:00")
        assert news(before, shown(world)) == "Next shift today at 09:00"

    def test_what_a_calendar_holds_or_why_it_cannot_be_had(self) -> None:
        before = replace(shown(ShiftsWorld(), adding=Adding.SUBSCRIPTION))
        calendar = before.calendar
        assert isinstance(calendar, CalendarState)
        found = replace(before, calendar=replace(calendar, headline="7 of 9 events are shifts"))
        failed = replace(before, calendar=replace(calendar, trouble="It took too long."))
        assert news(before, found) == "7 of 9 events are shifts"
        assert news(before, failed) == "It took too long."
        assert news(found, found) == ""
        assert news(failed, failed) == ""
        assert news(replace(before, calendar=None), before) == ""
