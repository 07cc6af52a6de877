"""From what every server answered to one reason why no stream is possible."""

from __future__ import annotations

import socket
from collections.abc import Collection, Sequence

from workspace_assistant.adapters.network.voice_path.addresses import NamedServer, ServerAddress
from workspace_assistant.adapters.network.voice_path.trials import Trial
from workspace_assistant.core.readiness.voice_path.model import Reason, ServerAnswer, Trouble

# The reason that came furthest says most about what to do.
_BY_WEIGHT = (
    Reason.UDP_BLOCKED,
    Reason.NOT_STUN,
    Reason.NO_ANSWER,
    Reason.FAMILY_MISMATCH,
    Reason.NAME_NOT_RESOLVED,
    Reason.NETWORK_UNREACHABLE,
)


def server_answers(
    servers: Sequence[NamedServer],
    trials: Sequence[Trial],
    routes: Collection[socket.AddressFamily],
) -> tuple[ServerAnswer, ...]:
    """One entry for each address tried, and one for each name that has none."""
    answers: list[ServerAnswer] = []
    for server in servers:
        own = [trial for trial in trials if trial.address.server == server]
        answers += [_answer(trial, routes) for trial in own]
        if not own:
            trouble = Trouble(reason=Reason.NAME_NOT_RESOLVED, server=server.uri)
            answers.append(ServerAnswer(server=server.uri, trouble=trouble))
    return tuple(answers)


def _answer(trial: Trial, routes: Collection[socket.AddressFamily]) -> ServerAnswer:
    uri, reason = trial.address.server.uri, trial.reason
    if reason is Reason.NETWORK_UNREACHABLE and _is_of_another_family(trial.address, routes):
        reason = Reason.FAMILY_MISMATCH
    return ServerAnswer(
        server=uri,
        address=trial.address.address,
        rtt_ms=None if trial.round_trip_s is None else 1000 * trial.round_trip_s,
        trouble=None if reason is None else Trouble(reason=reason, server=uri),
    )


def _is_of_another_family(address: ServerAddress, routes: Collection[socket.AddressFamily]) -> bool:
    return bool(routes) and address.family not in routes


def why_none(answers: Sequence[ServerAnswer], routes: Collection[socket.AddressFamily]) -> Trouble:
    """The one trouble to tell when no server answered."""
    troubles = [answer.trouble for answer in answers if answer.trouble is not None]
    if not routes and all(one.reason is Reason.NAME_NOT_RESOLVED for one in troubles):
        return Trouble(reason=Reason.NETWORK_UNREACHABLE)  # no network: no names either
    return min(troubles, key=lambda trouble: _BY_WEIGHT.index(trouble.reason))
