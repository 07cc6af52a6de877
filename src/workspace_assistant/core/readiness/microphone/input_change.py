"""By how much to change the input volume, and how far the system's control goes.

The change is the one that the findings advise, in whole decibels: it brings the voice just into
what the profile calls ready.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.microphone.defects import judged_clipping
from workspace_assistant.core.readiness.microphone.measurements import (
    CLIPPING,
    FULL_SCALE,
    PEAK,
)
from workspace_assistant.core.readiness.microphone.ports import Volume
from workspace_assistant.core.readiness.microphone.steps import is_quiet, step_down_db, step_up_db
from workspace_assistant.core.readiness.microphone.voice_level import judged_dbov, voice_level
from workspace_assistant.core.readiness.model import Outcome
from workspace_assistant.core.readiness.profile.model import MicrophoneRequirement
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.core.text import QT_TRANSLATE_NOOP, Say, in_english

_DECISIVE = frozenset({CLIPPING, FULL_SCALE, PEAK})

RAISE = QT_TRANSLATE_NOOP("microphone", "Raise the input by {change}.")
LOWER = QT_TRANSLATE_NOOP("microphone", "Lower the input by {change}.")
CHANGED = QT_TRANSLATE_NOOP("microphone", "The input volume is {volume} now, {change} from before.")
UNCHANGED = QT_TRANSLATE_NOOP(
    "microphone", "The input volume stays at {volume}: the system's scale ends there."
)
FROM_ZERO = QT_TRANSLATE_NOOP("microphone", "The input volume is {volume} now; it was zero before.")
TO_ZERO = QT_TRANSLATE_NOOP("microphone", "The input volume is zero now: nothing is heard.")
STILL_MUTED = QT_TRANSLATE_NOOP("microphone", "The microphone is muted in the system.")
_LEAST_CHANGE_DB = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class InputChange:
    """A step of whole decibels, positive for louder, and the sentence on a button."""

    change_db: int
    sentence: str


def advised_change(outcome: Outcome, need: MicrophoneRequirement) -> InputChange | None:
    """The step that the findings of *outcome* advise; None where the input is well as it is.

    None as well for a voice that is clipped and yet quiet, or whose peaks leave no room: no one
    step at the system's control mends that, and the finding says what does.
    """
    values = {one.id: float(one.value) for one in outcome.measurements if one.id in _DECISIVE}
    found, band = voice_level(outcome), need.active_speech_level_dbov
    level = None if found is None else judged_dbov(found)
    judged = judged_clipping(values.get(CLIPPING, 0), values.get(FULL_SCALE, 0))
    is_clipped = any(one.severity for one in judged)
    if is_clipped and is_quiet(level, band):
        return None
    if level is not None and level < band.ready[0]:
        change_db = step_up_db(level, band, values.get(PEAK))
        return _change(change_db, RAISE) if change_db > 0 else None
    if is_clipped or (level is not None and level > band.ready[1]):
        return _change(-step_down_db(level, band, is_clipped=is_clipped), LOWER)
    return None


def _change(change_db: int, text: str) -> InputChange:
    sentence = Phrase(text, change=format_value(abs(change_db), "dB"))
    return InputChange(change_db=change_db, sentence=sentence)


def change_sentence(before: Volume, after: Volume, say: Say = in_english) -> str:
    """What became of a change: the system rounds, and its scale ends."""
    sentence = _moved(before.db, after.db, say)
    return f"{sentence} {say(STILL_MUTED)}" if after.is_muted else sentence


def _moved(before_db: float, after_db: float, say: Say) -> str:
    """Zero is minus infinity in decibels: no number of them leads there or away."""
    if after_db == -math.inf:
        return say(TO_ZERO)
    volume = format_value(after_db, "dB")
    if before_db == -math.inf:
        return say(FROM_ZERO, volume=volume)
    moved_db = after_db - before_db
    change = format_value(moved_db, "dB")
    text = UNCHANGED if abs(moved_db) < _LEAST_CHANGE_DB else CHANGED
    return say(text, volume=volume, change=f"+{change}" if moved_db > 0 else change)
