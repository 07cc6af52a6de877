"""How the week was: told when its last shift ends, once, and in no call."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes.check_in import planned
from tests.fakes.shift_end import MINUTE, EdgesDesk
from workspace_assistant.core.check_in.model import PlannedShift
from workspace_assistant.core.days import week_span
from workspace_assistant.core.reminders.model import ReminderKind
from workspace_assistant.core.shift_end.week_headline import TOLD_FOR, WeekHeadline
from workspace_assistant.core.spans import Span
from workspace_assistant.core.text import in_english

HOUR = timedelta(hours=1)
MONDAY = planned("monday", datetime(2026, 11, 23, 9, tzinfo=UTC), 8)
FRIDAY = planned("friday", datetime(2026, 11, 27, 9, tzinfo=UTC), 8)
# Begins on Sunday evening, and ends after the week is over.
NIGHT = planned("night", datetime(2026, 11, 29, 22, tzinfo=UTC), 8)
NEXT = planned("next", datetime(2026, 11, 30, 22, tzinfo=UTC), 8)
END = FRIDAY.span.end


@dataclass
class WeekDesk:
    edges: EdgesDesk = field(default_factory=EdgesDesk)
    shifts: tuple[PlannedShift, ...] = (MONDAY, FRIDAY)
    is_on: bool = True
    asked_for: list[datetime] = field(default_factory=list)

    def attend(self, at: datetime) -> datetime | None:
        """One look of one program at *at*."""
        self.edges.plan(*self.shifts)
        service, question = self.edges.at(at).check_ins.service, self.edges.self_check()
        headline = WeekHeadline(
            is_on=lambda: self.is_on,
            week_around=_week,
            shifts_between=service.shifts_between,
            headline=self._headline,
            asker=question.asker,
            in_call=service.in_call,
            in_block=lambda: self.edges.is_in_block,
            now=service.now,
            say=in_english,
        )
        return headline.attend(self.edges.ctx)

    def _headline(self, at: datetime) -> tuple[str, str]:
        self.asked_for.append(at)
        return "6 of 8 targets met", "Four of five rests were 11 h or longer."


@pytest.fixture
def desk() -> WeekDesk:
    return WeekDesk()


def test_it_is_told_when_the_last_shift_of_the_week_ends(desk: WeekDesk) -> None:
    assert desk.attend(END) is None
    (shown,) = desk.edges.desktop.shown
    assert (shown.kind, shown.title) == (ReminderKind.WEEK, "6 of 8 targets met")
    assert shown.body == "Four of five rests were 11 h or longer."
    assert desk.asked_for == [FRIDAY.span.start]
    assert desk.edges.lines == [("week 2026-11-23T04:00:00+00:00", "shown", "last-shift-ended")]


@pytest.mark.parametrize("at", [MONDAY.span.end, END - MINUTE])
def test_before_that_it_waits_for_that_end(desk: WeekDesk, at: datetime) -> None:
    assert desk.attend(at) == END
    assert desk.edges.lines == []


def test_it_is_told_once(desk: WeekDesk) -> None:
    desk.attend(END)
    assert desk.attend(END + HOUR) is None
    assert len(desk.edges.desktop.shown) == 1


def test_half_a_day_later_it_is_no_news(desk: WeekDesk) -> None:
    assert desk.attend(END + TOLD_FOR) is None
    assert desk.edges.lines == []


def test_nobody_is_told_who_did_not_turn_it_on(desk: WeekDesk) -> None:
    desk.is_on = False
    assert desk.attend(END) is None
    assert desk.edges.lines == []


def test_a_week_without_shifts_has_no_end(desk: WeekDesk) -> None:
    desk.shifts = ()
    assert desk.attend(END) is None


def test_in_a_call_or_a_block_it_waits(desk: WeekDesk) -> None:
    desk.edges.check_ins.call = True
    assert desk.attend(END) == END + MINUTE
    desk.edges.check_ins.call, desk.edges.is_in_block = False, True
    assert desk.attend(END + MINUTE) == END + 2 * MINUTE
    desk.edges.is_in_block = False
    assert desk.attend(END + 2 * MINUTE) is None
    assert desk.edges.reasons == ["in-call", "open-block", "last-shift-ended"]


def test_a_night_that_ends_in_the_week_after_is_told_of_its_own_week(desk: WeekDesk) -> None:
    desk.shifts = (MONDAY, FRIDAY, NIGHT, NEXT)
    assert desk.attend(NIGHT.span.end) == NEXT.span.end
    assert desk.asked_for == [NIGHT.span.start]


def test_while_that_night_runs_into_the_week_after_it_waits(desk: WeekDesk) -> None:
    desk.shifts = (MONDAY, NIGHT)
    assert desk.attend(NIGHT.span.end - HOUR) == NIGHT.span.end


def test_where_nothing_can_be_shown_it_is_tried_again(desk: WeekDesk) -> None:
    desk.edges.desktop = replace(desk.edges.desktop, trouble="no bus")
    assert desk.attend(END) == END + MINUTE


def _week(at: datetime) -> Span:
    """By the calendar of UTC, from 04:00 on Monday."""
    return week_span((at - timedelta(hours=4)).date(), UTC)
