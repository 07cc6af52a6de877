from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.core.focus.blocks import NINE, at
from workspace_assistant.core.spans import Span, common_of, total_s, united, without_all

MINUTES = st.integers(0, 30)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start, end = sorted((draw(MINUTES), draw(MINUTES)))
    return Span(at(start), at(end))


def minutes_of(span: Span) -> set[int]:
    return {minute for minute in range(31) if span.holds(at(minute))}


def test_a_span_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Span(NINE, NINE - timedelta(microseconds=1))


def test_touching_is_not_overlapping() -> None:
    assert not Span(at(0), at(5)).overlaps(Span(at(5), at(9)))


def test_length() -> None:
    assert Span(at(0), at(1.5)).length_s == 90


@given(spans(), spans())
def test_without_leaves_exactly_what_the_other_does_not_hold(one: Span, other: Span) -> None:
    left = one.without(other)

    assert set().union(*map(minutes_of, left)) == minutes_of(one) - minutes_of(other)
    assert all(piece.length_s > 0 for piece in left) or left == (one,)
    assert not any(piece.overlaps(other) and other.length_s for piece in left)


@given(spans(), spans())
def test_common_is_what_both_hold(one: Span, other: Span) -> None:
    shared = one.common(other)

    assert (set() if shared is None else minutes_of(shared)) == minutes_of(one) & minutes_of(other)
    assert shared == other.common(one)


@given(spans(), spans())
def test_a_cut_and_the_common_part_make_up_the_whole(one: Span, other: Span) -> None:
    shared = one.common(other)
    parts = [*one.without(other), *([] if shared is None else [shared])]

    assert sum(part.length_s for part in parts) == one.length_s


@given(st.lists(spans(), max_size=6))
def test_united_is_the_same_time_in_order_and_apart(several: list[Span]) -> None:
    whole = united(several)

    assert set().union(*map(minutes_of, whole)) == set().union(*map(minutes_of, several))
    assert all(one.end < other.start for one, other in pairwise(whole))


@given(st.lists(spans(), max_size=6), st.lists(spans(), max_size=6))
def test_two_rows_of_spans_are_cut_out_of_each_other(these: list[Span], others: list[Span]) -> None:
    one, other = (united(x for x in row if x.length_s) for row in (these, others))
    minutes = set[int]().union(*map(minutes_of, one))
    cuts = set[int]().union(*map(minutes_of, other))
    left, common = without_all(one, other), common_of(one, other)
    assert set[int]().union(*map(minutes_of, left)) == minutes - cuts
    assert set[int]().union(*map(minutes_of, common)) == minutes & cuts
    assert total_s(left) + total_s(common) == total_s(one)
    for row in (left, common):
        assert all(x.length_s > 0 for x in row)
        assert all(before.end <= after.start for before, after in pairwise(row))
