"""Asks WebDAV servers for properties and reports (RFC 4918, 9.1; RFC 3253, 3.6).

A sign-in is part of every request, so nothing is followed to another server: who signed in says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.adapters.network.calendar_errors import (
    other_server,
    sign_in_error,
    status_error,
    too_many_redirects,
)
from workspace_assistant.adapters.network.calendar_exchange import (
    REDIRECTS,
    FeedAnswer,
    Getting,
    Question,
)
from workspace_assistant.adapters.network.calendar_redirects import redirected
from workspace_assistant.adapters.network.dav_items import DavItem, dav_items
from workspace_assistant.core.shifts.feed_address import FeedAddress
from workspace_assistant.core.shifts.ports import CalendarError

_MULTISTATUS = 207
_UNAUTHORIZED = 401


@dataclass(frozen=True, slots=True, kw_only=True)
class DavQuestion:
    """What is asked.

    Attributes:
        depth: 0 for the thing itself, 1 for what it holds as well (RFC 4918, 10.2).
    """

    method: str
    depth: int
    body: str

    @property
    def question(self) -> Question:
        fields = {
            "Depth": f"{self.depth}",
            "Content-Type": "application/xml; charset=utf-8",
            "Accept": "application/xml, text/xml;q=0.9",
        }
        return Question(method=self.method, fields=fields, body=self.body.encode())


@dataclass(frozen=True, slots=True, kw_only=True)
class DavAnswer:
    """What came of it, and where that was in the end."""

    address: FeedAddress
    items: tuple[DavItem, ...]


def dav_ask(getting: Getting, address: FeedAddress, asked: DavQuestion) -> DavAnswer:
    """Raises `CalendarError`; `odd-answer` of what does not speak WebDAV."""
    question = asked.question
    for _ in range(getting.limits.redirects + 1):
        answer = getting.ask(address, question)
        if answer.status not in REDIRECTS:
            return DavAnswer(address=address, items=_items(answer, address))
        address = same_server(address, answer.location)
    raise too_many_redirects()


def same_server(address: FeedAddress, place: str) -> FeedAddress:
    """*place* as *address* names it, with its sign-in; raises `CalendarError` for one elsewhere."""
    found = redirected(address, place)
    if found.origin != address.origin:
        raise other_server(found)
    return found


def _items(answer: FeedAnswer, address: FeedAddress) -> tuple[DavItem, ...]:
    if answer.status == _MULTISTATUS:
        return dav_items(answer.content)
    raise _refusal(answer, address)


def _refusal(answer: FeedAnswer, address: FeedAddress) -> CalendarError:
    if answer.status == _UNAUTHORIZED:
        return sign_in_error(answer.challenge, has_tried=bool(address.user or address.password))
    return status_error(answer.status, answer.retry_after)
