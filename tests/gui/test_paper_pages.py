"""Pages become a PDF with its fonts in it, text that can be selected, and a title."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo

from tests.fakes import summaries
from tests.fakes.summary_days import ZONE
from workspace_assistant.core.balance.paper_writing import PaperWriting
from workspace_assistant.core.balance.report.choice import ReportChoice
from workspace_assistant.core.balance.report.content import report_of
from workspace_assistant.core.balance.report.subject import ReportSubject
from workspace_assistant.core.balance.report_pages.pages import report_pages
from workspace_assistant.core.balance.report_pages.paper import Paper
from workspace_assistant.core.drawing import Drawing
from workspace_assistant.ui.widgets.paper_pages import (
    FontMeasure,
    page_image,
    pages_pdf,
    paper_font,
)

TITLE = "Work and rest: Week 47 of 2026"
pytestmark = pytest.mark.usefixtures("qapp")


def pages(paper: Paper = Paper.A4) -> tuple[Drawing, ...]:
    subject = ReportSubject(told=summaries.rich(), zone=ZONE)
    report = report_of(subject, ReportChoice(), PaperWriting(ZONE))
    return report_pages(report, paper, FontMeasure())


@pytest.mark.parametrize(("paper", "box"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_pages_have_the_size_of_the_paper(paper: Paper, box: tuple[int, int]) -> None:
    content = pages_pdf(pages(paper), TITLE)
    found = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", content)
    assert [(round(float(x)), round(float(y))) for x, y in found] == [box, box]


def test_fonts_are_in_the_file() -> None:
    content = pages_pdf(pages(), TITLE)
    assert content.count(b"/FontFile") >= 1
    assert TITLE.encode("utf-16-be") in content


def test_text_can_be_selected(tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is missing")
    file = tmp_path / "week.pdf"
    file.write_bytes(pages_pdf(pages(), TITLE))
    command = ["pdftotext", "-layout", str(file), "-"]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30).stdout
    assert "Week 47 of 2026" in said
    assert "8 of 11 targets met." in said
    assert "10:00" in said  # digits beside a colon have forms of their own in some fonts
    assert "9 h 20 min" in said.replace("\u202f", " ")


def test_a_page_is_measured_as_it_is_painted() -> None:
    measure = FontMeasure()
    assert measure("Week", 40, is_bold=True) > measure("Week", 40, is_bold=False) > 0
    assert measure("Week", 80, is_bold=False) == pytest.approx(
        2 * measure("Week", 40, is_bold=False), rel=0.02
    )
    assert QFontInfo(paper_font()).family()


def test_a_preview_is_as_wide_as_asked() -> None:
    page = pages()[0]
    image = page_image(page, 420)
    assert abs(image.width() - 420) <= 1
    assert abs(image.height() - 420 * page.height_px / page.width_px) <= 1
