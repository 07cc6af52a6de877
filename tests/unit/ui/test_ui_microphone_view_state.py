"""Which parts of the microphone page are there when."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes import microphone_page as fakes
from tests.unit.ui.microphone_situations import (
    IDLE,
    recording,
    shown,
)
from workspace_assistant.ui.microphone.situation import Activity


class TestLive:
    def test_only_while_something_is_heard(self) -> None:
        assert shown(IDLE).live is None
        assert shown(replace(IDLE, activity=Activity.TAKE)).live is None

    def test_the_band_to_be_in_is_shown_for_speech_alone(self) -> None:
        quiet, speech = shown(recording("quiet")).live, shown(recording("speech")).live
        assert quiet is not None
        assert quiet.target is None
        assert quiet.hint == "What moves now is the noise of your room."
        assert speech is not None
        assert speech.target == (-34, -12)
        assert speech.hint.startswith("While you speak,")

    def test_nothing_else_draws_the_eye_then(self) -> None:
        state = shown(replace(recording("speech"), take=fakes.take_of(fakes.poor())))
        assert (state.picker, state.scores, state.numbers, state.advice) == (None, (), None, None)
        assert (state.changes, state.hear, state.compare, state.headset) == (None,) * 4
