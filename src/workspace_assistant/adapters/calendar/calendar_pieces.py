"""Cuts the text of a calendar into its components, so that each can be understood by itself.

Knows of iCalendar only how a component begins and ends and how lines are folded (RFC 5545, 3.1 and
3.4); what stands inside is for the library. Cutting first keeps one bad event from spoiling all,
and years of past events from costing time.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from datetime import date, timedelta

from workspace_assistant.core.one_line import one_line
from workspace_assistant.core.shifts.ports import WITHHELD_MARK
from workspace_assistant.core.spans import Span

MOST_EVENTS = 10_000  # that may have to do with what is asked for

_FOLD = re.compile(r"\n[ \t]")
_MARK = re.compile(
    r"^(BEGIN|END):(VCALENDAR|VEVENT|VTIMEZONE)[ \t]*$", re.MULTILINE | re.IGNORECASE
)
_HEAD_LINE = re.compile(r"^X-WR-(?:CALNAME|TIMEZONE)[;:].*$", re.MULTILINE | re.IGNORECASE)
_DAY = r".*:(\d{4})(\d\d)(\d\d)"
_STARTS = re.compile(rf"^DTSTART{_DAY}", re.MULTILINE | re.IGNORECASE)
_OVERRIDES = re.compile(rf"^RECURRENCE-ID(?![^:\n]*RANGE){_DAY}", re.MULTILINE | re.IGNORECASE)
_OVERRIDES_ANYHOW = re.compile(r"^RECURRENCE-ID", re.MULTILINE | re.IGNORECASE)
_REPEATS = re.compile(r"^(RRULE|RDATE|EXRULE)", re.MULTILINE | re.IGNORECASE)
_UID = re.compile(r"^UID[^:\n]*:(.*)$", re.MULTILINE | re.IGNORECASE)
_SUMMARY = re.compile(r"^SUMMARY[^:\n]*:(.*)$", re.MULTILINE | re.IGNORECASE)
_ESSENTIAL = re.compile(
    r"(BEGIN|END|UID|SEQUENCE|STATUS|SUMMARY|LOCATION|CATEGORIES|DTSTART|DTEND|DURATION|RRULE"
    r"|RDATE|EXRULE|EXDATE|RECURRENCE-ID)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 60
# No shift lasts as long; zones move an event by a day at the most.
_MOST_BEFORE = timedelta(days=32)
_MOST_AFTER = timedelta(days=2)


class NotACalendarError(Exception):
    """`code` is not-a-calendar, web-page or cut-short."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """A calendar cut up; each piece is whole lines, not folded.

    Attributes:
        head: lines that say the calendar's name and zone, beyond the standard.
        broken: what begins as an event and does not end as one.
    """

    head: tuple[str, ...]
    zones: tuple[str, ...]
    events: tuple[str, ...]
    broken: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """An event by its face: UID and summary as written, the first day as ``2026-11-23``."""

    uid: str
    name: str
    on: str


def cut(content: bytes) -> Pieces:
    """Raises `NotACalendarError` when *content* is no calendar, or not the whole of one."""
    text = _FOLD.sub("", _decoded(content).replace("\r\n", "\n").replace("\r", "\n"))
    marks = list(_MARK.finditer(text))
    if not any(mark[2].upper() == "VCALENDAR" for mark in marks):
        raise NotACalendarError("web-page" if _is_web_page(text) else "not-a-calendar")
    zones: list[str] = []
    events: list[str] = []
    broken: list[str] = []
    opened: re.Match[str] | None = None
    for mark in marks:
        kind, begins = mark[2].upper(), mark[1].upper() == "BEGIN"
        if opened is not None and (begins or kind != opened[2].upper()):
            broken.append(text[opened.start() : mark.start()])
            opened = None
        if kind == "VCALENDAR":
            continue
        if begins:
            opened = mark
        elif opened is not None:
            (events if kind == "VEVENT" else zones).append(text[opened.start() : mark.end()])
            opened = None
    if opened is not None or marks[-1][2].upper() != "VCALENDAR" or marks[-1][1].upper() != "END":
        raise NotACalendarError("cut-short")
    return Pieces(
        head=tuple(line[0] for line in _HEAD_LINE.finditer(text, 0, _end_of_head(marks, text))),
        zones=tuple(dict.fromkeys(zones)),  # of a CalDAV server each event brings its own
        events=tuple(events),
        broken=tuple(broken),
    )


def is_withheld(event: str) -> bool:
    """Whether it only stands for one that the server did not give out."""
    return WITHHELD_MARK in event


def essential(event: str) -> str:
    """An event without what no shift is made of: alarms, guests, pictures, texts of many pages."""
    kept = []
    depth = 0
    for line in event.split("\n"):
        depth += line[:6].upper() == "BEGIN:"
        if depth <= 1 and _ESSENTIAL.match(line):
            kept.append(line)
        depth -= line[:4].upper() == "END:"
    return "\n".join(kept)


def described(event: str) -> Described:
    """What can be said of an event that cannot be understood."""
    starts = _STARTS.search(event)
    return Described(
        uid=_word(_UID, event),
        name=_word(_SUMMARY, event)[:_LONGEST_NAME],
        on=f"{starts[1]}-{starts[2]}-{starts[3]}" if starts else "",
    )


def _word(pattern: re.Pattern[str], event: str) -> str:
    found = pattern.search(event)
    return one_line(found[1]) if found else ""


def may_matter(event: str, span: Span) -> bool:
    """Whether an event could have to do with *span*; false only where its dates rule it out."""
    if _REPEATS.search(event):
        return True
    starts = _STARTS.search(event)
    if starts is None or not _is_far(starts, span):
        return True
    if not _OVERRIDES_ANYHOW.search(event):
        return False
    replaced = _OVERRIDES.search(event)
    return replaced is None or not _is_far(replaced, span)


def _is_far(found: re.Match[str], span: Span) -> bool:
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return False
    return not span.start.date() - _MOST_BEFORE <= day <= span.end.date() + _MOST_AFTER


def _decoded(content: bytes) -> str:
    """UTF-8 as the standard wants it (RFC 5545, 6), or what exports are made of instead."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    # Lines may be folded inside a character: unfold what is still bytes.
    whole = content.replace(b"\r\n ", b"").replace(b"\r\n\t", b"")
    try:
        return whole.decode("utf-8-sig")
    except UnicodeDecodeError:
        return whole.decode("cp1252", "replace")


def _is_web_page(text: str) -> bool:
    beginning = text[:2048].lstrip("\ufeff \n\t").lower()
    return beginning.startswith("<") and ("<html" in beginning or "<!doctype" in beginning)


def _end_of_head(marks: list[re.Match[str]], text: str) -> int:
    inner = (mark.start() for mark in marks if mark[2].upper() != "VCALENDAR")
    return next(inner, len(text))
