"""What the page Settings shows: parts with their rows, those that a search finds. Plain Python."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workspace_assistant.core.phrases import spoken
from workspace_assistant.core.settings.managed import SET_BY_ORGANIZATION
from workspace_assistant.core.settings.model import Section
from workspace_assistant.core.settings.texts import SECTIONS
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.settings import texts
from workspace_assistant.ui.settings.change_state import change_words
from workspace_assistant.ui.settings.limit_state import limit_rows, limits_intro
from workspace_assistant.ui.settings.row_state import RowState, setting_rows
from workspace_assistant.ui.settings.situation import Seen, Situation
from workspace_assistant.ui.wording.wording import Wording

WORKPLACE, LIMITS, ALL = "workplace", "limits", "all"
_MORE = {
    LIMITS: texts.SHOW_LIMITS,
    Section.WEEK.value: texts.SHOW_TARGETS,
    Section.PRIVACY.value: texts.SHOW_AGES,
}
_MOST_CHANGES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PartState:
    """A part of the page.

    Attributes:
        order: the names of all its rows, also of those that are not shown.
        more: what the button says that shows the rest of it, or less; empty for no such button.
        can_reset: something in it was changed.
    """

    name: str
    title: str
    rows: tuple[RowState, ...]
    order: tuple[str, ...] = ()
    intro: str = ""
    more: str = ""
    can_reset: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """The page.

    Attributes:
        note: what is said in place of parts, or above them; empty for nothing.
        faults: what is wrong, a sentence each.
        changes: what can be undone, newest first: the number of the change and its words.
        can_reset: anything was changed.
        order: the names of all parts, also of those that are not shown.
        is_late: the window is to be opened anew for some of it.
    """

    parts: tuple[PartState, ...] = ()
    note: str = ""
    faults: tuple[str, ...] = ()
    changes: tuple[tuple[int, str], ...] = ()
    can_reset: bool = False
    is_late: bool = False
    file: str = ""
    order: tuple[str, ...] = ()


def page_state(situation: Situation, search: str, wording: Wording) -> PageState:
    seen = situation.seen
    if seen is None:
        trouble = situation.trouble
        return PageState(
            note="" if trouble else wording.say(texts.READING), faults=(trouble,) if trouble else ()
        )
    words = search.casefold().split()
    known = tuple(
        replace(part, order=tuple(row.key for row in part.rows))
        for part in _parts(situation, seen, wording)
    )
    parts = tuple(found for part in known if (found := _found(part, words)))
    if not words:
        parts = tuple(_folded(part, situation.opened, wording) for part in parts)
    faults = tuple(spoken(wording.say, one) for one in (*seen.faults, situation.trouble) if one)
    return PageState(
        parts=parts,
        note="" if parts else wording.say(texts.NOTHING),
        faults=faults,
        changes=_changes(situation, seen, wording),
        can_reset=bool(seen.changed()),
        is_late=situation.is_late,
        file=wording.say(texts.FILE, path=seen.path) if seen.path else "",
        order=tuple(part.name for part in known),
    )


def _parts(situation: Situation, seen: Seen, wording: Wording) -> Iterator[PartState]:
    say = wording.say
    yield PartState(
        name=WORKPLACE, title=say(texts.WORKPLACE), rows=tuple(_workplace_rows(seen, wording))
    )
    if seen.profile is not None:
        yield PartState(
            name=LIMITS,
            title=say(texts.LIMITS),
            rows=limit_rows(seen.profile, wording),
            intro=limits_intro(seen, wording),
        )
    for section, title in SECTIONS.items():
        rows = setting_rows(section, situation, seen, wording)
        if section is Section.PRIVACY:
            rows = (_data_row(wording), *rows)
        can_reset = any(row.can_reset for row in rows)
        yield PartState(name=section.value, title=say(title), rows=rows, can_reset=can_reset)


def _workplace_rows(seen: Seen, wording: Wording) -> Iterator[RowState]:
    say = wording.say
    locked = seen.is_locked("profile")
    yield RowState(
        key="profile",
        title=say(texts.PROFILE),
        explanation=say(texts.PROFILE_WHY),
        words=say(texts.PROFILE_WORDS),
        shown=say(seen.profile.name) if seen.profile else "",
        locked=say(SET_BY_ORGANIZATION) if locked else "",
        page=PageName.READINESS,
        page_text=say(texts.OPEN_READINESS),
    )
    yield RowState(
        key="microphone",
        title=say(texts.MICROPHONE),
        explanation=say(texts.MICROPHONE_WHY),
        words=say(texts.MICROPHONE_WORDS),
        shown=seen.microphone or say(texts.SYSTEM_MICROPHONE),
        page=PageName.MICROPHONE,
        page_text=say(texts.OPEN_MICROPHONE),
    )


def _data_row(wording: Wording) -> RowState:
    say = wording.say
    return RowState(
        key="data",
        title=say(texts.YOUR_DATA),
        explanation=say(texts.YOUR_DATA_WHY),
        words=say(texts.YOUR_DATA_WORDS),
        page=PageName.DATA,
        page_text=say(texts.OPEN_DATA),
    )


def _found(part: PartState, words: Sequence[str]) -> PartState | None:
    """With the rows that have every word; a word of the part's title is one of each row."""
    title = part.title.casefold()
    rows = tuple(
        row for row in part.rows if all(word in title or word in row.searched for word in words)
    )
    return replace(part, rows=rows) if rows else None


def _folded(part: PartState, opened: frozenset[str], wording: Wording) -> PartState:
    """What is seldom wanted is shown when asked for, or where it was changed."""
    more = _MORE.get(part.name)
    if more is None:
        return part
    if part.name in opened:
        return replace(part, more=wording.say(texts.SHOW_LESS))
    rows = tuple(row for row in part.rows if not row.is_seldom or row.can_reset or row.mistake)
    return replace(part, rows=rows, more=wording.say(more))


def _changes(situation: Situation, seen: Seen, wording: Wording) -> tuple[tuple[int, str], ...]:
    told = [
        (number, change_words(change, seen, wording))
        for number, change in enumerate(situation.changes)
    ]
    return tuple(reversed(told[-_MOST_CHANGES:]))
