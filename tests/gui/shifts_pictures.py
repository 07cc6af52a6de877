"""Pictures of the shifts page in all its states; `tests.gui.screenshots` takes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from tests.fakes.shifts_page import ADDRESS, ROSTER, ShiftsWorld, event
from tests.fakes.window import WindowWorld
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.preshift.model import PreshiftSettings
from workspace_assistant.core.reminders.model import Outcome
from workspace_assistant.core.shifts.model import Place
from workspace_assistant.core.shifts.ports import CalendarError, CalendarEvent
from workspace_assistant.ui.feature_services import ShiftServices
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName

if TYPE_CHECKING:
    from tests.gui.screenshots import Studio

SIZES = {"": QSize(1180, 760), "-narrow": QSize(640, 520), "-tall": QSize(1180, 2000)}
Act = Callable[["Sitting"], None]
KEYRING_LOCKED = "The system's keyring is locked: unlock it to fetch the calendar."


class WindowOn(WindowWorld):
    """A window whose shifts page is on a world of its own."""

    def __init__(self, page: ShiftsWorld) -> None:
        super().__init__()
        self.page = page

    @property
    def shift_services(self) -> ShiftServices:
        return self.page.services

    def release(self) -> None:
        super().release()
        self.page.gate.is_open.set()


class Sitting:
    """The shifts page of a window, and the world behind it."""

    def __init__(self, studio: Studio, window: MainWindow, world: ShiftsWorld) -> None:
        self._studio = studio
        self.world = world
        window.show_page(PageName.SHIFTS)
        self.page = window.pages.shifts
        self.session = window.sessions.shifts
        self.settle()

    def settle(self) -> None:
        """Until every act is done and seen."""
        session = self.session
        self.until(
            lambda: (
                session.is_settled
                and not session.situation.looking.is_reading
                and not session.situation.looking.is_keeping
                and not session.situation.is_switching
            )
        )

    def until(self, is_so: Callable[[], bool]) -> None:
        self._studio.settle(is_so)


def shoot_shifts(studio: Studio) -> None:
    for name, (make, act) in states().items():
        for ending, size in SIZES.items():
            _take(studio, f"shifts-{name}{ending}", make, act, size)


def _take(
    studio: Studio, name: str, make: Callable[[], ShiftsWorld], act: Act, size: QSize
) -> None:
    """Each scheme begins with a world of its own."""
    window_world = WindowOn(make())

    def play(window: MainWindow, _world: WindowWorld) -> None:
        act(Sitting(studio, window, window_world.page))
        window_world.page = make()

    studio.take(name, window_world, play, size)


def states() -> dict[str, tuple[Callable[[], ShiftsWorld], Act]]:
    return {
        "first": (ShiftsWorld, nothing),
        "first-adding": (ShiftsWorld, add),
        "subscribing": (published, subscribe),
        "looking": (published, look_slowly),
        "previewed": (published, look),
        "nothing-found": (published, look_for_nothing),
        "not-a-calendar": (ShiftsWorld, look),
        "keyring-locked": (keyring_locked, keep),
        "unencrypted": (published, paste_unencrypted),
        "signed-in": (published, sign_in),
        "pattern": (ShiftsWorld, write_pattern),
        "full": (full, nothing),
        "editing": (full, edit),
        "removed": (full, remove),
        "removing-source": (full, ask_to_remove),
        "refreshing": (full, refresh_slowly),
        "stale": (stale, nothing),
        "on-shift": (on_shift, nothing),
        "off": (turned_off, nothing),
        "none-coming": (none_coming, nothing),
        "trouble": (troubled, nothing),
        "timer-on": (full, turn_timer_on),
        "timer-by-hand": (by_hand, turn_timer_on),
    }


def nothing(sitting: Sitting) -> None:
    sitting.settle()


def published() -> ShiftsWorld:
    world = ShiftsWorld()
    faults = ("“Swap” on 2026-11-28: its end is no date.",)
    world.desk.publish(*ROSTER, *more_days(), faults=faults)
    return world


def more_days() -> list[CalendarEvent]:
    return [
        event(f"2026-12-0{day} 08:00", f"2026-12-0{day} 16:30", "Shift (home)") for day in (1, 2, 3)
    ]


def full() -> ShiftsWorld:
    world = ShiftsWorld()
    world.subscribe(*ROSTER)
    world.add("2026-11-23 09:00", "2026-11-23 17:30", ("2026-11-23 12:00", "2026-11-23 12:30"))
    world.add("2026-11-28 10:00", "2026-11-28 14:00", name="Help out", place=Place.OFFICE)
    world.add_pattern("6", "18:00-22:00")
    moved = [one for one in ROSTER if one.uid != ROSTER[0].uid]
    world.desk.now.advance(600)
    later = replace(ROSTER[0], starts=ROSTER[0].starts + timedelta(hours=1))
    world.desk.publish(later, *moved)
    world.refresh()
    _why(world)
    return world


def _why(world: ShiftsWorld) -> None:
    day = timedelta(days=1)
    tell, out = world.tell, Outcome
    tell("Ready for the 09:00 shift", out.HELD_BACK, "ready", 3 * day)
    tell("Calls may get choppy", out.HELD_BACK, "single-bad-sample", 2 * day)
    tell(
        "Calls may get choppy while something uploads",
        out.SHOWN,
        "confirmed-2-of-3",
        day,
        "The delay rose from 24 to 182 ms.",
    )
    tell("The line is fine again", out.SHOWN, "recovered", day - timedelta(minutes=10))
    tell("No check before the 08:00 shift", out.HELD_BACK, "in-call", timedelta(minutes=30))


def stale() -> ShiftsWorld:
    world = full()
    world.desk.now.advance(30 * 3600)
    world.desk.feed.answers["*"] = CalendarError(
        "server-trouble", "The calendar's server has a problem of its own (503)."
    )
    world.refresh()
    return world


def keyring_locked() -> ShiftsWorld:
    world = published()
    world.desk.addresses.fault = CalendarError("keyring-locked", KEYRING_LOCKED)
    return world


def on_shift() -> ShiftsWorld:
    world = full()
    world.desk.now.advance(3 * 3600)
    return world


def turned_off() -> ShiftsWorld:
    world = full()
    world.settings = PreshiftSettings(first_s=0)
    return world


def none_coming() -> ShiftsWorld:
    world = ShiftsWorld()
    world.subscribe()
    return world


def troubled() -> ShiftsWorld:
    world = ShiftsWorld()
    world.desk.store.fault = StoreUnavailableError(
        "The disk is full: free some room, and try again."
    )
    return world


def by_hand() -> ShiftsWorld:
    world = full()
    world.timer.is_followed = False
    return world


def add(sitting: Sitting) -> None:
    sitting.page.first.add.click()
    sitting.settle()
    form = sitting.page.form
    form.begin.setText("22:00")
    form.end.setText("6:00")
    form.breaks.setText("1:00-1:30")


def subscribe(sitting: Sitting) -> None:
    sitting.page.first.subscribe.click()
    sitting.settle()


def paste(sitting: Sitting) -> None:
    subscribe(sitting)
    sitting.page.calendar.address.setText(ADDRESS)
    sitting.page.calendar.summary.setText("*shift*")


def look(sitting: Sitting) -> None:
    paste(sitting)
    sitting.page.calendar.look.click()
    sitting.settle()


def look_slowly(sitting: Sitting) -> None:
    sitting.world.gate.is_open.clear()
    paste(sitting)
    sitting.page.calendar.look.click()
    sitting.until(lambda: sitting.session.is_settled)


def look_for_nothing(sitting: Sitting) -> None:
    paste(sitting)
    sitting.page.calendar.summary.setText("duty")
    sitting.page.calendar.look.click()
    sitting.settle()


def keep(sitting: Sitting) -> None:
    look(sitting)
    sitting.page.calendar.keep.click()
    sitting.settle()


def sign_in(sitting: Sitting) -> None:
    sitting.world.desk.server.names = ("Home & family", "Shifts", "Team of the night line")
    sitting.page.first.subscribe.click()
    sitting.settle()
    panel = sitting.page.calendar
    panel.address.setText("https://dav.example.com")
    part = panel.sign_in
    part.signs_in.click()
    part.user.setText("agent")
    part.password.setText("word")
    panel.look.click()
    sitting.settle()


def paste_unencrypted(sitting: Sitting) -> None:
    paste(sitting)
    sitting.page.calendar.address.setText("http://calendar.example.com/basic.ics")
    sitting.page.calendar.reveal.setChecked(True)


def write_pattern(sitting: Sitting) -> None:
    sitting.page.first.pattern.click()
    sitting.settle()
    row = sitting.page.pattern.rows[0]
    row.begin.setText("8:00")
    row.end.setText("16:30")
    row.breaks.setText("12:00-12:30")
    sitting.page.pattern.more.click()


def edit(sitting: Sitting) -> None:
    sitting.page.list.rows[1].edit.click()
    sitting.settle()


def remove(sitting: Sitting) -> None:
    edit(sitting)
    sitting.page.form.remove.click()
    sitting.settle()


def ask_to_remove(sitting: Sitting) -> None:
    sitting.page.sources.rows[1].remove.click()
    sitting.settle()


def refresh_slowly(sitting: Sitting) -> None:
    sitting.world.gate.is_open.clear()
    sitting.page.sources.rows[1].refresh.click()
    sitting.until(lambda: sitting.session.is_settled)


def turn_timer_on(sitting: Sitting) -> None:
    sitting.page.system.switch.click()
    sitting.page.system.autostart.click()
    sitting.settle()
