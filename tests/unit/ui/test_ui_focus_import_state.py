from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes import focus_days as days
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.focus.exchange.parsed import Fault
from workspace_assistant.core.focus.exchange.preview import Cut, Overlap, Preview
from workspace_assistant.core.focus.overlaps import OverlapChoice
from workspace_assistant.ui.focus.import_state import ImportState, import_state
from workspace_assistant.ui.focus.situation import Importing, Situation

WORDING = EnglishWording()
ASKED = Importing(file=Path("/home/you/toggl.csv"))
NOTHING = Preview(new=(), duplicates=(), overlaps=(), faults=(), remarks=())
BLOCKS = days.full_day()


def state_of(asked: Importing) -> ImportState:
    state = import_state(Situation(importing=asked), WORDING)
    assert state is not None
    return state


def previewed(**changes: object) -> ImportState:
    return state_of(replace(ASKED, preview=replace(NOTHING, **changes)))  # type: ignore[arg-type]  # fields by name


def plain(texts: tuple[str, ...]) -> list[str]:
    return [text.replace("\u202f", " ").replace("\u2013", "-") for text in texts]


def test_nothing_is_imported() -> None:
    assert import_state(Situation(), WORDING) is None


def test_while_it_is_read_and_when_it_cannot_be() -> None:
    reading = state_of(ASKED)
    assert (reading.headline, reading.is_reading) == ("Reading toggl.csv", True)
    failed = state_of(replace(ASKED, trouble="is no text"))
    assert failed.headline == "toggl.csv cannot be read"
    assert (failed.trouble, failed.is_reading, failed.button) == ("is no text", False, "")


def test_nothing_new() -> None:
    state = previewed(duplicates=BLOCKS[:1], remarks=("A remark.",))
    assert state.facts == (
        "There is nothing new in it.",
        "1 entry is in your log already and is left out.",
        "A remark.",
    )
    assert state.button == ""


@pytest.mark.parametrize(
    ("count", "fact", "button"),
    [
        (1, "1 new block, 53 min worked, on 23/11/2026.", "Import 1 block"),
        (
            2,
            "2 new blocks, 1 h 19 min worked, from 23/11/2026 to 23/11/2026.",
            "Import 2 blocks",
        ),
    ],
)
def test_what_is_new(count: int, fact: str, button: str) -> None:
    state = previewed(new=BLOCKS[:count], duplicates=BLOCKS[3:5])
    assert plain(state.facts) == [fact, "2 entries are in your log already and are left out."]
    assert state.button == button


def test_overlaps_are_named_the_first_five_of_them() -> None:
    overlap = Overlap(block=BLOCKS[0], others=BLOCKS[1:3])
    state = previewed(new=BLOCKS, overlaps=(overlap,) * 7)
    assert len(state.overlaps) == 6
    assert plain(state.overlaps)[0] == (
        "“Refund queue”, 23/11/2026 08:02 - 08:55, has time in common with "
        "“Email backlog”, “Chat: delivery”."
    )
    assert state.overlaps[-1] == "And 2 more like this."


def test_faults_are_named_and_hold_nothing_back() -> None:
    state = previewed(faults=(Fault(place="line 4", reason="is no date"),))
    assert state.faults == ("line 4: is no date",)
    assert (state.facts, state.button) == ((), "")


def test_what_would_be_gone_is_told_and_what_is_only_shorter_is_not() -> None:
    overlap = Overlap(block=BLOCKS[0], others=BLOCKS[1:2])
    cuts = (
        Cut(choice=OverlapChoice.TRIM_NEW, left_out=2, removed=0, interruptions=1),
        Cut(choice=OverlapChoice.TRIM_OLD, left_out=0, removed=0, interruptions=0),
    )
    state = previewed(new=BLOCKS, overlaps=(overlap,), cuts=cuts)
    (told,) = state.overlaps[1:]
    assert told.startswith("If the imported ones give way, nothing is left of 2 of them")
    assert told.endswith("Interruptions that go: 1.")
