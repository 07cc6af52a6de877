"""The IANA name of the user's time zone, which no part of the standard library tells."""

from __future__ import annotations

import os
import re
import zoneinfo
from collections.abc import Mapping
from pathlib import Path

from workspace_assistant.adapters.system import windows_zones

UNKNOWN = "UTC"

_NAME = re.compile(r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*")
_DATABASE = "zoneinfo/"
_LOCAL_TIME = "etc/localtime"
# Files in the database that stand for a zone without being its name.
_STAND_INS = frozenset({"localtime", "posixrules"})
# Same zones a second time, with and without leap seconds.
_VARIANTS = ("posix/", "right/")


def zone_name(environment: Mapping[str, str] = os.environ, root: Path = Path("/")) -> str:
    """Such as ``Europe/Madrid``; ``UTC`` when the system does not tell."""
    return known_zone_name(environment, root) or UNKNOWN


def known_zone_name(
    environment: Mapping[str, str] = os.environ, root: Path = Path("/")
) -> str | None:
    """Such as ``Europe/Madrid``; None when the system does not tell.

    The C library's order: the variable ``TZ``, then ``/etc/localtime``. Only where that is a copy
    instead of a link, Debian's ``/etc/timezone`` names it.
    """
    if "TZ" in environment:
        return _from_variable(environment["TZ"].removeprefix(":"), root)
    windows_name = windows_zones.time_zone_key()
    if windows_name:
        return windows_zones.IANA_BY_WINDOWS_NAME.get(windows_name)
    return _from_system(root)


def _from_variable(value: str, root: Path) -> str | None:
    """The zone of ``TZ``: a name, or the path of a zone file, which may be a link to another."""
    name = _known(_from_path(value))
    if name is not None or not value.startswith("/"):
        return name
    file = root / value.lstrip("/")
    return _from_system(root) if file == root / _LOCAL_TIME else _from_link(file)


def _from_system(root: Path) -> str | None:
    return _from_link(root / _LOCAL_TIME) or _from_file(root / "etc/timezone")


def _from_link(link: Path) -> str | None:
    try:
        return _known(_from_path(str(link.readlink()))) or _known(_from_path(str(link.resolve())))
    except OSError:  # no such file, or not a link
        return None


def _from_file(file: Path) -> str | None:
    try:
        return _known(file.read_text("ascii").strip())
    except (OSError, UnicodeDecodeError):
        return None


def _from_path(path: str) -> str:
    """The name at the end of a path into the zone database; a bare name stays as it is."""
    _, _, name = path.rpartition(_DATABASE)
    for variant in _VARIANTS:
        name = name.removeprefix(variant)
    return name


def _known(name: str) -> str | None:
    """*name* if the zone database holds it (rules such as ``CET-1CEST`` are not names)."""
    if name in _STAND_INS or not _NAME.fullmatch(name):
        return None
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return None
    return name
