"""What can be found out about the way before the stream begins, one thing after the other."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.adapters.network.voice_path.hops import find_hops
from workspace_assistant.adapters.network.voice_path.mapping import find_nat
from workspace_assistant.adapters.network.voice_path.mtu import find_mtu
from workspace_assistant.adapters.network.voice_path.source import OpenedSource
from workspace_assistant.adapters.network.voice_path.stun_source import host_and_port
from workspace_assistant.adapters.network.voice_path.way import Way, way_towards
from workspace_assistant.core.readiness.voice_path.model import (
    Hop,
    Mtu,
    Nat,
    PathSurvey,
    Reason,
    Transport,
    Trouble,
)

BY_UDP = {Transport.STUN, Transport.TURN_UDP}


@dataclass(frozen=True, slots=True, kw_only=True)
class Surveyed:
    """The survey, and what the probes beside the stream need of it."""

    survey: PathSurvey
    way: Way
    bytes_used: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Findings:
    nat: Nat | Trouble
    mtu: Mtu | Trouble
    hops: tuple[Hop, ...] = ()
    hops_trouble: Trouble | None = None
    distance: int | None = None
    bytes_used: int = 0


def survey_way(opened: OpenedSource) -> Surveyed:
    """Takes as long as the way is: a few round trips, at the most about 4 s.

    The server gets 25 packets a second at the most.
    """
    way = way_towards(opened.address)
    found = _ask_the_way(opened, way)
    survey = PathSurvey(
        server=host_and_port(opened.address, opened.port),
        address=opened.address,
        transport=opened.transport,
        answers=opened.answers,
        local_address=way.local_address,
        interface=way.interface.name,
        interface_kind=way.interface.kind.value,
        interface_under=way.interface.under.value if way.interface.under else "",
        is_vpn=way.is_vpn,
        is_this_computer=way.is_this_computer,
        mapped_address=opened.mapped_address,
        nat=found.nat,
        dscp=opened.is_marked,
        mtu=found.mtu,
        hops=found.hops,
        hops_trouble=found.hops_trouble,
        distance=found.distance,
        allocation_ms=opened.allocation_ms,
    )
    return Surveyed(survey=survey, way=way, bytes_used=found.bytes_used)


def _ask_the_way(opened: OpenedSource, way: Way) -> _Findings:
    if opened.transport not in BY_UDP:
        closed = Trouble(reason=Reason.UDP_BLOCKED, server=opened.server)
        return _Findings(nat=closed, mtu=closed, hops_trouble=closed)
    address, port, round_trip_s = opened.address, opened.port, opened.round_trip_s
    nat, nat_bytes = find_nat(way.local_address, (address, port), opened.others, round_trip_s)
    search, hops_trouble = find_hops(address, port, round_trip_s)
    mtu, mtu_bytes = find_mtu(address, port, way.interface.mtu_bytes, round_trip_s)
    return _Findings(
        nat=nat,
        mtu=mtu,
        hops=search.hops,
        hops_trouble=hops_trouble,
        distance=search.known_distance,
        bytes_used=nat_bytes + search.bytes_used + mtu_bytes,
    )
