"""Microphones side by side: which to compare, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.joining import facts
from workspace_assistant.core.readiness.microphone.check import FULL_QUIET_S, FULL_SPEECH_S
from workspace_assistant.core.readiness.microphone.comparison import Candidate, Comparison
from workspace_assistant.core.readiness.microphone.measurements import (
    AUDIO_BANDWIDTH,
    LEVEL,
    NOISE,
    SNR,
)
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice
from workspace_assistant.core.readiness.model import Verdict
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.ui.microphone import texts
from workspace_assistant.ui.microphone.picker_state import connection_word
from workspace_assistant.ui.microphone.situation import Situation
from workspace_assistant.ui.verdict_look import VERDICT_LOOKS, Look
from workspace_assistant.ui.wording.names import measurement_label
from workspace_assistant.ui.wording.wording import Wording

_NOTHING = "\u2013"
_SHOWN = (LEVEL, NOISE, SNR, AUDIO_BANDWIDTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareChoice:
    """One microphone that can be compared."""

    id: str
    text: str
    is_ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareRow:
    """One microphone's result; `why` says why its cells are empty."""

    name: str
    look: Look
    word: str
    cells: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareState:
    """`use` takes the best microphone, empty where it is the one in use already."""

    hint: str
    choices: tuple[CompareChoice, ...]
    button: str
    is_enabled: bool
    can_tick: bool
    sentence: str = ""
    headings: tuple[str, ...] = ()
    rows: tuple[CompareRow, ...] = ()
    use: str = ""
    best: MicrophoneDevice | None = None


def compare_state(now: Situation, wording: Wording) -> CompareState:
    devices = now.devices
    count = len(now.compared)
    found = now.comparison
    best = _new_best(now, found)
    return CompareState(
        hint=_hint(now, wording),
        choices=tuple(_choice(one, now, wording) for one in devices) if len(devices) > 1 else (),
        button=_button(len(devices), count, wording),
        is_enabled=now.can_act and count > 1,
        can_tick=now.can_act,
        sentence=wording.say(found.sentence) if found else "",
        headings=_headings(wording) if found else (),
        rows=tuple(_row(one, wording) for one in found.candidates) if found else (),
        use=wording.say(texts.USE_BEST, name=best.name) if best else "",
        best=best,
    )


def _hint(now: Situation, wording: Wording) -> str:
    if len(now.devices) < 2:
        return wording.say(texts.COMPARE_ONE if now.devices else texts.COMPARE_NONE)
    if len(now.compared) < 2:
        return wording.say(texts.COMPARE_FEW)
    return wording.say(texts.COMPARE_HINT, seconds=f"{FULL_QUIET_S + FULL_SPEECH_S:.0f}")


def _button(devices: int, count: int, wording: Wording) -> str:
    if devices < 2:
        return ""
    if count < 2:
        return wording.say(texts.COMPARE_PLAIN)
    return wording.say(texts.COMPARE, count=str(count))


def _choice(device: MicrophoneDevice, now: Situation, wording: Wording) -> CompareChoice:
    word = connection_word(device.connection, wording)
    return CompareChoice(
        id=device.id,
        text=facts((device.name, word), wording.say),
        is_ticked=device.id in now.compared,
    )


def _headings(wording: Wording) -> tuple[str, ...]:
    named = (measurement_label(each, wording) for each in _SHOWN)
    return (wording.say(texts.NAME), wording.say(texts.RESULT), *named)


def _row(candidate: Candidate, wording: Wording) -> CompareRow:
    look = VERDICT_LOOKS[candidate.verdict]
    measured = {one.id: one for one in candidate.outcome.measurements}
    cells = tuple(
        format_value(measured[each].value, measured[each].unit) if each in measured else _NOTHING
        for each in _SHOWN
    )
    why = _why_not(candidate)
    return CompareRow(
        name=candidate.device.name,
        look=look,
        word=wording.say(look.word),
        cells=() if why else cells,
        why=wording.say(why) if why else "",
    )


def _why_not(candidate: Candidate) -> str:
    """Why a microphone has no result; empty where it has one."""
    if candidate.verdict is not Verdict.NOT_TESTED:
        return ""
    gaps = sorted(candidate.outcome.not_measured, key=lambda gap: gap.id != LEVEL)
    return gaps[0].detail if gaps else texts.NO_REASON


def _new_best(now: Situation, found: Comparison | None) -> MicrophoneDevice | None:
    """The best microphone, where choosing it would change anything."""
    best = found.best if found else None
    if best is None or best.id == now.microphone or (best.is_default and not now.microphone):
        return None
    return best
