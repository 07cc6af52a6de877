"""Whether the endpoints check and the stream may meet at one host."""

from __future__ import annotations

import pytest

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.profile.model import (
    EndpointRequirement,
    VoicePathRequirement,
    WorkplaceProfile,
)
from workspace_assistant.core.readiness.shared_host import has_shared_host

CRM = (EndpointRequirement(name="crm", url="https://crm.example.test/"),)
STUN = VoicePathRequirement(stun=("stun:voice.example.test",))


def never(hosts: frozenset[str], ctx: JobContext) -> frozenset[str] | None:
    del ctx
    raise AssertionError(f"{hosts} were looked up for nothing")


@pytest.mark.parametrize(
    "profile",
    [
        WorkplaceProfile(name="test"),
        WorkplaceProfile(name="test", endpoints=CRM),
        WorkplaceProfile(name="test", voice_path=STUN),
    ],
)
def test_nobody_is_looked_up_where_only_one_of_them_asks_anybody(
    profile: WorkplaceProfile,
) -> None:
    assert not has_shared_host(profile, never, JobContext(lambda _: None))


def test_the_same_name_needs_no_look_up_and_without_one_names_decide() -> None:
    same = (EndpointRequirement(name="it", url="https://VOICE.example.test/"),)
    profile = WorkplaceProfile(name="test", endpoints=same, voice_path=STUN)
    assert has_shared_host(profile, never, JobContext(lambda _: None))
    other = WorkplaceProfile(name="test", endpoints=CRM, voice_path=STUN)
    assert not has_shared_host(other, None, JobContext(lambda _: None))
