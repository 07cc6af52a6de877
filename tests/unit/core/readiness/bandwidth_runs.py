"""Runs of the bandwidth check over scripted lines, and shortcuts to what they say."""

from __future__ import annotations

import math

from tests.fakes.scripted_line import ScriptedLine, ScriptedServer, scripted_server
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.bandwidth.check import check_bandwidth
from workspace_assistant.core.readiness.model import Finding, Measurement, NotMeasured, Outcome
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import (
    BandwidthRequirement,
    VoicePathRequirement,
    WorkplaceProfile,
)
from workspace_assistant.core.readiness.timeline import Timeline

OWN = BandwidthRequirement(provider="librespeed", server="http://speed.test")


def run(
    line: ScriptedLine,
    wanted: BandwidthRequirement = OWN,
    *,
    quick: bool = False,
    server: str = "",
    this_computer: bool = False,
    ctx: JobContext | None = None,
    timeline: Timeline | None = None,
    voice: VoicePathRequirement | None = None,
) -> Outcome:
    voice = voice or VoicePathRequirement()
    request = CheckRequest(
        profile=WorkplaceProfile(name="test", bandwidth=wanted, voice_path=voice),
        quick=quick,
        server=server,
        server_is_this_computer=this_computer,
        timeline=timeline or Timeline(),
    )
    return check_bandwidth(line, request, ctx or JobContext(lambda _: None))


def line_of(download_mbps: float, upload_mbps: float) -> tuple[ScriptedLine, ScriptedServer]:
    server = scripted_server(download_mbps * 1e6, upload_mbps * 1e6)
    return ScriptedLine(servers={"librespeed": server}), server


def measured(outcome: Outcome) -> dict[str, Measurement]:
    return {one.id: one for one in outcome.measurements}


def missing(outcome: Outcome) -> dict[str, NotMeasured]:
    return {one.id: one for one in outcome.not_measured}


def found(outcome: Outcome) -> dict[str, Finding]:
    return {one.code: one for one in outcome.findings}


def unsteady(at_s: float, rate_bps: float = 10e6, jump_bytes: int = 40_000) -> float:
    """Bytes of a line that carries its rate in fits and starts."""
    return rate_bps / 8 * at_s + (jump_bytes if int(at_s * 4) % 2 else 0)


def growing(at_s: float) -> float:
    """Bytes of a line that grows by a quarter each half second, up to 0.5 Mbit/s after 2.5 s."""
    rate_bytes, growth_s = 62_500.0, 0.5 / math.log(1.25)
    risen = math.exp((min(at_s, 2.5) - 2.5) / growth_s) - math.exp(-2.5 / growth_s)
    return rate_bytes * (growth_s * risen + max(0.0, at_s - 2.5))


def burst(at_s: float) -> float:
    """Bytes that fit into the buffers of a far end which then stops reading."""
    return min(at_s, 0.2) * 2_000_000
