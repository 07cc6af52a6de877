"""Judges what the network must do for every program: names, both IP versions, time, no portal."""

from __future__ import annotations

from workspace_assistant.core.readiness.connection.gathered import Gathered
from workspace_assistant.core.readiness.connection.model import (
    ConnectionFacts,
    Family,
    Reason,
    ResolverAnswer,
    SystemLookup,
    Unknown,
)
from workspace_assistant.core.readiness.limits import Ceiling
from workspace_assistant.core.readiness.model import Severity, Value
from workspace_assistant.core.readiness.profile.model import ConnectionRequirement
from workspace_assistant.core.readiness.units import format_apart, format_duration, format_value

_ALIVE = {"", "nxdomain"}  # "there is no such name" is an answer too
_DEAD = {"timeout", "refused", "unreachable", "failed"}
_NOBODY_ANSWERED = {"timeout", "no-answer"}


def judge_names(gathered: Gathered, facts: ConnectionFacts, wanted: ConnectionRequirement) -> None:
    """`connection.dns` is the slowest look-up as programs do it: what the user waits for."""
    resolvers = () if isinstance(facts.resolvers, Unknown) else facts.resolvers
    answered = [
        (one.took_ms, one.name)
        for one in facts.lookups
        if one.took_ms is not None and not one.error
    ]
    if answered:
        _judge_lookup(gathered, *max(answered), resolvers, wanted.dns_ms)
    else:
        gathered.miss("dns", _why_no_lookup(facts))
    _judge_resolvers(gathered, facts.lookups, resolvers)


def judge_families(gathered: Gathered, facts: ConnectionFacts) -> None:
    for name, family in (("ipv4", facts.ipv4), ("ipv6", facts.ipv6)):
        conditions = {"has_address": family.has_address, "has_route": family.has_route}
        if not family.has_route:
            gathered.add(name, False, "bool", conditions)  # noqa: FBT003 - the value itself
        elif family.reaches is None:
            gathered.miss(name, Unknown(reason=Reason.NOT_NAMED))
        else:
            gathered.add(name, family.reaches, "bool", conditions)
    if facts.ipv6.has_route and not facts.ipv4.has_route:
        gathered.remark("ipv-six-only", Severity.INFO, "ipv4", value=False)
    if _is_broken(facts.ipv4, facts.ipv6):
        gathered.remark("ipv-four-broken", Severity.INFO, "ipv4", value=False)
    if _is_broken(facts.ipv6, facts.ipv4):
        gathered.remark("ipv-six-broken", Severity.INFO, "ipv6", value=False)


def judge_clock(gathered: Gathered, facts: ConnectionFacts, limit: Ceiling) -> None:
    """The limit is in seconds; what the way of measuring leaves open counts for the user."""
    clock = facts.clock
    if isinstance(clock, Unknown):
        gathered.miss("clock_offset", clock)
        return
    offset_ms = round(clock.offset_ms, 3)
    conditions: dict[str, Value] = {
        "uncertainty_ms": round(clock.uncertainty_ms, 3),
        "server": clock.server,
        "method": clock.method,
    }
    gathered.add("clock_offset", offset_ms, "ms", conditions)
    surely_ms = max(0.0, abs(offset_ms) - clock.uncertainty_ms)
    limit_ms = Ceiling(ready=limit.ready * 1000, caution=limit.caution * 1000)
    parameters = {
        "offset": format_duration(abs(offset_ms) / 1000),
        "server": clock.server,
        "limit": format_duration(limit.ready),
    }
    gathered.judge("clock-wrong", limit_ms.judge(surely_ms), "clock_offset", offset_ms, parameters)


def judge_portal(gathered: Gathered, facts: ConnectionFacts) -> None:
    portal = facts.portal
    if isinstance(portal, Unknown):
        gathered.miss("captive_portal", portal)
        return
    known = {
        "asked": portal.asked,
        "evidence": portal.evidence,
        "sign_in_host": portal.sign_in_host,
    }
    conditions = {name: value for name, value in known.items() if value}
    gathered.add("captive_portal", portal.is_captive, "bool", conditions)
    if portal.is_captive:
        gathered.remark("captive-portal", Severity.NOT_READY, "captive_portal", value=True)


def _judge_lookup(
    gathered: Gathered,
    took_ms: float,
    name: str,
    resolvers: tuple[ResolverAnswer, ...],
    limit: Ceiling,
) -> None:
    value_ms = round(took_ms, 3)
    conditions: dict[str, Value] = {"name": name}
    if resolvers:
        conditions["resolvers"] = ", ".join(map(_resolver_words, resolvers))
    gathered.add("dns", value_ms, "ms", conditions)
    shown, goal = format_apart(value_ms, limit.ready, "ms")
    parameters = {"name": name, "value": shown, "limit": goal}
    gathered.judge("dns-slow", limit.judge(value_ms), "dns", value_ms, parameters)


def _resolver_words(answer: ResolverAnswer) -> str:
    if answer.error or answer.took_ms is None:
        return f"{answer.resolver}: {answer.error}"
    return f"{answer.resolver}: {format_value(answer.took_ms, 'ms')}"


def _why_no_lookup(facts: ConnectionFacts) -> Unknown:
    if isinstance(facts.interface, Unknown):
        return facts.interface
    if not facts.lookups:
        return Unknown(reason=Reason.NOT_NAMED)
    first = facts.lookups[0]
    is_silent = first.error in _NOBODY_ANSWERED
    reason = Reason.NO_ANSWER if is_silent else Reason.NAME_NOT_RESOLVED
    return Unknown(reason=reason, detail=first.name)


def _judge_resolvers(
    gathered: Gathered, lookups: tuple[SystemLookup, ...], resolvers: tuple[ResolverAnswer, ...]
) -> None:
    errors = {one.error for one in lookups}
    is_any_alive = "" in errors or any(one.error in _ALIVE for one in resolvers)
    if not is_any_alive and errors & _NOBODY_ANSWERED:
        gathered.remark("dns-dead", Severity.NOT_READY, "dns")
        return
    dead = [one.resolver for one in resolvers if one.error in _DEAD]
    if dead:
        parameters = {"resolvers": ", ".join(dead)}
        gathered.remark("dns-resolver-dead", Severity.CAUTION, "dns", parameters=parameters)


def _is_broken(family: Family, other: Family) -> bool:
    return family.has_route and family.reaches is False and other.reaches is True
