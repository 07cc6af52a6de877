"""A draft sees its own blocks among those of the log."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.focus import MemoryFocusLog
from tests.unit.core.focus.blocks import at, block
from tests.unit.core.focus.services import Day
from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.draft import EVER, Draft, kept
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.ports import FocusDraft, FocusWriter

HOURS = 12


def named(number: int, start: float, end: float | None) -> Block:
    return block(start, end, id=f"{number:032x}", name=f"Block {number}")


@st.composite
def logs(draw: st.DrawFn) -> list[Block]:
    """Blocks that lie apart, some without length, perhaps an open one between them."""
    bounds = sorted(draw(st.lists(st.integers(0, HOURS * 60), min_size=0, max_size=12)))
    made = [
        named(number, start, end)
        for number, (start, end) in enumerate(zip(bounds[::2], bounds[1::2], strict=False))
    ]
    if draw(st.booleans()):
        made.append(named(99, HOURS * 60 + 1, None))
    return made


@settings(max_examples=60, deadline=None)
@given(logs(), st.lists(st.integers(0, 5)), st.integers(0, 720), st.integers(0, 720), st.data())
def test_it_shows_what_the_log_would_show_if_it_were_kept(
    stored: list[Block], changed: list[int], start: int, length: int, data: st.DataObject
) -> None:
    log = MemoryFocusLog(*stored)
    with log.reading() as reader:
        draft = Draft(reader, data.draw(st.sampled_from([EVER, at(0)])))
    with log.writing() as writer:
        for number in changed:
            one = next((b for b in writer.find(f"{number:032x}")), None)
            if one is None:
                new = named(number, HOURS * 60 + 600 + number, HOURS * 60 + 601 + number)
                writer.put(new)
                draft.put(new)
            else:
                writer.remove(one.id)
                draft.remove(one.id)
        ids = frozenset(f"{number:032x}" for number in range(100))
        span = (at(start), at(start + length))
        assert set(draft.between(*span)) == set(writer.between(*span))
        assert draft.next_start_at(at(start)) == writer.next_start_at(at(start))
        assert set(draft.blocks(ids)) == set(writer.blocks(ids))
        assert draft.open_block() == writer.open_block()


def test_an_open_block_reaches_into_all_that_follows() -> None:
    running, ahead = named(1, 0, None), named(2, 60, 70)
    log = MemoryFocusLog(running, ahead)
    with log.reading() as reader:
        draft = Draft(reader, EVER)

    assert draft.between(at(65), at(66)) == (running, ahead)
    draft.remove(running.id)
    assert draft.between(at(65), at(66)) == (ahead,)
    draft.put(running)
    assert draft.open_block() == running


def test_a_block_without_length_hides_none_that_reaches_further() -> None:
    zero, long = named(1, 10, 10), named(2, 10, 60)
    log = MemoryFocusLog(zero, long)
    with log.reading() as reader:
        draft = Draft(reader, EVER)
        assert draft.between(at(20), at(30)) == (long,)
    before = MemoryFocusLog(named(2, 0, 10), named(1, 10, 10))
    with before.reading() as reader:
        assert Draft(reader, EVER).between(at(20), at(30)) == ()


def test_what_lies_before_it_is_the_logs() -> None:
    early, late = named(1, 0, 10), named(2, 60, 70)
    log = MemoryFocusLog(early, late)
    with log.reading() as reader:
        draft = Draft(reader, at(30))
        assert draft.next_start_at(datetime.min.replace(tzinfo=at(0).tzinfo)) == at(0)
        assert draft.blocks(frozenset({early.id, late.id})) == (early, late)


def test_the_change_log_and_what_is_asked_rarely_are_the_logs() -> None:
    day = Day()
    one = day.log_block("Mail", 30)
    with day.log.reading() as reader:
        draft = Draft(reader, EVER)
        assert draft.base == draft.latest_change() == 2
        assert draft.changes(5) == reader.changes(5)
        assert draft.heads(5) == reader.heads(5)
        assert draft.change(1) == reader.change(1)
        assert draft.undone_by(1) is None
        assert draft.recent_names(3) == (one,)
        assert draft.latest_end_at() == one.ended_at
        assert draft.unanswered(3) == ()
        assert draft.with_source(frozenset({"a"})) == frozenset()
        assert draft.with_id(frozenset({one.id})) == {one.id}
        assert (draft.unreadable(), draft.unreadable_open()) == (0, None)
        assert draft.heartbeat() is None
        with pytest.raises(NotImplementedError):
            draft.set_aside(one.id)
        with pytest.raises(NotImplementedError):
            draft.find(one.id)


class Contested(MemoryFocusLog):
    """Somebody always changes the same at the same time."""

    tries = 0

    def keep(self, draft: FocusDraft) -> Change | None:
        self.tries += 1
        return None


def test_where_others_change_the_same_again_and_again_they_wait_in_the_end() -> None:
    log = Contested()

    def prepare(writer: FocusWriter) -> Change:
        writer.put(named(1, 0, 10))
        return writer.record(Change(at=at(0), actor="import", action="import", differences=()))

    assert kept(log, EVER, prepare).id == 1
    assert log.tries == 3
    assert list(log.kept.blocks.values()) == [named(1, 0, 10)]


def test_the_next_start_may_be_in_the_log_or_in_the_draft() -> None:
    log = MemoryFocusLog(named(1, 0, 10), named(2, 60, 70))
    with log.reading() as reader:
        draft = Draft(reader, at(30))
        assert draft.next_start_at(at(-5)) == at(0)  # before what the draft holds
        assert draft.next_start_at(at(20)) == at(60)
        assert draft.next_start_at(at(60)) is None
