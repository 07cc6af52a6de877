"""`breaks voice` on a real data directory."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes.loudness import level
from workspace_assistant.adapters.files.break_choices import BreakChoices
from workspace_assistant.adapters.sqlite.breaks_store import SqliteBreakStore
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.loudness_store import SqliteLoudnessStore
from workspace_assistant.bootstrap import loudness
from workspace_assistant.bootstrap.breaks_tools import break_tools
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.present_zone import present_zone
from workspace_assistant.cli.main import explained, parse
from workspace_assistant.core.breaks.model import ActivityKind, ActivityStretch, Settings
from workspace_assistant.core.days import day_of, day_start

Capture = pytest.CaptureFixture[str]
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture(autouse=True)
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loudness, "is_shared", lambda: True)


def run(folder: Path, *words: str) -> int:
    arguments = parse(["breaks", "voice", *words])
    return explained(lambda: int(arguments.run(arguments, break_tools(folder))))


def out(capsys: Capture) -> list[str]:
    return capsys.readouterr().out.splitlines()


def log_weeks(folder: Path) -> datetime:
    """An hour of calls yesterday; levels on ten days, by 4 dB louder this week."""
    zone = present_zone()
    yesterday = day_start(day_of(datetime.now(UTC), zone) - DAY, zone) + 8 * HOUR
    call = ActivityStretch(
        id="1", kind=ActivityKind.CALL, started_at=yesterday, ended_at=yesterday + HOUR
    )
    with closing(Database(folder / DATABASE_NAME)) as database:
        SqliteBreakStore(database).prolong(call)
        for day in (*range(1, 6), *range(10, 15)):
            dbov = -22.0 if day < 7 else -26.0
            SqliteLoudnessStore(database).put(level(yesterday - (day - 1) * DAY, dbov))
    return yesterday


def test_it_is_off_until_it_is_turned_on(tmp_path: Path, capsys: Capture) -> None:
    assert run(tmp_path) == 0
    lines = out(capsys)
    assert lines[0] == "No day of the last two weeks was watched for calls."
    assert "It is measured only where you turn that on." in lines[1]
    assert lines[2].startswith("The loudness of calls is not measured.")
    run(tmp_path, "on")
    assert "never sound" in out(capsys)[1]
    run(tmp_path)
    assert out(capsys)[2].startswith("The loudness of calls is measured")
    run(tmp_path, "off")
    assert out(capsys)[0].startswith("The loudness of calls is not measured")


def test_days_and_the_trend_are_told(tmp_path: Path, capsys: Capture) -> None:
    log_weeks(tmp_path)
    run(tmp_path)
    lines = out(capsys)
    assert any(
        "1h in calls; voice at -22.0 dBov (1 level, Headset, volume -6 dB)" in one for one in lines
    ), lines
    assert any("not known how long; voice at -26.0 dBov" in one for one in lines)
    assert any("was 4 dB louder than usual in the last seven days (5 levels" in o for o in lines)


def test_as_a_document(tmp_path: Path, capsys: Capture) -> None:
    log_weeks(tmp_path)
    run(tmp_path, "--json")
    told = json.loads(capsys.readouterr().out)
    assert told["schema"] == "workspace-assistant/loudness/1"
    assert (told["is_on"], told["obstacle"]) == (False, None)
    assert told["trend"]["change_db"] == 4
    assert told["trend"]["levels"] == 5
    assert len(told["days"]) == 14
    found = [one for day in told["days"] for one in day["levels"]]
    assert found[0] == {
        "level_dbov": -22.0,
        "count": 1,
        "microphone": "Headset",
        "source": "usb.headset",
        "port": "mic",
        "volume_db": -6.0,
    }
    assert {day["call_s"] for day in told["days"]} == {None, 3600}


def test_what_is_not_known_is_said_in_the_document(tmp_path: Path, capsys: Capture) -> None:
    run(tmp_path, "--json")
    trend = json.loads(capsys.readouterr().out)["trend"]
    assert trend["not_known"] == "loudness-not-measured-in-week"
    assert trend["change_db"] is None


def test_what_stands_in_the_way_is_said(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    BreakChoices(tmp_path).keep(Settings(is_on=False))
    run(tmp_path, "on")
    assert out(capsys)[-1].startswith("Breaks are off, so calls are not noticed")
    monkeypatch.setattr(loudness, "is_shared", lambda: False)
    run(tmp_path)
    assert any("could take the microphone away from the call" in one for one in out(capsys))
