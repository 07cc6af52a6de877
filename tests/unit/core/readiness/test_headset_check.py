"""The headset check: what the system says, what leaks, and what the user heard."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.scripted_headset import EARPIECE, FACTS, MICROPHONE, ScriptedHeadset
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress
from workspace_assistant.core.readiness.headset.check import check_headset
from workspace_assistant.core.readiness.headset.model import HeadsetFacts
from workspace_assistant.core.readiness.headset.texts import (
    NOT_PLAYABLE,
    STAGE_LOOKING,
    STAGE_TONE,
)
from workspace_assistant.core.readiness.limits import Ceiling
from workspace_assistant.core.readiness.microphone.device_texts import UNAVAILABLE
from workspace_assistant.core.readiness.microphone.model import Connection
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    NotPlayable,
    PlaybackUnavailableError,
    Unavailable,
)
from workspace_assistant.core.readiness.model import Finding, Outcome, Severity, Verdict
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import (
    CONNECTIONS,
    HeadsetRequirement,
    WorkplaceProfile,
)
from workspace_assistant.core.readiness.verdict import check_verdict

PROFILE = WorkplaceProfile(name="test")
SILENT = CheckRequest(profile=PROFILE)
ALOUD = CheckRequest(profile=PROFILE, play_sounds=True, heard=True, playback="ear")


def outcome_of(headset: ScriptedHeadset, request: CheckRequest = SILENT) -> Outcome:
    return check_headset(headset, request, JobContext(on_progress=lambda _progress: None))


def findings(facts: HeadsetFacts, need: HeadsetRequirement | None = None) -> dict[str, Finding]:
    profile = replace(PROFILE, headset=need or HeadsetRequirement())
    outcome = outcome_of(ScriptedHeadset(known=facts), CheckRequest(profile=profile))
    return {found.code: found for found in outcome.findings}


def gaps(outcome: Outcome) -> dict[str, str]:
    return {gap.id: gap.reason for gap in outcome.not_measured}


def test_a_check_makes_no_sound_unless_asked() -> None:
    headset = ScriptedHeadset()
    outcome = outcome_of(headset)
    assert headset.played == []
    assert check_verdict(outcome) is Verdict.READY
    (connection,) = outcome.measurements
    assert (connection.id, connection.value, connection.unit) == (
        "headset.connection",
        "usb",
        "text",
    )
    assert dict(connection.conditions) == {
        "device": "Test Headset",
        "playback": "Test Headset Stereo",
        "playback_connection": "usb",
        "input_volume_db": -3,
        "output_volume_db": -10,
        "same_device": True,
    }
    assert gaps(outcome) == {"headset.leak": "not-asked", "headset.playback_confirmed": "not-asked"}


@pytest.mark.parametrize(
    ("leak_db", "severity"), [(-45, None), (-30, Severity.CAUTION), (-12, Severity.NOT_READY)]
)
def test_the_leak_is_what_comes_back_of_a_tone(leak_db: float, severity: Severity | None) -> None:
    headset = ScriptedHeadset(leak_db=leak_db)
    outcome = outcome_of(headset, ALOUD)
    assert headset.played == [("mic", "ear")]
    found = {one.id: one for one in outcome.measurements}
    leak = found["headset.leak"]
    assert leak.value == pytest.approx(leak_db, abs=1)
    assert (leak.unit, leak.conditions["relative"]) == ("dB", True)
    assert found["headset.playback_confirmed"].value is True
    weights = {one.code: one.severity for one in outcome.findings}
    assert weights == ({} if severity is None else {"earpiece-leaks": severity})
    assert gaps(outcome) == {}


def test_a_tone_that_was_played_quieter_counts_as_much_louder() -> None:
    outcome = outcome_of(ScriptedHeadset(leak_db=-50, played_quieter_db=11.0), ALOUD)
    (leak,) = (one for one in outcome.measurements if one.id == "headset.leak")
    assert leak.value == pytest.approx(-39, abs=1)
    assert leak.conditions["played_quieter_db"] == 11.0


def test_a_leak_says_that_it_is_relative() -> None:
    (found,) = outcome_of(ScriptedHeadset(leak_db=-25), ALOUD).findings
    assert found.limit == -35
    assert "relative figure" in found.message
    assert "at most \u221235\u202fdB is good" in found.message


def test_a_tone_that_comes_back_louder_is_no_earpiece_s() -> None:
    (found,) = outcome_of(ScriptedHeadset(leak_db=4), ALOUD).findings
    assert (found.code, found.severity) == ("earpiece-leaks", Severity.NOT_READY)
    assert found.message.startswith("The tone comes back 4\u202fdB louder than it was played")
    assert "stereo mix" in found.action
    amplified = ScriptedHeadset(leak_db=-7, played_quieter_db=11.0)
    assert "hears the earpiece: 4" in outcome_of(amplified, ALOUD).findings[0].message


@pytest.mark.parametrize(
    ("playback", "reason"), [("", "virtual-output"), ("other", "no-leak-found")]
)
def test_silence_of_a_virtual_output_tells_nothing(playback: str, reason: str) -> None:
    virtual = replace(FACTS, playback=replace(EARPIECE, connection=Connection.VIRTUAL))
    headset = ScriptedHeadset(known=virtual, leak_db=None)
    outcome = outcome_of(headset, replace(ALOUD, playback=playback))
    assert gaps(outcome) == {"headset.leak": reason}
    assert check_verdict(outcome) is Verdict.READY


def test_the_profile_sets_what_may_leak() -> None:
    need = HeadsetRequirement(leak_db=Ceiling(ready=-10, caution=-5))
    request = replace(ALOUD, profile=replace(PROFILE, headset=need))
    assert outcome_of(ScriptedHeadset(leak_db=-25), request).findings == ()


@pytest.mark.parametrize(
    ("headset", "reason"),
    [
        (ScriptedHeadset(leak_db=None), "no-leak-found"),
        (ScriptedHeadset(leak_db=None, noise_dbfs=None), "digital-silence"),
        (
            ScriptedHeadset(sound_error=MicrophoneUnavailableError(Unavailable.UNPLUGGED)),
            "unplugged",
        ),
        *(
            (ScriptedHeadset(sound_error=PlaybackUnavailableError(reason)), reason.value)
            for reason in NotPlayable
        ),
    ],
)
def test_a_tone_without_a_result_says_why(headset: ScriptedHeadset, reason: str) -> None:
    outcome = outcome_of(headset, replace(ALOUD, heard=None, is_word_played=True))
    assert gaps(outcome) == {
        "headset.leak": reason,
        "headset.playback_confirmed": "not-answered",
    }
    assert all(gap.detail.endswith(".") for gap in outcome.not_measured)
    is_harmless = reason == "no-leak-found"
    assert check_verdict(outcome) is (Verdict.READY if is_harmless else Verdict.NOT_TESTED)


def test_without_a_word_nobody_is_said_to_have_kept_silent() -> None:
    outcome = outcome_of(ScriptedHeadset(leak_db=-50), replace(ALOUD, heard=None))
    (gap,) = outcome.not_measured
    assert (gap.id, gap.reason) == ("headset.playback_confirmed", "no-word-played")
    assert "nobody was asked" in gap.detail


def test_every_reason_for_silence_has_words() -> None:
    assert set(NOT_PLAYABLE) == set(NotPlayable)
    error = PlaybackUnavailableError(NotPlayable.STOPPED, "ALSA said so")
    assert str(error) == "playback-stopped: ALSA said so"


def test_who_heard_nothing_is_not_ready() -> None:
    outcome = outcome_of(ScriptedHeadset(leak_db=-50), replace(ALOUD, heard=False))
    assert [(one.code, one.severity) for one in outcome.findings] == [
        ("sound-not-heard", Severity.NOT_READY)
    ]
    assert check_verdict(outcome) is Verdict.NOT_READY


def test_without_a_microphone_it_is_not_tested() -> None:
    error = MicrophoneUnavailableError(Unavailable.NO_DEVICE)
    outcome = outcome_of(ScriptedHeadset(facts_error=error), ALOUD)
    (gap,) = outcome.not_measured
    assert (gap.id, gap.reason) == ("headset", "no-device")
    assert gap.detail == UNAVAILABLE[Unavailable.NO_DEVICE]
    assert check_verdict(outcome) is Verdict.NOT_TESTED


def test_what_the_system_does_not_tell_is_held_against_nobody() -> None:
    unknown = HeadsetFacts(
        microphone=replace(MICROPHONE, connection=Connection.UNKNOWN, volume_db=None),
        playback=replace(EARPIECE, connection=Connection.UNKNOWN, volume_db=-float("inf")),
    )
    need = HeadsetRequirement(required=True, connections=("usb",))
    outcome = outcome_of(
        ScriptedHeadset(known=unknown), CheckRequest(profile=replace(PROFILE, headset=need))
    )
    assert outcome.findings == ()
    assert gaps(outcome)["headset.connection"] == "system-does-not-tell"
    assert check_verdict(outcome) is Verdict.NOT_TESTED


def test_conditions_hold_what_json_can() -> None:
    loud = replace(FACTS, playback=replace(EARPIECE, volume_db=-float("inf"), profile="a2dp"))
    (connection,) = outcome_of(ScriptedHeadset(known=loud)).measurements
    assert "output_volume_db" not in connection.conditions
    assert connection.conditions["profile"] == "a2dp"


def test_nothing_known_at_all_is_an_outcome() -> None:
    headset = ScriptedHeadset(known=HeadsetFacts())
    outcome = outcome_of(headset, replace(ALOUD, microphone="chosen"))
    assert headset.played == [("chosen", "ear")]
    assert next(one.code for one in outcome.findings) == "earpiece-missing"


SPOILED = {
    "system-mute": (replace(FACTS, microphone=replace(MICROPHONE, is_muted=True)), "not-ready"),
    "earpiece-muted": (replace(FACTS, playback=replace(EARPIECE, is_muted=True)), "caution"),
    "output-amplified": (replace(FACTS, playback=replace(EARPIECE, volume_db=11.0)), "caution"),
    "earpiece-missing": (replace(FACTS, playback=None), "caution"),
    "hands-free-mode": (
        replace(FACTS, microphone=replace(MICROPHONE, is_hands_free=True)),
        "caution",
    ),
    "other-microphone-default": (
        replace(FACTS, microphone=replace(MICROPHONE, is_default=False)),
        "info",
    ),
    "other-default-for-calls": (
        replace(FACTS, microphone=replace(MICROPHONE, is_communication_default=False)),
        "caution",
    ),
    "two-devices": (replace(FACTS, same_device=False), "info"),
    "microphone-shared": (replace(FACTS, others_recording=("Zoom", "OBS")), "info"),
}


@pytest.mark.parametrize("code", SPOILED)
def test_what_the_system_says_is_told(code: str) -> None:
    facts, severity = SPOILED[code]
    found = findings(facts)
    assert set(found) == {code}
    assert found[code].severity.value == severity


def test_the_earpiece_has_two_defaults_too() -> None:
    facts = replace(FACTS, playback=replace(EARPIECE, is_communication_default=False))
    assert "Test Headset Stereo" in findings(facts)["other-default-for-calls"].message


def test_programs_that_listen_are_named() -> None:
    facts, _ = SPOILED["microphone-shared"]
    assert "Zoom, OBS" in findings(facts)["microphone-shared"].message


def test_an_employer_can_ask_for_a_kind_of_connection() -> None:
    need = HeadsetRequirement(connections=("jack", "bluetooth"))
    found = findings(FACTS, need)["connection-not-allowed"]
    assert (found.severity, found.value) == (Severity.NOT_READY, "usb")
    assert "by USB, and this job allows jack, Bluetooth" in found.message
    assert findings(FACTS, HeadsetRequirement(connections=("usb",))) == {}


def test_a_profile_can_name_every_connection_that_can_be_told() -> None:
    assert {one.value for one in Connection} - {"unknown"} == set(CONNECTIONS)


def test_stages_are_told_and_a_cancelled_check_stops() -> None:
    told: list[Progress] = []
    ctx = JobContext(on_progress=told.append)
    check_headset(ScriptedHeadset(), ALOUD, ctx)
    assert [one.stage for one in told] == [STAGE_LOOKING, STAGE_TONE]
    ctx.cancel()
    with pytest.raises(JobCancelledError):
        check_headset(ScriptedHeadset(), ALOUD, ctx)
