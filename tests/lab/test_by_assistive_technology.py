"""A check, a focus block and a week by assistive technology alone: no key, no pointer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.lab.at_spi import Assistant
from tests.lab.at_spi_desktop import missing
from tests.lab.at_spi_nodes import Node
from tests.lab.at_spi_rules import ICONS, faults
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
_VERDICTS = {"ready": "Ready", "caution": "Caution", "not-ready": "Not ready"}
_GRAVE = {"caution", "not-ready"}
# The checks of a whole check whose verdict their card repeats as it is, and the cards' titles.
_CARDS = {"computer": "Computer", "microphone": "Microphone", "connection": "Connection"}
_STATES = {"met": "Met", "not-met": "Not met", "information": "No target"}


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
    go_to(someone, "Readiness")
    hero = someone.find("panel", f"{_VERDICTS[kept['verdict']]}. …")
    someone.hear(f"{hero.children[1].name}. ")  # the end is told as well, with its result
    tree = someone.settled()
    assert verdicts_told(tree) == {
        one["id"]: _VERDICTS[one["verdict"]] for one in kept["checks"] if one["id"] in _CARDS
    }
    told = {node.name for node in tree.showing() if node.role == "label"}
    findings = [one for check in kept["checks"] for one in check["findings"]]
    assert {one["message"] for one in findings if one["severity"] in _GRAVE} <= told
    (level,) = (
        one["value"]
        for check in kept["checks"]
        for one in check["measurements"]
        if one["id"] == "microphone.active_speech_level"
    )
    bar = someone.find("progress bar", "Microphone level").value
    assert bar is not None
    assert bar.now == pytest.approx(level, abs=1)
    assert faults(tree, ICONS) == []  # a voice and a line were measured: bars and curves show


def verdicts_told(tree: Node) -> dict[str, str]:
    """What the cards of the checks say first, each under its check's name."""
    told = (node.name.partition(": ") for node in tree.showing() if node.role == "panel")
    names = {title: check for check, title in _CARDS.items()}
    return {names[title]: said.split(".")[0] for title, _, said in told if title in names}


def test_a_focus_block(day: Workday) -> None:
    someone = day.someone
    go_to(someone, "Focus")
    someone.write(someone.find("text", "What you work on"), "Refunds two")
    press(someone, "Start")
    someone.find("heading", "Refunds two")
    assert faults(someone.tree(), ICONS) == []
    press(someone, "Technical, key 8")
    press(someone, "Back (key B)")
    press(someone, "Stop (key S)")
    someone.find("heading", "“Refunds two” is done…")
    the_block_is_kept(day)
    (block,) = day.told("focus", "list")["blocks"]
    begun, over = (block[which][11:16] for which in ("started_at", "ended_at"))
    someone.find("push button", f"Refunds two, {begun} \u2013 {over}, …")
    someone.find("push button", "Interruption: Technical, …")
    someone.find("panel", f"{begun} \u2013 {over}. Refunds two. Other · 1 interruption. …")


def test_a_mistake(day: Workday) -> None:
    """It is announced, and stands in words beside what it is about; nothing is kept."""
    someone = day.someone
    before = day.told("focus", "list")
    go_to(someone, "Focus")
    press(someone, "Add a block")
    someone.write(someone.find("text", "From"), "noon")
    someone.write(someone.find("text", "To"), "13:00")
    press(someone, "Save")
    said = someone.hear("“noon” is no time")
    someone.find("label", said)
    assert faults(someone.settled(), ICONS) == []
    press(someone, "Cancel")
    assert day.told("focus", "list") == before


def test_a_week(day: Workday) -> None:
    go_to(day.someone, "Week")
    press(day.someone, "The week before")
    the_week_is_read(day)
    told = [one.name for one in day.someone.settled().showing() if one.role == "panel"]
    known = [one for one in day.last_week()["indicators"] if one["value"] is not None]
    assert known
    for one in known:
        begin = f"{one['name']}: {_STATES[one['state']]}. "
        begin += f"{one['value']:g}. " if one["unit"] == "count" else ""
        assert any(name.startswith(begin) for name in told), (begin, told)
