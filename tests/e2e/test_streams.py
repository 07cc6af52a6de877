"""Outputs that cannot take everything: other encodings, closed, full, gone."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.e2e.program import command, environment

CHECK = ("check", "--only", "computer", "--quick")


def shell(data_dir: Path, line: str, *arguments: str, **more: str) -> subprocess.CompletedProcess:
    """Runs the program with *line* as its redirections."""
    return subprocess.run(
        ["bash", "-c", f'set -o pipefail; "$@" {line}', "bash", *command(*arguments)],
        env=environment(data_dir) | more,
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_an_output_without_unicode_gets_the_whole_report(tmp_path: Path, encoding: str) -> None:
    done = shell(tmp_path, "", *CHECK, PYTHONIOENCODING=encoding)
    assert done.returncode in {0, 10, 20}
    assert b"Processor in use" in done.stdout
    assert b" %" in done.stdout
    assert b"?" not in done.stdout
    document = shell(tmp_path, "", "history", "--json", PYTHONIOENCODING=encoding)
    assert document.stdout.isascii()


@pytest.mark.parametrize("line", [">&-", "> /dev/full", "2>&-", "2> /dev/full", "2>&1 | true"])
def test_no_stream_can_make_a_traceback_or_cost_the_record(tmp_path: Path, line: str) -> None:
    done = shell(tmp_path, line, *CHECK)
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr
    history = shell(tmp_path, "", "history", "--json")
    assert history.stdout.count(b'"readiness-report') + history.stdout.count(b"report/1") == 1


def test_the_report_is_shown_when_its_file_cannot_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "report.json"
    folder.mkdir()
    done = shell(tmp_path / "data", "", *CHECK, "--report", str(folder))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"is a folder" in done.stderr


@pytest.mark.parametrize("after_s", [0.02, 0.06, 0.12, 0.3])
def test_an_interrupt_at_any_moment_is_quiet(tmp_path: Path, after_s: float) -> None:
    program = [*command("history")[:1], "-X", "importtime", *command("history")[1:]]
    with subprocess.Popen(
        program, env=environment(tmp_path), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:  # our own code has begun
            if b"workspace_assistant" in line:
                break
        time.sleep(after_s)
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
    # Interrupted in the midst of an import, Python itself ends by the signal: a shell says 130 too.
    assert process.returncode in {0, 130, -signal.SIGINT}
    assert b"Traceback" not in rest


def test_only_its_user_can_read_what_it_writes(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        shell(tmp_path / "data", "", *CHECK)
    finally:
        os.umask(old)
    assert {path.stat().st_mode & 0o077 for path in (tmp_path / "data").iterdir()} == {0}
