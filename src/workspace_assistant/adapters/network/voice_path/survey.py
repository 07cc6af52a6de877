"""What can be found out about the way before the stream begins."""

from __future__ import annotations

from workspace_assistant.adapters.network.voice_path.source import OpenedSource
from workspace_assistant.adapters.network.voice_path.stun_source import host_and_port
from workspace_assistant.adapters.network.voice_path.way import way_towards
from workspace_assistant.core.readiness.voice_path.model import PathSurvey


def survey_way(opened: OpenedSource) -> PathSurvey:
    way = way_towards(opened.address)
    return PathSurvey(
        server=host_and_port(opened.address, opened.port),
        address=opened.address,
        transport=opened.transport,
        answers=opened.answers,
        local_address=way.local_address,
        interface=way.interface,
        is_this_computer=way.is_this_computer,
        mapped_address=opened.mapped_address,
        dscp=opened.is_marked,
        allocation_ms=opened.allocation_ms,
    )
