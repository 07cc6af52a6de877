"""Signal of the radio link from Linux's ``/proc/net/wireless``."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.core.readiness.connection.model import Wireless

WIRELESS_FILE = Path("/proc/net/wireless")
_BYTE = 256
# No receiver hears less, no transmitter in a room gives more: other numbers are relative ones.
_WEAKEST_DBM, _STRONGEST_DBM = -120, -1


def read_wireless(interface: str, path: Path = WIRELESS_FILE) -> Wireless | None:
    try:
        return parse_wireless(path.read_text("ascii", "replace"), interface)
    except OSError:
        return None


def parse_wireless(text: str, interface: str) -> Wireless | None:
    """The row of *interface*; None when it has none, or its driver tells no level in dBm."""
    for line in text.splitlines():
        name, colon, rest = line.partition(":")
        if not colon or name.strip() != interface:
            continue
        level_dbm = _number(rest.split()[2:3])
        if level_dbm is None:
            return None
        if level_dbm > 0:
            level_dbm -= _BYTE  # old drivers print the byte unsigned
        return Wireless(signal_dbm=level_dbm) if _is_level(level_dbm) else None
    return None


def _number(words: list[str]) -> float | None:
    try:
        return float(words[0].rstrip("."))
    except (ValueError, IndexError):
        return None


def _is_level(level_dbm: float) -> bool:
    return _WEAKEST_DBM <= level_dbm <= _STRONGEST_DBM
