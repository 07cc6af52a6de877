"""pactl is asked with a deadline, in a locale that keeps JSON valid, and a cancel is heard."""

import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from tests.unit.adapters.audio.scripted_pactl import pactl_saying
from workspace_assistant.adapters.audio import pactl
from workspace_assistant.adapters.audio.pactl import SoundServerError, ask, tell
from workspace_assistant.core.jobs import JobCancelledError


def go_on() -> None:
    pass


@pytest.mark.parametrize(
    ("script", "is_refusal"),
    [
        ("echo 'Connection failure: Connection refused' >&2; exit 1", False),
        ("echo 'not JSON'", False),
        ("echo 'Failure: No such entity' >&2; exit 1", True),
    ],
)
def test_no_answer_and_a_refusal_are_told_apart(
    tmp_path: Path, script: str, *, is_refusal: bool
) -> None:
    with pytest.raises(SoundServerError) as caught:
        ask(pactl_saying(tmp_path, script), go_on, "info")
    assert caught.value.is_refusal is is_refusal


def test_a_missing_program_is_an_error_of_the_server(tmp_path: Path) -> None:
    with pytest.raises(SoundServerError):
        tell(str(tmp_path / "none"), go_on, "set-source-volume")


def test_numbers_are_asked_for_in_a_locale_that_keeps_json_valid(tmp_path: Path) -> None:
    program = pactl_saying(tmp_path, 'test "$LC_ALL" = C.UTF-8 || exit 1; echo "[]"')
    assert ask(program, go_on, "list", "sources") == []


def test_a_sound_server_that_hangs_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pactl, "_TIMEOUT_S", 0.2)
    with pytest.raises(SoundServerError, match="no answer within"):
        ask(pactl_saying(tmp_path, "exec sleep 60"), go_on, "info")


def test_cancel_does_not_wait_for_a_sound_server_that_hangs(tmp_path: Path) -> None:
    began_s = time.monotonic()

    def cancel_soon() -> None:
        if time.monotonic() - began_s > 0.1:
            raise JobCancelledError

    with pytest.raises(JobCancelledError):
        ask(pactl_saying(tmp_path, "exec sleep 60"), cancel_soon, "info")
    assert time.monotonic() - began_s < 2.5  # before it would give up by itself


@pytest.mark.skipif(shutil.which("setpriv") is None, reason="not installed: setpriv")
def test_a_question_does_not_outlive_a_program_that_is_killed(tmp_path: Path) -> None:
    hanging = pactl_saying(
        tmp_path,
        f"echo $$ > {tmp_path}/pid.new; mv {tmp_path}/pid.new {tmp_path}/pid; exec sleep 60",
    )
    asking = (
        "from workspace_assistant.adapters.audio.pactl import ask\n"
        f"ask({hanging!r}, lambda: None, 'info')"
    )
    with subprocess.Popen([sys.executable, "-c", asking]) as program:
        while not (tmp_path / "pid").exists():
            time.sleep(0.01)
        program.kill()
    server = int((tmp_path / "pid").read_text("utf-8"))
    deadline_s = time.monotonic() + 10
    with suppress(psutil.NoSuchProcess):
        while psutil.Process(server).status() != psutil.STATUS_ZOMBIE:
            assert time.monotonic() < deadline_s, "pactl is still there"
            time.sleep(0.01)
