"""One window for each data directory, whatever became of the one before."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from workspace_assistant.ui import single_instance
from workspace_assistant.ui.single_instance import SingleInstance

HOLD = """
import sys
from pathlib import Path
from workspace_assistant.ui.single_instance import SingleInstance
one = SingleInstance(Path(sys.argv[1]))
print(one.claim(), flush=True)
sys.stdin.read()
"""
TELL = """
import sys
from pathlib import Path
from workspace_assistant.ui.single_instance import SingleInstance
one = SingleInstance(Path(sys.argv[1]))
assert "PySide6.QtNetwork" not in sys.modules
print(one.claim() or one.tell_other(sys.argv[2:]), flush=True)
"""


@pytest.fixture
def data_dir(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Short: a socket's path may not be as long as pytest's are."""
    with TemporaryDirectory(prefix="wa-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder) / "data"


@pytest.fixture
def first(qtbot: QtBot, data_dir: Path) -> Iterator[SingleInstance]:
    one = SingleInstance(data_dir)
    assert one.claim()
    yield one
    one.release()


@contextmanager
def another(script: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", script, *arguments]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_second_start_hands_its_arguments_over(
    qtbot: QtBot, data_dir: Path, first: SingleInstance
) -> None:
    assert first.listen()
    for arguments in (["--page", "focus", "ü €"], []):
        with another(TELL, str(data_dir), *arguments) as second:
            with qtbot.waitSignal(first.asked, timeout=20_000) as asked:
                pass
            assert said(second) == "True"
        assert asked.args == [arguments]


def test_it_waits_for_a_first_that_still_opens(
    qtbot: QtBot, data_dir: Path, first: SingleInstance
) -> None:
    with another(TELL, str(data_dir), "x") as second:
        qtbot.wait(300)
        with qtbot.waitSignal(first.asked, timeout=20_000):
            assert first.listen()
        assert said(second) == "True"


def test_two_data_directories_are_two_windows(
    qtbot: QtBot, data_dir: Path, first: SingleInstance
) -> None:
    other = SingleInstance(data_dir / "others")
    assert other.claim()
    assert first.listen()
    assert other.listen()
    other.release()


def test_one_that_was_killed_leaves_nothing_in_the_way(qtbot: QtBot, data_dir: Path) -> None:
    with another(HOLD, str(data_dir)) as killed:
        assert said(killed) == "True"
        second = SingleInstance(data_dir)
        assert not second.claim()
        assert not second.tell_other(["x"], opening_ms=100)
        os.kill(killed.pid, signal.SIGKILL)
        killed.wait()
    assert second.claim()
    assert second.listen()
    second.release()


def test_a_socket_that_was_left_behind_is_replaced(
    qtbot: QtBot, data_dir: Path, first: SingleInstance
) -> None:
    assert first.listen()
    left = Path(first._place())
    assert left.stat().st_mode & 0o077 == 0
    kept = left.with_name("kept")
    left.rename(kept)
    first.release()
    kept.rename(left)
    assert first.claim()
    assert first.listen()


def test_one_that_hangs_is_given_up_in_time(
    qtbot: QtBot, data_dir: Path, first: SingleInstance
) -> None:
    assert first.listen()  # and nobody runs its event loop
    second = SingleInstance(data_dir)
    assert not second.claim()
    assert not second.tell_other(["x"], limit_ms=300)


def test_a_socket_of_another_user_is_told_nothing(
    qtbot: QtBot, data_dir: Path, first: SingleInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert first.listen()
    monkeypatch.setattr(os, "getuid", lambda: os.geteuid() + 1)
    second = SingleInstance(data_dir)
    with qtbot.assertNotEmitted(first.asked, wait=100):
        assert not second.tell_other(["x"], opening_ms=200)


@pytest.mark.parametrize(
    "line",
    [b"nonsense\n", b"[]\n", b'{"arguments": 5}\n', b"\xff\xfe\n", b"[" * 50_000 + b"\n"],
    ids=["no JSON", "a list", "no arguments", "no text", "deep"],
)
def test_what_is_not_understood_raises_no_window(
    qtbot: QtBot, first: SingleInstance, line: bytes
) -> None:
    assert first.listen()
    socket = QLocalSocket()
    socket.connectToServer(first._place())
    with qtbot.assertNotEmitted(first.asked), qtbot.waitSignal(socket.disconnected):
        socket.write(line)


def test_a_flood_is_cut_off(qtbot: QtBot, first: SingleInstance) -> None:
    assert first.listen()
    socket = QLocalSocket()
    socket.connectToServer(first._place())
    with qtbot.assertNotEmitted(first.asked), qtbot.waitSignal(socket.disconnected):
        socket.write(b"x" * 1_000_000)


def test_a_path_too_long_for_a_socket_finds_another_place(
    qtbot: QtBot, tmp_path: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    data_dir.mkdir()
    assert Path(SingleInstance(data_dir)._place()).parent == data_dir
    one = SingleInstance(tmp_path / ("d" * 200))
    assert one.claim()
    assert one.listen()
    assert "/" not in one._place()
    one.release()


def test_where_nothing_can_be_written_every_start_is_the_first(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    one = SingleInstance(tmp_path / "file" / "data")
    assert one.claim()
    assert not one.listen()


def test_the_token_to_be_raised_with_is_handed_over(
    qtbot: QtBot, data_dir: Path, first: SingleInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert first.listen()
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token-7")
    line = single_instance._message(["x"])
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    socket = QLocalSocket()
    socket.connectToServer(first._place())
    with qtbot.waitSignal(first.asked):
        socket.write(line)
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "token-7"
    assert QLocalServer.removeServer(first._place())
