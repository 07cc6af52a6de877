"""Technical faults: what is found, by which limit, and what to do about it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.fakes.analyses import (
    CLEAN,
    FULL,
    NARROW,
    NEED,
    RATE_HZ,
    USB,
    conditions_of,
    gaps,
    judged,
    only,
    value_of,
)
from tests.fakes.sounds import spoken_recording
from workspace_assistant.core.readiness.limits import Ceiling
from workspace_assistant.core.readiness.microphone.baseline import Usual, unusual_findings
from workspace_assistant.core.readiness.microphone.input_change import advised_change
from workspace_assistant.core.readiness.microphone.rules import judge_recording
from workspace_assistant.core.readiness.microphone.scores import scores
from workspace_assistant.core.readiness.microphone.texts import FINDINGS
from workspace_assistant.core.readiness.model import Severity
from workspace_assistant.core.signal.clipping import Clipping, OverDriven
from workspace_assistant.core.signal.clock_error import ClockError
from workspace_assistant.core.signal.dropouts import Dropouts
from workspace_assistant.core.signal.gate import Gate
from workspace_assistant.core.signal.hum import Hum
from workspace_assistant.core.signal.recording import analyze_recording
from workspace_assistant.core.signal.reverberation import Reverberation
from workspace_assistant.core.signal.voice_activity import VoiceActivity


def test_a_clean_recording_has_no_findings() -> None:
    clock = ClockError(ppm=12, uncertainty_ppm=9, missing_frames=0)
    echo = Reverberation(decay_s=0.3, uncertainty_s=0.1, decays=6)
    signs = OverDriven(pile_up_fraction=0.03, crest_db=14)
    open_gate = Gate(silent_fraction=0.0, depth_db=None)
    parts = {"clock": clock, "echo": echo, "over_driven": signs, "gate": open_gate}
    outcome = judged(device=USB, audio_bandwidth=FULL, **parts)
    assert outcome.findings == ()
    assert gaps(outcome) == {"microphone.hum": "no-hum"}


@pytest.mark.parametrize(
    ("level_dbfs", "severity"),
    [(-60.0, None), (-59.9, Severity.CAUTION), (-30, Severity.NOT_READY)],
)
def test_hum_is_held_against_the_profile(level_dbfs: float, severity: Severity | None) -> None:
    outcome = judged(hum=Hum(level_dbfs=level_dbfs, mains_hz=50, harmonics=(1, 3)))
    assert value_of(outcome, "microphone.hum") == level_dbfs
    told = conditions_of(outcome, "microphone.hum")
    assert (told["mains_hz"], told["harmonics"]) == (50, "1, 3")
    assert [(one.code, one.severity) for one in outcome.findings] == (
        [] if severity is None else [("mains-hum", severity)]
    )


def test_hum_names_its_mains_and_the_charger() -> None:
    found = only(judged(hum=Hum(level_dbfs=-50, mains_hz=60, harmonics=(1, 2))))
    assert "60\u202fHz" in found.message
    assert "Unplug the charger" in found.action
    assert (found.value, found.limit) == (-50, -60)


def test_a_profile_may_allow_more_hum() -> None:
    need = replace(NEED, hum_dbfs=Ceiling(ready=-40, caution=-30))
    assert judged(need, hum=Hum(level_dbfs=-50, mains_hz=50, harmonics=(1, 2))).findings == ()


@pytest.mark.parametrize(
    ("zero_runs", "splices", "repeats", "count", "severity"),
    [
        (0, 0, 0, 0, None),
        (0, 1, 0, 0, None),
        (0, 2, 0, 2, Severity.CAUTION),
        (1, 0, 0, 1, Severity.CAUTION),
        (0, 1, 1, 1, Severity.CAUTION),
        (3, 2, 0, 5, Severity.NOT_READY),
    ],
)
def test_dropouts_count_but_a_single_splice(
    zero_runs: int, splices: int, repeats: int, count: int, severity: Severity | None
) -> None:
    at_s = tuple(float(2 + n) for n in range(zero_runs + splices + repeats))
    found = Dropouts(zero_runs=zero_runs, splices=splices, repeats=repeats, at_s=at_s)
    outcome = judged(dropouts=found)
    assert value_of(outcome, "microphone.dropouts") == count
    assert [(one.code, one.severity) for one in outcome.findings] == (
        [] if severity is None else [("dropouts", severity)]
    )


def test_dropouts_name_the_first_place_and_keep_the_kinds() -> None:
    found = Dropouts(zero_runs=2, splices=0, repeats=1, at_s=(2.345, 3.0, 4.5))
    outcome = judged(dropouts=found)
    assert "3 times, first at 2.3\u202fs" in only(outcome).message
    told = conditions_of(outcome, "microphone.dropouts")
    assert (told["zero_runs"], told["splices"], told["repeats"]) == (2, 0, 1)
    assert told["at_s"] == "2.35, 3, 4.5" or told["at_s"] == "2.34, 3, 4.5"


@pytest.mark.parametrize(
    ("ppm", "uncertainty_ppm", "severity"),
    [
        (80, 9, None),
        (505, 9, None),
        (-700, 9, Severity.CAUTION),
        (9_000, 9_000, None),
        (-88_000, 11, Severity.NOT_READY),
    ],
)
def test_a_clock_is_accused_only_beyond_its_uncertainty(
    ppm: float, uncertainty_ppm: float, severity: Severity | None
) -> None:
    clock = ClockError(ppm=ppm, uncertainty_ppm=uncertainty_ppm, missing_frames=0)
    outcome = judged(clock=clock)
    assert value_of(outcome, "microphone.clock_error") == ppm
    told = conditions_of(outcome, "microphone.clock_error")
    assert told["uncertainty_ppm"] == uncertainty_ppm
    assert [(one.code, one.severity) for one in outcome.findings] == (
        [] if severity is None else [("clock-off", severity)]
    )


def test_sound_that_never_arrived_is_told_in_milliseconds() -> None:
    missing = ClockError(ppm=0, uncertainty_ppm=10, missing_frames=RATE_HZ // 10)
    found = only(judged(clock=missing))
    assert (found.code, found.severity) == ("sound-missing", Severity.CAUTION)
    assert "100\u202fms of sound never arrived" in found.message
    few = ClockError(ppm=0, uncertainty_ppm=10, missing_frames=RATE_HZ // 100)
    assert judged(clock=few).findings == ()


def test_a_file_has_no_clock_and_a_short_recording_none_to_tell() -> None:
    assert gaps(judged())["microphone.clock_error"] == "file-has-no-clock"
    assert gaps(judged(device=USB))["microphone.clock_error"] == "recording-too-short"


def test_a_voice_without_peaks_is_called_over_driven_and_never_clipped() -> None:
    crowded = Clipping(events=0, full_scale_samples=0, pile_up_fraction=0.4, loud_samples=900)
    signs = OverDriven(pile_up_fraction=0.4, crest_db=6.2)
    found = only(judged(clipping=crowded, over_driven=signs))
    assert (found.code, found.severity) == ("over-driven", Severity.INFO)
    assert "over-driven or heavily compressed" in found.message
    assert "clipped" not in found.message + found.action


def test_what_is_no_voice_is_not_called_over_driven() -> None:
    signs = OverDriven(pile_up_fraction=0.0, crest_db=4.0)
    hidden = replace(CLEAN, noise=replace(CLEAN.noise, unweighted_dbov=-25.0))
    assert "over-driven" not in {f.code for f in judged(clean=hidden, over_driven=signs).findings}
    assert [f.code for f in judged(over_driven=signs).findings] == ["over-driven"]
    rumbling = judged(over_driven=signs, speech_above_rumble_dbov=CLEAN.speech.level_dbov - 1.5)
    assert rumbling.findings == ()


def test_rumble_does_not_make_a_voice_loud_enough() -> None:
    outcome = judged(speech_above_rumble_dbov=-44.0)
    assert [(f.code, f.severity) for f in outcome.findings] == [
        ("speech-too-quiet", Severity.NOT_READY),
        ("rumble", Severity.CAUTION),
    ]
    quiet = outcome.findings[0]
    assert "\u221244\u202fdBov" in quiet.message
    assert "about 10\u202fdB" in quiet.action
    assert value_of(outcome, "microphone.active_speech_level") == pytest.approx(-24, abs=0.3)
    told = conditions_of(outcome, "microphone.active_speech_level")
    assert told["above_rumble_dbov"] == -44
    assert told["rumble_db"] == pytest.approx(20, abs=0.3)
    change = advised_change(outcome, NEED)
    assert change is not None
    assert change.change_db == 10
    (same,) = unusual_findings(outcome, Usual(level_dbov=-30, count=3))
    assert same.value == -44


def test_wind_is_no_offset_of_the_input() -> None:
    assert only(judged(dc_offset=0.02)).code == "dc-offset"
    assert only(judged(dc_offset=0.02, speech_above_rumble_dbov=-30.0)).code == "rumble"


def test_a_little_rumble_is_left_alone() -> None:
    outcome = judged(speech_above_rumble_dbov=CLEAN.speech.level_dbov - 2.9)
    assert outcome.findings == ()
    assert "above_rumble_dbov" not in conditions_of(outcome, "microphone.active_speech_level")


def test_loudness_without_rumble_is_what_the_score_tells() -> None:
    outcome = judged(speech_above_rumble_dbov=-30.0)
    loud = scores(outcome, NEED)[0]
    assert loud.sentence.startswith("Your voice has \u221230\u202fdBov, where")


def test_rumble_of_the_mains_is_called_hum() -> None:
    hum = Hum(level_dbfs=-40, mains_hz=50, harmonics=(1, 2))
    outcome = judged(hum=hum, speech_above_rumble_dbov=-30.0)
    assert [one.code for one in outcome.findings] == ["mains-hum"]


def test_a_crowd_below_the_peak_is_suspected_at_most() -> None:
    crowded = Clipping(events=0, full_scale_samples=0, pile_up_fraction=0.4, loud_samples=900)
    signs = OverDriven(pile_up_fraction=0.4, crest_db=13)
    found = only(judged(clipping=crowded, over_driven=signs))
    assert (found.code, found.severity) == ("clipping-suspected", Severity.INFO)
    assert "may have been clipped" in found.message
    few = Clipping(events=0, full_scale_samples=0, pile_up_fraction=0.4, loud_samples=90)
    assert judged(clipping=few, over_driven=signs).findings == ()


def test_what_is_clipped_is_not_suspected_as_well() -> None:
    flat = Clipping(events=30, full_scale_samples=0, pile_up_fraction=0.4, loud_samples=900)
    signs = OverDriven(pile_up_fraction=0.4, crest_db=6)
    assert [one.code for one in judged(clipping=flat, over_driven=signs).findings] == ["clipping"]


def test_heavy_saturation_is_never_called_clipping() -> None:
    saturated = np.tanh(spoken_recording() * 20) * 0.2
    outcome = judge_recording(analyze_recording(saturated, RATE_HZ, 2), NEED, {})
    assert "clipping" not in {one.code for one in outcome.findings}


def test_a_recording_without_a_search_for_dropouts_claims_none() -> None:
    outcome = judged(dropouts=None)
    assert value_of(outcome, "microphone.dropouts") is None
    assert gaps(outcome)["microphone.dropouts"] == "speech-too-short"


def test_activity_names_its_detector() -> None:
    by_level = judged()
    assert conditions_of(by_level, "microphone.speech_activity")["detector"] == "ITU-T P.56"
    heard = judged(voice=VoiceActivity(fraction=0.654321, first_s=2.1, last_s=6.9))
    assert value_of(heard, "microphone.speech_activity") == 0.654
    assert conditions_of(heard, "microphone.speech_activity")["detector"] == "test-detector"


def test_nothing_is_told_of_a_voice_that_nobody_heard() -> None:
    parts = {"audio_bandwidth": NARROW, "echo": Reverberation(decay_s=3, uncertainty_s=0, decays=5)}
    hidden = replace(CLEAN, noise=replace(CLEAN.noise, unweighted_dbov=-25.0))
    outcome = judged(clean=hidden, **parts)
    told = {one.id for one in outcome.measurements}
    assert told.isdisjoint({"microphone.audio_bandwidth", "microphone.reverberation"})
    assert gaps(outcome)["microphone.audio_bandwidth"] == "no-speech"
    assert {one.code for one in outcome.findings}.isdisjoint({"narrowband-voice", "room-echo"})


WORST_FIRST = (Severity.NOT_READY, Severity.CAUTION, Severity.INFO)
FAINT = replace(
    CLEAN,
    speech=replace(CLEAN.speech, level_dbov=-30.0),
    speech_above_rumble_dbov=-30.0,
)
EARLY = VoiceActivity(fraction=0.2, first_s=0.1, last_s=1.9)


def test_who_speaks_too_early_is_told_that_first_and_alone() -> None:
    noise = replace(CLEAN.noise, unweighted_dbov=-40.0, a_weighted_dbfs=-40.0, spread_db=30.0)
    outcome = judged(noise=noise, quiet_voice=EARLY)
    found = only(outcome)
    assert (found.code, found.severity) == ("spoke-too-early", Severity.CAUTION)
    assert (found.value, found.limit) == (0.2, 0.2)
    unsteady = replace(CLEAN.noise, spread_db=3.0)
    harmless = only(judged(quiet_voice=EARLY, noise=unsteady))
    assert (harmless.code, harmless.severity) == ("spoke-too-early", Severity.INFO)
    word = replace(EARLY, fraction=0.19)
    assert judged(quiet_voice=word, noise=unsteady).findings == ()
    steady = replace(CLEAN.noise, spread_db=2.9)
    assert judged(quiet_voice=EARLY, noise=steady).findings == ()
    heard = replace(CLEAN, quiet_voice=EARLY, noise=unsteady)
    assert judge_recording(heard, NEED, {}, detector="energy").findings == ()


def test_noise_that_is_hum_is_not_laid_to_fans() -> None:
    noise = replace(CLEAN.noise, unweighted_dbov=-40.0, a_weighted_dbfs=-40.0)
    hum = Hum(level_dbfs=-43, mains_hz=50, harmonics=(1, 2))
    found = {one.code: one for one in judged(noise=noise, hum=hum).findings}
    assert set(found) == {"snr-low", "noise-high", "mains-hum"}
    assert [one.severity for one in found.values()] == sorted(
        (one.severity for one in found.values()), key=WORST_FIRST.index
    )
    quiet_hum = replace(hum, level_dbfs=-52)
    at_night = replace(noise, unweighted_dbov=-49.0, a_weighted_dbfs=-70.0)
    equals = judged(clean=FAINT, noise=at_night, hum=quiet_hum).findings
    assert [one.code for one in equals] == ["mains-hum", "snr-low"]
    for code in ("snr-low", "noise-high"):
        assert "Most of it is hum" in found[code].action
    faint = replace(hum, level_dbfs=-43.1)
    by_fans = {one.code: one for one in judged(noise=noise, hum=faint).findings}
    assert "switch off fans" in by_fans["noise-high"].action


def test_who_lowers_a_clipped_input_measures_again() -> None:
    flat = Clipping(events=30, full_scale_samples=0, pile_up_fraction=0.4, loud_samples=900)
    assert only(judged(clipping=flat)).action.endswith("Then measure again.")


def test_coarse_samples_are_said_to_be_so() -> None:
    outcome = judged(is_coarse=True)
    assert all(one.conditions["is_coarse"] is True for one in outcome.measurements)
    assert "coarse as of 8 bits" in scores(outcome, NEED)[3].sentence
    assert "is_coarse" not in conditions_of(judged(), "microphone.peak")


def test_every_fault_has_a_step_to_take() -> None:
    assert all(text.action for text in FINDINGS.values())
