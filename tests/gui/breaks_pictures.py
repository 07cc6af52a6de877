"""Pictures of the page of breaks and tips in all its states; `tests.gui.screenshots` takes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from tests.fakes.breaks_page import AT, BreaksWorld, a_break, due, watching
from tests.fakes.tips import a_tip, facts_of
from tests.fakes.window import WindowWorld
from workspace_assistant.core.breaks.model import (
    BreakKind,
    BreakStanding,
    Modes,
    NextBreak,
    Outcome,
    Settings,
    Stage,
    WatchRole,
)
from workspace_assistant.core.breaks.texts import CALLS_UNKNOWN
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.reminders.model import Entry, ReminderKind
from workspace_assistant.core.reminders.model import Outcome as Told
from workspace_assistant.core.tips.model import Answer, Grade, Source
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName

if TYPE_CHECKING:
    from tests.gui.screenshots import Studio

SIZES = {"": QSize(1180, 760), "-narrow": QSize(640, 520), "-tall": QSize(1180, 2300)}
_HAAPAKANGAS = Source(
    title="The relation between the intelligibility of irrelevant speech and cognitive "
    "performance: a revised model based on laboratory studies",
    by="Haapakangas, Hongisto, Liebl",
    year=2020,
    url="https://doi.org/10.1111/ina.12726",
)


def real_tips(world: BreaksWorld) -> None:
    """Tips as long as those of the catalog."""
    voices = a_tip("noise-voices", "interruptions.noise.voices.week >= 2", grade=Grade.REVIEW)
    pets = a_tip("pets", "interruptions.pet.week >= 2", topic="family_pets_door")
    idea = a_tip("idea", "microphone.noise_change >= 6", grade=Grade.IDEA)
    world.tips.catalog = (
        replace(
            voices,
            source=_HAAPAKANGAS,
            text="The better you understand voices around you, the harder it is to keep words "
            "and numbers in mind. Close the door, move away, or cover them with a steady sound.",
        ),
        replace(
            pets,
            text="Give the animal what it comes for before the hours in which it comes most: "
            "food, a walk, a closed door.",
        ),
        replace(
            idea,
            text="The room is louder than it usually is. Look for what is new, such as a fan, a "
            "window or the street, before you change the microphone.",
        ),
    )
    world.tips.facts = facts_of(
        interruptions__noise__voices__week=4,
        interruptions__pet__week=3,
        microphone__noise_change=None,
    )


def first() -> tuple[BreaksWorld, BreakStanding | None]:
    return BreaksWorld(), BreakStanding()


def opening() -> tuple[BreaksWorld, BreakStanding | None]:
    return BreaksWorld(), None


def full() -> tuple[BreaksWorld, BreakStanding | None]:
    world = BreaksWorld()
    real_tips(world)
    world.records = [
        a_break("08:30", Outcome.NATURAL, rest_s=420.0),
        a_break("09:20", Outcome.TAKEN, rest_s=310.0),
        a_break("10:05", Outcome.POSTPONED),
        a_break("10:10", Outcome.SHORTENED, rest_s=170.0, postponed_count=1),
        a_break("10:40", Outcome.SKIPPED, reason="not-answered"),
        a_break("11:30", Outcome.BLOCKED, reason="in-call"),
    ]
    world.why = [
        entry(10, "Time for a rest break", Told.HELD_BACK, "in-call"),
        entry(35, "Tip: Noise", Told.SHOWN, "fits", ReminderKind.TIP),
        entry(80, "Time for a rest break", Told.SHOWN, "worked"),
        entry(1500, "Tip: Breaks", Told.HELD_BACK, "once-an-hour", ReminderKind.TIP),
    ]
    return world, watching()


def entry(
    minutes_ago: int,
    title: str,
    outcome: Told,
    reason: str,
    kind: ReminderKind = ReminderKind.BREAK,
) -> Entry:
    at = AT - timedelta(minutes=minutes_ago)
    return Entry(at=at, kind=kind, about="one", title=title, outcome=outcome, reason=reason)


def offered() -> tuple[BreaksWorld, BreakStanding | None]:
    return full()[0], watching(due(Stage.OFFERED, replace(a_break("11:59"), offered_at=AT)))


def held() -> tuple[BreaksWorld, BreakStanding | None]:
    return full()[0], watching(due(Stage.HELD, held_by="in-call"))


def running() -> tuple[BreaksWorld, BreakStanding | None]:
    return full()[0], watching(due(Stage.RUNNING, elapsed_s=112.0))


def quiet() -> tuple[BreaksWorld, BreakStanding | None]:
    modes = Modes(quiet_until=AT + timedelta(minutes=40), reading_until=AT + timedelta(minutes=10))
    return full()[0], watching(modes=modes)


def call_unknown() -> tuple[BreaksWorld, BreakStanding | None]:
    world, _ = full()
    world.tips.calling = None
    world.tips.facts = {}
    return world, watching(unknown=(CALLS_UNKNOWN,))


def elsewhere() -> tuple[BreaksWorld, BreakStanding | None]:
    return full()[0], BreakStanding(role=WatchRole.STANDING_BY)


def off() -> tuple[BreaksWorld, BreakStanding | None]:
    world, _ = full()
    world.settings = Settings(is_on=False)
    return world, BreakStanding()


def all_on() -> tuple[BreaksWorld, BreakStanding | None]:
    world, _ = full()
    usual = Settings()
    world.settings = replace(
        usual, micro=replace(usual.micro, is_on=True), daily_limit_s=28_800.0, is_strict=True
    )
    return world, watching(next=(NextBreak(kind=BreakKind.MICRO, in_s=300.0),))


def broken_store() -> tuple[BreaksWorld, BreakStanding | None]:
    world = BreaksWorld()
    world.fault = StoreUnavailableError(
        "The database /home/you/.local/share/workspace-assistant/data.sqlite3 is locked by another "
        "program. Close it, then try again."
    )
    return world, BreakStanding()


def put_away() -> tuple[BreaksWorld, BreakStanding | None]:
    world, standing = full()
    world.tips.service().answer("pets", Answer.DOES_NOT_APPLY)
    return world, standing


STATES: dict[str, Callable[[], tuple[BreaksWorld, BreakStanding | None]]] = {
    "opening": opening,
    "first": first,
    "full": full,
    "offered": offered,
    "held": held,
    "running": running,
    "quiet": quiet,
    "call-unknown": call_unknown,
    "elsewhere": elsewhere,
    "off": off,
    "all-on": all_on,
    "store-error": broken_store,
    "put-away": put_away,
}


def shoot_breaks(studio: Studio) -> None:
    for name, make in STATES.items():
        for ending, size in SIZES.items():
            _take(studio, f"breaks-{name}{ending}", make, size)


def _take(
    studio: Studio,
    name: str,
    make: Callable[[], tuple[BreaksWorld, BreakStanding | None]],
    size: QSize,
) -> None:
    """Each scheme begins with a world of its own."""
    window_world = WindowWorld()
    window_world.breaks, standing = make()

    def play(window: MainWindow, world: WindowWorld) -> None:
        window.ensure_companions()
        window.show_page(PageName.BREAKS)
        session = window.sessions.breaks
        studio.settle(lambda: session.is_settled)
        if standing is not None:
            session.take(standing)
        if name.startswith("breaks-put-away"):
            session.show_topic("put-away")
        studio.settle(lambda: session.is_settled)
        world.breaks, _ = make()

    studio.take(name, window_world, play, size)
