"""Files in and out of the log on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.fakes.focus_tools import FocusDesk
from tests.unit.cli.focus_documents import blocks, id_of, morning


@pytest.fixture
def desk() -> FocusDesk:
    return morning()


@pytest.mark.parametrize("suffix", [".json", ".csv", ".ics"])
def test_the_log_is_written_as_the_name_asks(desk: FocusDesk, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"log{suffix}"

    assert desk.run("export", str(file), "--day", "2026-11-23") == 0

    text = file.read_text("utf-8-sig")
    assert "Refunds" in text
    assert text.count("BEGIN:VEVENT") == (2 if suffix == ".ics" else 0)


def test_an_exported_log_is_imported_exactly(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "log.json"
    desk.run("interruption", "add", id_of(desk, capsys, "Mail"), "door", "--at", "10:05")
    desk.run("export", str(file))
    other = FocusDesk()
    other.clock.advance(24 * 3600)

    assert other.run("import", str(file)) == 0

    assert blocks(other, capsys, "--all") == blocks(desk, capsys, "--all")
    assert other.run("import", str(file)) == 0
    assert "0 new, 2 already there" in capsys.readouterr().err


def test_a_preview_writes_nothing(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "watson.json"
    file.write_text('[[1795420800, 1795424400, "refunds", "a", [], 0], [1, 2]]')
    capsys.readouterr()

    assert desk.run("import", str(file), "--preview", "--time-zone", "UTC") == 0

    assert capsys.readouterr().out.splitlines() == [
        "1 new, 0 already there, 1 overlapping, 1 not understood",
        "entry 2: is no frame of Watson",
        "2026-11-23 09:00-10:00 “refunds” overlaps “Refunds” (2026-11-23 09:00-10:00)",
        "With --overlap trim-new: nothing is left of 1 new entry",
        "With --overlap trim-old: nothing is left of 1 block of the log",
    ]
    assert desk.run("import", str(file), "--preview", "--json") == 0
    assert json.loads(capsys.readouterr().out)["schema"] == "workspace-assistant/focus-import/1"
    assert len(blocks(desk, capsys)) == 2
    assert desk.run("import", str(file)) == 2
    assert "Nothing was imported" in capsys.readouterr().err
    assert desk.run("import", str(file), "--skip-faulty", "--overlap", "trim-old") == 0
    assert [one["name"] for one in blocks(desk, capsys)] == ["refunds", "Mail"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"hello", "log.txt: cannot be told apart"),
        (b"\xfd\xfe", "is no text in UTF-8, at byte 0. Save it as UTF-8 and try again"),
    ],
)
def test_a_file_of_something_else_is_refused_by_name(
    desk: FocusDesk,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    content: bytes,
    sentence: str,
) -> None:
    file = tmp_path / "log.txt"
    file.write_bytes(content)

    assert desk.run("import", str(file)) == 2

    assert sentence in capsys.readouterr().err


def test_an_unknown_zone_is_refused(desk: FocusDesk, tmp_path: Path) -> None:
    file = tmp_path / "log.txt"
    file.write_text("[[1, 2]]")
    assert desk.run("import", str(file), "--time-zone", "Mars/Base") == 2


def test_a_huge_file_is_refused(
    desk: FocusDesk,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("workspace_assistant.bootstrap.time_logs._MOST_BYTES", 10)
    file = tmp_path / "log.txt"
    file.write_bytes(b"x" * 11)
    assert desk.run("import", str(file)) == 2
    assert "is larger than" in capsys.readouterr().err


TABLE = (
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,"
    "Duration,Tags\n"
    "me,m@x,,,,Grüße,No,2026-11-20,09:00:00,2026-11-20,10:00:00,01:00:00,\n"
)


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode("utf-16"),
        TABLE.encode("utf-8-sig"),
        TABLE.replace(",", ";").encode(),
        TABLE.replace(",", "\t").encode("utf-16"),
        TABLE.replace("\n", "\r").encode(),
    ],
    ids=["utf-16", "byte-order-mark", "semicolons", "tabs", "old line ends"],
)
def test_a_table_that_a_spreadsheet_has_saved_is_understood(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "report.csv"
    file.write_bytes(content)

    assert desk.run("import", str(file)) == 0
    assert "Grüße" in capsys.readouterr().out
