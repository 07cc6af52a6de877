"""The focus page on the real log, while another program writes to it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from uuid import uuid4

from pytestqt.qtbot import QtBot

from tests.fakes.window import WindowWorld
from tests.gui.focus_visit import OpenWindow
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
from workspace_assistant.bootstrap.focus_page import focus_services
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.model import Cause
from workspace_assistant.core.focus.service import FocusService
from workspace_assistant.ui.focus.page import FocusPage
from workspace_assistant.ui.page_names import PageName


def has_rows(page: FocusPage, count: int) -> bool:
    return len(page.day.rows) == count


def test_both_show_the_same_within_a_second(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    world = WindowWorld()
    world.focus_services = lambda: focus_services(tmp_path)
    window = open_window(world)
    window.show_page(PageName.FOCUS)
    page, session = window.pages.focus, window.sessions.focus
    qtbot.waitUntil(lambda: session.situation.now is not None)
    other = FocusService(
        log=SqliteFocusLog(Database(tmp_path / "workspace-assistant.sqlite3")),
        clock=SystemFocusClock(),
        new_id=lambda: uuid4().hex,
        actor="command-line",
    )
    for turn in range(3):
        other.start(Plan(name=f"Block {turn}", planned_s=1500.0))
        qtbot.waitUntil(page.running.isVisible, timeout=1500)
        other.interrupt(Cause.PHONE)
        qtbot.waitUntil(page.interruption.back.isVisible, timeout=1500)
        session.come_back()
        qtbot.waitUntil(lambda: not page.interruption.back.isVisible(), timeout=1500)
        block = other.now().block
        assert block is not None
        assert block.interruptions[0].ended_at is not None
        other.stop()
        qtbot.waitUntil(partial(has_rows, page, turn + 1), timeout=1500)
        qtbot.waitUntil(page.start.isVisible, timeout=1500)
