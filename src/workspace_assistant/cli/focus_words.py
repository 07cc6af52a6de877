"""How `focus` tells blocks, in plain lines."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from workspace_assistant.core.focus.accounting import remaining_s, state, worked_s
from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.labels import CAUSES, GAP_REASONS, STATES
from workspace_assistant.core.focus.lengths import length_text
from workspace_assistant.core.focus.model import Block, ClockChange, Gap, Interruption
from workspace_assistant.core.focus.recovery import Evidence

if TYPE_CHECKING:
    from workspace_assistant.core.focus.exchange_service import Preview

SHORT_ID = 8


def clock(at: datetime, zone: tzinfo) -> str:
    """The time of day in *zone*."""
    return at.astimezone(zone).strftime("%H:%M")


def block_line(block: Block, now: datetime, zone: tzinfo) -> str:
    """One line: id, when, what, how long, how it stands."""
    end = "..." if block.ended_at is None else clock(block.ended_at, zone)
    parts = [
        f"{block.id[:SHORT_ID]}  {clock(block.started_at, zone)}-{end:<5}",
        f"{length_text(worked_s(block, now)):>10}",
        f"{block.name} ({block.channel.value}{_tags(block)})",
        STATES[state(block, now)],
    ]
    return "  ".join(parts)


def detail_lines(block: Block, now: datetime, zone: tzinfo) -> list[str]:
    """What happened inside, in order: gaps, interruptions, a clock that was set."""
    lines = [(gap.started_at, _gap_line(gap, now, zone)) for gap in block.gaps]
    lines += [
        (one.at, _interruption_line(number, one, zone))
        for number, one in enumerate(block.interruptions, 1)
    ]
    lines += [(change.at, _clock_line(change, zone)) for change in block.clock_changes]
    return [line for _, line in sorted(lines)]


def status_lines(block: Block, now: datetime, zone: tzinfo) -> list[str]:
    """The open block: how it stands, since when, how long, and what is left."""
    kind = f"{block.channel.value}{_tags(block)}"
    how = STATES[state(block, now)]
    lines = [
        f"{how}: {block.name} ({kind}), since {clock(block.started_at, zone)}",
        f"Worked: {length_text(worked_s(block, now))}{_left(remaining_s(block, now))}",
    ]
    if block.interruptions:
        lines.append(f"Interruptions: {len(block.interruptions)}")
    return lines


def evidence_line(block: Block, found: Evidence, zone: tzinfo) -> str:
    why = "The computer was restarted" if found.is_restarted else "The program ended"
    return (
        f"{why} while “{block.name}” ran. It was last seen at {clock(found.last_seen_at, zone)}, "
        f"{length_text((found.now - found.last_seen_at).total_seconds())} ago. "
        "Say what is true: workspace-assistant focus recover continue|end|discard"
    )


def question_line(block: Block, gap: Gap, zone: tzinfo) -> str:
    end = "..." if gap.ended_at is None else clock(gap.ended_at, zone)
    return (
        f"{clock(gap.started_at, zone)}-{end} in “{block.name}”: {GAP_REASONS[gap.reason]}. "
        "Was that work? workspace-assistant focus answer keep|discard|break"
    )


def total_line(blocks: list[Block], now: datetime) -> str:
    worked = length_text(sum(worked_s(block, now) for block in blocks))
    broken = sum(len(block.interruptions) for block in blocks)
    return f"Worked {worked}, interrupted {broken} {'time' if broken == 1 else 'times'}"


def change_line(change: Change, zone: tzinfo) -> str:
    at = change.at.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")
    blocks = ", ".join(one.block_id[:SHORT_ID] for one in change.differences) or "no block"
    taken_back = "" if change.undoes is None else f" of change {change.undoes}"
    return f"{change.id:>6}  {at}  {change.actor:<12}  {change.action}{taken_back}  ({blocks})"


def preview_lines(preview: Preview, zone: tzinfo) -> list[str]:
    """What an import would do: in numbers first, then everything that needs a look."""
    known, shared = len(preview.duplicates), len(preview.overlaps)
    sums = f"{len(preview.new)} new, {known} already there, {shared} overlapping, "
    lines = [f"{sums}{len(preview.faults)} not understood"]
    lines += [f"{fault.place}: {fault.reason}" for fault in preview.faults]
    lines += [
        f"{_when(one.block, zone)} “{one.block.name}” overlaps "
        + ", ".join(f"“{other.name}” ({_when(other, zone)})" for other in one.others)
        for one in preview.overlaps
    ]
    return [*lines, *preview.remarks]


def _when(block: Block, zone: tzinfo) -> str:
    start = block.started_at.astimezone(zone).strftime("%Y-%m-%d %H:%M")
    return start if block.ended_at is None else f"{start}-{clock(block.ended_at, zone)}"


def _gap_line(gap: Gap, now: datetime, zone: tzinfo) -> str:
    end = "..." if gap.ended_at is None else clock(gap.ended_at, zone)
    length = length_text(((gap.ended_at or now) - gap.started_at).total_seconds())
    open_question = ", not answered yet" if gap.is_unanswered else ""
    return (
        f"{clock(gap.started_at, zone)}-{end}  {GAP_REASONS[gap.reason]}, {length}{open_question}"
    )


def _interruption_line(number: int, one: Interruption, zone: tzinfo) -> str:
    back = "" if one.ended_at is None else f"-{clock(one.ended_at, zone)}"
    what = f"{CAUSES[one.cause]} ({one.origin.value}){_note(one.note)}"
    return f"{clock(one.at, zone)}{back}  interruption {number}: {what}"


def _clock_line(change: ClockChange, zone: tzinfo) -> str:
    side = "ahead" if change.by_s > 0 else "behind"
    off = length_text(abs(change.by_s))
    return f"{clock(change.at, zone)}  the computer's clock was set; it then stood {off} {side}"


def _left(left_s: float | None) -> str:
    if left_s is None:
        return ""
    if left_s < 0:
        return f", {length_text(-left_s)} over the plan"
    return f", {length_text(left_s)} left"


def _tags(block: Block) -> str:
    return "".join(f", #{tag}" for tag in block.tags)


def _note(note: str) -> str:
    return f": {note}" if note else ""
