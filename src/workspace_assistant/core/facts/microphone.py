"""The microphone in the last check that heard a voice, against the usual one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from workspace_assistant.core.facts.checks import LEAST_USUAL, Taken, latest_of_week, taken, usual
from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.telling import known, unknown
from workspace_assistant.core.facts.windows import Windows
from workspace_assistant.core.readiness.microphone.measurements import CLIPPING, LEVEL, NOISE, SNR
from workspace_assistant.core.readiness.microphone.voice_level import NO_VOICE, judged_dbov

_PLAIN = {
    "microphone.snr": SNR,
    "microphone.active_speech_level": LEVEL,
    "microphone.clipping_events": CLIPPING,
}
# Checks that found these are no measure of how somebody usually speaks.
_UNUSUAL = frozenset({"speech-too-loud", "clipping"})


def microphone_facts(sources: Sources, windows: Windows) -> Iterator[Fact | Unknown]:
    for name, measurement in _PLAIN.items():
        yield _last(name, _heard(sources, measurement), windows)
    levels = [one for one in _heard(sources, LEVEL) if one.device]
    yield _change("microphone.level_change", levels, windows, _voice_level)
    noises = [one for one in _heard(sources, NOISE) if one.device]
    yield _change("microphone.noise_change", noises, windows, lambda one: one.number)
    yield _age(sources, windows)


def _heard(sources: Sources, measurement: str) -> tuple[Taken, ...]:
    return tuple(
        one
        for one in taken(sources.reports, measurement)
        if one.is_number and not any(each.code == NO_VOICE for each in one.check.findings)
    )


def _last(name: str, found: Sequence[Taken], windows: Windows) -> Fact | Unknown:
    last = latest_of_week(found, windows)
    if last is None:
        return unknown(name, "no-microphone-check-in-week")
    return known(name, last.number, device=last.device)


def _change(
    name: str, found: Sequence[Taken], windows: Windows, value: Callable[[Taken], float]
) -> Fact | Unknown:
    """Against the median of the weeks before, with the same device."""
    last = latest_of_week(found, windows)
    if last is None:
        return unknown(name, "no-microphone-check-in-week")
    own = usual(
        value(one)
        for one in found
        if windows.usual.holds(one.at) and one.device == last.device and _is_usual(one)
    )
    if own is None:
        return unknown(name, "usual-not-known", least=str(LEAST_USUAL))
    change_db = value(last) - own.value
    return known(name, change_db, count=own.count)


def _voice_level(one: Taken) -> float:
    return judged_dbov(one.measurement)


def _is_usual(one: Taken) -> bool:
    return not any(each.code in _UNUSUAL for each in one.check.findings)


def _age(sources: Sources, windows: Windows) -> Fact | Unknown:
    """Known only where another microphone was used before: else the program is new, not it."""
    name = "microphone.device_age"
    used = [one for one in taken(sources.reports, LEVEL, NOISE) if one.device]
    last = latest_of_week(used, windows)
    if last is None:
        return unknown(name, "no-microphone-check-in-week")
    own = [one.at for one in used if one.device == last.device]
    if own[0] == used[0].at:
        return unknown(name, "no-other-microphone-before")
    days = (windows.on - windows.day_of(own[0])).days
    return known(name, days, count=len(own), device=last.device)
