"""Local time by the computer's own rules, where the zone has no name."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from workspace_assistant.adapters.system.computer_zone import ComputerZone, is_utc
from workspace_assistant.adapters.system.time_zone import known_zone_name

if not hasattr(time, "tzset"):
    pytest.skip("the rules of this system cannot be set by a test", allow_module_level=True)

RULE = "CET-1CEST,M3.5.0,M10.5.0/3"  # what Madrid has, without its name
MADRID = ZoneInfo("Europe/Madrid")


@pytest.fixture
def nameless(monkeypatch: pytest.MonkeyPatch) -> Iterator[ComputerZone]:
    with monkeypatch.context() as patched:
        patched.setenv("TZ", RULE)
        time.tzset()
        yield ComputerZone()
    time.tzset()


@pytest.mark.parametrize("month", [1, 3, 7, 10])
@pytest.mark.parametrize("hour", range(5))
def test_it_tells_what_the_named_zone_tells(nameless: ComputerZone, month: int, hour: int) -> None:
    last_sunday = {1: 25, 3: 29, 7: 26, 10: 25}[month]
    at = datetime(2026, month, last_sunday, hour, tzinfo=UTC) - timedelta(hours=2)

    here, there = at.astimezone(nameless), at.astimezone(MADRID)

    assert (here.isoformat(), here.fold) == (there.isoformat(), there.fold)
    assert here.tzname() == there.tzname()
    assert here.astimezone(UTC) == at


def test_a_rule_is_no_name_and_not_utc(nameless: ComputerZone) -> None:
    assert known_zone_name() is None
    assert not is_utc(nameless)
    assert is_utc(UTC)
    assert str(nameless) == "this computer's time zone"
    assert datetime(2026, 7, 1, tzinfo=nameless).dst() is None
