"""Pictures of the Week page in all its states; `tests.gui.screenshots` takes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from tests.fakes import summaries
from tests.fakes.summary_days import ZONE
from tests.fakes.week_page import WeekWorld
from tests.fakes.window import WindowWorld
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName

if TYPE_CHECKING:
    from tests.gui.screenshots import Studio

SIZES = {
    "": QSize(1180, 760),
    "-narrow": QSize(640, 520),
    "-middle": QSize(720, 760),
    "-tall": QSize(1180, 4200),
    "-narrow-tall": QSize(640, 6200),
}
_WEDNESDAY = datetime(2026, 11, 25, 12, 10, tzinfo=ZONE)


def rich() -> WeekWorld:
    return WeekWorld(summaries.rich())


def half_empty() -> WeekWorld:
    return WeekWorld(summaries.half_empty(), now=_WEDNESDAY)


def first() -> WeekWorld:
    return WeekWorld(summaries.empty(), now=_WEDNESDAY)


def off() -> WeekWorld:
    return WeekWorld(summaries.off(), now=datetime(2027, 1, 5, 12, 0, tzinfo=ZONE))


def nights() -> WeekWorld:
    return WeekWorld(summaries.nights(), now=datetime(2026, 10, 26, 12, 0, tzinfo=ZONE))


def unreadable() -> WeekWorld:
    world = rich()
    world.fault = StoreUnavailableError(
        "The database /home/you/.local/share/workspace-assistant/data.sqlite3 is locked by another "
        "program. Close it, then try again."
    )
    return world


STATES: dict[str, Callable[[], WeekWorld]] = {
    "rich": rich,
    "half-empty": half_empty,
    "first": first,
    "off": off,
    "nights": nights,
    "store-error": unreadable,
    "opened": rich,
    "tables": rich,
    "report": rich,
    "empty-past": rich,
    "to-come": rich,
}


def shoot_week(studio: Studio) -> None:
    for name, make in STATES.items():
        for ending, size in SIZES.items():
            _take(studio, f"week-{name}{ending}", make, size)


def _take(studio: Studio, name: str, make: Callable[[], WeekWorld], size: QSize) -> None:
    window_world = WindowWorld()
    window_world.week = make()

    def play(window: MainWindow, world: WindowWorld) -> None:
        window.show_page(PageName.WEEK)
        session = window.sessions.week
        studio.settle(lambda: session.is_settled)
        if "nights" in name or "off" in name:
            session.show_previous()
        elif "opened" in name:
            session.lay_open("shortest-daily-rest")
            session.lay_open("hours")
            session.toggle_unknown()
        elif "report" in name:
            window.pages.week.report.show_pages.click()
            studio.settle(lambda: False, 0.6)
        elif "tables" in name:
            for card in window.pages.week.pictures.all:
                session.toggle_table(card.name)
        elif "empty-past" in name:
            session.show_day((world.week.clock() - timedelta(days=70)).date())
        elif "to-come" in name:
            session.show_next()
        studio.settle(lambda: session.is_settled)
        world.week = make()

    studio.take(name, window_world, play, size)
