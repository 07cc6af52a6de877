"""What the Week page is given, on a data directory of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from workspace_assistant.bootstrap.week_page import week_services
from workspace_assistant.core.days import day_of
from workspace_assistant.core.leave.model import LeaveKind
from workspace_assistant.core.tips.model import Answer


def test_a_new_directory_has_a_week_without_numbers(tmp_path: Path) -> None:
    services = week_services(tmp_path)
    today = day_of(services.now(), services.zone())
    alone = services.alone(today, services.settings())
    assert not alone.week.is_over
    assert not alone.week.with_target
    whole = services.summary(today, services.settings())
    assert (whole.week, whole.trends) == (alone.week, ())


def test_days_off_are_marked_and_taken_back(tmp_path: Path) -> None:
    services = week_services(tmp_path)
    today = day_of(services.now(), services.zone())

    def marks() -> list[LeaveKind | None]:
        days = services.alone(today, services.settings()).week.days
        return [day.leave for day in days if day.on == today]

    services.mark_days(today, today, LeaveKind.SICK)
    assert marks() == [LeaveKind.SICK]
    services.mark_days(today, today, LeaveKind.HOLIDAY)
    later = today + timedelta(days=21)
    services.mark_days(later, later, LeaveKind.LEAVE)
    assert marks() == [LeaveKind.HOLIDAY]
    services.mark_days(today, today, None)
    assert marks() == [None]


def test_settings_are_kept(tmp_path: Path) -> None:
    services = week_services(tmp_path)
    services.change_settings(replace(services.settings(), tells_headline=True))
    assert week_services(tmp_path).settings().tells_headline


def test_tips_are_answered_where_the_page_of_breaks_finds_them(tmp_path: Path) -> None:
    services = week_services(tmp_path)
    first = services.tips.listed()[0].tip.id
    services.tips.answer(first, Answer.DOES_NOT_APPLY)
    again = week_services(tmp_path).tips.listed()
    assert [one.tip.id for one in again if one.is_put_away] == [first]
