"""`week`: what it prints, and what it asks for."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.fakes.leave import MemoryLeaveStore
from tests.fakes.weeks import ZONE, a_block, at, records, told, told_as
from workspace_assistant.cli import week
from workspace_assistant.cli.main import parse
from workspace_assistant.cli.week_tools import WeekTools
from workspace_assistant.core.balance.model import Told, Week
from workspace_assistant.core.balance.settings import choices_of
from workspace_assistant.core.balance.settings_model import WeekSettings
from workspace_assistant.core.balance.targets import Region
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.leave.service import LeaveService
from workspace_assistant.core.spans import Span

NOW = "2026-11-20 23:00"


class Asked:
    """Weeks of one log, and what was asked for."""

    def __init__(self) -> None:
        self.days: list[date] = []
        self.regions: list[Region] = []
        self.settings = WeekSettings()
        self.leave = LeaveService(MemoryLeaveStore())

    def tools(self) -> WeekTools:
        return WeekTools(
            zone=lambda: ZONE,
            now=self._now,
            settings=lambda: self.settings,
            change=self._change,
            leave=self.leave,
            week=self._week,
        )

    def _change(self, settings: WeekSettings) -> None:
        choices_of(settings)  # refuses what makes no sense
        self.settings = settings

    def _now(self) -> datetime:
        return at(NOW)

    def _week(self, around: date, settings: WeekSettings) -> Week:
        self.days.append(around)
        self.regions.append(settings.region)
        known = records(
            now=NOW,
            shifts=[
                ("2026-11-16 14:00", "2026-11-16 22:00"),
                ("2026-11-17 07:20", "2026-11-17 15:20"),
                ("2026-11-18 07:20", "2026-11-18 15:20"),
            ],
            blocks=[a_block("2026-11-18 20:00", "2026-11-18 21:00")],
        )
        return told_as(known, around.isoformat(), settings)


def run(*words: str) -> Asked:
    asked = Asked()
    arguments = parse(["week", *words])
    assert week.run(arguments, asked.tools()) == 0
    return asked


def test_this_week_in_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert run().days == [date(2026, 11, 20)]
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "2026-W47: 4 of 7 targets met, so far"
    assert (
        "  NOT MET    Shortest daily rest: 1 of 2 rests were 11h or longer; Mon 22:00 to Tue 07:20 "
        "was 9h20m. (Directive 2003/88/EC, article 3)"
    ) in lines
    assert "  met        Days in a row: 3, up to Wed 2026-11-18." in lines
    assert "  not known  Quiet days: The week is not over yet." in lines
    assert "no legal assessment" in lines[-1]


@pytest.mark.parametrize(
    ("day", "heading"),
    [
        ("2026-11-20", "2026-W47: no target can be told yet"),
        ("2026-11-10", "2026-W46: no target can be told"),
    ],
)
def test_a_week_of_which_nothing_is_known_counts_no_targets(day: str, heading: str) -> None:
    of_nothing = replace(told(records(now=NOW, shifts=[]), day), indicators=())
    assert next(week.week_lines(of_nothing, ZONE)) == heading


def test_another_week_under_another_law_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    asked = run("--week", "2026-W47", "--region", "us", "--json")
    assert (asked.days, asked.regions) == ([date(2026, 11, 19)], [Region.UNITED_STATES])
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == "workspace-assistant/week/1"
    assert (document["week"], document["time_zone"]) == ("2026-W47", "Europe/Madrid")
    first = document["indicators"][0]
    assert (first["id"], first["value"], first["target"], first["state"]) == (
        "shortest-daily-rest",
        33600,
        39600,
        "not-met",
    )
    assert first["parts"][0]["starts_at"] == "2026-11-16T21:00:00Z"
    assert "no federal law" in first["basis"]
    assert document["days"][2]["after_hours_s"] == 3600


def test_what_is_no_week_is_refused() -> None:
    with pytest.raises(RefusedError, match="no week such as"):
        run("--week", "2026-W60")


def test_halves_are_not_rounded_away_and_long_times_have_their_dates() -> None:
    at_five = Told(
        sentence="{count} of 5, {span}",
        parts={"count": 2.5, "span": Span(at("2026-11-16 08:00"), at("2026-11-26 08:00"))},
    )
    assert week.told(at_five, ZONE) == "2.5 of 5, Mon 2026-11-16 08:00 to Thu 2026-11-26 08:00"
