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

__all__ = ["Medium", "render_html"]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render_html(report: ReadinessReport, medium: Medium = Medium.BROWSER) -> str:
    """The whole file as text, to be written as UTF-8."""
    page = tag("html", _head(report), _body(report, medium), attributes='lang="en"')
    return f"<!DOCTYPE html>\n{page}\n"


def _head(report: ReadinessReport) -> Markup:
    return tag(
        "head",
        Markup('<meta charset="utf-8">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
        Markup('<meta name="viewport" content="width=device-width">'),
        tag("title", text(f"{TITLE}: {report.profile_name}")),
        tag("style", Markup(STYLE)),
        tag("style", Markup(SCREEN_STYLE), attributes='media="screen, print"'),
    )


def _body(report: ReadinessReport, medium: Medium) -> Markup:
    return tag(
        "body",
        joined(
            (
                tag("h1", text(TITLE)),
                verdict_section(report),
                notices_section(report),
                path_section(report, medium),
                findings_section(report),
                facts_section(report),
                checks_section(report, medium),
            )
        ),
    )
