"""The readiness report as one HTML file that needs nothing else: to read, to print, to send.

No script and no outside resource, which its content policy also forbids. Laid out in tables with
simple CSS, so that Qt's rich text can make a PDF of nearly the same text.
"""

from __future__ import annotations

from workspace_assistant.core.markup import Markup, joined, tag, text
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.report_html.medium import Medium
from workspace_assistant.core.readiness.report_html.path_section import path_section
from workspace_assistant.core.readiness.report_html.sections import (
    checks_section,
    facts_section,
    findings_section,
    notices_section,
    verdict_section,
)
from workspace_assistant.core.readiness.report_html.style import SCREEN_STYLE, STYLE
from workspace_assistant.core.readiness.report_html.texts import TITLE
from workspace_assistant.core.text import Say, in_english
from workspace_assistant.core.translation import language_spoken

__all__ = ["Medium", "render_html"]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render_html(
    report: ReadinessReport, medium: Medium = Medium.BROWSER, say: Say = in_english
) -> str:
    """The whole file as text in the language of *say*, to be written as UTF-8."""
    spoken = language_spoken(say).of_page
    page = tag("html", _head(report, say), _body(report, medium, say), attributes=spoken)
    return f"<!DOCTYPE html>\n{page}\n"


def _head(report: ReadinessReport, say: Say) -> Markup:
    return tag(
        "head",
        Markup('<meta charset="utf-8">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
        Markup('<meta name="viewport" content="width=device-width">'),
        tag("title", text(f"{say(TITLE)}: {say(report.profile_name)}")),
        tag("style", Markup(STYLE)),
        tag("style", Markup(SCREEN_STYLE), attributes='media="screen, print"'),
    )


def _body(report: ReadinessReport, medium: Medium, say: Say) -> Markup:
    return tag(
        "body",
        joined(
            (
                tag("h1", text(say(TITLE))),
                verdict_section(report, say),
                notices_section(report, say),
                path_section(report, medium, say),
                findings_section(report, say),
                facts_section(report, say),
                checks_section(report, medium, say),
            )
        ),
    )
