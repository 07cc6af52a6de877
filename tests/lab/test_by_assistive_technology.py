"""A check, a focus block and a week by assistive technology alone: no key, no pointer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.lab.at_spi import Assistant
from tests.lab.at_spi_desktop import missing
from tests.lab.at_spi_nodes import Node
from tests.lab.workday import (
    SOUND_TOOLS,
    Workday,
    the_block_is_kept,
    the_check_is_kept,
    the_week_is_read,
    workday,
)

_LACKING = missing() or SOUND_TOOLS
pytestmark = [
    pytest.mark.lab,
    pytest.mark.timeout(120),
    pytest.mark.skipif(bool(_LACKING), reason=_LACKING or "there is a desktop"),
]


@pytest.fixture(scope="module")
def day() -> Iterator[Workday]:
    with TemporaryDirectory(prefix="wa-") as made, workday(Path(made)) as begun:
        yield begun


def go_to(someone: Assistant, title: str) -> None:
    someone.press(someone.find("radio button", title))
    someone.wait_for(lambda one: one.name.startswith(f"{title} \u2013 "), f"the window on {title}")


def press(someone: Assistant, name: str) -> None:
    someone.press(
        someone.wait_for(
            lambda one: one.role == "push button" and one.name == name and can(one), name
        )
    )


def can(node: Node) -> bool:
    """Whether something can be done with it now, but to set the focus."""
    return bool(set(node.actions) - {"SetFocus"})


def test_a_whole_check(day: Workday) -> None:
    someone = day.someone
    someone.listen("Announcement")
    go_to(someone, "Today")
    press(someone, "Check now")
    someone.hear("Read")  # what a person who does not see it must be told in time
    the_check_is_kept(day)
    (kept,) = day.told("history")["reports"]
    word = {"ready": "Ready", "caution": "Caution", "not_ready": "Not ready"}[kept["verdict"]]
    go_to(someone, "Readiness")
    someone.wait_for(lambda one: one.role == "panel" and one.name.startswith(f"{word}"), word)


def test_a_focus_block(day: Workday) -> None:
    someone = day.someone
    go_to(someone, "Focus")
    someone.write(someone.find("text", "What you work on"), "Refunds two")
    press(someone, "Start")
    someone.find("heading", "Refunds two")
    press(someone, "Technical, key 8")
    press(someone, "Back (key B)")
    press(someone, "Stop (key S)")
    someone.find("heading", "“Refunds two” is done…")
    the_block_is_kept(day)


def test_a_week(day: Workday) -> None:
    go_to(day.someone, "Week")
    press(day.someone, "The week before")
    the_week_is_read(day)
