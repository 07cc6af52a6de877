"""What can be done about breaks this moment. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.breaks.model import BreakStanding, Settings, Stage, WatchRole
from workspace_assistant.ui.breaks import texts
from workspace_assistant.ui.breaks.hero_state import is_on
from workspace_assistant.ui.breaks.situation import Situation
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.wording import Wording

QUIET_S = 3600.0
READING_S = 1800.0
_IN_CALL = "in-call"


@dataclass(frozen=True, slots=True, kw_only=True)
class NowState:
    """What can be done, and what it rests on.

    Attributes:
        begin, postpone, skip, quiet, reading: the button's words, empty where it makes no sense.
        lines: the modes.
        how_known: asks what all that is known from; empty where nothing is looked at.
        known_from: the answer, with what cannot be seen on this computer.
    """

    begin: str
    postpone: str
    skip: str
    quiet: str
    reading: str
    is_quiet: bool
    is_reading: bool
    lines: tuple[str, ...]
    how_known: str = ""
    known_from: tuple[str, ...] = ()


def now_state(now: Situation, wording: Wording) -> NowState | None:
    """None where no break ever comes, or nobody knows how they stand."""
    seen, standing = now.seen, now.standing
    if seen is None or standing is None or now.has_broken or not is_on(seen.settings):
        return None
    say, modes = wording.say, standing.modes
    is_quiet, is_reading = modes.quiet_until is not None, modes.reading_until is not None
    quiet, reading = spelled(QUIET_S, wording), spelled(READING_S, wording)
    return NowState(
        begin=say(texts.BREAK_NOW) if can_begin(standing) else "",
        postpone=_postpone(standing, seen.settings, wording),
        skip=_skip(standing, wording),
        quiet=say(texts.QUIET_END) if is_quiet else say(texts.QUIET, length=quiet),
        reading=say(texts.READ_END) if is_reading else say(texts.READ, length=reading),
        is_quiet=is_quiet,
        is_reading=is_reading,
        lines=_lines(standing, wording),
        how_known=_how_known(standing, wording),
        known_from=(say(texts.LOOKED_AT), *map(say, standing.unknown)),
    )


def can_begin(standing: BreakStanding) -> bool:
    """Whether a break may begin by itself: one that is offered has a button of its own."""
    if standing.role is not WatchRole.WATCHING:
        return False
    due = standing.open
    return due is None or (due.stage is Stage.HELD and due.held_by != _IN_CALL)


def _how_known(standing: BreakStanding, wording: Wording) -> str:
    if standing.role is not WatchRole.WATCHING:
        return ""
    count = len(standing.unknown)
    said = {0: texts.HOW_KNOWN, 1: texts.HOW_KNOWN_BUT_ONE}.get(count, texts.HOW_KNOWN_BUT)
    return wording.say(said, count=str(count))


def _skip(standing: BreakStanding, wording: Wording) -> str:
    due = standing.open
    is_offered = due is not None and due.stage is Stage.OFFERED and due.may_skip
    return wording.say(texts.SKIP) if is_offered else ""


def _postpone(standing: BreakStanding, settings: Settings, wording: Wording) -> str:
    due = standing.open
    if due is None or due.stage is not Stage.OFFERED or not due.may_postpone:
        return ""
    return wording.say(texts.POSTPONE, length=spelled(settings.postpone_s, wording))


def _lines(standing: BreakStanding, wording: Wording) -> tuple[str, ...]:
    modes = standing.modes
    told = (
        (texts.QUIET_UNTIL, modes.quiet_until),
        (texts.READING_UNTIL, modes.reading_until),
    )
    lines = tuple(
        wording.say(said, time=wording.clock(until)) for said, until in told if until is not None
    )
    return lines or (wording.say(texts.NOW_INTRO),)
