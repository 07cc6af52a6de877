"""A week of a noisy home, as a person logs it: three tips fit it, and each says why it came."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.program import run
from tests.fakes.readiness_reports import microphone, report
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.core.readiness.model import Verdict

_HOUR = timedelta(hours=1)
_DAYS_AGO = (4, 3, 2)  # a day off before today: the rest before this shift is long


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/none")  # whatever else records here
    return tmp_path / "home"


def typed(home: Path, *words: str) -> Any:
    answer = run(home, *words, "--json")
    assert answer.code == 0, answer.err
    return answer.document()


def test_a_noisy_week_brings_three_tips_that_say_why(home: Path) -> None:
    now = datetime.now(UTC)
    for days in _DAYS_AGO:
        _noisy_hour(home, (now - timedelta(days=days)).date())
    _check_in_noise(home, now - 5 * _HOUR)
    began = now - 4 * _HOUR
    typed(home, "shifts", "add", f"{began:%Y-%m-%d}", f"{began:%H:%M}", "8h")

    typed(home, "focus", "start", "Refunds")
    assert typed(home, "tips")["reason"] == "open-block"
    typed(home, "focus", "stop")

    tips = []
    for _ in range(3):
        found = typed(home, "tips")
        tips.append(found)
        assert typed(home, "tips")["reason"] in {"once-an-hour", "three-a-shift"}
        _an_hour_passes(home)
    assert [_said(one) for one in tips] == [
        ("noise-voices", "A", {"interruptions.noise.voices.week": 3}),
        ("interrupted-next-step", "B", {"interruptions.week": 9}),
        ("family-sign", "B", {"interruptions.family.week": 3}),
    ]
    for one in tips:
        assert all(f"{fact['value']:g} " in fact["text"] for fact in one["facts"]), one["facts"]
        assert one["chosen"]["source"]["url"].startswith("https://doi.org/")

    _the_silence_is_explained_too(home)
    _the_why_log_keeps_it(home, [one["chosen"] for one in tips])


def _noisy_hour(home: Path, day: date) -> None:
    typed(home, "shifts", "add", f"{day}", "14:30", "16:30")
    block = ("--day", f"{day}", "--from", "15:00", "--to", "16:00")
    typed(home, "focus", "add", "Refunds", *block)
    (added,) = typed(home, "focus", "list", "--day", f"{day}")["blocks"]
    for at, cause, note in (
        ("15:10", "noise", "voices next door"),
        ("15:20", "pet", "barking"),
        ("15:30", "family", "homework"),
    ):
        words = (added["id"], cause, "--at", at, "--note", note)
        typed(home, "focus", "interruption", "add", *words)


def _check_in_noise(home: Path, at: datetime) -> None:
    """A check that heard the voice only 9 dB above the room."""
    quiet = microphone()
    heard = tuple(
        replace(one, value=9.0) if one.id == "microphone.snr" else one for one in quiet.measurements
    )
    checked = report(Verdict.CAUTION, replace(quiet, measurements=heard), finished_at=at)
    with closing(Database(home / DATABASE_NAME)) as database:
        SqliteReportStore(database).add(checked)


def _an_hour_passes(home: Path) -> None:
    """Whatever was shown was shown an hour earlier: no test waits for the real clock."""
    hour_us = _HOUR // timedelta(microseconds=1)
    with (
        closing(Database(home / DATABASE_NAME)) as database,
        database.transaction() as connection,
    ):
        connection.execute("UPDATE tip_event SET at = at - ?", (hour_us,))


def _said(found: Any) -> tuple[str, str, dict[str, float]]:
    facts = {fact["name"]: fact["value"] for fact in found["facts"]}
    return found["chosen"]["id"], found["chosen"]["grade"], facts


def _the_silence_is_explained_too(home: Path) -> None:
    found = typed(home, "tips", "--why")
    assert (found["chosen"], found["reason"]) == (None, "three-a-shift")
    whys = {why["id"]: why for why in found["why"]}
    assert len(whys) >= 72
    assert (whys["noise-distance-to-speech"]["stand"], whys["pets-before-shift"]["reason"]) == (
        "held-back",
        "three-a-shift",
    )
    assert whys["noise-distance-to-speech"]["facts"][0]["value"] == 9
    assert whys["noise-voices"]["reason"] == "shown-lately"
    assert whys["phone-silent"]["stand"] == "not-relevant"
    assert whys["eye-test"]["stand"] == "not-known"
    text = run(home, "tips", "--why").out
    assert "No tip now. Three tips were shown in this shift." in text
    assert all(why["reason_text"] in text for why in whys.values() if why["stand"] != "not-known")


def _the_why_log_keeps_it(home: Path, tips: list[Any]) -> None:
    lines = [one for one in typed(home, "reminders")["reminders"] if one["kind"] == "tip"]
    shown = [one for one in reversed(lines) if one["outcome"] == "shown"]
    assert [one["about"] for one in shown] == [tip["id"] for tip in tips]
    assert all(one["detail"].startswith(tip["text"]) for one, tip in zip(shown, tips, strict=True))
    reasons = {one["reason"] for one in lines if one["outcome"] == "held-back"}
    assert {"open-block", "once-an-hour", "three-a-shift"} <= reasons
