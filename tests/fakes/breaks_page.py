"""The services of breaks and tips over memory; the watch reports what a test wants reported."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.fakes.shifts import FakeNow
from tests.fakes.tips import TipsDesk, a_tip
from workspace_assistant.core.breaks.model import (
    Act,
    BreakKind,
    BreakRecord,
    BreakStanding,
    Modes,
    NextBreak,
    OpenBreak,
    Outcome,
    Settings,
    Stage,
    WatchRole,
)
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.reminders.model import Entry, Reminder, ReminderKind
from workspace_assistant.core.reminders.ports import Notifier
from workspace_assistant.core.spans import Span
from workspace_assistant.core.text import Say
from workspace_assistant.core.tips.model import Grade
from workspace_assistant.ui.feature_services import BreakServices

# A Monday at noon; the tests' wording is UTC.
AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

TIPS = (
    a_tip("close the door", "interruptions.pet.week >= 2", topic="family_pets_door"),
    a_tip("mute the chat", "interruptions.chat.week >= 2", topic="phone_chat", grade=Grade.IDEA),
    a_tip("come nearer", "microphone.snr < 15", topic="noise", grade=Grade.GUIDANCE),
)


def a_break(
    clock: str = "11:00",
    outcome: Outcome | None = None,
    kind: BreakKind = BreakKind.REST,
    **more: object,
) -> BreakRecord:
    """Due today at that time."""
    due_at = datetime.fromisoformat(f"{AT:%Y-%m-%d} {clock}").replace(tzinfo=UTC)
    fields: dict[str, object] = {"id": f"{kind} {clock}", "length_s": 300.0, **more}
    return BreakRecord(
        kind=kind,
        due_at=due_at,
        outcome=outcome,
        **fields,  # type: ignore[arg-type] # the test names the fields
    )


def watching(open_break: OpenBreak | None = None, **more: object) -> BreakStanding:
    """A standing within a shift: 36 min of work, the next break after 24 min."""
    usual = BreakStanding(
        role=WatchRole.WATCHING,
        at=AT,
        open=open_break,
        next=(NextBreak(kind=BreakKind.REST, in_s=1440.0),),
        worked_s=2160.0,
        day_s=3 * 3600.0,
    )
    return replace(usual, **more)  # type: ignore[arg-type] # the test names the fields


def due(stage: Stage, record: BreakRecord | None = None, **more: object) -> OpenBreak:
    return OpenBreak(
        record=record or a_break("12:00"),
        stage=stage,
        **more,  # type: ignore[arg-type] # the test names the fields
    )


class BreaksWorld:
    """Breaks and tips for a window; a test fills them.

    Attributes:
        answers: what the person said.
        rung: how often the watch was told to look.
        fault: raised by reading and acts while it is set.
        watch_fault: raised by the watch: something unforeseen.
        notifier: what the window gave the watch.
    """

    def __init__(self, now: datetime = AT) -> None:
        self.clock = FakeNow(now)
        self.settings = Settings()
        self.modes = Modes()
        self.records: list[BreakRecord] = []
        self.why: list[Entry] = []
        self.tips = TipsDesk(catalog=TIPS, facts={}, clock=self.clock)
        self.answers: list[Act] = []
        self.rung = 0
        self.fault: Exception | None = None
        self.settings_fault: OSError | None = None
        self.watch_fault: Exception | None = None
        self.notifier: Notifier | None = None
        self.looks = 0
        self._is_running = threading.Event()
        self._ctx: JobContext | None = None

    @property
    def services(self) -> BreakServices:
        return BreakServices(
            watch=self._watch,
            answer=self.answers.append,
            ring=self._ring,
            now=self._now,
            zone=lambda: UTC,
            settings=lambda: self.settings,
            change_settings=self._change_settings,
            quiet=self._quiet,
            reading=self._reading,
            records=self._records,
            why_log=lambda limit: tuple(self.why[:limit]),
            tips=self.tips.service(),
        )

    def report(self, standing: BreakStanding) -> None:
        """A reading of the watch."""
        assert self._is_running.wait(5)
        assert self._ctx is not None
        self._ctx.report(reading=standing)

    def offer(self, standing: BreakStanding) -> None:
        """The watch shows what it offers, and reports it."""
        assert self._is_running.wait(5)
        assert self.notifier is not None
        assert standing.open is not None
        reminder = Reminder(
            kind=ReminderKind.BREAK,
            about=standing.open.record.id,
            title="Time for a break",
            body="5 min",
        )
        self.notifier.show(reminder, lambda _: None)
        self.report(standing)

    def withdraw(self) -> None:
        assert self.notifier is not None
        self.notifier.withdraw(ReminderKind.BREAK)

    def _watch(self, notifier: Notifier, say: Say, ctx: JobContext, /) -> None:
        del say
        self.notifier, self._ctx = notifier, ctx
        self._is_running.set()
        while True:
            if self.watch_fault is not None:
                raise self.watch_fault
            ctx.wait(0.02)

    def _ring(self) -> None:
        self.rung += 1

    def _now(self) -> datetime:
        self.looks += 1
        if self.fault is not None:
            raise self.fault
        return self.clock()

    def _change_settings(self, settings: Settings) -> None:
        if self.settings_fault is not None:
            raise self.settings_fault
        self.settings = settings

    def _quiet(self, length_s: float | None) -> Modes:
        self.modes = replace(self.modes, quiet_until=self._until(length_s))
        return self.modes

    def _reading(self, length_s: float | None) -> Modes:
        self.modes = replace(self.modes, reading_until=self._until(length_s))
        return self.modes

    def _until(self, length_s: float | None) -> datetime | None:
        if isinstance(self.fault, StoreUnavailableError):
            raise self.fault
        return None if length_s is None else self.clock() + timedelta(seconds=length_s)

    def _records(self, span: Span) -> tuple[BreakRecord, ...]:
        return tuple(one for one in self.records if span.holds(one.due_at))
