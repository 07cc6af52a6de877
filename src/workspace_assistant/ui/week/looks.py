"""How a week, its numbers and its goals look: always icon, word and color together."""

from __future__ import annotations

from workspace_assistant.core.balance.goal_texts import STANDINGS
from workspace_assistant.core.balance.model import State
from workspace_assistant.core.balance.settings_model import Standing
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.week import texts

WEEK = Look(Tone.ACCENT, "week", texts.STATE_WEEK)
ALL_MET = Look(Tone.OK, "check", texts.STATE_ALL_MET)
QUIET = Look(Tone.UNTESTED, "week", texts.STATE_WEEK)
OFF = Look(Tone.UNTESTED, "pause", texts.STATE_OFF)

STATES = {
    State.MET: Look(Tone.OK, "check", texts.STATES[State.MET]),
    State.NOT_MET: Look(Tone.CAUTION, "exclamation", texts.STATES[State.NOT_MET]),
    State.NOT_ENOUGH_DATA: Look(Tone.UNTESTED, "question", texts.STATES[State.NOT_ENOUGH_DATA]),
    State.INFORMATION: Look(Tone.UNTESTED, "dash", texts.STATES[State.INFORMATION]),
}

GOAL_REACHED = Look(Tone.OK, "check", STANDINGS[Standing.REACHED])
GOAL_OPEN = Look(Tone.ACCENT, "focus", STANDINGS[Standing.OPEN])
GOAL_MISSED = Look(Tone.UNTESTED, "dash", STANDINGS[Standing.MISSED])
GOAL_UNKNOWN = Look(Tone.UNTESTED, "question", STANDINGS[Standing.UNKNOWN])
GOALS = {
    Standing.REACHED: GOAL_REACHED,
    Standing.OPEN: GOAL_OPEN,
    Standing.MISSED: GOAL_MISSED,
    Standing.UNKNOWN: GOAL_UNKNOWN,
}

THERE = Look(Tone.OK, "check", texts.GUIDE_THERE)
MISSING = Look(Tone.UNTESTED, "dash", texts.GUIDE_MISSING)
SUGGESTION = Look(Tone.ACCENT, "note", texts.STATE_SUGGESTION)
