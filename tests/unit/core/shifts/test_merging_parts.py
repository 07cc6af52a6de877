"""Refreshes of shifts that were taken off, and of shifts that are made of several events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.fakes.shifts import a_shift, local
from workspace_assistant.core.shifts.identity import shift_id
from workspace_assistant.core.shifts.merging import Merge, Reading, merged
from workspace_assistant.core.shifts.model import ChangeKind, Shift, ShiftBreak

NOW = local("2026-11-23 12:00")
NOTHING = Merge(remove=(), put=(), changes=())


def shift(start: str, end: str, *parts: str, day: int = 24, **more: object) -> Shift:
    """Of November 2026, made of the events *parts*, of which the first gives its uid."""
    made = a_shift(f"2026-11-{day} {start}", f"2026-11-{day} {end}", source="feed")
    uid = parts[0]
    made = replace(made, id=shift_id("feed", uid), uid=uid, parts=parts if len(parts) > 1 else ())
    return replace(made, **more)  # type: ignore[arg-type] # the test names the fields


def off(one: Shift) -> Shift:
    return replace(one, is_hidden=True)


def merge(
    known: Sequence[Shift], told: Sequence[Shift], *, now: datetime = NOW, **more: object
) -> Merge:
    fields = {"shifts": told, "until": NOW + timedelta(days=60), **more}
    return merged(known, Reading(**fields), now)  # type: ignore[arg-type] # the test names them


def after(known: Sequence[Shift], result: Merge) -> list[Shift]:
    gone = {one.id for one in result.remove}
    kept = {one.id: one for one in known if one.id not in gone}
    kept |= {one.id: one for one in result.put}
    assert len({one.uid for one in kept.values()}) == len(kept)
    return sorted(kept.values(), key=lambda one: (one.starts_at, one.ends_at))


def seen(shifts: Sequence[Shift]) -> list[tuple[int, int]]:
    """From and to of what is shown, in hours of the clock."""
    return [(one.starts_at.hour + 1, one.ends_at.hour + 1) for one in shifts if not one.is_hidden]


MORNING = shift("08:00", "16:00", "a")


class TestTakenOff:
    def test_another_shift_of_that_day_is_shown(self) -> None:
        evening = shift("18:00", "22:00", "b")
        result = merge([off(MORNING)], [evening])
        assert [one.kind for one in result.changes] == [ChangeKind.ADDED]
        assert after([off(MORNING)], result) == [off(MORNING), evening]

    def test_it_stays_off_when_a_calendar_is_empty_once(self) -> None:
        known = [off(MORNING)]
        assert merge(known, []) == NOTHING
        assert merge(after(known, merge(known, [])), [MORNING]) == NOTHING

    def test_parts_of_it_stay_off_when_they_are_told_apart(self) -> None:
        known = [off(shift("08:00", "16:00", "a", "b", "c"))]
        told = [shift("08:00", "10:00", "a"), shift("13:00", "16:00", "b", "c")]
        kept = after(known, merge(known, told))
        assert seen(kept) == []
        assert merge(kept, told) == NOTHING
        assert seen(after(kept, merge(kept, [shift("12:00", "17:00", "c", "b")]))) == []

    def test_it_stays_off_without_its_first_part(self) -> None:
        known = [off(shift("08:00", "16:00", "a", "b"))]
        assert seen(after(known, merge(known, [shift("12:00", "16:00", "b")]))) == []

    def test_what_holds_a_shift_that_is_shown_is_shown(self) -> None:
        known = [off(shift("08:00", "12:00", "a")), shift("13:00", "17:00", "b")]
        told = [shift("08:00", "17:00", "a", "b")]
        kept = after(known, merge(known, told))
        assert seen(kept) == [(8, 17)]
        assert merge(kept, told) == NOTHING
        apart = [shift("08:00", "12:00", "a"), shift("13:00", "17:00", "b")]
        assert (13, 17) in seen(after(kept, merge(kept, apart)))

    def test_it_is_as_it_was_where_a_part_of_it_is_unreadable(self) -> None:
        known = [off(shift("08:00", "16:00", "a", "b"))]
        assert merge(known, [shift("09:00", "12:00", "a")], unread=("b",)) == NOTHING

    @pytest.mark.parametrize(
        ("told", "is_it"),
        [
            (shift("13:00", "16:00", "x", day=23), True),  # what is left of it
            (shift("11:00", "18:00", "x", day=23), True),
            (shift("13:00", "18:00", "b", day=23), True),
            (shift("14:00", "22:00", "x", day=23), False),
        ],
    )
    def test_one_that_runs_may_be_told_in_another_shape(self, told: Shift, *, is_it: bool) -> None:
        known = [off(shift("08:00", "16:00", "a", "b", day=23))]
        assert (merge(known, [told]) == NOTHING) is is_it


class TestRunning:
    def test_what_is_left_of_it_is_no_second_shift(self) -> None:
        known = [shift("08:00", "16:00", "a", "b", day=23)]
        for told in (
            shift("13:00", "16:00", "b", day=23),
            shift("13:00", "16:30", "made anew", day=23),
        ):
            assert merge(known, [told]) == NOTHING

    def test_one_that_overlaps_it_beside_it_is_another(self) -> None:
        known = [shift("08:00", "20:00", "on call", day=23)]
        told = [*known, shift("18:00", "22:00", "b", day=23)]
        assert merge(known, told).put == (told[1],)

    def test_history_of_a_file_does_not_overlap_either(self) -> None:
        known = [shift("08:00", "16:00", "a", day=20)]
        told = [shift("09:00", "17:00", "b", day=20)]
        assert merge(known, told, with_past=True) == NOTHING


class TestUnread:
    KNOWN = (shift("08:00", "16:00", "a", "b"),)

    @pytest.mark.parametrize(
        ("left", "unread"),
        [
            (shift("08:00", "12:00", "a"), "b"),
            (shift("12:00", "16:00", "b"), "a"),
            (shift("12:00", "16:00", "b"), ""),
        ],
    )
    def test_a_shift_stays_whole_though_a_part_of_it_is_unreadable(
        self, left: Shift, unread: str
    ) -> None:
        assert merge(self.KNOWN, [left], unread=(unread,)) == NOTHING

    def test_it_changes_when_everything_can_be_read(self) -> None:
        kept = after(self.KNOWN, merge(self.KNOWN, [shift("08:00", "12:00", "a")]))
        assert seen(kept) == [(8, 12)]

    def test_what_overlaps_it_is_told_as_one_with_it(self) -> None:
        rest = ShiftBreak(starts_at=local("2026-11-24 17:00"), ends_at=local("2026-11-24 17:15"))
        told = [shift("15:00", "18:00", "c", breaks=(rest,))]
        kept = after(self.KNOWN, merge(self.KNOWN, told, unread=("a", "b")))
        assert seen(kept) == [(8, 18)]
        assert kept[0].breaks == (rest,)
        assert merge(kept, told, unread=("a", "b")) == NOTHING
        read = [shift("08:00", "18:00", "a", "b", "c")]
        assert seen(after(kept, merge(kept, read))) == [(8, 18)]

    def test_what_grew_to_the_times_of_another_keeps_its_own_part(self) -> None:
        told = [shift("08:00", "18:00", "c")]
        kept = after(self.KNOWN, merge(self.KNOWN, told, unread=("a", "b")))
        assert (seen(kept), kept[0].parts) == ([(8, 18)], ("a", "b", "c"))
        assert merge(kept, told, unread=("a", "b")) == NOTHING

    def test_two_that_are_bridged_become_one(self) -> None:
        known = [shift("08:00", "12:00", "a"), shift("14:00", "18:00", "b")]
        told = [shift("11:00", "15:00", "c")]
        result = merge(known, told, unread=("a", "b"))
        kept = after(known, result)
        assert seen(kept) == [(8, 18)]
        assert merge(kept, told, unread=("a", "b")) == NOTHING

    def test_what_would_be_too_long_together_stays_apart(self) -> None:
        known = [shift("02:00", "12:00", "a")]
        told = [shift("11:00", "20:00", "b")]
        assert seen(after(known, merge(known, told, unread=("a",)))) == [(2, 12), (11, 20)]

    def test_a_part_that_was_moved_on_is_a_shift_beside_what_is_unreadable(self) -> None:
        told = [shift("09:00", "12:00", "a", day=25)]
        kept = after(self.KNOWN, merge(self.KNOWN, told, unread=("b",)))
        assert seen(kept) == [(8, 16), (9, 12)]
        assert merge(kept, told, unread=("b",)) == NOTHING
        read = [*told, shift("12:00", "16:00", "b")]
        assert seen(after(kept, merge(kept, read))) == [(12, 16), (9, 12)]

    @pytest.mark.parametrize(
        ("unread", "is_kept"),
        [("a", True), ("a/2026", False), ("", True), ("a/20261124", True)],
    )
    def test_uids_are_compared_whole(self, unread: str, *, is_kept: bool) -> None:
        known = [shift("08:00", "16:00", "a/20261124")]
        assert (merge(known, [], unread=(unread,)) == NOTHING) is is_kept
        assert merge([shift("08:00", "16:00", "ab")], [], unread=("a",)).remove


def test_of_days_of_which_a_file_says_nothing_all_stays() -> None:
    since = local("2026-11-25 00:00")
    known = [MORNING, shift("08:00", "16:00", "b", day=25), shift("22:00", "23:00", "c")]
    told = [shift("08:00", "16:00", "d", day=26)]
    assert merge(known, told, since=since).remove == (known[1],)
    over_midnight = replace(known[2], ends_at=local("2026-11-26 09:00"))
    assert merge([over_midnight], told, since=since).remove == (over_midnight,)


def test_a_uid_is_given_once_also_where_two_shifts_change_places() -> None:
    known = [off(MORNING), shift("08:00", "16:00", "b", day=25)]
    told = [shift("09:00", "16:00", "a", "b", day=25)]
    kept = after(known, merge(known, told))
    assert seen(kept) == [(9, 16)]
    assert merge(kept, told) == NOTHING


class TestUidsThatWander:
    """Some calendars give the uid of one event to another, or one uid to several."""

    def test_a_uid_that_is_given_up_is_taken_at_once(self) -> None:
        known = [shift("12:00", "16:00", "e"), shift("06:00", "07:00", "a", day=26)]
        told = [
            shift("06:00", "16:00", "d"),
            shift("06:00", "07:00", "e", day=26),
        ]
        once = after(known, merge(known, told, unread=("a",)))
        assert [one.uid for one in once] == ["d", "e"]
        assert merge(once, told, unread=("a",)) == NOTHING

    def test_two_that_exchange_their_uids_keep_them(self) -> None:
        known = [off(shift("08:00", "12:00", "a")), off(shift("14:00", "16:00", "b", "c"))]
        told = [shift("08:00", "12:00", "b", "c"), shift("14:00", "16:00", "a")]
        once = after(known, merge(known, told))
        assert merge(once, told) == NOTHING
        assert {one.uid for one in once} == {"a", "b"}

    def test_what_runs_is_known_again_where_its_uid_was_that_of_an_earlier_one(self) -> None:
        earlier = shift("08:00", "09:00", "g", day=22)
        running = shift("10:00", "20:00", "g", day=23)
        beside = shift("19:00", "04:00", "e", day=23)
        beside = replace(beside, ends_at=beside.ends_at + timedelta(days=1))
        once = after([earlier], merge([earlier], [running, beside]))
        assert [one.starts_at for one in once] == [
            earlier.starts_at,
            running.starts_at,
            beside.starts_at,
        ]
        assert merge(once, [running, beside]) == NOTHING


def test_what_is_told_inside_a_shift_that_runs_is_no_shift_beside_it() -> None:
    running = shift("10:00", "18:00", "a", day=23)
    told = [shift("10:00", "12:00", "a", day=23), shift("15:00", "17:00", "b", day=23)]
    assert merge([running], told) == NOTHING
