"""How `focus` tells blocks, in plain lines."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_when import after, elsewhere, moment, stretch
from workspace_assistant.cli.language import worded
from workspace_assistant.core.focus.accounting import remaining_s, state, worked_s
from workspace_assistant.core.focus.labels import CAUSES, CHANNELS, GAP_REASONS, ORIGINS, STATES
from workspace_assistant.core.focus.model import Block, ClockChange, Gap, Interruption
from workspace_assistant.core.focus.recovery import Evidence
from workspace_assistant.core.joining import joined
from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.core.focus.exchange.preview import Cut, Overlap, Preview

SHORT_ID = 8

_RESTARTED = QT_TRANSLATE_NOOP(
    "cli",
    "The computer was restarted while “{name}” ran. It was last seen at {time}, {length} ago. Say "
    "what is true: {command}",
)
_ENDED = QT_TRANSLATE_NOOP(
    "cli",
    "The program ended while “{name}” ran. It was last seen at {time}, {length} ago. Say what is "
    "true: {command}",
)
_INTERRUPTIONS = QT_TRANSLATE_NOOP("cli", "{count} interruptions")
_ENTRIES = (
    QT_TRANSLATE_NOOP("cli", "1 new entry"),
    QT_TRANSLATE_NOOP("cli", "{count} new entries"),
)
_BLOCKS = (
    QT_TRANSLATE_NOOP("cli", "1 block of the log"),
    QT_TRANSLATE_NOOP("cli", "{count} blocks of the log"),
)
_INTERRUPTION = QT_TRANSLATE_NOOP("cli", "interruption {number}: {what}")
_INTERRUPTION_NEXT = QT_TRANSLATE_NOOP("cli", "interruption {number}: {what}; next: {step}")
_CLOCK_AHEAD = QT_TRANSLATE_NOOP(
    "cli", "the computer's clock was set; it then stood {length} ahead"
)
_CLOCK_BEHIND = QT_TRANSLATE_NOOP(
    "cli", "the computer's clock was set; it then stood {length} behind"
)


def block_line(block: Block, now: datetime, zone: tzinfo, day: date) -> str:
    """One line of *day*: id, when, what, how long, how it stands."""
    parts = [
        f"{block.id[:SHORT_ID]}  {stretch(block.started_at, block.ended_at, zone, day):<11}",
        f"{length_text(worked_s(block, now)):>10}",
        f"{_what(block)}{elsewhere(block, zone)}",
        worded(STATES[state(block, now)]),
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
        worded(
            "{state}: {block}, since {time}",
            state=worded(STATES[state(block, now)]),
            block=_what(block),
            time=f"{since}{elsewhere(block, zone)}",
        ),
        _worked(length_text(worked_s(block, now)), remaining_s(block, now)),
    ]
    if block.interruptions:
        lines.append(worded("Interruptions: {number}", number=str(len(block.interruptions))))
    return lines


def evidence_line(block: Block, found: Evidence, zone: tzinfo, today: date) -> str:
    return worded(
        _RESTARTED if found.is_restarted else _ENDED,
        name=block.name,
        time=moment(found.last_seen_at, zone, today),
        length=length_text((found.now - found.last_seen_at).total_seconds()),
        command="workspace-assistant focus recover continue|end|discard",
    )


def question_line(block: Block, gap: Gap, zone: tzinfo, today: date) -> str:
    return worded(
        "{span} in “{name}”: {reason}. Was that work? {command}",
        span=stretch(gap.started_at, gap.ended_at, zone, today),
        name=block.name,
        reason=worded(GAP_REASONS[gap.reason]),
        command="workspace-assistant focus answer keep|discard|break",
    )


def total_line(blocks: list[Block], now: datetime) -> str:
    worked = length_text(sum(worked_s(block, now) for block in blocks))
    broken = sum(len(block.interruptions) for block in blocks)
    if broken == 1:
        return worded("Worked {worked}, interrupted 1 time", worked=worked)
    return worded("Worked {worked}, interrupted {count} times", worked=worked, count=str(broken))


def interruptions_text(count: int) -> str:
    return worded("1 interruption") if count == 1 else worded(_INTERRUPTIONS, count=str(count))


def preview_lines(preview: Preview, zone: tzinfo) -> list[str]:
    """What an import would do: in numbers first, then everything that needs a look."""
    known, shared = len(preview.duplicates), len(preview.overlaps)
    lines = [
        worded(
            "{new} new, {known} already there, {shared} overlapping, {faulty} not understood",
            new=str(len(preview.new)),
            known=str(known),
            shared=str(shared),
            faulty=str(len(preview.faults)),
        )
    ]
    lines += [
        worded("{place}: {reason}", place=worded(fault.place), reason=worded(fault.reason))
        for fault in preview.faults
    ]
    lines += [_overlap_line(one, zone) for one in preview.overlaps]
    lines += [_cut_line(one) for one in preview.cuts]
    return [*lines, *map(worded, preview.remarks)]


def _overlap_line(one: Overlap, zone: tzinfo) -> str:
    return worded(
        "{time} “{name}” overlaps {others}",
        time=_when(one.block, zone),
        name=one.block.name,
        others=joined((f"“{other.name}” ({_when(other, zone)})" for other in one.others), worded),
    )


def _cut_line(cut: Cut) -> str:
    """What is gone for good, not only shorter."""
    option = f"--overlap {cut.choice.value}"
    counts = ((cut.left_out, _ENTRIES), (cut.removed, _BLOCKS))
    gone = [
        worded(one) if count == 1 else worded(many, count=str(count))
        for count, (one, many) in counts
        if count
    ]
    if cut.interruptions:
        gone.append(interruptions_text(cut.interruptions))
    if not gone:
        return worded("With {option}: something is left of each", option=option)
    return worded(
        "With {option}: nothing is left of {gone}", option=option, gone=joined(gone, worded)
    )


def _when(block: Block, zone: tzinfo) -> str:
    start = block.started_at.astimezone(zone)
    end = "" if block.ended_at is None else f"-{after(block.ended_at, zone, start.date())}"
    return f"{start:%Y-%m-%d %H:%M}{end}"


def _gap_line(gap: Gap, now: datetime, zone: tzinfo, day: date) -> str:
    length = length_text(((gap.ended_at or now) - gap.started_at).total_seconds())
    when = _inside(gap.started_at, gap.ended_at, zone, day) + (
        "-..." if gap.ended_at is None else ""
    )
    parts = {"reason": worded(GAP_REASONS[gap.reason]), "length": length}
    if gap.is_unanswered:
        return f"{when}  {worded('{reason}, {length}, not answered yet', **parts)}"
    return f"{when}  {worded('{reason}, {length}', **parts)}"


def _interruption_line(number: int, one: Interruption, zone: tzinfo, day: date) -> str:
    what = f"{worded(CAUSES[one.cause])} ({worded(ORIGINS[one.origin])}){_note(one.note)}"
    parts = {"number": str(number), "what": what, "step": one.next_step}
    told = worded(_INTERRUPTION_NEXT if one.next_step else _INTERRUPTION, **parts)
    return f"{_inside(one.at, one.ended_at, zone, day)}  {told}"


def _clock_line(change: ClockChange, zone: tzinfo, day: date) -> str:
    off = length_text(abs(change.by_s))
    told = worded(_CLOCK_AHEAD if change.by_s > 0 else _CLOCK_BEHIND, length=off)
    return f"{after(change.at, zone, day)}  {told}"


def _inside(start: datetime, end: datetime | None, zone: tzinfo, day: date) -> str:
    """Of a part of a block that stands under *day*."""
    ended = "" if end is None else f"-{after(end, zone, start.astimezone(zone).date())}"
    return f"{after(start, zone, day)}{ended}"


def _worked(worked: str, left_s: float | None) -> str:
    if left_s is None:
        return worded("Worked: {worked}", worked=worked)
    left = length_text(abs(left_s))
    if left_s < 0:
        return worded("Worked: {worked}, {length} over the plan", worked=worked, length=left)
    return worded("Worked: {worked}, {length} left", worked=worked, length=left)


def _what(block: Block) -> str:
    return f"{block.name} ({worded(CHANNELS[block.channel])}{_tags(block)})"


def _tags(block: Block) -> str:
    return "".join(f", #{tag}" for tag in block.tags)


def _note(note: str) -> str:
    return f": {note}" if note else ""
