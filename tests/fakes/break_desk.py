"""A desk in a shift with somebody at it, and a program that watches breaks every five seconds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tests.fakes.breaks import MemoryBreakStore
from tests.fakes.focus import CountingId, FakeCall, FakeClock, FakePresence
from workspace_assistant.core.breaks.model import (
    Act,
    BreakRecord,
    BreakStanding,
    Modes,
    Outcome,
    Settings,
)
from workspace_assistant.core.breaks.ports import (
    Asked,
    Attention,
    Beat,
    OpenBlock,
    Reading,
    Silence,
)
from workspace_assistant.core.breaks.sensing import Senses
from workspace_assistant.core.breaks.service import BreakService
from workspace_assistant.core.breaks.settings import checked
from workspace_assistant.core.breaks.watcher import BreakWatcher
from workspace_assistant.core.days import day_of, day_span
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.spans import Span

POLL_S = 5.0


@dataclass
class DeskClock:
    """Implements the port `Clock` of breaks by the clock that the test moves."""

    clock: FakeClock = field(default_factory=FakeClock)

    def read(self) -> Reading:
        return self.clock.read()

    def day(self, at: datetime) -> date:
        return day_of(at, ZoneInfo(self.clock.zone))

    def day_span(self, at: datetime) -> Span:
        return day_span(self.day(at), ZoneInfo(self.clock.zone))


@dataclass
class FakeAttention:
    """Implements the port `AttentionSensor`."""

    seen: Attention = field(
        default_factory=lambda: Attention(is_full_screen=False, is_do_not_disturb=False)
    )
    asked: int = 0
    is_closed: bool = False

    def attention(self) -> Attention:
        self.asked += 1
        return self.seen

    def close(self) -> None:
        self.is_closed = True


@dataclass
class FakeWork:
    """Implements the port `Work`: a shift by the wall clock, a block by the steady one."""

    clock: FakeClock
    shift_ends_at: datetime | None = None
    next_s: float | None = None
    block_from_s: float | None = None
    block_planned_s: float | None = None
    fault: str = ""

    def shift_left_s(self) -> float | None:
        if self.fault:
            raise StoreUnavailableError(self.fault)
        if self.shift_ends_at is None or self.clock.wall_at >= self.shift_ends_at:
            return None
        return (self.shift_ends_at - self.clock.wall_at).total_seconds()

    def next_shift_s(self) -> float | None:
        if self.fault:
            raise StoreUnavailableError(self.fault)
        return self.next_s

    def open_block(self) -> OpenBlock | None:
        if self.block_from_s is None:
            return None
        runs_s = self.clock.elapsed_s - self.block_from_s
        planned_s = self.block_planned_s
        return OpenBlock(runs_s=runs_s, left_s=None if planned_s is None else planned_s - runs_s)


@dataclass
class FakeChoices:
    """Implements the port `Choices`."""

    chosen: Settings = field(default_factory=Settings)
    asked: Modes = field(default_factory=Modes)

    def settings(self) -> Settings:
        return self.chosen

    def keep(self, settings: Settings) -> None:
        self.chosen = checked(settings)

    def modes(self) -> Modes:
        return self.asked

    def keep_modes(self, modes: Modes) -> None:
        self.asked = modes


@dataclass
class FakeOffers:
    """Implements the port `Offers`: what is on the screen, and all that was told."""

    now: Callable[[], datetime]
    on_screen: BreakRecord | None = None
    told: list[tuple[datetime, str]] = field(default_factory=list)

    def offer(self, record: BreakRecord) -> None:
        is_alone = self.on_screen is None or self.on_screen.id == record.id
        assert is_alone, "two breaks at once"
        self.on_screen = record
        self.told.append((self.now(), f"offered {record.kind}"))

    def withdraw(self, record: BreakRecord) -> None:
        if self.on_screen is not None:
            assert self.on_screen.id == record.id
        self.on_screen = None

    def held(self, record: BreakRecord) -> None:
        self.told.append((self.now(), f"{record.kind} held by {record.reason}"))

    def silent(self, silence: Silence) -> None:
        self.told.append((self.now(), f"{silence.kind} after another"))


class DeskStore(MemoryBreakStore):
    """On a disk that may be full: then it can be read only."""

    is_full = False
    is_unclaimable = False
    is_unreadable = False

    def put(self, record: BreakRecord) -> None:
        self._write()
        known = self.kept.get(record.id)
        assert known is None or known.outcome is None, "an outcome is kept"
        super().put(record)

    def claim(self, beat: Beat, *, is_newcomer: bool = False) -> bool:
        if self.is_unclaimable:
            raise StoreUnavailableError("The disk is full.")
        return super().claim(beat, is_newcomer=is_newcomer)

    def records(self, span: Span) -> tuple[BreakRecord, ...]:
        if self.is_unreadable:
            raise StoreUnavailableError("The disk is gone.")
        return super().records(span)

    def take_asked(self) -> tuple[Asked, ...]:
        if self.is_unreadable:
            raise StoreUnavailableError("The disk is gone.")
        return super().take_asked()

    def _write(self) -> None:
        if self.is_full:
            raise StoreUnavailableError("The disk is full.")


@dataclass
class BreakDesk:
    """Lengths are multiples of five seconds, the time between two looks."""

    clock: FakeClock = field(default_factory=FakeClock)
    store: DeskStore = field(default_factory=DeskStore)
    presence: FakePresence = field(default_factory=FakePresence)
    calls: FakeCall = field(default_factory=FakeCall)
    attention: FakeAttention = field(default_factory=FakeAttention)
    choices: FakeChoices = field(default_factory=FakeChoices)
    new_id: CountingId = field(default_factory=CountingId)
    standing: BreakStanding = field(default_factory=BreakStanding)
    programs: int = 0

    def __post_init__(self) -> None:
        self.work_at = FakeWork(self.clock)
        self.offers = FakeOffers(lambda: self.clock.wall_at)
        self.watcher = self.new_program()

    @property
    def service(self) -> BreakService:
        return BreakService(
            store=self.store,
            choices=self.choices,
            clock=DeskClock(self.clock),
            shift_left_s=self.work_at.shift_left_s,
            new_id=self.new_id,
        )

    def new_program(self) -> BreakWatcher:
        """The one before was killed: it can say nothing any more."""
        self.programs += 1
        self.offers.on_screen = None
        self.watcher = BreakWatcher(
            store=self.store,
            choices=self.choices,
            senses=Senses(
                clock=DeskClock(self.clock),
                presence=self.presence,
                calls=self.calls,
                attention=self.attention,
            ),
            work=self.work_at,
            offers=self.offers,
            new_id=self.new_id,
            watcher=f"program {self.programs}",
        )
        return self.watcher

    def look(self) -> BreakStanding:
        self.standing = self.watcher.look()
        return self.standing

    def act(self, act: Act) -> None:
        self.watcher.act(act)
        self.look()

    def work(self, seconds: float) -> None:
        """A key every five seconds, the first after five."""
        for _ in range(round(seconds / POLL_S)):
            self.clock.advance(POLL_S)
            if self.presence.idle_s is not None:
                self.presence.idle_s = 0.0
            self.look()

    def quiet(self, seconds: float) -> None:
        for _ in range(round(seconds / POLL_S)):
            self.unseen(POLL_S)
            self.look()

    def unseen(self, seconds: float) -> None:
        """Time without input, and without a look."""
        self.clock.advance(seconds)
        if self.presence.idle_s is not None:
            self.presence.idle_s += seconds

    def call(self, seconds: float) -> None:
        """Listening: nothing is typed."""
        self.calls.answer = True
        self.quiet(seconds)
        self.calls.answer = False

    def sleep(self, seconds: float) -> None:
        """What tells idle time does not count it."""
        self.clock.suspend(seconds)
        self.look()

    def records(self) -> list[BreakRecord]:
        return sorted(self.store.kept.values(), key=lambda one: (one.due_at, one.id))

    def outcomes(self) -> list[Outcome | None]:
        return [one.outcome for one in self.records()]
