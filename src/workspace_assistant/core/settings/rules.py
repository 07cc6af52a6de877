"""What may be kept of each setting: what features would not understand is refused beforehand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time
from types import MappingProxyType

from workspace_assistant.core.balance.settings_limits import fare_fault
from workspace_assistant.core.balance.settings_model import Commute
from workspace_assistant.core.data_keeping.model import DataKind
from workspace_assistant.core.data_keeping.retention import checked_age, choice_name
from workspace_assistant.core.data_keeping.texts import NO_AGE
from workspace_assistant.core.days import DAY_BOUNDARY
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.phrases import Phrase, joined
from workspace_assistant.core.preshift.settings import FIRST_MINUTES, SECOND_MINUTES
from workspace_assistant.core.preshift.texts import SECOND_NOT_AFTER_FIRST
from workspace_assistant.core.settings import texts
from workspace_assistant.core.settings.catalog import SETTINGS
from workspace_assistant.core.settings.model import Kind, Setting
from workspace_assistant.core.settings.written import written_number

ON, OFF = "on", "off"

_NONE_YET: Mapping[str, str] = MappingProxyType({})


def refusal(setting: Setting, text: str, others: Mapping[str, str] = _NONE_YET) -> Phrase | None:
    """Why *text* cannot be kept of *setting* beside *others*, which are kept; None where it can.

    An empty text takes the setting back: that is never refused for itself.
    """
    if text and (fault := _RULES[setting.kind](setting, text)) is not None:
        return fault
    return _among_others({**others, setting.key: text}, setting.key)


def fault_of(key: str, text: str) -> Phrase | None:
    """The same of a setting by its name, whatever else is kept."""
    setting = SETTINGS.get(key)
    if setting is None:
        return Phrase(texts.NO_SETTING, name=key)
    return _RULES[setting.kind](setting, text) if text else None


def faults_among(kept: Mapping[str, str]) -> Mapping[str, Phrase]:
    """What of *kept* cannot be used, by name; also what does not go with the rest of it."""
    found = {key: fault for key, text in kept.items() if (fault := fault_of(key, text))}
    fit = {key: text for key, text in kept.items() if key not in found}
    if (fault := _among_others(fit, SECOND_MINUTES)) is not None:
        found[SECOND_MINUTES if SECOND_MINUTES in fit else FIRST_MINUTES] = fault
    return found


def same(setting: Setting, one: str, other: str) -> bool:
    """Whether both are one value, however they are written: ``2`` and ``2.0``."""
    one, other = one or setting.default, other or setting.default
    if setting.kind in {Kind.NUMBER, Kind.LENGTH}:
        numbers = _number(one), _number(other)
        return one == other if None in numbers else numbers[0] == numbers[1]
    if setting.kind is Kind.SEVERAL:
        return set(parts_of(one)) == set(parts_of(other))
    return one == other


def parts_of(kept: str) -> tuple[str, ...]:
    """The values of what keeps several."""
    return tuple(part.strip() for part in kept.split(",") if part.strip())


def _among_others(kept: Mapping[str, str], key: str) -> Phrase | None:
    """The second check before a shift comes after the first, unless there is none."""
    if key not in {FIRST_MINUTES, SECOND_MINUTES}:
        return None
    first, second = (
        _number(kept.get(one) or SETTINGS[one].default) or 0.0
        for one in (FIRST_MINUTES, SECOND_MINUTES)
    )
    return Phrase(SECOND_NOT_AFTER_FIRST) if first and second >= first else None


def _switch(_setting: Setting, text: str) -> Phrase | None:
    return None if text in {ON, OFF} else Phrase(texts.NO_SWITCH, text=text)


def _quantity(setting: Setting, text: str) -> Phrase | None:
    if text in {one.value for one in setting.choices}:
        return None
    number, low, high = _number(text), setting.low or 0.0, setting.high or 0.0
    is_fit = number is not None and low <= number <= high
    if is_fit and not (setting.is_whole and (number or 0.0) % 1):
        return None
    sentence = texts.NO_WHOLE_NUMBER if setting.is_whole else texts.NO_NUMBER
    if setting.kind is Kind.LENGTH:
        sentence = texts.NO_LENGTH
    told = text if number is None else written_number(setting, number)
    least, most = (written_number(setting, one) for one in (low, high))
    return Phrase(sentence, text=told, least=least, most=most)


def _time(_setting: Setting, text: str) -> Phrase | None:
    try:
        read = time.fromisoformat(text)
    except ValueError:
        return Phrase(texts.NO_TIME, text=text)
    if (read.hour, read.minute) == (DAY_BOUNDARY.hour, DAY_BOUNDARY.minute):
        return Phrase(texts.END_AT_START, time=f"{DAY_BOUNDARY:%H:%M}")
    return None


def _choice(setting: Setting, text: str) -> Phrase | None:
    if text in {one.value for one in setting.choices}:
        return None
    return Phrase(texts.NO_CHOICE, text=text, known=_known(setting))


def _several(setting: Setting, text: str) -> Phrase | None:
    parts = parts_of(text)
    if not parts:
        return Phrase(texts.NO_PLACES, known=_known(setting))
    return next((fault for part in parts if (fault := _choice(setting, part))), None)


def _age(setting: Setting, text: str) -> Phrase | None:
    kind = next(one for one in DataKind if choice_name(one) == setting.key)
    try:
        kept = checked_age(kind, text)
    except RefusedError as error:
        return error.phrase
    return None if kept == text else Phrase(NO_AGE, text=text)


def _text(_setting: Setting, text: str) -> Phrase | None:
    """A currency: the only text there is."""
    fault = fare_fault(Commute(day_fare=1.0, currency=text))
    return None if fault is None else fault.phrase


def _known(setting: Setting) -> Phrase:
    return joined(", ", [one.value for one in setting.choices])


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None


_RULES: Mapping[Kind, Callable[[Setting, str], Phrase | None]] = {
    Kind.SWITCH: _switch,
    Kind.NUMBER: _quantity,
    Kind.LENGTH: _quantity,
    Kind.TIME: _time,
    Kind.CHOICE: _choice,
    Kind.SEVERAL: _several,
    Kind.AGE: _age,
    Kind.TEXT: _text,
}
