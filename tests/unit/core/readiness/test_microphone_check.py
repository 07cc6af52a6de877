"""The microphone check on scripted recordings: verdict, numbers, findings and gaps."""

import subprocess
import sys
from collections.abc import Callable

import numpy as np
import pytest

from tests.fakes.scripted_microphone import HEADSET, ScriptedMicrophone
from tests.fakes.sounds import spoken_recording, white_noise
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress
from workspace_assistant.core.readiness.microphone.check import (
    check_microphone,
    check_recording,
)
from workspace_assistant.core.readiness.microphone.device_texts import UNAVAILABLE
from workspace_assistant.core.readiness.microphone.model import (
    LevelReading,
)
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)
from workspace_assistant.core.readiness.microphone.texts import STAGE_QUIET, STAGE_SPEECH
from workspace_assistant.core.readiness.model import (
    Outcome,
    Severity,
    Verdict,
)
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.verdict import check_verdict

RATE_HZ = 16_000
REQUEST = CheckRequest(profile=WorkplaceProfile(name="test"))
NEED = REQUEST.profile.microphone


def quiet_context() -> JobContext:
    return JobContext(on_progress=lambda _progress: None)


def outcome_of(samples: np.ndarray, quiet_s: float = 2) -> Outcome:
    return check_recording(samples, RATE_HZ, quiet_s, NEED)


def codes(outcome: Outcome) -> set[str]:
    return {finding.code for finding in outcome.findings}


def values(outcome: Outcome) -> dict[str, object]:
    return {measurement.id: measurement.value for measurement in outcome.measurements}


def gaps(outcome: Outcome) -> dict[str, str]:
    return {gap.id: gap.reason for gap in outcome.not_measured}


SPOKEN = {f"microphone.{name}" for name in ("active_speech_level", "speech_activity", "snr")}


def test_a_good_microphone_is_ready_and_says_everything() -> None:
    outcome = check_microphone(
        ScriptedMicrophone(samples=spoken_recording()), REQUEST, quiet_context()
    )
    assert check_verdict(outcome) is Verdict.READY
    assert outcome.findings == ()
    assert gaps(outcome).get("microphone.hum") == "no-hum"
    assert not SPOKEN & gaps(outcome).keys()
    found = {m.id: (m.value, m.unit) for m in outcome.measurements}
    assert found["microphone.active_speech_level"] == (pytest.approx(-24, abs=0.3), "dBov")
    assert found["microphone.snr"] == (pytest.approx(46, abs=0.4), "dB")
    assert found["microphone.noise_floor"][1] == "dBFS(A)"
    assert found["microphone.peak"][1] == "dBFS"
    assert found["microphone.clipping_events"] == (0, "count")
    assert found["microphone.dc_offset"] == (pytest.approx(0, abs=1e-4), "fraction")
    assert found["microphone.speech_activity"] == (pytest.approx(1, abs=0.1), "fraction")
    assert dict(outcome.measurements[0].conditions) == {
        "device": HEADSET.name,
        "sample_rate_hz": RATE_HZ,
        "channel": 1,
        "channels": 1,
        "quiet_s": 2,
        "speech_s": 5,
    }


def test_file_and_live_recording_give_the_same_numbers() -> None:
    samples = spoken_recording().astype(np.float32)
    live = check_microphone(ScriptedMicrophone(samples=samples), REQUEST, quiet_context())
    assert values(live) == values(outcome_of(samples))


def test_the_quick_check_takes_four_seconds_of_sound() -> None:
    request = CheckRequest(profile=REQUEST.profile, quick=True)
    samples = spoken_recording(quiet_s=1, speech_s=3)
    outcome = check_microphone(ScriptedMicrophone(samples=samples), request, quiet_context())
    assert check_verdict(outcome) is Verdict.READY
    assert outcome.measurements[0].conditions["quiet_s"] == 1
    assert outcome.measurements[0].conditions["speech_s"] == 3


def test_progress_tells_the_phases_with_levels_and_a_countdown() -> None:
    told: list[Progress] = []
    microphone = ScriptedMicrophone(samples=spoken_recording())
    check_microphone(microphone, REQUEST, JobContext(on_progress=told.append))
    readings = [p.reading for p in told if isinstance(p.reading, LevelReading)]
    stages = {p.reading.phase: p.stage for p in told if isinstance(p.reading, LevelReading)}
    assert stages == {"quiet": STAGE_QUIET, "speech": STAGE_SPEECH}
    quiet = [r for r in readings if r.phase == "quiet"]
    speech = [r for r in readings if r.phase == "speech"]
    assert quiet[0].remaining_s == pytest.approx(1.9)
    assert speech[-1].remaining_s == 0
    assert max(r.rms_dbfs for r in quiet) < -60 < -40 < max(r.rms_dbfs for r in speech)
    assert all(r.rms_dbfs <= r.peak_dbfs for r in readings)
    fractions = [p.fraction for p in told if p.fraction is not None]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1


def test_a_cancelled_check_stops() -> None:
    ctx = quiet_context()
    ctx.cancel()
    with pytest.raises(JobCancelledError):
        check_microphone(ScriptedMicrophone(samples=spoken_recording()), REQUEST, ctx)


@pytest.mark.parametrize("reason", list(Unavailable))
def test_an_unavailable_microphone_is_not_tested_and_says_what_to_do(reason: Unavailable) -> None:
    microphone = ScriptedMicrophone(
        samples=spoken_recording(), error=MicrophoneUnavailableError(reason, "ALSA said so")
    )
    outcome = check_microphone(microphone, REQUEST, quiet_context())
    assert check_verdict(outcome) is Verdict.NOT_TESTED
    (gap,) = outcome.not_measured
    assert (gap.id, gap.reason) == ("microphone", reason.value)
    assert gap.detail == UNAVAILABLE[reason]
    assert outcome.measurements == outcome.findings == ()


SPOILED: dict[str, tuple[Callable[[], np.ndarray], set[str], Verdict]] = {
    "a little too quiet": (
        lambda: spoken_recording(speech_dbov=-38, noise_dbov=-90),
        {"speech-too-quiet"},
        Verdict.CAUTION,
    ),
    "far too quiet": (
        lambda: spoken_recording(speech_dbov=-50, noise_dbov=-90),
        {"speech-too-quiet"},
        Verdict.NOT_READY,
    ),
    "some noise": (
        lambda: spoken_recording(speech_dbov=-24, noise_dbov=-44),
        {"snr-low", "noise-high"},
        Verdict.CAUTION,
    ),
    "much noise": (
        lambda: spoken_recording(speech_dbov=-20, noise_dbov=-32),
        {"snr-low", "noise-high"},
        Verdict.NOT_READY,
    ),
    "shifted": (lambda: spoken_recording() + 0.05, {"dc-offset"}, Verdict.CAUTION),
    "clipped": (
        lambda: np.clip(spoken_recording(speech_dbov=-20), -0.2, 0.2),
        {"clipping"},
        Verdict.NOT_READY,
    ),
    "at full scale": (
        lambda: np.clip(spoken_recording(speech_dbov=-12) * 2, -1, 1),
        {"clipping", "speech-too-loud"},
        Verdict.NOT_READY,
    ),
    "muted": (lambda: np.zeros((7 * RATE_HZ, 1)), {"microphone-muted"}, Verdict.NOT_READY),
    "nobody speaks": (
        lambda: white_noise(-60, 7, RATE_HZ)[:, None],
        {"no-speech-heard"},
        Verdict.NOT_TESTED,
    ),
}


@pytest.mark.parametrize("name", SPOILED)
def test_what_is_wrong_is_found(name: str) -> None:
    make, expected, verdict = SPOILED[name]
    outcome = outcome_of(make())
    assert codes(outcome) == expected
    assert check_verdict(outcome) is verdict


def test_findings_name_number_limit_and_next_step() -> None:
    (finding,) = outcome_of(spoken_recording(speech_dbov=-39.5, noise_dbov=-90)).findings
    assert finding.measurement == "microphone.active_speech_level"
    assert finding.value == pytest.approx(-39.5, abs=0.3)
    assert finding.limit == -34
    assert "about 6\u202fdB" in finding.action
    assert "at least \u221234\u202fdBov is good" in finding.message


@pytest.mark.parametrize(
    ("speech_dbov", "noise_dbov", "code", "limit", "goal"),
    [
        (-8, -70, "speech-too-loud", -12, "at most \u221212\u202fdBov is good"),
        (-3, -70, "speech-too-loud", -6, "at most \u221212\u202fdBov is good"),
        (-50, -90, "speech-too-quiet", -42, "at least \u221234\u202fdBov is good"),
        (-12.5, -33, "noise-high", -35, "at most \u221245\u202fdBFS(A) is good"),
        (-24, -36, "snr-low", 15, "at least 25\u202fdB is good"),
    ],
)
def test_a_sentence_names_the_goal_and_the_finding_the_broken_bound(
    speech_dbov: float, noise_dbov: float, code: str, limit: float, goal: str
) -> None:
    outcome = outcome_of(spoken_recording(speech_dbov=speech_dbov, noise_dbov=noise_dbov))
    (finding,) = (finding for finding in outcome.findings if finding.code == code)
    assert finding.limit == limit
    assert goal in finding.message


@pytest.mark.parametrize(
    ("gain_db", "words"),
    [
        (-0.8, "The speaking part is no louder than the quiet part"),
        (0.0, "The speaking part is no louder than the quiet part"),
        (2.0, "The speaking part is only 2"),
    ],
)
def test_speech_as_faint_as_the_room_is_told_so(gain_db: float, words: str) -> None:
    samples = np.tile(white_noise(-60, 1, RATE_HZ), 7)[:, None]
    samples[2 * RATE_HZ :] *= 10 ** (gain_db / 20)
    (finding,) = outcome_of(samples).findings
    assert finding.code == "no-speech-heard"
    assert words in finding.message
    assert "only \u2212" not in finding.message


def test_findings_write_the_true_minus() -> None:
    outcome = outcome_of(spoken_recording(speech_dbov=-50, noise_dbov=-34) - 0.02)
    written = [text for f in outcome.findings for text in f.parameters.values()]
    assert any("\u2212" in text for text in written)
    assert not any("-" in text for text in written)


def test_speech_that_does_not_stand_out_has_no_level() -> None:
    outcome = outcome_of(white_noise(-60, 7, RATE_HZ)[:, None])
    assert {key for key, reason in gaps(outcome).items() if reason == "no-speech"} == {
        *SPOKEN,
        "microphone.audio_bandwidth",
        "microphone.reverberation",
    }
    assert values(outcome)["microphone.noise_floor"] == pytest.approx(-60.5, abs=1.5)


def test_a_muted_microphone_publishes_no_levels() -> None:
    outcome = outcome_of(np.zeros((7 * RATE_HZ, 1)))
    assert values(outcome) == {"microphone.constant_samples": 1}
    assert set(gaps(outcome).values()) == {"digital-silence"}


def test_a_microphone_muted_while_speaking_is_muted() -> None:
    samples = spoken_recording()
    samples[2 * RATE_HZ :] = 0
    assert codes(outcome_of(samples)) == {"microphone-muted"}


def test_a_noise_gate_is_told_and_does_not_make_the_check_untested() -> None:
    samples = spoken_recording()
    samples[: 2 * RATE_HZ] = 0
    outcome = outcome_of(samples)
    assert codes(outcome) == {"noise-gate"}
    assert check_verdict(outcome) is Verdict.READY
    assert gaps(outcome).items() >= {
        ("microphone.noise_floor", "no-noise"),
        ("microphone.snr", "no-noise"),
        ("microphone.hum", "no-noise-to-look-at"),
    }


def test_without_a_quiet_part_the_check_is_not_tested() -> None:
    outcome = outcome_of(spoken_recording(), quiet_s=0)
    assert check_verdict(outcome) is Verdict.NOT_TESTED
    assert gaps(outcome)["microphone.snr"] == "quiet-part-too-short"
    assert "microphone.active_speech_level" in values(outcome)


def test_a_recording_that_is_too_short_is_not_tested() -> None:
    outcome = outcome_of(spoken_recording()[: round(2.5 * RATE_HZ)])
    assert check_verdict(outcome) is Verdict.NOT_TESTED
    assert gaps(outcome)["microphone.active_speech_level"] == "speech-too-short"


def test_isolated_samples_at_full_scale_are_clipping_without_flat_tops() -> None:
    samples = spoken_recording()
    samples[3 * RATE_HZ : 3 * RATE_HZ + 21 * 100 : 100] = 1
    (finding,) = outcome_of(samples).findings
    assert (finding.code, finding.measurement) == ("clipping", "microphone.full_scale_samples")
    assert (finding.value, finding.limit) == (21, 20)


def test_sound_outside_the_method_is_not_guessed() -> None:
    outcome = outcome_of(spoken_recording(speech_dbov=-95, noise_dbov=-110))
    assert gaps(outcome)["microphone.active_speech_level"] == "outside-range"


def test_talking_in_the_quiet_part_is_told() -> None:
    samples = spoken_recording(noise_dbov=-80)
    samples[: RATE_HZ // 2] = samples[-RATE_HZ // 2 :]
    assert "noise-unsteady" in codes(outcome_of(samples))


def test_talking_all_through_the_quiet_part_is_no_verdict_about_the_room() -> None:
    samples = spoken_recording(noise_dbov=-80)
    samples[: 2 * RATE_HZ] = samples[-2 * RATE_HZ :]
    samples[: RATE_HZ // 2] *= 0.001
    outcome = outcome_of(samples)
    assert "noise-unsteady" in codes(outcome)
    assert {finding.severity for finding in outcome.findings} <= {Severity.INFO, Severity.CAUTION}
    assert check_verdict(outcome) is not Verdict.NOT_READY


def test_lost_input_is_told() -> None:
    microphone = ScriptedMicrophone(samples=spoken_recording(), overflows=3)
    outcome = check_microphone(microphone, REQUEST, quiet_context())
    assert codes(outcome) == {"input-lost"}
    assert check_verdict(outcome) is Verdict.READY


def test_the_window_can_import_the_check_without_loading_numpy() -> None:
    package = "workspace_assistant.core.readiness.microphone"
    modules = ("check", "comparison", "model", "ports", "progress", "scores", "sentences")
    names = [f"{package}.{module}" for module in modules]
    names += [
        "workspace_assistant.core.signal.meter",
        "workspace_assistant.adapters.audio.portaudio_microphone",
        "workspace_assistant.adapters.audio.wav_file",
    ]
    dear = "{'numpy', 'sounddevice', 'soundfile'}"
    script = f"import sys, {', '.join(names)}; print(sorted({dear} & set(sys.modules)))"
    command = [sys.executable, "-c", script]
    assert subprocess.run(command, capture_output=True, check=True, text=True).stdout == "[]\n"
