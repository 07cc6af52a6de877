"""The person's choices about breaks as they are kept: words by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from workspace_assistant.core.breaks import texts
from workspace_assistant.core.breaks.errors import BreakError
from workspace_assistant.core.breaks.model import KindSettings, Modes, Settings
from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.phrases import Phrase

IS_ON = "breaks.is_on"
MICRO_IS_ON = "breaks.micro"
MICRO_WORK_S = "breaks.micro_after_seconds"
MICRO_LENGTH_S = "breaks.micro_seconds"
REST_IS_ON = "breaks.rest"
REST_WORK_S = "breaks.rest_after_seconds"
REST_LENGTH_S = "breaks.rest_seconds"
DAILY_LIMIT_S = "breaks.daily_limit_seconds"
POSTPONE_S = "breaks.postpone_seconds"
LONGEST_POSTPONING = "breaks.postpone_times"
IS_STRICT = "breaks.strict"
MINDS_FULL_SCREEN = "breaks.minds_full_screen"
QUIET_UNTIL = "breaks.quiet_until"
READING_UNTIL = "breaks.reading_until"

MOST_TIMES = 5
_LIMITS: tuple[tuple[str, Callable[[Settings], float | None], float, float], ...] = (
    (texts.MICRO_WORK, lambda one: one.micro.work_s, 300, 7200),
    (texts.MICRO_LENGTH, lambda one: one.micro.length_s, 10, 120),
    (texts.REST_WORK, lambda one: one.rest.work_s, 900, 14_400),
    (texts.REST_LENGTH, lambda one: one.rest.length_s, 60, 3600),
    (texts.LIMIT, lambda one: one.daily_limit_s, 3600, 57_600),
    (texts.POSTPONING, lambda one: one.postpone_s, 60, 1800),
)
_ON, _OFF = "on", "off"

Recall = Callable[[str], str]


def settings_of(recall: Recall) -> Settings:
    """What *recall* knows by name; what was never chosen, or is damaged, is as it is delivered."""
    usual = Settings()
    limit = recall(DAILY_LIMIT_S)
    chosen = Settings(
        is_on=_is_on(recall(IS_ON), usual=usual.is_on),
        micro=KindSettings(
            is_on=_is_on(recall(MICRO_IS_ON), usual=usual.micro.is_on),
            work_s=_seconds(recall(MICRO_WORK_S), usual.micro.work_s),
            length_s=_seconds(recall(MICRO_LENGTH_S), usual.micro.length_s),
        ),
        rest=KindSettings(
            is_on=_is_on(recall(REST_IS_ON), usual=usual.rest.is_on),
            work_s=_seconds(recall(REST_WORK_S), usual.rest.work_s),
            length_s=_seconds(recall(REST_LENGTH_S), usual.rest.length_s),
        ),
        daily_limit_s=_seconds(limit, 0.0) or None,
        postpone_s=_seconds(recall(POSTPONE_S), usual.postpone_s),
        longest_postponing=int(_seconds(recall(LONGEST_POSTPONING), usual.longest_postponing)),
        is_strict=_is_on(recall(IS_STRICT), usual=usual.is_strict),
        minds_full_screen=_is_on(recall(MINDS_FULL_SCREEN), usual=usual.minds_full_screen),
    )
    try:
        return checked(chosen)
    except BreakError:
        return usual


def choices_of(settings: Settings) -> Mapping[str, str]:
    """What to keep, by name. Raises `BreakError` for what makes no sense."""
    checked(settings)
    limit_s = settings.daily_limit_s
    return {
        IS_ON: _switch(on=settings.is_on),
        MICRO_IS_ON: _switch(on=settings.micro.is_on),
        MICRO_WORK_S: f"{settings.micro.work_s:g}",
        MICRO_LENGTH_S: f"{settings.micro.length_s:g}",
        REST_IS_ON: _switch(on=settings.rest.is_on),
        REST_WORK_S: f"{settings.rest.work_s:g}",
        REST_LENGTH_S: f"{settings.rest.length_s:g}",
        DAILY_LIMIT_S: _OFF if limit_s is None else f"{limit_s:g}",
        POSTPONE_S: f"{settings.postpone_s:g}",
        LONGEST_POSTPONING: str(settings.longest_postponing),
        IS_STRICT: _switch(on=settings.is_strict),
        MINDS_FULL_SCREEN: _switch(on=settings.minds_full_screen),
    }


def range_texts(what: str) -> tuple[str, str]:
    """The least and the most that is taken, such as ``15m`` and ``4h``; *what* is of `texts`."""
    least_s, most_s = next((least, most) for name, _, least, most in _LIMITS if name == what)
    return length_text(least_s), length_text(most_s)


def checked(settings: Settings) -> Settings:
    """*settings*; raises `BreakError` for what makes no sense."""
    for what, of, least_s, most_s in _LIMITS:
        value_s = of(settings)
        if value_s is not None and not least_s <= value_s <= most_s:
            raise BreakError(
                texts.NO_LENGTH,
                what=Phrase(what),
                text=length_text(value_s),
                least=length_text(least_s),
                most=length_text(most_s),
            )
    times = settings.longest_postponing
    if not 0 <= times <= MOST_TIMES:
        raise BreakError(texts.NO_TIMES, text=str(times), most=str(MOST_TIMES))
    return settings


def modes_of(recall: Recall) -> Modes:
    """As they were asked for, be they over or not."""
    return Modes(
        quiet_until=_instant(recall(QUIET_UNTIL)), reading_until=_instant(recall(READING_UNTIL))
    )


def kept_modes(modes: Modes) -> Mapping[str, str]:
    return {QUIET_UNTIL: _written(modes.quiet_until), READING_UNTIL: _written(modes.reading_until)}


def _is_on(text: str, *, usual: bool) -> bool:
    return {_ON: True, _OFF: False}.get(text, usual)


def _switch(*, on: bool) -> str:
    return _ON if on else _OFF


def _seconds(text: str, usual: float) -> float:
    """Of what was damaged by hand nothing is believed."""
    try:
        seconds = float(text)
    except ValueError:
        return usual
    return seconds if abs(seconds) < float("inf") else usual


def _instant(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return None if at.tzinfo is None else at


def _written(at: datetime | None) -> str:
    return "" if at is None else at.isoformat()
