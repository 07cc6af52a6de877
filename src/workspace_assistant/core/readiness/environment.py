"""Facts of a run that a help desk asks for first: when, where on the network, with what."""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, tzinfo

from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.model import Measurement, ReadinessReport
from workspace_assistant.core.readiness.names import label_of
from workspace_assistant.core.readiness.path.texts import INTERFACES
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

CHECKED_AT = QT_TRANSLATE_NOOP("report", "{date}, {begin} to {end}, {zone} (UTC{offset})")
INTERFACE = QT_TRANSLATE_NOOP("report", "Network interface")
UNDER_TUNNEL = QT_TRANSLATE_NOOP("report", "{kind} over {under}")
VPN = QT_TRANSLATE_NOOP("report", "VPN")
VPN_YES = QT_TRANSLATE_NOOP("report", "yes, calls go through it")
VPN_NO = QT_TRANSLATE_NOOP("report", "no")
VPN_ALL = QT_TRANSLATE_NOOP("report", "yes, everything goes through it")
VPN_FOR = QT_TRANSLATE_NOOP("report", "yes; through it: {hosts}")
VPN_NOBODY = QT_TRANSLATE_NOOP("report", "yes, but the employer's servers are reached beside it")
VPN_BESIDE = QT_TRANSLATE_NOOP("report", "yes, but calls go beside it")
VPN_SOME = QT_TRANSLATE_NOOP("report", "calls go beside it; through it: {hosts}")
VOICE_SERVER = QT_TRANSLATE_NOOP("report", "Voice packets to")
LINE_SERVER = QT_TRANSLATE_NOOP("report", "Line measured with")

# Told as they are, where they were measured.
_MORE = ("connection.signal", "connection.proxy", "path.nat", "path.mtu")

_NONE = "none"

Found = Mapping[str, Measurement]


def environment_facts(report: ReadinessReport) -> tuple[tuple[str, str], ...]:
    """Pairs of a name and its words, for what is known."""
    found = {one.id: one for check in report.checks for one in check.measurements}
    facts = (
        (INTERFACE, _interface(found)),
        (VPN, _vpn(found)),
        (VOICE_SERVER, _server(found, "voice.rtt", "transport")),
        (LINE_SERVER, _server(found, "bandwidth.download", "provider")),
        *((label_of(one), _value(found, one)) for one in _MORE),
    )
    return tuple((name, words) for name, words in facts if words)


def checked_at(report: ReadinessReport) -> str:
    """Local times of the user's place, with its zone and offset, so that they mean one instant."""
    zone = _zone(report.time_zone)
    begin = report.started_at.astimezone(zone)
    end = report.finished_at.astimezone(zone)
    return Phrase(
        CHECKED_AT,
        date=f"{begin:%Y-%m-%d}",
        begin=f"{begin:%H:%M:%S}",
        end=f"{end:%H:%M:%S}" if end.date() == begin.date() else f"{end:%Y-%m-%d %H:%M:%S}",
        zone=f"{zone}",
        offset=_offset(begin),
    )


def _interface(found: Found) -> str:
    """The interface of calls; of the whole connection where calls were not tested."""
    known = found.get("path.interface") or found.get("connection.interface")
    if known is None:
        return ""
    kind = Phrase(INTERFACES.get(str(known.value), str(known.value)))
    runs_on = next(
        iter(_conditions(found, "runs_on", "path.interface", "connection.interface")), ""
    )
    if runs_on and known.value == "vpn":
        kind = Phrase(UNDER_TUNNEL, kind=kind, under=Phrase(INTERFACES.get(runs_on, runs_on)))
    name = known.conditions.get("name")
    return Phrase("{kind} ({name})", kind=kind, name=str(name)) if name else kind


def _vpn(found: Found) -> str:
    """What goes through a tunnel; a split one takes some hosts and leaves others."""
    calls, any_host = found.get("path.vpn"), found.get("connection.vpn")
    if calls and calls.value:
        return VPN_YES
    if any_host and any_host.value:
        hosts = str(any_host.conditions.get("hosts_inside", ""))
        if hosts in {"", _NONE}:
            return VPN_BESIDE if calls else VPN_NOBODY if hosts else VPN_ALL
        return Phrase(VPN_SOME if calls else VPN_FOR, hosts=hosts)
    return VPN_NO if calls or any_host else ""


def _server(found: Found, measurement: str, manner: str) -> str:
    words = [*_conditions(found, "server", measurement), *_conditions(found, manner, measurement)]
    return ", ".join(words)


def _conditions(found: Found, name: str, *ids: str) -> Iterator[str]:
    for one in ids:
        if one in found and found[one].conditions.get(name):
            yield str(found[one].conditions[name])


def _value(found: Found, measurement: str) -> str:
    """Empty for what is not there: a proxy that is none says nothing."""
    known = found.get(measurement)
    if known is None or known.value == _NONE:
        return ""
    return format_value(known.value, known.unit)


def _zone(name: str) -> tzinfo:
    """The zone; UTC where this computer does not know it, and the report then says UTC."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def _offset(at: datetime) -> str:
    offset = f"{at:%z}"
    return f"{offset[:3]}:{offset[3:5]}"
