"""How `focus` tells blocks, in plain lines."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_when import after, elsewhere, moment, stretch
from workspace_assistant.core.focus.accounting import remaining_s, state, worked_s
from workspace_assistant.core.focus.labels import CAUSES, GAP_REASONS, STATES
from workspace_assistant.core.focus.model import Block, ClockChange, Gap, Interruption
from workspace_assistant.core.focus.recovery import Evidence
from workspace_assistant.core.lengths import length_text

if TYPE_CHECKING:
    from workspace_assistant.core.focus.exchange.preview import Cut, Preview

SHORT_ID = 8


def block_line(block: Block, now: datetime, zone: tzinfo, day: date) -> str:
    """One line of *day*: id, when, what, how long, how it stands."""
    parts = [
        f"{block.id[:SHORT_ID]}  {stretch(block.started_at, block.ended_at, zone, day):<11}",
        f"{length_text(worked_s(block, now)):>10}",
        f"{_what(block)}{elsewhere(block, zone)}",
        STATES[state(block, now)],
    ]
    return "  ".join(parts)


def detail_lines(block: Block, now: datetime, zone: tzinfo, day: date) -> list[str]:
    """What happened inside, in order: gaps, interruptions, a clock that was set."""
    lines = [(gap.started_at, _gap_line(gap, now, zone, day)) for gap in block.gaps]
    lines += [
        (one.at, _interruption_line(number, one, zone, day))
        for number, one in enumerate(block.interruptions, 1)
    ]
    lines += [(change.at, _clock_line(change, zone, day)) for change in block.clock_changes]
    return [line for _, line in sorted(lines)]


def status_lines(block: Block, now: datetime, zone: tzinfo, today: date) -> list[str]:
    """The open block: how it stands, since when, how long, and what is left."""
    since = moment(block.started_at, zone, today)
    lines = [
        f"{STATES[state(block, now)]}: {_what(block)}, since {since}{elsewhere(block, zone)}",
        f"Worked: {length_text(worked_s(block, now))}{_left(remaining_s(block, now))}",
    ]
    if block.interruptions:
        lines.append(f"Interruptions: {len(block.interruptions)}")
    return lines


def evidence_line(block: Block, found: Evidence, zone: tzinfo, today: date) -> str:
    why = "The computer was restarted" if found.is_restarted else "The program ended"
    return (
        f"{why} while “{block.name}” ran. "
        f"It was last seen at {moment(found.last_seen_at, zone, today)}, "
        f"{length_text((found.now - found.last_seen_at).total_seconds())} ago. "
        "Say what is true: workspace-assistant focus recover continue|end|discard"
    )


def question_line(block: Block, gap: Gap, zone: tzinfo, today: date) -> str:
    return (
        f"{stretch(gap.started_at, gap.ended_at, zone, today)} in “{block.name}”: "
        f"{GAP_REASONS[gap.reason]}. "
        "Was that work? workspace-assistant focus answer keep|discard|break"
    )


def total_line(blocks: list[Block], now: datetime) -> str:
    worked = length_text(sum(worked_s(block, now) for block in blocks))
    broken = sum(len(block.interruptions) for block in blocks)
    return f"Worked {worked}, interrupted {broken} {'time' if broken == 1 else 'times'}"


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
    lines += [_cut_line(one) for one in preview.cuts]
    return [*lines, *preview.remarks]


def _cut_line(cut: Cut) -> str:
    """What is gone for good, not only shorter."""
    counts = (
        (cut.left_out, "new entry", "new entries"),
        (cut.removed, "block of the log", "blocks of the log"),
        (cut.interruptions, "interruption", "interruptions"),
    )
    gone = [f"{count} {one if count == 1 else many}" for count, one, many in counts if count]
    what = f"nothing is left of {', '.join(gone)}" if gone else "something is left of each"
    return f"With --overlap {cut.choice.value}: {what}"


def _when(block: Block, zone: tzinfo) -> str:
    start = block.started_at.astimezone(zone)
    end = "" if block.ended_at is None else f"-{after(block.ended_at, zone, start.date())}"
    return f"{start:%Y-%m-%d %H:%M}{end}"


def _gap_line(gap: Gap, now: datetime, zone: tzinfo, day: date) -> str:
    length = length_text(((gap.ended_at or now) - gap.started_at).total_seconds())
    open_question = ", not answered yet" if gap.is_unanswered else ""
    when = _inside(gap.started_at, gap.ended_at, zone, day) + (
        "-..." if gap.ended_at is None else ""
    )
    return f"{when}  {GAP_REASONS[gap.reason]}, {length}{open_question}"


def _interruption_line(number: int, one: Interruption, zone: tzinfo, day: date) -> str:
    next_step = f"; next: {one.next_step}" if one.next_step else ""
    what = f"{CAUSES[one.cause]} ({one.origin.value}){_note(one.note)}{next_step}"
    return f"{_inside(one.at, one.ended_at, zone, day)}  interruption {number}: {what}"


def _clock_line(change: ClockChange, zone: tzinfo, day: date) -> str:
    side = "ahead" if change.by_s > 0 else "behind"
    off = length_text(abs(change.by_s))
    at = after(change.at, zone, day)
    return f"{at}  the computer's clock was set; it then stood {off} {side}"


def _inside(start: datetime, end: datetime | None, zone: tzinfo, day: date) -> str:
    """Of a part of a block that stands under *day*."""
    ended = "" if end is None else f"-{after(end, zone, start.astimezone(zone).date())}"
    return f"{after(start, zone, day)}{ended}"


def _left(left_s: float | None) -> str:
    if left_s is None:
        return ""
    if left_s < 0:
        return f", {length_text(-left_s)} over the plan"
    return f", {length_text(left_s)} left"


def _what(block: Block) -> str:
    return f"{block.name} ({block.channel.value}{_tags(block)})"


def _tags(block: Block) -> str:
    return "".join(f", #{tag}" for tag in block.tags)


def _note(note: str) -> str:
    return f": {note}" if note else ""
