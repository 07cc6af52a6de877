from __future__ import annotations

from tests.fakes.focus import CountingId, FakeClock, MemoryFocusLog
from tests.unit.core.focus.blocks import block
from workspace_assistant.core.focus.scribe import Scribe, with_clock_noted


def test_nothing_out_of_nothing_is_no_difference() -> None:
    log = MemoryFocusLog()
    with log.writing() as writer:
        scribe = Scribe(writer, FakeClock().read(), CountingId(), "window")
        assert scribe.keep("edit", (None, None)).differences == ()
    assert log.kept.blocks == {}


def test_the_acts_of_a_block_that_no_steady_clock_knows_go_by_the_wall() -> None:
    untied = block(0, None)

    assert with_clock_noted(untied, FakeClock().read()) == untied
