"""The focus page on a file whose running block cannot be read any more."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.window import WindowWorld
from tests.gui.focus_visit import OpenWindow
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.focus_page import focus_services
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.ui.focus.page import FocusPage
from workspace_assistant.ui.page_names import PageName

OpenDamaged = Callable[..., FocusPage]


@pytest.fixture
def open_damaged(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> OpenDamaged:
    def opened(*statements: str) -> FocusPage:
        focus_services(tmp_path).acts.start(Plan(name="Refunds", planned_s=1500.0))
        with closing(sqlite3.connect(tmp_path / DATABASE_NAME)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()
        world = WindowWorld()
        world.focus_services = lambda: focus_services(tmp_path)
        window = open_window(world)
        window.show_page(PageName.FOCUS)
        page = window.pages.focus
        qtbot.waitUntil(page._hero.button.isVisible)
        assert page._hero._headline.text() == "The running block cannot be read"
        return page

    return opened


def test_one_click_puts_it_together_again(qtbot: QtBot, open_damaged: OpenDamaged) -> None:
    page = open_damaged("UPDATE focus_block SET channel = 'smoke'")
    page._hero.button.click()

    qtbot.waitUntil(page.running.isVisible)


def test_what_nobody_can_tell_is_set_aside(qtbot: QtBot, open_damaged: OpenDamaged) -> None:
    page = open_damaged("UPDATE focus_block SET channel = 'smoke'", "DELETE FROM focus_difference")
    page._hero.button.click()

    qtbot.waitUntil(page.start.isVisible)
