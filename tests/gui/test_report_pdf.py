from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from workspace_assistant.ui.widgets.report_pdf import pdf_bytes

HTML = "<h1>Readiness</h1><p>You can start</p>"


@pytest.mark.usefixtures("qapp")
def test_is_a_whole_pdf_file(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf_bytes(HTML))
    content = file.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")


@pytest.mark.usefixtures("qapp")
def test_longer_reports_take_more_pages() -> None:
    pages = [
        pdf_bytes(HTML + "<p>One more line</p>" * lines).count(b"/Type /Page\n")
        for lines in (1, 300)
    ]
    assert pages[0] == 1
    assert pages[1] > 3


@pytest.mark.usefixtures("qapp")
def test_works_on_a_worker_thread() -> None:
    made: list[bytes] = []
    thread = threading.Thread(target=lambda: made.append(pdf_bytes(HTML)))
    thread.start()
    thread.join(20)
    assert made[0].startswith(b"%PDF-")


def test_a_worker_thread_lays_it_out_without_complaint() -> None:
    """In a process of its own: Qt complains on standard error."""
    program = (
        "import threading;"
        "from PySide6.QtWidgets import QApplication;"
        "from workspace_assistant.ui.widgets.report_pdf import pdf_bytes;"
        "app = QApplication([]);"
        "html = '<table><tr><td>Download</td></tr></table>' * 200;"
        "thread = threading.Thread(target=pdf_bytes, args=(html,));"
        "thread.start(); thread.join()"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert answer.stderr == ""


def test_works_without_application_and_display() -> None:
    program = (
        "from workspace_assistant.ui.widgets.report_pdf import pdf_bytes;"
        "import sys; sys.stdout.write(str(len(pdf_bytes('<p>x</p>'))))"
    )
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    answer = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        timeout=30,
        check=True,
    )
    assert int(answer.stdout) > 500
