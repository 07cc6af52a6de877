"""`week`: what it prints, and what it asks for."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.fakes import summaries
from tests.fakes.leave import MemoryLeaveStore
from tests.fakes.tips import a_tip
from tests.fakes.week_files import NO_FILES
from tests.fakes.weeks import ZONE, a_block, at, records
from workspace_assistant.cli import week
from workspace_assistant.cli.main import parse
from workspace_assistant.cli.week_tools import WeekTools
from workspace_assistant.cli.week_words import Shown, roll_up_lines, summary_lines
from workspace_assistant.core.balance import goal_texts
from workspace_assistant.core.balance.model import Records, Told
from workspace_assistant.core.balance.periods import Period
from workspace_assistant.core.balance.roll_up import roll_up_of
from workspace_assistant.core.balance.settings_model import Commute, Goal, GoalKind, WeekSettings
from workspace_assistant.core.balance.summary import alone_of, summary_of
from workspace_assistant.core.balance.summary_model import Progress, RollUp, Summary
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.leave.service import LeaveService
from workspace_assistant.core.tips.model import Listed

NOW = "2026-11-20 23:00"
TIPS = ("eleven-hours-of-rest", "quick-return", "closing-ritual", "say-when-not-reachable")


class Asked:
    """Weeks of one log, and what was asked for."""

    def __init__(self) -> None:
        self.days: list[date] = []
        self.settings: list[WeekSettings] = []
        self.away: list[tuple[str, ...]] = []

    def tools(self) -> WeekTools:
        return WeekTools(
            zone=lambda: ZONE,
            now=_now,
            settings=WeekSettings,
            change=self.settings.append,
            leave=LeaveService(MemoryLeaveStore()),
            week=self._alone,
            summary=self._summary,
            roll_up=self._roll_up,
            tips=lambda: tuple(_listed(name) for name in TIPS),
            files=NO_FILES,
        )

    def _note(self, around: date, settings: WeekSettings, away: Collection[str]) -> None:
        self.days.append(around)
        self.settings.append(settings)
        self.away.append(tuple(away))

    def _alone(self, around: date, settings: WeekSettings, away: Collection[str]) -> Summary:
        self._note(around, settings, away)
        return alone_of(_known(), around, settings, away)

    def _summary(self, around: date, settings: WeekSettings, away: Collection[str]) -> Summary:
        self._note(around, settings, away)
        return summary_of(_known(), around, settings, away)

    def _roll_up(self, period: Period, settings: WeekSettings) -> RollUp:
        self.settings.append(settings)
        return roll_up_of(_known(), period, settings)


def _now() -> datetime:
    return at(NOW)


def _known() -> Records:
    return records(
        now=NOW,
        shifts=[
            ("2026-11-10 07:20", "2026-11-10 15:20"),
            ("2026-11-16 14:00", "2026-11-16 22:00"),
            ("2026-11-17 07:20", "2026-11-17 15:20"),
            ("2026-11-18 07:20", "2026-11-18 15:20"),
        ],
        blocks=[a_block("2026-11-18 20:00", "2026-11-18 21:00")],
    )


def _listed(name: str) -> Listed:
    return Listed(
        tip=a_tip(name),
        offered_at=None,
        times_offered=0,
        answer=None,
        is_put_away=name == "eleven-hours-of-rest",
    )


def run(*words: str) -> Asked:
    asked = Asked()
    assert week.run(parse(["week", *words]), asked.tools()) == 0
    return asked


def test_this_week_in_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert run().days == [date(2026, 11, 20)]
    lines = capsys.readouterr().out.splitlines()
    assert lines[:4] == [
        "2026-W47: 4 of 7 targets met so far.",
        "  Two of three rests were 11h or longer; Monday to Tuesday was 9h20m.",
        "  1h of blocks lay outside of shifts; the target is 30m at most.",
        "",
    ]
    start = lines.index("  NOT MET    Shortest daily rest             9h20m  (11h or more)")
    assert lines[start + 1 : start + 3] == [
        "             2 of 3 rests were 11h or longer; Mon 22:00 to Tue 07:20 was 9h20m.",
        "             (Directive 2003/88/EC, article 3)",
    ]
    assert "  met        Days in a row                       3  (6 at most)" in lines
    assert "             Hours this week                   25h" in lines
    assert lines[-2:] == [
        "Targets are defaults by law and official guidance, or your own; this is no legal",
        "assessment.",
    ]


def test_what_is_not_met_comes_first_and_what_is_not_known_last(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run()
    text = capsys.readouterr().out
    states = [line[2:11].strip() for line in text.splitlines() if line[13:14].strip()]
    known = [one for one in states if one in {"NOT MET", "met", "not known"}]
    assert known == sorted(known, key=("NOT MET", "met", "not known").index)
    assert "  not known  Overtime, Quiet days: The week is not over yet." in text


def test_a_tip_that_does_not_apply_is_not_suggested(capsys: pytest.CaptureFixture[str]) -> None:
    assert run().away == [("eleven-hours-of-rest",)]
    text = capsys.readouterr().out
    assert "  After hours: Do closing-ritual." in text
    assert "  Shortest daily rest: Do quick-return." in text


def test_beside_the_weeks_before(capsys: pytest.CaptureFixture[str]) -> None:
    run("--trends")
    text = capsys.readouterr().out
    assert "last week 8h" in text
    assert "Usually: the median of the four weeks before" in text


def test_all_of_a_rich_summary_fits_into_eighty_columns() -> None:
    summary = summaries.rich()
    tips = {
        one.tip_id: "A long text of a tip that says what to do. " * 4 for one in summary.suggestions
    }
    shown = Shown(zone=ZONE, tips=tips)
    lines = list(summary_lines(summary, shown, with_past=True))
    assert max(map(len, lines)) <= 80
    text = "\n".join(lines)
    for title in ("Goals", "Indicators", "The last twelve weeks", "What could be done"):
        assert f"\n\n{title}\n  " in text
    assert "  Interruptions: chat 31, noise 20, family 16, technical 4." in text
    assert "  31 % of all interruptions came between 15:00 and 16:00." in text
    assert "  Shifts that began ready: 41; with technical trouble: 4." in text
    assert "  reached      Focus: 11h30m of focus" in text
    assert "  not reached  Learning: 25m of learning" in text
    goes_on = replace(summary, week=replace(summary.week, is_over=False))
    text = "\n".join(summary_lines(goes_on, shown, with_past=False))
    assert "  on the way   Learning: 25m of learning" in text


def test_a_value_that_misses_its_target_does_not_read_like_it() -> None:
    whole = summaries.rich()
    near = tuple(
        replace(one, value=one.target.value - 0.3) if one.id == "shortest-daily-rest" else one
        for one in whole.week.indicators
        if one.target
    )
    told = replace(
        whole, week=replace(whole.week, indicators=near), comparisons=whole.comparisons[: len(near)]
    )
    shown = Shown(zone=ZONE, tips={one.tip_id: "Do." for one in whole.suggestions})
    text = "\n".join(summary_lines(told, shown, with_past=False))
    assert "10h59m  (11h or more)" in text


def test_a_goal_that_is_not_known_has_its_name() -> None:
    unknown = Progress(
        goal=Goal(kind=GoalKind.BREAKS, least=20),
        value=None,
        is_reached=None,
        told=Told(sentence=goal_texts.NO_BREAKS),
    )
    summary = replace(summaries.rich(), goals=(unknown,), suggestions=())
    text = "\n".join(summary_lines(summary, Shown(zone=ZONE, tips={}), with_past=False))
    assert "\n  not known    Breaks: Breaks were not watched in this week.\n" in text


def test_without_anything_that_stands_out_nothing_is_said_of_it() -> None:
    plain = replace(summaries.rich(), ready_counts=None, suggestions=(), goals=())
    heat = plain.heat
    assert heat is not None
    shown = Shown(zone=ZONE, tips={})
    quiet = replace(plain, heat=replace(heat, hardest=None))
    text = "\n".join(summary_lines(quiet, shown, with_past=True))
    assert "of all interruptions" not in text
    assert "Goals" not in text
    assert "What could be done" not in text
    text = "\n".join(summary_lines(replace(plain, heat=None), shown, with_past=True))
    assert "The last twelve weeks" not in text


def test_another_week_under_another_law_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    asked = run("--week", "2026-W47", "--region", "us", "--json")
    assert asked.days == [date(2026, 11, 19)]
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == "workspace-assistant/week/1"
    assert (document["week"], document["time_zone"]) == ("2026-W47", "Europe/Madrid")
    assert (document["region"], document["goals"], document["currency"]) == ("us", [], None)
    first = document["indicators"][0]
    assert (first["id"], first["value"], first["target"], first["state"]) == (
        "shortest-daily-rest",
        33600,
        39600,
        "not-met",
    )
    assert first["parts"][1]["starts_at"] == "2026-11-16T21:00:00Z"
    assert "no federal law" in first["basis"]
    assert document["days"][2]["after_hours_s"] == 3600
    assert "trends" not in document


def test_trends_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    run("--trends", "--json")
    document = json.loads(capsys.readouterr().out)
    assert document["headline"] == "4 of 7 targets met so far."
    hours = next(one for one in document["trends"] if one["id"] == "hours")
    assert [one["value"] for one in hours["points"]][-2:] == [28800, 90000]
    assert document["suggestions"][0] == {
        "indicator": "shortest-daily-rest",
        "tip": "quick-return",
    }


@pytest.mark.parametrize(
    ("option", "text", "weeks"),
    [
        ("--month", "2026-11", "2026-W45 to 2026-W47"),
        ("--quarter", "2026-Q4", "2026-W40 to 2026-W47"),
    ],
)
def test_months_and_quarters(
    option: str, text: str, weeks: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run(option, text)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"{text}: 10 of 13 targets met in 2 weeks together.")
    assert "  After hours: the target was met in 1 of 2 weeks." in lines
    assert f"Weeks: {weeks}" in lines
    assert "  Hours this week                16h30m            8h to 25h" in lines
    assert "  Days in a row                       2  2 of 2    1 to 3" in lines


def test_a_month_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    run("--month", "2026-11", "--region", "de", "--json")
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == "workspace-assistant/weeks/1"
    assert (document["period"], document["region"]) == ("2026-11", "de")


def test_a_month_to_come_has_nothing_to_tell() -> None:
    told = replace(summaries.month(), weeks=(), rows=())
    assert "Indicators" not in "\n".join(roll_up_lines(told, ZONE, ""))


def test_money_is_told_in_its_currency() -> None:
    paid = replace(WeekSettings(), commute=Commute(day_fare=6.4, currency="EUR"))
    summary = replace(summaries.rich(), settings=paid)
    tips = {one.tip_id: "Do." for one in summary.suggestions}
    lines = summary_lines(summary, Shown(zone=ZONE, tips=tips), with_past=False)
    assert any("32.00 EUR" in line for line in lines)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--week", "2026-W60"), "no week such as"),
        (("--month", "2026-13"), "no month such as"),
        (("--quarter", "2026-Q5"), "no quarter such as"),
        (("--quarter", "2026-Q4", "--trends"), "Trends belong to one week"),
    ],
)
def test_what_is_no_time_is_refused(words: tuple[str, ...], reason: str) -> None:
    with pytest.raises(RefusedError, match=reason):
        run(*words)
