"""No time log puts one block over another, or keeps one that makes no sense."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.contract.focus_logs import at, block, heartbeat, ids, put
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import (
    Cause,
    Gap,
    GapReason,
    Interruption,
    Origin,
)
from workspace_assistant.core.focus.ports import FocusLog


@pytest.mark.parametrize(
    ("start", "end"),
    [(5, 15), (12, 18), (10, 20), (5, 25), (19, 21), (15, 15), (10, 11), (15, None)],
)
def test_no_block_is_put_over_another(log: FocusLog, start: float, end: float | None) -> None:
    put(log, block("old", 10, 20, name="Refunds"))
    with pytest.raises(FocusError, match="would overlap “Refunds”"):
        put(log, block("new", start, end))
    with log.reading() as reader:
        assert ids(reader.find("")) == ["old"]


@pytest.mark.parametrize(
    ("start", "end"), [(0, 10), (20, 30), (10, 10), (20, 20), (5, 5), (20, None), (0, None)]
)
def test_blocks_may_touch(log: FocusLog, start: float, end: float | None) -> None:
    put(log, block("old", 10, 20), block("zero", 10, 10), block("new", start, end))
    with log.reading() as reader:
        assert sorted(ids(reader.find(""))) == ["new", "old", "zero"]


def test_an_earlier_block_without_length_hides_no_overlap(log: FocusLog) -> None:
    put(log, block("long", 10, 60), block("zero", 10, 10))
    with pytest.raises(FocusError, match="overlap"):
        put(log, block("new", 30, 40))


def test_a_block_moves_within_its_own_time(log: FocusLog) -> None:
    put(log, block("a", 0, 10), block("b", 20, 30), block("c", 40, 50))
    put(log, block("b", 15, 35), block("b", 25, 28))
    with pytest.raises(FocusError, match="Block c"):
        put(log, block("b", 25, 41))


def test_only_one_block_is_open(log: FocusLog) -> None:
    put(log, block("a", 0, None))
    with pytest.raises(FocusError, match="Block a"):
        put(log, block("b", 50, None))
    put(log, block("a", 0, 10), block("b", 50, None))


def test_an_open_block_begins_in_no_other(log: FocusLog) -> None:
    put(log, block("a", 10, 20))
    for start in (10, 15):
        with pytest.raises(FocusError, match="overlap"):
            put(log, block("open", start, None))


def test_nothing_is_put_into_the_proven_part_of_the_open_block(log: FocusLog) -> None:
    put(log, block("open", 0, None))
    with log.writing() as writer:
        writer.beat(heartbeat("open", minutes=20))
    with pytest.raises(FocusError, match="Block open"):
        put(log, block("new", 19, 25))
    with pytest.raises(FocusError, match="Block open"):
        put(log, block("new", -5, 1))
    with pytest.raises(FocusError, match="Block open"):
        put(log, block("new", 0, 1))
    put(log, block("before", -5, 0), block("ahead", 20, 30))


def test_acts_prove_that_the_open_block_lasts(log: FocusLog) -> None:
    break_ = Gap(id="g", started_at=at(10), ended_at=at(15), reason=GapReason.BREAK)
    call = Interruption(id="i", cause=Cause.PHONE, origin=Origin.EXTERNAL, at=at(25))
    for running, last in (
        (replace(block("open", 0, None), gaps=(break_,)), 15),
        (replace(block("open", 0, None), gaps=(break_,), interruptions=(call,)), 25),
    ):
        put(log, running)
        with pytest.raises(FocusError, match="Block open"):
            put(log, block("new", last - 0.5, last + 5))


def test_the_open_block_does_not_run_into_one_that_is_ahead(log: FocusLog) -> None:
    put(log, block("ahead", 60, 70))
    seen = Interruption(id="i", cause=Cause.PHONE, origin=Origin.EXTERNAL, at=at(60))
    put(log, replace(block("open", 0, None), interruptions=(seen,)))
    late = replace(seen, at=at(61))
    with pytest.raises(FocusError, match="Block ahead"):
        put(log, replace(block("open", 0, None), interruptions=(late,)))


def test_a_block_that_makes_no_sense_is_refused(log: FocusLog) -> None:
    with pytest.raises(FocusError, match="was not saved: it ends before it starts"):
        put(log, block("a", 10, 9))
    with log.reading() as reader:
        assert reader.find("") == ()
