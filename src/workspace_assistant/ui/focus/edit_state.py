"""A correction as a form: what its fields hold at first, and what they mean. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from workspace_assistant.core.focus.acts import usual_origin
from workspace_assistant.core.focus.corrections import BlockDraft, BlockEdit
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.gaps import GapDraft
from workspace_assistant.core.focus.interruptions import InterruptionDraft, InterruptionEdit
from workspace_assistant.core.focus.labels import CAUSES, ORIGINS
from workspace_assistant.core.focus.model import Block, Cause, Channel, Interruption, Origin
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.clock_text import instant_in, instant_on
from workspace_assistant.ui.focus.day_state import times_of
from workspace_assistant.ui.focus.gap_state import GapRow, gap_rows
from workspace_assistant.ui.focus.situation import Conflict, Day, Situation
from workspace_assistant.ui.focus.start_state import name_and_tags, written_length_s
from workspace_assistant.ui.wording.durations import writable
from workspace_assistant.ui.wording.wording import Wording

_A_DAY = timedelta(days=1)
_AN_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditForm:
    """The fields as they are written."""

    name: str = ""
    tags: str = ""
    channel: Channel = Channel.PHONE
    start: str = ""
    end: str = ""
    planned: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterruptionRow:
    """An interruption of the block; each change of it is kept at once."""

    id: str
    cause: Cause
    origin: Origin
    time: str
    note: str
    cause_label: str
    cause_description: str
    time_description: str
    note_description: str
    delete_description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """A block to merge with."""

    block_id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditState:
    """What is corrected.

    Attributes:
        block_id: empty for a new block.
        is_open: it still runs, so its end may stay empty.
        gaps: its pauses and absences.
        split_at: a time to split at first, empty where nothing can be split.
        merges: the blocks before and after it, which it can be merged with.
        conflict: why it cannot be as it was wanted, empty for no reason.
    """

    block_id: str
    title: str
    form: EditForm
    is_open: bool
    interruptions: tuple[InterruptionRow, ...]
    gaps: tuple[GapRow, ...]
    split_at: str
    merges: tuple[Merge, ...]
    conflict: str


def edit_state(now: Situation, wording: Wording) -> EditState | None:
    """None while nothing is corrected, or what was is gone."""
    if now.editing is None or now.day is None or now.proven_at is None:
        return None
    conflict = _told(now.conflict, now.editing)
    if not now.editing:
        return _new_block(now.day, conflict, wording)
    block = next((one for one in now.day.blocks if one.id == now.editing), None)
    if block is None:
        return None
    end = block.ended_at or now.proven_at
    return EditState(
        block_id=block.id,
        title=wording.say(texts.EDIT_TITLE, name=block.name),
        form=form_of_block(block, wording),
        is_open=block.is_open,
        interruptions=tuple(_interruption(one, wording) for one in block.interruptions),
        gaps=gap_rows(block, end, wording),
        split_at=wording.clock(block.started_at + (end - block.started_at) / 2),
        merges=tuple(_merge(one, wording) for one in _neighbors(block, now.day.blocks)),
        conflict=conflict,
    )


def form_of_block(block: Block, wording: Wording) -> EditForm:
    return EditForm(
        name=block.name,
        tags=" ".join(f"#{tag}" for tag in block.tags),
        channel=block.channel,
        start=wording.clock(block.started_at),
        end=wording.clock(block.ended_at) if block.ended_at else "",
        planned="" if block.planned_s is None else writable(block.planned_s),
    )


def edit_of(form: EditForm, block: Block, day: Day, wording: Wording) -> BlockEdit:
    """What the user changed of *block*; a time that reads as before stays to the second.

    Raises `FocusError` for fields that cannot be understood.
    """
    was = form_of_block(block, wording)
    start = None
    if form.start.strip() != was.start:
        first = day.start if block.started_at >= day.start else day.start - _A_DAY
        start = instant_on(form.start, first, day.end, wording, near=block.started_at)
    planned_s = _planned_s(form) if form.planned.strip() != was.planned else None
    return BlockEdit(
        name=form.name,
        channel=form.channel,
        tags=_tags(form.tags),
        planned_s=planned_s,
        drops_plan=block.planned_s is not None and not form.planned.strip(),
        started_at=start,
        ended_at=_end(form, was, block, start, wording),
    )


def draft_of(form: EditForm, day: Day, wording: Wording) -> BlockDraft:
    """The block that the user writes down; raises `FocusError` for fields not understood."""
    if not form.start.strip() or not form.end.strip():
        raise FocusError(texts.END_MISSING)
    start = instant_on(form.start, day.start, day.end, wording)
    end = instant_on(form.end, start + _AN_INSTANT, start + _A_DAY, wording)
    return BlockDraft(
        name=form.name,
        channel=form.channel,
        tags=_tags(form.tags),
        planned_s=_planned_s(form),
        started_at=start,
        ended_at=end,
    )


def split_at(text: str, block: Block, now_at: datetime, wording: Wording) -> datetime:
    """Where to split; raises `FocusError` for what is no time inside the block."""
    return instant_in(text, block.started_at, block.ended_at or now_at, wording)


def new_gap(start: str, end: str, block: Block, now_at: datetime, wording: Wording) -> GapDraft:
    """A pause in the block; raises `FocusError` for what is no time in it."""
    first = block.started_at - _AN_INSTANT
    last = (block.ended_at or now_at) + _AN_INSTANT
    begin = instant_in(start, _to_the_minute(first), last, wording)
    over = instant_in(end, begin, last + timedelta(minutes=1), wording)
    return GapDraft(
        started_at=max(begin, block.started_at), ended_at=min(over, block.ended_at or now_at)
    )


def _to_the_minute(at: datetime) -> datetime:
    """Who writes the minute in which a block began means its start."""
    return at.replace(second=0, microsecond=0) - _AN_INSTANT


def new_interruption(cause: Cause, block: Block, now_at: datetime) -> InterruptionDraft:
    """In the middle of the block, until the user says when it was."""
    end = block.ended_at or now_at
    middle = block.started_at + (end - block.started_at) / 2
    return InterruptionDraft(cause=cause, at=middle.replace(microsecond=0))


def moved_interruption(
    text: str, one: Interruption, block: Block, now_at: datetime, wording: Wording
) -> InterruptionEdit:
    """At another time, as long as before; raises `FocusError` for a time outside the block."""
    at = instant_in(
        text, block.started_at - _AN_INSTANT, (block.ended_at or now_at) + _AN_INSTANT, wording
    )
    ended_at = None if one.ended_at is None else one.ended_at + (at - one.at)
    return InterruptionEdit(at=at, ended_at=ended_at)


def _new_block(day: Day, conflict: str, wording: Wording) -> EditState:
    return EditState(
        block_id="",
        title=wording.say(texts.ADD_TITLE),
        form=EditForm(),
        is_open=False,
        interruptions=(),
        gaps=(),
        split_at="",
        merges=(),
        conflict=conflict,
    )


def _interruption(one: Interruption, wording: Wording) -> InterruptionRow:
    cause, time = _cause(one, wording), wording.clock(one.at)
    return InterruptionRow(
        id=one.id,
        cause=one.cause,
        origin=one.origin,
        time=time,
        note=one.note,
        cause_label=cause,
        cause_description=wording.say(texts.INTERRUPTION_CAUSE, time=time, cause=cause),
        time_description=wording.say(texts.INTERRUPTION_TIME, cause=cause),
        note_description=wording.say(texts.INTERRUPTION_NOTE, time=time),
        delete_description=wording.say(texts.DELETE_INTERRUPTION_NAMED, time=time, cause=cause),
    )


def _cause(one: Interruption, wording: Wording) -> str:
    """Its origin is told where that is not the usual one."""
    cause = wording.say(CAUSES[one.cause])
    if one.origin is usual_origin(one.cause):
        return cause
    origin = wording.say(ORIGINS[one.origin])
    return wording.say(texts.CAUSE_AND_ORIGIN, cause=cause, origin=origin)


def _told(conflict: Conflict | None, block_id: str) -> str:
    """The overlap that this very correction ran into."""
    return conflict.sentence if conflict is not None and conflict.block_id == block_id else ""


def _neighbors(block: Block, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of the day that come just before and just after."""
    order = sorted(blocks, key=lambda one: one.started_at)
    place = order.index(block)
    return (*order[max(place - 1, 0) : place], *order[place + 1 : place + 2])


def _merge(other: Block, wording: Wording) -> Merge:
    times = times_of(other.started_at, other.ended_at, wording)
    label = wording.say(texts.MERGE_WITH, name=other.name, times=times)
    return Merge(block_id=other.id, label=label)


def _end(
    form: EditForm, was: EditForm, block: Block, start: datetime | None, wording: Wording
) -> datetime | None:
    """Another end, on whichever side of midnight it lies after the start."""
    if form.end.strip() in {was.end, ""}:
        return None
    begin = start or block.started_at
    latest = max(begin + _A_DAY, (block.ended_at or begin) + _AN_INSTANT)
    return instant_on(form.end, begin + _AN_INSTANT, latest, wording, near=block.ended_at)


def _planned_s(form: EditForm) -> float | None:
    return written_length_s(form.planned) if form.planned.strip() else None


def _tags(text: str) -> tuple[str, ...]:
    """Words, with or without their number signs."""
    name, tags = name_and_tags(text.replace(",", " "))
    return (*tags, *name.split())
