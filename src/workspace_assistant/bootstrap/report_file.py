"""Writes a readiness report as the kind of file its name asks for."""

from __future__ import annotations

import os
from pathlib import Path

from workspace_assistant.adapters.files.writing import write_whole
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.json_text import to_json
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.report import report_document

SUFFIXES = (".json", ".html", ".pdf", ".md")


def check_report_path(path: Path) -> None:
    """Raises `UserInputError` for a path that `write_report` could not write, before measuring."""
    if path.suffix.lower() not in SUFFIXES:
        raise UserInputError(f"{path}: a report ends in {', '.join(SUFFIXES)}")
    folder = path.absolute().parent
    if not folder.is_dir():
        raise UserInputError(f"{path}: the folder {folder} does not exist")
    if path.is_dir():
        raise UserInputError(f"{path}: is a folder")
    if not os.access(folder, os.W_OK):
        raise UserInputError(f"{path}: the folder {folder} cannot be written")


def write_report(report: ReadinessReport, path: Path) -> None:
    check_report_path(path)
    try:
        write_whole(path, _content(report, path.suffix.lower()))
    except OSError as error:
        raise UserInputError(f"{path}: cannot be written: {error.strerror or error}") from error


def _content(report: ReadinessReport, suffix: str) -> bytes:
    if suffix == ".json":
        return f"{to_json(report_document(report))}\n".encode()
    if suffix == ".md":
        from workspace_assistant.core.readiness.report_markdown import report_markdown

        return report_markdown(report).encode()
    from workspace_assistant.core.readiness.report_html import render_html

    return render_html(report).encode() if suffix == ".html" else _pdf(report)


def _pdf(report: ReadinessReport) -> bytes:
    from workspace_assistant.core.readiness.report_html import Medium, render_html
    from workspace_assistant.core.readiness.report_html.drawings import report_drawings
    from workspace_assistant.ui.widgets.report_pdf import pdf_bytes

    return pdf_bytes(render_html(report, Medium.PDF), report_drawings(report))
