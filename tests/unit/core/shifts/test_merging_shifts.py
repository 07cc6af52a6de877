"""What a refresh changes: never what has begun, never what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.shifts import a_shift, local
from workspace_assistant.core.shifts.identity import shift_id
from workspace_assistant.core.shifts.merging import Merge, Reading, merged
from workspace_assistant.core.shifts.model import ChangeKind, Place, Shift
from workspace_assistant.core.spans import Span

NOW = local("2026-11-23 12:00")
UNTIL = NOW + timedelta(days=60)


def shift(
    day: int, start: str = "08:00", end: str = "16:00", uid: str = "", **more: object
) -> Shift:
    """Of November 2026, told by a feed."""
    uid = uid or f"{day}"
    made = a_shift(f"2026-11-{day} {start}", f"2026-11-{day} {end}", key=uid, source="feed")
    made = replace(made, id=shift_id("feed", uid), uid=uid)
    return replace(made, **more)  # type: ignore[arg-type] # the test names the fields


def merge(
    known: Sequence[Shift], told: Sequence[Shift], *, now: datetime = NOW, **more: object
) -> Merge:
    fields = {"shifts": told, "until": UNTIL, **more}
    return merged(known, Reading(**fields), now)  # type: ignore[arg-type] # the test names them


def after(known: Sequence[Shift], result: Merge) -> dict[str, Shift]:
    """What a store then holds, by id; each uid once."""
    kept = {one.id: one for one in known}
    for one in result.remove:
        del kept[one.id]
    kept |= {one.id: one for one in result.put}
    assert len({one.uid for one in kept.values()}) == len(kept)
    return kept


def kinds(result: Merge) -> list[ChangeKind]:
    return [one.kind for one in result.changes]


def test_what_is_told_as_it_was_changes_nothing() -> None:
    known = [shift(20), shift(23), shift(24)]
    assert merge(known, known) == Merge(remove=(), put=(), changes=())


def test_coming_shifts_are_added_moved_and_removed() -> None:
    moved = shift(25, "09:00", "17:00")
    result = merge([shift(24), shift(25)], [moved, shift(26)])
    assert result.remove == (shift(24),)
    assert result.put == (moved, shift(26))
    assert [(one.kind, one.before, one.after) for one in result.changes] == [
        (ChangeKind.REMOVED, shift(24), None),
        (ChangeKind.MOVED, shift(25), moved),
        (ChangeKind.ADDED, None, shift(26)),
    ]
    assert {one.noticed_at for one in result.changes} == {NOW}


def test_another_place_is_news_and_another_name_is_none() -> None:
    office = shift(24, place=Place.OFFICE)
    assert kinds(merge([shift(24)], [office])) == [ChangeKind.MOVED]
    named = merge([shift(24)], [shift(24, name="Late")])
    assert (kinds(named), named.put) == ([], (shift(24, name="Late"),))


@pytest.mark.parametrize(
    "told",
    [
        [],
        [shift(20, "09:00", "17:00"), shift(23, "09:00", "17:00")],
        [shift(23, "08:00", "20:00", uid="anew")],
        [shift(20, uid="anew"), shift(23, uid="anew 2")],
        [shift(21, uid="21")],  # over, and unknown: too late to be planned
    ],
)
def test_what_has_begun_is_history(told: list[Shift]) -> None:
    known = [shift(20), shift(23)]
    assert merge(known, told) == Merge(remove=(), put=(), changes=())


def test_a_shift_that_runs_and_was_not_known_is_added() -> None:
    result = merge([], [shift(23), shift(22)])
    assert result.put == (shift(23),)
    assert kinds(result) == [ChangeKind.ADDED]


def test_a_file_brings_history_as_well_but_as_no_news() -> None:
    known = [shift(20)]
    told = [shift(19), shift(20, "10:00", "12:00")]
    result = merge(known, told, with_past=True)
    assert (result.put, result.changes) == ((shift(19),), ())


def test_the_event_of_an_earlier_shift_that_moves_on_is_another_shift() -> None:
    known = [shift(20, uid="x")]
    told = [shift(25, uid="x")]
    first = merge(known, told)
    (added,) = first.put
    assert (added.uid, added.id != known[0].id) == ("x#20261125T070000Z", True)
    kept = after(known, first)
    assert merge([*kept.values()], told) == Merge(remove=(), put=(), changes=())


@pytest.mark.parametrize(
    ("unread", "is_kept"), [(("24",), True), (("2",), False), (("",), True), (("25", "x"), False)]
)
def test_what_could_not_be_read_stays(unread: tuple[str, ...], *, is_kept: bool) -> None:
    result = merge([shift(24)], [], unread=unread)
    assert (result.remove == ()) is is_kept


def test_days_that_were_not_asked_for_stay() -> None:
    assert merge([shift(30)], [], until=local("2026-11-30 08:00")).remove == ()
    assert merge([shift(30)], [], until=local("2026-11-30 08:01")).remove == (shift(30),)


def test_uids_that_are_new_each_time_are_no_news() -> None:
    known = [shift(24, is_hidden=True), shift(25)]
    told = [shift(24, uid="new a"), shift(25, uid="new b")]
    result = merge(known, told)
    assert kinds(result) == []
    assert [(one.id, one.uid, one.is_hidden) for one in result.put] == [
        (known[0].id, "new a", True),
        (known[1].id, "new b", False),
    ]
    moved = merge(known, [shift(24, uid="new a"), shift(25, "10:00", "18:00", uid="new b")])
    assert kinds(moved) == [ChangeKind.MOVED]


def test_times_tell_a_shift_also_where_something_could_not_be_read() -> None:
    known = [shift(24, is_hidden=True)]
    result = merge(known, [shift(24, uid="new")], unread=("",))
    assert [(one.id, one.is_hidden) for one in result.put] == [(known[0].id, True)]


def test_of_two_on_one_day_nobody_can_tell_which_was_moved() -> None:
    known = [shift(24, "08:00", "10:00", "a"), shift(24, "12:00", "14:00", "b")]
    told = [shift(24, "09:00", "11:00", "c")]
    assert kinds(merge(known, told)) == [
        ChangeKind.REMOVED,
        ChangeKind.REMOVED,
        ChangeKind.ADDED,
    ]


def test_a_shift_that_was_taken_off_stays_off_in_silence() -> None:
    hidden = shift(24, is_hidden=True)
    moved = merge([hidden], [shift(24, "09:00", "17:00")])
    assert moved.put == (shift(24, "09:00", "17:00", is_hidden=True),)
    assert moved.changes == ()
    assert merge([hidden], []) == Merge(remove=(), put=(), changes=())


def test_an_id_that_another_shift_has_kept_is_not_given_again() -> None:
    first = shift(24, uid="a")
    known = [*after([first], merge([first], [shift(24, uid="b")])).values()]
    told = [shift(24, uid="b"), shift(26, uid="a")]
    kept = after(known, merge(known, told))
    assert sorted(one.uid for one in kept.values()) == ["a", "b"]


def _uncovered(span: Span, others: Iterable[Span]) -> list[Span]:
    left = [span]
    for other in others:
        left = [piece for one in left for piece in one.without(other)]
    return left


DAYS = st.integers(20, 27)
SHIFTS = st.lists(
    st.builds(
        lambda day, start, length, uid: shift(
            day, f"{start:02}:00", f"{start + length:02}:00", uid=uid
        ),
        DAYS,
        st.integers(0, 12),
        st.integers(1, 8),
        st.sampled_from("abcdefgh"),
    ),
    max_size=8,
    unique_by=lambda one: one.uid,
)


@given(first=SHIFTS, second=SHIFTS, unread=st.lists(st.sampled_from("abcdefgh"), max_size=2))
def test_refreshes_keep_history_and_what_is_unread_and_then_say_what_the_calendar_says(
    first: list[Shift], second: list[Shift], unread: list[str]
) -> None:
    known = [*after([], merge([], first, now=local("2026-11-20 00:00"))).values()]
    second = [one for one in second if one.uid not in unread]
    result = merge(known, second, unread=unread)
    kept = after(known, result)
    begun = [one for one in known if one.starts_at <= NOW]
    assert all(kept[one.id] == one for one in begun)
    coming = {
        one.span
        for one in second
        if one.starts_at > NOW and not any(one.span.overlaps(old.span) for old in begun)
    }
    found = {one.span for one in kept.values() if one.starts_at > NOW}
    unreadable = {one.span for one in known if one.uid in unread}
    for span in coming | unreadable:
        assert not _uncovered(span, [one.span for one in kept.values()])
    if not unread:
        assert found == coming
    again = merge([*kept.values()], second, unread=unread)
    assert (again.remove, again.changes) == ((), ())
