"""Every page as a screen reader gets it: the real window, read through AT-SPI, object by object."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.e2e.program import run
from tests.lab.at_spi import Assistant, assistant
from tests.lab.at_spi_desktop import ALONE, accessible_desktop, missing
from tests.lab.at_spi_nodes import Node, outline
from tests.lab.at_spi_rules import faults

_LACKING = missing()
pytestmark = [
    pytest.mark.lab,
    pytest.mark.timeout(180),
    pytest.mark.skipif(bool(_LACKING), reason=_LACKING or "there is a desktop"),
]
_ICONS = {path.stem for path in Path(__file__).parents[2].glob("resources/icons/*.svg")}
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
# What a person has after some days, and a word of each that its page must show then.
_DAYS = (
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
    "Week": "Shortest daily rest: ",
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


def page(someone: Assistant, title: str) -> Node:
    """The window, once this page was asked for and has come to rest."""
    someone.press(someone.find("radio button", title))
    someone.wait_for(lambda one: one.name.startswith(f"{title} \u2013 "), f"the window on {title}")
    return someone.settled()


def past_the_welcome(someone: Assistant) -> None:
    """Where a first start asks something first, it can be left out."""
    tree = someone.settled()
    skip = [one for one in tree.showing() if one.role == "push button" and "Skip" in one.name]
    if skip:
        someone.press(skip[0])
        someone.settled()


def told(tree: Node) -> str:
    return "\n".join(one.name for one in tree.showing())


def test_every_page_of_an_empty_start_can_be_read_and_operated(folder: Path) -> None:
    with window(folder, folder / "empty") as someone:
        assert faults(someone.settled(), _ICONS) == []
        past_the_welcome(someone)
        found = {title: faults(page(someone, title), _ICONS) for title in _TITLES}
    assert found == {title: [] for title in _TITLES}


def test_every_page_of_some_days_can_be_read_and_operated(folder: Path) -> None:
    data_dir = folder / "days"
    for words in _DAYS:
        assert run(data_dir, *words.split()).code == 0
    with ThreadPoolExecutor() as beside:
        checks = [beside.submit(run, data_dir, *_CHECK.split(), prefix=ALONE) for _ in range(3)]
    assert all(one.result().code in {0, 10, 20} for one in checks)
    with window(folder, data_dir) as someone:
        trees = {title: page(someone, title) for title in _TITLES}
    assert {title: faults(tree, _ICONS) for title, tree in trees.items()} == {
        title: [] for title in _TITLES
    }
    for title, words in _SHOWN.items():
        assert words in told(trees[title]), outline(trees[title])
