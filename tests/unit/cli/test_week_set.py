"""`week set`: what is chosen, and how it is told."""

from __future__ import annotations

import json
from datetime import time

import pytest

from tests.fakes.week_desk import WeekDesk
from tests.fakes.weeks import hours
from workspace_assistant.cli.main import explained, parse
from workspace_assistant.core.balance.settings_model import (
    Commute,
    Goal,
    GoalKind,
    WeekSettings,
    WeekStart,
)
from workspace_assistant.core.balance.targets import Region


def run(desk: WeekDesk, *words: str) -> int:
    arguments = parse(["week", "set", *words])
    return explained(lambda: int(arguments.run(arguments, desk)))


def test_alone_it_tells_what_is_chosen_and_keeps_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    desk = WeekDesk()
    assert run(desk) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Targets by law and guidance: EU",
        "Weeks start on: Monday",
        "Goals: none",
        "Way to work: not told",
        "Adherence: off",
        "Headline as a notification: off",
    ]
    assert desk.kept == 0


def test_everything_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    desk = WeekDesk()
    words = (
        "--region de --start sunday --target hours=38h30m --target breaks-had=70% "
        "--target overtime=0 --target Quick-Returns=none --target interruptions-per-hour=2,5 "
        "--goal focus=10h --goal breaks=20 --goal end-of-day=18:00 "
        "--commute 45m --distance 18.5km --fare 6,40eur --adherence on --headline on"
    )
    assert run(desk, *words.split()) == 0
    assert desk.chosen == WeekSettings(
        region=Region.GERMANY,
        week_start=WeekStart.SUNDAY,
        own_targets={
            "hours": hours(38.5),
            "breaks-had": 0.7,
            "overtime": 0.0,
            "quick-returns": None,
            "interruptions-per-hour": 2.5,
        },
        goals=(
            Goal(kind=GoalKind.FOCUS, least=hours(10)),
            Goal(kind=GoalKind.BREAKS, least=20.0),
            Goal(kind=GoalKind.END_OF_DAY, ends_by=time(18)),
        ),
        commute=Commute(one_way_s=2700.0, one_way_km=18.5, day_fare=6.4, currency="EUR"),
        shows_adherence=True,
        tells_headline=True,
    )
    lines = capsys.readouterr().out.splitlines()
    assert "  hours: 38h30m at most, your own" in lines
    assert "  breaks-had: 70% or more, your own" in lines
    assert "  quick-returns: no target" in lines
    assert "Goals: focus 10h, breaks 20, end-of-day 18:00" in lines
    assert "Way to work: 45m one way, 18.5 km one way, 6.40 EUR for both ways" in lines


def test_what_is_not_named_stays_and_what_was_chosen_can_be_taken_back() -> None:
    desk = WeekDesk()
    run(desk, "--target", "hours=40h", "--target", "learning=1h", "--goal", "learning=1h")
    run(desk, "--commute", "45m", "--distance", "18", "--fare", "6EUR")
    run(desk, "--target", "hours=default", "--goal", "learning=none", "--fare", "none")
    assert desk.chosen == WeekSettings(
        own_targets={"learning": 3600.0}, commute=Commute(one_way_s=2700.0, one_way_km=18.0)
    )
    run(desk, "--target", "learning=default", "--commute", "none", "--distance", "none")
    assert desk.chosen == WeekSettings()


def test_as_a_document(capsys: pytest.CaptureFixture[str]) -> None:
    run(WeekDesk(), "--goal", "breaks=20", "--json")
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == "workspace-assistant/week-settings/1"
    assert document["goals"] == [{"kind": "breaks", "least": 20, "ends_by": None}]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--target", "hours"), "no choice such as hours=38h"),
        (("--target", "=3"), "no choice such as hours=38h"),
        (("--target", "mood=3"), "can have no target of your own"),
        (("--target", "hours=soon"), "no length up to 168 hours"),
        (("--target", "hours=38"), "from 1h to 168h, not 38m"),
        (("--target", "breaks-had=80"), "from 0 % to 100 %, not 8000 %"),
        (("--target", "breaks-had=many"), "such as 80%"),
        (("--target", "quick-returns=50%"), "such as 3"),
        (("--goal", "mood=3"), "there are focus, breaks, learning, end-of-day"),
        (("--goal", "breaks=many"), "no count of breaks"),
        (("--goal", "breaks=0"), "from 1 to 500, not 0"),
        (("--goal", "end-of-day=25:00"), "no time of day such as 18:00"),
        (("--commute", "far"), "no length up to 24 hours"),
        (("--commute", "13h"), "from 1m to 12h, not 13h"),
        (("--distance", "far"), "no distance such as 18km"),
        (("--fare", "6.40"), "no fare such as 6.40EUR"),
    ],
)
def test_what_makes_no_sense_is_told_and_keeps_nothing(
    words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = WeekDesk()
    assert run(desk, *words) == 2
    assert said in capsys.readouterr().err
    assert desk.kept == 0
