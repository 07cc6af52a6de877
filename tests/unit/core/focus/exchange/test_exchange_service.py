"""An import writes everything or nothing, nothing twice, and is undone as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.fakes.focus import MONDAY, CountingId, FakeClock, MemoryFocusLog
from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.exchange.parsed import Fault, Parsed
from workspace_assistant.core.focus.exchange.preview import fault_words, preview_document
from workspace_assistant.core.focus.exchange_service import ExchangeService
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.overlaps import OverlapChoice, OverlapError
from workspace_assistant.core.focus.service import FocusService

NEW_ID = CountingId()


def at(minutes: float) -> datetime:
    return MONDAY - timedelta(days=1) + timedelta(minutes=minutes)


def block(start: float, end: float, name: str = "Refunds", source: str = "") -> Block:
    return Block(
        id=NEW_ID(),
        name=name,
        started_at=at(start),
        ended_at=at(end),
        time_zone="Europe/Madrid",
        utc_offset_s=3600,
        source=source,
    )


def service(log: MemoryFocusLog) -> ExchangeService:
    return ExchangeService(log, FakeClock(), NEW_ID, "import")


def take_over(
    log: MemoryFocusLog,
    parsed: Parsed,
    overlap: OverlapChoice = OverlapChoice.REFUSE,
    *,
    skip_faulty: bool = False,
) -> Change:
    """What was shown a moment ago."""
    here = service(log)
    return here.take_over(here.preview(parsed), overlap, skip_faulty=skip_faulty)


def kept(log: MemoryFocusLog) -> list[tuple[str, float, float]]:
    with log.reading() as reader:
        found = reader.between(at(-10_000), at(10_000))
    return [
        (one.name, (one.started_at - at(0)).total_seconds() / 60, _minutes(one)) for one in found
    ]


def _minutes(one: Block) -> float:
    assert one.ended_at is not None
    return (one.ended_at - at(0)).total_seconds() / 60


def test_new_entries_are_written_in_one_change_and_undone_as_one() -> None:
    log = MemoryFocusLog()
    parsed = Parsed(blocks=(block(0, 30), block(30, 60, "Mail")))

    change = take_over(log, parsed)

    assert kept(log) == [("Refunds", 0, 30), ("Mail", 30, 60)]
    FocusService(log, FakeClock(), NEW_ID, "window").undo(change.id)
    assert kept(log) == []


def test_a_second_import_writes_nothing() -> None:
    log = MemoryFocusLog()
    once = block(0, 30, source="toggl:1")
    take_over(log, Parsed(blocks=(once,)))

    again = Parsed(blocks=(replace(once, id=NEW_ID()), replace(once, source="")))
    preview = service(log).preview(again)
    change = take_over(log, again)

    assert (len(preview.new), len(preview.duplicates)) == (0, 2)
    assert change.differences == ()
    assert len(kept(log)) == 1


def test_the_same_entry_twice_in_a_file_is_written_once() -> None:
    log = MemoryFocusLog()
    one = block(0, 30, source="toggl:1")

    take_over(log, Parsed(blocks=(one, replace(one, id=NEW_ID()))))

    assert len(kept(log)) == 1


def test_pieces_of_one_entry_are_no_duplicates_of_each_other() -> None:
    log = MemoryFocusLog()

    take_over(log, Parsed(blocks=(block(0, 30, source="toggl:1"), block(30, 60, source="toggl:1"))))

    assert len(kept(log)) == 2


def test_what_the_log_has_got_since_it_was_shown_is_not_written_twice() -> None:
    log = MemoryFocusLog()
    parsed = Parsed(blocks=(block(0, 30, source="toggl:1"), block(30, 60)))
    shown = service(log).preview(parsed)
    take_over(log, Parsed(blocks=parsed.blocks[:1]))

    change = service(log).take_over(shown)

    assert [one.block_id for one in change.differences] == [parsed.blocks[1].id]


def test_what_is_in_the_way_since_it_was_shown_is_never_written_over() -> None:
    log = MemoryFocusLog()
    shown = service(log).preview(Parsed(blocks=(block(0, 30), block(30, 60))))
    take_over(log, Parsed(blocks=(block(40, 50, "Since"),)))

    with pytest.raises(FocusError, match="“Refunds” would overlap “Since”"):
        service(log).take_over(shown, OverlapChoice.TRIM_OLD)
    assert kept(log) == [("Since", 40, 50)]


def test_long_logs_are_compared_in_order() -> None:
    log = MemoryFocusLog(block(0, 10, "A"), block(10, 10, "B"), block(20, 30, "C"), block(40, 90))
    parsed = Parsed(blocks=(block(25, 45, "X"), block(-9, 1, "W"), block(50, 60), block(12, 15)))

    found = service(log).preview(parsed).overlaps

    assert [(one.block.name, [other.name for other in one.others]) for one in found] == [
        ("W", ["A"]),
        ("X", ["C", "Refunds"]),
        ("Refunds", ["Refunds"]),
    ]


def test_faults_stop_everything_unless_they_are_skipped() -> None:
    log = MemoryFocusLog()
    future = block(0, 30, "Later")
    future = replace(future, ended_at=MONDAY + timedelta(days=1))
    parsed = Parsed(
        blocks=(block(0, 30), future), faults=(Fault(place="line 3", reason="is no time"),)
    )

    with pytest.raises(FocusError, match="line 3: is no time; “Later”: ends in the future"):
        take_over(log, parsed)
    assert kept(log) == []

    take_over(log, parsed, skip_faulty=True)
    assert kept(log) == [("Refunds", 0, 30)]


def test_an_entry_that_makes_no_sense_is_a_fault() -> None:
    backwards = replace(block(30, 60), ended_at=at(0))

    (fault,) = service(MemoryFocusLog()).preview(Parsed(blocks=(backwards,))).faults

    assert fault.reason == "ends before it starts"


def test_overlaps_are_shown_with_the_log_and_inside_the_file() -> None:
    log = MemoryFocusLog(block(0, 30, "Old"))
    parsed = Parsed(blocks=(block(20, 60, "A"), block(50, 70, "B"), block(55, 58, "C")))

    found = service(log).preview(parsed).overlaps

    assert [(one.block.name, [other.name for other in one.others]) for one in found] == [
        ("A", ["Old"]),
        ("B", ["A"]),
        ("C", ["B"]),
    ]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (OverlapChoice.TRIM_OLD, [("Old", 0, 20), ("New", 20, 40), ("Old", 40, 60)]),
        (OverlapChoice.TRIM_NEW, [("Old", 0, 60)]),
    ],
)
def test_an_overlap_is_trimmed_as_chosen(
    choice: OverlapChoice, expected: list[tuple[str, float, float]]
) -> None:
    log = MemoryFocusLog(block(0, 60, "Old"))

    take_over(log, Parsed(blocks=(block(20, 40, "New"),)), choice)

    assert kept(log) == expected


def test_an_old_block_that_is_covered_goes_when_old_ones_are_trimmed() -> None:
    log = MemoryFocusLog(block(10, 20, "Old"))

    change = take_over(log, Parsed(blocks=(block(0, 60, "New"),)), OverlapChoice.TRIM_OLD)

    assert kept(log) == [("New", 0, 60)]
    FocusService(log, FakeClock(), NEW_ID, "window").undo(change.id)
    assert kept(log) == [("Old", 10, 20)]


def test_a_refused_overlap_writes_nothing_at_all() -> None:
    log = MemoryFocusLog(block(0, 60, "Old"))

    with pytest.raises(OverlapError):
        take_over(log, Parsed(blocks=(block(-30, 0, "Fine"), block(20, 40, "New"))))
    assert kept(log) == [("Old", 0, 60)]


def test_many_faults_are_counted_after_the_first_twenty() -> None:
    faults = [Fault(place=f"line {n}", reason="x") for n in range(25)]

    assert fault_words(faults).endswith("line 19: x; and 5 more")


def test_the_preview_as_a_document() -> None:
    log = MemoryFocusLog(block(0, 60, "Old"))
    parsed = Parsed(
        blocks=(block(20, 40, "New"),),
        faults=(Fault(place="line 3", reason="is no time"),),
        remarks=("Left out.",),
    )

    document = preview_document(service(log).preview(parsed), MONDAY)

    assert document["schema"] == "workspace-assistant/focus-import/1"
    assert [one["name"] for one in document["new"]] == ["New"]
    assert document["overlaps"][0]["others"][0]["name"] == "Old"
    assert document["faults"] == [{"place": "line 3", "reason": "is no time"}]
    assert document["remarks"] == ["Left out."]
