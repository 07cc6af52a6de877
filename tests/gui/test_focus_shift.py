"""The shift around the blocks of a day, on the focus page."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.fakes import focus_days as days
from tests.fakes.focus_page import FocusWorld
from tests.fakes.window import WindowWorld
from tests.gui.focus_visit import OpenWindow, Visit
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.shift_frames import ShiftFrame
from workspace_assistant.core.spans import Span


def test_the_shift_and_what_is_left_of_it_are_shown(qtbot: QtBot, open_window: OpenWindow) -> None:
    world = WindowWorld()
    world.focus = FocusWorld(*days.full_day(), at=days.at("16:40"))
    world.focus.frames = (
        ShiftFrame(
            id="s",
            name="Late",
            starts_at=days.at("08:00"),
            ends_at=days.at("18:00"),
            breaks=(Span(days.at("12:00"), days.at("12:30")),),
        ),
    )
    visit = Visit(qtbot, open_window(world), world)

    panel = visit.page.day
    assert "Shift “Late”" in panel._shifts.text()
    assert panel._shifts.isVisible()
    assert len(panel.ribbon._state.frames) == 2
    visit.session.start(Plan(name="Calls"))
    visit.settle()
    assert "shift until" in visit.page.running._detail.text()
