"""How states and parts of blocks look: always icon, word and color together."""

from __future__ import annotations

from workspace_assistant.core.focus.labels import STATES
from workspace_assistant.core.focus.model import BlockState
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.verdict_look import Look

STATE_LOOKS = {
    BlockState.RUNNING: Look(Tone.ACCENT, "focus", STATES[BlockState.RUNNING]),
    BlockState.PAUSED: Look(Tone.UNTESTED, "pause", STATES[BlockState.PAUSED]),
    BlockState.AWAY: Look(Tone.CAUTION, "wait", STATES[BlockState.AWAY]),
    BlockState.COMPLETED: Look(Tone.OK, "check", STATES[BlockState.COMPLETED]),
    BlockState.UNCOMPLETED: Look(Tone.UNTESTED, "dash", STATES[BlockState.UNCOMPLETED]),
    BlockState.ENDED: Look(Tone.ACCENT, "check", STATES[BlockState.ENDED]),
}
ALONE = Look(Tone.CAUTION, "question", texts.ALONE)
QUESTION = Look(Tone.CAUTION, "question", texts.LEGEND_OPEN)
INTERRUPTION = Look(Tone.CAUTION, "exclamation", texts.LEGEND_INTERRUPTION)
FIRST = Look(Tone.ACCENT, "focus", texts.FOCUS)
