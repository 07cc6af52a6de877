"""What we write ourselves comes back exactly, and other people's spreadsheets run no formula."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.focus import CountingId, FakeClock
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.focus.exchange.csv_out import csv_text
from workspace_assistant.core.focus.exchange.own_json import parse_own
from workspace_assistant.core.focus.exchange.parsed import Taking, source_of
from workspace_assistant.core.focus.log_document import log_document
from workspace_assistant.core.focus.model import (
    Block,
    Cause,
    Channel,
    ClockChange,
    Gap,
    GapReason,
    Interruption,
    Origin,
)
from workspace_assistant.core.one_line import one_line

START = datetime(2026, 1, 5, 8, tzinfo=UTC)
NOW = datetime(2026, 2, 1, tzinfo=UTC)
MADRID = ZoneInfo("Europe/Madrid")
WORDS = st.text(max_size=20)
TIDY = WORDS.map(one_line)
NAMES = TIDY.filter(bool)


def taking() -> Taking:
    return Taking(zone="Europe/Madrid", utc_offset_s=FakeClock().utc_offset_s, new_id=CountingId())


def at(microseconds: int) -> datetime:
    return START + timedelta(microseconds=microseconds)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    marks = sorted(draw(st.lists(st.integers(0, 10**11), min_size=6, max_size=6, unique=True)))
    gap = Gap(
        id=draw(st.uuids()).hex,
        started_at=at(marks[1]),
        ended_at=at(marks[2]),
        reason=draw(st.sampled_from(GapReason)),
        is_unanswered=draw(st.booleans()),
    )
    interruption = Interruption(
        id=draw(st.uuids()).hex,
        cause=draw(st.sampled_from(Cause)),
        origin=draw(st.sampled_from(Origin)),
        at=at(marks[3]),
        ended_at=draw(st.sampled_from([None, at(marks[4])])),
        note=draw(TIDY),
        next_step=draw(TIDY),
    )
    step = ClockChange(at=at(marks[3]), by_s=draw(st.floats(-1e6, 1e6)))
    return Block(
        id=draw(st.uuids()).hex,
        name=draw(NAMES),
        channel=draw(st.sampled_from(Channel)),
        tags=tuple(draw(st.lists(NAMES, max_size=3, unique=True))),
        planned_s=draw(st.none() | st.floats(1, 86_400)),
        started_at=at(marks[0]),
        ended_at=at(marks[5]),
        time_zone="Europe/Madrid",
        utc_offset_s=draw(st.integers(-14, 14)) * 3600,
        gaps=draw(st.sampled_from([(), (gap,)])),
        interruptions=draw(st.sampled_from([(), (interruption,)])),
        clock_changes=draw(st.sampled_from([(), (step,)])),
        source=draw(st.sampled_from(["", "toggl:1"])),
    )


BLOCK = Block(
    id="a" * 32,
    name="Refunds",
    started_at=START,
    ended_at=START + timedelta(hours=1),
    time_zone="Europe/Madrid",
    utc_offset_s=3600,
)


@settings(max_examples=40)
@given(st.lists(blocks(), max_size=4, unique_by=lambda block: block.started_at))
def test_what_is_exported_comes_back_exactly(log: list[Block]) -> None:
    text = json.dumps(log_document(log, NOW))

    parsed = parse_own(text, taking())

    assert parsed.faults == ()
    assert list(parsed.blocks) == sorted(log, key=lambda block: block.started_at)


def written(**changes: Any) -> str:
    document = log_document([BLOCK], NOW)
    document["blocks"][0] |= changes
    return json.dumps(document)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"started_at": "2026-01-05T08:00:00"}, "lacks its offset"),
        ({"name": "  "}, "lacks a name"),
        ({"name": "x" * 3000}, "longer than 2000"),
        ({"name": 3}, "name is no text"),
        ({"tags": ["x" * 3000]}, "a tag is longer than 2000"),
        ({"id": "x" * 300}, "id is longer than 200"),
        ({"channel": "fax"}, "“fax” is no channel"),
        ({"tags": "a"}, "tags is no list of texts"),
        ({"planned_s": -1}, "planned_s is not above 0"),
        ({"planned_s": "1"}, "planned_s is no number"),
        ({"utc_offset_s": 90_000}, "utc_offset_s is no offset"),
        ({"gaps": [1]}, "gaps is no list of objects"),
        ({"gaps": [{"started_at": "2026-01-05T08:00:00Z"}]}, "lacks ended_at"),
        (
            {"interruptions": [{"cause": "boss", "at": "2026-01-05T08:00:00Z"}]},
            "“boss” is no cause",
        ),
    ],
)
def test_a_block_that_cannot_be_taken_is_named_with_its_reason(
    changes: dict[str, Any], reason: str
) -> None:
    parsed = parse_own(written(**changes), taking())

    assert parsed.blocks == ()
    assert parsed.faults[0].place == "block 1"
    assert reason in parsed.faults[0].reason


def test_a_log_that_was_exported_while_a_block_ran_comes_back_without_it() -> None:
    running = replace(BLOCK, id="b" * 32, started_at=NOW, ended_at=None)

    parsed = parse_own(json.dumps(log_document([BLOCK, running], NOW)), taking())

    assert (parsed.blocks, parsed.faults) == ((BLOCK,), ())
    assert parsed.remarks == ("A block that was still running was left out.",)


def test_no_text_of_a_file_forges_a_line() -> None:
    (block,) = parse_own(
        written(
            name="a\r\nb\x1b[1m",
            tags=["x\ny", " x y "],
            interruptions=[{"cause": "pet", "at": "2026-01-05T08:10:00Z", "note": "c\u0085d"}],
        ),
        taking(),
    ).blocks

    assert (block.name, block.tags) == ("a b[1m", ("x y",))
    assert block.interruptions[0].note == "c d"


def test_an_end_that_is_missing_is_no_running_block() -> None:
    document = json.loads(written())
    del document["blocks"][0]["ended_at"]

    assert parse_own(json.dumps(document), taking()).faults[0].reason == "lacks ended_at"


@pytest.mark.parametrize("given", ["ABCD1234", "1", "beef", "A" * 32])
def test_an_id_that_is_none_of_ours_is_replaced_and_still_known(given: str) -> None:
    parts = [{"id": given, "cause": "pet", "at": "2026-01-05T08:10:00Z"}]

    (block,) = parse_own(written(id=given, interruptions=parts), taking()).blocks

    for made in (block.id, block.interruptions[0].id):
        assert len(made) == 32
        assert made != given
    assert block.source == f"json:{given}"


def test_a_block_without_an_id_is_known_by_its_times_and_name() -> None:
    text = written(id="")

    assert parse_own(text, taking()).blocks[0].source == source_of(
        "json", BLOCK.started_at, BLOCK.started_at + timedelta(hours=1), BLOCK.name
    )


def test_a_source_of_its_own_stays() -> None:
    assert parse_own(written(id="", source="toggl:1"), taking()).blocks[0].source == "toggl:1"


def test_a_block_that_tells_only_what_it_must_is_taken() -> None:
    text = (
        '{"schema": "workspace-assistant/focus/1", "blocks": [{"name": "a", '
        '"started_at": "2026-07-05T10:00:00+02:00", "ended_at": "2026-07-05T11:00:00+02:00", '
        '"interruptions": [{"cause": "self", "at": "2026-07-05T10:10:00+02:00"}]}]}'
    )

    (block,) = parse_own(text, taking()).blocks

    assert (block.time_zone, block.utc_offset_s) == ("Europe/Madrid", 7200)
    assert block.interruptions[0].origin is Origin.INTERNAL
    assert block.id


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        '{"schema": "workspace-assistant/focus/2", "blocks": []}',
        '{"schema": "workspace-assistant/focus/1", "blocks": 1}',
    ],
)
def test_another_document_is_refused(text: str) -> None:
    with pytest.raises(UserInputError):
        parse_own(text, taking())


def test_a_block_that_is_no_object_is_a_fault() -> None:
    text = '{"schema": "workspace-assistant/focus/1", "blocks": [3]}'

    assert parse_own(text, taking()).faults[0].reason == "is no block"


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_a_spreadsheet_shows_blocks_gaps_and_interruptions_in_order() -> None:
    block = replace(
        BLOCK,
        planned_s=3600.0,
        gaps=(Gap(id="g", started_at=at(0), ended_at=at(6 * 10**8), reason=GapReason.IDLE),),
        interruptions=(
            Interruption(
                id="i", cause=Cause.PET, origin=Origin.EXTERNAL, at=at(12 * 10**8), note="the cat"
            ),
        ),
    )

    found = rows(csv_text([block], NOW, MADRID))

    assert [row["kind"] for row in found] == ["block", "gap", "interruption"]
    assert (found[0]["start"], found[0]["worked_minutes"]) == ("2026-01-05 09:00:00+01:00", "50.00")
    assert found[0]["state"] == "completed"
    assert (found[1]["reason"], found[1]["gap_minutes"]) == ("idle", "10.00")
    assert (found[2]["reason"], found[2]["note"], found[2]["end"]) == ("pet", "the cat", "")


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@sum", "\tx", "\rx"])
def test_a_name_that_is_a_formula_is_text(name: str) -> None:
    text = csv_text([replace(BLOCK, name=name)], NOW, MADRID)

    assert rows(text)[0]["name"] == f"'{name}"


@settings(max_examples=40)
@given(st.lists(blocks(), max_size=3))
def test_no_cell_begins_like_a_formula(log: list[Block]) -> None:
    cells = [cell for row in rows(csv_text(log, NOW, MADRID)) for cell in row.values()]

    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_a_block_that_runs_has_no_end_yet() -> None:
    found = rows(csv_text([replace(BLOCK, ended_at=None)], NOW, MADRID))

    assert (found[0]["end"], found[0]["planned_minutes"]) == ("", "")
