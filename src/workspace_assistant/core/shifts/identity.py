"""Ids of shifts, made of what their source calls them: two programs that read it agree."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256

# Between the uid of an event and what tells apart those that it stands for: an occurrence as the
# calendar names it, or a start where it gives one uid to several.
OCCURRENCE, START = "/", "#"
_DIGITS = 32


def shift_id(source_id: str, uid: str) -> str:
    """32 hexadecimal digits."""
    return sha256(f"{source_id}\0{uid}".encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def uid_at(uid: str, start: datetime) -> str:
    """Of one of several shifts that a calendar gives the same uid."""
    return f"{uid}{START}{start.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def is_among(uid: str, events: Iterable[str]) -> bool:
    """Whether it is one of *events*, or stands for a part of one; an empty word means all."""
    return any(
        not event or uid == event or uid.startswith((event + OCCURRENCE, event + START))
        for event in events
    )
