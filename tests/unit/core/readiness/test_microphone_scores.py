"""Four plain scores: each the worst of its findings, with the number and the limit behind it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.fakes.sounds import spoken_recording
from workspace_assistant.core.readiness.microphone.check import (
    check_recording,
    unavailable_outcome,
)
from workspace_assistant.core.readiness.microphone.device_texts import UNAVAILABLE
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)
from workspace_assistant.core.readiness.microphone.score_texts import TITLES
from workspace_assistant.core.readiness.microphone.scores import SUBJECTS, Score, scores
from workspace_assistant.core.readiness.microphone.texts import FINDINGS
from workspace_assistant.core.readiness.model import Measurement, Outcome, Verdict
from workspace_assistant.core.readiness.profile.model import MicrophoneRequirement
from workspace_assistant.core.readiness.units import format_value

RATE_HZ = 16_000
NEED = MicrophoneRequirement()


def scored(outcome: Outcome) -> dict[str, Score]:
    return {score.id: score for score in scores(outcome, NEED)}


def of_sound(samples: np.ndarray, quiet_s: float = 2) -> dict[str, Score]:
    return scored(check_recording(samples, RATE_HZ, quiet_s, NEED))


def test_every_finding_counts_in_exactly_one_score() -> None:
    subjects = [code for subject in SUBJECTS.values() for code in subject.findings]
    assert sorted(subjects) == sorted(FINDINGS)
    assert set(TITLES) == set(SUBJECTS)


def test_a_good_recording_is_good_by_number_and_limit() -> None:
    found = of_sound(spoken_recording())
    loud = found["loud-enough"]
    assert loud.verdict is Verdict.READY
    assert loud.measurements == ("microphone.active_speech_level",)
    assert "where \u221234\u202fdBov to \u221212\u202fdBov is good" in loud.sentence
    quiet = found["quiet-room"]
    assert quiet.verdict is Verdict.READY
    assert "above the background noise, where at least 25\u202fdB is good" in quiet.sentence
    assert "where at most \u221245\u202fdBFS(A) is good" in quiet.sentence
    faultless = found["no-faults"]
    assert faultless.verdict is Verdict.READY
    assert "Flat tops of clipping: 0, where at most 1 is good." in faultless.sentence
    assert "leaves no trace" in faultless.sentence


def test_clear_tells_band_and_echo() -> None:
    band = Measurement(id="microphone.audio_bandwidth", value=17_000.0, unit="Hz")
    echo = Measurement(id="microphone.reverberation", value=0.4, unit="s")
    clear = scored(Outcome(measurements=(band, echo)))["clear"]
    limit = format_value(NEED.reverberation_s.ready, "s")
    assert clear.verdict is Verdict.READY
    assert clear.sentence == (
        "The microphone hears tones up to 17\u202fkHz, where at least 3\u202fkHz is good. "
        f"Words ring on for about 0.4\u202fs, where at most {limit} is good."
    )
    rough = scored(Outcome(measurements=(band, replace(echo, value=0.62))))["clear"]
    assert rough.verdict is Verdict.READY
    assert rough.sentence.endswith(
        "Words ring on for about 0.62\u202fs: an estimate too rough to say that it is more than "
        "the 0.6\u202fs that is good."
    )
    without_echo = scored(Outcome(measurements=(band,)))["clear"]
    assert "ring on" not in without_echo.sentence
    assert without_echo.sentence.endswith("The echo was not measured.")
    without_band = scored(Outcome(measurements=(echo,)))["clear"]
    assert "How high the microphone hears was not measured." in without_band.sentence
    assert scored(Outcome(measurements=(echo,)))["clear"].verdict is Verdict.READY
    assert scored(Outcome())["clear"].verdict is Verdict.NOT_TESTED


@pytest.mark.parametrize(
    ("samples", "score_id", "code", "verdict"),
    [
        (spoken_recording(speech_dbov=-38), "loud-enough", "speech-too-quiet", Verdict.CAUTION),
        (spoken_recording(noise_dbov=-44), "quiet-room", "snr-low", Verdict.CAUTION),
        (spoken_recording() + 0.05, "no-faults", "dc-offset", Verdict.CAUTION),
        (np.zeros((7 * RATE_HZ, 1)), "loud-enough", "microphone-muted", Verdict.NOT_READY),
    ],
)
def test_a_score_is_the_worst_of_its_findings(
    samples: np.ndarray, score_id: str, code: str, verdict: Verdict
) -> None:
    outcome = check_recording(samples, RATE_HZ, 2, NEED)
    score = scored(outcome)[score_id]
    assert score.verdict is verdict
    assert code in score.findings
    message = next(one.message for one in outcome.findings if one.code == code)
    assert score.sentence == message


def test_the_level_of_a_fan_is_not_that_of_a_voice() -> None:
    samples = spoken_recording()
    samples[: 6 * RATE_HZ + RATE_HZ // 2] *= 0.001
    samples[6 * RATE_HZ + RATE_HZ // 2 + RATE_HZ // 16 :] *= 0.001
    found = of_sound(samples)
    assert found["loud-enough"].verdict is Verdict.NOT_TESTED
    assert found["loud-enough"].sentence == FINDINGS["no-voice-recognized"].message
    assert found["clear"].verdict is Verdict.NOT_TESTED
    assert found["clear"].sentence == "No voice was recognized in what was heard."


def test_a_note_is_told_beside_what_is_good() -> None:
    samples = spoken_recording(noise_dbov=-80)
    samples[: RATE_HZ // 2] = samples[-RATE_HZ // 2 :]
    quiet = of_sound(samples)["quiet-room"]
    assert quiet.verdict is Verdict.READY
    assert "noise-unsteady" in quiet.findings
    assert "above the background noise" in quiet.sentence
    assert "not steady" in quiet.sentence


def test_what_was_not_measured_is_not_good() -> None:
    found = of_sound(spoken_recording(), quiet_s=0)
    assert found["quiet-room"].verdict is Verdict.NOT_TESTED
    assert "0.5 s of quiet" in found["quiet-room"].sentence
    assert found["quiet-room"].measurements == ()


def test_a_gated_room_is_not_tested_and_says_why() -> None:
    samples = spoken_recording()
    samples[: 2 * RATE_HZ] = 0
    quiet = of_sound(samples)["quiet-room"]
    assert quiet.verdict is Verdict.NOT_TESTED
    assert "noise gate" in quiet.sentence


def test_a_microphone_that_cannot_be_had_leaves_every_score_untested() -> None:
    error = MicrophoneUnavailableError(Unavailable.UNPLUGGED)
    found = scored(unavailable_outcome(error))
    assert {score.verdict for score in found.values()} == {Verdict.NOT_TESTED}
    assert {score.sentence for score in found.values()} == {UNAVAILABLE[Unavailable.UNPLUGGED]}


def test_nothing_is_called_faultless_in_a_muted_microphone() -> None:
    found = of_sound(np.zeros((7 * RATE_HZ, 1)))
    verdicts = {key: score.verdict for key, score in found.items() if key != "loud-enough"}
    assert set(verdicts.values()) == {Verdict.NOT_TESTED}
    assert "do not change at all" in found["no-faults"].sentence


def test_an_outcome_without_a_word_is_not_tested() -> None:
    found = scored(replace(Outcome()))
    assert {score.sentence for score in found.values()} == {"This could not be measured."}
