from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given

from tests.unit.core.focus.blocks import FEW, blocks
from workspace_assistant.core.focus.documents import at_of, block_document, block_of, instant
from workspace_assistant.core.focus.model import Block


@FEW
@given(blocks())
def test_a_block_comes_back_from_json_as_it_was(one: Block) -> None:
    assert block_of(json.loads(json.dumps(block_document(one)))) == one


def test_instants_are_of_one_length_and_sort_like_time() -> None:
    early = datetime(1, 1, 1, tzinfo=UTC)
    here = datetime(2026, 11, 22, 10, 0, tzinfo=timezone(timedelta(hours=1)))

    assert instant(here) == "2026-11-22T09:00:00.000000Z"
    assert instant(early) < instant(here)
    assert at_of(instant(here)) == here
