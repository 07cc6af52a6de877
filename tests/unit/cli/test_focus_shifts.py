"""`focus list` and `focus status` name the shift."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.fakes.focus_tools import FocusDesk
from tests.unit.cli.focus_documents import blocks, document, morning
from workspace_assistant.core.focus.shift_frames import ShiftFrame

SHIFT = ShiftFrame(
    id="s",
    name="Early",
    starts_at=datetime(2026, 11, 23, 8, 30, tzinfo=UTC),  # 09:30 in Madrid
    ends_at=datetime(2026, 11, 23, 14, 0, tzinfo=UTC),
)


@pytest.fixture
def desk() -> FocusDesk:
    desk = morning()  # 13:00; Refunds 9:00-10:00, Mail 10:00-10:30
    desk.frames = (SHIFT,)
    return desk


def test_the_list_tells_what_was_worked_in_the_shift_and_what_is_left_of_it(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.run("add", "Before", "--from", "08:00", "--to", "08:30")
    capsys.readouterr()
    desk.run("list")

    shown = capsys.readouterr().out
    assert "Shift “Early” 09:30-15:00: 1h30m worked, 2h left of it" in shown
    assert "Outside of shifts: 30m worked" in shown


def test_a_list_without_shifts_speaks_of_none(capsys: pytest.CaptureFixture[str]) -> None:
    desk = morning()
    capsys.readouterr()
    desk.run("list")

    assert "hift" not in capsys.readouterr().out


def test_each_block_of_the_document_has_its_shift(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.run("add", "Before", "--from", "08:00", "--to", "08:30")
    found = {one["name"]: one["shift"] for one in blocks(desk, capsys)}

    assert found["Before"] is None
    assert found["Mail"]["name"] == "Early"


def test_the_status_names_the_shift_that_goes_on_also_without_a_block(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    desk.run("status")
    idle = capsys.readouterr().out
    desk.run("start", "Calls")
    capsys.readouterr()
    desk.run("status")

    assert "Shift: “Early” 09:30-15:00, 2h left of it" in idle
    assert "Shift: “Early” 09:30-15:00, 2h left of it" in capsys.readouterr().out
    assert document(desk, capsys, "status")["shift"]["remaining_s"] == 2 * 3600


def test_a_block_outside_of_the_shift_has_none_in_the_status(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.clock.advance(3 * 3600)
    desk.run("start", "Overtime")

    assert document(desk, capsys, "status")["shift"] is None


def test_a_block_that_outlasts_its_shift_says_that_it_is_over(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.run("start", "Calls")
    desk.clock.advance(2 * 3600 + 60)
    desk.run("recover", "continue")
    capsys.readouterr()
    desk.run("status")

    assert "Shift: “Early” 09:30-15:00, over" in capsys.readouterr().out
