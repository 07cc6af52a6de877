"""Whether a check runs is known to every program of a data directory."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from workspace_assistant.adapters.system.check_turn import CheckTurn
from workspace_assistant.core.jobs import JobCancelledError, JobContext

_HOLD = """
import sys
import threading
from contextlib import suppress
from pathlib import Path
from workspace_assistant.adapters.system.check_turn import CheckTurn
with CheckTurn(Path(sys.argv[1])).held():
    print("held", flush=True)
    sys.stdin.read()
"""


def test_it_is_held_as_long_as_a_check_runs(tmp_path: Path) -> None:
    turn = CheckTurn(tmp_path / "data")
    assert not turn.is_held()
    with turn.held():
        assert CheckTurn(tmp_path / "data").is_held()
        with turn.held():  # a person may start two
            assert turn.is_held()
        assert turn.is_held()
    assert not turn.is_held()


def test_a_check_that_runs_by_itself_gives_way_to_a_person_s(tmp_path: Path) -> None:
    turn, job, ended = CheckTurn(tmp_path), JobContext(lambda _: None), threading.Event()
    begun = threading.Event()

    def run_silently() -> None:
        with turn.held_silently(job) as inner, suppress(JobCancelledError):
            begun.set()
            inner.wait(60)
            pytest.fail("nobody stopped it")
        ended.set()

    silent = threading.Thread(target=run_silently)
    silent.start()
    assert begun.wait(10)
    with turn.held():
        assert ended.wait(10)
    silent.join()
    assert not job.is_cancelled


def test_a_check_that_runs_by_itself_ends_with_its_job(tmp_path: Path) -> None:
    job = JobContext(lambda _: None)
    with CheckTurn(tmp_path).held_silently(job) as inner:
        assert CheckTurn(tmp_path).is_held()
        assert not inner.is_cancelled
        job.cancel()
        assert inner.is_cancelled


def test_another_program_s_check_is_seen_until_it_dies(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert CheckTurn(tmp_path).is_held()
        holder.kill()
        holder.wait()
    assert not CheckTurn(tmp_path).is_held()


def test_one_alone_runs_checks_by_itself_until_it_dies(tmp_path: Path) -> None:
    program = _HOLD.replace(".held():", ".alone():")
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with CheckTurn(tmp_path).alone() as is_alone:
            assert not is_alone
        assert not CheckTurn(tmp_path).is_held()  # a person's check is no hindrance to itself
        holder.kill()
        holder.wait()
    with CheckTurn(tmp_path).alone() as is_alone:
        assert is_alone


def test_looking_for_it_leaves_nothing_behind(tmp_path: Path) -> None:
    assert not CheckTurn(tmp_path / "data").is_held()
    assert not (tmp_path / "data").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="descriptors are counted in /proc")
def test_no_descriptor_is_left_open(tmp_path: Path) -> None:
    turn = CheckTurn(tmp_path)
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(5):
        with turn.held():
            turn.is_held()
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_where_nothing_can_be_written_a_check_runs_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    turn = CheckTurn(tmp_path / "file")
    with turn.held():
        assert not turn.is_held()
    with turn.alone() as is_alone:
        assert is_alone
