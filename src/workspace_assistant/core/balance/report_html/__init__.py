"""A report as one HTML file that needs nothing else: to read, to print, to send.

No script and no outside resource, which its content policy also forbids. Light and dark as the
reader's system; on paper black on white.
"""

from __future__ import annotations

from workspace_assistant.core.balance.report.model import Report
from workspace_assistant.core.balance.report_html.sections import (
    advice_section,
    figure_section,
    goals_section,
    hero_section,
    names_section,
    numbers_section,
    unknown_section,
)
from workspace_assistant.core.balance.report_html.style import STYLE
from workspace_assistant.core.languages import language_of
from workspace_assistant.core.markup import Markup, joined, tag, text

__all__ = ["report_html"]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def report_html(report: Report) -> str:
    """The whole file as text, to be written as UTF-8."""
    spoken = language_of(report.language.replace("-", "_")).of_page
    page = tag("html", _head(report), _body(report), attributes=spoken)
    return f"<!DOCTYPE html>\n{page}\n"


def _head(report: Report) -> Markup:
    return tag(
        "head",
        Markup('<meta charset="utf-8">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Markup('<meta name="color-scheme" content="light dark">'),
        tag("title", text(report.file_title)),
        tag("style", Markup(STYLE)),
    )


def _body(report: Report) -> Markup:
    footer = (tag("p", text(one)) for one in report.footer)
    return tag(
        "body",
        tag(
            "main",
            hero_section(report),
            joined(figure_section(figure, report) for figure in report.figures),
            goals_section(report),
            numbers_section(report),
            unknown_section(report),
            advice_section(report),
            names_section(report),
        ),
        tag("footer", *footer),
    )
