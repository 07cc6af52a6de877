"""Every word about tips that is not in the catalog itself."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP
from workspace_assistant.core.tips.model import Answer, Grade, Stand

# In the order of the catalog's files and of the page.
TOPICS = {
    "noise": QT_TRANSLATE_NOOP("tips", "Noise"),
    "family_pets_door": QT_TRANSLATE_NOOP("tips", "Family, pets and the door"),
    "phone_chat": QT_TRANSLATE_NOOP("tips", "Phone, chat and the web"),
    "desk": QT_TRANSLATE_NOOP("tips", "Chair, desk and mouse"),
    "screen": QT_TRANSLATE_NOOP("tips", "Screen, eyes and light"),
    "breaks": QT_TRANSLATE_NOOP("tips", "Breaks"),
    "voice": QT_TRANSLATE_NOOP("tips", "Voice and headset"),
    "hard_contacts": QT_TRANSLATE_NOOP("tips", "Hard contacts"),
    "isolation": QT_TRANSLATE_NOOP("tips", "Working alone and talking to the team"),
    "switching_off": QT_TRANSLATE_NOOP("tips", "Time and switching off"),
    "learning": QT_TRANSLATE_NOOP("tips", "Learning"),
    "readiness": QT_TRANSLATE_NOOP("tips", "Line and computer"),
}

GRADES = {
    Grade.REVIEW: QT_TRANSLATE_NOOP("tips", "Review of many studies"),
    Grade.STUDY: QT_TRANSLATE_NOOP("tips", "One study"),
    Grade.GUIDANCE: QT_TRANSLATE_NOOP("tips", "Official guidance"),
    Grade.IDEA: QT_TRANSLATE_NOOP("tips", "Idea"),
}

STANDS = {
    Stand.CHOSEN: QT_TRANSLATE_NOOP("tips", "Chosen"),
    Stand.FITS: QT_TRANSLATE_NOOP("tips", "Fits"),
    Stand.HELD_BACK: QT_TRANSLATE_NOOP("tips", "Held back"),
    Stand.NOT_RELEVANT: QT_TRANSLATE_NOOP("tips", "Not relevant now"),
    Stand.NOT_KNOWN: QT_TRANSLATE_NOOP("tips", "Not known"),
}

ANSWERS = {
    Answer.HELPED: QT_TRANSLATE_NOOP("tips", "It helped"),
    Answer.NOT_NOW: QT_TRANSLATE_NOOP("tips", "Not now"),
    Answer.DOES_NOT_APPLY: QT_TRANSLATE_NOOP("tips", "Does not apply to me"),
    Answer.PUT_BACK: QT_TRANSLATE_NOOP("tips", "Put back"),
}

# Of a choice, of a silence, and of each tip.
REASONS = {
    "fits": QT_TRANSLATE_NOOP("tips", "It fits what was measured or logged."),
    "in-call": QT_TRANSLATE_NOOP("tips", "The microphone is in use: a call may be going on."),
    "open-block": QT_TRANSLATE_NOOP("tips", "A focus block is open."),
    "once-an-hour": QT_TRANSLATE_NOOP("tips", "A tip was shown within the last hour."),
    "three-a-shift": QT_TRANSLATE_NOOP("tips", "Three tips were shown in this shift."),
    "three-a-day": QT_TRANSLATE_NOOP("tips", "Three tips were shown today."),
    "nothing-fits": QT_TRANSLATE_NOOP(
        "tips", "No tip that may be shown fits what is known of your work."
    ),
    "offered-elsewhere": QT_TRANSLATE_NOOP(
        "tips", "The window or another command showed a tip just now."
    ),
    "another-first": QT_TRANSLATE_NOOP("tips", "Another tip comes first."),
    "shown-lately": QT_TRANSLATE_NOOP("tips", "You saw it not long ago."),
    "not-now": QT_TRANSLATE_NOOP("tips", "You said “not now” in this shift."),
    "does-not-apply": QT_TRANSLATE_NOOP("tips", "You said that it does not apply to you."),
    "condition-fails": QT_TRANSLATE_NOOP("tips", "What was measured or logged gives no reason."),
    "facts-missing": QT_TRANSLATE_NOOP("tips", "What it depends on is not known."),
}

TITLE = QT_TRANSLATE_NOOP("tips", "Tip: {topic}")

NO_SUCH_TIP = QT_TRANSLATE_NOOP("tips", "There is no tip “{tip}”.")
