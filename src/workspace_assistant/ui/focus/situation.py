"""Everything the focus page depends on, as one value; the session changes it step by step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.answers import Question
from workspace_assistant.core.focus.exchange.parsed import Parsed
from workspace_assistant.core.focus.exchange.preview import Preview
from workspace_assistant.core.focus.model import Block, Interruption
from workspace_assistant.core.focus.service import Now
from workspace_assistant.core.focus.shift_frames import ShiftFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of the log: it lasts from 04:00 to 04:00, and has the blocks that touch it.

    Attributes:
        frames: the shifts that touch it.
        unreadable: how many entries of it cannot be read.
    """

    on: date
    today: date
    start: datetime
    end: datetime
    blocks: tuple[Block, ...]
    frames: tuple[ShiftFrame, ...] = ()
    unreadable: int = 0

    @property
    def is_today(self) -> bool:
        return self.on == self.today


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Something that was just done and can be taken back."""

    change_id: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """The person is back from an interruption that took long."""

    block_id: str
    interruption: Interruption


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A correction that would overlap others, and how to do it all the same."""

    sentence: str
    block_id: str
    retry: Callable[[str], None]  # with the choice's value


@dataclass(frozen=True, slots=True, kw_only=True)
class Importing:
    """A file that is to be taken over.

    Attributes:
        kind: how it is read, empty to find out; `date_order` likewise.
        parsed, preview: what was understood; None while it is read, and where it cannot be.
        trouble: why it cannot be read.
    """

    file: Path
    kind: str = ""
    date_order: str = ""
    parsed: Parsed | None = None
    preview: Preview | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What the page knows.

    Attributes:
        now: the open block and the log's time; None before the first look.
        shown_on: the day that is looked at; None for today, whichever that is.
        recent: the latest block of each name used last.
        questions: absences that wait for an answer, newest first.
        trouble: why the log cannot be read, in the user's words; empty when it can.
        needs_repair: that is so because the running block cannot be read.
        refused: why the last act was refused.
        offer: what can be taken back.
        ended: the block that was stopped last, until another one starts.
        came_back: a long interruption that is over, until the person goes on.
        editing: the id of the block being edited; empty for a new one, None when none is.
        conflict: the overlap that a correction ran into.
        importing: the file that is to be taken over.
        unknown: what cannot be noticed on this computer while a block runs, in sentences.
        frames: the shifts around the open block.
        last_plan: what was started last in this window: the start field remembers.
    """

    now: Now | None = None
    shown_on: date | None = None
    day: Day | None = None
    recent: tuple[Block, ...] = ()
    questions: tuple[Question, ...] = ()
    trouble: str = ""
    needs_repair: bool = False
    refused: str = ""
    offer: Offer | None = None
    ended: Block | None = None
    came_back: Return | None = None
    editing: str | None = None
    conflict: Conflict | None = None
    importing: Importing | None = None
    unknown: tuple[str, ...] = ()
    frames: tuple[ShiftFrame, ...] = ()
    last_plan: Plan | None = None

    @property
    def block(self) -> Block | None:
        return self.now.block if self.now else None

    @property
    def not_noticed(self) -> tuple[str, ...]:
        """What this window's watcher cannot sense, or that of the program that watches instead."""
        return self.unknown or (self.now.unknown if self.now else ())

    @property
    def proven_at(self) -> datetime | None:
        """Until when the open block is proven: now, or the last sign of it."""
        if self.now is None:
            return None
        found = self.now.left_alone
        return self.now.at if found is None else found.last_seen_at
