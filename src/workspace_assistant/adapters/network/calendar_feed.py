"""Fetches a calendar subscription: conditional requests, bounded in time and size, TLS verified.

Of a file or of a CalDAV collection, as its address says. Goes its own way to the server: proxies
named by the environment are not asked.
"""

from __future__ import annotations

import logging
import re
import ssl
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import unquote

from workspace_assistant.adapters.network.caldav_collection import fetched_collection
from workspace_assistant.adapters.network.calendar_errors import status_error
from workspace_assistant.adapters.network.calendar_exchange import (
    FeedAnswer,
    FeedLimits,
    Getting,
    Question,
)
from workspace_assistant.adapters.network.calendar_redirects import followed
from workspace_assistant.adapters.network.calendar_watching import in_time
from workspace_assistant.adapters.network.system_tls import system_tls
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.feed_address import FeedAddress, parse_address
from workspace_assistant.core.shifts.model import FeedState
from workspace_assistant.core.shifts.ports import CalendarError, Fetched

log = logging.getLogger(__name__)

_OK, _NOT_MODIFIED = 200, 304
_SEPARATORS = re.compile("[/?&=]")
_SHORTEST_SECRET = 8  # guessed sooner than that, it is none


class HttpCalendarFeed:
    """Implements `FetchCalendar`; *find_address* tells a subscription's secret address."""

    def __init__(
        self,
        find_address: Callable[[str, JobContext], str],
        *,
        tls: Callable[[], ssl.SSLContext] = system_tls,
        limits: FeedLimits | None = None,
    ) -> None:
        self._find_address = find_address
        self._tls = tls
        self._limits = limits or FeedLimits()

    def __call__(self, source_id: str, state: FeedState, ctx: JobContext, /) -> Fetched:
        address = parse_address(self._find_address(source_id, ctx))
        fetch = fetched_collection if address.is_caldav else _fetched_file
        try:
            fetched = in_time(
                lambda getting: fetch(getting, address, state), self._limits, self._tls, ctx
            )
        except CalendarError as error:
            log.info("a calendar was not fetched: %s", error.code)
            raise
        log.info("a calendar was fetched: %s", "unchanged" if fetched.content is None else "whole")
        return _without_address(fetched, address)


def _fetched_file(getting: Getting, address: FeedAddress, state: FeedState) -> Fetched:
    fields = _conditions(state)
    answer = followed(getting, address, Question(fields=fields))
    return _fetched(answer, state, is_conditional=bool(fields))


def _conditions(state: FeedState) -> dict[str, str]:
    """RFC 9110, 13.1: what was had last must not be sent again."""
    fields = {"If-None-Match": state.etag, "If-Modified-Since": state.last_modified}
    return {name: value for name, value in fields.items() if value}


def _fetched(answer: FeedAnswer, state: FeedState, *, is_conditional: bool) -> Fetched:
    if answer.status == _OK:
        return Fetched(content=answer.content, etag=answer.etag, last_modified=answer.last_modified)
    if answer.status == _NOT_MODIFIED and is_conditional:  # which need not repeat what it matched
        return Fetched(
            content=None,
            etag=answer.etag or state.etag,
            last_modified=answer.last_modified or state.last_modified,
        )
    raise status_error(answer.status, answer.retry_after)


def _without_address(fetched: Fetched, address: FeedAddress) -> Fetched:
    """A server may make its tags of the address, and tags are kept in a file."""
    parts = {address.user, address.password, *_SEPARATORS.split(unquote(address.target))}
    secrets = [part for part in parts if len(part) >= _SHORTEST_SECRET]

    def kept(tag: str) -> str:
        return "" if any(secret in unquote(tag) for secret in secrets) else tag

    return replace(fetched, etag=kept(fetched.etag), last_modified=kept(fetched.last_modified))
