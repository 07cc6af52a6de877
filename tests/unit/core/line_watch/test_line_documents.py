from __future__ import annotations

import json

import pytest

from tests.unit.core.line_watch.lines import events_of, line
from workspace_assistant.core.line_watch.document import (
    Document,
    event_document,
    events_document,
    minute_document,
    read_event,
    read_minute,
)
from workspace_assistant.core.line_watch.minutes import summed

SECONDS = line("." * 30 + "xxx" + "." * 20, "." * 53, "." * 53)
(EVENT,) = events_of(SECONDS)


def through_json(document: Document) -> Document:
    read: Document = json.loads(json.dumps(document))
    return read


def test_an_event_comes_back_as_it_was() -> None:
    assert read_event(through_json(event_document(EVENT))) == EVENT


def test_a_minute_comes_back_as_it_was() -> None:
    minute = summed(SECONDS)
    assert minute.seconds == len(SECONDS)
    assert (minute.server.lost, minute.server.median_ms) == (3, 20)
    assert minute.cpu_fraction == pytest.approx(0.1)
    assert read_minute(through_json(minute_document(minute))) == minute


def test_the_whole_names_its_schema() -> None:
    whole = through_json(events_document([EVENT], [summed(SECONDS)]))
    assert whole["schema"] == "workspace-assistant/line-events/1"
    assert whole["events"] == [event_document(EVENT)]
    assert whole["minutes"] == [minute_document(summed(SECONDS))]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", 3),
        ("kind", "rain"),
        ("side", None),
        ("started_at", "2026-11-23T10:42:00"),
        ("server", []),
        ("server", {"sent": -1, "lost": 0, "median_ms": None, "worst_ms": None}),
        ("server", {"sent": True, "lost": 0, "median_ms": None, "worst_ms": None}),
        ("cpu_fraction", "much"),
        ("cpu_fraction", True),
    ],
)
def test_a_document_that_is_none_is_refused(name: str, value: object) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        read_event(through_json(event_document(EVENT) | {name: value}))
