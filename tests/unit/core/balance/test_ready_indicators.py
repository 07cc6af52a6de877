"""How ready shifts began, and the time that technical trouble took of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.weeks import a_block, at, indicator, records, told
from workspace_assistant.core.balance.model import Checked, Indicator, Records, State
from workspace_assistant.core.balance.ready_indicators import has_trouble
from workspace_assistant.core.focus.model import Block, Cause
from workspace_assistant.core.line_watch.model import EventKind, LineEvent
from workspace_assistant.core.readiness.model import Verdict

SHIFTS = [(f"2026-11-{day} 09:00", f"2026-11-{day} 17:00") for day in (16, 17, 18)]
READY, CAUTION, UNTESTED = Verdict.READY, Verdict.CAUTION, Verdict.NOT_TESTED


def with_checks(*checks: tuple[str, str, Verdict], shifts: int = 3) -> Records:
    checked = tuple(Checked(at=at(when), check=check, verdict=x) for when, check, x in checks)
    return replace(records(shifts=SHIFTS[:shifts]), checked=checked)


def began_ready(known: Records) -> Indicator:
    return indicator(told(known, "2026-11-16"), "began-ready")


def test_of_each_check_the_last_one_before_the_shift_counts() -> None:
    one = began_ready(
        with_checks(
            # A microphone that is good now makes no line good.
            ("2026-11-16 08:30", "voice-path", CAUTION),
            ("2026-11-16 08:30", "microphone", CAUTION),
            ("2026-11-16 08:50", "microphone", READY),
            # Ready in the end; what came before three hours ago and after the start says nothing.
            ("2026-11-17 05:59", "microphone", Verdict.NOT_READY),
            ("2026-11-17 06:00", "voice-path", CAUTION),
            ("2026-11-17 08:59", "voice-path", READY),
            ("2026-11-17 09:00", "voice-path", CAUTION),
        )
    )
    assert (one.value, one.state) == (0.5, State.INFORMATION)
    assert one.told.parts == {"met": 1, "count": 2, "whole": 3}
    assert [(term.value, term.name) for term in one.terms] == [(0, "caution"), (1, "ready")]


def test_what_was_never_looked_at_is_neither_ready_nor_not() -> None:
    untested = ("2026-11-16 08:30", "microphone", UNTESTED)
    assert began_ready(with_checks(untested)).value is None
    assert began_ready(with_checks(untested, ("2026-11-16 08:30", "x", READY))).value is None
    assert began_ready(with_checks(untested, ("2026-11-16 08:30", "x", CAUTION))).value is None
    failed = ("2026-11-16 08:30", "x", Verdict.NOT_READY)
    assert began_ready(with_checks(untested, failed)).value == 0
    assert began_ready(with_checks(shifts=0)).told.sentence == "No shift of this week has begun."


def an_event(start: str, length_s: float, kind: EventKind = EventKind.LOSS) -> LineEvent:
    """It ends at the start of its last bad second."""
    end = at(start) + timedelta(seconds=length_s - 1)
    return LineEvent(id=start, kind=kind, started_at=at(start), ended_at=end, is_over=True)


def interrupted(start: str, end: str | None, cause: Cause = Cause.TECHNICAL) -> Block:
    block = a_block(f"{start[:10]} 09:00", f"{start[:10]} 12:00", interrupted=[(start, cause)])
    (one,) = block.interruptions
    return replace(block, interruptions=(replace(one, ended_at=None if end is None else at(end)),))


def technical(
    blocks: tuple[Block, ...] = (),
    events: tuple[LineEvent, ...] = (),
    watched: tuple[str, ...] = ("2026-11-17 10:00",),
    shifts: int = 3,
) -> Indicator:
    known = records(shifts=SHIFTS[:shifts], blocks=blocks)
    sources = replace(
        known.sources, line_events=events, line_watched=tuple(at(one) for one in watched)
    )
    return indicator(told(replace(known, sources=sources), "2026-11-16"), "technical-time")


def test_trouble_of_two_kinds_at_once_counts_once() -> None:
    one = technical(
        (
            interrupted("2026-11-16 10:00", "2026-11-16 10:10"),
            interrupted("2026-11-17 10:00", "2026-11-17 10:10", Cause.NOISE),
        ),
        (
            an_event("2026-11-16 10:08", 300),
            an_event("2026-11-16 16:59", 120, EventKind.COMPUTER),  # half of it after the shift
            an_event("2026-11-16 20:00", 600),
            an_event("2026-11-17 12:00", 1, EventKind.DELAY),
        ),
    )
    assert one.value == 13 * 60 + 60 + 1
    assert [(term.value, term.name) for term in one.terms] == [
        (780, "loss, technical"),
        (60, "computer"),
        (1, "delay"),
    ]
    assert one.told.sentence == "{length} in shifts."


def test_an_interruption_without_an_end_is_told_and_not_guessed() -> None:
    alone = technical((interrupted("2026-11-16 10:00", None),))
    assert (alone.value, alone.told.parts) == (None, {"count": 1})
    beside = technical((interrupted("2026-11-16 10:00", None),), (an_event("2026-11-17 12:00", 9),))
    assert (beside.value, beside.told.parts) == (9, {"length": 9, "count": 1})
    assert "without the interruptions" in beside.told.sentence


def test_no_trouble_is_known_only_where_somebody_looked() -> None:
    assert technical().value == 0
    logged = technical(
        (interrupted("2026-11-16 10:00", "2026-11-16 10:10", Cause.PET),), watched=()
    )
    assert (logged.value, logged.told.sentence) == (
        0,
        "{length} in shifts; the line was not watched.",
    )
    assert technical(watched=("2026-11-17 08:00",)).value is None
    evening = a_block("2026-11-16 20:00", "2026-11-16 21:00")
    assert technical((evening,), watched=()).value is None
    begun_before = a_block("2026-11-16 08:50", "2026-11-16 10:00")
    assert technical((begun_before,), watched=()).value == 0
    assert technical(shifts=0).value is None


@pytest.mark.parametrize(
    ("blocks", "events", "expected"),
    [
        ((), (), False),
        ((interrupted("2026-11-16 10:00", None),), (), True),
        ((interrupted("2026-11-17 10:00", None),), (), False),
        ((interrupted("2026-11-16 10:00", None, Cause.PET),), (), False),
        ((), (an_event("2026-11-16 16:59", 120),), True),
        ((), (an_event("2026-11-16 17:00", 120),), False),
    ],
)
def test_a_shift_with_trouble(
    blocks: tuple[Block, ...], events: tuple[LineEvent, ...], *, expected: bool
) -> None:
    known = records(shifts=SHIFTS, blocks=blocks)
    known = replace(known, sources=replace(known.sources, line_events=events))
    assert has_trouble(known.shifts[0].span, known) is expected
