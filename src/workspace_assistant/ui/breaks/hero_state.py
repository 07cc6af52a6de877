"""How breaks stand, in the first line. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from workspace_assistant.core.breaks.model import (
    BreakKind,
    BreakStanding,
    NextBreak,
    OpenBreak,
    Settings,
    Stage,
    WatchRole,
)
from workspace_assistant.ui.breaks import looks, texts
from workspace_assistant.ui.breaks.situation import Seen, Situation
from workspace_assistant.ui.verdict_look import FAILED, WAITING, Look
from workspace_assistant.ui.wording.durations import digits, spelled
from workspace_assistant.ui.wording.wording import Wording

_MINUTE_S = 60.0


class HeroAct(StrEnum):
    """What the one button does."""

    NOTHING = "nothing"
    TRY_AGAIN = "try-again"
    TURN_ON = "turn-on"
    BEGIN = "begin"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeroState:
    """Attributes: `fraction` is how much of a running break is over; `button` does `act`."""

    look: Look
    headline: str
    sentence: str = ""
    lines: tuple[str, ...] = ()
    fraction: float | None = None
    button: str = ""
    act: HeroAct = HeroAct.NOTHING


def hero_state(now: Situation, wording: Wording) -> HeroState:
    say, seen, standing = wording.say, now.seen, now.standing
    if now.trouble:
        return HeroState(
            look=FAILED,
            headline=say(texts.UNREADABLE),
            sentence=now.trouble,
            button=say(texts.TRY_AGAIN),
            act=HeroAct.TRY_AGAIN,
        )
    if seen is None:
        return HeroState(look=WAITING, headline=say(texts.OPENING))
    if now.has_broken:
        return HeroState(look=FAILED, headline=say(texts.NOT_WATCHED), sentence=say(texts.BROKE))
    if not is_on(seen.settings):
        return HeroState(
            look=looks.OFF,
            headline=say(texts.OFF),
            sentence=say(texts.OFF_MORE),
            button=say(texts.TURN_ON),
            act=HeroAct.TURN_ON,
        )
    if standing is None:
        return HeroState(look=WAITING, headline=say(texts.OPENING))
    state = _watched(seen, standing, wording)
    faults = (say(standing.fault),) if standing.fault else ()
    return replace(state, lines=(*state.lines, *faults))


def is_on(settings: Settings) -> bool:
    """Whether any break is ever offered."""
    return settings.is_on and has_kind(settings)


def has_kind(settings: Settings) -> bool:
    """Whether any kind of break is chosen."""
    return settings.rest.is_on or settings.micro.is_on or settings.daily_limit_s is not None


def _watched(seen: Seen, standing: BreakStanding, wording: Wording) -> HeroState:
    say = wording.say
    if standing.role is WatchRole.STANDING_BY:
        return HeroState(look=looks.ELSEWHERE, headline=say(texts.ELSEWHERE))
    if standing.role is WatchRole.RESTING:
        return HeroState(
            look=looks.RESTING,
            headline=say(texts.RESTING),
            sentence=_plan(seen.settings, wording),
            lines=(say(texts.PRIVATE),),
        )
    if standing.open is not None:
        return _due(standing, standing.open, wording)
    return _between(standing, wording)


def _plan(settings: Settings, wording: Wording) -> str:
    told = []
    for kind, sentence in (
        (settings.rest, texts.PLAN_REST),
        (settings.micro, texts.PLAN_MICRO),
    ):
        if kind.is_on:
            length, work = spelled(kind.length_s, wording), spelled(kind.work_s, wording)
            told.append(wording.say(sentence, length=length, work=work))
    if settings.daily_limit_s is not None:
        length = spelled(settings.daily_limit_s, wording)
        told.append(wording.say(texts.PLAN_LIMIT, length=length))
    return " ".join(told)


def _due(standing: BreakStanding, due: OpenBreak, wording: Wording) -> HeroState:
    if due.stage is Stage.HELD:
        return HeroState(
            look=looks.HELD,
            headline=wording.say(texts.HELD),
            sentence=wording.say(texts.HELD_BY.get(due.held_by, texts.HELD_OTHERWISE)),
        )
    if due.stage is Stage.RUNNING:
        return _running(standing, due, wording)
    record = due.record
    is_limit = record.kind is BreakKind.DAILY_LIMIT
    since = record.offered_at or record.due_at
    return HeroState(
        look=looks.DUE,
        headline=wording.say(texts.DUE[record.kind], length=spelled(record.length_s, wording)),
        sentence=wording.say(texts.DUE_SINCE, time=wording.clock(since)),
        button=wording.say(texts.STOP if is_limit else texts.BEGIN),
        act=HeroAct.BEGIN,
    )


def _running(standing: BreakStanding, due: OpenBreak, wording: Wording) -> HeroState:
    length_s, say = due.record.length_s, wording.say
    if not length_s:
        headline = texts.STOPPED
        sentence = say(texts.DAY, length=spelled(standing.day_s, wording))
    elif due.elapsed_s >= length_s:
        headline, sentence = texts.RUNNING, say(texts.RUNNING_OVER)
    else:
        headline = texts.RUNNING
        left, length = digits(length_s - due.elapsed_s), spelled(length_s, wording)
        sentence = say(texts.RUNNING_LEFT, digits=left, length=length)
    return HeroState(
        look=looks.RUNNING,
        headline=say(headline),
        sentence=sentence,
        fraction=min(1.0, due.elapsed_s / length_s) if length_s else None,
        button=say(texts.BACK),
        act=HeroAct.DONE,
    )


def _between(standing: BreakStanding, wording: Wording) -> HeroState:
    say = wording.say
    soonest = standing.next[0] if standing.next else None
    quiet_until = standing.modes.quiet_until
    told = [say(texts.AFTER_ANOTHER)] if soonest is not None and soonest.held_by else []
    told = [say(texts.QUIET_AFTER)] if quiet_until is not None else told
    if soonest is not None and soonest.kind is not BreakKind.DAILY_LIMIT:
        worked = spelled(standing.worked_s, wording)
        is_fresh = standing.worked_s < _MINUTE_S
        told.append(say(texts.WORKED_NOT) if is_fresh else say(texts.WORKED, worked=worked))
    if standing.day_s >= _MINUTE_S:
        told.append(say(texts.DAY, length=spelled(standing.day_s, wording)))
    headline = _next(soonest, wording) if soonest else say(texts.NEXT_NONE)
    if quiet_until is not None:
        headline = say(texts.QUIET_NOW, time=wording.clock(quiet_until))
    return HeroState(
        look=looks.WORKING if quiet_until is None else looks.QUIET,
        headline=headline,
        sentence=" ".join(told),
    )


def _next(soonest: NextBreak, wording: Wording) -> str:
    if soonest.in_s < _MINUTE_S:
        return wording.say(texts.NEXT_SOON)
    said = texts.NEXT_FOLLOWS if soonest.follows else texts.NEXT[soonest.kind]
    said = texts.NEXT_AFTER_ANOTHER if soonest.held_by else said
    return wording.say(said, length=spelled(soonest.in_s, wording))
