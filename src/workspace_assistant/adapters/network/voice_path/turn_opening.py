"""Opens the media loop through one of a profile's relays, or falls back on the plain stream."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from workspace_assistant.adapters.network.voice_path.addresses import (
    ServerAddress,
    has_route,
    look_up,
)
from workspace_assistant.adapters.network.voice_path.releases import Releases
from workspace_assistant.adapters.network.voice_path.source import OpenedSource
from workspace_assistant.adapters.network.voice_path.stun_source import host_and_port, open_stun
from workspace_assistant.adapters.network.voice_path.turn_servers import (
    Relay,
    relays,
    without_transport,
)
from workspace_assistant.adapters.network.voice_path.turn_source import EventLoopThread, TurnSource
from workspace_assistant.core.readiness.voice_path.model import (
    Reason,
    ServerAnswer,
    Transport,
    Trouble,
    VoicePathTroubleError,
    VoiceTarget,
)

if TYPE_CHECKING:
    from workspace_assistant.adapters.network.voice_path.turn_race_child import Attempt, Loop

_OPENING_S = 12.0
# The reason that came furthest says most about what to do.
_BY_WEIGHT = (
    Reason.TURN_REFUSED,
    Reason.TURN_NO_PASSWORD,
    Reason.TURN_FAILED,
    Reason.UDP_BLOCKED,
    Reason.NAME_NOT_RESOLVED,
    Reason.NETWORK_UNREACHABLE,
)


def open_relayed_or_plain(target: VoiceTarget, releases: Releases | None = None) -> OpenedSource:
    """The media loop where it can be had, else the plain stream; both are tried at once.

    `answers` tell of both, and *releases* hears how to give everything back. Raises
    `VoicePathTroubleError`, within 15 s, when neither works.
    """
    with ThreadPoolExecutor(1) as beside:
        plain_attempt = beside.submit(_plain, target)
        relayed = _relayed(target, releases)
        plain = plain_attempt.result()
    if isinstance(relayed, OpenedSource):
        return _with_what_the_plain_one_told(relayed, plain)
    if isinstance(plain, OpenedSource):
        return replace(plain, answers=_merged(plain.answers, relayed.answers))
    trouble = plain.trouble
    if trouble.reason is Reason.NO_SERVER_NAMED or relayed.trouble.reason is Reason.TURN_REFUSED:
        trouble = relayed.trouble
    raise VoicePathTroubleError(trouble, (*plain.answers, *relayed.answers))


def _plain(target: VoiceTarget) -> OpenedSource | VoicePathTroubleError:
    try:
        return open_stun(target)
    except VoicePathTroubleError as error:
        return error


def _relayed(
    target: VoiceTarget, releases: Releases | None
) -> OpenedSource | VoicePathTroubleError:
    try:
        return open_turn(target, releases)
    except VoicePathTroubleError as error:
        return error


def _with_what_the_plain_one_told(
    relayed: OpenedSource, plain: OpenedSource | VoicePathTroubleError
) -> OpenedSource:
    """Further servers tell how the router maps ports, and whether UDP is open at all."""
    answers = _merged(plain.answers, relayed.answers)
    if isinstance(plain, VoicePathTroubleError):
        return replace(relayed, answers=answers)
    plain.source.close()
    goals = ((plain.address, plain.port), *plain.others)
    others = tuple(goal for goal in goals if goal[0] != relayed.address)
    return replace(relayed, answers=answers, others=others)


def _merged(
    plain: tuple[ServerAnswer, ...], relayed: tuple[ServerAnswer, ...]
) -> tuple[ServerAnswer, ...]:
    """What a relay says to its user counts more than that it answers a plain request as well."""
    told = {without_transport(answer.server) for answer in relayed}
    return (
        *(answer for answer in plain if without_transport(answer.server) not in told),
        *relayed,
    )


def open_turn(target: VoiceTarget, releases: Releases | None = None) -> OpenedSource:
    """Raises `VoicePathTroubleError`, within 13 s, when no relay carries packets."""
    if not (target.turn_username and target.turn_password):
        answers = tuple(_failed(uri, "", Reason.TURN_NO_PASSWORD) for uri in target.turn)
        raise _trouble(answers)
    named, strange = _told_apart(relays(target.turn), target.turn_hosts)
    addresses = look_up(tuple(dict.fromkeys(relay.server for relay in named)))
    untold = tuple(_failed(relay.uri, "", Reason.TURN_NO_PASSWORD) for relay in strange)
    nameless = tuple(
        _failed(server.uri, "", Reason.NAME_NOT_RESOLVED)
        for server, found in addresses.items()
        if not found
    )
    tries = [
        (relay, address)
        for relay in named
        for address in one_of_each_family(addresses[relay.server])
    ]
    login = (target.turn_username, target.turn_password)
    return _race(tries, login, (*nameless, *untold), releases or Releases())


def _told_apart(
    named: Sequence[Relay], hosts: tuple[str, ...] | None
) -> tuple[list[Relay], list[Relay]]:
    """Relays that may hear the password, and those that may not."""
    told = [one for one in named if hosts is None or one.server.host.lower() in hosts]
    return told, [one for one in named if one not in told]


def one_of_each_family(addresses: Sequence[ServerAddress]) -> list[ServerAddress]:
    """The first address of each IP version, as far as this computer has a route for it."""
    firsts = {one.family: one for one in reversed(addresses)}
    usable = [one for one in addresses if firsts[one.family] is one and has_route(one.family)]
    return usable or list(addresses[:1])


def _race(
    tries: Sequence[tuple[Relay, ServerAddress]],
    login: tuple[str, str],
    nameless: tuple[ServerAnswer, ...],
    releases: Releases,
) -> OpenedSource:
    from workspace_assistant.adapters.network.voice_path.turn_race_child import (
        Attempt,
        close_loops,
        race,
    )

    attempts = [Attempt(relay, address) for relay, address in tries]
    thread = EventLoopThread()
    releases.add(partial(thread.abandon, partial(close_loops, attempts)))
    try:
        winner = thread.run(race(attempts, login), _OPENING_S)
    except TimeoutError:  # a relay keeps the loop busy
        thread.stop()
        raise _trouble(_all_failed(attempts)) from None
    except BaseException:
        thread.stop()
        raise
    answers = (*nameless, *(one for each in attempts if (one := _answer(each, winner))))
    if winner is None or winner.loop is None:
        thread.stop()
        raise _trouble(answers)
    return _opened(thread, winner, winner.loop, attempts, answers)


def _opened(
    thread: EventLoopThread,
    winner: Attempt,
    loop: Loop,
    attempts: Sequence[Attempt],
    answers: tuple[ServerAnswer, ...],
) -> OpenedSource:
    mapped = loop.allocation.mapped
    return OpenedSource(
        source=TurnSource(thread, loop, lambda: sum(each.bytes_used for each in attempts)),
        transport=winner.relay.transport,
        server=winner.relay.uri,
        address=winner.address.address,
        port=winner.relay.server.port,
        answers=answers,
        mapped_address=host_and_port(*mapped) if mapped else "",
        round_trip_s=loop.round_trip_s,
        allocation_ms=loop.allocation.took_ms,
        is_marked=loop.allocation.is_marked,
        good_until_s=loop.good_until_s,
    )


def _answer(attempt: Attempt, winner: Attempt | None) -> ServerAnswer | None:
    """None for an attempt that was called off before it could tell anything."""
    uri, address = attempt.relay.uri, attempt.address.address
    if attempt is winner and attempt.loop is not None:
        rtt_ms = 1000 * attempt.loop.round_trip_s
        return ServerAnswer(server=uri, address=address, rtt_ms=rtt_ms)
    if _is_closed_by_udp(attempt, winner):
        return _failed(uri, address, Reason.UDP_BLOCKED)
    if not attempt.is_begun or (attempt.reason is None and winner is not None):
        return None
    return _failed(uri, address, attempt.reason or Reason.TURN_FAILED)


def _all_failed(attempts: Sequence[Attempt]) -> tuple[ServerAnswer, ...]:
    return tuple(
        _failed(each.relay.uri, each.address.address, Reason.TURN_FAILED)
        for each in attempts
        if each.is_begun
    )


def _is_closed_by_udp(attempt: Attempt, winner: Attempt | None) -> bool:
    """Silent by UDP, while the same host answers by TCP."""
    return (
        winner is not None
        and attempt.relay.transport is Transport.TURN_UDP
        and winner.relay.transport is not Transport.TURN_UDP
        and attempt.address.address == winner.address.address
        and not attempt.is_answered
    )


def _failed(uri: str, address: str, reason: Reason) -> ServerAnswer:
    return ServerAnswer(server=uri, address=address, trouble=Trouble(reason=reason, server=uri))


def _trouble(answers: tuple[ServerAnswer, ...]) -> VoicePathTroubleError:
    troubles = [answer.trouble for answer in answers if answer.trouble is not None]
    if not troubles:
        return VoicePathTroubleError(Trouble(reason=Reason.NO_SERVER_NAMED), answers)
    return VoicePathTroubleError(
        min(troubles, key=lambda trouble: _BY_WEIGHT.index(trouble.reason)), answers
    )
