"""Microphones side by side: which to compare, and what came of it."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes import microphone_page as fakes
from tests.unit.ui.microphone_situations import (
    BUILT_IN,
    IDLE,
    JABRA,
    MINUS,
    NONE,
    OLD,
    SPACE,
    shown,
)
from workspace_assistant.core.readiness.model import Outcome
from workspace_assistant.ui.microphone.situation import Listing


class TestCompare:
    def test_one_microphone_cannot_be_compared(self) -> None:
        compare = shown(replace(IDLE, listing=Listing(devices=(JABRA,)), compared=("jabra",)))
        assert compare.compare is not None
        assert compare.compare.hint.startswith("There is only one microphone.")
        assert (compare.compare.choices, compare.compare.button) == ((), "")

    def test_none_at_all_is_not_called_one(self) -> None:
        compare = shown(NONE).compare
        assert compare is not None
        assert compare.hint == "Connect two microphones or more to compare them."

    def test_two_are_needed(self) -> None:
        compare = shown(replace(IDLE, compared=("jabra",))).compare
        assert compare is not None
        assert compare.hint == "Choose at least two microphones."
        assert (compare.button, compare.is_enabled) == ("Compare", False)

    def test_all_real_ones_to_begin_with(self) -> None:
        compare = shown(IDLE).compare
        assert compare is not None
        assert [(choice.text, choice.is_ticked) for choice in compare.choices] == [
            ("Built-in microphone · built in", True),
            ("Jabra headset · USB", True),
        ]
        assert (compare.button, compare.is_enabled) == ("Compare 2 microphones", True)
        assert "7 seconds" in compare.hint

    def test_a_microphone_of_unknown_connection_has_its_name_alone(self) -> None:
        compare = shown(replace(IDLE, listing=Listing(devices=(JABRA, OLD)))).compare
        assert compare is not None
        assert compare.choices[1].text == "Old microphone"

    def test_side_by_side(self) -> None:
        found = fakes.comparison(
            (JABRA, fakes.outcome(gaps={"audio_bandwidth": "band-unclear"})),
            (BUILT_IN, fakes.poor()),
            (OLD, fakes.unavailable().outcome),
        )
        compare = shown(replace(IDLE, comparison=found)).compare
        assert compare is not None
        assert compare.sentence == found.sentence
        assert compare.headings[:3] == ("Microphone", "Result", "Speech level")
        first, second, third = compare.rows
        assert first.name == "Jabra headset"
        assert first.cells == (
            f"{MINUS}24.2{SPACE}dBov",
            f"{MINUS}55.4{SPACE}dBFS(A)",
            f"31.2{SPACE}dB",
            "\u2013",
        )
        assert second.word == "Not ready"
        assert third.cells == ()
        assert third.why.startswith("Another program holds")

    def test_a_microphone_that_heard_no_voice_says_so(self) -> None:
        found = fakes.comparison((JABRA, fakes.outcome()), (BUILT_IN, fakes.no_voice()))
        compare = shown(replace(IDLE, comparison=found)).compare
        assert compare is not None
        deaf = compare.rows[1]
        assert (deaf.word, deaf.cells) == ("Not tested", ())
        assert deaf.why == "No speech stood out from the background noise."

    def test_without_any_reason_it_says_so(self) -> None:
        found = fakes.comparison((JABRA, Outcome()))
        compare = shown(replace(IDLE, comparison=found)).compare
        assert compare is not None
        assert compare.rows[0].why == "No reason is known."

    def test_the_best_is_offered_where_another_one_is_used(self) -> None:
        found = fakes.comparison((JABRA, fakes.outcome()), (BUILT_IN, fakes.poor()))
        offered = shown(replace(IDLE, comparison=found, microphone="built-in")).compare
        assert offered is not None
        assert (offered.use, offered.best) == ("Use Jabra headset", JABRA)
        for chosen in ("", "jabra"):
            used = shown(replace(IDLE, comparison=found, microphone=chosen)).compare
            assert used is not None
            assert (used.use, used.best) == ("", None)
