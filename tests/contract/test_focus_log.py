"""What every time log must do; run over the one in memory and the real one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.contract.focus_logs import at, block, heartbeat, ids, put
from tests.fakes.focus import MONDAY, CountingId, FakeClock
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.changes import Change, difference
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import (
    Anchor,
    Block,
    Cause,
    Channel,
    ClockChange,
    Gap,
    GapReason,
    Interruption,
    Origin,
)
from workspace_assistant.core.focus.ports import FocusLog
from workspace_assistant.core.focus.service import FocusService

RICH = Block(
    id="c0ffee00c0ffee00c0ffee00c0ffee00",
    name="Rückfragen “eilig” 🐈\u200d⬛",
    channel=Channel.CHAT,
    tags=("später", "a,b", ""),
    planned_s=1500.5,
    started_at=datetime(2026, 10, 25, 0, 59, 59, 999999, tzinfo=UTC),
    time_zone="Europe/Madrid",
    utc_offset_s=7200,
    gaps=(
        Gap(id="1", started_at=at(1), ended_at=at(2), reason=GapReason.PAUSE),
        Gap(
            id="2",
            started_at=at(2),
            ended_at=at(3),
            reason=GapReason.NOT_WATCHED,
            is_unanswered=True,
        ),
        Gap(id="3", started_at=at(9), reason=GapReason.IDLE),
    ),
    interruptions=(
        Interruption(id="z", cause=Cause.PET, origin=Origin.EXTERNAL, at=at(4), ended_at=at(5)),
        Interruption(
            id="a",
            cause=Cause.SELF,
            origin=Origin.INTERNAL,
            at=at(4),
            note="=HYPERLINK()\n'; DROP TABLE focus_block; --",
            next_step="zurück zu Fall 7",
        ),
    ),
    clock_changes=(ClockChange(at=at(6), by_s=-3600.25), ClockChange(at=at(7), by_s=0.1 + 0.2)),
    source="toggl:42",
    anchor=Anchor(at=at(0), elapsed_s=12345.678901234, boot_id="b00t"),
)


def test_an_empty_log_knows_nothing(log: FocusLog) -> None:
    with log.reading() as reader:
        assert reader.open_block() is None
        assert reader.find("") == ()
        assert reader.between(at(-1e6), at(1e6)) == ()
        assert reader.latest_end_at() is None
        assert reader.next_start_at(at(0)) is None
        assert reader.recent_names(5) == ()
        assert reader.with_source(frozenset({"x"})) == frozenset()
        assert reader.unanswered(5) == ()
        assert reader.heartbeat() is None
        assert reader.changes(5) == ()
        assert reader.change(1) is None
        assert reader.undone_by(1) is None
        assert reader.unreadable() == 0


def test_a_block_comes_back_to_the_last_microsecond_and_letter(log: FocusLog) -> None:
    put(log, RICH)
    with log.reading() as reader:
        assert reader.open_block() == RICH
        assert reader.find(RICH.id) == (RICH,)


def test_a_block_is_replaced_with_all_its_parts(log: FocusLog) -> None:
    put(log, RICH)
    first, second, _ = RICH.gaps
    after = replace(
        RICH,
        name="Other",
        tags=(),
        planned_s=None,
        gaps=(replace(first, reason=GapReason.BREAK), second),
        interruptions=(replace(RICH.interruptions[0], note="the cat"),),
        clock_changes=(),
        ended_at=at(30),
        anchor=None,
    )
    put(log, after)
    with log.reading() as reader:
        assert reader.find("c0ffee") == (after,)
        assert reader.open_block() is None


def test_a_part_that_comes_between_keeps_the_order(log: FocusLog) -> None:
    put(log, replace(RICH, interruptions=RICH.interruptions[1:]))
    put(log, RICH)
    with log.reading() as reader:
        assert reader.open_block() == RICH


def test_a_removed_block_is_gone_with_its_parts(log: FocusLog) -> None:
    put(log, RICH)
    with log.writing() as writer:
        writer.remove(RICH.id)
        writer.remove("nothing")
    bare = block(RICH.id, 0, None)
    put(log, bare)
    with log.reading() as reader:
        assert reader.open_block() == bare
        assert reader.unanswered(3) == ()


def test_a_writer_sees_what_it_wrote(log: FocusLog) -> None:
    with log.writing() as writer:
        writer.put(block("a", 0, None))
        assert writer.open_block() == block("a", 0, None)
        writer.remove("a")
        assert writer.open_block() is None


def test_a_transaction_that_fails_changes_nothing(log: FocusLog) -> None:
    put(log, block("a", 0, 10))

    def act_that_fails() -> None:
        with log.writing() as writer:
            writer.remove("a")
            writer.put(RICH)
            writer.record(Change(at=at(0), actor="window", action="start", differences=()))
            writer.beat(heartbeat(RICH.id))
            raise LookupError

    with pytest.raises(LookupError):
        act_that_fails()
    with log.reading() as reader:
        assert ids(reader.between(at(-1e6), at(1e6))) == ["a"]
        assert reader.heartbeat() is None
        assert reader.changes(5) == ()


def test_a_view_does_not_move_while_others_write(log: FocusLog, other: FocusLog) -> None:
    put(log, block("a", 0, 10))
    with log.reading() as reader:
        assert ids(reader.find("")) == ["a"]
        put(other, block("b", 10, 20))
        assert ids(reader.find("")) == ["a"]
    with log.reading() as reader:
        assert ids(reader.find("")) == ["a", "b"]


def test_its_version_tells_own_and_foreign_writing(log: FocusLog, other: FocusLog) -> None:
    seen = [log.version()]
    assert log.version() == seen[0]
    for key, writer in (("a", log), ("b", other), ("c", log)):
        put(writer, block(key, ord(key), ord(key) + 1))
        seen.append(log.version())
    assert len(set(seen)) == 4
    with log.reading() as reader:
        reader.find("")
    assert log.version() == seen[-1]


def test_several_ids_with_one_beginning_give_three_at_most(log: FocusLog) -> None:
    put(log, *(block(f"ab{number}", number, number + 1) for number in range(5)))
    put(log, block("b", 9, 10))
    with log.reading() as reader:
        assert ids(reader.find("ab")) == ["ab0", "ab1", "ab2"]
        assert ids(reader.find("ab4")) == ["ab4"]
        assert reader.find("ab%") == ()
        assert reader.find("a_") == ()


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (0, 100, ["a", "zero", "b", "open"]),
        (10, 20, ["zero"]),  # ends are no part of a block
        (9, 10, ["a"]),
        (9.99, 10.01, ["a", "zero"]),
        (5, 5, ["a"]),
        (0, 10, ["a"]),
        (20, 25, ["b"]),
        (25, 30, ["b"]),
        (30, 40, []),
        (-5, 0, []),
        (40, 41, ["open"]),
        (1000, 2000, ["open"]),
    ],
)
def test_what_lies_in_a_span_is_found(
    log: FocusLog, start: float, end: float, found: list[str]
) -> None:
    put(log, block("b", 20, 30), block("a", 0, 10), block("zero", 10, 10), block("open", 40, None))
    with log.reading() as reader:
        assert ids(reader.between(at(start), at(end))) == found


def test_a_block_that_a_wrong_clock_put_ahead_hides_no_running_one(log: FocusLog) -> None:
    put(log, block("ahead", 600, 660), block("open", 0, None))
    with log.reading() as reader:
        assert ids(reader.between(at(30), at(40))) == ["open"]
        assert ids(reader.between(at(630), at(640))) == ["open", "ahead"]
        assert reader.next_start_at(at(0)) == at(600)
        assert reader.next_start_at(at(600)) is None
        assert reader.latest_end_at() == at(660)


def test_the_latest_end_is_that_of_the_block_that_ends_last(log: FocusLog) -> None:
    put(log, block("a", 0, 10), block("b", 20, 30), block("open", 40, None))
    with log.reading() as reader:
        assert reader.latest_end_at() == at(30)


def test_the_names_used_last_come_first_each_with_its_latest_block(log: FocusLog) -> None:
    names = ("Mail", "Refunds", "Mail", "Chat", "Refunds")
    put(log, *(block(str(n), n, n + 1, name=name) for n, name in enumerate(names)))
    with log.reading() as reader:
        assert ids(reader.recent_names(5)) == ["4", "3", "2"]
        assert ids(reader.recent_names(2)) == ["4", "3"]


def test_sources_that_are_known_are_told(log: FocusLog) -> None:
    put(log, replace(block("a", 0, 1), source="toggl:1"), block("b", 1, 2))
    with log.reading() as reader:
        many = frozenset({f"toggl:{number}" for number in range(5000)} | {""})
        assert reader.with_source(many) == {"toggl:1"}


def test_blocks_that_wait_for_an_answer_are_told_newest_first(log: FocusLog) -> None:
    def away(key: str, start: float, *, is_unanswered: bool) -> Gap:
        return Gap(
            id=key,
            started_at=at(start),
            ended_at=at(start + 1),
            reason=GapReason.IDLE,
            is_unanswered=is_unanswered,
        )

    for number in range(4):
        start = 10.0 * number
        gaps = (
            away("1", start + 1, is_unanswered=number != 2),
            away("2", start + 3, is_unanswered=number != 2),
        )
        put(log, replace(block(str(number), start, start + 10), gaps=gaps))
    with log.reading() as reader:
        assert ids(reader.unanswered(10)) == ["3", "1", "0"]
        assert ids(reader.unanswered(2)) == ["3", "1"]


@pytest.mark.parametrize("awake_s", [None, 0.1])
def test_there_is_one_heartbeat(log: FocusLog, awake_s: float | None) -> None:
    for beat in (heartbeat("a", 1), heartbeat("b", 2, awake_s)):
        with log.writing() as writer:
            writer.beat(beat)
    with log.reading() as reader:
        assert reader.heartbeat() == heartbeat("b", 2, awake_s)
    with log.writing() as writer:
        writer.beat(None)
        assert writer.heartbeat() is None


def test_changes_come_back_newest_first_and_by_block(log: FocusLog) -> None:
    a, b = block("a", 0, 10), replace(RICH, id="b")
    made = []
    with log.writing() as writer:
        for before, after in ((None, a), (None, b), (a, replace(a, name="A")), (b, None)):
            changed = difference(before, after)
            assert changed is not None
            made.append(
                writer.record(
                    Change(at=at(1), actor="window", action="edit", differences=(changed, changed))
                )
            )
        assert len({change.id for change in made}) == 4
    newest_first = tuple(reversed(made))
    with log.reading() as reader:
        assert reader.changes(10) == newest_first
        assert reader.changes(2) == newest_first[:2]
        assert reader.changes(10, "a") == (made[2], made[0])
        assert reader.changes(1, "b") == (made[3],)
        assert reader.change(made[1].id) == made[1]
        assert reader.change(10_000) is None


def test_a_change_is_undone_until_that_is_undone(log: FocusLog) -> None:
    with log.writing() as writer:

        def recorded(undoes: int | None) -> int:
            change = Change(at=at(0), actor="window", action="undo", differences=(), undoes=undoes)
            return writer.record(change).id

        first = recorded(None)
        assert writer.undone_by(first) is None
        undo = recorded(first)
        assert writer.undone_by(first) == undo
        redo = recorded(undo)
        assert (writer.undone_by(first), writer.undone_by(undo)) == (None, redo)
        again = recorded(first)
        assert writer.undone_by(first) == again
        recorded(redo)  # the first undoing counts again, beside the second
        assert writer.undone_by(undo) is None
        assert writer.undone_by(first) in {undo, again}


def test_a_day_with_the_service_ends_as_it_should(log: FocusLog) -> None:
    clock = FakeClock()
    service = FocusService(log, clock, CountingId(), "window")
    service.start(Plan(name="Refunds", planned_s=3000))
    clock.advance(600)
    service.interrupt(Cause.PET, note="the cat")
    clock.advance(60)
    service.back()
    service.pause()
    clock.advance(300)
    service.resume()
    clock.advance(600)
    stopped = service.stop()
    with pytest.raises(FocusError):
        service.stop()
    service.undo(stopped.id)
    again = service.undo(service.stop().id)
    service.undo(again.id)
    with log.reading() as reader:
        assert reader.open_block() is None
        (kept,) = reader.between(MONDAY, MONDAY + timedelta(hours=1))
        assert (len(kept.gaps), len(kept.interruptions)) == (1, 1)
        assert kept.ended_at == MONDAY + timedelta(seconds=1560)
        assert len(reader.changes(50)) == 10


def test_many_blocks_are_asked_for_at_once(log: FocusLog) -> None:
    for number in range(3):
        put(log, block(f"id{number}", 10.0 * number, 10.0 * number + 5))
    wanted = frozenset({"id2", "id0", "id"})
    with log.reading() as reader:
        assert ids(reader.blocks(wanted)) == ["id0", "id2"]
        assert reader.with_id(wanted) == {"id0", "id2"}
        assert reader.blocks(frozenset()) == ()
