"""Narrow bands, rooms that echo and noise gates: what is told of a voice that is not clear."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.analyses import (
    BLUETOOTH,
    FULL,
    NARROW,
    NEED,
    USB,
    WIDE,
    conditions_of,
    gaps,
    judged,
    only,
    value_of,
)
from workspace_assistant.core.readiness.limits import Floor
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice
from workspace_assistant.core.readiness.microphone.scores import scores
from workspace_assistant.core.readiness.model import Severity, Verdict
from workspace_assistant.core.readiness.verdict import check_verdict
from workspace_assistant.core.signal.dip import Dip
from workspace_assistant.core.signal.dropouts import Dropouts
from workspace_assistant.core.signal.gate import Gate
from workspace_assistant.core.signal.limits import GATE_DEPTH_DB
from workspace_assistant.core.signal.reverberation import Reverberation


def test_a_narrow_voice_is_a_note_where_nobody_asks_for_more() -> None:
    found = only(judged(audio_bandwidth=NARROW, device=USB))
    assert (found.code, found.severity, found.limit) == ("narrowband-voice", Severity.INFO, None)
    assert found.value == 4000
    assert judged(audio_bandwidth=WIDE, device=USB).findings == ()


def test_a_narrow_voice_is_called_as_clear_as_a_telephone_line() -> None:
    found = judged(audio_bandwidth=NARROW, device=USB)
    clear = next(one for one in scores(found, NEED) if one.id == "clear")
    assert (clear.verdict, clear.is_as_telephone) == (Verdict.READY, True)
    assert clear.sentence.startswith("Your voice is as clear as calls by telephone number carry it")
    assert "up to 4\u202fkHz are picked up, where at least 3\u202fkHz is good." in clear.sentence
    asked = replace(NEED, audio_bandwidth_hz=Floor(ready=7000, caution=3000))
    for need, band in ((asked, NARROW), (NEED, WIDE)):
        others = scores(judged(need, audio_bandwidth=band, device=USB), need)
        assert not any(one.is_as_telephone for one in others)


def test_a_profile_may_ask_for_a_wide_band() -> None:
    need = replace(NEED, audio_bandwidth_hz=Floor(ready=7000, caution=5000))
    found = only(judged(need, audio_bandwidth=NARROW))
    assert (found.code, found.severity, found.limit) == (
        "narrowband-voice",
        Severity.NOT_READY,
        5000,
    )
    assert "at least 7\u202fkHz is asked for" in found.message
    assert judged(need, audio_bandwidth=WIDE).findings == ()
    cause = only(judged(need, BLUETOOTH, audio_bandwidth=NARROW))
    assert (cause.code, cause.severity, cause.limit) == (
        "hands-free-suspected",
        Severity.NOT_READY,
        5000,
    )
    wider = replace(NEED, audio_bandwidth_hz=Floor(ready=10_000, caution=3000))
    for band in (NARROW, WIDE):
        found = only(judged(wider, BLUETOOTH, audio_bandwidth=band))
        assert (found.code, found.severity) == ("hands-free-suspected", Severity.CAUTION)


@pytest.mark.parametrize(
    ("device", "is_suspected"),
    [
        (BLUETOOTH, True),
        (replace(BLUETOOTH, is_hands_free=False), False),
        (replace(USB, name="Headset (WH-1000 Hands-Free AG Audio)", sample_rate_hz=16_000), True),
        (replace(USB, name="Headset (WH-1000 Hands-Free AG Audio)", sample_rate_hz=48_000), False),
        (replace(USB, sample_rate_hz=16_000), False),
        (replace(USB, is_hands_free=True), True),
        (None, False),
    ],
)
def test_hands_free_is_suspected_by_what_the_system_says(
    device: MicrophoneDevice | None, *, is_suspected: bool
) -> None:
    outcome = judged(audio_bandwidth=WIDE, device=device)
    assert [one.code for one in outcome.findings] == ["hands-free-suspected"] * is_suspected
    assert judged(audio_bandwidth=FULL, device=device).findings == ()


def test_hands_free_weighs_where_it_is_narrow_and_says_when_it_is_sure() -> None:
    suspected = only(judged(audio_bandwidth=NARROW, device=BLUETOOTH))
    assert suspected.severity is Severity.CAUTION
    assert "seems to be" in suspected.message
    assert "Switch the headset from hands-free" in suspected.action
    sure = only(judged(audio_bandwidth=WIDE, device=replace(BLUETOOTH, is_hands_free=True)))
    assert sure.severity is Severity.INFO
    assert "is in hands-free mode" in sure.message
    maybe = only(judged(audio_bandwidth=WIDE, device=BLUETOOTH))
    assert "seems to be" in maybe.message
    for wide in (sure, maybe):
        assert "mSBC" not in wide.action
        assert "widest that hands-free mode carries" in wide.action
    assert "mSBC" in suspected.action


@pytest.mark.parametrize(
    ("decay_s", "uncertainty_s", "severity"),
    [
        (0.4, 0.1, None),
        (0.7, 0.2, None),
        (1.4, 0.2, Severity.CAUTION),
        (3.0, 0.2, Severity.NOT_READY),
    ],
)
def test_room_echo_less_its_uncertainty_is_judged(
    decay_s: float, uncertainty_s: float, severity: Severity | None
) -> None:
    outcome = judged(echo=Reverberation(decay_s=decay_s, uncertainty_s=uncertainty_s, decays=5))
    assert value_of(outcome, "microphone.reverberation") == decay_s
    told = conditions_of(outcome, "microphone.reverberation")
    assert (told["uncertainty_s"], told["word_endings"]) == (uncertainty_s, 5)
    assert [(one.code, one.severity) for one in outcome.findings] == (
        [] if severity is None else [("room-echo", severity)]
    )


def test_a_gate_between_words_is_told() -> None:
    found = only(judged(gate=Gate(silent_fraction=0.8, depth_db=None, pauses=3)))
    assert (found.code, found.severity) == ("noise-gate", Severity.INFO)
    assert "Between words" in found.message
    assert judged(gate=Gate(silent_fraction=0.1, depth_db=None, pauses=3)).findings == ()
    assert judged(gate=Gate(silent_fraction=0.8, depth_db=None, pauses=2)).findings == ()


def test_noise_that_hides_in_pauses_is_told_by_how_much() -> None:
    found = only(judged(gate=Gate(silent_fraction=0, depth_db=30.04)))
    assert (found.code, found.value, found.limit) == ("noise-gate", 30.0, GATE_DEPTH_DB)
    assert "30\u202fdB less noise" in found.message
    assert judged(gate=Gate(silent_fraction=0, depth_db=19)).findings == ()


def test_what_a_gate_hides_is_not_measured() -> None:
    hall = Reverberation(decay_s=2.5, uncertainty_s=0.1, decays=6)
    outcome = judged(gate=Gate(silent_fraction=0, depth_db=26), echo=hall, audio_bandwidth=FULL)
    assert only(outcome).code == "noise-gate"
    assert gaps(outcome)["microphone.snr"] == "gated"
    assert gaps(outcome)["microphone.reverberation"] == "gated"
    assert check_verdict(outcome) is Verdict.READY
    quiet = next(one for one in scores(outcome, NEED) if one.id == "quiet-room")
    assert "stands above the noise was not measured." in quiet.sentence
    shallow = judged(gate=Gate(silent_fraction=0, depth_db=16.04))
    assert conditions_of(shallow, "microphone.snr")["gate_depth_db"] == 16


FILLED = Dip(dip_db=20.0, above_quiet_db=25.0)


@pytest.mark.parametrize(
    ("parts", "is_told"),
    [
        ({"dip": FILLED}, True),
        ({"dip": replace(FILLED, dip_db=20.1)}, False),
        ({"dip": replace(FILLED, above_quiet_db=24.9)}, False),
        ({"dip": FILLED, "echo": Reverberation(decay_s=0.4, uncertainty_s=0, decays=6)}, False),
        ({"dip": FILLED, "gate": Gate(silent_fraction=0, depth_db=26)}, False),
        ({"dip": None}, False),
    ],
)
def test_gaps_that_are_filled_are_told_without_seconds(
    parts: dict[str, object], *, is_told: bool
) -> None:
    outcome = judged(audio_bandwidth=FULL, **parts)
    found = [one for one in outcome.findings if one.code == "room-echo"]
    assert [(one.severity, one.value) for one in found] == [(Severity.CAUTION, None)] * is_told
    clear = next(one for one in scores(outcome, NEED) if one.id == "clear")
    assert ("never gets quiet, though the room is" in clear.sentence) is is_told
    is_measured = value_of(outcome, "microphone.reverberation") is not None
    assert ("The echo was not measured." in clear.sentence) is not is_measured


def test_a_short_echo_is_told_as_at_most_what_can_be_told() -> None:
    echo = Reverberation(decay_s=0.12, uncertainty_s=0.12, decays=6)
    outcome = judged(audio_bandwidth=FULL, echo=echo)
    assert value_of(outcome, "microphone.reverberation") == 0.4
    assert conditions_of(outcome, "microphone.reverberation")["at_most"] is True
    clear = next(one for one in scores(outcome, NEED) if one.id == "clear")
    assert "Words ring on for 0.4\u202fs at most" in clear.sentence


def test_a_gate_makes_gaps_that_are_no_dropouts() -> None:
    gaps_only = Dropouts(zero_runs=9, splices=0, repeats=0, at_s=tuple(map(float, range(9))))
    outcome = judged(dropouts=gaps_only, gate=Gate(silent_fraction=0.9, depth_db=80, pauses=9))
    assert value_of(outcome, "microphone.dropouts") == 0
    assert [one.code for one in outcome.findings] == ["noise-gate"]


def test_a_microphone_that_goes_dead_is_no_gate() -> None:
    dead = Dropouts(
        zero_runs=1, splices=0, repeats=0, at_s=(4.0,), longest_silence_s=3.0, silent_from_s=4.0
    )
    gone = Gate(silent_fraction=0.6, depth_db=0.0, pauses=1)
    outcome = judged(dropouts=dead, gate=gone)
    found = only(outcome)
    assert (found.code, found.severity) == ("went-silent", Severity.NOT_READY)
    assert "silent 4\u202fs into the recording, for 3\u202fs: it was muted" in found.message
    assert value_of(outcome, "microphone.dropouts") == 1
    hiccup = replace(dead, longest_silence_s=0.9)
    assert only(judged(dropouts=hiccup, gate=gone)).code == "dropouts"
    many = Gate(silent_fraction=0.6, depth_db=0.0, pauses=4)
    assert only(judged(dropouts=dead, gate=many)).code == "noise-gate"
