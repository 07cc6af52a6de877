"""The shifts around the blocks of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tests.fakes import focus_days as days
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.focus.service import Now
from workspace_assistant.core.focus.shift_frames import ShiftFrame
from workspace_assistant.core.spans import Span
from workspace_assistant.ui.focus.day_state import DayState, day_state
from workspace_assistant.ui.focus.running_state import running_state
from workspace_assistant.ui.focus.shift_state import whole_frame
from workspace_assistant.ui.focus.situation import Day, Situation
from workspace_assistant.ui.widgets.ribbon_parts import Part

WORDING = EnglishWording()
ON = date(2026, 11, 23)
START = days.at("04:00")
SHIFT = ShiftFrame(
    id="s",
    name="Early",
    starts_at=days.at("08:00"),
    ends_at=days.at("16:00"),
    breaks=(Span(days.at("12:00"), days.at("12:30")),),
)
NIGHT = replace(
    SHIFT, id="n", name="", starts_at=days.at("22:00"), ends_at=days.at("23:00"), breaks=()
)


def shown(
    *frames: ShiftFrame, clock: str = "17:00", unreadable: int = 0, empty: bool = False
) -> DayState:
    blocks = () if empty else days.full_day()
    end = START + timedelta(days=1)
    day = Day(
        on=ON, today=ON, start=START, end=end, blocks=blocks, frames=frames, unreadable=unreadable
    )
    now = Now(at=days.at(clock), block=None, heartbeat=None, left_alone=None)
    state = day_state(Situation(now=now, day=day), WORDING)
    assert state is not None
    return state


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u2013", "-")


def test_a_shift_lies_behind_the_blocks_with_its_planned_break() -> None:
    state = shown(SHIFT)
    assert state.ribbon is not None

    whole, rest = state.ribbon.frames
    assert (whole.part, rest.part) == (Part.SHIFT, Part.PLANNED_BREAK)
    assert whole.start < rest.start < rest.end < whole.end
    assert plain(state.shifts) == "Shift “Early”, 08:00 - 16:00 · planned breaks: 12:00 - 12:30"


def test_what_is_left_of_a_shift_that_goes_on_is_told() -> None:
    assert plain(shown(SHIFT, clock="14:00").shifts).endswith(" · 2 h left of it")
    assert "left" not in shown(SHIFT, clock="07:00").shifts


def test_several_shifts_have_a_line_each_and_a_ribbon_for_both() -> None:
    state = shown(SHIFT, NIGHT)
    assert plain(state.shifts).split("\n")[1] == "Shift 22:00 - 23:00"
    assert state.ribbon is not None
    assert [one.part for one in state.ribbon.frames] == [Part.SHIFT, Part.PLANNED_BREAK, Part.SHIFT]


def test_a_night_shift_of_the_day_before_frames_no_block_of_today() -> None:
    yesterdays = replace(
        SHIFT, starts_at=START - timedelta(hours=6), ends_at=START + timedelta(hours=2)
    )
    state = shown(yesterdays)
    assert state.shifts == ""
    assert state.ribbon is not None
    assert state.ribbon.frames == ()


def test_a_shift_without_blocks_has_a_ribbon_as_well() -> None:
    assert shown(SHIFT, empty=True).ribbon is not None
    assert shown(empty=True).ribbon is None
    assert whole_frame(()) is None


def test_the_open_block_says_until_when_its_shift_lasts() -> None:
    block = days.block("Mail", "09:00", None)
    now = Now(at=days.at("10:00"), block=block, heartbeat=None, left_alone=None)

    def detail(at: str, *frames: ShiftFrame) -> str:
        return running_state(replace(now, at=days.at(at)), block, WORDING, (), frames).detail

    assert detail("10:00", SHIFT).endswith("shift until 16:00")
    assert detail("16:30", SHIFT).endswith("the shift ended at 16:00")
    assert "shift" not in detail("10:00")
    assert "shift" not in detail("10:00", NIGHT)


def test_entries_that_cannot_be_read_are_told() -> None:
    assert "1 entry cannot be read" in shown(unreadable=1).summary
    assert "2 entries cannot be read" in shown(unreadable=2, empty=True).summary
    assert "read" not in shown().summary
