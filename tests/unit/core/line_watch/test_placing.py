from __future__ import annotations

import pytest

from tests.unit.core.line_watch.lines import events_of, line
from workspace_assistant.core.line_watch.model import EventKind, Side

CALM = "." * 60


@pytest.mark.parametrize(
    ("server", "gateway", "side"),
    [
        ("x" * 8, "." * 8, Side.BEYOND),
        ("x" * 8, "x" * 8, Side.HOME),
        ("x.x.x.x.x.x.x.x", "x.....x...x.x..", Side.HOME),
        ("x......x......x......x", "." * 22, Side.BEYOND),
        ("xxxxxxxx", "..x.....", Side.UNKNOWN),  # too much for chance, too little for the cause
        ("x...x...x", "." * 9, Side.BEYOND),
        ("x" * 8, " " * 8, Side.UNKNOWN),  # nobody asked the router
        ("xxx", "...", Side.UNKNOWN),  # too few to tell
    ],
)
def test_loss_lies_where_the_router_says(server: str, gateway: str, side: Side) -> None:
    (event,) = events_of(line(CALM + server + CALM, CALM + gateway + CALM))
    assert event.side is side


def test_a_little_loss_among_many_good_seconds_says_nothing_about_the_side() -> None:
    server = "x.......x.......x......."
    (event,) = events_of(line(CALM + server + CALM))
    assert event.server.lost == 3
    assert event.side is Side.UNKNOWN or (1 - 3 / 17) ** 17 <= 0.05


def test_a_router_that_never_answers_well_is_no_witness() -> None:
    bad_router = "x." * 30
    (event,) = events_of(line(CALM + "x" * 8 + CALM, bad_router + "x" * 8 + CALM))
    assert event.side is Side.UNKNOWN


@pytest.mark.parametrize(
    ("gateway", "side"), [("." * 8, Side.BEYOND), ("s" * 8, Side.HOME), ("x" * 8, Side.UNKNOWN)]
)
def test_delay_lies_where_it_is_added(gateway: str, side: Side) -> None:
    (event,) = events_of(line(CALM + "s" * 8 + CALM, CALM + gateway + CALM))
    assert (event.kind, event.side) == (EventKind.DELAY, side)


def test_a_line_that_was_always_slow_was_not_made_so_anywhere() -> None:
    (event,) = events_of(line("s" * 90))
    assert event.side is Side.UNKNOWN
