"""How breaks, their outcomes and tips look: always icon, word and color together."""

from __future__ import annotations

from workspace_assistant.core.breaks.model import Outcome
from workspace_assistant.core.reminders.model import Outcome as Told
from workspace_assistant.core.reminders.texts import OUTCOME_WORDS
from workspace_assistant.core.tips.model import Stand
from workspace_assistant.core.tips.texts import STANDS
from workspace_assistant.ui.breaks import texts
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.verdict_look import Look

WORKING = Look(Tone.ACCENT, "clock", texts.STATE_BREAKS)
RESTING = Look(Tone.UNTESTED, "breaks", texts.STATE_BREAKS)
ELSEWHERE = Look(Tone.UNTESTED, "window", texts.STATE_BREAKS)
OFF = Look(Tone.UNTESTED, "dash", texts.STATE_OFF)
DUE = Look(Tone.CAUTION, "breaks", texts.STATE_DUE)
HELD = Look(Tone.UNTESTED, "wait", texts.STATE_HELD)
RUNNING = Look(Tone.OK, "pause", texts.STATE_RUNNING)
QUIET = Look(Tone.UNTESTED, "pause", texts.STATE_QUIET)
OPEN = Look(Tone.ACCENT, "wait", texts.OPEN)
BROKEN_OFF = Look(Tone.UNTESTED, "dash", texts.BROKEN_OFF)
TIP = Look(Tone.ACCENT, "note", texts.STATE_TIP)

OUTCOMES = {
    Outcome.TAKEN: Look(Tone.OK, "check", texts.OUTCOMES[Outcome.TAKEN]),
    Outcome.NATURAL: Look(Tone.OK, "check", texts.OUTCOMES[Outcome.NATURAL]),
    Outcome.SHORTENED: Look(Tone.ACCENT, "check", texts.OUTCOMES[Outcome.SHORTENED]),
    Outcome.POSTPONED: Look(Tone.UNTESTED, "clock", texts.OUTCOMES[Outcome.POSTPONED]),
    Outcome.SKIPPED: Look(Tone.UNTESTED, "dash", texts.OUTCOMES[Outcome.SKIPPED]),
    Outcome.BLOCKED: Look(Tone.CAUTION, "exclamation", texts.OUTCOMES[Outcome.BLOCKED]),
}
TOLD = {
    Told.SHOWN: Look(Tone.ACCENT, "note", OUTCOME_WORDS[Told.SHOWN]),
    Told.HELD_BACK: Look(Tone.UNTESTED, "dash", OUTCOME_WORDS[Told.HELD_BACK]),
    Told.MERGED: Look(Tone.UNTESTED, "dash", OUTCOME_WORDS[Told.MERGED]),
    Told.FAILED: Look(Tone.BAD, "cross", OUTCOME_WORDS[Told.FAILED]),
}
STAND_LOOKS = {
    Stand.CHOSEN: Look(Tone.ACCENT, "note", STANDS[Stand.CHOSEN]),
    Stand.FITS: Look(Tone.ACCENT, "check", STANDS[Stand.FITS]),
    Stand.HELD_BACK: Look(Tone.UNTESTED, "wait", STANDS[Stand.HELD_BACK]),
    Stand.NOT_RELEVANT: Look(Tone.UNTESTED, "dash", STANDS[Stand.NOT_RELEVANT]),
    Stand.NOT_KNOWN: Look(Tone.UNTESTED, "question", STANDS[Stand.NOT_KNOWN]),
}
