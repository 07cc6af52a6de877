"""By how much a quiet voice is to be raised: into ready, and never so far that it clips."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.sounds import spoken_recording
from workspace_assistant.core.readiness.limits import Band
from workspace_assistant.core.readiness.microphone.input_change import advised_change
from workspace_assistant.core.readiness.microphone.rules import judge_recording
from workspace_assistant.core.readiness.microphone.scores import scores
from workspace_assistant.core.readiness.microphone.voice_level import judged_dbov, voice_level
from workspace_assistant.core.readiness.model import Outcome, Severity, Verdict
from workspace_assistant.core.readiness.profile.model import MicrophoneRequirement
from workspace_assistant.core.signal.active_speech_level import ActiveSpeechLevel
from workspace_assistant.core.signal.clipping import Clipping
from workspace_assistant.core.signal.recording import analyze_recording

NEED = MicrophoneRequirement()
UNCLIPPED = Clipping(events=0, full_scale_samples=0, pile_up_fraction=0, loud_samples=0)
CLEAN = analyze_recording(spoken_recording(), 16_000, 2)


def too_quiet(
    level_dbov: float,
    peak_dbfs: float,
    need: MicrophoneRequirement = NEED,
    clipping: Clipping = UNCLIPPED,
    knocks_db: float = 0.0,
) -> Outcome:
    analysis = replace(
        CLEAN,
        speech=ActiveSpeechLevel(level_dbov=level_dbov, activity_fraction=0.8),
        speech_above_rumble_dbov=level_dbov,
        peak_dbfs=peak_dbfs,
        clipping=clipping,
        knocks_db=knocks_db,
    )
    return judge_recording(analysis, need, {})


def test_a_knock_does_not_keep_a_quiet_voice_quiet_and_is_told() -> None:
    outcome = too_quiet(-45.0, peak_dbfs=-10.0)
    found = outcome.findings[0]
    assert found.code == "speech-too-quiet"
    assert "Raise the input level by about 11\u202fdB" in found.action
    assert "a knock as loud as the one in this recording would clip" in found.action
    change = advised_change(outcome, NEED)
    assert change is not None
    assert change.change_db == 11
    assert "knock" not in too_quiet(-45.0, peak_dbfs=-11.0).findings[0].action


@pytest.mark.parametrize(
    ("level_dbov", "peak_dbfs", "change_db", "words"),
    [
        (-24.0, -5.5, 5, "by 5\u202fdB and no further"),
        (-24.0, -0.5, 4, "by 4\u202fdB and no further"),  # a knock: voices reach 20 dB up
        (-19.0, -0.5, None, "Leave the input level as it is"),
    ],
)
def test_a_voice_is_raised_no_further_than_its_own_peaks_allow(
    level_dbov: float, peak_dbfs: float, change_db: int | None, words: str
) -> None:
    need = replace(NEED, active_speech_level_dbov=Band(ready=(-15, -6), caution=(-20, -3)))
    outcome = too_quiet(level_dbov, peak_dbfs, need=need)
    assert words in outcome.findings[0].action
    change = advised_change(outcome, need)
    assert (change.change_db if change else None) == change_db


def test_a_voice_clipped_and_yet_quiet_has_one_next_step() -> None:
    flat = Clipping(events=30, full_scale_samples=0, pile_up_fraction=0.4, loud_samples=900)
    outcome = too_quiet(-45.0, peak_dbfs=-35.0, clipping=flat)
    clipped, quiet = outcome.findings
    assert (clipped.code, quiet.code) == ("clipping", "speech-too-quiet")
    assert quiet.action == clipped.action
    assert advised_change(outcome, NEED) is None


def test_a_knock_does_not_make_a_voice_loud_enough() -> None:
    outcome = too_quiet(-24.0, peak_dbfs=-1.0, knocks_db=20.0)
    quiet, knock = outcome.findings
    assert (quiet.code, quiet.value) == ("speech-too-quiet", -44.0)
    assert (knock.code, knock.severity, knock.value) == ("knocks", Severity.INFO, 20.0)
    assert "lifts the level by 20\u202fdB" in knock.message
    assert "knock" not in quiet.action  # it is told once
    level = voice_level(outcome)
    assert level is not None
    assert level.value == -24.0
    assert level.conditions["knocks_db"] == 20.0
    assert judged_dbov(level) == -44.0
    change = advised_change(outcome, NEED)
    assert change is not None
    assert change.change_db == 10
    assert scores(outcome, NEED)[0].findings == ("speech-too-quiet", "knocks")


def test_a_knock_over_a_voice_that_is_loud_enough_is_a_note() -> None:
    outcome = too_quiet(-20.0, peak_dbfs=-1.0, knocks_db=4.0)
    assert [one.code for one in outcome.findings] == ["knocks"]
    loud = scores(outcome, NEED)[0]
    assert loud.verdict is Verdict.READY
    assert loud.sentence.startswith("Your voice has \u221224\u202fdBov, where")


def test_rumble_and_knocks_both_count_out() -> None:
    analysis = replace(
        CLEAN,
        speech=ActiveSpeechLevel(level_dbov=-20.0, activity_fraction=0.8),
        speech_above_rumble_dbov=-26.0,
        knocks_db=5.0,
    )
    level = voice_level(judge_recording(analysis, NEED, {}))
    assert level is not None
    assert level.conditions["above_rumble_dbov"] == -26.0
    assert judged_dbov(level) == -31.0


def test_of_a_voice_too_loud_and_clipped_the_clipping_comes_first_with_the_one_step() -> None:
    flat = Clipping(events=30, full_scale_samples=0, pile_up_fraction=0.4, loud_samples=900)
    clipped, loud = too_quiet(-10.0, peak_dbfs=0.0, clipping=flat).findings
    assert (clipped.code, loud.code) == ("clipping", "speech-too-loud")
    assert clipped.severity is Severity.NOT_READY
    assert loud.severity is Severity.CAUTION
    assert loud.action == clipped.action
