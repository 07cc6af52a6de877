"""The line to the internet: days with trouble, and the last check against the usual one."""

from __future__ import annotations

from collections.abc import Iterator

from workspace_assistant.core.facts.checks import LEAST_USUAL, Taken, latest_of_week, taken, usual
from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.telling import known, unknown
from workspace_assistant.core.facts.windows import Windows
from workspace_assistant.core.line_watch.model import EventKind

_JITTER, _LOSS, _UPLOAD = "voice.jitter", "voice.loss", "bandwidth.upload"
_INTERFACES = ("path.interface", "connection.interface")
_CHANGES = {"line.upload_change": _UPLOAD, "line.jitter_change": _JITTER}
_WIRELESS = "wifi"
# What says which kind of network it is; others hide it.
_PLAIN_KINDS = frozenset({"wifi", "wired", "cellular"})


def line_facts(sources: Sources, windows: Windows) -> Iterator[Fact | Unknown]:
    yield _trouble_days(sources, windows)
    for name, measurement in _CHANGES.items():
        yield _change(name, measurement, sources, windows)
    yield _jitter(sources, windows)
    yield _wireless(sources, windows)


def _trouble_days(sources: Sources, windows: Windows) -> Fact | Unknown:
    """Days on which a check found fault with jitter or loss, or a watched line lost packets."""
    name = "line.trouble_days.week"
    checked = [
        one
        for one in taken(sources.reports, _JITTER, _LOSS)
        if one.is_telling and windows.week.holds(one.at)
    ]
    watched = [at for at in sources.line_watched if windows.week.holds(at)]
    if not checked and not watched:
        return unknown(name, "line-not-measured-in-week")
    trouble = [one.at for one in checked if one.is_over_limit]
    trouble += [
        one.started_at
        for one in sources.line_events
        if one.kind is EventKind.LOSS and windows.week.holds(one.started_at)
    ]
    looked = {windows.day_of(at) for at in (*watched, *(one.at for one in checked))}
    days = {windows.day_of(at) for at in trouble}
    return known(name, len(days), count=len(looked | days))


def _jitter(sources: Sources, windows: Windows) -> Fact | Unknown:
    name = "line.jitter"
    last = latest_of_week(_numbers(_JITTER, sources), windows)
    return unknown(name, "line-not-measured-in-week") if last is None else known(name, last.number)


def _change(name: str, measurement: str, sources: Sources, windows: Windows) -> Fact | Unknown:
    found = _numbers(measurement, sources)
    last = latest_of_week(found, windows)
    if last is None:
        return unknown(name, "line-not-measured-in-week")
    own = usual(one.number for one in found if windows.usual.holds(one.at))
    if own is None or own.value <= 0:
        return unknown(name, "usual-not-known", least=str(LEAST_USUAL))
    change = last.number / own.value - 1
    return known(name, change, count=own.count)


def _numbers(measurement: str, sources: Sources) -> list[Taken]:
    return [one for one in taken(sources.reports, measurement) if one.is_number and one.is_telling]


def _wireless(sources: Sources, windows: Windows) -> Fact | Unknown:
    """What the calls go over; under a tunnel, what that goes over."""
    name = "connection.is_wireless"
    last = latest_of_week(taken(sources.reports, *_INTERFACES), windows)
    if last is None:
        return unknown(name, "line-not-measured-in-week")
    under = last.measurement.conditions.get("runs_on")
    kind = str(under or last.measurement.value)
    if kind not in _PLAIN_KINDS:
        return unknown(name, "kind-of-network-hidden")
    return known(name, float(kind == _WIRELESS))
