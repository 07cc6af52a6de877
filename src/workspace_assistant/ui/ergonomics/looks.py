"""How results of self-checks look: always icon, word and color together."""

from __future__ import annotations

from workspace_assistant.ui.ergonomics import texts
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.verdict_look import Look

FINE = Look(Tone.OK, "check", texts.STATE_LOW)
CHANGE = Look(Tone.CAUTION, "exclamation", texts.STATE_HIGH)
OPEN = Look(Tone.UNTESTED, "question", texts.STATE_OPEN)
NEVER = Look(Tone.UNTESTED, "dash", texts.NEVER_CHECKED)
UNDER_WAY = Look(Tone.ACCENT, "wait", texts.STATE_UNDER_WAY)
DROPPED = Look(Tone.UNTESTED, "dash", texts.STATE_DISCARDED)
AGAIN = Look(Tone.ACCENT, "clock", texts.STATE_DUE)
