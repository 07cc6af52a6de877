"""How shifts, their sources and reminders look: always icon, word and color together."""

from __future__ import annotations

from workspace_assistant.core.reminders.model import Outcome
from workspace_assistant.core.reminders.texts import OUTCOME_WORDS
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.verdict_look import Look

NOW = Look(Tone.ACCENT, "clock", texts.STATE_NOW)
COMING = Look(Tone.UNTESTED, "shifts", texts.STATE_COMING)
OFF = Look(Tone.UNTESTED, "dash", texts.STATE_OFF)
OVER = Look(Tone.UNTESTED, "check", texts.STATE_OVER)

NEXT = Look(Tone.ACCENT, "shifts", texts.SHIFTS)
NONE_COMING = Look(Tone.UNTESTED, "shifts", texts.SHIFTS)
QUESTION = Look(Tone.CAUTION, "question", texts.REMOVE)
NEWS = Look(Tone.ACCENT, "note", texts.SHIFTS)

FRESH = Look(Tone.OK, "check", texts.FRESH)
STALE = Look(Tone.CAUTION, "exclamation", texts.STALE)
FAILING = Look(Tone.UNTESTED, "wait", texts.FAILING)
BROKEN = Look(Tone.BAD, "cross", texts.BROKEN)
BEING_READ = Look(Tone.ACCENT, "wait", texts.BEING_READ)

OUTCOMES = {
    Outcome.SHOWN: Look(Tone.ACCENT, "note", OUTCOME_WORDS[Outcome.SHOWN]),
    Outcome.HELD_BACK: Look(Tone.UNTESTED, "dash", OUTCOME_WORDS[Outcome.HELD_BACK]),
    Outcome.MERGED: Look(Tone.UNTESTED, "dash", OUTCOME_WORDS[Outcome.MERGED]),
    Outcome.FAILED: Look(Tone.BAD, "cross", OUTCOME_WORDS[Outcome.FAILED]),
}
