"""Runs of the voice path check over scripted paths."""

from __future__ import annotations

from collections.abc import Mapping

from tests.fakes.scripted_voice_path import (
    Behavior,
    Behaviors,
    ScriptedRun,
    ScriptedVoicePath,
    survey_of,
)
from workspace_assistant.core.readiness.limits import Ceiling
from workspace_assistant.core.readiness.model import Finding, Measurement, NotMeasured, Outcome
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import (
    VoicePathRequirement,
    WorkplaceProfile,
)
from workspace_assistant.core.readiness.timeline import Phase
from workspace_assistant.core.readiness.voice_path.check import check_voice_path
from workspace_assistant.core.readiness.voice_path.model import PathSurvey, Place

IDLE, DOWNLOAD, UPLOAD = Phase.IDLE, Phase.DOWNLOAD, Phase.UPLOAD
GOOD: Behaviors = {IDLE: Behavior(rtt_ms=30, sigma_ms=0.5)}
NEAR: Behaviors = {IDLE: Behavior(rtt_ms=2, sigma_ms=0.3)}


def request_of(
    *,
    needs: VoicePathRequirement | None = None,
    only: frozenset[str] = frozenset(),
    quick: bool = False,
    long: bool = False,
) -> CheckRequest:
    needs = needs or VoicePathRequirement(stun=("stun:stun.example.test",))
    profile = WorkplaceProfile(name="Test", voice_path=needs)
    return CheckRequest(profile=profile, only=only, quick=quick, long=long)


def path_of(
    request: CheckRequest,
    stream: Behaviors = GOOD,
    places: Mapping[Place, Behaviors] | None = None,
    survey: PathSurvey | None = None,
) -> ScriptedVoicePath:
    return ScriptedVoicePath(
        run=ScriptedRun(timeline=request.timeline),
        stream=stream,
        places={Place.GATEWAY: NEAR} if places is None else places,
        survey=survey or survey_of(),
    )


def outcome_of(
    stream: Behaviors = GOOD,
    places: Mapping[Place, Behaviors] | None = None,
    survey: PathSurvey | None = None,
) -> Outcome:
    request = request_of()
    path = path_of(request, stream, places, survey)
    return check_voice_path(path, request, path.context([]))


def idle(**behavior: float) -> Behaviors:
    return {IDLE: Behavior(**behavior)}


def measured(outcome: Outcome) -> dict[str, Measurement]:
    return {one.id: one for one in outcome.measurements}


def missing(outcome: Outcome) -> dict[str, NotMeasured]:
    return {one.id: one for one in outcome.not_measured}


def found(outcome: Outcome) -> dict[str, Finding]:
    return {one.code: one for one in outcome.findings}


def weak_link(outcome: Outcome) -> object:
    return measured(outcome)["path.weak_link"].value


def chain(*losses: float) -> dict[Place, Behaviors]:
    """Gateway, provider and edge with these losses, each a little farther."""
    return {
        place: idle(rtt_ms=2 + 8 * number, sigma_ms=0.3, loss=loss)
        for number, (place, loss) in enumerate(zip(Place, losses, strict=False))
    }


def lax_but_for_mos() -> VoicePathRequirement:
    return VoicePathRequirement(
        stun=("stun:stun.example.test",),
        rtt_ms=Ceiling(ready=2000, caution=3000),
        loss_percent=Ceiling(ready=90, caution=95),
        longest_loss_packets=Ceiling(ready=500, caution=600),
    )
