"""What an import would cut away is told before anybody chooses."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes.focus import CountingId, FakeClock, MemoryFocusLog
from tests.unit.core.focus.blocks import at as after_nine
from tests.unit.core.focus.blocks import block, interruption
from workspace_assistant.core.focus.exchange.parsed import Parsed
from workspace_assistant.core.focus.exchange.preview import Cut, Preview, preview_document
from workspace_assistant.core.focus.exchange_service import ExchangeService
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.overlaps import OverlapChoice

NEW, OLD = OverlapChoice.TRIM_NEW, OverlapChoice.TRIM_OLD


def numbered(number: int, start: float, end: float, *interrupted: float) -> Block:
    signs = tuple(interruption(one, name=f"{number}-{one}") for one in interrupted)
    return block(start, end, id=f"{number:032x}", name=f"B{number}", interruptions=signs)


def previewed(log: MemoryFocusLog, *entries: Block) -> Preview:
    return service(log).preview(Parsed(blocks=entries))


def service(log: MemoryFocusLog) -> ExchangeService:
    return ExchangeService(log, FakeClock(after_nine(1000)), CountingId(), "import")


def cuts(log: MemoryFocusLog, *entries: Block) -> dict[OverlapChoice, tuple[int, int, int]]:
    found = previewed(log, *entries).cuts
    return {one.choice: (one.left_out, one.removed, one.interruptions) for one in found}


def test_without_overlaps_nothing_is_cut() -> None:
    assert cuts(MemoryFocusLog(numbered(1, 0, 60, 10)), numbered(2, 60, 90, 70)) == {}


def test_what_is_only_shorter_is_not_gone() -> None:
    log = MemoryFocusLog(numbered(1, 0, 60, 10))

    assert cuts(log, numbered(2, 50, 90, 70)) == {NEW: (0, 0, 0), OLD: (0, 0, 0)}


def test_what_lies_under_another_is_gone_with_its_interruptions() -> None:
    log = MemoryFocusLog(numbered(1, 0, 60, 10, 20))

    assert cuts(log, numbered(2, 5, 30, 25)) == {NEW: (1, 0, 1), OLD: (0, 0, 2)}
    assert cuts(log, numbered(2, -5, 70)) == {NEW: (0, 0, 0), OLD: (0, 1, 2)}


def test_entries_of_the_file_cut_each_other_too() -> None:
    twice = (numbered(2, 0, 30, 5), numbered(3, 0, 60, 40))

    assert cuts(MemoryFocusLog(), *twice) == {NEW: (0, 0, 0), OLD: (1, 0, 1)}


def test_it_is_what_taking_over_does() -> None:
    log = MemoryFocusLog(numbered(1, 0, 60, 10, 20), numbered(4, 100, 110, 105))
    entries = (numbered(2, 5, 30, 25), numbered(3, 95, 115, 96), numbered(5, 200, 210))
    for choice, expected in cuts(log, *entries).items():
        fresh = MemoryFocusLog(*log.kept.blocks.values())
        service(fresh).take_over(previewed(fresh, *entries), choice)
        left = fresh.kept.blocks
        signs = {one.id for each in left.values() for one in each.interruptions}
        every = (*log.kept.blocks.values(), *entries)
        gone = {one.id for each in every for one in each.interruptions} - signs
        assert expected == (
            sum(one.id not in left for one in entries),
            sum(key not in left for key in log.kept.blocks),
            len(gone),
        )


def test_the_document_tells_them() -> None:
    found = replace(
        previewed(MemoryFocusLog()),
        cuts=(Cut(choice=NEW, left_out=1, removed=0, interruptions=2),),
    )
    assert preview_document(found, after_nine(0))["cuts"] == [
        {"choice": "trim-new", "left_out": 1, "removed": 0, "interruptions": 2}
    ]
