"""Breaks as JSON, counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes.break_desk import BreakDesk
from workspace_assistant.core.breaks.counting import tally
from workspace_assistant.core.breaks.documents import (
    list_document,
    read_record,
    record_document,
    status_document,
)
from workspace_assistant.core.breaks.model import BreakKind, BreakRecord, BreakStanding, Outcome

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
RECORD = BreakRecord(
    id="a",
    kind=BreakKind.REST,
    due_at=NINE,
    offered_at=NINE,
    ended_at=NINE + timedelta(minutes=5),
    outcome=Outcome.BLOCKED,
    reason="in-call",
    length_s=300.0,
)


def test_a_record_is_read_back() -> None:
    for record in (RECORD, replace(RECORD, outcome=None, ended_at=None, began_at=NINE)):
        assert read_record(record_document(record)) == record


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("kind", 3, TypeError),
        ("kind", "nap", ValueError),
        ("due_at", "2026-11-23T09:00:00", ValueError),
        ("rest_s", "long", TypeError),
        ("rest_s", True, TypeError),
    ],
)
def test_what_is_no_record_is_refused(field: str, value: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_record(record_document(RECORD) | {field: value})


def test_each_break_is_counted_once() -> None:
    others = [replace(RECORD, id="b", reason="shift-over"), replace(RECORD, id="c", outcome=None)]
    counted = tally([RECORD, *others])
    assert (counted.due, counted.open, counted.blocked_by_call) == (3, 1, 1)
    assert counted.outcomes[Outcome.BLOCKED] == 2


def test_the_documents_hold_everything() -> None:
    desk = BreakDesk()
    desk.work_at.shift_ends_at = desk.clock.wall_at + timedelta(hours=2)
    desk.look()
    desk.work(3630)
    today = desk.service.today()
    records, activity = desk.service.records(today), desk.service.activity(today)
    document = status_document(desk.standing, desk.service.settings(), records, activity)
    assert document["schema"] == "workspace-assistant/breaks/1"
    assert document["open"]["stage"] == "offered"  # type: ignore[index]  # a document in it
    assert document["seconds"]["active"] == 3630.0  # type: ignore[index]  # a document in it
    bare = status_document(BreakStanding(), desk.service.settings(), (), ())
    assert (bare["open"], bare["at"]) == (None, None)
    listed = list_document(records, activity)
    assert listed["breaks"] == document["breaks"]
