from __future__ import annotations

from workspace_assistant.core.line_watch.limits import limits_of, target_of
from workspace_assistant.core.readiness.limits import Ceiling
from workspace_assistant.core.readiness.profile.model import (
    ComputerRequirement,
    VoicePathRequirement,
    WorkplaceProfile,
)


def test_the_profile_says_when_a_second_is_bad_and_whom_to_ask() -> None:
    profile = WorkplaceProfile(
        name="Voice",
        voice_path=VoicePathRequirement(
            stun=("stun:voice.example.com",),
            turn=("turn:relay.example.com",),
            rtt_ms=Ceiling(ready=100, caution=250),
        ),
        computer=ComputerRequirement(cpu_percent=Ceiling(ready=40, caution=70)),
    )
    assert limits_of(profile).delay_ms == 250
    assert limits_of(profile).cpu_fraction == 0.7
    assert target_of(profile).stun == ("stun:voice.example.com",)
    assert target_of(profile).turn == ("turn:relay.example.com",)
