"""When breaks are offered, as choices. Plain Python."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from workspace_assistant.core.breaks.model import KindSettings, Settings
from workspace_assistant.ui.breaks import texts
from workspace_assistant.ui.breaks.hero_state import has_kind
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.wording import Wording

_NONE = "0"
_MINUTE_S, _HOUR_S = 60.0, 3600.0
_REST_WORK_S = tuple(_MINUTE_S * one for one in (30, 45, 60, 90))
_REST_LENGTH_S = tuple(_MINUTE_S * one for one in (5, 10, 15))
_MICRO_WORK_S = tuple(_MINUTE_S * one for one in (20, 30, 45))
_MICRO_LENGTH_S = (20.0, 30.0, 60.0)
_LIMIT_S = tuple(_HOUR_S * one for one in (6, 7, 8, 9, 10))
_POSTPONE_S = tuple(_MINUTE_S * one for one in (3, 5, 10))
_TIMES = (0, 1, 2, 3)


class Choice(StrEnum):
    """What is chosen by one of several values."""

    REST_WORK = "rest-work"
    REST_LENGTH = "rest-length"
    MICRO_WORK = "micro-work"
    MICRO_LENGTH = "micro-length"
    LIMIT = "limit"
    TIMES = "times"
    POSTPONE = "postpone"


class Switch(StrEnum):
    """What is on or off."""

    IS_ON = "is-on"
    STRICT = "strict"
    FULL_SCREEN = "full-screen"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceState:
    """A row of chips: their values with what they say, and the one that holds.

    Attributes:
        is_open: else it depends on something that is off.
    """

    options: tuple[tuple[str, str], ...]
    value: str
    is_open: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsState:
    choices: dict[Choice, ChoiceState]
    switches: dict[Switch, bool]


def settings_state(chosen: Settings, wording: Wording) -> SettingsState:
    may_wait = bool(chosen.longest_postponing)
    return SettingsState(
        choices={
            Choice.REST_WORK: _work(chosen.rest, _REST_WORK_S, wording),
            Choice.REST_LENGTH: _length(chosen.rest, _REST_LENGTH_S, wording),
            Choice.MICRO_WORK: _work(chosen.micro, _MICRO_WORK_S, wording),
            Choice.MICRO_LENGTH: _length(chosen.micro, _MICRO_LENGTH_S, wording),
            Choice.LIMIT: _or_off(_LIMIT_S, chosen.daily_limit_s or 0.0, wording),
            Choice.TIMES: _times(chosen.longest_postponing, wording),
            Choice.POSTPONE: _among(_POSTPONE_S, chosen.postpone_s, wording, is_open=may_wait),
        },
        switches={
            Switch.IS_ON: chosen.is_on,
            Switch.STRICT: chosen.is_strict,
            Switch.FULL_SCREEN: chosen.minds_full_screen,
        },
    )


def with_choice(chosen: Settings, choice: Choice, value: str) -> Settings:
    number = float(value)
    match choice:
        case Choice.REST_WORK:
            return replace(chosen, rest=_with_work(chosen.rest, number))
        case Choice.REST_LENGTH:
            return replace(chosen, rest=replace(chosen.rest, length_s=number))
        case Choice.MICRO_WORK:
            return replace(chosen, micro=_with_work(chosen.micro, number))
        case Choice.MICRO_LENGTH:
            return replace(chosen, micro=replace(chosen.micro, length_s=number))
        case Choice.LIMIT:
            return replace(chosen, daily_limit_s=number or None)
        case Choice.TIMES:
            return replace(chosen, longest_postponing=int(number))
        case Choice.POSTPONE:
            return replace(chosen, postpone_s=number)


def with_switch(chosen: Settings, switch: Switch, *, is_on: bool) -> Settings:
    match switch:
        case Switch.IS_ON:
            return turned_on(chosen) if is_on else replace(chosen, is_on=False)
        case Switch.STRICT:
            return replace(chosen, is_strict=is_on)
        case Switch.FULL_SCREEN:
            return replace(chosen, minds_full_screen=is_on)


def turned_on(chosen: Settings) -> Settings:
    """On, with a break that comes: where each kind was off, the one that is delivered."""
    if has_kind(chosen):
        return replace(chosen, is_on=True)
    return replace(chosen, is_on=True, rest=replace(chosen.rest, is_on=True))


def _with_work(kind: KindSettings, work_s: float) -> KindSettings:
    """What is off keeps its time for when it is on again."""
    return replace(kind, is_on=True, work_s=work_s) if work_s else replace(kind, is_on=False)


def _work(kind: KindSettings, usual_s: Iterable[float], wording: Wording) -> ChoiceState:
    state = _or_off((*usual_s, kind.work_s), kind.work_s, wording)
    return state if kind.is_on else replace(state, value=_NONE)


def _length(kind: KindSettings, usual_s: Iterable[float], wording: Wording) -> ChoiceState:
    return _among(usual_s, kind.length_s, wording, is_open=kind.is_on)


def _or_off(usual_s: Iterable[float], value_s: float, wording: Wording) -> ChoiceState:
    state = _among((*usual_s, value_s), value_s, wording)
    off = (_NONE, wording.say(texts.SWITCHED_OFF))
    kept = tuple(one for one in state.options if one[0] != _NONE)
    return replace(state, options=(off, *kept))


def _among(
    usual_s: Iterable[float], value_s: float, wording: Wording, *, is_open: bool = True
) -> ChoiceState:
    """Also a value that was set elsewhere."""
    values = sorted({*usual_s, value_s})
    return ChoiceState(
        options=tuple((f"{one:g}", spelled(one, wording)) for one in values),
        value=f"{value_s:g}",
        is_open=is_open,
    )


def _times(count: int, wording: Wording) -> ChoiceState:
    said = {0: texts.NEVER_POSTPONED, 1: texts.ONCE}
    return ChoiceState(
        options=tuple(
            (str(one), wording.say(said.get(one, texts.TIMES), count=str(one)))
            for one in sorted({*_TIMES, count})
        ),
        value=str(count),
    )
