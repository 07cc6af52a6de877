"""The pictures of a report, by the names that its PDF variant asks for."""

from __future__ import annotations

from workspace_assistant.core.drawing import Drawing
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.path_picture import path_picture
from workspace_assistant.core.readiness.strip_chart import stream_of, strip_chart
from workspace_assistant.core.text import Say, in_english

PATH = "drawing:path"
VOICE = "drawing:voice"


def report_drawings(report: ReadinessReport, say: Say = in_english) -> dict[str, Drawing]:
    """The drawings that *report* has facts for; a PDF is given them as image resources."""
    drawings: dict[str, Drawing] = {}
    if path := path_picture(report, say=say):
        drawings[PATH] = path
    if series := stream_of(report):
        drawings[VOICE] = strip_chart(series, say=say)
    return drawings
