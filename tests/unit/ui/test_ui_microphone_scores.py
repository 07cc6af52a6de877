"""The result: four scores, the numbers behind them, what to do, and what has changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes import microphone_page as fakes
from tests.fakes.wording import EnglishWording
from tests.unit.ui.microphone_situations import (
    IDLE,
    MINUS,
    SPACE,
    after,
    shown,
)
from workspace_assistant.core.readiness.microphone.scores import SUBJECTS
from workspace_assistant.core.readiness.model import Severity
from workspace_assistant.ui.microphone.score_state import _number


class TestScores:
    def test_four_answers_in_words(self) -> None:
        scores = shown(after(fakes.poor())).scores
        assert [(score.title, score.word) for score in scores] == [
            ("Loud enough", "No"),
            ("Clear", "As on a telephone"),
            ("Quiet room", "Yes"),
            ("No technical faults", "Not quite"),
        ]

    def test_what_was_not_measured_says_why(self) -> None:
        scores = {score.id: score for score in shown(after(fakes.no_voice())).scores}
        assert scores["clear"].word == "Not tested"
        assert scores["clear"].sentence == "No speech stood out from the background noise."

    def test_the_level_stands_on_the_meter_of_its_score_alone(self) -> None:
        loud, *others = shown(after(fakes.outcome())).scores
        assert (loud.level_dbfs, loud.target) == (-24.2, (-34, -12))
        assert all(score.level_dbfs is None for score in others)

    def test_without_a_recording_there_are_none(self) -> None:
        assert shown(replace(IDLE, take=fakes.unavailable())).scores == ()

    def test_one_opens_its_numbers_with_their_limits(self) -> None:
        state = shown(replace(after(fakes.poor()), explained="no-faults"))
        assert [score.link for score in state.scores] == [
            *["Show the numbers"] * 3,
            "Hide the numbers",
        ]
        assert state.numbers is not None
        assert state.numbers.title == "No technical faults: the numbers"
        assert state.numbers.conditions.startswith("Measured with: device Jabra headset")
        rows = {row.label: (row.value, row.note) for row in state.numbers.rows}
        assert rows["Mains hum"] == (f"{MINUS}48{SPACE}dBFS", f"Good: up to {MINUS}60{SPACE}dBFS.")
        assert rows["Distorted moments"] == ("0", "Good: up to 1.")
        assert rows["Dropouts"] == ("0", "Good: none.")
        assert rows["Clock error"] == (f"14{SPACE}ppm", f"Good: up to 500{SPACE}ppm.")

    def test_what_is_missing_among_them_says_why(self) -> None:
        state = shown(replace(after(fakes.poor()), explained="clear"))
        assert state.numbers is not None
        missing = state.numbers.rows[-1]
        assert (missing.label, missing.value) == ("Echo of the room", "not measured")
        assert missing.note.startswith("Too few words end in a pause")

    def test_a_number_without_limit_stands_alone(self) -> None:
        row = _number(fakes.outcome().measurements[0], None, EnglishWording())
        assert (row.label, row.note) == ("Speech level", "")

    @pytest.mark.parametrize("score", SUBJECTS)
    def test_every_score_can_be_opened(self, score: str) -> None:
        state = shown(replace(after(fakes.outcome()), explained=score))
        assert state.numbers is not None
        assert state.numbers.rows

    def test_numbers_of_nothing_are_not_shown(self) -> None:
        open_score = replace(IDLE, explained="clear")
        assert shown(open_score).numbers is None
        assert shown(replace(open_score, take=fakes.unavailable())).numbers is None
        bare = replace(after(fakes.outcome()), explained="clear", profile=None)
        assert shown(bare).numbers is None
        nothing = fakes.outcome(gaps={"snr": "no-noise", "noise_floor": "no-noise"})
        state = shown(replace(after(nothing), explained="quiet-room"))
        assert state.numbers is not None
        assert state.numbers.conditions == ""

    def test_scores_are_shown_even_while_the_profile_is_away(self) -> None:
        state = shown(replace(after(fakes.outcome()), profile=None))
        assert state.scores[0].target is None


class TestAdvice:
    def test_nothing_to_do(self) -> None:
        assert shown(after(fakes.outcome())).advice is None
        assert shown(IDLE).advice is None
        assert shown(replace(after(fakes.poor()), profile=None)).advice is None

    def test_steps_in_the_order_of_their_weight(self) -> None:
        found = fakes.poor()
        turned = replace(found, findings=found.findings[::-1])
        advice = shown(after(turned)).advice
        assert advice is not None
        assert [step.number for step in advice.steps] == ["1.", "2.", "3."]
        assert advice.steps[0].action.startswith("Raise the input level by about 10")
        assert advice.steps[1].action.startswith("Unplug the charger")
        assert advice.steps[2].word == "Note"

    def test_the_same_step_is_told_once(self) -> None:
        found = fakes.quiet_voice()
        twice = replace(found, findings=found.findings * 2)
        advice = shown(after(twice)).advice
        assert advice is not None
        assert len(advice.steps) == 1

    def test_a_button_does_the_step_where_the_volume_can_be_set(self) -> None:
        advice = shown(after(fakes.quiet_voice())).advice
        assert advice is not None
        assert (advice.button, advice.change_db) == (f"Raise the input by 5{SPACE}dB", 5)
        assert (advice.note, advice.again) == ("", "")

    def test_loud_voices_are_lowered(self) -> None:
        loud = replace(
            fakes.outcome(active_speech_level=-8.0), findings=fakes.quiet_voice().findings
        )
        advice = shown(after(loud)).advice
        assert advice is not None
        assert (advice.button, advice.change_db) == (f"Lower the input by 4{SPACE}dB", -4)

    def test_elsewhere_it_says_why_there_is_no_button(self) -> None:
        now = replace(after(fakes.quiet_voice()), volume=None, volume_trouble="Not from here.")
        advice = shown(now).advice
        assert advice is not None
        assert (advice.button, advice.note) == ("", "Not from here.")
        good = replace(after(fakes.outcome()), volume=None, volume_trouble="Not from here.")
        assert shown(good).advice is None

    def test_after_the_change_it_offers_to_record_again(self) -> None:
        advice = shown(replace(after(fakes.quiet_voice()), volume_note="It is louder now.")).advice
        assert advice is not None
        assert (advice.button, advice.note, advice.again) == (
            "",
            "It is louder now.",
            "Record again",
        )


class TestChanges:
    def test_only_against_a_recording_before(self) -> None:
        assert shown(after(fakes.outcome())).changes is None
        assert shown(IDLE).changes is None

    def test_before_and_now(self) -> None:
        now = replace(after(fakes.outcome()), before=fakes.take_of(fakes.quiet_voice()))
        changes = shown(now).changes
        assert changes is not None
        answer, level = changes.rows
        assert (answer.label, answer.value, answer.note) == (
            "Loud enough",
            "Yes",
            "Not quite before",
        )
        assert (level.label, level.value) == ("Speech level", f"{MINUS}24.2{SPACE}dBov")
        assert level.note == f"{MINUS}38.6{SPACE}dBov before"

    def test_a_voice_that_lost_its_high_tones_is_told(self) -> None:
        now = replace(after(fakes.narrow()), before=fakes.take_of(fakes.outcome()))
        changes = shown(now).changes
        assert changes is not None
        clear = changes.rows[0]
        assert (clear.label, clear.value, clear.note) == (
            "Clear",
            "As on a telephone",
            "Yes before",
        )

    def test_no_difference_is_said_too(self) -> None:
        now = replace(after(fakes.outcome()), before=fakes.take_of(fakes.outcome()))
        changes = shown(now).changes
        assert changes is not None
        assert changes.rows == ()
        assert changes.sentence.startswith("About the same")


def test_severities_decide_the_order_of_steps() -> None:
    found = fakes.poor().findings
    assert [one.severity for one in found] == [
        Severity.NOT_READY,
        Severity.CAUTION,
        Severity.INFO,
    ]
