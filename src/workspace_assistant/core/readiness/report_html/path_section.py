"""Who is to blame, and the pictures of it: what a help desk looks at first."""

from __future__ import annotations

from collections.abc import Iterator

from workspace_assistant.core.drawing import Drawing
from workspace_assistant.core.markup import Markup, joined, tag, text
from workspace_assistant.core.readiness.culprit import Culprit, find_culprit
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.path.facts import is_way_clear
from workspace_assistant.core.readiness.report_html import texts
from workspace_assistant.core.readiness.report_html.drawings import report_drawings
from workspace_assistant.core.readiness.report_html.medium import Medium
from workspace_assistant.core.svg import svg
from workspace_assistant.core.text import Say

# As wide as A4 with margins of 2 cm at Qt's 96 dots to the inch.
_PAPER_PX = 640


def path_section(report: ReadinessReport, medium: Medium, say: Say) -> Markup:
    """Empty when nothing is known of the way and nothing disturbs the calls."""
    parts = tuple(_parts(report, medium, say))
    return joined((tag("h2", text(say(texts.WAY))), *parts)) if parts else Markup("")


def _parts(report: ReadinessReport, medium: Medium, say: Say) -> Iterator[Markup]:
    culprit = find_culprit(report, say)
    drawings = report_drawings(report, say)
    if culprit is not None:
        yield _culprit(culprit)
    elif is_way_clear(report):
        yield tag("p", text(say(texts.NO_CULPRIT)))
    for name, drawing in drawings.items():
        yield _picture(name, drawing, medium)


def _culprit(culprit: Culprit) -> Markup:
    return joined(
        (
            tag("p", text(culprit.headline), look="strong"),
            *(tag("p", text(sentence), look="small") for sentence in culprit.evidence),
        )
    )


def _picture(name: str, drawing: Drawing, medium: Medium) -> Markup:
    if medium is Medium.BROWSER:
        return tag("p", svg(drawing))
    height = round(_PAPER_PX * drawing.height_px / drawing.width_px)
    described = tag("p", text(drawing.description), look="small")
    image = Markup(f'<img src="{name}" width="{_PAPER_PX}" height="{height}">')
    return joined((tag("p", image), described))
