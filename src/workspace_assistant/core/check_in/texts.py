"""Every word of check-ins."""

from __future__ import annotations

from workspace_assistant.core.check_in.model import Item
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

QUESTIONS = {
    Item.EYES: QT_TRANSLATE_NOOP("check-in", "How do your eyes feel?"),
    Item.VOICE: QT_TRANSLATE_NOOP("check-in", "How does your voice feel?"),
    Item.BODY: QT_TRANSLATE_NOOP("check-in", "How does your body feel?"),
    Item.ENERGY: QT_TRANSLATE_NOOP("check-in", "How much energy is left?"),
    Item.SWITCH_OFF: QT_TRANSLATE_NOOP("check-in", "Could you switch off after your last shift?"),
    Item.CONTACT: QT_TRANSLATE_NOOP("check-in", "Did you talk with a colleague?"),
}

NAMES = {
    Item.EYES: QT_TRANSLATE_NOOP("check-in", "Eyes"),
    Item.VOICE: QT_TRANSLATE_NOOP("check-in", "Voice"),
    Item.BODY: QT_TRANSLATE_NOOP("check-in", "Body"),
    Item.ENERGY: QT_TRANSLATE_NOOP("check-in", "Energy"),
    Item.SWITCH_OFF: QT_TRANSLATE_NOOP("check-in", "Switching off"),
    Item.CONTACT: QT_TRANSLATE_NOOP("check-in", "Talk with colleagues"),
}

# What 1 and 5 stand for.
ENDS = {
    Item.EYES: (
        QT_TRANSLATE_NOOP("check-in", "sore or tired"),
        QT_TRANSLATE_NOOP("check-in", "fresh"),
    ),
    Item.VOICE: (
        QT_TRANSLATE_NOOP("check-in", "hoarse or strained"),
        QT_TRANSLATE_NOOP("check-in", "clear"),
    ),
    Item.BODY: (
        QT_TRANSLATE_NOOP("check-in", "tense or aching"),
        QT_TRANSLATE_NOOP("check-in", "at ease"),
    ),
    Item.ENERGY: (
        QT_TRANSLATE_NOOP("check-in", "none"),
        QT_TRANSLATE_NOOP("check-in", "plenty"),
    ),
    Item.SWITCH_OFF: (
        QT_TRANSLATE_NOOP("check-in", "not at all"),
        QT_TRANSLATE_NOOP("check-in", "completely"),
    ),
    Item.CONTACT: (
        QT_TRANSLATE_NOOP("check-in", "with nobody"),
        QT_TRANSLATE_NOOP("check-in", "as much as I wanted"),
    ),
}

NO_VALUE = QT_TRANSLATE_NOOP(
    "check-in", "{value} is no answer for “{item}”: choose a whole number from 1 to 5."
)
NO_COUNT = QT_TRANSLATE_NOOP("check-in", "{value} is no count: choose one from 0 to {most}.")
TOO_MANY_OF = QT_TRANSLATE_NOOP(
    "check-in",
    "Hard contacts: {whole}. Of these {kind}: {part}, which is more than all of them. Please "
    "correct one of the two.",
)
NO_WHOLE = QT_TRANSLATE_NOOP(
    "check-in", "How many contacts were hard in all? Tell that too, to say how many were {kind}."
)
ABUSIVE = QT_TRANSLATE_NOOP("check-in", "abusive")
SOLVED = QT_TRANSLATE_NOOP("check-in", "solved")
NO_MINUTES = QT_TRANSLATE_NOOP(
    "check-in", "{value} are no minutes of learning in a shift: choose from 0 to {most}."
)
LONG_NOTE = QT_TRANSLATE_NOOP("check-in", "The note has more than {most} letters. Shorten it.")
NOTHING_TOLD = QT_TRANSLATE_NOOP("check-in", "A check-in needs one answer at least.")
NO_SUCH = QT_TRANSLATE_NOOP("check-in", "No check-in has an id that begins with “{beginning}”.")
SEVERAL = QT_TRANSLATE_NOOP(
    "check-in", "Several check-ins have an id that begins with “{beginning}”. Give more of it."
)
NO_MARK = QT_TRANSLATE_NOOP("check-in", "No hard contact was marked today.")
