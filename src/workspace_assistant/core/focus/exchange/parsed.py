"""What was understood of a file, and what was not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import TypeVar

from workspace_assistant.core.days import FIRST_YEAR, LAST_YEAR
from workspace_assistant.core.errors import SaidError
from workspace_assistant.core.focus.documents import instant
from workspace_assistant.core.focus.model import Block, Channel
from workspace_assistant.core.one_line import one_line
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

BLOCK = QT_TRANSLATE_NOOP("focus", "block {number}")
ENTRY = QT_TRANSLATE_NOOP("focus", "entry {number}")
LINE = QT_TRANSLATE_NOOP("focus", "line {number}")
_ENDS_FIRST = QT_TRANSLATE_NOOP("focus", "ends before it starts")
_OUTSIDE = QT_TRANSLATE_NOOP("focus", "lies outside the years {first} to {last}")

ValueT = TypeVar("ValueT")

MOST_ENTRIES = 200_000
_LONGEST_NAME = 500
_LONGEST_TAG = 100
_LONGEST_READ = 5000  # of a name or a tag, before it is tidied
_LONGEST_QUOTE = 60
_TAG_MARKS = "#"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One entry that cannot be taken over.

    Attributes:
        place: where in the file: ``line 7``, ``entry 3``.
        reason: why, an English clause.
    """

    place: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """Attributes: `remarks` tell what was left out on purpose, or guessed."""

    blocks: tuple[Block, ...]
    faults: tuple[Fault, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """How a file is read.

    Attributes:
        zone: IANA name; times without an offset are local times there.
        utc_offset_s: offset of a zone at an instant.
        new_id: gives an id that was never used.
        date_order: ``mdy`` or ``dmy`` for dates such as 01/02/2026; None to find out.
    """

    zone: str
    utc_offset_s: Callable[[datetime, str], int]
    new_id: Callable[[], str]
    date_order: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a foreign log."""

    name: str
    started_at: datetime
    ended_at: datetime
    tags: tuple[str, ...] = ()


class EntryError(SaidError, ValueError):
    """An entry that cannot be taken over; the message is the reason."""


def block_of_entry(entry: Entry, program: str, taking: Taking) -> Block:
    """Raises `EntryError` for an entry that no block can be made of."""
    in_calendar(entry.started_at)
    in_calendar(entry.ended_at)
    if entry.ended_at < entry.started_at:
        raise EntryError(_ENDS_FIRST)
    name = one_line(entry.name[:_LONGEST_READ])[:_LONGEST_NAME].rstrip() or program
    tags = tuple(dict.fromkeys(filter(None, map(_tag, entry.tags))))
    return Block(
        id=taking.new_id(),
        name=name,
        channel=_channel(tags),
        tags=tags,
        started_at=entry.started_at,
        ended_at=entry.ended_at,
        time_zone=taking.zone,
        utc_offset_s=taking.utc_offset_s(entry.started_at, taking.zone),
        source=source_of(program, entry.started_at, entry.ended_at, name),
    )


def in_calendar(at: datetime) -> datetime:
    """The same; raises `EntryError` for a year that no log is kept for."""
    if not FIRST_YEAR < at.year < LAST_YEAR:  # the first and the last: by their zone
        raise EntryError(_OUTSIDE, first=str(FIRST_YEAR + 1), last=str(LAST_YEAR - 1))
    return at


def quoted(text: str) -> str:
    """The beginning of what a file holds, for a sentence about it."""
    tidy = one_line(text[:_LONGEST_READ])
    return f"“{tidy[:_LONGEST_QUOTE]}{'…' if len(tidy) > _LONGEST_QUOTE else ''}”"


def source_of(program: str, started_at: datetime, ended_at: datetime, name: str) -> str:
    """Says of two imports whether they brought the same entry: the same program, times and name."""
    digest = sha256(name.encode(errors="surrogatepass")).hexdigest()[:12]
    return f"{program}:{instant(started_at)}/{instant(ended_at)}:{digest}"


def gathered(blocks: list[Block], faults: list[Fault], remarks: tuple[str, ...] = ()) -> Parsed:
    ordered = sorted(blocks, key=lambda block: block.started_at)
    return Parsed(blocks=tuple(ordered), faults=tuple(faults), remarks=remarks)


def each(
    entries: list[ValueT], place: str, first: int, make: Callable[[ValueT], Block | None]
) -> tuple[list[Block], list[Fault]]:
    """Blocks of all entries that can be read, faults of the others; None is left out silently.

    *place* is a name of theirs with the place ``number``, marked for translation.
    """
    blocks: list[Block] = []
    faults: list[Fault] = []
    for number, entry in enumerate(entries, first):
        try:
            block = make(entry)
        except EntryError as error:
            faults.append(Fault(place=Phrase(place, number=str(number)), reason=error.phrase))
        else:
            blocks += [] if block is None else [block]
    return blocks, faults


def _tag(text: str) -> str:
    return one_line(text[:_LONGEST_READ]).lstrip(_TAG_MARKS)[:_LONGEST_TAG].strip()


def _channel(tags: tuple[str, ...]) -> Channel:
    """The channel that one of the tags names."""
    named = {channel.value: channel for channel in Channel}
    return next((named[tag.lower()] for tag in tags if tag.lower() in named), Channel.OTHER)
