"""The time zone that the user is in now."""

from __future__ import annotations

from datetime import tzinfo
from functools import cache

from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_NAMELESS = QT_TRANSLATE_NOOP(
    "focus",
    "This computer's time zone has no name that is known. Times are shown as its clock shows "
    "them, and the log notes UTC. To name it, set the variable TZ, such as TZ=Europe/Madrid",
)


def present_zone() -> tzinfo:
    """By its name; where it has none, by the computer's own rules. Looked up each time."""
    from zoneinfo import ZoneInfo

    from workspace_assistant.adapters.system.computer_zone import ComputerZone, is_utc
    from workspace_assistant.adapters.system.time_zone import UNKNOWN, known_zone_name

    name = known_zone_name()
    if name is not None or is_utc(ComputerZone()):
        return ZoneInfo(name or UNKNOWN)
    return ComputerZone()


@cache
def user_zone() -> tzinfo:
    """The one of the start, for a command that shows all its times in one zone."""
    return present_zone()


def zone_remark() -> str:
    from zoneinfo import ZoneInfo

    return "" if isinstance(user_zone(), ZoneInfo) else Phrase(_NAMELESS)
