"""Fetches a calendar subscription: conditional requests, bounded in time and size, TLS verified.

Goes its own way to the server: proxies named by the environment are not asked.
"""

from __future__ import annotations

import logging
import re
import ssl
import time
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import unquote, urljoin

from workspace_assistant.adapters.network.calendar_errors import (
    redirected_elsewhere,
    status_error,
    timed_out,
    too_many_redirects,
)
from workspace_assistant.adapters.network.calendar_exchange import (
    REDIRECTS,
    FeedAnswer,
    FeedLimits,
    Getting,
)
from workspace_assistant.adapters.network.endpoint import ServerUrl
from workspace_assistant.adapters.network.halt import Halt, HaltedError, run_watched
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
        fields = _conditions(state)
        try:
            answer = self._answer(address, fields, ctx)
            fetched = _without_address(
                _fetched(answer, state, is_conditional=bool(fields)), address
            )
        except CalendarError as error:
            log.info("a calendar was not fetched: %s", error.code)
            raise
        log.info("a calendar was fetched: status %d", answer.status)
        return fetched

    def _answer(self, address: FeedAddress, fields: dict[str, str], ctx: JobContext) -> FeedAnswer:
        halt = Halt()
        getting = Getting(limits=self._limits, tls=self._tls, halt=halt)
        until_s = time.monotonic() + self._limits.total_s
        try:
            (answer,) = run_watched([lambda: _follow(getting, address, fields)], halt, ctx, until_s)
        except HaltedError:
            raise timed_out(self._limits.total_s) from None
        return answer


def redirected(address: FeedAddress, location: str) -> FeedAddress:
    """Where *location* points from *address*; raises `CalendarError` where it may not lead.

    A sign-in goes along only to the same place; one that the server names itself is left out.
    """
    authority = ServerUrl(
        scheme=address.scheme, host=address.host, port=address.port, path=""
    ).authority
    try:
        joined = urljoin(f"{address.scheme}://{authority}{address.target}", location.strip())
        found = parse_address(joined) if "://" in joined else None
    except (CalendarError, ValueError):
        raise redirected_elsewhere() from None
    if found is None or (address.is_encrypted and not found.is_encrypted):
        raise redirected_elsewhere()
    is_same = found.origin == address.origin
    user, password = (address.user, address.password) if is_same else ("", "")
    return replace(found, user=user, password=password)


def _follow(getting: Getting, address: FeedAddress, fields: dict[str, str]) -> FeedAnswer:
    """The answer at the end of all redirects."""
    for _ in range(getting.limits.redirects + 1):
        answer = getting.get(address, fields)
        if answer.status not in REDIRECTS:
            return answer
        address = redirected(address, answer.location)
    raise too_many_redirects()


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
