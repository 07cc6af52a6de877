"""Changes of the next day's shifts are told once, and only while they matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from tests.fakes.shifts import a_shift, local
from workspace_assistant.core.shifts.model import ChangeKind, Place, Shift, ShiftChange
from workspace_assistant.core.shifts.news import news, settled_ids

NOW = local("2026-11-23 12:00")
EARLY = a_shift("2026-11-24 08:00", "2026-11-24 16:00", key="s")
LATE = a_shift("2026-11-24 12:00", "2026-11-24 20:00", key="s")
FAR = a_shift("2026-11-27 08:00", "2026-11-27 16:00", key="far")
OTHER = a_shift("2026-11-24 06:00", "2026-11-24 07:00", key="other")


def changes(*pairs: tuple[Shift | None, Shift | None]) -> list[ShiftChange]:
    return [
        ShiftChange(id=number, noticed_at=NOW, kind=ChangeKind.MOVED, before=before, after=after)
        for number, (before, after) in enumerate(pairs, 1)
    ]


def told(found: Sequence[ShiftChange], now: datetime = NOW) -> list[tuple[object, ...]]:
    return [(one.kind, one.before, one.after, one.change_ids) for one in news(found, now)]


def test_added_moved_and_removed_shifts_of_the_next_day_are_told_by_their_time() -> None:
    found = changes((EARLY, LATE), (None, OTHER))
    assert told(found) == [
        (ChangeKind.ADDED, None, OTHER, (2,)),
        (ChangeKind.MOVED, EARLY, LATE, (1,)),
    ]
    assert told(changes((EARLY, None))) == [(ChangeKind.REMOVED, EARLY, None, (1,))]


def test_what_is_far_ahead_waits_until_the_day_before() -> None:
    found = changes((None, FAR))
    assert told(found) == []
    assert told(found, FAR.starts_at - timedelta(hours=36, seconds=1)) == []
    assert len(told(found, FAR.starts_at - timedelta(hours=36))) == 1
    assert settled_ids(found, NOW) == ()


def test_a_shift_that_moves_into_or_out_of_the_next_day_is_told() -> None:
    away = replace(FAR, id="s")
    assert len(told(changes((EARLY, away)))) == 1
    assert len(told(changes((away, EARLY)))) == 1


def test_what_has_begun_is_told_no_more() -> None:
    found = changes((None, EARLY), (OTHER, None))
    assert told(found, EARLY.starts_at) == []
    assert settled_ids(found, EARLY.starts_at) == (1, 2)
    assert settled_ids(found, EARLY.starts_at - timedelta(seconds=1)) == (2,)


def test_several_changes_of_one_shift_are_one_piece_of_news() -> None:
    assert told(changes((EARLY, LATE), (LATE, None))) == [(ChangeKind.REMOVED, EARLY, None, (1, 2))]
    assert told(changes((None, EARLY), (EARLY, LATE))) == [(ChangeKind.ADDED, None, LATE, (1, 2))]


def test_what_is_taken_back_is_no_news() -> None:
    for found in (
        changes((EARLY, LATE), (LATE, EARLY)),
        changes((None, EARLY), (EARLY, None)),
        changes((EARLY, None), (None, replace(EARLY, name="anew"))),
    ):
        assert told(found) == []
        assert settled_ids(found, NOW) == (1, 2)


def test_another_place_is_news() -> None:
    assert len(told(changes((EARLY, replace(EARLY, place=Place.OFFICE))))) == 1


def test_what_two_calendars_say_alike_is_told_once() -> None:
    twins = [replace(one, id="twin") for one in (EARLY, LATE)]
    found = changes((EARLY, LATE), (twins[0], twins[1]))
    assert told(found) == [(ChangeKind.MOVED, EARLY, LATE, (1, 2))]


def test_a_change_of_nothing_is_nothing() -> None:
    assert told(changes((None, None))) == []
    assert settled_ids(changes((None, None)), NOW) == ()
