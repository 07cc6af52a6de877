"""When bad seconds are an event: M of the last N, so that a single one alarms nobody.

A loss of one probe in a hundred is 1 lost in 100 s: no watch of one probe a second can tell it from
chance. What is found is what is heard: several probes lost within seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from workspace_assistant.core.line_watch.model import EventKind, LineEvent, Second, WatchLimits
from workspace_assistant.core.line_watch.placing import side_of
from workspace_assistant.core.line_watch.tallies import mean_cpu, tally

# How long seconds are remembered: the longest rule, and the calm before an event.
_KEPT_S = 120
# No second for so long: the computer slept, or the watch stood still. What was before says nothing.
_TORN_S = 5.0
# What lies further back decides nothing any more: an event of which nothing is seen is over.
_JUDGED_S = 60
_CALM_S = 60
_LONGEST_S = 30 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """An event begins with *bad* bad ones of the last *of*, or *in_a_row*; *good* good ones end it.

    Seconds in which nothing was seen of what the rule is about count for neither.
    """

    kind: EventKind
    bad: int
    of: int
    in_a_row: int
    good: int


RULES: tuple[Rule, ...] = (
    Rule(kind=EventKind.LOSS, bad=3, of=20, in_a_row=3, good=15),
    Rule(kind=EventKind.DELAY, bad=6, of=10, in_a_row=5, good=10),
    Rule(kind=EventKind.COMPUTER, bad=8, of=10, in_a_row=8, good=10),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """What is remembered between seconds.

    Attributes:
        recent: the last two minutes and all seconds of an event that goes on.
        events: the latest of each kind, over or not: none begins before the last one ended.
    """

    recent: tuple[Second, ...] = ()
    events: tuple[LineEvent, ...] = ()

    @property
    def going_on(self) -> tuple[LineEvent, ...]:
        return tuple(one for one in self.events if not one.is_over)

    def latest(self, kind: EventKind) -> LineEvent | None:
        return next((one for one in self.events if one.kind is kind), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Detected:
    """After one more second: the state, and events that began, grew or ended with it."""

    detection: Detection
    changed: tuple[LineEvent, ...] = ()


def detected(
    before: Detection, second: Second, limits: WatchLimits, new_id: Callable[[], str]
) -> Detected:
    """One second more."""
    ended: tuple[LineEvent, ...] = ()
    if before.recent and not _continues(before.recent[-1], second):
        ended = finished(before)
        before = Detection()
    recent = (*before.recent, second)
    changed = [
        event
        for rule in RULES
        if (event := _after(rule, before.latest(rule.kind), recent, limits, new_id)) is not None
    ]
    return Detected(detection=_remembered(before, recent, changed), changed=(*ended, *changed))


def finished(before: Detection) -> tuple[LineEvent, ...]:
    """The watch ends: what still goes on ends with its last bad second."""
    return tuple(_cut_off(one) for one in before.going_on)


def is_bad(kind: EventKind, second: Second, limits: WatchLimits) -> bool | None:
    """Whether a second is bad of its kind; None where nothing was seen."""
    if kind is EventKind.COMPUTER:
        return None if second.cpu_fraction is None else second.cpu_fraction > limits.cpu_fraction
    if second.server is None:
        return None
    if kind is EventKind.LOSS:
        return second.server.is_lost
    delay_ms = second.server.delay_ms
    return None if delay_ms is None else delay_ms > limits.delay_ms


def _after(
    rule: Rule,
    event: LineEvent | None,
    recent: tuple[Second, ...],
    limits: WatchLimits,
    new_id: Callable[[], str],
) -> LineEvent | None:
    """The event as this second leaves it, where that is a change."""
    seen = [
        (one, is_bad_one)
        for one in recent[-_JUDGED_S:]
        if (is_bad_one := is_bad(rule.kind, one, limits)) is not None
    ]
    if not seen:
        return _cut_off(event) if event is not None and not event.is_over else None
    if seen[-1][0] is not recent[-1]:
        return None
    if event is None or event.is_over:
        fresh = [pair for pair in seen if event is None or pair[0].at > event.ended_at]
        return _begun(rule, fresh, recent, new_id)
    if seen[-1][1]:
        return _limited(_grown(event, recent))
    last = [is_bad_one for one, is_bad_one in seen if one.at > event.ended_at]
    return _over(event) if len(last) >= rule.good else None


def _continues(last: Second, second: Second) -> bool:
    """Whether the two belong to one stretch: the clock was not set, and nothing slept."""
    return timedelta(0) < second.at - last.at <= timedelta(seconds=_TORN_S)


def _limited(event: LineEvent) -> LineEvent:
    """One that goes on for very long is told in pieces."""
    is_long = event.ended_at - event.started_at >= timedelta(seconds=_LONGEST_S)
    return _cut_off(event) if is_long else event


def _begun(
    rule: Rule,
    seen: list[tuple[Second, bool]],
    recent: tuple[Second, ...],
    new_id: Callable[[], str],
) -> LineEvent | None:
    window = seen[-rule.of :]
    bad = [one for one, is_bad_one in window if is_bad_one]
    last = [is_bad_one for _, is_bad_one in seen[-rule.in_a_row :]]
    is_in_a_row = len(last) == rule.in_a_row and all(last)
    if not window[-1][1] or not (len(bad) >= rule.bad or is_in_a_row):
        return None
    started_at = bad[0].at
    event = LineEvent(id=new_id(), kind=rule.kind, started_at=started_at, ended_at=started_at)
    return _grown(event, recent)


def _grown(event: LineEvent, recent: tuple[Second, ...]) -> LineEvent:
    """Up to the present second, which is a bad one."""
    bad = [one for one in recent if one.at >= event.started_at]
    calm = [one for one in recent if one.at < event.started_at][-_CALM_S:]
    return replace(
        event,
        ended_at=recent[-1].at,
        server=tally(one.server for one in bad),
        gateway=tally(one.gateway for one in bad),
        cpu_fraction=mean_cpu(bad),
        side=side_of(event.kind, bad, calm),
    )


def _over(event: LineEvent) -> LineEvent:
    return replace(event, is_over=True)


def _cut_off(event: LineEvent) -> LineEvent:
    return replace(event, is_over=True, is_cut_off=True)


def _remembered(
    before: Detection, recent: tuple[Second, ...], changed: Sequence[LineEvent]
) -> Detection:
    """What the next second needs to know."""
    events = {one.kind: one for one in (*before.events, *changed)}
    going_on = [one.started_at for one in events.values() if not one.is_over]
    keep_from = min(going_on, default=recent[-1].at) - timedelta(seconds=_KEPT_S)
    kept = tuple(one for one in recent if one.at >= keep_from)
    return Detection(recent=kept, events=tuple(events.values()))
