from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.unit.core.line_watch.lines import events_of, line
from workspace_assistant.core.line_watch.model import EventKind, LineEvent
from workspace_assistant.core.line_watch.wording import event_text, plain_words, time_text

MADRID = plain_words(ZoneInfo("Europe/Madrid"))
CALM = "." * 60


@pytest.mark.parametrize(
    ("server", "gateway", "words"),
    [
        (
            "x.x.x.x.x.x.x.x.x.x.x",
            "",
            (
                "11:43:00-11:43:20 11 of 21 packets lost (52 %), the router answered all 21; "
                "beyond the router: provider or server"
            ),
        ),
        (
            "x" * 8,
            "x" * 8,
            (
                "11:43:00-11:43:07 no answer for 8s (8 packets), the router left 8 of 8 "
                "unanswered; at home: up to the router"
            ),
        ),
        (
            "s" * 8,
            "",
            (
                "11:43:00-11:43:07 answers took 500 ms, up to 500 ms, the router took 2 ms; "
                "beyond the router: provider or server"
            ),
        ),
        (
            "xxx",
            "   ",
            (
                "11:43:00-11:43:02 no answer for 3s (3 packets), the router was not watched; "
                "where it lies cannot be told"
            ),
        ),
    ],
)
def test_an_event_reads_as_evidence(server: str, gateway: str, words: str) -> None:
    router = gateway or "." * len(server)
    (event,) = events_of(line(CALM + server + CALM, CALM + router + CALM))
    assert event_text(event, MADRID).replace("\N{EN DASH}", "-") == words


def test_a_busy_computer_is_its_own_place() -> None:
    (event,) = events_of(line("", cpu=CALM + "x" * 8 + CALM))
    assert event_text(event, MADRID).endswith("95 % busy, this computer")


def test_one_second_is_one_time() -> None:
    (event,) = events_of(line(CALM + "xxx" + CALM))
    short = LineEvent(
        id="e", kind=EventKind.LOSS, started_at=event.started_at, ended_at=event.started_at
    )
    assert time_text(short, MADRID) == "11:43:00"
    late = LineEvent(
        id="e",
        kind=EventKind.LOSS,
        started_at=event.started_at,
        ended_at=event.started_at + timedelta(seconds=1),
    )
    assert "0 of 0" in event_text(late, MADRID)


def test_figures_that_are_not_known_are_not_zero() -> None:
    (event,) = events_of(line(CALM + "xxx" + CALM))
    odd = LineEvent(
        id="e",
        kind=EventKind.DELAY,
        started_at=event.started_at,
        ended_at=event.ended_at,
    )
    assert "took ? ms" in event_text(odd, MADRID)
