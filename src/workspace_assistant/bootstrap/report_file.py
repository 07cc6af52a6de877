"""Writes a readiness report as the kind of file its name asks for."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.bootstrap.report_place import check_place, write_at
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.json_text import to_json
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.report import report_document
from workspace_assistant.core.text import QT_TRANSLATE_NOOP, Say, in_english

_WRONG_ENDING = QT_TRANSLATE_NOOP("report", "{path}: a report ends in {endings}")

SUFFIXES = (".json", ".html", ".pdf", ".md")


def check_report_path(path: Path) -> None:
    """Raises `UserInputError` for a path that `write_report` could not write, before measuring."""
    if path.suffix.lower() not in SUFFIXES:
        raise UserInputError(_WRONG_ENDING, path=str(path), endings=", ".join(SUFFIXES))
    check_place(path)


def write_report(report: ReadinessReport, path: Path, say: Say = in_english) -> None:
    """In the language of *say*, but for JSON, which programs read."""
    check_report_path(path)
    write_at(path, _content(report, path.suffix.lower(), say))


def _content(report: ReadinessReport, suffix: str, say: Say) -> bytes:
    if suffix == ".json":
        return f"{to_json(report_document(report))}\n".encode()
    if suffix == ".md":
        from workspace_assistant.core.readiness.report_markdown import report_markdown

        return report_markdown(report, say).encode()
    from workspace_assistant.core.readiness.report_html import render_html

    if suffix == ".html":
        return render_html(report, say=say).encode()
    return _pdf(report, say)


def _pdf(report: ReadinessReport, say: Say) -> bytes:
    from workspace_assistant.core.readiness.report_html import Medium, render_html
    from workspace_assistant.core.readiness.report_html.drawings import report_drawings
    from workspace_assistant.ui.widgets.report_pdf import pdf_bytes

    return pdf_bytes(render_html(report, Medium.PDF, say), report_drawings(report, say))
