"""What the mini timer shows, in plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.ui.focus.looks import INTERRUPTION
from workspace_assistant.ui.focus.running_state import (
    RingState,
    interruption_state,
    running_state,
)
from workspace_assistant.ui.focus.situation import Situation
from workspace_assistant.ui.mini_timer import texts
from workspace_assistant.ui.verdict_look import FAILED, Look
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class MiniState:
    """The open block in a few words.

    Attributes:
        line: how it stands, and since when.
        proceed: what the button says that pauses or goes on.
        can_act: else the window asks something first.
        can_interrupt: the clock goes on.
        is_interrupted: "back" is what there is to say.
    """

    name: str
    look: Look
    line: str
    ring: RingState
    proceed: str
    can_act: bool
    can_interrupt: bool
    is_interrupted: bool


def mini_state(now: Situation, wording: Wording) -> MiniState | None:
    """None where no block is open."""
    if now.now is None or now.block is None:
        return None
    running = running_state(now.now, now.block, wording)
    going_on = interruption_state(now.now, now.block, wording)
    look, line = running.look, running.sentence or wording.say(running.look.word)
    if now.trouble:
        look, line = FAILED, now.trouble
    elif not running.can_act:
        line = wording.say(texts.WAITS)
    elif going_on is not None and going_on.is_open:
        look, line = INTERRUPTION, going_on.headline
    return MiniState(
        name=running.name,
        look=look,
        line=line,
        ring=running.ring,
        proceed=running.proceed,
        can_act=running.can_act and not now.trouble,
        can_interrupt=going_on is not None,
        is_interrupted=going_on is not None and going_on.is_open,
    )
