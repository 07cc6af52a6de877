"""Finds the calendars that a CalDAV server has for a person (RFC 6764, RFC 5397, RFC 4791)."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from urllib.parse import unquote

from workspace_assistant.adapters.network.calendar_errors import no_calendar_server, no_calendars
from workspace_assistant.adapters.network.calendar_exchange import FeedLimits, Getting
from workspace_assistant.adapters.network.calendar_watching import in_time
from workspace_assistant.adapters.network.dav_exchange import (
    DavAnswer,
    DavQuestion,
    dav_ask,
    same_server,
)
from workspace_assistant.adapters.network.dav_items import CALDAV, DAV, DavItem
from workspace_assistant.adapters.network.system_tls import system_tls
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.one_line import one_line
from workspace_assistant.core.shifts.feed_address import FeedAddress, address_text
from workspace_assistant.core.shifts.ports import CalendarError
from workspace_assistant.core.shifts.sign_in import FoundCalendar, SignIn

_WELL_KNOWN = "/.well-known/caldav"  # RFC 6764, 5
_PRINCIPAL = f"{DAV}current-user-principal"  # RFC 5397, 3
_HOMES = f"{CALDAV}calendar-home-set"  # RFC 4791, 6.2.1
_MOST_HOMES = 5
_MOST_CALENDARS = 100
_LONGEST_NAME = 100
# With these a server may still have calendars elsewhere; any other fault is the answer.
_LOOKED_ON_AFTER = frozenset(
    {
        *("not-found", "gone", "forbidden", "refused", "odd-answer"),
        *("redirected-elsewhere", "too-many-redirects", "other-server"),
    }
)
_SILENT = frozenset({"not-found", "gone", "refused", "odd-answer"})


def _properties(depth: int) -> DavQuestion:
    return DavQuestion(
        method="PROPFIND",
        depth=depth,
        body='<?xml version="1.0" encoding="utf-8"?>\n'
        '<d:propfind xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop>'
        "<d:resourcetype/><d:displayname/><d:current-user-principal/><c:calendar-home-set/>"
        "<c:supported-calendar-component-set/>"
        "</d:prop></d:propfind>",
    )


class CalDavSearch:
    """Implements `FindCalendars`."""

    def __init__(
        self,
        *,
        tls: Callable[[], ssl.SSLContext] = system_tls,
        limits: FeedLimits | None = None,
    ) -> None:
        self._tls = tls
        self._limits = limits or FeedLimits()

    def __call__(self, sign_in: SignIn, ctx: JobContext, /) -> tuple[FoundCalendar, ...]:
        address = replace(sign_in.parsed(), is_caldav=True)
        found = in_time(lambda getting: _calendars(getting, address), self._limits, self._tls, ctx)
        return tuple(sorted(_named(found), key=lambda one: one.name.casefold()))


def _calendars(getting: Getting, address: FeedAddress) -> list[tuple[str, FeedAddress]]:
    """Names and addresses. Raises `CalendarError` where there are none."""
    trouble = no_calendar_server()
    for target in _places(address.target):
        try:
            answer = dav_ask(getting, replace(address, target=target), _properties(0))
            found = _of_place(getting, answer)
        except CalendarError as error:
            if error.code not in _LOOKED_ON_AFTER:
                raise
            if error.code not in _SILENT and trouble.code == "no-calendar-server":
                trouble = error
            continue
        if found:
            return found
        if found is not None:
            trouble = no_calendars()
    raise trouble


def _places(target: str) -> tuple[str, ...]:
    """Where to ask: a bare host says most at its well-known address (RFC 6764, 6)."""
    return (_WELL_KNOWN, "/") if target == "/" else (target, _WELL_KNOWN, "/")


def _of_place(getting: Getting, answer: DavAnswer) -> list[tuple[str, FeedAddress]] | None:
    """The calendar itself, or those of the person's homes; None where nothing leads to any."""
    if not answer.items:
        return None
    item = answer.items[0]
    if item.is_calendar:
        return [(_name(item, answer.address), answer.address)]
    homes = _homes(getting, answer.address, item)
    if not homes:
        return None
    found: dict[str, tuple[str, FeedAddress]] = {}
    for home in homes[:_MOST_HOMES]:
        inside = dav_ask(getting, home, _properties(1))
        for name, place in _inside(inside):
            found.setdefault(place.target, (name, place))
    return list(found.values())[:_MOST_CALENDARS]


def _homes(getting: Getting, address: FeedAddress, item: DavItem) -> list[FeedAddress]:
    homes = item.hrefs(_HOMES)
    if not homes and (principals := item.hrefs(_PRINCIPAL)):
        answer = dav_ask(getting, same_server(address, principals[0]), _properties(0))
        address = answer.address
        homes = tuple(href for one in answer.items for href in one.hrefs(_HOMES))
    return [same_server(address, href) for href in homes]


def _inside(home: DavAnswer) -> Iterator[tuple[str, FeedAddress]]:
    for item in home.items:
        if item.is_calendar and item.holds_events:
            with suppress(CalendarError):  # what others share from elsewhere is left out
                place = same_server(home.address, item.href)
                yield _name(item, place), place


def _name(item: DavItem, address: FeedAddress) -> str:
    return one_line(item.text(f"{DAV}displayname"))[:_LONGEST_NAME] or _last_word(address)


def _last_word(address: FeedAddress) -> str:
    return one_line(unquote(address.target.rstrip("/").rpartition("/")[2]))[:_LONGEST_NAME]


def _named(found: Iterable[tuple[str, FeedAddress]]) -> Iterator[FoundCalendar]:
    """Of one name there may be several: their places on the server tell them apart."""
    every = list(found)
    names = [name.casefold() for name, _ in every]
    for name, address in every:
        is_double = names.count(name.casefold()) > 1
        told = f"{name} ({unquote(address.target)})" if is_double else name
        yield FoundCalendar(name=told, address=address_text(address))
