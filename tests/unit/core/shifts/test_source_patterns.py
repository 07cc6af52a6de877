"""Weekly patterns as a source of shifts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise

import pytest

from tests.fakes.focus import MONDAY
from tests.fakes.shift_sources import (
    CTX,
    HOUR,
    kinds,
    planned,
    refreshed,
    uids,
)
from tests.fakes.shifts import (
    ShiftDesk,
    local,
)
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.shifts.drafts import PatternDraft
from workspace_assistant.core.shifts.errors import ShiftError
from workspace_assistant.core.shifts.model import (
    ChangeKind,
    WeeklyBreak,
    WeeklyShift,
)
from workspace_assistant.core.shifts.pattern_words import parse_lines
from workspace_assistant.core.shifts.source_service import SourceService


@pytest.fixture
def desk() -> ShiftDesk:
    return ShiftDesk()


@pytest.fixture
def sources(desk: ShiftDesk) -> SourceService:
    return desk.service().sources


class TestPatterns:
    def pattern(self, text: str = "Mon-Fri 08:00-16:00", **more: object) -> PatternDraft:
        fields = {"lines": parse_lines(text), **more}
        return PatternDraft(**fields)  # type: ignore[arg-type] # the test names the fields

    def test_a_pattern_gives_the_shifts_of_60_days(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        added = sources.add_pattern(self.pattern())
        assert added.source.name == "Mon-Fri 08:00-16:00"
        assert added.source.pattern is not None
        assert added.source.pattern.from_on == date(2026, 11, 23)
        shifts = planned(desk)
        assert len(shifts) == 45
        assert shifts[0].starts_at == local("2026-11-23 08:00")  # it runs now
        assert shifts[-1].starts_at < MONDAY + timedelta(days=60)
        assert set(kinds(added)) == {ChangeKind.ADDED}
        assert sources.news() == ()

    def test_its_days_come_into_sight_day_by_day(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        sources.add_pattern(self.pattern("Mon-Sun 08:00-16:00"))
        assert sources.next_refresh_at() == MONDAY + timedelta(days=1)
        sources.extend()
        assert len(planned(desk)) == 61
        desk.now.advance(24 * HOUR)
        sources.extend()
        assert len(planned(desk)) == 62
        desk.now.advance(24 * HOUR)
        assert kinds(refreshed(sources, by_hand=False)) == [ChangeKind.ADDED]

    def test_days_that_nobody_saw_are_written_as_history(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        sources.add_pattern(self.pattern("Mon-Sun 08:00-16:00"))
        desk.now.advance(100 * 24 * HOUR)
        sources.extend()
        shifts = planned(desk)
        assert len(shifts) == 161
        starts = [one.starts_at.date() for one in shifts]
        assert {b - a for a, b in pairwise(starts)} == {timedelta(days=1)}

    def test_a_shift_that_was_taken_off_stays_off(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        sources.add_pattern(self.pattern())
        gone = planned(desk)[3]
        desk.service().remove(gone.id)
        desk.now.advance(30 * HOUR)
        sources.extend()
        assert gone.id not in {one.id for one in planned(desk)}

    @pytest.mark.parametrize(
        ("more", "message"),
        [
            ({"lines": ()}, "needs a day"),
            ({"every_weeks": 0}, "1 to 52"),
            ({"every_weeks": 53}, "1 to 52"),
            (
                {"from_on": date(2026, 12, 1), "until_on": date(2026, 11, 30)},
                "ends before it begins",
            ),
            ({"until_on": date(2026, 11, 22), "from_on": date(2026, 11, 1)}, "still to come"),
            ({"time_zone": "Mars/Olympus"}, "no time zone"),
            ({"from_on": date(9999, 12, 30)}, "for the years"),
            (
                {
                    "lines": parse_lines(
                        "Mon 08-16", breaks=[WeeklyBreak(starts=time(16), ends=time(17))]
                    )
                },
                "inside its shift",
            ),
            ({"lines": parse_lines("Mon-Tue 22-08; Tue 07-09")}, "overlap"),
        ],
    )
    def test_a_pattern_that_makes_no_sense_is_refused(
        self, desk: ShiftDesk, sources: SourceService, more: dict[str, object], message: str
    ) -> None:
        with pytest.raises(RefusedError, match=message):
            sources.add_pattern(self.pattern(**more))
        assert not desk.store.kept.sources
        assert planned(desk) == ()

    def test_a_break_may_fit_some_days_only(self, desk: ShiftDesk, sources: SourceService) -> None:
        noon = WeeklyBreak(starts=time(12, 30), ends=time(13))
        sources.add_pattern(
            self.pattern(lines=parse_lines("Mon-Fri 08-16; Sat 08-12", breaks=[noon]))
        )
        assert {len(one.breaks) for one in planned(desk)} == {0, 1}

    def test_a_name_is_given_once(self, sources: SourceService) -> None:
        sources.add_pattern(self.pattern(name=" Weeks "))
        with pytest.raises(ShiftError, match="“weeks” already"):
            sources.add_pattern(self.pattern(name="weeks"))

    def test_a_pattern_that_begins_later_may_lie_beyond_what_is_known(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        sources.add_pattern(self.pattern(from_on=date(2027, 3, 1)))
        assert planned(desk) == ()
        desk.now.at = local("2027-01-20 08:00")
        sources.extend()
        assert len(planned(desk)) > 0

    def test_a_zone_that_is_no_longer_known_costs_no_other_source(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        source = sources.add_pattern(self.pattern()).source
        sources.add_pattern(self.pattern("Sat 10-14"))
        assert source.pattern is not None
        lost = replace(source, pattern=replace(source.pattern, time_zone="Mars/Olympus"))
        with desk.store.writing() as writer:
            writer.put_source(lost)
        before = planned(desk)
        done = {one.source.name: one for one in sources.refresh(None, CTX, by_hand=True)}
        assert (done["Sat 10:00-14:00"].is_done, done[source.name].is_done) == (True, False)
        assert done[source.name].state.trouble_code == "no-zone"
        assert planned(desk) == before
        assert sources.next_refresh_at() == MONDAY + timedelta(minutes=15)
        desk.now.advance(24 * HOUR)
        sources.extend()
        assert len(planned(desk)) > 0

    def test_a_source_without_a_pattern_has_no_shifts(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        made = sources.add_pattern(self.pattern()).source
        with desk.store.writing() as writer:
            writer.put_source(replace(made, pattern=None))
        desk.now.advance(24 * HOUR)
        sources.extend()
        begun = [one for one in planned(desk) if one.starts_at <= desk.now.at]
        assert list(planned(desk)) == begun

    def test_lines_with_two_shifts_a_day(self, desk: ShiftDesk, sources: SourceService) -> None:
        lines = tuple(
            WeeklyShift(weekday=1, starts=time(start), ends=time(start + 4)) for start in (8, 14)
        )
        sources.add_pattern(self.pattern(lines=lines))
        assert uids(desk)[:2] == ["2026-11-24T08:00", "2026-11-24T14:00"]
