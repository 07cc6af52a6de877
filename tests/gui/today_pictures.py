"""Pictures of the Today page in all its states."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from tests.fakes import readiness_reports, summaries
from tests.fakes.breaks_page import watching
from tests.fakes.focus_page import FocusWorld
from tests.fakes.shifts import a_shift, subscription
from tests.fakes.week_page import WeekWorld
from tests.fakes.window import WindowWorld
from tests.gui.breaks_pictures import real_tips
from workspace_assistant.core.breaks.model import BreakKind, NextBreak
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.model import Cause
from workspace_assistant.core.line_watch.model import EventKind, LineEvent, Minute, Side, Tally
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.shifts.model import FeedState, Shift
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName

if TYPE_CHECKING:
    from tests.gui.screenshots import Studio

NARROW = QSize(640, 520)
TALL = QSize(1180, 1000)
# The Saturday of the reports: they are five minutes old.
BEFORE = datetime(2026, 11, 21, 8, 41, tzinfo=UTC)
Act = Callable[[MainWindow, WindowWorld], None]


def week() -> tuple[Shift, ...]:
    """Shifts of the week of the reports, with breaks, the last of them on their day."""
    return tuple(
        a_shift(
            f"2026-11-{day} 09:00",
            f"2026-11-{day} 17:30",
            zone="UTC",
            breaks=((f"2026-11-{day} 11:00", f"2026-11-{day} 11:15"),
                    (f"2026-11-{day} 13:00", f"2026-11-{day} 13:45")),
        )
        for day in (16, 17, 19, 20, 21, 23)
    )  # fmt: skip


def planned(at: datetime = BEFORE, *reports: ReadinessReport) -> WindowWorld:
    """A week with shifts and blocks, seen at an instant of its Saturday."""
    world = WindowWorld(*(reports or (readiness_reports.caution(),)))
    world.focus = FocusWorld(at=at - timedelta(days=4, hours=-2))
    acts = world.focus.services.acts
    acts.start(Plan(name="Refund queue", planned_s=3000.0))
    world.focus.clock.advance(3 * 3600 + 600)
    acts.stop()
    world.focus.clock.wall_at = max(at - timedelta(hours=3), BEFORE - timedelta(minutes=5))
    world.clock.at = at
    world.plan(*week())
    world.week = WeekWorld(summaries.rich())
    return world


def working(at: datetime = BEFORE + timedelta(hours=2, minutes=2)) -> WindowWorld:
    """In the middle of a shift, in a block."""
    world = planned(at)
    acts, clock = world.focus.services.acts, world.focus.clock
    clock.wall_at = BEFORE + timedelta(minutes=25)
    acts.start(Plan(name="Mails from Friday", planned_s=3000.0))
    clock.advance(1500)
    acts.interrupt(Cause.FAMILY)
    clock.advance(300)
    acts.back()
    clock.advance(1200)
    acts.stop()
    clock.wall_at = at - timedelta(minutes=24)
    acts.start(Plan(name="Refund queue", planned_s=3000.0))
    clock.advance(24 * 60)
    world.store.reports = [readiness_reports.ready()]
    return world


def with_tip() -> WindowWorld:
    """In the middle of a shift, with a tip."""
    world = working()
    real_tips(world.breaks)
    return world


def stale() -> WindowWorld:
    world = planned()
    with world.shifts.store.writing() as writer:
        writer.put_source(subscription("work", name="Work calendar", time_zone="UTC"))
        writer.put_feed_state(
            FeedState(
                source_id="work",
                succeeded_at=BEFORE - timedelta(days=2),
                tried_at=BEFORE - timedelta(hours=1),
                failures=5,
                trouble="The server cannot be reached.",
                trouble_code="unreachable",
            )
        )
    return world


def an_event(at: datetime) -> LineEvent:
    """Packets that the provider lost."""
    return LineEvent(
        id=f"{at:%H%M}",
        kind=EventKind.LOSS,
        started_at=at,
        ended_at=at + timedelta(seconds=21),
        is_over=True,
        server=Tally(sent=22, lost=3, median_ms=24.0, worst_ms=61.0),
        gateway=Tally(sent=22, median_ms=2.1, worst_ms=3.4),
        side=Side.BEYOND,
    )


def watched(events: int = 0) -> WindowWorld:
    """In a shift of which nearly two hours were watched."""
    world = working()
    world.name_servers()
    world.line.is_on = True
    begin = BEFORE + timedelta(minutes=5)
    for number in range(117):
        tally = Tally(sent=60, median_ms=24.0, worst_ms=61.0)
        minute = Minute(
            started_at=begin + timedelta(minutes=number), seconds=60, server=tally, gateway=tally
        )
        world.line.store.put_minute(minute)
    for number in range(events):
        at = begin + timedelta(minutes=112 - 13 * number, seconds=10)
        world.line.store.put_event(an_event(at))
    return world


def settled(world: WindowWorld) -> WindowWorld:
    """The log's clock shows what the readiness check's does."""
    world.focus.clock.wall_at = world.clock.at
    return world


def shoot_today(studio: Studio) -> None:
    def show(window: MainWindow, world: WindowWorld) -> None:
        window.show_page(PageName.TODAY)
        studio.settle(lambda: window.pages.today.is_filled)

    def show_break(window: MainWindow, world: WindowWorld) -> None:
        window.sessions.breaks.take(watching(next=(NextBreak(kind=BreakKind.REST, in_s=600.0),)))
        show(window, world)

    def to_the_line(window: MainWindow, world: WindowWorld) -> None:
        show(window, world)
        page = window.pages.today
        if page.cards is not None:
            studio.settle(lambda: False, 0.3)
            page._scroll.ensureWidgetVisible(page.cards.line, 0, 0)

    def run(window: MainWindow, world: WindowWorld) -> None:
        show(window, world)
        world.hold()
        window.session.start_check()
        studio.settle(world.checks["microphone"].reported.is_set)
        window.session._text_timer.stop()
        window.session._change(elapsed_s=6.0)

    states: dict[str, Callable[[], WindowWorld]] = {
        "today-empty": WindowWorld,
        "today-without-shifts": lambda: WindowWorld(readiness_reports.ready()),
        "today-before": lambda: settled(planned()),
        "today-not-ready": lambda: settled(planned(BEFORE, readiness_reports.not_ready())),
        "today-unchecked": lambda: settled(unchecked()),
        "today-working": working,
        "today-tip": with_tip,
        "today-evening": lambda: settled(planned(BEFORE + timedelta(hours=10))),
        "today-stale": lambda: settled(stale()),
    }
    for name, made in states.items():
        studio.take(name, made(), show)
        studio.take(f"{name}-narrow", made(), show, NARROW)
    studio.take("today-working-tall", working(), show, TALL)
    studio.take("today-break", working(), show_break)
    studio.take("today-break-narrow", working(), show_break, NARROW)
    studio.take("today-line", watched(), to_the_line, NARROW)
    studio.take("today-line-events", watched(events=7), to_the_line)
    studio.take("today-line-events-tall", watched(events=2), show, TALL)
    studio.take("today-line-events-narrow", watched(events=7), to_the_line, NARROW)
    studio.take("today-line-off-narrow", settled(planned()), to_the_line, NARROW)
    studio.take("today-running", settled(planned()), run)
    studio.take("today-running-narrow", settled(planned()), run, NARROW)


def unchecked() -> WindowWorld:
    world = planned()
    world.store.reports = []
    return world
