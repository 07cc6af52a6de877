"""Breaks as they are kept, and the stretches of time that they are reckoned from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class BreakKind(StrEnum):
    MICRO = "micro"  # half a minute for the eyes and hands
    REST = "rest"
    DAILY_LIMIT = "daily-limit"  # enough for today


class Outcome(StrEnum):
    """What became of a break that was due. Each has one, and keeps it."""

    TAKEN = "taken"
    NATURAL = "natural"  # the person had been away before it was offered
    SHORTENED = "shortened"  # half of its length or more
    POSTPONED = "postponed"  # what is offered later is a break of its own, which follows this one
    SKIPPED = "skipped"
    BLOCKED = "blocked"  # it could not be had; the reason names what stood in the way


HAD = frozenset({Outcome.TAKEN, Outcome.SHORTENED})


class ActivityKind(StrEnum):
    ACTIVE = "active"  # input, never more than three minutes apart
    AWAY = "away"
    CALL = "call"
    UNKNOWN = "unknown"  # input cannot be seen here, or nobody looked


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakRecord:
    """One break that came due.

    Attributes:
        due_at: for a natural one that was not due yet, when the person left.
        offered_at: when it was first shown; None for never.
        began_at: None where nobody began it.
        ended_at: when its outcome was known; None while it is open. At most one is.
        outcome: None while it is open.
        reason: stable kebab-case word. Of an open one: what holds it back now, or empty. Of a
            blocked one: what stood in the way (``in-call``, ``open-block``, ``full-screen``,
            ``do-not-disturb``, ``quiet-mode``, ``shift-over``, ``day-over``, ``not-watched``,
            ``not-seen``). Of a skipped one: ``asked`` by the person, ``not-answered``,
            ``cut-short``.
        length_s: how long it was meant to be; 0 for a daily limit, which asks to stop.
        limit_s: of a daily limit: how much work it was; 0 for a break.
        is_own: begun of the person's own accord: it was not due.
        rest_s: how long the person left the keyboard and mouse alone in it, as far as that could be
            seen.
        blind_s: how long it went on where input could not be seen: it counts by time alone.
        input_s: how long the person used them in it.
        postponed_count: how often in a row it was postponed before; more than 0 for one that
            follows a postponed one.
    """

    id: str
    kind: BreakKind
    due_at: datetime
    offered_at: datetime | None = None
    began_at: datetime | None = None
    ended_at: datetime | None = None
    outcome: Outcome | None = None
    reason: str = ""
    length_s: float = 0.0
    limit_s: float = 0.0
    is_own: bool = False
    rest_s: float = 0.0
    blind_s: float = 0.0
    input_s: float = 0.0
    postponed_count: int = 0

    @property
    def had_s(self) -> float:
        """What counts of it as a break."""
        return self.rest_s + self.blind_s

    @property
    def is_counted(self) -> bool:
        """Among those that were due. One that was not due counts once it was had."""
        return not self.is_own or self.outcome in HAD


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityStretch:
    """Time of one kind. Stretches do not overlap; what lies between them was not looked at.

    Attributes:
        started_at, ended_at: on the log's time, UTC. One that goes on ends where it was seen last.
    """

    id: str
    kind: ActivityKind
    started_at: datetime
    ended_at: datetime

    @property
    def length_s(self) -> float:
        return (self.ended_at - self.started_at).total_seconds()


class Act(StrEnum):
    """What a person answers to a break."""

    BEGIN = "begin"  # the one that is due; where none is, a rest break now
    POSTPONE = "postpone"
    SKIP = "skip"
    DONE = "done"  # back at work


@dataclass(frozen=True, slots=True, kw_only=True)
class KindSettings:
    """Attributes: a break of `length_s` is due after `work_s` of work, if `is_on`."""

    is_on: bool
    work_s: float
    length_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The person's choices. docs/breaks.md gives the sources of what is delivered.

    Attributes:
        is_on: False for no watch at all: neither breaks nor activity are kept.
        daily_limit_s: so much at the computer is enough for a day; None for no limit.
        postpone_s: how long a break is postponed.
        longest_postponing: how often in a row.
        is_strict: neither postponed nor skipped from the break's window.
        minds_full_screen: nothing is offered over a program that fills the screen.
    """

    is_on: bool = True
    micro: KindSettings = field(
        default_factory=lambda: KindSettings(is_on=False, work_s=1800.0, length_s=30.0)
    )
    rest: KindSettings = field(
        default_factory=lambda: KindSettings(is_on=True, work_s=3600.0, length_s=300.0)
    )
    daily_limit_s: float | None = None
    postpone_s: float = 300.0
    longest_postponing: int = 2
    is_strict: bool = False
    minds_full_screen: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Modes:
    """What the person asked for, for a while. Both end by themselves.

    Attributes:
        quiet_until: until then nothing is offered.
        reading_until: until then somebody is there though nothing is typed.
    """

    quiet_until: datetime | None = None
    reading_until: datetime | None = None


class Stage(StrEnum):
    """How far an open break has come."""

    HELD = "held"  # due, and something holds it back
    OFFERED = "offered"  # on the screen
    RUNNING = "running"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenBreak:
    """A break that is due, as the window shows it.

    Attributes:
        record: what is kept of it so far.
        held_by: why it is not offered, as in `BreakRecord.reason`; empty when it is.
        elapsed_s: of a running one, since it began; of an offered one, how long nobody has used
            keys or mouse beside it: who simply leaves takes it.
        may_postpone, may_skip: whether these answers are open.
    """

    record: BreakRecord
    stage: Stage
    held_by: str = ""
    elapsed_s: float = 0.0
    may_postpone: bool = True
    may_skip: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class NextBreak:
    """What is due next.

    Attributes:
        in_s: more of work until it is due; of one that is put off, time.
        follows: one that was postponed.
        held_by: why it does not come though there was work enough: ``after-another``; else empty.
    """

    kind: BreakKind
    in_s: float
    follows: bool = False
    held_by: str = ""


class WatchRole(StrEnum):
    RESTING = "resting"  # no shift and no block
    STANDING_BY = "standing-by"  # another program watches
    WATCHING = "watching"


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakStanding:
    """Where breaks stand after a look: the reading of the watch.

    Attributes:
        at: of the look, on the log's time; None before the first one.
        open: the break that is due; None for none.
        next: what is due next if work goes on; empty for a kind that is off.
        worked_s: work since the count began: at the end of a rest break that came due, whatever
            became of it (but for a postponed one), or of time away as long as one.
        day_s: at the computer or in calls since 04:00.
        unknown: sentences: what cannot be sensed on this computer, and what follows.
        fault: why nothing could be kept; empty when all is well.
    """

    role: WatchRole = WatchRole.RESTING
    at: datetime | None = None
    open: OpenBreak | None = None
    next: tuple[NextBreak, ...] = ()
    worked_s: float = 0.0
    day_s: float = 0.0
    modes: Modes = field(default_factory=Modes)
    unknown: tuple[str, ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Breaks counted. `due` is the sum of all outcomes, and of those that are still open.

    One of the person's own accord, which was not due, is among them once it was had.

    Attributes:
        blocked_by_call: those of `blocked` that calls made impossible.
    """

    due: int = 0
    outcomes: Mapping[Outcome, int] = field(default_factory=dict)
    open: int = 0
    blocked_by_call: int = 0
