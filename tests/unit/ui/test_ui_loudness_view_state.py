"""What the panel of loudness says."""

from __future__ import annotations

import pytest

from tests.fakes.wording import EnglishWording
from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.telling import known, unknown
from workspace_assistant.core.loudness.model import WhyNot
from workspace_assistant.core.loudness.texts import NEEDS_BREAKS, PRIVATE
from workspace_assistant.ui.loudness import texts
from workspace_assistant.ui.loudness.situation import Seen, Situation
from workspace_assistant.ui.loudness.view_state import PanelState, panel_state

CHANGE = "calls.loudness_change"
LOUDER = known(CHANGE, 6.5, count=9)
NOT_YET = unknown(CHANGE, "loudness-not-comparable", least="5")
LOUDER_WORDS = (
    "Your voice in calls was 6.5 dB louder than usual in the last seven days (9 levels, same "
    "microphone and volume)."
)


def shown(
    trend: Fact | Unknown, *, is_on: bool = True, obstacle: str = "", why: WhyNot | None = None
) -> PanelState:
    seen = Seen(is_on=is_on, obstacle=obstacle, trend=trend)
    state = panel_state(Situation(seen=seen, why=why), EnglishWording())
    assert state is not None
    return state


def test_nothing_is_shown_before_anything_is_known() -> None:
    assert panel_state(Situation(), EnglishWording()) is None


def test_what_cannot_be_read_is_said() -> None:
    state = panel_state(Situation(trouble="The disk is gone."), EnglishWording())
    assert state == PanelState(is_on=False, trend="", remarks=(), trouble="The disk is gone.")


def test_whoever_left_it_off_is_told_what_it_does_and_what_it_keeps() -> None:
    assert shown(NOT_YET, is_on=False).remarks == (texts.INTRO, PRIVATE)
    assert shown(NOT_YET, is_on=False).trend == ""
    assert shown(LOUDER, is_on=False).trend == LOUDER_WORDS


@pytest.mark.parametrize(
    ("trend", "words"),
    [(LOUDER, LOUDER_WORDS), (NOT_YET, "This needs 5 levels of calls in the last seven days")],
)
def test_the_trend_or_why_there_is_none(trend: Fact | Unknown, words: str) -> None:
    state = shown(trend)
    assert state.trend.startswith(words)
    assert state.remarks == (texts.LIMITS, PRIVATE)


def test_why_the_last_take_failed_is_said_but_for_what_always_stands_in_the_way() -> None:
    muted = shown(NOT_YET, why=WhyNot.MUTED)
    assert muted.remarks[0] == (
        "Not measured last time: The microphone is muted in the sound settings."
    )
    off = shown(NOT_YET, obstacle=NEEDS_BREAKS, why=WhyNot.MUTED)
    assert off.remarks == (NEEDS_BREAKS, texts.LIMITS, PRIVATE)
