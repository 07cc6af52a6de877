"""Settings as a person reads and writes them: ``1h30m``, ``80 %``, ``never`` for what is kept."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite

from workspace_assistant.core.lengths import length_s, length_text
from workspace_assistant.core.phrases import spoken
from workspace_assistant.core.settings import texts
from workspace_assistant.core.settings.model import Kind, Setting, Unit
from workspace_assistant.core.text import Say, in_english

_PERCENT = {Unit.FRACTION: 100.0, Unit.PERCENT: 1.0}
_LONGEST_S = 366 * 86_400.0
_SWITCHES: Mapping[str, str] = {"on": texts.ON, "off": texts.OFF}
_NOUGHT = {"0", "0m", "0 min", "0s", "0 s", "0h", "0 h"}


def written(setting: Setting, kept: str, say: Say = in_english) -> str:
    """What *kept* is to a person; what is never kept so is given as it is."""
    text = kept or setting.default
    if not text:
        return spoken(say, setting.unset)
    if setting.kind is Kind.SWITCH:
        return say(_SWITCHES[text]) if text in _SWITCHES else text
    titles = {one.value: one.title for one in setting.choices}
    if setting.kind is Kind.SEVERAL:
        parts = (part.strip() for part in text.split(","))
        return ", ".join(spoken(say, titles.get(part, part)) for part in parts)
    if text in titles:
        return spoken(say, titles[text])
    if setting.kind not in {Kind.NUMBER, Kind.LENGTH}:
        return text
    try:
        return written_number(setting, float(text))
    except (ValueError, OverflowError):
        return text


def written_number(setting: Setting, number: float) -> str:
    """A kept number, such as ``5m`` or ``80 %``; `kept_of` reads it back."""
    if setting.kind is Kind.LENGTH:
        return length_text(number * setting.unit_s)
    if setting.unit in _PERCENT:
        return f"{_plain(round(number * _PERCENT[setting.unit], 6))} %"
    return _plain(number)


def kept_of(setting: Setting, typed: str, say: Say = in_english) -> str:
    """How to keep what a person writes; `rules.refusal` says whether it may be kept.

    A bare number of a length counts minutes. Raises `RefusedError` for what is no length.
    """
    text = typed.strip()
    folded = text.casefold()
    for one in setting.choices:
        if folded in {one.value.casefold(), spoken(say, one.title).casefold()}:
            return one.value
    if setting.unset and folded == spoken(say, setting.unset).casefold():
        return ""
    if setting.kind is Kind.SWITCH:
        said = {say(title).casefold(): value for value, title in _SWITCHES.items()}
        return said.get(folded, folded)
    if setting.kind is Kind.LENGTH and text:
        return _plain(_length_s(text, folded) / setting.unit_s)
    if setting.kind is Kind.NUMBER and text:
        return _kept_number(setting, text)
    return folded if setting.kind is Kind.AGE else text


def _length_s(text: str, folded: str) -> float:
    return 0.0 if folded in _NOUGHT else length_s(text, _LONGEST_S)


def _kept_number(setting: Setting, text: str) -> str:
    bare = text.removesuffix("%").removesuffix("km").strip().replace(",", ".")
    try:
        number = float(bare)
    except ValueError:
        return text
    if setting.unit is Unit.FRACTION:
        number = round(number / 100, 9)
    return _plain(number)


def _plain(number: float) -> str:
    """Without an exponent, and without a point where nothing follows it."""
    if not isfinite(number):
        return str(number)
    return f"{number:.9f}".rstrip("0").rstrip(".")
