"""Everything that is asked of the hosts that the profile names, within a few seconds."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from workspace_assistant.adapters.network.connection.clock_question import ask_clock
from workspace_assistant.adapters.network.connection.inquiry import Inquiry
from workspace_assistant.adapters.network.connection.interface_kinds import LINUX_FILES
from workspace_assistant.adapters.network.connection.interfaces import interface_towards
from workspace_assistant.adapters.network.connection.name_servers import Found, look_up
from workspace_assistant.adapters.network.connection.portal_search import find_portal
from workspace_assistant.adapters.network.connection.reach import questions
from workspace_assistant.adapters.network.connection.web import Addresses
from workspace_assistant.adapters.network.halt import run_watched
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.connection.model import (
    ClockOffset,
    NamedHosts,
    Portal,
    SystemLookup,
    TargetRoute,
    Unknown,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedAnswers:
    """What came of asking; `reaches_*` is None when no named host could be asked by it."""

    lookups: tuple[SystemLookup, ...]
    routes: tuple[TargetRoute, ...]
    clock: ClockOffset | Unknown
    portal: Portal | Unknown
    reaches_ipv4: bool | None
    reaches_ipv6: bool | None


def ask_named(
    hosts: NamedHosts,
    tls: Callable[[], ssl.SSLContext],
    inquiry: Inquiry,
    ctx: JobContext,
    sys_files: Path = LINUX_FILES,
) -> NamedAnswers:
    """Look all names up, then ask the hosts. Raises `JobCancelledError` and `HaltedError`."""
    calls = [partial(look_up, host, inquiry) for host in hosts.names]
    found = run_watched(calls, inquiry.halt, ctx)
    by_host = {one.host: one.addresses for one in found}

    def addresses(host: str) -> Sequence[str]:
        return by_host.get(host, ())

    questions_of_all: list[Callable[[], ClockOffset | Portal | Unknown | bool | None]] = [
        partial(ask_clock, hosts, addresses, inquiry),
        partial(find_portal, hosts, addresses, tls, inquiry),
        partial(_reaches, hosts, addresses, inquiry, ctx, is_ipv6=False),
        partial(_reaches, hosts, addresses, inquiry, ctx, is_ipv6=True),
    ]
    clock, portal, by_ipv4, by_ipv6 = run_watched(questions_of_all, inquiry.halt, ctx)
    assert isinstance(clock, ClockOffset | Unknown)  # noqa: S101 - run_watched keeps the order
    assert isinstance(portal, Portal | Unknown)  # noqa: S101 - run_watched keeps the order
    return NamedAnswers(
        lookups=tuple(one.lookup for one in found if one.lookup is not None),
        routes=tuple(route for one in found for route in _route(one, sys_files)),
        clock=clock,
        portal=portal,
        reaches_ipv4=by_ipv4 if isinstance(by_ipv4, bool) else None,
        reaches_ipv6=by_ipv6 if isinstance(by_ipv6, bool) else None,
    )


def _reaches(
    hosts: NamedHosts, addresses: Addresses, inquiry: Inquiry, ctx: JobContext, *, is_ipv6: bool
) -> bool | None:
    calls = questions(hosts, addresses, inquiry, is_ipv6=is_ipv6)
    return any(run_watched(calls, inquiry.halt, ctx)) if calls else None


def _route(found: Found, sys_files: Path) -> tuple[TargetRoute, ...]:
    for address in found.addresses:
        try:
            interface = interface_towards(address, sys_files)
        except OSError:
            continue
        return (TargetRoute(host=found.host, interface=interface.name, kind=interface.kind),)
    return ()
