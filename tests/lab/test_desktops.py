"""The program on both kinds of desktop: with a tray in a panel, and on Wayland without one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.lab.desktop import eventually, missing_tools
from tests.lab.desktop_program import program
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
        eventually(lambda: one.state().is_shown, "the window is shown")
        state = one.state()
        assert (state.platform, state.has_tray, state.has_icon) == ("wayland", False, False)
        one.act("close")
        assert one.ended() == 0
