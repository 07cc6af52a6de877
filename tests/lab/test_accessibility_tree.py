"""Every page as a screen reader gets it: the real window, read through AT-SPI, object by object."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.e2e.program import run
from tests.lab.at_spi import Assistant, assistant
from tests.lab.at_spi_desktop import ALONE, accessible_desktop, missing
from tests.lab.at_spi_nodes import Node
from tests.lab.at_spi_rules import ICONS, faults

_LACKING = missing()
pytestmark = [
    pytest.mark.lab,
    pytest.mark.timeout(180),
    pytest.mark.skipif(bool(_LACKING), reason=_LACKING or "there is a desktop"),
]
_TITLES = (
    "Today",
    "Readiness",
    "Microphone",
    "Focus",
    "Breaks and tips",
    "Shifts",
    "Week",
    "History",
    "Your data",
    "Settings",
    "Help",
)
# Headings of the first steps, and what leads on from each.
_STEPS = {
    "Welcome. This is what the program does for you": "Continue",
    "What does your job ask of this workplace?": "Continue",
    "Which microphone do customers hear?": "Continue",
    "When do you work?": "Continue",
    "That is all. Is this workplace ready?": "",
}
# What a person has after some days, and a word of each that its page must show then.
_WEEK_AGO = (date.today() - timedelta(days=7)).isoformat()  # noqa: DTZ011 - a person's day
_DAYS = (
    f"focus add Refunds --day {_WEEK_AGO} --from 9:00 --to 9:50 --channel phone",
    f"shifts add {_WEEK_AGO} 09:00 17:00 --break 12:00-12:30",
    "focus add Refunds --day yesterday --from 9:00 --to 9:50 --channel phone --tag billing",
    "focus add Guide --day yesterday --from 10:00 --to 11:10 --channel admin",
    "shifts add yesterday 09:00 17:00 --break 12:00-12:30",
    "shifts add tomorrow 09:00 17:00 --break 12:00-12:30",
)
_CHECK = "check --only computer,connection --quick"
_SHOWN = {
    "Today": "Your next shift starts tomorrow",
    "Readiness": "Connection: ",
    "Focus": "Start “Guide” again",
    "Shifts": "The next 14 days",
    "History": "Past checks",
}


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Short: a socket's path may not be as long as pytest's are."""
    with TemporaryDirectory(prefix="wa-") as made:
        yield Path(made)


@contextmanager
def window(folder: Path, data_dir: Path) -> Iterator[Assistant]:
    with (
        accessible_desktop(folder) as desktop,
        desktop.program(data_dir),
        assistant(desktop.address) as someone,
    ):
        yield someone


def page(someone: Assistant, title: str, words: str = "") -> Node:
    """The window, once this page was asked for, says *words*, and has come to rest."""
    someone.press(someone.find("radio button", title))
    someone.wait_for(lambda one: one.name.startswith(f"{title} \u2013 "), f"the window on {title}")
    someone.wait_for(lambda one: words in one.name, words)
    return someone.settled()


def week_before(someone: Assistant) -> Node:
    """It has blocks and a shift, whatever day is today."""
    page(someone, "Week")
    someone.press(someone.find("push button", "The week before"))
    someone.wait_for(lambda one: one.name.startswith("Longest weekly rest: "), "its numbers")
    return someone.settled()


def first_steps(someone: Assistant) -> Iterator[tuple[str, Node]]:
    """Each step by its heading, once it has come to rest; nothing is chosen in any."""
    for heading, way_on in _STEPS.items():
        someone.find("heading", heading)
        tree = someone.settled()
        assert tree.name == f"{heading} \u2013 Workspace Assistant"
        yield heading, tree
        if way_on:
            someone.press(someone.find("push button", way_on))


def test_a_first_start_can_be_read_and_operated(folder: Path) -> None:
    with window(folder, folder / "empty") as someone:
        found = {heading: faults(tree, ICONS) for heading, tree in first_steps(someone)}
        assert found == {heading: [] for heading in _STEPS}
        someone.press(someone.find("push button", "Later"))
        someone.find("frame", "Today \u2013 …")
        found = {title: faults(page(someone, title), ICONS) for title in _TITLES}
    assert found == {title: [] for title in _TITLES}


def test_every_page_of_some_days_can_be_read_and_operated(folder: Path) -> None:
    data_dir = folder / "days"
    for words in _DAYS:
        assert run(data_dir, *words.split()).code == 0
    with ThreadPoolExecutor() as beside:
        checks = [beside.submit(run, data_dir, *_CHECK.split(), prefix=ALONE) for _ in range(3)]
    assert all(one.result().code in {0, 10, 20} for one in checks)
    with window(folder, data_dir) as someone:
        trees = {title: page(someone, title, _SHOWN.get(title, "")) for title in _TITLES}
        trees["Week"] = week_before(someone)
    assert {title: faults(tree, ICONS) for title, tree in trees.items()} == {
        title: [] for title in _TITLES
    }
