"""The person's choices as they are kept: words by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from workspace_assistant.core.preshift.errors import PreshiftError
from workspace_assistant.core.preshift.model import PreshiftSettings
from workspace_assistant.core.preshift.texts import (
    NO_DAYS,
    NO_MINUTES,
    NO_PLACE,
    NO_PLACES,
    SECOND_NOT_AFTER_FIRST,
)
from workspace_assistant.core.shifts.model import Place

FIRST_MINUTES = "preshift.first_minutes"
SECOND_MINUTES = "preshift.second_minutes"
PLACES = "preshift.places"
MICROPHONE_AFTER_DAYS = "preshift.microphone_after_days"
WATCH_IS_ON = "watch.is_on"
KEEPS_IN_TRAY = "tray.keep"

LONGEST_MINUTES = 120
LONGEST_DAYS = 365

_ON, _OFF = "on", "off"


def settings_of(recall: Callable[[str], str]) -> PreshiftSettings:
    """What *recall* knows by name; what was never chosen, or is damaged, is as it is delivered."""
    usual = PreshiftSettings()
    chosen = PreshiftSettings(
        first_s=_seconds(recall(FIRST_MINUTES), usual.first_s),
        second_s=_seconds(recall(SECOND_MINUTES), usual.second_s),
        places=_places(recall(PLACES), usual.places),
        microphone_after_days=_whole(recall(MICROPHONE_AFTER_DAYS), usual.microphone_after_days),
    )
    try:
        return checked(chosen)
    except PreshiftError:
        return usual


def choices_of(settings: PreshiftSettings) -> Mapping[str, str]:
    """What to keep, by name. Raises `PreshiftError` for what makes no sense."""
    checked(settings)
    return {
        FIRST_MINUTES: f"{settings.first_s / 60:g}",
        SECOND_MINUTES: f"{settings.second_s / 60:g}",
        PLACES: ",".join(settings.places),
        MICROPHONE_AFTER_DAYS: str(settings.microphone_after_days),
    }


def checked(settings: PreshiftSettings) -> PreshiftSettings:
    """*settings*; raises `PreshiftError` for what makes no sense."""
    for minutes in (settings.first_s / 60, settings.second_s / 60):
        if not 0 <= minutes <= LONGEST_MINUTES:
            raise PreshiftError(NO_MINUTES, minutes=f"{minutes:g}", longest=str(LONGEST_MINUTES))
    if settings.first_s and settings.second_s >= settings.first_s:
        raise PreshiftError(SECOND_NOT_AFTER_FIRST)
    if not 0 <= settings.microphone_after_days <= LONGEST_DAYS:
        days = str(settings.microphone_after_days)
        raise PreshiftError(NO_DAYS, days=days, longest=str(LONGEST_DAYS))
    _check_places(settings.places)
    return settings


def turned_off(settings: PreshiftSettings) -> PreshiftSettings:
    return replace(settings, first_s=0.0)


def is_on(text: str, *, usually: bool) -> bool:
    """A switch as it is kept."""
    return {_ON: True, _OFF: False}.get(text, usually)


def switch(*, on: bool) -> str:
    return _ON if on else _OFF


def _check_places(places: Sequence[str]) -> None:
    if not places:
        raise PreshiftError(NO_PLACES)
    known = [place.value for place in Place]
    for place in places:
        if place not in known:
            raise PreshiftError(NO_PLACE, place=place, known=", ".join(known))


def _seconds(text: str, usual_s: float) -> float:
    try:
        return 60 * float(text)
    except ValueError:
        return usual_s


def _whole(text: str, usual: int) -> int:
    """Also where it is written ``7.0`` in a file."""
    try:
        number = float(text)
    except ValueError:
        return usual
    return int(number) if number.is_integer() else usual


def _places(text: str, usual: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip()) or usual
