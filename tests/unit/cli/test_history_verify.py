"""`history verify FILE`: exit codes and words, whatever the file is."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from tests.fakes import readiness_reports
from tests.fakes.clock import FakeClock
from tests.fakes.report_store import InMemoryReportStore
from workspace_assistant.adapters.system.together import run_together
from workspace_assistant.bootstrap.report_file import write_report
from workspace_assistant.cli import history
from workspace_assistant.cli.main import parse
from workspace_assistant.cli.services import CliServices
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.readiness.service import ReadinessService

REPORT = readiness_reports.bad_wifi()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "report.json"
    write_report(REPORT, path)
    return path


def services(*, has_report: bool = False) -> CliServices:
    store = InMemoryReportStore()
    if has_report:
        store.add(REPORT)
    readiness = ReadinessService(
        checks={}, store=store, clock=FakeClock(), run_together=run_together, app_version="0.1.0"
    )
    return cast("CliServices", SimpleNamespace(readiness=readiness))


def verified(path: Path, *more: str, has_report: bool = False) -> int:
    arguments: argparse.Namespace = parse(["history", "verify", str(path), *more])
    return int(arguments.run(arguments, services(has_report=has_report)))


def test_an_intact_file_ends_with_0(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verified(file, has_report=True) == 0
    words = capsys.readouterr().out
    assert "digest in the file matches" in words
    assert "it is identical" in words
    assert "Digest: sha256:" in words


def test_an_altered_file_ends_with_20(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(file.read_text("utf-8").replace("0.041", "0.001"), "utf-8")
    assert verified(file) == 20
    assert "was changed after it was written" in capsys.readouterr().out


def test_as_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verified(file, "--json") == 0
    assert json.loads(capsys.readouterr().out)["intact"] is True


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not a readiness report"),
        (b"\xff\xfe", "no UTF-8 at byte 0"),
        (b"[" * 100_000, "not a readiness report"),
    ],
)
def test_what_is_no_report_gets_one_sentence(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "odd.json"
    path.write_bytes(content)
    with pytest.raises(UserInputError, match=reason):
        verified(path)


def test_a_huge_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "_MOST_BYTES", 2_000_000)
    path = tmp_path / "huge.json"
    path.write_bytes(b" " * 2_000_001)
    with pytest.raises(UserInputError, match="above 2 MB"):
        verified(path)


@pytest.mark.parametrize(
    ("name", "reason"), [("missing.json", "No such file"), (".", "is not a file")]
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(UserInputError, match=reason):
        verified(tmp_path / name)


def test_a_report_can_be_written_as_markdown(tmp_path: Path) -> None:
    path = tmp_path / "ticket.md"
    write_report(REPORT, path)
    assert path.read_text("utf-8").startswith("## Readiness report: Not ready")
