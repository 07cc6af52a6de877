"""What the microphone page shows, in plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.ui.microphone import texts
from workspace_assistant.ui.microphone.compare_state import CompareState, compare_state
from workspace_assistant.ui.microphone.headset_state import HeadsetState, headset_state
from workspace_assistant.ui.microphone.hear_state import HearState, hear_state
from workspace_assistant.ui.microphone.hero_state import HeroState, hero_state
from workspace_assistant.ui.microphone.picker_state import PickerState, picker_state
from workspace_assistant.ui.microphone.score_state import (
    AdviceState,
    ChangesState,
    NumbersState,
    ScoreState,
    advice_state,
    changes_state,
    numbers_state,
    score_states,
)
from workspace_assistant.ui.microphone.situation import Activity, Situation
from workspace_assistant.ui.wording.wording import Wording

_RECORDING = frozenset({Activity.TAKE, Activity.COMPARE})


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveState:
    """Meter and spectrum; `target` is the band in dBFS to be in, None while it is to be quiet."""

    hint: str
    target: tuple[float, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """The whole page; what is None or empty takes no room."""

    hero: HeroState
    picker: PickerState | None
    live: LiveState | None
    scores: tuple[ScoreState, ...]
    numbers: NumbersState | None
    advice: AdviceState | None
    changes: ChangesState | None
    hear: HearState | None
    compare: CompareState | None
    headset: HeadsetState | None


def page_state(now: Situation, wording: Wording) -> PageState:
    """While something is recorded, nothing else is shown that could draw the eye."""
    is_recording = now.activity in _RECORDING
    return PageState(
        hero=hero_state(now, wording),
        picker=None if is_recording else picker_state(now, wording),
        live=_live(now, wording),
        scores=() if is_recording else score_states(now, wording),
        numbers=None if is_recording else numbers_state(now, wording),
        advice=None if is_recording else advice_state(now, wording),
        changes=None if is_recording else changes_state(now, wording),
        hear=None if is_recording else hear_state(now, wording),
        compare=None if is_recording else compare_state(now, wording),
        headset=None if is_recording else headset_state(now, wording),
    )


def _live(now: Situation, wording: Wording) -> LiveState | None:
    """The live picture, from the first sound on."""
    if now.activity not in _RECORDING or now.level is None or now.profile is None:
        return None
    is_quiet = now.level.phase == "quiet"
    band = now.profile.microphone.active_speech_level_dbov.ready
    hint = texts.QUIET_HINT if is_quiet else texts.LEVEL_HINT
    return LiveState(hint=wording.say(hint), target=None if is_quiet else band)
