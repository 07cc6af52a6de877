from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from workspace_assistant.adapters.calendar.calendar_answer import OddAnswerError, content_of
from workspace_assistant.adapters.calendar.event_faults import Why
from workspace_assistant.core.shifts.ports import CalendarContent, CalendarError

EVENT: dict[str, Any] = {
    "uid": "one",
    "summary": "Shift",
    "location": "",
    "categories": ["Work"],
    "starts": "2026-11-24T08:00:00+00:00",
    "ends": "2026-11-24T16:00:00+00:00",
    "time_zone": "UTC",
    "is_cancelled": False,
}
FAULT = {"uid": "odd", "name": "Odd", "on": "", "why": "no-start", "detail": ""}


def content(answer: object) -> CalendarContent:
    return content_of(answer, most_events=10_000, limit_s=10.0)


def told(**changes: object) -> CalendarContent:
    return content({"events": [EVENT], "faults": [], "name": "Work", **changes})


def test_days_stay_days() -> None:
    days = EVENT | {"starts": "2026-12-07", "ends": "2026-12-09"}
    (event,) = told(events=[days]).events
    assert (event.starts, event.ends) == (date(2026, 12, 7), date(2026, 12, 9))


@pytest.mark.parametrize("why", list(Why))
def test_every_fault_has_a_sentence(why: Why) -> None:
    (fault,) = told(faults=[FAULT | {"why": why.value, "detail": "Mars"}]).faults
    assert fault.startswith("“Odd”: ")
    assert "{" not in fault


@pytest.mark.parametrize(
    "answer",
    [
        None,
        [],
        {},
        {"error": "no-such-word"},
        {"events": [], "faults": [{}], "name": ""},
        {"events": [EVENT | {"starts": "2026-11-24T08:00:00"}], "faults": [], "name": ""},
        {"events": [EVENT | {"starts": "tomorrow"}], "faults": [], "name": ""},
        {"events": [EVENT | {"categories": "Work"}], "faults": [], "name": ""},
        {"events": ["event"], "faults": [], "name": ""},
        {"events": [], "faults": [FAULT | {"why": "because"}], "name": ""},
        {"events": [], "faults": []},
    ],
)
def test_an_answer_that_is_none_is_not_believed(answer: object) -> None:
    with pytest.raises(OddAnswerError):
        content(answer)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("not-a-calendar", "not-a-calendar"),
        ("web-page", "not-a-calendar"),
        ("cut-short", "cut-short"),
        ("too-much-memory", "too-large"),
        ("too-many-events", "too-large"),
        ("too-slow", "too-slow"),
    ],
)
def test_every_refusal_has_a_sentence(word: str, code: str) -> None:
    with pytest.raises(CalendarError) as caught:
        content({"error": word})
    assert caught.value.code == code
    assert "{" not in str(caught.value)
