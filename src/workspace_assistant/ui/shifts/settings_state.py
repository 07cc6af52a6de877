"""When the check before a shift runs, as choices. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workspace_assistant.core.preshift.model import PreshiftSettings
from workspace_assistant.core.shifts.model import Place
from workspace_assistant.core.typography import NARROW_SPACE
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.wording.wording import Wording

_FIRST_MINUTES = (0.0, 10.0, 15.0, 30.0, 60.0)
_SECOND_MINUTES = (0.0, 3.0, 5.0, 10.0)
_IDLE_MINUTES = (2.0, 5.0, 10.0, 15.0, 30.0)
_MICROPHONE_DAYS = (0, 7, 14, 30)
_MINUTE_S = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceState:
    """A row of chips: their values with what they say, and the one that holds."""

    options: tuple[tuple[str, str], ...]
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsState:
    """All choices; without a first check the others mean nothing.

    Attributes:
        places: those whose shifts are checked.
        idle: after how long without a key a focus block asks, in minutes.
        watches_line: also during shifts, whether or not anything is checked before.
    """

    first: ChoiceState
    second: ChoiceState
    microphone: ChoiceState
    idle: ChoiceState
    places: frozenset[str]
    is_on: bool
    watches_line: bool


def settings_state(
    chosen: PreshiftSettings, wording: Wording, *, idle_s: float, watches_line: bool = False
) -> SettingsState:
    first, second = chosen.first_s / _MINUTE_S, chosen.second_s / _MINUTE_S
    later = [one for one in _SECOND_MINUTES if one < first or not first]
    return SettingsState(
        first=ChoiceState(
            options=_minutes((*_FIRST_MINUTES, first), texts.OFF, wording), value=_value(first)
        ),
        second=ChoiceState(
            options=_minutes((*later, second), texts.NEVER, wording), value=_value(second)
        ),
        microphone=ChoiceState(
            options=_days((*_MICROPHONE_DAYS, chosen.microphone_after_days), wording),
            value=_value(chosen.microphone_after_days),
        ),
        idle=_idle(idle_s / _MINUTE_S, wording),
        places=frozenset(chosen.places),
        is_on=bool(chosen.first_s),
        watches_line=watches_line,
    )


def _idle(minutes: float, wording: Wording) -> ChoiceState:
    options = tuple(
        (_value(one), wording.say(texts.MINUTES, count=_value(one), space=NARROW_SPACE))
        for one in sorted({*_IDLE_MINUTES, minutes})
    )
    return ChoiceState(options=options, value=_value(minutes))


def with_first(chosen: PreshiftSettings, value: str) -> PreshiftSettings:
    """The second check comes after the first: one that would not is never."""
    first_s = float(value) * _MINUTE_S
    keeps = not first_s or chosen.second_s < first_s
    return replace(chosen, first_s=first_s, second_s=chosen.second_s if keeps else 0.0)


def with_second(chosen: PreshiftSettings, value: str) -> PreshiftSettings:
    return replace(chosen, second_s=float(value) * _MINUTE_S)


def with_microphone(chosen: PreshiftSettings, value: str) -> PreshiftSettings:
    return replace(chosen, microphone_after_days=int(value))


def with_place(chosen: PreshiftSettings, place: Place, *, is_on: bool) -> PreshiftSettings:
    """In the order in which places are always told."""
    places = {*chosen.places, place.value} if is_on else {*chosen.places} - {place.value}
    return replace(chosen, places=tuple(one.value for one in Place if one.value in places))


def _minutes(values: tuple[float, ...], zero: str, wording: Wording) -> tuple[tuple[str, str], ...]:
    return tuple((_value(one), _minutes_told(one, zero, wording)) for one in sorted({*values}))


def _minutes_told(minutes: float, zero: str, wording: Wording) -> str:
    if not minutes:
        return wording.say(zero)
    return wording.say(texts.MINUTES_BEFORE, count=_value(minutes), space=NARROW_SPACE)


def _days(values: tuple[int, ...], wording: Wording) -> tuple[tuple[str, str], ...]:
    said = {0: texts.NEVER, 1: texts.AFTER_DAY}
    return tuple(
        (_value(one), wording.say(said.get(one, texts.AFTER_DAYS), count=str(one)))
        for one in sorted({*values})
    )


def _value(number: float) -> str:
    return f"{number:g}"
