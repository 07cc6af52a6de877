"""How the `breaks` commands tell of breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, tzinfo

from workspace_assistant.cli.language import worded
from workspace_assistant.core.breaks.counting import tally
from workspace_assistant.core.breaks.model import (
    Act,
    ActivityKind,
    ActivityStretch,
    BreakKind,
    BreakRecord,
    BreakStanding,
    KindSettings,
    NextBreak,
    Outcome,
    Settings,
    Stage,
    WatchRole,
)
from workspace_assistant.core.breaks.texts import KIND_WORDS, OUTCOME_WORDS, REASON_WORDS
from workspace_assistant.core.joining import joined
from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

DONE_WORDS = {
    Act.BEGIN: QT_TRANSLATE_NOOP(
        "cli", "Asked the window to begin the break; in a call none begins."
    ),
    Act.POSTPONE: QT_TRANSLATE_NOOP("cli", "Postponed."),
    Act.SKIP: QT_TRANSLATE_NOOP("cli", "Skipped."),
    Act.DONE: QT_TRANSLATE_NOOP("cli", "The break is over."),
}

_NOT_WATCHED = QT_TRANSLATE_NOOP(
    "cli",
    "Breaks are not watched now: that is so outside shifts and focus blocks, and while no window "
    "is open.",
)
_OFF = QT_TRANSLATE_NOOP(
    "cli", "Breaks are off. To watch them again: workspace-assistant breaks set --on"
)
_NEVER = QT_TRANSLATE_NOOP("cli", "No break has come due.")
_ACTIVITY = {
    ActivityKind.ACTIVE: QT_TRANSLATE_NOOP("cli", "at the computer"),
    ActivityKind.CALL: QT_TRANSLATE_NOOP("cli", "in calls"),
    ActivityKind.AWAY: QT_TRANSLATE_NOOP("cli", "away"),
    ActivityKind.UNKNOWN: QT_TRANSLATE_NOOP("cli", "not known"),
}


def status_lines(
    standing: BreakStanding, settings: Settings, today: Sequence[BreakRecord], zone: tzinfo
) -> Iterator[str]:
    """What is due when, and why it waits; then what became of today's breaks."""
    if not settings.is_on:
        yield worded(_OFF)
        return
    if standing.open is not None:
        yield open_line(standing)
    elif standing.role is not WatchRole.WATCHING:
        yield worded(_NOT_WATCHED)
    for one in standing.next:
        yield next_line(one)
    if standing.modes.quiet_until is not None:
        yield quiet_line(standing.modes.quiet_until, zone)
    if standing.modes.reading_until is not None:
        yield reading_line(standing.modes.reading_until, zone)
    yield from (worded(one) for one in standing.unknown)
    yield worded("Today: {sum}", sum=sum_text(today))


def next_line(one: NextBreak) -> str:
    what, length = worded(KIND_WORDS[one.kind]), length_text(one.in_s)
    if one.follows:
        return worded("{kind} comes again in {length}.", kind=what, length=length)
    if not one.held_by:
        return worded("{kind} after {length} more of work.", kind=what, length=length)
    if not one.in_s:
        return worded("{kind}: due, and comes some minutes after this one.", kind=what)
    return worded(
        "{kind}: comes in {length} at the earliest, because {reason}.",
        kind=what,
        length=length,
        reason=_reason(one.held_by),
    )


def open_line(standing: BreakStanding) -> str:
    if standing.open is None:
        return ""
    record = standing.open.record
    what = worded(KIND_WORDS[record.kind])
    if standing.open.stage is Stage.RUNNING:
        gone, whole = length_text(standing.open.elapsed_s), length_text(record.length_s)
        return worded("{kind}: {gone} of {whole} are over.", kind=what, gone=gone, whole=whole)
    if standing.open.stage is Stage.OFFERED:
        return worded("{kind}: due now.", kind=what)
    return worded(
        "{kind}: due, and waits because {reason}.", kind=what, reason=_reason(record.reason)
    )


def list_lines(
    records: Sequence[BreakRecord], activity: Iterable[ActivityStretch], zone: tzinfo
) -> Iterator[str]:
    for record in records:
        yield record_line(record, zone)
    yield f"{sum_text(records)}"
    seconds = dict.fromkeys(ActivityKind, 0.0)
    for stretch in activity:
        seconds[stretch.kind] += stretch.length_s
    told = [
        worded("{length} {activity}", length=length_text(found), activity=worded(_ACTIVITY[kind]))
        for kind, found in seconds.items()
        if found
    ]
    if told:
        yield worded("{activities}.", activities=joined(told, worded))


def record_line(record: BreakRecord, zone: tzinfo) -> str:
    """Such as ``2026-11-23 10:00  Rest break: taken, 5m of rest``."""
    at = record.due_at.astimezone(zone)
    kind = worded(KIND_WORDS[record.kind])
    parts = [worded("{kind}: {outcome}", kind=kind, outcome=_outcome(record))]
    if record.reason:
        parts.append(_reason(record.reason))
    if record.rest_s and record.kind is not BreakKind.DAILY_LIMIT:
        parts.append(worded("{length} of rest", length=length_text(record.rest_s)))
    if record.input_s:
        parts.append(worded("{length} of typing or mouse", length=length_text(record.input_s)))
    return f"{at:%Y-%m-%d %H:%M}  {joined(parts, worded)}"


def _outcome(record: BreakRecord) -> str:
    if record.outcome is None:
        return worded("open, of your own accord") if record.is_own else worded("open")
    if not record.is_counted:
        return worded("of your own accord, broken off and not counted")
    outcome = worded(OUTCOME_WORDS[record.outcome])
    return worded("{outcome}, of your own accord", outcome=outcome) if record.is_own else outcome


def sum_text(records: Sequence[BreakRecord]) -> str:
    counted = tally(records)
    if not counted.due:
        return worded(_NEVER)
    told = [
        worded(
            "{number} {outcome}",
            number=str(counted.outcomes[outcome]),
            outcome=worded(OUTCOME_WORDS[outcome]),
        )
        for outcome in Outcome
        if counted.outcomes[outcome]
    ]
    told += [worded("{number} open", number=str(counted.open))] if counted.open else []
    return worded(
        "{number} due: {outcomes}.", number=str(counted.due), outcomes=joined(told, worded)
    )


def quiet_line(until: datetime | None, zone: tzinfo) -> str:
    if until is None:
        return worded("Breaks come as usual.")
    at = f"{until.astimezone(zone):%H:%M}"
    return worded("Quiet until {at}: no break is offered before.", at=at)


def reading_line(until: datetime | None, zone: tzinfo) -> str:
    if until is None:
        return worded("Quiet keys count as being away.")
    at = f"{until.astimezone(zone):%H:%M}"
    return worded("Reading until {at}: quiet keys do not count as being away.", at=at)


def settings_lines(settings: Settings) -> Iterator[str]:
    """One sentence for each choice."""
    if not settings.is_on:
        yield worded(_OFF)
        return
    for kind, one in ((BreakKind.REST, settings.rest), (BreakKind.MICRO, settings.micro)):
        yield _kind_line(kind, one)
    limit_s = settings.daily_limit_s
    yield (
        worded("Daily limit: off.")
        if limit_s is None
        else worded("Daily limit: {length}.", length=length_text(limit_s))
    )
    yield _postponing_line(settings)
    if settings.is_strict:
        yield worded("Strict: breaks are neither postponed nor skipped.")
    if settings.minds_full_screen:
        yield worded("Breaks wait while a program fills the screen.")
    else:
        yield worded("Breaks come also while a program fills the screen.")


def _kind_line(kind: BreakKind, one: KindSettings) -> str:
    if not one.is_on:
        return worded("{kind}: off.", kind=worded(KIND_WORDS[kind]))
    return worded(
        "{kind}: {length} after {work} of work.",
        kind=worded(KIND_WORDS[kind]),
        length=length_text(one.length_s),
        work=length_text(one.work_s),
    )


def _postponing_line(settings: Settings) -> str:
    times, length = settings.longest_postponing, length_text(settings.postpone_s)
    if not times:
        return worded("Breaks cannot be postponed.")
    if times == 1:
        return worded("Postponed by {length}, at most once in a row.", length=length)
    return worded(
        "Postponed by {length}, at most {count} times in a row.", length=length, count=str(times)
    )


def _reason(reason: str) -> str:
    return worded(REASON_WORDS.get(reason, reason))
