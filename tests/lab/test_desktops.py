"""The program on both kinds of desktop: with a tray in a panel, and on Wayland without one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.lab.desktop import eventually, missing_tools
from tests.lab.desktop_program import RunningProgram, program
from tests.lab.tray import desktop_with_tray
from tests.lab.wayland import wayland_desktop

pytestmark = pytest.mark.lab


def needs(*tools: str) -> pytest.MarkDecorator:
    reason = missing_tools(*tools)
    return pytest.mark.skipif(bool(reason), reason=reason or "complete")


@pytest.fixture
def runtime_dir() -> Iterator[Path]:
    """Short: a socket's path may not be as long as pytest's are."""
    with TemporaryDirectory(prefix="wa-") as folder:
        yield Path(folder)


@needs("weston")
@pytest.mark.parametrize("how", [(), ("--in-tray",)], ids=["by hand", "at login"])
def test_without_a_tray_the_window_opens_and_closing_it_ends_the_program(
    runtime_dir: Path, how: tuple[str, ...]
) -> None:
    with (
        wayland_desktop(runtime_dir) as desktop,
        program(desktop, runtime_dir / "data", *how) as one,
    ):
        # At login it waits for the panel, which may start later than the program.
        eventually(lambda: one.state().is_shown, "the window is shown", limit_s=60)
        state = one.state()
        assert (state.platform, state.has_tray, state.has_icon) == ("wayland", False, False)
        one.act("close")
        assert one.ended() == 0


def settled(one: RunningProgram) -> None:
    """The window has painted, and hears the starts that follow."""
    eventually(lambda: one.state().is_shown, "the window is shown")
    eventually(lambda: one.state().hears_starts, "later starts are heard")


def started_again(desktop: Mapping[str, str], data_dir: Path) -> None:
    """A second start, which ends at once and says nothing."""
    done = subprocess.run(
        [sys.executable, "-m", "workspace_assistant", "--data-dir", str(data_dir)],
        env={**os.environ, **desktop},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@needs("trayer", "Xvfb")
def test_with_a_tray_the_window_closes_into_it_and_a_second_start_brings_it_back(
    runtime_dir: Path,
) -> None:
    data_dir = runtime_dir / "data"
    with desktop_with_tray(runtime_dir) as desktop, program(desktop, data_dir) as one:
        settled(one)
        eventually(lambda: one.state().has_icon, "the icon is in the tray")
        one.act("close")
        eventually(lambda: not one.state().is_shown, "the window is gone")
        started_again(desktop, data_dir)
        eventually(lambda: one.state().is_shown, "the window is back")
        one.act("leave")
        assert one.ended() == 0


@needs("trayer", "Xvfb")
def test_at_login_it_starts_in_the_tray(runtime_dir: Path) -> None:
    data_dir = runtime_dir / "data"
    with (
        desktop_with_tray(runtime_dir) as desktop,
        program(desktop, data_dir, "--in-tray") as one,
    ):
        eventually(lambda: one.state().has_icon, "the icon is in the tray")
        assert not one.state().is_shown
        started_again(desktop, data_dir)
        eventually(lambda: one.state().is_shown, "the window opens")
        one.act("leave")
        assert one.ended() == 0
