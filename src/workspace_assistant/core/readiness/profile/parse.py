"""From a TOML document to a workplace profile, or to the list of all its faults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from workspace_assistant.core.readiness.limits import Band, Ceiling, Floor
from workspace_assistant.core.readiness.profile.bounds import check_bounds
from workspace_assistant.core.readiness.profile.faults import Faults, shown
from workspace_assistant.core.readiness.profile.model import (
    BandwidthRequirement,
    ComputerRequirement,
    ConnectionRequirement,
    EndpointRequirement,
    HeadsetRequirement,
    MicrophoneRequirement,
    VoicePathRequirement,
    WorkplaceProfile,
)
from workspace_assistant.core.readiness.profile.servers import (
    read_endpoint_url,
    read_host,
    read_portal_url,
    read_server,
    read_stun_list,
    read_turn_list,
)
from workspace_assistant.core.readiness.profile.values import (
    read_band,
    read_ceiling,
    read_connections,
    read_flag,
    read_floor,
    read_number,
    read_text,
)
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_NO_SCHEMA = QT_TRANSLATE_NOOP("readiness", "is missing: must be {schema}")
_NO_NAME = QT_TRANSLATE_NOOP("readiness", "is missing: every profile has a name")
_NO_SECTION = QT_TRANSLATE_NOOP("readiness", "must be a section [{name}], not {value}")
_NO_SECTIONS = QT_TRANSLATE_NOOP("readiness", "must be written as [[endpoints]] sections")
_TOO_MANY = QT_TRANSLATE_NOOP("readiness", "holds {number} entries, {most} at most")
_NOT_KNOWN = QT_TRANSLATE_NOOP("readiness", "is not known here")
_OTHER_SCHEMA = QT_TRANSLATE_NOOP("readiness", "must be {schema}, found {value}")

SCHEMA = 1
SectionT = TypeVar("SectionT", bound=Any)

_READER_OF_TYPE = {
    bool: read_flag,
    str: read_text,
    int: read_number,
    float: read_number,
    Ceiling: read_ceiling,
    Floor: read_floor,
    Band: read_band,
}
_READER_OF_KEY = {
    "server": read_server,
    "url": read_endpoint_url,
    "stun": read_stun_list,
    "turn": read_turn_list,
    "time_server": read_host,
    "portal_url": read_portal_url,
    "connections": read_connections,
}
_MOST_ENDPOINTS = 50


def parse_profile(document: Mapping[str, object], digest: str) -> WorkplaceProfile:
    """The profile in *document*. Raises `ProfileError` with every fault and its place."""
    faults = Faults()
    schema = document.get("schema")
    if schema is None:
        faults.add("schema", _NO_SCHEMA, schema=str(SCHEMA))
    elif type(schema) is not int or schema != SCHEMA:  # true and 1.0 equal 1 in Python alone
        faults.add("schema", _OTHER_SCHEMA, schema=str(SCHEMA), value=shown(schema))
    profile = WorkplaceProfile(
        name=_read_name(document, faults),
        digest=digest,
        bandwidth=_read_section(document, "bandwidth", BandwidthRequirement(), faults),
        voice_path=_read_section(document, "voice_path", VoicePathRequirement(), faults),
        endpoints=_read_endpoints(document.get("endpoints", []), faults),
        connection=_read_section(document, "connection", ConnectionRequirement(), faults),
        computer=_read_section(document, "computer", ComputerRequirement(), faults),
        microphone=_read_section(document, "microphone", MicrophoneRequirement(), faults),
        headset=_read_section(document, "headset", HeadsetRequirement(), faults),
    )
    known = {"schema"} | {field.name for field in fields(WorkplaceProfile)} - {"digest"}
    _name_unknown(document, known, "", faults)
    check_bounds(profile, faults)
    faults.raise_if_any()
    return profile


def _read_name(document: Mapping[str, object], faults: Faults) -> str:
    name = read_text(document.get("name", ""), "name", "", faults)
    if not name and not faults.has("name"):
        faults.add("name", _NO_NAME)
    return name


def _read_section(
    document: Mapping[str, object], place: str, default: SectionT, faults: Faults
) -> SectionT:
    table = document.get(place, {})
    if not isinstance(table, dict):
        faults.add(place, _NO_SECTION, name=place, value=shown(table))
        return default
    return _read_fields(table, place, default, faults)


def _read_fields(
    table: Mapping[str, object], place: str, default: SectionT, faults: Faults
) -> SectionT:
    names = [field.name for field in fields(default)]
    _name_unknown(table, set(names), place, faults)
    changes: dict[str, object] = {}
    for name in names:
        if name in table:
            fallback: Any = getattr(default, name)
            reader: Any = _READER_OF_KEY.get(name) or _READER_OF_TYPE[type(fallback)]
            changes[name] = reader(table[name], f"{place}.{name}", fallback, faults)
    return replace(default, **changes)


def _read_endpoints(value: object, faults: Faults) -> tuple[EndpointRequirement, ...]:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        faults.add("endpoints", _NO_SECTIONS)
        return ()
    if len(value) > _MOST_ENDPOINTS:
        faults.add("endpoints", _TOO_MANY, number=str(len(value)), most=str(_MOST_ENDPOINTS))
    empty = EndpointRequirement(name="", url="")
    return tuple(
        _read_fields(entry, f"endpoints[{index}]", empty, faults)
        for index, entry in enumerate(value[:_MOST_ENDPOINTS])
    )


def _name_unknown(table: Mapping[str, object], known: set[str], place: str, faults: Faults) -> None:
    for key in sorted(table.keys() - known):
        shown = key if key.isprintable() else ascii(key)
        faults.add(f"{place}.{shown}" if place else shown, _NOT_KNOWN)
