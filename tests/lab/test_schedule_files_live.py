"""Files for the system, read by the programs of the system: systemd's own, and GLib's."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.fakes.schedule import write
from tests.lab.desktop import eventually
from workspace_assistant.adapters.system.autostart import XdgAutostart
from workspace_assistant.adapters.system.schedule_files import put
from workspace_assistant.core.schedule.model import POSSIBLE_MINUTES, Program
from workspace_assistant.core.schedule.units import unit_files

pytestmark = pytest.mark.lab

STRANGE = r"""100%n "q" $HOME `x` back\slash;'é a=b"""
NOTES_ITS_WORDS = """\
#!/bin/sh
printf '%s\\n' "$@" > "$0.unfinished"
mv "$0.unfinished" "$0.words"
"""


def needs(tool: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(tool) is None, reason=f"not installed: {tool}")


def program_in(folder: Path) -> Program:
    """A real program in a directory whose name holds every sign that means something to a file."""
    home = folder / STRANGE
    home.mkdir()
    path = home / "program"
    path.write_text(NOTES_ITS_WORDS)
    path.chmod(0o755)
    return Program(words=(str(path), "-m", "workspace_assistant"), data_dir=str(home))


def verified(folder: Path, program: Program, minutes: int) -> subprocess.CompletedProcess[str]:
    places = [str(put(folder, file, write)) for file in unit_files(program, minutes)]
    runtime = folder / "run"
    runtime.mkdir(mode=0o700, exist_ok=True)
    return subprocess.run(
        ["systemd-analyze", "verify", "--user", *places],
        env={**os.environ, "HOME": str(folder), "XDG_RUNTIME_DIR": str(runtime)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@needs("systemd-analyze")
@pytest.mark.parametrize("minutes", [1, 5, 30])
def test_systemd_accepts_the_units(tmp_path: Path, minutes: int) -> None:
    done = verified(tmp_path, program_in(tmp_path), minutes)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@needs("systemd-analyze")
def test_systemd_would_tell_a_program_that_is_not_there(tmp_path: Path) -> None:
    absent = Program(words=(str(tmp_path / "none"),), data_dir=str(tmp_path))
    done = verified(tmp_path, absent, 5)
    assert done.returncode != 0
    assert "none" in done.stderr


@needs("systemd-analyze")
def test_systemd_starts_it_on_the_same_minutes_of_each_hour() -> None:
    for minutes in POSSIBLE_MINUTES:
        said = elapses(f"*:0/{minutes}", "--iterations=2", "--base-time=2026-11-22 23:59:00 UTC")
        assert "2026-11-23 00:00:00 UTC" in said, said
        assert f"2026-11-23 00:{minutes:02}:00 UTC" in said, said


def elapses(*words: str) -> str:
    command: Sequence[str] = ["systemd-analyze", "calendar", *words]
    utc = {**os.environ, "TZ": "UTC"}
    done = subprocess.run(command, env=utc, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout


@needs("gio")
def test_a_desktop_starts_the_program_with_the_same_words(tmp_path: Path) -> None:
    program = program_in(tmp_path)
    entry = XdgAutostart(tmp_path / "autostart", write).turn_on(program).place
    subprocess.run(["gio", "launch", entry], check=True, timeout=30)
    words = Path(f"{program.words[0]}.words")
    eventually(words.exists, "the program was started")
    assert words.read_text().splitlines() == list(program.at_login[1:])
