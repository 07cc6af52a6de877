"""A day of work to go through without a pointer: a line, a voice, a week behind; and what is kept.

Nothing leaves a network namespace that has loopback alone: the line is measured against a server
of the program's own in it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.e2e.program import run
from tests.lab.at_spi import Assistant, assistant
from tests.lab.at_spi_desktop import ALONE, accessible_desktop
from tests.lab.desktop import eventually
from tests.lab.sound_server import SoundServer, missing_tools, sound_server

SOUND_TOOLS = missing_tools("espeak-ng", "sox")
_TEXT = "The quick check of my line, my headset and my voice takes half a minute every morning. "
_PROFILE = """
schema = 1
name = "Night desk"
[bandwidth]
provider = "librespeed"
server = "http://127.0.0.1:8080/"
[voice_path]
required = false
"""
_MEASURED = {
    "bandwidth.download",
    "bandwidth.upload",
    "microphone.active_speech_level",
    "computer.cpu_utilization",
}
_QUIET_S = 2.5  # the room is listened to first
# A Tuesday of a week that is over.
_LAST_WEEK = date.today() - timedelta(days=date.today().weekday() + 6)  # noqa: DTZ011 - a person's
_BEHIND = (
    f"shifts add {_LAST_WEEK} 09:00 17:00 --break 12:00-12:30",
    f"focus add Refunds --day {_LAST_WEEK} --from 9:00 --to 9:50",
)


@dataclass(frozen=True, slots=True)
class Workday:
    """`someone` reads the window; `environment` leads to its screen."""

    data_dir: Path
    someone: Assistant
    environment: Mapping[str, str]

    def told(self, *words: str) -> Any:
        """What the command line tells of the same data."""
        answer = run(self.data_dir, *words, "--json")
        assert answer.code == 0, answer
        return json.loads(answer.out)

    def last_week(self) -> Any:
        """What the command line tells of the week that is over."""
        return self.told("week", "--week", _week())

    def week_in_words(self) -> str:
        """How the command line begins to tell of the week that is over."""
        return run(self.data_dir, "week", "--week", _week()).out.splitlines()[0]


def _week() -> str:
    year, week, _ = _LAST_WEEK.isocalendar()
    return f"{year}-W{week:02}"


@contextmanager
def workday(folder: Path) -> Iterator[Workday]:
    """*folder* is short: a socket's path may not be as long as pytest's are."""
    data_dir, profile = folder / "data", folder / "desk.toml"
    profile.write_text(_PROFILE, "utf-8")
    for words in (f"profile use {profile}", *_BEHIND):
        answer = run(data_dir, *words.split())
        assert answer.code == 0, answer
    with ExitStack() as stack:
        sound = stack.enter_context(sound_server())
        sound.plug()
        stack.enter_context(_voice(sound, folder))
        inside = stack.enter_context(_line(folder))
        desktop = stack.enter_context(accessible_desktop(folder))
        server = sound.environment["PULSE_SERVER"]
        environment = {**desktop.environment, "PULSE_SERVER": server}
        own = [sys.executable, "-m", "workspace_assistant", "--data-dir", str(data_dir)]
        program = subprocess.Popen([*inside, *own], env=environment)
        stack.callback(program.wait)
        stack.callback(program.kill)
        someone = stack.enter_context(assistant(desktop.address))
        yield Workday(data_dir, someone, environment)


@contextmanager
def _line(folder: Path) -> Iterator[list[str]]:
    """A network with a server to measure against; gives how a program is started in it."""
    words = [sys.executable, "-m", "workspace_assistant", "target", "--port", "8080"]
    words += ["--data-dir", str(folder / "target")]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen([*ALONE, *words], stderr=subprocess.PIPE, env=environment)
    try:
        assert server.stderr is not None
        assert b"8080" in server.stderr.readline()
        yield ["nsenter", f"--net=/proc/{server.pid}/ns/net"]
    finally:
        server.kill()
        server.communicate()


@contextmanager
def _voice(sound: SoundServer, folder: Path) -> Iterator[None]:
    """Somebody who reads aloud a moment after a recording has begun, each time."""
    spoken, loud = folder / "spoken.wav", folder / "voice.wav"
    subprocess.run(["espeak-ng", "-w", spoken, _TEXT * 3], check=True)
    subprocess.run(["sox", spoken, "-r", "48000", loud, "gain", "-n", "-3"], check=True)
    is_over = threading.Event()

    def speak() -> None:
        while not is_over.wait(0.1):
            if sound.pactl("list", "short", "source-outputs"):
                is_over.wait(_QUIET_S)
                with sound.playing(loud):
                    is_over.wait(15)

    reader = threading.Thread(target=speak)
    reader.start()
    try:
        yield
    finally:
        is_over.set()
        reader.join()


def the_check_is_kept(day: Workday) -> None:
    """Everything of a whole check was measured, and the window and the command line agree."""
    eventually(lambda: day.told("history")["reports"], "the check is kept", limit_s=90)
    (report,) = day.told("history")["reports"]
    names = {one["id"] for check in report["checks"] for one in check["measurements"]}
    why = {one["id"]: one["reason"] for check in report["checks"] for one in check["not_measured"]}
    assert names >= _MEASURED, {one: why.get(one) for one in _MEASURED - names}


def the_block_is_kept(day: Workday) -> None:
    """One block with one interruption, which is over."""
    (block,) = day.told("focus", "list")["blocks"]
    assert block["name"] == "Refunds two"
    (interruption,) = block["interruptions"]
    assert interruption["cause"] == "technical"
    assert interruption["ended_at"] is not None
    assert block["ended_at"] is not None


def the_week_is_read(day: Workday) -> None:
    """The window says of the week that is over what the command line says."""
    headline = day.week_in_words().partition(": ")[2].rstrip(".")
    assert "targets met" in headline
    day.someone.find("heading", headline)
