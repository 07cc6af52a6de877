"""Everything that the check before a shift meets: a clock, shifts, a line that is good or bad."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from tests.fakes.shifts import FakeNow
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress
from workspace_assistant.core.preshift.attendance import Attendance
from workspace_assistant.core.preshift.claims import may_claim
from workspace_assistant.core.preshift.model import Attempt, PreshiftSettings
from workspace_assistant.core.preshift.service import PreshiftService
from workspace_assistant.core.preshift.teller import Teller
from workspace_assistant.core.preshift.telling import Words
from workspace_assistant.core.readiness.model import (
    CheckResult,
    Finding,
    NotMeasured,
    ReadinessReport,
    Severity,
    Verdict,
)
from workspace_assistant.core.readiness.verdict import overall_verdict
from workspace_assistant.core.reminders.model import Entry, Outcome, Reminder, ReminderKind
from workspace_assistant.core.reminders.ports import NotShownError
from workspace_assistant.core.reminders.service import ReminderService
from workspace_assistant.core.reminders.texts import REASON_WORDS
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.spans import Span
from workspace_assistant.core.text import in_english

READY, CAUTION = Verdict.READY, Verdict.CAUTION
NOT_READY, NOT_TESTED = Verdict.NOT_READY, Verdict.NOT_TESTED

FIRST_MORNING = datetime(2026, 11, 23, 8, tzinfo=UTC)

# In UTC, whatever the computer's zone.
WORDS = Words(
    say=in_english,
    clock=lambda at: f"{at:%H:%M}",
    written_day=lambda at: f"{at:%a}",
    day=lambda at: at.date(),
)

_SEVERITIES = {CAUTION: Severity.CAUTION, NOT_READY: Severity.NOT_READY}


class MemoryWhyLog:
    """Implements the port `WhyLog`."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def add(self, entry: Entry) -> None:
        assert entry.reason in REASON_WORDS, entry.reason
        self.entries.append(entry)

    def recent(self, limit: int) -> tuple[Entry, ...]:
        return tuple(reversed(self.entries))[:limit]

    def latest(self, kind: ReminderKind, about: str | None = None) -> Entry | None:
        fitting = (one for one in self.recent(len(self.entries)) if one.kind is kind)
        return next((one for one in fitting if about in (None, one.about)), None)

    def shown(self, kind: ReminderKind, about: str) -> datetime | None:
        return self._shown(lambda one: one.kind is kind and one.about == about)

    def latest_shown(self, kind: ReminderKind) -> datetime | None:
        return self._shown(lambda one: one.kind is kind)

    def _shown(self, fits: Callable[[Entry], bool]) -> datetime | None:
        shown = [one for one in self.entries if fits(one) and one.outcome is Outcome.SHOWN]
        return shown[-1].at if shown else None


class MemoryAttempts:
    """Implements the port `AttemptStore`."""

    def __init__(self) -> None:
        self.kept: dict[tuple[datetime, int], Attempt] = {}

    def claim(self, attempt: Attempt, *, is_alone: bool = False) -> bool:
        is_ours = may_claim(self.kept.get(_key(attempt)), is_alone=is_alone)
        if is_ours:
            self.put(attempt)
        return is_ours

    def claim_telling(self, attempt: Attempt) -> bool:
        before = self.kept.get(_key(attempt))
        if before is None or before.told:
            return False
        self.kept[_key(attempt)] = replace(before, told=attempt.told)
        return True

    def put(self, attempt: Attempt) -> None:
        self.kept[_key(attempt)] = attempt

    def move(self, before: Attempt, after: Attempt) -> None:
        known = self.kept.get(_key(before))
        if known is not None and known.began_at == before.began_at:
            del self.kept[_key(before)]
            self.put(after)

    def of_start(self, shift_starts_at: datetime) -> tuple[Attempt, ...]:
        mine = (one for key, one in self.kept.items() if key[0] == shift_starts_at)
        return tuple(sorted(mine, key=lambda one: one.number))


def _key(attempt: Attempt) -> tuple[datetime, int]:
    return (attempt.shift_starts_at, attempt.number)


@dataclass
class FakeTurn:
    """Implements the port `Alone` for several programs of a test."""

    is_taken: bool = False

    @contextmanager
    def __call__(self) -> Iterator[bool]:
        if self.is_taken:
            yield False
            return
        self.is_taken = True
        try:
            yield True
        finally:
            self.is_taken = False


@dataclass
class FakeGuard:
    """Implements the port `Guard`: looks when the test says so."""

    look: Callable[[], None] = lambda: None
    has_ended: bool = False

    @contextmanager
    def __call__(self, ctx: JobContext, look: Callable[[], float | None]) -> Iterator[JobContext]:
        inner = ctx.inner(ctx.on_progress)
        self.has_ended = False

        def ask() -> None:
            if look() is None:
                self.has_ended = True
                inner.cancel()

        self.look = ask
        yield inner


@dataclass
class FakeDesktop:
    """Implements the port `Notifier`; presses buttons."""

    trouble: str = ""
    shown: list[Reminder] = field(default_factory=list)
    withdrawn: list[ReminderKind] = field(default_factory=list)
    _followers: dict[ReminderKind, Callable[[str], None]] = field(default_factory=dict)

    def show(self, reminder: Reminder, on_action: Callable[[str], None], /) -> None:
        if self.trouble:
            raise NotShownError(self.trouble)
        self.shown.append(reminder)
        self._followers[reminder.kind] = on_action

    def withdraw(self, kind: ReminderKind, /) -> None:
        self.withdrawn.append(kind)

    def press(self, kind: ReminderKind, key: str) -> None:
        self._followers[kind](key)


@dataclass
class FakeCircumstances:
    """Implements the port `Circumstances`."""

    call: bool | None = False
    metered: bool | None = False
    checking: bool = False

    def in_call(self) -> bool | None:
        return self.call

    def is_metered(self) -> bool | None:
        return self.metered

    def is_checking(self) -> bool:
        return self.checking


def a_result(
    check_id: str, verdict: Verdict, code: str = "", *, required: bool = True
) -> CheckResult:
    """One check; trouble has a finding, and what was not tested a reason."""
    severity = _SEVERITIES.get(verdict)
    finding = Finding(
        code=code or f"{check_id}-bad",
        severity=severity or Severity.INFO,
        measurement=f"{check_id}.value",
        value=1.0,
        limit=2.0,
        message=f"The {check_id} is bad.",
        action="Do something about it.",
    )
    missing = NotMeasured(id=check_id, reason="no-answer", detail="The server gave no answer.")
    return CheckResult(
        id=check_id,
        required=required,
        verdict=verdict,
        duration_s=1.0,
        findings=(finding,) if severity else (),
        not_measured=(missing,) if verdict is NOT_TESTED else (),
    )


def a_run(at: datetime, number: int, *results: CheckResult) -> ReadinessReport:
    return ReadinessReport(
        id=f"run-{number}",
        app_version="1",
        started_at=at,
        finished_at=at + timedelta(seconds=1),
        time_zone="UTC",
        profile_name="Test",
        profile_digest="sha256:00",
        verdict=overall_verdict(results),
        bytes_used=1000,
        checks=results,
        deselected=("microphone",),
    )


@dataclass
class ScriptedChecks:
    """Implements the port `Checks`: each run takes the next line of the script, the last stays.

    A line says the verdicts of checks that are not ready.
    """

    now: FakeNow
    ids: tuple[str, ...] = ("computer", "bandwidth", "voice-path")
    script: list[dict[str, Verdict | CheckResult]] = field(default_factory=lambda: [{}])
    needs: bool = False
    good_at: datetime | None = None
    error: Exception | None = None
    profile_error: Exception | None = None
    before_run: Callable[[], None] = lambda: None
    runs: list[tuple[frozenset[str], bool]] = field(default_factory=list)
    saved: list[ReadinessReport] = field(default_factory=list)

    def silent(self) -> frozenset[str]:
        if self.profile_error is not None:
            raise self.profile_error
        return frozenset(self.ids)

    def needs_microphone(self) -> bool:
        if self.profile_error is not None:
            raise self.profile_error
        return self.needs

    def run(self, only: frozenset[str], ctx: JobContext, /, *, is_quick: bool) -> ReadinessReport:
        self.before_run()
        ctx.checkpoint()
        self.runs.append((only, is_quick))
        if self.error is not None:
            raise self.error
        line = self.script[min(len(self.runs), len(self.script)) - 1]
        results = [self._result(one, line.get(one, READY)) for one in self.ids if one in only]
        return a_run(self.now(), len(self.runs), *results)

    def save(self, report: ReadinessReport, /) -> None:
        self.saved.append(report)

    def find(self, report_id: str, /) -> ReadinessReport | None:
        return next((one for one in self.saved if one.id == report_id), None)

    def since(self, at: datetime, /) -> tuple[ReadinessReport, ...]:
        return tuple(one for one in reversed(self.saved) if one.started_at >= at)

    def good_microphone_test_at(self) -> datetime | None:
        return self.good_at

    def _result(self, check_id: str, said: Verdict | CheckResult) -> CheckResult:
        return said if isinstance(said, CheckResult) else a_result(check_id, said)


@dataclass
class FakeAlarm:
    """Implements the port `Alarm`: the clock is moved there, and the job ends at `until`."""

    now: FakeNow
    until: datetime | None = None
    waits: list[datetime] = field(default_factory=list)
    rings: int = 0
    on_wait: Callable[[datetime], None] = lambda _: None

    def wait(self, until: datetime, ctx: JobContext, /) -> None:
        self.waits.append(until)
        self.now.at = max(until, self.now.at)
        self.on_wait(self.now.at)
        if self.until is not None and self.now.at >= self.until:
            ctx.cancel()
        ctx.checkpoint()

    def ring(self) -> None:
        self.rings += 1


@dataclass
class PreshiftDesk:
    """A computer before a shift."""

    shifts: list[Shift] = field(default_factory=list)
    now: FakeNow = field(default_factory=FakeNow)
    settings: PreshiftSettings = field(default_factory=PreshiftSettings)
    attempts: MemoryAttempts = field(default_factory=MemoryAttempts)
    why_log: MemoryWhyLog = field(default_factory=MemoryWhyLog)
    desktop: FakeDesktop = field(default_factory=FakeDesktop)
    around: FakeCircumstances = field(default_factory=FakeCircumstances)
    turn: FakeTurn = field(default_factory=FakeTurn)
    guard: FakeGuard = field(default_factory=FakeGuard)
    readings: list[object] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.checks = ScriptedChecks(self.now)
        self.alarm = FakeAlarm(self.now)
        self.ctx = JobContext(self._keep)

    def service(self) -> PreshiftService:
        """One program; several share what is kept."""
        return PreshiftService(
            shifts=self.between,
            attempts=self.attempts,
            circumstances=self.around,
            checks=self.checks,
            alone=self.turn,
            guard=self.guard,
            teller=self.teller(),
            settings=lambda: self.settings,
            now=self.now,
        )

    def teller(self) -> Teller:
        return Teller(
            attempts=self.attempts,
            reminders=ReminderService(why_log=self.why_log, notifier=self.desktop, now=self.now),
            circumstances=self.around,
            checks=self.checks,
            words=WORDS,
            ring=self.alarm.ring,
        )

    def attendance(self, service: PreshiftService | None = None) -> Attendance:
        return Attendance(
            punctual=(service or self.service()).attend,
            patient=lambda _: None,
            alarm=self.alarm,
            now=self.now,
        )

    def attend_until(self, at: datetime) -> None:
        """As the window does, by the alarm."""
        self.alarm.until = at
        ctx = JobContext(self._keep)
        with suppress(JobCancelledError):
            self.attendance().attend(ctx)

    def between(self, span: Span) -> Sequence[Shift]:
        fitting = (one for one in self.shifts if one.span.overlaps(span))
        return sorted(fitting, key=lambda one: one.starts_at)

    @property
    def reasons(self) -> list[tuple[str, str]]:
        """What the why-log says, oldest first: outcome and reason."""
        return [(one.outcome.value, one.reason) for one in self.why_log.entries]

    @property
    def titles(self) -> list[str]:
        return [one.title for one in self.desktop.shown]

    def _keep(self, progress: Progress) -> None:
        self.readings.append(progress.reading)
