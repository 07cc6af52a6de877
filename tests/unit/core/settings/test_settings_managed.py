"""What an organization may set, and what not."""

from __future__ import annotations

from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.settings.managed import (
    NOT_TO_BE_SET,
    NOT_TO_BE_TAKEN,
    UNKNOWN_PART,
    managed_by,
    without,
)

PLACE = "/etc/managed.toml"


def test_what_is_preset_and_locked_is_taken_by_name() -> None:
    document = {"preset": {"language": "de"}, "lock": {"breaks": {"is_on": True}, "profile": "x"}}
    found = managed_by(document, PLACE)
    assert found.preset == {"language": "de"}
    assert found.lock == {"breaks.is_on": "on", "profile": "x"}
    assert (found.place, found.faults) == (PLACE, ())


def test_what_is_each_persons_own_is_left_out_and_named() -> None:
    document = {
        "lock": {"loudness": {"is_on": True}, "check_in": {"is_on": False}, "keep-checks": "2y"},
        "preset": {"microphone": "usb"},
        "other": {},
        "language": "de",
    }
    found = managed_by(document, PLACE)
    assert found.lock == {"check_in.is_on": "off"}
    assert found.preset == {}
    assert [(one.sentence, one.parts["name"]) for one in found.faults] == [
        (UNKNOWN_PART, "other"),
        (UNKNOWN_PART, "language"),
        (UNKNOWN_PART, "microphone"),
        (NOT_TO_BE_SET, "loudness.is_on"),
        (NOT_TO_BE_TAKEN, "keep-checks"),
    ]


def test_a_table_that_is_none_is_named() -> None:
    found = managed_by({"lock": "all"}, PLACE)
    assert found.lock == {}
    assert [one.parts["name"] for one in found.faults] == ["lock"]


def test_what_cannot_be_used_is_taken_out_of_both() -> None:
    found = managed_by({"preset": {"language": "x"}, "lock": {"appearance": "x"}}, PLACE)
    bad = {name: Phrase("no") for name in ("language", "appearance")}
    left = without(found, bad)
    assert left.preset == left.lock == {}
    assert [one.parts["path"] for one in left.faults] == [
        f"{PLACE}: language",
        f"{PLACE}: appearance",
    ]
