"""`focus` as a person types it, with the real background watcher: killed, replaced, ended."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.program import Answer, run
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.keeper import NO_KEEPER

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="finds the background watcher in /proc"
)

_PATIENCE_S = 10.0


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data directory that is left without a watcher, whatever happened."""
    monkeypatch.delenv(NO_KEEPER, raising=False)
    yield tmp_path
    for pid in keepers(tmp_path):
        os.kill(pid, signal.SIGKILL)


def focus(home: Path, *words: str) -> Answer:
    return run(home, "focus", *words, limit_s=30)


def status(home: Path) -> Any:
    return focus(home, "status", "--json").document()


def keepers(home: Path) -> list[int]:
    """The background watchers of this data directory."""
    wanted = [b"focus", b"watch", b"--data-dir", os.fsencode(home)]
    found = []
    for entry in Path("/proc").iterdir():
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0")
        except OSError:  # no process, or over meanwhile
            continue
        if words[:-1][-len(wanted) :] == wanted:
            found.append(int(entry.name))
    return found


def until(is_so: Callable[[], object], what: str) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not is_so():
        assert time.monotonic() < end, what
        time.sleep(0.1)


def until_watched(home: Path) -> int:
    """The process that watches now."""
    until(lambda: status(home)["watched_by"] == "keeper", "nobody watches")
    (pid,) = keepers(home)
    return pid


def killed(home: Path, pid: int) -> None:
    """Gone without a word, and for longer than three beats."""
    os.kill(pid, signal.SIGKILL)
    until(lambda: not keepers(home), "the watcher is still there")
    with closing(sqlite3.connect(home / DATABASE_NAME)) as database, database:
        database.execute(
            "UPDATE focus_watch SET elapsed_s = elapsed_s - 200, awake_s = awake_s - 200"
        )


def test_a_killed_watcher_is_told_of_and_replaced(home: Path) -> None:
    start = focus(home, "start", "Refund queue", "--channel", "chat", "--for", "50m")
    assert (start.code, start.err) == (0, "")
    killed(home, until_watched(home))

    told = focus(home, "status")
    assert "focus recover continue|end|discard" in told.out
    assert status(home)["watched_by"] is None
    assert focus(home, "interrupt", "pet").code == 0

    until_watched(home)
    (question,) = status(home)["questions"]
    assert question["reason"] == "not-watched"


def test_a_block_that_runs_again_is_watched_until_it_ends(home: Path) -> None:
    focus(home, "start", "Mail", "--no-watch")
    focus(home, "stop")
    assert keepers(home) == []

    undone = focus(home, "undo", "--json").document()

    assert undone["block"]["state"] == "running"
    until_watched(home)
    focus(home, "stop")
    until(lambda: not keepers(home), "the watcher outlives its block")


def test_without_a_watcher_the_person_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NO_KEEPER, "1")

    start = focus(home, "start", "Mail")

    assert start.err.startswith("Nobody watches this block")
    assert "Nobody watches this block" in focus(home, "status").out
    assert "Nobody watches this block" in focus(home, "interrupt", "pet").err
    assert keepers(home) == []


def test_a_watcher_that_is_told_to_end_says_goodbye(home: Path) -> None:
    focus(home, "start", "Mail")
    os.kill(until_watched(home), signal.SIGTERM)

    until(lambda: not keepers(home), "the watcher does not end")

    assert status(home)["watched_by"] is None
    assert "Nobody watches this block" in focus(home, "status").out


def test_codes_tell_what_happened(home: Path) -> None:
    assert focus(home, "stop").code == 2
    start = focus(home, "start", "Mail", "--no-watch", "--json")
    assert (start.code, start.document()["change"]) == (0, 1)
    assert focus(home, "start", "Chat").code == 2
    assert focus(home, "start", "Chat", "--channel", "fax").code == 2
    assert focus(home, "list", "--day", "someday").code == 2
    stop = focus(home, "stop", "--json")
    assert (stop.code, stop.document()["block"]) == (0, None)


def test_of_two_commands_at_once_both_count(home: Path) -> None:
    focus(home, "start", "Mail", "--no-watch")

    with ThreadPoolExecutor(2) as at_once:
        answers = list(at_once.map(lambda cause: focus(home, "interrupt", cause), ("pet", "door")))

    assert [answer.code for answer in answers] == [0, 0]
    causes = {one["cause"] for one in status(home)["block"]["interruptions"]}
    assert causes == {"pet", "door"}
    until(lambda: len(keepers(home)) == 1, "two watch one block")


def test_only_one_of_two_starts_wins(home: Path) -> None:
    with ThreadPoolExecutor(2) as at_once:
        answers = list(
            at_once.map(lambda name: focus(home, "start", name, "--no-watch"), ("Mail", "Chat"))
        )

    assert sorted(answer.code for answer in answers) == [0, 2]
    assert len(focus(home, "list", "--json").document()["blocks"]) == 1
