"""A watched day in a few numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from workspace_assistant.core.line_watch.model import LineEvent, Minute

_MINUTE_S = 60
# An event that goes on is written so often that an older one is what a crash left behind.
_SILENT = timedelta(seconds=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDay:
    """What is known of the line on one day.

    Attributes:
        is_on: the line is watched by itself during shifts.
        seconds: how many were watched. The minute that goes on is not among them yet.
        seen_s: in how many of those the voice server was asked and known to answer.
        probes: packets that were sent to it.
        events: what went wrong, oldest first.
    """

    is_on: bool
    seconds: int = 0
    seen_s: int = 0
    probes: int = 0
    events: tuple[LineEvent, ...] = ()


def line_day(events: Iterable[LineEvent], minutes: Iterable[Minute], *, is_on: bool) -> LineDay:
    """Two programs that watched the same minute watched no more than that minute."""
    watched, sent = Counter[datetime](), Counter[datetime]()
    for one in minutes:
        watched[one.started_at] += one.seconds
        sent[one.started_at] += one.server.sent
    return LineDay(
        is_on=is_on,
        seconds=sum(min(_MINUTE_S, seconds) for seconds in watched.values()),
        seen_s=sum(min(_MINUTE_S, probes) for probes in sent.values()),
        probes=sent.total(),
        events=tuple(sorted(events, key=lambda one: one.started_at)),
    )


def goes_on(event: LineEvent, at: datetime) -> bool:
    """Whether it had not ended at *at*, as far as anybody knows."""
    return not event.is_over and at - event.ended_at <= _SILENT
