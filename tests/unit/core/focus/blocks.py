"""Blocks for tests: by hand, and of any shape that may be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from workspace_assistant.core.focus.model import (
    Anchor,
    Block,
    Cause,
    Channel,
    ClockChange,
    Gap,
    GapReason,
    Interruption,
    Origin,
)

# A block is dozens of drawn values: a hundred of them for each test take minutes under coverage.
FEW = settings(max_examples=40)

NINE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def at(minutes: float) -> datetime:
    """So long after nine."""
    return NINE + timedelta(minutes=minutes)


def block(start: float = 0, end: float | None = 60, **facts: Any) -> Block:
    """A block between two minutes after nine."""
    known = {
        "id": "b" * 32,
        "name": "Refund queue",
        "started_at": at(start),
        "ended_at": None if end is None else at(end),
        "time_zone": "Europe/Madrid",
        "utc_offset_s": 3600,
    }
    return Block(**(known | facts))


def gap(start: float, end: float | None, name: str = "g", **facts: Any) -> Gap:
    known = {"reason": GapReason.PAUSE}
    return Gap(
        id=name,
        started_at=at(start),
        ended_at=None if end is None else at(end),
        **(known | facts),
    )


def interruption(
    start: float, end: float | None = None, name: str = "i", **facts: Any
) -> Interruption:
    known = {"cause": Cause.DOOR, "origin": Origin.EXTERNAL}
    return Interruption(
        id=name, at=at(start), ended_at=None if end is None else at(end), **(known | facts)
    )


# Drawing from a few is ten times as fast as making up text.
_WORDS = st.sampled_from(["a", "b", "two words", "=1+1", "“é”, ", "\N{SNOWMAN}"])
_NOTES = st.sampled_from(["", "the cat"])
_KINDS_OF_GAP = st.sampled_from(list(product(GapReason, (True, False))))
_KINDS_OF_INTERRUPTION = st.sampled_from(list(product(Cause, Origin)))
_LENGTHS_S = st.integers(1, 86400)


@st.composite
def blocks(draw: st.DrawFn, *, is_open: bool | None = None) -> Block:
    """Any sound block."""
    length_s = draw(_LENGTHS_S)
    runs = draw(st.booleans()) if is_open is None else is_open
    ended_at = None if runs else NINE + timedelta(seconds=length_s)
    return Block(
        id=draw(st.sampled_from(["a" * 32, "b" * 32])),
        name=draw(_WORDS),
        channel=draw(st.sampled_from(Channel)),
        tags=tuple(draw(st.lists(_WORDS, max_size=3))),
        planned_s=draw(st.none() | st.floats(1, 90_000)),
        started_at=NINE,
        ended_at=ended_at,
        time_zone="Europe/Madrid",
        utc_offset_s=3600,
        gaps=draw(gaps(length_s, may_be_open=runs)),
        interruptions=draw(interruptions(length_s)),
        clock_changes=draw(clock_changes(length_s)),
        source=draw(st.just("") | _WORDS),
        anchor=draw(anchors()) if runs else None,
    )


@st.composite
def gaps(draw: st.DrawFn, length_s: int, *, may_be_open: bool) -> tuple[Gap, ...]:
    bounds = sorted(draw(st.sets(st.integers(0, length_s), max_size=6)))
    made = [
        Gap(
            id=f"gap{number}",
            started_at=NINE + timedelta(seconds=start),
            ended_at=NINE + timedelta(seconds=end),
            reason=reason,
            is_unanswered=is_unanswered,
        )
        for number, (start, end) in enumerate(zip(bounds[::2], bounds[1::2], strict=False))
        for reason, is_unanswered in [draw(_KINDS_OF_GAP)]
    ]
    if may_be_open and len(bounds) % 2:
        reason = draw(st.sampled_from(GapReason))
        made.append(Gap(id="open", started_at=NINE + timedelta(seconds=bounds[-1]), reason=reason))
    return tuple(made)


@st.composite
def interruptions(draw: st.DrawFn, length_s: int) -> tuple[Interruption, ...]:
    spans = draw(
        st.lists(st.tuples(st.integers(0, length_s), st.integers(0, length_s)), max_size=3)
    )
    return tuple(
        Interruption(
            id=f"interruption{number}",
            cause=cause,
            origin=origin,
            at=NINE + timedelta(seconds=min(span)),
            ended_at=draw(st.none() | st.just(NINE + timedelta(seconds=max(span)))),
            note=draw(_NOTES),
        )
        for number, span in enumerate(sorted(spans, key=min))
        for cause, origin in [draw(_KINDS_OF_INTERRUPTION)]
    )


@st.composite
def clock_changes(draw: st.DrawFn, length_s: int) -> tuple[ClockChange, ...]:
    seconds = sorted(draw(st.sets(st.integers(0, length_s), max_size=3)))
    return tuple(
        ClockChange(at=NINE + timedelta(seconds=one), by_s=draw(st.integers(-7200, 7200)))
        for one in seconds
    )


@st.composite
def anchors(draw: st.DrawFn) -> Anchor:
    return Anchor(at=NINE, elapsed_s=draw(st.floats(0, 1e6)), boot_id=draw(_WORDS))
