"""A voice against one's own usual one, microphones against each other, and sentences to read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workspace_assistant.core.readiness.microphone.baseline import (
    Usual,
    unusual_findings,
    usual,
)
from workspace_assistant.core.readiness.microphone.comparison import Candidate, compare
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice
from workspace_assistant.core.readiness.microphone.sentences import SENTENCES, sentence
from workspace_assistant.core.readiness.microphone.texts import STAGE_SPEECH
from workspace_assistant.core.readiness.model import (
    CheckResult,
    Finding,
    Measurement,
    Outcome,
    ReadinessReport,
    Severity,
    Verdict,
)

AT = datetime(2026, 11, 22, 8, tzinfo=UTC)


def level(dbov: float | bool, device: str = "Headset") -> Measurement:
    return Measurement(
        id="microphone.active_speech_level",
        value=dbov,
        unit="dBov",
        conditions={"device": device},
    )


def report(*measurements: Measurement) -> ReadinessReport:
    check = CheckResult(
        id="microphone",
        required=True,
        verdict=Verdict.READY,
        duration_s=7,
        measurements=measurements,
    )
    return ReadinessReport(
        id="r",
        app_version="0",
        started_at=AT,
        finished_at=AT,
        time_zone="UTC",
        profile_name="p",
        profile_digest="",
        verdict=Verdict.READY,
        bytes_used=0,
        checks=(check,),
    )


def test_usual_is_the_median_of_the_same_microphone() -> None:
    reports = [report(level(dbov)) for dbov in (-20, -22, -40, -24)]
    reports += [report(level(-5, "Webcam")), report(level(True)), report()]
    assert usual(reports, "Headset") == Usual(level_dbov=-23, count=4)


@pytest.mark.parametrize("device", ["Webcam", ""])
def test_fewer_than_three_recordings_are_no_usual(device: str) -> None:
    reports = [
        report(level(-20)),
        report(level(-20)),
        report(level(-20)),
        report(level(-5, device)),
    ]
    assert usual(reports, device) is None


@pytest.mark.parametrize(("dbov", "is_told"), [(-28.0, False), (-29.0, True), (-10.0, False)])
def test_six_decibels_less_than_usual_are_told(dbov: float, *, is_told: bool) -> None:
    found = unusual_findings(Outcome(measurements=(level(dbov),)), Usual(level_dbov=-23, count=4))
    assert [one.code for one in found] == ["quieter-than-usual"] * is_told


def test_the_note_says_by_how_much_and_changes_no_verdict() -> None:
    own = Usual(level_dbov=-23, count=4)
    (found,) = unusual_findings(Outcome(measurements=(level(-29.2),)), own)
    assert found.severity is Severity.INFO
    assert "6\u202fdB quieter than your usual \u221223\u202fdBov" in found.message
    assert "4 checks" in found.message
    assert (found.value, found.limit) == (-29.2, -29)


@pytest.mark.parametrize("code", ["speech-too-loud", "clipping", "no-voice-recognized"])
def test_whoever_lowered_the_input_as_advised_is_not_told_of_it(code: str) -> None:
    loud = report(level(-8))
    (check,) = loud.checks
    advised = replace(loud, checks=(replace(check, findings=(a_finding(code),)),))
    assert usual([advised] * 5, "Headset") is None
    assert usual([advised, *[report(level(-20))] * 3], "Headset") == Usual(level_dbov=-20, count=3)


def test_what_is_no_voice_is_neither_unusual_nor_recommended() -> None:
    fan = Outcome(measurements=(level(-50),), findings=(a_finding("no-voice-recognized"),))
    assert unusual_findings(fan, Usual(level_dbov=-23, count=4)) == ()
    assert compare([Candidate(device=MicrophoneDevice(id="f", name="F"), outcome=fan)]).best is None


def test_without_a_level_or_a_usual_there_is_nothing_to_compare() -> None:
    assert unusual_findings(Outcome(), Usual(level_dbov=-23, count=4)) == ()
    assert unusual_findings(Outcome(measurements=(level(-50),)), None) == ()


def a_finding(
    code: str, severity: Severity = Severity.CAUTION, message: str = "It is so."
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        measurement="",
        value=None,
        limit=None,
        message=message,
        action="",
    )


def candidate(
    name: str,
    *,
    snr_db: float | None = 30,
    band_hz: float | None = None,
    level_dbov: float | None = -24,
    severity: Severity | None = None,
    floor_dbfs: float | None = None,
    depth_db: float | None = None,
) -> Candidate:
    conditions = {} if depth_db is None else {"gate_depth_db": depth_db}
    numbers = {
        "microphone.snr": snr_db,
        "microphone.noise_floor": floor_dbfs,
        "microphone.audio_bandwidth": band_hz,
        "microphone.active_speech_level": level_dbov,
    }
    measurements = tuple(
        Measurement(id=key, value=value, unit="", conditions=conditions)
        for key, value in numbers.items()
        if value
    )
    found = a_finding("x", severity or Severity.INFO)
    outcome = Outcome(measurements=measurements, findings=(found,))
    return Candidate(device=MicrophoneDevice(id=name, name=name), outcome=outcome)


def test_less_noise_under_the_voice_wins() -> None:
    comparison = compare([candidate("Webcam", snr_db=22), candidate("Headset", snr_db=31)])
    assert comparison.best is not None
    assert comparison.best.name == "Headset"
    assert [one.device.name for one in comparison.candidates] == ["Headset", "Webcam"]
    assert comparison.sentence == (
        "Use “Headset”: 9\u202fdB less noise in pauses, against your voice, than with “Webcam”."
    )


@pytest.mark.parametrize("gated", [{"depth_db": 15.1}, {"floor_dbfs": -85.1}, {"snr_db": None}])
def test_a_gate_is_no_advantage(gated: dict[str, float | None]) -> None:
    silent = candidate("Gated", **{"snr_db": 58, **gated})
    comparison = compare([candidate("Open", snr_db=35, floor_dbfs=-60, depth_db=3), silent])
    assert [one.device.name for one in comparison.candidates] == ["Open", "Gated"]
    assert "are alike" in comparison.sentence
    fair = candidate("Quieter", snr_db=58, floor_dbfs=-85, depth_db=15)
    assert compare([candidate("Open"), fair]).sentence.startswith("Use “Quieter”")


def test_a_better_verdict_wins_over_less_noise() -> None:
    quiet = candidate("Quiet", snr_db=40, severity=Severity.NOT_READY)
    comparison = compare([quiet, candidate("Ready", snr_db=30)])
    assert comparison.best is not None
    assert comparison.best.name == "Ready"
    assert comparison.sentence == (
        "Use “Ready”: callers hear you well with it. With “Quiet” this was found: It is so."
    )


def test_the_lesser_trouble_wins_and_the_greater_is_told() -> None:
    worse = candidate("Worse", severity=Severity.NOT_READY)
    note = a_finding("note", Severity.INFO, "A note.")
    worse = replace(worse, outcome=replace(worse.outcome, findings=(note, *worse.outcome.findings)))
    fair = candidate("Fair", severity=Severity.CAUTION)
    assert compare([worse, fair]).sentence == (
        "Use “Fair”: what was found with it weighs less. With “Worse” it was this: It is so."
    )


def test_a_microphone_that_was_measured_in_full_wins() -> None:
    known, half = candidate("Known", snr_db=None), candidate("Half", snr_db=None)
    half = replace(half, outcome=replace(half.outcome, essential=frozenset({"microphone.snr"})))
    assert compare([half, known]).sentence == "Use “Known”: “Half” could not be measured in full."


def test_a_wider_band_decides_between_equals() -> None:
    comparison = compare([candidate("Bluetooth", band_hz=4000), candidate("Cable", band_hz=16_000)])
    assert comparison.sentence == (
        "Use “Cable”: it hears tones up to 16\u202fkHz, “Bluetooth” only up to 4\u202fkHz."
    )


@pytest.mark.parametrize("band_hz", [None, 16_000])
def test_two_that_are_alike_are_called_so(band_hz: float | None) -> None:
    pair = [candidate("A", snr_db=30, band_hz=band_hz), candidate("B", snr_db=32, band_hz=band_hz)]
    assert "are alike" in compare(pair).sentence


def test_what_could_not_be_measured_is_not_recommended() -> None:
    broken = candidate("Broken", snr_db=None, level_dbov=None)
    only_one = compare([broken, candidate("Headset")])
    assert only_one.sentence == "“Headset” is the only microphone that heard your voice."
    assert only_one.candidates[-1].verdict is Verdict.NOT_TESTED
    nothing = compare([broken])
    assert (nothing.best, nothing.sentence) == (None, "No microphone heard a voice.")
    assert compare([]).best is None


def test_a_microphone_without_noise_to_compare_by_is_compared_by_verdict() -> None:
    gated = candidate("Gated", snr_db=None, band_hz=8000)
    assert "are alike" in compare([gated, candidate("Other", snr_db=None, band_hz=8000)]).sentence


def test_sentences_are_counted_round_and_say_something_each() -> None:
    assert [sentence(index) for index in range(len(SENTENCES) + 1)] == [*SENTENCES, SENTENCES[0]]
    assert SENTENCES[0] in STAGE_SPEECH
    for text in SENTENCES:
        letters = {letter for letter in text.lower() if letter.isalpha()}
        assert len(letters) >= 20
        assert 16 <= len(text.split()) <= 24


def test_a_usual_needs_no_other_check() -> None:
    other = replace(report(level(-20)).checks[0], id="computer", measurements=())
    assert usual([replace(report(level(-20)), checks=(other,))] * 3, "Headset") is None
