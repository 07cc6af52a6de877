"""What the window says besides: nothing that went, or was put off, is kept quiet."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.fakes import focus_days as days
from tests.fakes.wording import EnglishWording
from tests.unit.core.focus.services import Day
from workspace_assistant.core.focus.corrections import BlockEdit
from workspace_assistant.core.focus.model import Cause, ClockChange
from workspace_assistant.core.focus.ports import Heartbeat
from workspace_assistant.core.focus.service import Now
from workspace_assistant.ui.focus.remarks import done_told, end_told, put_off_told
from workspace_assistant.ui.focus.situation import Situation

WORDING = EnglishWording()


def test_interruptions_that_went_with_their_time_are_told() -> None:
    day = Day()
    for count, expected in ((1, "1 interruption outside"), (2, "2 interruptions outside")):
        day.start()
        for _ in range(count):
            day.clock.advance(600)
            day.acts.interrupt(Cause.PET)
        day.clock.advance(600)
        change = day.acts.stop()
        assert done_told("Stopped.", change, WORDING) == "Stopped."
        block = day.log.kept.blocks[change.differences[0].block_id]
        before_all = block.started_at + timedelta(seconds=1)
        change = day.corrections.edit(block.id, BlockEdit(ended_at=before_all))
        assert done_told("Changed.", change, WORDING) == f"Changed. {expected} went with it."
        assert done_told("", change, WORDING) == ""
        day.clock.advance(3600)


def test_a_start_that_was_put_off_is_told() -> None:
    day = Day()
    day.log_block("Mail", 30)
    day.clock.step_wall(-600)
    assert "“Calls” begins at" in put_off_told(day.start("Calls"), WORDING)
    assert put_off_told(day.acts.stop(), WORDING) == ""


def test_an_end_by_its_own_clock_is_told() -> None:
    over = days.block("Mail", "09:00", "10:00")
    ahead = replace(over, clock_changes=(ClockChange(at=days.at("09:30"), by_s=3600.0),))

    assert "ended at 10:00 by its own clock" in end_told(ahead, WORDING)
    assert end_told(over, WORDING) == end_told(None, WORDING) == ""
    assert end_told(replace(ahead, ended_at=None), WORDING) == ""


def test_what_a_keeper_cannot_sense_is_shown_as_well() -> None:
    day = Day()
    day.start()
    day.beat()
    now = day.acts.now()
    assert isinstance(now, Now)
    assert isinstance(now.heartbeat, Heartbeat)
    seen = replace(now, heartbeat=replace(now.heartbeat, unknown=("No keyboard here.",)))

    assert Situation(now=seen).not_noticed == ("No keyboard here.",)
    assert Situation(now=seen, unknown=("Own.",)).not_noticed == ("Own.",)
    assert Situation().not_noticed == Situation(now=now).not_noticed == ()
    assert replace(seen, block=None).unknown == ()
