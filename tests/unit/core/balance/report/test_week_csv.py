"""The report as CSV: numbers stay numbers, and nothing becomes a formula."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from tests.fakes import summaries
from tests.unit.core.balance.report.subjects import EVERYTHING, a_subject
from workspace_assistant.core.balance.report.choice import ReportChoice
from workspace_assistant.core.balance.report.subject import NamedTime, ReportSubject
from workspace_assistant.core.balance.report_csv import COLUMNS, report_csv


def rows(subject: ReportSubject, choice: ReportChoice = EVERYTHING) -> list[dict[str, str]]:
    text = report_csv(subject, choice)
    assert text.startswith("\ufeff" + ",".join(COLUMNS) + "\r\n")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_an_indicator_has_a_row() -> None:
    assert rows(a_subject())[0] == {
        "week": "2026-W47",
        "kind": "indicator",
        "id": "shortest-daily-rest",
        "on": "",
        "name": "Shortest daily rest",
        "value": "33600",
        "unit": "s",
        "target": "39600",
        "target_is": "least",
        "state": "not-met",
        "basis": "Directive 2003/88/EC, article 3",
        "last_week": "55800",
        "usual": "45000",
    }


def test_what_is_not_known_is_empty_and_no_zero() -> None:
    unknown = next(one for one in rows(a_subject()) if one["id"] == "contact-with-colleagues")
    assert (unknown["value"], unknown["state"]) == ("", "not-enough-data")
    shares = next(one for one in rows(a_subject()) if one["id"] == "breaks-had")
    assert (shares["value"], shares["target_is"]) == ("0.86", "least")


def test_a_day_has_a_row_for_each_of_its_numbers() -> None:
    days = [one for one in rows(a_subject()) if one["kind"] == "day"]
    assert len(days) == 7 * 5
    assert [(one["on"], one["id"], one["value"], one["unit"]) for one in days[:5]] == [
        ("2026-11-16", "planned", "28200", "s"),
        ("2026-11-16", "worked", "28200", "s"),
        ("2026-11-16", "focus", "11400", "s"),
        ("2026-11-16", "after-hours", "0", "s"),
        ("2026-11-16", "interruptions", "3", "count"),
    ]


def test_days_off_say_why_only_where_that_is_let_in() -> None:
    def kinds(choice: ReportChoice) -> list[str]:
        found = rows(a_subject(summaries.off()), choice)
        return [one["state"] for one in found if one["id"] == "off"]

    assert "sick" in kinds(EVERYTHING)
    assert set(kinds(ReportChoice())) == {"other"}


def test_goals_and_names_follow() -> None:
    found = rows(a_subject())
    goals = [(one["id"], one["target"], one["state"]) for one in found if one["kind"] == "goal"]
    assert goals == [
        ("focus", "36000", "met"),
        ("breaks", "20", "met"),
        ("learning", "3600", "not-met"),
        ("end-of-day", "18:00", "not-met"),
    ]
    whole = summaries.rich()
    running = replace(whole, week=replace(whole.week, is_over=False))
    states = [one["state"] for one in rows(a_subject(running)) if one["kind"] == "goal"]
    assert states == ["met", "met", "on-the-way", "not-met"]
    names = [(one["name"], one["value"]) for one in found if one["kind"] == "name"]
    assert names == [("Refunds <b>", "5400"), ("'=cmd()", "60")]


@pytest.mark.parametrize("before", ["", " ", "\ufeff", "\u00a0\t", "\u200b", "\n", " \r"])
@pytest.mark.parametrize("sign", ["=", "\uff1d", "+", "-", "@", "\uff20"])
def test_what_is_not_seen_hides_no_formula(before: str, sign: str) -> None:
    name = NamedTime(name=f"{before}{sign}cmd()", count=1, worked_s=60, notes=())
    assert rows(replace(a_subject(), names=(name,)))[-1]["name"] == f"'{before}{sign}cmd()"


def test_long_times_are_as_exact_as_short_ones() -> None:
    name = NamedTime(name="x", count=1, worked_s=1_234_567.25, notes=())
    found = rows(replace(a_subject(), names=(name,)))
    assert found[-1]["value"] == "1234567.25"


def test_parts_that_are_not_chosen_have_no_rows() -> None:
    assert rows(a_subject(), ReportChoice(parts=frozenset())) == []


def test_a_month_has_the_rows_of_its_weeks() -> None:
    found = rows(a_subject(summaries.month()))
    assert {one["week"] for one in found if one["kind"] == "indicator"} == {
        "2026-W44",
        "2026-W45",
        "2026-W46",
        "2026-W47",
    }
    assert found[-1]["week"] == "2026-11"
    assert all(not one["usual"] for one in found)
