"""The user's time zone from the variable, the link, the file, or the registry."""

from __future__ import annotations

import zoneinfo
from pathlib import Path

import pytest

from workspace_assistant.adapters.system import windows_zones
from workspace_assistant.adapters.system.clock import SystemClock
from workspace_assistant.adapters.system.time_zone import zone_name
from workspace_assistant.adapters.system.windows_zones import IANA_BY_WINDOWS_NAME


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "etc").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Europe/Madrid", "Europe/Madrid"),
        (":Europe/Madrid", "Europe/Madrid"),
        (":/usr/share/zoneinfo/Asia/Manila", "Asia/Manila"),
        ("CET-1CEST,M3.5.0,M10.5.0/3", "UTC"),
        ("Nowhere/Here", "UTC"),
        ("../../etc/passwd", "UTC"),
        ("", "UTC"),
    ],
)
def test_the_variable_comes_first(root: Path, value: str, expected: str) -> None:
    (root / "etc/timezone").write_text("Asia/Kolkata\n")
    assert zone_name({"TZ": value}, root) == expected


@pytest.mark.parametrize("value", [":/etc/localtime", "/etc/localtime"])
def test_the_variable_may_name_a_link(root: Path, value: str) -> None:
    (root / "etc/timezone").write_text("Asia/Kolkata\n")
    assert zone_name({"TZ": value}, root) == "Asia/Kolkata"
    (root / "etc/localtime").symlink_to("/usr/share/zoneinfo/Europe/Madrid")
    assert zone_name({"TZ": value}, root) == "Europe/Madrid"


def test_the_variable_may_name_any_link_but_no_stand_in(root: Path) -> None:
    database = root / "usr/share/zoneinfo"
    database.mkdir(parents=True)
    (database / "localtime").symlink_to("/usr/share/zoneinfo/Asia/Manila")
    (root / "etc/mine").symlink_to("/usr/share/zoneinfo/Africa/Cairo")
    assert zone_name({"TZ": ":/usr/share/zoneinfo/localtime"}, root) == "Asia/Manila"
    assert zone_name({"TZ": ":/etc/mine"}, root) == "Africa/Cairo"
    assert zone_name({"TZ": ":/etc/none"}, root) == "UTC"


@pytest.mark.parametrize(
    "target",
    [
        "/usr/share/zoneinfo/America/Argentina/Buenos_Aires",
        "../usr/share/zoneinfo/posix/America/Argentina/Buenos_Aires",
        "/var/db/timezone/zoneinfo/America/Argentina/Buenos_Aires",
    ],
)
def test_the_link(root: Path, target: str) -> None:
    (root / "etc/localtime").symlink_to(target)
    (root / "etc/timezone").write_text("Asia/Kolkata\n")
    assert zone_name({}, root) == "America/Argentina/Buenos_Aires"


def test_a_copy_is_named_by_the_file_beside_it(root: Path) -> None:
    (root / "etc/localtime").write_bytes(b"TZif2")
    assert zone_name({}, root) == "UTC"
    (root / "etc/timezone").write_text("Asia/Kolkata\n")
    assert zone_name({}, root) == "Asia/Kolkata"
    (root / "etc/timezone").write_bytes(b"\xff\xfe")
    assert zone_name({}, root) == "UTC"


def test_windows_names(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows_zones, "time_zone_key", lambda: "Romance Standard Time")
    assert zone_name({}, root) == "Europe/Paris"
    monkeypatch.setattr(windows_zones, "time_zone_key", lambda: "Somewhere Standard Time")
    assert zone_name({}, root) == "UTC"


def test_every_windows_name_means_a_zone() -> None:
    assert set(IANA_BY_WINDOWS_NAME.values()) <= zoneinfo.available_timezones()


def test_the_clock() -> None:
    clock = SystemClock()
    assert clock.now().utcoffset() is not None
    assert clock.monotonic_s() <= clock.monotonic_s()
    assert zoneinfo.ZoneInfo(clock.time_zone())
