"""What is suggested for what is not met."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes import summaries
from tests.fakes.weeks import at
from workspace_assistant.adapters.files.tips_catalog import read_tips, shipped_files
from workspace_assistant.core.balance import definitions, texts
from workspace_assistant.core.balance.model import Indicator, Target, Term, Told, Unit, Week
from workspace_assistant.core.balance.own_targets import CHOOSABLE
from workspace_assistant.core.balance.suggestions import OFFERS, suggestions_of
from workspace_assistant.core.balance.targets import Region, targets_of
from workspace_assistant.core.focus.model import Cause
from workspace_assistant.core.spans import Span

HOUR = 3600.0
SPAN = Span(at("2026-11-17 22:00"), at("2026-11-18 07:20"))


def missed(
    name: str, value: float, target: float, *terms: tuple[float, str], **parts: float
) -> Indicator:
    return Indicator(
        id=name,
        name=name,
        unit=Unit.SECOND,
        value=value,
        target=Target(value=target, is_least=value < target, basis=""),
        formula="",
        told=Told(sentence="", parts=parts),
        terms=tuple(Term(span=SPAN, value=of, name=word) for of, word in terms),
    )


def tips(*indicators: Indicator, away: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    week: Week = replace(summaries.rich().week, indicators=indicators)
    return [(one.indicator.id, one.tip_id) for one in suggestions_of(week, away)]


def test_every_tip_is_of_the_catalog_and_every_indicator_can_be_missed() -> None:
    catalog = {one.id for one in read_tips(shipped_files())}
    assert {offer.tip_id for offers in OFFERS.values() for offer in offers} <= catalog
    assert set(OFFERS) <= set(CHOOSABLE)
    assert set(targets_of(Region.EU)) <= set(OFFERS)


def test_the_worst_misses_come_first_and_three_at_most() -> None:
    found = tips(
        missed("days-in-a-row", 7, 6),
        missed("nights-in-a-row", 6, 3),
        missed("after-hours", 1.5 * HOUR, 0.5 * HOUR),
        missed("longest-screen-stretch", 2 * HOUR, HOUR),
    )
    assert found == [
        ("longest-screen-stretch", "break-each-hour"),
        ("nights-in-a-row", "nights-in-a-row"),
        ("after-hours", "closing-ritual"),
    ]


def test_a_tip_comes_once_and_none_that_was_put_away() -> None:
    long_days = missed("longest-working-stretch", 14 * HOUR, 12 * HOUR)
    late = missed("after-hours", 1.5 * HOUR, 0.5 * HOUR)
    assert tips(long_days, late, away=("main-break",)) == [
        ("longest-working-stretch", "closing-ritual"),
        ("after-hours", "say-when-not-reachable"),
    ]
    every = tuple(offer.tip_id for offer in OFFERS["after-hours"])
    assert tips(late, away=every) == []


def test_nothing_rests_on_what_is_unknown_or_met() -> None:
    unknown = definitions.AFTER_HOURS.unknown(targets_of(Region.EU), texts.NO_WORK)
    met = definitions.AFTER_HOURS.known(0, targets_of(Region.EU), texts.NO_AFTER_HOURS)
    assert tips(unknown) == tips(met) == []


def test_of_an_indicator_without_a_tip_there_is_none() -> None:
    assert tips(missed("adherence", 0.5, 0.9)) == []


@pytest.mark.parametrize(
    ("indicator", "tip"),
    [
        (
            missed("shortest-daily-rest", 9 * HOUR, 11 * HOUR, (9 * HOUR, "")),
            "eleven-hours-of-rest",
        ),
        (missed("quick-returns", 1, 0, (9 * HOUR, "")), "quick-return"),
        (missed("hours", 56 * HOUR, 40 * HOUR), "long-weeks"),
        (missed("hours", 54 * HOUR, 40 * HOUR), "closing-ritual"),
        (missed("breaks-had", 0.5, 0.8, blocked=2), "break-after-call"),
        (missed("breaks-had", 0.5, 0.8, blocked=1), "break-before-tired"),
        (missed("completed-blocks", 0.5, 0.9), "block-length"),
        (missed("completed-blocks", 0.8, 0.9), "interrupted-next-step"),
        (missed("technical-time", 1, 0, (1, ""), (1, ""), (1, "")), "list-of-faults"),
    ],
)
def test_a_tip_that_tells_a_number_needs_it_to_be_true(indicator: Indicator, tip: str) -> None:
    assert tips(indicator) == [(indicator.id, tip)]


@pytest.mark.parametrize(
    "indicator",
    [
        missed("shortest-daily-rest", 11.5 * HOUR, 12 * HOUR, (11.5 * HOUR, "")),
        missed("nights-in-a-row", 2, 1),
        missed("technical-time", 1, 0, (1, ""), (1, "")),
    ],
)
def test_where_it_is_not_true_nothing_is_suggested(indicator: Indicator) -> None:
    assert tips(indicator) == []


@pytest.mark.parametrize("cause", [*Cause])
def test_the_most_frequent_cause_has_its_tip(cause: Cause) -> None:
    other = next(one for one in Cause if one is not cause)
    indicator = missed("interruptions-per-hour", 3, 1, (1, other.value), (5, cause.value))
    expected = {
        Cause.NOISE: "noise-voices",
        Cause.FAMILY: "family-sign",
        Cause.PET: "pets-before-shift",
        Cause.PHONE: "phone-silent",
        Cause.CHAT: "chat-status",
        Cause.DOOR: "door-deliveries",
        Cause.SELF: "own-thoughts-list",
    }
    assert tips(indicator)[0][1] == expected.get(cause, "interrupted-next-step")
