"""A check, a focus block and a week by keys alone, on a real screen; it is read, never pressed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.lab.at_spi_desktop import missing
from tests.lab.at_spi_nodes import Node
from tests.lab.desktop import missing_tools
from tests.lab.workday import (
    SOUND_TOOLS,
    Workday,
    the_block_is_kept,
    the_check_is_kept,
    the_week_is_read,
    workday,
)

_LACKING = missing() or missing_tools("xdotool") or SOUND_TOOLS
pytestmark = [
    pytest.mark.lab,
    pytest.mark.timeout(120),
    pytest.mark.skipif(bool(_LACKING), reason=_LACKING or "there is a desktop"),
]
_MOST_TABS = 60


@pytest.fixture(scope="module")
def day() -> Iterator[Workday]:
    with TemporaryDirectory(prefix="wa-") as made, workday(Path(made)) as begun:
        begun.someone.wait_for(lambda one: "focused" in one.states, "the window has the focus")
        yield begun


def keys(day: Workday, *names: str) -> None:
    _xdotool(day, "key", "--delay", "30", *names)


def write(day: Workday, text: str) -> None:
    _xdotool(day, "type", "--delay", "30", text)


def _xdotool(day: Workday, *words: str) -> None:
    environment = {**os.environ, "DISPLAY": day.environment["DISPLAY"]}
    subprocess.run(["xdotool", *words], env=environment, check=True, timeout=20)


def go_to(day: Workday, key: str, title: str) -> None:
    keys(day, key)
    day.someone.wait_for(
        lambda one: one.name.startswith(f"{title} \u2013 "), f"the window on {title}"
    )


def tab_to(day: Workday, name: str) -> None:
    """Press Tab until what bears this *name* has the focus, as a person does who looks for it."""
    reached: list[str] = []
    for _ in range(_MOST_TABS):
        keys(day, "Tab")
        focused = _focused(day)
        if focused == name:
            return
        reached.append(focused)
    raise AssertionError(f"{name!r} is not among {reached}")


def _focused(day: Workday) -> str:
    def has_it(one: Node) -> bool:
        return "focused" in one.states and one.role != "frame"

    return day.someone.wait_for(has_it, "something has the focus").name


def test_a_whole_check(day: Workday) -> None:
    go_to(day, "ctrl+1", "Today")
    day.someone.settled()
    tab_to(day, "Check now")
    keys(day, "Return")
    the_check_is_kept(day)


def test_a_focus_block(day: Workday) -> None:
    someone = day.someone
    go_to(day, "ctrl+4", "Focus")
    day.someone.wait_for(
        lambda one: one.name == "What you work on" and "focused" in one.states, "the field"
    )
    write(day, "Refunds two")
    keys(day, "Return")
    someone.find("heading", "Refunds two")
    keys(day, "8")
    someone.find("heading", "Interrupted by a technical fault…")
    tab_to(day, "Back (key B)")
    keys(day, "space")
    someone.find("heading", "What interrupts you?")
    keys(day, "s")
    someone.find("heading", "“Refunds two” is done…")
    the_block_is_kept(day)


def test_a_week(day: Workday) -> None:
    go_to(day, "ctrl+7", "Week")
    tab_to(day, "The week before")
    keys(day, "Return")
    the_week_is_read(day)
