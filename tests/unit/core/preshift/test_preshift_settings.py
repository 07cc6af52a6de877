"""The person's choices, as they are kept and as they are told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.preshift import FIRST_MORNING
from workspace_assistant.core.preshift.document import run_document, settings_document
from workspace_assistant.core.preshift.errors import PreshiftError
from workspace_assistant.core.preshift.model import Attended, PreshiftSettings
from workspace_assistant.core.preshift.settings import (
    FIRST_MINUTES,
    MICROPHONE_AFTER_DAYS,
    PLACES,
    SECOND_MINUTES,
    checked,
    choices_of,
    is_on,
    settings_of,
    switch,
    turned_off,
)
from workspace_assistant.core.preshift.words import settings_sentences
from workspace_assistant.core.reminders.model import Entry, Outcome, ReminderKind

USUAL = PreshiftSettings()


def test_without_choices_it_is_as_delivered() -> None:
    assert settings_of(lambda _: "") == USUAL
    assert (USUAL.first_s, USUAL.second_s) == (900, 300)


@given(
    first_minutes=st.integers(1, 120),
    share=st.floats(0, 0.9),
    places=st.lists(st.sampled_from(["home", "office", "other"]), min_size=1, unique=True),
    days=st.integers(0, 365),
)
def test_choices_come_back_as_they_were_kept(
    first_minutes: int, share: float, places: list[str], days: int
) -> None:
    chosen = PreshiftSettings(
        first_s=60.0 * first_minutes,
        second_s=60.0 * int(share * first_minutes),
        places=tuple(places),
        microphone_after_days=days,
    )
    assert settings_of(choices_of(chosen).__getitem__) == chosen


@pytest.mark.parametrize(
    "kept",
    [
        {FIRST_MINUTES: "soon"},
        {FIRST_MINUTES: "nan"},
        {SECOND_MINUTES: "20"},
        {PLACES: "moon"},
        {PLACES: " , "},
        {MICROPHONE_AFTER_DAYS: "often"},
        {MICROPHONE_AFTER_DAYS: "-1"},
        {MICROPHONE_AFTER_DAYS: "7.0"},
        {MICROPHONE_AFTER_DAYS: "1.5"},
    ],
)
def test_damaged_choices_count_as_none(kept: dict[str, str]) -> None:
    assert settings_of(lambda name: kept.get(name, "")) == USUAL


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        (PreshiftSettings(first_s=-60), "-1 minutes before a shift: choose 0 (never) to 120."),
        (PreshiftSettings(first_s=7260), "121 minutes before a shift: choose 0 (never) to 120."),
        (PreshiftSettings(second_s=900), "The second check comes after the first"),
        (PreshiftSettings(microphone_after_days=366), "366 days: choose 0 (never) to 365."),
        (PreshiftSettings(places=("moon",)), "“moon” is no place of a shift"),
        (PreshiftSettings(places=()), "Name at least one place"),
    ],
)
def test_what_makes_no_sense_is_refused(settings: PreshiftSettings, sentence: str) -> None:
    with pytest.raises(PreshiftError) as caught:
        checked(settings)
    assert str(caught.value).startswith(sentence)


def test_turned_off_the_rest_is_kept() -> None:
    off = turned_off(USUAL)
    assert checked(off).first_s == 0
    assert settings_of(choices_of(off).__getitem__) == off


@pytest.mark.parametrize(
    ("text", "usually", "expected"),
    [
        ("on", False, True),
        ("off", True, False),
        ("", True, True),
        ("perhaps", False, False),
    ],
)
def test_switches(text: str, *, usually: bool, expected: bool) -> None:
    assert is_on(text, usually=usually) is expected
    assert is_on(switch(on=expected), usually=not expected) is expected


def test_choices_in_sentences() -> None:
    assert list(settings_sentences(USUAL)) == [
        "The check runs 15 minutes before each shift.",
        "If it is not ready then, the check runs again 5 minutes before the shift.",
        "It runs before shifts at: Home.",
        "You are asked to test the microphone once its last good test is 7 days old.",
    ]
    never = PreshiftSettings(second_s=0, microphone_after_days=0)
    assert list(settings_sentences(never))[1::2] == [
        "It does not run a second time.",
        "You are never asked to test the microphone.",
    ]
    assert list(settings_sentences(turned_off(USUAL))) == ["No check runs before shifts."]


def test_choices_as_a_document() -> None:
    assert settings_document(USUAL) == {
        "schema": "workspace-assistant/schedule-settings/1",
        "is_on": True,
        "first_s": 900.0,
        "second_s": 300.0,
        "places": ["home"],
        "microphone_after_days": 7,
    }


def test_a_look_as_a_document() -> None:
    entry = Entry(
        at=FIRST_MORNING,
        kind=ReminderKind.READINESS,
        about="x",
        title="Ready",
        outcome=Outcome.HELD_BACK,
        reason="ready",
    )
    look = Attended(at=FIRST_MORNING, next_at=FIRST_MORNING, fault="The disk is full.")
    document = run_document(look, [entry])
    assert document["fault"] == "The disk is full."
    assert document["reminders"] == [
        {
            "at": "2026-11-23T08:00:00+00:00",
            "kind": "readiness",
            "about": "x",
            "title": "Ready",
            "outcome": "held-back",
            "reason": "ready",
            "detail": "",
        }
    ]
