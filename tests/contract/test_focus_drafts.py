"""Large changes are prepared beside the log, and kept in one go or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.contract.focus_logs import at, block, put
from tests.fakes.focus import MONDAY, CountingId, FakeClock
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.draft import EVER, Draft
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import (
    Block,
    Cause,
    ClockChange,
    Gap,
    GapReason,
    Interruption,
    Origin,
)
from workspace_assistant.core.focus.ports import FocusLog, Heartbeat
from workspace_assistant.core.focus.scribe import Scribe, Step
from workspace_assistant.core.focus.service import FocusService
from workspace_assistant.core.spans import FOREVER


def drafted(log: FocusLog, *steps: Step) -> Draft:
    """A draft with these steps, as an import writes them."""
    with log.reading() as reader:
        draft = Draft(reader, EVER)
        Scribe(draft, FakeClock().read(), CountingId(), "import").keep("import", *steps)
    return draft


def all_of(log: FocusLog) -> list[Block]:
    with log.reading() as reader:
        return list(reader.between(datetime.min.replace(tzinfo=UTC), FOREVER))


def rich(key: str, start: float, end: float) -> Block:
    """A block with parts of every kind."""
    return replace(
        block(key, start, end),
        tags=("vip",),
        planned_s=600.0,
        source=f"toggl:{key}",
        gaps=(
            Gap(id="g", started_at=at(start), ended_at=at(start + 1), reason=GapReason.IDLE),
            Gap(id="h", started_at=at(end - 1), ended_at=at(end), reason=GapReason.BREAK),
        ),
        interruptions=(
            Interruption(id="i", cause=Cause.PET, origin=Origin.EXTERNAL, at=at(start), note="cat"),
        ),
        clock_changes=(ClockChange(at=at(start), by_s=3600.0),),
    )


def test_all_of_a_draft_is_kept_and_noted(log: FocusLog, other: FocusLog) -> None:
    old, gone = rich("old", 0, 10), rich("gone", 20, 30)
    put(log, old, gone)
    shorter = replace(old, ended_at=at(5), gaps=old.gaps[:1])
    draft = drafted(log, (gone, None), (old, shorter), (None, rich("new", 20, 40)))

    change = log.keep(draft)

    assert change is not None
    assert all_of(other) == [shorter, rich("new", 20, 40)]
    with other.reading() as reader:
        assert reader.change(change.id) == change
        assert reader.latest_change() == change.id
        assert reader.heads(5) == (replace(change, differences=()),)


def test_what_others_changed_meanwhile_outdates_it(log: FocusLog, other: FocusLog) -> None:
    one = block("one", 0, 10)
    put(log, one)
    draft = drafted(log, (one, None))
    with other.writing() as writer:
        Scribe(writer, FakeClock().read(), CountingId(), "window").keep(
            "edit", (one, replace(one, name="Post"))
        )

    assert log.keep(draft) is None
    assert [found.name for found in all_of(log)] == ["Post"]


def test_the_same_entries_brought_by_another_outdate_it(log: FocusLog, other: FocusLog) -> None:
    draft = drafted(log, (None, rich("one", 0, 10)))
    with other.writing() as writer:
        twin = replace(rich("two", 20, 30), source="toggl:one")
        Scribe(writer, FakeClock().read(), CountingId(), "import").keep("import", (None, twin))

    assert log.keep(draft) is None


def test_acts_on_other_blocks_do_not(log: FocusLog, other: FocusLog) -> None:
    clock = FakeClock(MONDAY)
    draft = drafted(log, (None, block("early", -60, -50)))
    service = FocusService(other, clock, CountingId(), "window")
    service.start(Plan(name="Mail"))
    service.interrupt(Cause.PET)

    assert log.keep(draft) is not None
    assert [one.name for one in all_of(log)] == ["Block early", "Mail"]


def test_the_heartbeat_of_a_block_begun_meanwhile_stays(log: FocusLog, other: FocusLog) -> None:
    clock = FakeClock(MONDAY)
    draft = drafted(log, (None, block("early", -60, -50)))
    assert draft.has_beat  # nothing ran when it was made
    service = FocusService(other, clock, CountingId(), "window")
    service.start(Plan(name="Mail"))
    running = service.now().block
    assert running is not None
    beat = Heartbeat(
        block_id=running.id,
        at=running.started_at,
        reading=clock.read(),
        watcher="w",
        watcher_kind="window",
        last_active_at=running.started_at,
    )
    with other.writing() as writer:
        writer.beat(beat)
    log.keep(draft)

    with log.reading() as reader:
        assert reader.heartbeat() == beat


@pytest.mark.parametrize(
    ("start", "end"), [(5, 15), (-5, 1), (2, 3), (-5, 60)], ids=["end", "start", "inside", "over"]
)
def test_nothing_is_kept_over_a_block_begun_meanwhile(
    log: FocusLog, other: FocusLog, start: float, end: float
) -> None:
    draft = drafted(log, (None, block("new", start, end)), (None, block("later", 90, 95)))
    put(other, block("old", 0, 10))

    with pytest.raises(FocusError, match="would overlap"):
        log.keep(draft)
    assert [one.id for one in all_of(log)] == ["old"]


def test_nothing_is_kept_over_a_running_block(log: FocusLog, other: FocusLog) -> None:
    draft = drafted(log, (None, block("new", 5, 15)))
    running = block("run", 0, None)
    signs = (Interruption(id="i", cause=Cause.PET, origin=Origin.EXTERNAL, at=at(10)),)
    put(other, replace(running, interruptions=signs))

    with pytest.raises(FocusError, match="would overlap"):
        log.keep(draft)


def test_blocks_that_touch_and_blocks_without_length_are_apart(log: FocusLog) -> None:
    put(log, block("a", 0, 10), block("b", 20, 30))
    draft = drafted(log, (None, block("c", 10, 20)), (None, block("d", 30, 30)))

    assert log.keep(draft) is not None
    assert [one.id for one in all_of(log)] == ["a", "c", "b", "d"]


def test_an_unsound_block_is_refused(log: FocusLog) -> None:
    draft = drafted(log, (None, block("a", 10, 0)))

    with pytest.raises(FocusError, match="ends before it starts"):
        log.keep(draft)
    assert all_of(log) == []


def test_a_draft_without_a_change_is_a_fault(log: FocusLog) -> None:
    with log.reading() as reader:
        draft = Draft(reader, EVER)
    with pytest.raises((ValueError, AssertionError)):
        log.keep(draft)


def test_changes_have_numbers_that_rise(log: FocusLog) -> None:
    with log.reading() as reader:
        assert (reader.latest_change(), reader.heads(3)) == (0, ())
    change = Change(at=MONDAY, actor="window", action="start", differences=())
    with log.writing() as writer:
        first, second = writer.record(change), writer.record(change)
        assert writer.latest_change() == second.id > first.id
        assert [one.id for one in writer.heads(1)] == [second.id]
