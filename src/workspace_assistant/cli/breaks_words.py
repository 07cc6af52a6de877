"""How the `breaks` commands tell of breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, tzinfo

from workspace_assistant.core.breaks.counting import tally
from workspace_assistant.core.breaks.model import (
    Act,
    ActivityKind,
    ActivityStretch,
    BreakKind,
    BreakRecord,
    BreakStanding,
    NextBreak,
    Outcome,
    Settings,
    Stage,
    WatchRole,
)
from workspace_assistant.core.breaks.texts import KIND_WORDS, OUTCOME_WORDS, REASON_WORDS
from workspace_assistant.core.lengths import length_text

DONE_WORDS = {
    Act.BEGIN: "Asked the window to begin the break; in a call none begins.",
    Act.POSTPONE: "Postponed.",
    Act.SKIP: "Skipped.",
    Act.DONE: "The break is over.",
}

_NOT_WATCHED = (
    "Breaks are not watched now: that is so outside shifts and focus blocks, and while no window "
    "is open."
)
_OFF = "Breaks are off. To watch them again: workspace-assistant breaks set --on"
_NEVER = "No break has come due."
_ACTIVITY = {
    ActivityKind.ACTIVE: "at the computer",
    ActivityKind.CALL: "in calls",
    ActivityKind.AWAY: "away",
    ActivityKind.UNKNOWN: "not known",
}


def status_lines(
    standing: BreakStanding, settings: Settings, today: Sequence[BreakRecord], zone: tzinfo
) -> Iterator[str]:
    """What is due when, and why it waits; then what became of today's breaks."""
    if not settings.is_on:
        yield _OFF
        return
    if standing.open is not None:
        yield open_line(standing)
    elif standing.role is not WatchRole.WATCHING:
        yield _NOT_WATCHED
    for one in standing.next:
        yield next_line(one)
    if standing.modes.quiet_until is not None:
        yield mode_line("quiet", standing.modes.quiet_until, zone)
    if standing.modes.reading_until is not None:
        yield mode_line("reading", standing.modes.reading_until, zone)
    yield from standing.unknown
    yield f"Today: {sum_text(today)}"


def next_line(one: NextBreak) -> str:
    what, length = KIND_WORDS[one.kind], length_text(one.in_s)
    if one.follows:
        return f"{what} comes again in {length}."
    if not one.held_by:
        return f"{what} after {length} more of work."
    if not one.in_s:
        return f"{what}: due, and comes some minutes after this one."
    return f"{what}: comes in {length} at the earliest, because {_reason(one.held_by)}."


def open_line(standing: BreakStanding) -> str:
    if standing.open is None:
        return ""
    record = standing.open.record
    what = KIND_WORDS[record.kind]
    if standing.open.stage is Stage.RUNNING:
        gone, whole = length_text(standing.open.elapsed_s), length_text(record.length_s)
        return f"{what}: {gone} of {whole} are over."
    if standing.open.stage is Stage.OFFERED:
        return f"{what}: due now."
    return f"{what}: due, and waits because {_reason(record.reason)}."


def list_lines(
    records: Sequence[BreakRecord], activity: Iterable[ActivityStretch], zone: tzinfo
) -> Iterator[str]:
    for record in records:
        yield record_line(record, zone)
    yield f"{sum_text(records)}"
    seconds = dict.fromkeys(ActivityKind, 0.0)
    for stretch in activity:
        seconds[stretch.kind] += stretch.length_s
    told = [f"{length_text(found)} {_ACTIVITY[kind]}" for kind, found in seconds.items() if found]
    if told:
        yield f"{', '.join(told)}."


def record_line(record: BreakRecord, zone: tzinfo) -> str:
    """Such as ``2026-11-23 10:00  Rest break: taken, 5m of rest``."""
    at = record.due_at.astimezone(zone)
    parts = [f"{at:%Y-%m-%d %H:%M}  {KIND_WORDS[record.kind]}: {_outcome(record)}"]
    if record.reason:
        parts.append(_reason(record.reason))
    if record.rest_s and record.kind is not BreakKind.DAILY_LIMIT:
        parts.append(f"{length_text(record.rest_s)} of rest")
    if record.input_s:
        parts.append(f"{length_text(record.input_s)} of typing or mouse")
    return ", ".join(parts)


def _outcome(record: BreakRecord) -> str:
    if record.outcome is None:
        return "open, of your own accord" if record.is_own else "open"
    if not record.is_counted:
        return "of your own accord, broken off and not counted"
    return f"{OUTCOME_WORDS[record.outcome]}{', of your own accord' if record.is_own else ''}"


def sum_text(records: Sequence[BreakRecord]) -> str:
    counted = tally(records)
    if not counted.due:
        return _NEVER
    told = [
        f"{counted.outcomes[outcome]} {OUTCOME_WORDS[outcome]}"
        for outcome in Outcome
        if counted.outcomes[outcome]
    ]
    told += [f"{counted.open} open"] if counted.open else []
    return f"{counted.due} due: {', '.join(told)}."


def mode_line(mode: str, until: datetime | None, zone: tzinfo) -> str:
    if until is None:
        return "Breaks come as usual." if mode == "quiet" else "Quiet keys count as being away."
    at = f"{until.astimezone(zone):%H:%M}"
    if mode == "quiet":
        return f"Quiet until {at}: no break is offered before."
    return f"Reading until {at}: quiet keys do not count as being away."


def settings_lines(settings: Settings) -> Iterator[str]:
    """One sentence for each choice."""
    if not settings.is_on:
        yield _OFF
        return
    for kind, one in ((BreakKind.REST, settings.rest), (BreakKind.MICRO, settings.micro)):
        length, work = length_text(one.length_s), length_text(one.work_s)
        yield f"{KIND_WORDS[kind]}: {f'{length} after {work} of work' if one.is_on else 'off'}."
    limit_s = settings.daily_limit_s
    yield f"Daily limit: {'off' if limit_s is None else length_text(limit_s)}."
    times = settings.longest_postponing
    often = "once" if times == 1 else f"{times} times"
    if times:
        yield f"Postponed by {length_text(settings.postpone_s)}, at most {often} in a row."
    else:
        yield "Breaks cannot be postponed."
    if settings.is_strict:
        yield "Strict: breaks are neither postponed nor skipped."
    waits = "wait" if settings.minds_full_screen else "come also"
    yield f"Breaks {waits} while a program fills the screen."


def _reason(reason: str) -> str:
    return REASON_WORDS.get(reason, reason)
