"""Pictures of the focus page in all its states; `tests.gui.screenshots` takes them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from tests.fakes import focus_days as days
from tests.fakes.focus_page import FocusWorld
from tests.fakes.window import WindowWorld
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.model import Block, Cause, Channel, GapReason
from workspace_assistant.ui.focus.page import FocusPage
from workspace_assistant.ui.focus.session import FocusSession
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName

if TYPE_CHECKING:
    from tests.gui.screenshots import Studio

Act = Callable[["Visit"], None]
NARROW = QSize(640, 520)
FOLDED = QSize(720, 620)
TALL = QSize(1180, 1160)
PLAN = Plan(name="Refund queue", channel=Channel.PHONE, tags=("billing",), planned_s=3000.0)


TOGGL = """\
User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration
A,a@example.org,,,,Backlog,No,2026-11-20,09:00:00,2026-11-20,10:30:00,01:30:00
A,a@example.org,,,,Calls,No,2026-11-20,11:00:00,2026-11-20,12:30:00,01:30:00
A,a@example.org,,,,Early calls,No,2026-11-23,07:30:00,2026-11-23,08:30:00,01:00:00
A,a@example.org,,,,Late,No,2026-11-20,25:00:00,2026-11-20,26:00:00,01:00:00
"""


class Visit:
    """The focus page of a window, and the world behind it."""

    def __init__(self, studio: Studio, window: MainWindow, world: WindowWorld) -> None:
        self._studio = studio
        self.world = world.focus
        window.show_page(PageName.FOCUS)
        self.page: FocusPage = window.pages.focus
        self.session: FocusSession = window.sessions.focus
        self.settle()

    def settle(self) -> None:
        """Until every act is done and seen."""
        session = self.session
        session.look()
        self._studio.settle(
            lambda: (
                not (session._is_acting or session._is_looking or session._waiting)
                and (session.situation.now is not None or bool(session.situation.trouble))
            )
        )

    def until(self, is_so: Callable[[], bool]) -> None:
        self._studio.settle(is_so)

    def run(self, plan: Plan = PLAN, for_s: float = 1290.0) -> None:
        self.session.start(plan)
        self.settle()
        self.session.forget_offer()
        self.advance(for_s)

    def advance(self, seconds: float) -> None:
        self.world.clock.advance(seconds)
        self.settle()


def shoot_focus(studio: Studio) -> None:
    for name, blocks, clock, act in _states():
        for ending, size in (("", None), ("-narrow", NARROW)):
            world = WindowWorld()
            world.focus = FocusWorld(*blocks, at=days.at(clock))
            _take(studio, f"focus-{name}{ending}", world, act, size)
    for name, blocks, clock, act in _states():
        if name in {"running", "full-day", "interrupted", "correcting", "overlap", "importing"}:
            world = WindowWorld()
            world.focus = FocusWorld(*blocks, at=days.at(clock))
            _take(studio, f"focus-{name}-folded", world, act, FOLDED)
            world = WindowWorld()
            world.focus = FocusWorld(*blocks, at=days.at(clock))
            _take(studio, f"focus-{name}-tall", world, act, TALL)


def _take(studio: Studio, name: str, world: WindowWorld, act: Act, size: QSize | None) -> None:
    blocks, wall_at = tuple(world.focus.log.kept.blocks.values()), world.focus.clock.wall_at

    def play(window: MainWindow, world: WindowWorld) -> None:
        world.focus = FocusWorld(*blocks, at=wall_at)
        vars(window.sessions).pop("focus", None)  # it is made anew, on that day
        act(Visit(studio, window, world))

    if size is None:
        studio.take(name, world, play)
    else:
        studio.take(name, world, play, size)


def _states() -> list[tuple[str, tuple[Block, ...], str, Act]]:
    return [*_running_states(), *_other_states()]


def nothing(visit: Visit) -> None:
    visit.settle()


def _running_states() -> list[tuple[str, tuple[Block, ...], str, Act]]:
    def run(visit: Visit) -> None:
        visit.run()
        visit.session.interrupt(Cause.NOISE)
        visit.session.come_back()
        visit.settle()
        visit.session.forget_offer()
        visit.advance(180)

    def flow(visit: Visit) -> None:
        visit.run(Plan(name="Email backlog", channel=Channel.EMAIL), 4010)

    def over(visit: Visit) -> None:
        visit.run(for_s=3132)

    def pause(visit: Visit) -> None:
        visit.run()
        visit.session.pause()
        visit.settle()
        visit.advance(200)

    def interrupted(visit: Visit) -> None:
        visit.run()
        visit.session.interrupt(Cause.FAMILY)
        visit.settle()
        visit.advance(75)

    def back(visit: Visit) -> None:
        visit.run()
        visit.session.interrupt(Cause.DOOR)
        visit.settle()
        visit.advance(340)
        visit.session.come_back()
        visit.settle()

    def away(visit: Visit) -> None:
        visit.run()
        visit.session.pause(GapReason.IDLE)
        visit.settle()
        visit.session.forget_offer()
        visit.advance(420)

    morning = days.morning()
    return [
        ("running", morning, "09:38", run),
        ("flow", morning, "09:38", flow),
        ("over", morning, "09:38", over),
        ("paused", morning, "09:38", pause),
        ("interrupted", morning, "09:38", interrupted),
        ("back", morning, "09:38", back),
        ("away", morning, "09:38", away),
    ]


def _other_states() -> list[tuple[str, tuple[Block, ...], str, Act]]:
    def left_alone(visit: Visit) -> None:
        visit.run()
        visit.world.clock.reboot(4000)
        visit.settle()

    def stopped(visit: Visit) -> None:
        visit.run(for_s=2940)
        visit.session.stop()
        visit.settle()

    def unavailable(visit: Visit) -> None:
        visit.world.log.fault = StoreUnavailableError(
            "The disk is full: nothing more can be kept. Free some space, then try again."
        )
        visit.settle()

    def splitting(visit: Visit) -> None:
        visit.settle()
        visit.page.absence.both.click()

    def correcting(visit: Visit) -> None:
        visit.settle()
        visit.page.day.rows[0].edit.click()
        visit.settle()

    def overlapping(visit: Visit) -> None:
        correcting(visit)
        visit.page.edit.end.setText("09:10")
        visit.page.edit.save.click()
        visit.settle()

    def importing(visit: Visit) -> None:
        file = Path(tempfile.mkdtemp()) / "toggl-2026-11.csv"
        file.write_text(TOGGL, encoding="utf-8")
        visit.page._on_file_chosen(str(file))
        visit.until(lambda: bool(visit.session.situation.importing.preview))

    morning, full = days.morning(), days.full_day()
    return [
        ("empty", (), "08:00", nothing),
        ("start", morning, "09:38", nothing),
        ("left-alone", morning, "09:38", left_alone),
        ("stopped", morning, "09:38", stopped),
        ("full-day", full, "16:40", nothing),
        ("correcting", full, "16:40", correcting),
        ("overlap", full, "16:40", overlapping),
        ("importing", full, "16:40", importing),
        ("splitting", full, "16:40", splitting),
        ("unavailable", (), "08:00", unavailable),
    ]
