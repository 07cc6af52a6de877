"""The time zone that the user is in now."""

from __future__ import annotations

from datetime import tzinfo


def present_zone() -> tzinfo:
    """By its name; where it has none, by the computer's own rules. Looked up each time."""
    from zoneinfo import ZoneInfo

    from workspace_assistant.adapters.system.computer_zone import ComputerZone, is_utc
    from workspace_assistant.adapters.system.time_zone import UNKNOWN, known_zone_name

    name = known_zone_name()
    if name is not None or is_utc(ComputerZone()):
        return ZoneInfo(name or UNKNOWN)
    return ComputerZone()
