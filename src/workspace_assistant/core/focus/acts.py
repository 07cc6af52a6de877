"""What a person does with the running block. Each takes the block and gives the new one.

*now* is the log's time and never before anything the block already holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.accounting import is_wanted, open_gap
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import (
    Block,
    Cause,
    Channel,
    Gap,
    GapReason,
    Interruption,
    Origin,
)
from workspace_assistant.core.one_line import one_line

LONGEST_TEXT = 2000  # characters of a name, a tag or a note
_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a person says when a block starts; `planned_s` None is flow mode."""

    name: str
    channel: Channel = Channel.OTHER
    tags: tuple[str, ...] = ()
    planned_s: float | None = None


def paused(block: Block, now: datetime, gap_id: str, reason: GapReason = GapReason.PAUSE) -> Block:
    gap = open_gap(block)
    if gap is not None and is_wanted(gap):
        raise FocusError(texts.ALREADY_PAUSED, name=block.name)
    here = with_gap_closed(block, now)
    return replace(here, gaps=(*here.gaps, Gap(id=gap_id, started_at=now, reason=reason)))


def resumed(block: Block, now: datetime) -> Block:
    if open_gap(block) is None:
        raise FocusError(texts.NOT_PAUSED, name=block.name)
    return with_gap_closed(block, now)


def extended(block: Block, by_s: float) -> Block:
    """With so much more planned; negative for less."""
    if block.planned_s is None:
        raise FocusError(texts.NO_PLAN, name=block.name)
    if block.planned_s + by_s <= 0:
        raise FocusError(texts.PLAN_TOO_SHORT, name=block.name)
    return replace(block, planned_s=block.planned_s + by_s)


def interrupted(block: Block, interruption: Interruption) -> Block:
    inside = sorted((*block.interruptions, interruption), key=lambda one: one.at)
    return replace(block, interruptions=tuple(inside))


def back(block: Block, now: datetime) -> Block:
    """Ends the latest interruption that is still going on."""
    latest = open_interruption(block)
    if latest is None:
        raise FocusError(texts.NOT_INTERRUPTED, name=block.name)
    return with_interruption(block, replace(latest, ended_at=max(now, latest.at)))


def stopped(block: Block, now: datetime) -> Block:
    """Over. What is still open in it ends with it, but for interruptions nobody came back from."""
    here = with_gap_closed(block, now)
    return replace(here, ended_at=now, anchor=None)


def open_interruption(block: Block) -> Interruption | None:
    still = [one for one in block.interruptions if one.ended_at is None]
    return still[-1] if still else None


def with_interruption(block: Block, changed: Interruption) -> Block:
    """*changed* in the place of the interruption with its id."""
    every = [changed if one.id == changed.id else one for one in block.interruptions]
    return replace(block, interruptions=tuple(sorted(every, key=lambda one: one.at)))


def with_gap_closed(block: Block, now: datetime) -> Block:
    """Ends the open gap, if any; one without length is dropped."""
    gap = open_gap(block)
    if gap is None:
        return block
    ended = (gap_ended(gap, now),) if now > gap.started_at else ()
    return replace(block, gaps=(*block.gaps[:-1], *ended))


def gap_ended(gap: Gap, at: datetime) -> Gap:
    """The gap, over: one that nobody asked for now waits for an answer."""
    return replace(gap, ended_at=at, is_unanswered=gap.is_unanswered or not is_wanted(gap))


def tidy_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Each tag once, in order, on one line; raises `FocusError` for too long ones."""
    return tuple(dict.fromkeys(tidy for tag in tags if (tidy := tidy_text(tag))))


def named(name: str) -> str:
    """The name on one line; raises `FocusError` when nothing or too much is left."""
    tidy = tidy_text(name)
    if not tidy:
        raise FocusError(texts.NO_NAME)
    return tidy


def tidy_text(text: str) -> str:
    """On one line; raises `FocusError` for what no file of ours takes back."""
    tidy = one_line(text)
    if len(tidy) > LONGEST_TEXT:
        raise FocusError(texts.TOO_LONG, text=f"{tidy[:_SHOWN]}…", most=str(LONGEST_TEXT))
    return tidy


def usual_origin(cause: Cause) -> Origin:
    """Where an interruption comes from unless the person says otherwise."""
    return Origin.INTERNAL if cause is Cause.SELF else Origin.EXTERNAL
