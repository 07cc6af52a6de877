"""Where a calendar's server may lead, and the answer at the end of it."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urljoin

from workspace_assistant.adapters.network.calendar_errors import (
    redirected_elsewhere,
    too_many_redirects,
)
from workspace_assistant.adapters.network.calendar_exchange import (
    REDIRECTS,
    FeedAnswer,
    Getting,
    Question,
)
from workspace_assistant.core.shifts.feed_address import FeedAddress, parse_address
from workspace_assistant.core.shifts.ports import CalendarError


def followed(getting: Getting, address: FeedAddress, question: Question) -> FeedAnswer:
    """The answer at the end of all redirects. Raises `CalendarError`."""
    for _ in range(getting.limits.redirects + 1):
        answer = getting.ask(address, question)
        if answer.status not in REDIRECTS:
            return answer
        address = redirected(address, answer.location)
    raise too_many_redirects()


def redirected(address: FeedAddress, location: str) -> FeedAddress:
    """Where *location* points from *address*; raises `CalendarError` where it may not lead.

    A sign-in goes along only to the same place; one that the server names itself is left out.
    """
    try:
        joined = urljoin(
            f"{address.scheme}://{address.authority}{address.target}", location.strip()
        )
        found = parse_address(joined) if "://" in joined else None
    except (CalendarError, ValueError):
        raise redirected_elsewhere() from None
    if found is None or (address.is_encrypted and not found.is_encrypted):
        raise redirected_elsewhere()
    is_same = found.origin == address.origin
    user, password = (address.user, address.password) if is_same else ("", "")
    return replace(found, user=user, password=password, is_caldav=address.is_caldav)
