"""The report as one HTML file: nothing loads, nothing runs, and everything can be heard."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.fakes import summaries
from tests.unit.core.balance.report.subjects import WRITING, a_report, a_subject
from workspace_assistant.core.balance.report.choice import ReportChoice
from workspace_assistant.core.balance.report.content import report_of
from workspace_assistant.core.balance.report_html import report_html
from workspace_assistant.core.balance.report_html.style import DARK_COLORS
from workspace_assistant.core.drawing import Role

_VOID = {"meta", "br"}


class Tags(HTMLParser):
    """Which elements there are, and whether each is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.links += [value or "" for name, value in attrs if name in {"src", "href"}]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


ALL = [
    summaries.rich(),
    summaries.half_empty(),
    summaries.empty(),
    summaries.off(),
    summaries.nights(),
    summaries.month(),
    summaries.quarter(),
]


@pytest.mark.parametrize("told", ALL, ids=range(len(ALL)))
def test_needs_nothing_else(told: object) -> None:
    html = report_html(a_report(told))  # type: ignore[arg-type]  # of two kinds
    tags = Tags()
    tags.feed(html)
    assert tags.open == []
    assert tags.names.isdisjoint({"script", "link", "img", "iframe", "object", "form", "a"})
    assert tags.links == []
    assert "url(" not in html
    assert "default-src 'none'" in html


def test_names_of_blocks_are_text_and_stay_so() -> None:
    html = report_html(a_report())
    assert "Refunds &lt;b&gt;" in html
    assert "<b>" not in html
    assert "door bell; =1+1" in html
    assert "Refunds" not in report_html(report_of(a_subject(), ReportChoice(), WRITING))


def test_a_state_is_a_word_for_who_listens() -> None:
    html = report_html(a_report())
    assert '<span class="heard">not met: </span>' in html
    assert html.count("aria-hidden") == len(a_report().lines) + len(a_report().goals)


def test_each_picture_has_its_table() -> None:
    html = report_html(a_report())
    assert html.count("<svg") == 5
    assert html.count("The same as a table") == 5
    assert '<th scope="row">Mon 16 Nov</th>' in html


def test_a_picture_that_is_none_has_no_section() -> None:
    report = a_report()
    bare = replace(report, figures=(replace(report.figures[0], draw=lambda _width: None),))
    assert "<svg" not in report_html(bare)


def test_an_empty_report_has_no_empty_sections() -> None:
    html = report_html(report_of(a_subject(), ReportChoice(parts=frozenset()), WRITING))
    assert "<h2>" not in html
    assert "8 of 11 targets met." in html


def test_a_month_compares_with_nothing() -> None:
    html = report_html(a_report(summaries.month()))
    assert "Last week" not in html
    assert '<th scope="col">Median</th>' in html


def test_every_color_of_a_picture_has_one_for_the_dark() -> None:
    assert set(DARK_COLORS) == set(Role)
    html = report_html(a_report())
    for color in set(re.findall(r'(?:fill|stroke)="(#\w+)"', html)):
        assert f'"{color}"]' in html


def test_the_language_is_that_of_its_words() -> None:
    assert '<html lang="de">' in report_html(
        report_of(a_subject(), ReportChoice(), WRITING, language="de")
    )
