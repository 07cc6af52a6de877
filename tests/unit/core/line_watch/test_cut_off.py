"""Events whose end nobody saw: they are over for the log, and no word says that all is well."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.unit.core.line_watch.lines import events_of, line, second
from workspace_assistant.core.line_watch import detecting
from workspace_assistant.core.line_watch.document import event_document, read_event

CALM = "." * 60


def test_one_that_was_seen_to_end_is_not_cut_off() -> None:
    (event,) = events_of(line(CALM + "xxx" + CALM))
    assert (event.is_over, event.is_cut_off) == (True, False)


def test_one_that_goes_on_when_the_watch_ends_is_cut_off() -> None:
    (event,) = events_of(line(CALM + "xxx"))
    assert (event.is_over, event.is_cut_off) == (True, True)


def test_one_that_a_sleep_tears_is_cut_off() -> None:
    after = second(63) + timedelta(hours=1)
    (event,) = events_of([*line(CALM + "xxx"), *line(CALM, start=after)])
    assert event.is_cut_off


def test_one_of_which_nothing_is_seen_any_more_is_cut_off() -> None:
    (event,) = events_of(line(CALM + "xxx" + " " * 70))
    assert event.is_cut_off


@pytest.mark.uncounted
def test_a_piece_of_a_long_one_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detecting, "_LONGEST_S", 120)
    first, second_piece = events_of(line(CALM + "x" * 200 + CALM))
    assert first.ended_at - first.started_at == timedelta(minutes=2)
    assert (first.is_cut_off, second_piece.is_cut_off) == (True, False)


def test_it_is_kept_and_unknown_of_events_that_were_kept_before() -> None:
    (event,) = events_of(line(CALM + "xxx"))
    kept = event_document(event)
    assert read_event(kept) == event
    del kept["is_cut_off"]
    assert not read_event(kept).is_cut_off
