"""Drawn days: whatever the line, calls, clocks and crashes do, nobody is nagged or left alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from tests.fakes.preshift import (
    CAUTION,
    FIRST_MORNING,
    NOT_READY,
    NOT_TESTED,
    READY,
    PreshiftDesk,
)
from tests.fakes.shifts import FakeNow, a_shift
from workspace_assistant.core.preshift.planning import about
from workspace_assistant.core.readiness.model import Verdict
from workspace_assistant.core.reminders.model import Outcome, ReminderKind
from workspace_assistant.core.shifts.model import Place, Shift

MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)
HOUR = timedelta(hours=1)
CHECKS = ("computer", "bandwidth", "voice-path")

verdicts = st.sampled_from([READY, READY, CAUTION, NOT_READY, NOT_TESTED])
samples = st.lists(st.fixed_dictionaries(dict.fromkeys(CHECKS, verdicts)), min_size=1, max_size=12)
minutes = st.integers(0, 12 * 60)
# Many start together, or where another one ends.
STARTS = (0, 0, 60, 65, 180, 240, 300)
starts = st.sampled_from(STARTS) | minutes
lengths = st.sampled_from([1, 60, 120, 24 * 60]) | st.integers(1, 300)
shapes = st.tuples(starts, lengths, st.sampled_from([Place.HOME, Place.HOME, Place.OFFICE]))
# Seconds: most calls begin about when a check does.
near = st.builds(
    lambda start, before_s: start * 60 - before_s,
    st.sampled_from(STARTS),
    st.sampled_from([900, 895, 890, 880, 860, 300, 295, 280]) | st.integers(-60, 900),
)
calls = st.lists(st.tuples(near, st.integers(1, 2400)), max_size=3)


class KilledError(BaseException):
    """The program ends in the midst: nothing is written any more."""


@dataclass(frozen=True)
class Set:
    """The clock, in the look of that number."""

    look: int
    by_s: int


sets = st.builds(
    Set, look=st.integers(0, 12), by_s=st.sampled_from([-36000, -3600, -600, -60, 3600])
)


def shift_at(number: int, minute: int, length: int, place: Place) -> Shift:
    starts_at = FIRST_MORNING + minute * MINUTE
    made = a_shift("2026-11-23 09:00", "2026-11-23 17:00", key=f"shift-{number}", place=place)
    return replace(made, starts_at=starts_at, ends_at=starts_at + length * MINUTE)


class Day:
    """Programs that follow each other, each killed in the midst of one of the samples given."""

    def __init__(
        self,
        shifts: Sequence[Shift],
        script: list[dict[str, Verdict]],
        begins_at: datetime,
        takes_s: int,
    ) -> None:
        self.desk = PreshiftDesk(shifts=list(shifts), now=FakeNow(begins_at))
        self.desk.checks.script = [dict(line) for line in script]
        self.desk.checks.before_run = self._take_time
        self.desk.around.in_call = lambda: self.in_call(self.desk.now())  # type: ignore[method-assign] # by the clock
        self.takes_s, self.calls = takes_s, list[tuple[int, int]]()
        self.kills, self.begun = frozenset[int](), 0
        self.loaded_at: list[datetime] = []
        self.looked_at: list[datetime] = []

    def in_call(self, at: datetime) -> bool:
        begun = ((FIRST_MORNING + start * SECOND, length * SECOND) for start, length in self.calls)
        return any(start <= at < start + length for start, length in begun)

    def live(self, sets: Sequence[Set]) -> None:
        """Until an hour after the last of 13 hours; at most as often as a day has minutes."""
        until, by_look = FIRST_MORNING + 14 * HOUR, {one.look: one.by_s for one in sets}
        service, ended, looks = self.desk.service(), False, 0
        while not ended:
            self.looked_at.append(self.desk.now())
            try:
                wanted = service.attend(self.desk.ctx)
            except KilledError:
                service, wanted = self.desk.service(), None
            latest = self.desk.now() + 10 * MINUTE
            soonest = self.desk.now() + SECOND
            self.desk.now.at = max(soonest, min(wanted or latest, latest))
            self.desk.now.advance(by_look.get(looks, 0))
            looks += 1
            ended = self.desk.now() >= until
            assert looks < 5000, "it looks again and again"

    def _take_time(self) -> None:
        """Each second loads the line, unless somebody sees that it must not."""
        self.begun += 1
        for second in range(self.takes_s):
            if second % 3 == 0:
                self.desk.guard.look()
            if self.desk.guard.has_ended:
                return
            self.loaded_at.append(self.desk.now())
            if second == self.takes_s // 2 and self.begun in self.kills:
                raise KilledError
            self.desk.now.advance(1)


def is_work(shift: Shift) -> bool:
    return shift.place is Place.HOME and shift.span.length_s <= 16 * 3600


# A day takes a tenth of a second: making a bad one smaller would take minutes.
PHASES = [Phase.explicit, Phase.reuse, Phase.generate]


@settings(deadline=None, max_examples=150, phases=PHASES)
@example(  # it begins so late that it would run into the shift
    shapes=[(0, 60, Place.HOME)],
    script=[dict.fromkeys(CHECKS, READY)],
    calls=[],
    sets=[],
    kills=frozenset(),
    begins_s=30,
    takes_s=35,
)
@example(  # the clock was ten hours ahead when the trouble was told
    shapes=[(0, 60, Place.HOME)],
    script=[dict.fromkeys(CHECKS, NOT_READY)],
    calls=[],
    sets=[Set(look=1, by_s=-36000)],
    kills=frozenset(),
    begins_s=1200,
    takes_s=15,
)
@given(
    shapes=st.lists(shapes, min_size=1, max_size=4),
    script=samples,
    calls=calls,
    sets=st.lists(sets, max_size=2),
    kills=st.frozensets(st.integers(1, 6), max_size=2),
    begins_s=st.sampled_from([1200, 1200, 600, 30, 15]),
    takes_s=st.sampled_from([6, 15, 35]),
)
def test_a_day(
    shapes: list[tuple[int, int, Place]],
    script: list[dict[str, Verdict]],
    calls: list[tuple[int, int]],
    sets: list[Set],
    kills: frozenset[int],
    begins_s: int,
    takes_s: int,
) -> None:
    shifts = [shift_at(number, *one) for number, one in enumerate(shapes)]
    day = Day(shifts, script, FIRST_MORNING - begins_s * SECOND, takes_s)
    day.calls, day.kills = calls, kills
    day.live(sets)

    for at in day.loaded_at:  # a call, and the end of a slow check, are seen within three seconds
        assert not (day.in_call(at) and day.in_call(at - 3 * SECOND))
        assert not any(is_work(s) and s.starts_at + 3 * SECOND < at < s.ends_at for s in shifts)
    for start in {shift.starts_at for shift in shifts}:
        lines = [one for one in day.desk.why_log.entries if one.reason == "in-shift"]
        if any(one.about == about_start(shifts, start) for one in lines):
            assert any(is_work(s) and s.starts_at < start <= s.ends_at for s in shifts)
        together = [shift for shift in shifts if shift.starts_at == start]
        check_start(day, together, sets=len(sets))


def about_start(shifts: Sequence[Shift], start: datetime) -> str:
    return next(about(shift) for shift in shifts if shift.starts_at == start)


def check_start(day: Day, together: Sequence[Shift], *, sets: int) -> None:
    """Shifts that start together: checked or explained, and told of once."""
    start, name = together[0].starts_at, about(together[0])
    lines = [one for one in day.desk.why_log.entries if one.about == name]
    if not any(shift.place is Place.HOME for shift in together):
        assert lines == []
        return
    if any(start <= at < start + HOUR for at in day.looked_at):
        assert lines, "neither checked nor explained"
    told: tuple[str, str] | None = None
    for one in lines:
        if one.outcome is not Outcome.SHOWN:
            continue
        assert not day.in_call(one.at)
        assert one.at < start
        if one.kind is ReminderKind.READINESS_RECOVERED:
            assert told is not None
            told = None
        elif one.kind is ReminderKind.READINESS:
            assert sets or told != (one.title, one.detail)  # and tells of them once more
            told = (one.title, one.detail)
    troubles = [one for one in lines if one.kind is ReminderKind.READINESS]
    shown = [one for one in troubles if one.outcome is Outcome.SHOWN]
    assert len(shown) <= 2 + 2 * sets  # a clock that was set back has its checks run again
