"""Whatever a file holds, it is understood, named as faulty or refused; nothing breaks or hangs."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.fakes.focus import CountingId, FakeClock, MemoryFocusLog
from workspace_assistant.adapters.sqlite.focus_rows import block_row
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.focus.exchange.csv_out import csv_text
from workspace_assistant.core.focus.exchange.formats import FORMATS, format_of
from workspace_assistant.core.focus.exchange.own_json import parse_own
from workspace_assistant.core.focus.exchange.parsed import Parsed, Taking
from workspace_assistant.core.focus.exchange.preview import fault_words, preview_document
from workspace_assistant.core.focus.exchange_service import ExchangeService
from workspace_assistant.core.focus.log_document import log_document
from workspace_assistant.core.focus.overlaps import OverlapChoice

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
OWN = {
    "schema": "workspace-assistant/focus/1",
    "blocks": [
        {
            "id": "a" * 32,
            "name": "Refunds",
            "channel": "chat",
            "tags": ["vip"],
            "planned_s": 1500.0,
            "started_at": "2026-01-05T08:00:00.000000Z",
            "ended_at": "2026-01-05T09:00:00.000000Z",
            "time_zone": "Europe/Madrid",
            "utc_offset_s": 3600,
            "gaps": [
                {
                    "id": "b" * 32,
                    "started_at": "2026-01-05T08:10:00Z",
                    "ended_at": "2026-01-05T08:20:00Z",
                    "reason": "idle",
                    "is_unanswered": True,
                }
            ],
            "interruptions": [
                {"id": "c" * 32, "cause": "pet", "at": "2026-01-05T08:30:00Z", "note": "the cat"}
            ],
            "clock_changes": [{"at": "2026-01-05T08:40:00Z", "by_s": 3600.5}],
            "source": "",
        }
    ],
}
WATSON = [[1767600000, 1767603600.5, "Refunds", "id", ["vip"], 1767603600]]
WARRIOR = [{"id": 1, "start": "20260105T080000Z", "end": "20260105T090000Z", "tags": ["Refunds"]}]
WATCH = {
    "buckets": {
        "b": {
            "type": "general.stopwatch",
            "events": [
                {"timestamp": "2026-01-05T08:00:00Z", "duration": 60, "data": {"label": "Refunds"}}
            ],
        },
        "c": {
            "type": "afkstatus",
            "events": [
                {"timestamp": "2026-01-05T08:00:00Z", "duration": 9, "data": {"status": "not-afk"}}
            ],
        },
    }
}
DOCUMENTS: dict[str, Any] = {
    "json": OWN,
    "watson": WATSON,
    "timewarrior": WARRIOR,
    "activitywatch": WATCH,
}
TEXTS = {
    "toggl": "Description,Start date,Start time,End date,End time,Duration,Tags\n"
    '"Refunds",2026-10-25,02:10:00,2026-10-25,02:40:00,01:30:00,"chat, vip"\n',
    "clockify": "Description,Start Date,Start Time,End Date,End Time,Duration (h)\n"
    "Refunds,13/01/2026,9:00 PM,13/01/2026,10:30 PM,01:30:00\n",
    "timewarrior": 'inc 20260105T080000Z - 20260105T090000Z # "Refunds" vip # "a note"\n',
}
# What breaks programs: the ends of the calendar, of numbers and of text.
SPITE: list[Any] = [
    None,
    True,
    -1,
    10**400,
    1e308,
    float("nan"),
    "",
    "\ud800",
    "=cmd|'/c calc'!A0\r\n",
    "\x1b[2J\0\u202e",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59.999999-12:00",
    "99991231T235959Z",
    "2026-01-05T08:00:00",
    "../../etc/passwd",
    "x" * 5000,
    [],
    {},
    [[[[]]]],
]


def taking() -> Taking:
    return Taking(
        zone="Europe/Madrid", utc_offset_s=lambda at, _: offset_s(at), new_id=CountingId()
    )


def offset_s(at: datetime) -> int:
    offset = at.astimezone(ZoneInfo("Europe/Madrid")).utcoffset() or timedelta()
    return round(offset.total_seconds())


def used(name: str, text: str) -> None:
    """Reads *text* as a person would: shown, taken over, exported; or it is refused in words."""
    with contextlib.suppress(UserInputError):
        format_of(text)
    told = ""
    try:
        parsed = FORMATS[name](text, taking())
    except UserInputError as error:
        told = str(error)
    else:
        told = max((fault.reason for fault in parsed.faults), key=len, default="")
        taken(parsed)
    assert len(told) < 500


def taken(parsed: Parsed) -> None:
    log = MemoryFocusLog()
    service = ExchangeService(log, FakeClock(NOW), CountingId(), "import")
    preview = service.preview(parsed)
    fault_words(preview.faults)
    json.dumps(preview_document(preview, NOW))
    service.take_over(preview, OverlapChoice.TRIM_OLD, skip_faulty=True)
    blocks = tuple(log.kept.blocks.values())
    for block in blocks:
        block_row(block)
    csv_text(blocks, NOW, UTC).encode()
    again = parse_own(json.dumps(log_document(blocks, NOW)), taking())
    assert again.faults == ()
    assert set(again.blocks) == set(blocks)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where something stands in a document."""
    inside: list[tuple[Any, Any]] = []
    if isinstance(value, Mapping):
        inside = list(value.items())
    elif isinstance(value, list):
        inside = list(enumerate(value))
    return [path, *(place for key, part in inside for place in places(part, (*path, key)))]


def changed(value: Any, path: tuple[Any, ...], to: Any) -> Any:
    if not path:
        return to
    copy = dict(value) if isinstance(value, Mapping) else list(value)
    copy[path[0]] = changed(value[path[0]], path[1:], to)
    return copy


@pytest.mark.parametrize("name", DOCUMENTS)
def test_any_value_may_be_spiteful(name: str) -> None:
    document = DOCUMENTS[name]
    for place in places(document):
        for spite in SPITE:
            used(name, json.dumps(changed(document, place, spite)))


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=15)
@given(data=st.data())
def test_any_sign_may_be_another(name: str, data: st.DataObject) -> None:
    text = TEXTS.get(name) or json.dumps(DOCUMENTS[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.sampled_from([0, 1, 2, 40]))
        put = data.draw(st.sampled_from(["", '"', ",", "\n", "\0", "9", "-", "{", "\ud800", "é"]))
        text = text[:at] + put + text[at + gone :]
    used(name, text)


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=10)
@given(text=st.text(max_size=200))
@example(text="[" * 100_000)
@example(text='{"blocks":' * 100_000)
@example(text="[" + "9" * 5000 + "]")
@example(text='[["' + "a" * 100_000)
def test_any_text_is_refused_or_faulty(name: str, text: str) -> None:
    used(name, text)


@pytest.mark.parametrize(
    "text",
    [
        "inc " * 100_000,
        'inc 20260105T080000Z - 20260105T090000Z # "' + "a " * 100_000,
        TEXTS["toggl"] + ("\0" * 300_000),
        TEXTS["toggl"].replace("01:30:00", "9" * 4000 + ":00:00"),
        json.dumps(changed(WATCH, ("buckets", "b", "events", 0, "data", "label"), "\n" * 10**6)),
    ],
    ids=["words", "quotation", "zeros", "digits", "lines"],
)
def test_large_files_are_done_with_in_time(text: str) -> None:
    began_s = time.process_time()
    for name in FORMATS:
        used(name, text)
    assert time.process_time() - began_s < 5
