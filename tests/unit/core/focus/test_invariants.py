from __future__ import annotations

from dataclasses import replace
from datetime import timedelta, timezone

import pytest
from hypothesis import given

from tests.unit.core.focus.blocks import FEW, at, block, blocks, gap, interruption
from workspace_assistant.core.focus.invariants import faults
from workspace_assistant.core.focus.model import Anchor, Block


@FEW
@given(blocks())
def test_sound_blocks_have_no_fault(one: Block) -> None:
    assert faults(one) == ()


@pytest.mark.parametrize(
    ("one", "fault"),
    [
        (block(name=" "), "no name"),
        (block(name="\udcff"), "characters that are no text"),
        (block(time_zone="\udcff"), "characters that are no text"),
        (block(planned_s=0.0), "planned for no time"),
        (block(planned_s=float("nan")), "planned for no time"),
        (block(5, 4), "ends before it starts"),
        (block(anchor=Anchor(at=at(0), elapsed_s=1, boot_id="b")), "tied to the clock"),
        (block(gaps=(gap(1, 2), gap(3, 4))), "two gaps with one id"),
        (block(0, None, gaps=(gap(1, None), gap(3, 4, "h"))), "open gap before another"),
        (block(gaps=(gap(1, None),)), "yet has an open gap"),
        (block(gaps=(gap(2, 2),)), "without length"),
        (block(gaps=(gap(-1, 2),)), "gap outside"),
        (block(gaps=(gap(50, 61),)), "gap outside"),
        (block(gaps=(gap(1, 5), gap(4, 6, "h"))), "overlap or are out of order"),
        (block(gaps=(gap(7, 8), gap(4, 6, "h"))), "overlap or are out of order"),
        (block(interruptions=(interruption(1), interruption(2))), "two interruptions with one id"),
        (block(interruptions=(interruption(3), interruption(2, name="j"))), "out of order"),
        (block(interruptions=(interruption(3, 2),)), "interruption that ends before"),
        (block(interruptions=(interruption(-1),)), "interruption outside"),
        (block(interruptions=(interruption(59, 61),)), "interruption outside"),
    ],
)
def test_every_fault_is_told(one: Block, fault: str) -> None:
    assert any(fault in told for told in faults(one))


def test_an_instant_in_another_zone_is_a_fault() -> None:
    there = at(0).astimezone(timezone(timedelta(hours=1)))

    assert faults(replace(block(), started_at=there)) == ("holds an instant that is not in UTC",)
