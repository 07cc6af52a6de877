"""Every word about where to get help."""

from __future__ import annotations

from workspace_assistant.core.check_in.model import Item
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

SAID = {
    Item.EYES: QT_TRANSLATE_NOOP(
        "check-in", "Your check-ins have told of tired eyes for {weeks} weeks."
    ),
    Item.VOICE: QT_TRANSLATE_NOOP(
        "check-in", "Your check-ins have told of a strained voice for {weeks} weeks."
    ),
    Item.BODY: QT_TRANSLATE_NOOP(
        "check-in", "Your check-ins have told of a tense or aching body for {weeks} weeks."
    ),
    Item.ENERGY: QT_TRANSLATE_NOOP(
        "check-in", "Your check-ins have told of little energy for {weeks} weeks."
    ),
    Item.SWITCH_OFF: QT_TRANSLATE_NOOP(
        "check-in", "Your check-ins have told of trouble to switch off for {weeks} weeks."
    ),
    Item.CONTACT: QT_TRANSLATE_NOOP(
        "check-in", "Your check-ins have told of little contact with colleagues for {weeks} weeks."
    ),
}

NO_DIAGNOSIS = QT_TRANSLATE_NOOP(
    "check-in", "This is no diagnosis: it says only what you told, and who can help."
)

EYE_TEST = QT_TRANSLATE_NOOP(
    "check-in",
    "Ask your employer for an eye test: in the EU and the UK people who work at screens may have "
    "one, and need not pay for it.",
)
DOCTOR_OF_WORK = QT_TRANSLATE_NOOP(
    "check-in",
    "An occupational physician, where your employer has one, knows your work, looks at both, and "
    "has a doctor's duty of confidentiality.",
)
VOICE_DOCTOR = QT_TRANSLATE_NOOP(
    "check-in", "See a doctor with a voice that has been hoarse for two weeks or more."
)
TELL_EARLY = QT_TRANSLATE_NOOP(
    "check-in",
    "Tell your lead or the person for safety at work early, and do the self-check of your "
    "workplace; see a doctor with pain that stays.",
)
TALK = QT_TRANSLATE_NOOP(
    "check-in",
    "Talk with somebody you trust: your lead, the works council or another representative, or a "
    "counseling service of your employer.",
)
DOCTOR = QT_TRANSLATE_NOOP(
    "check-in", "Your doctor or an occupational physician can help as well, and keeps it private."
)
URGENT = QT_TRANSLATE_NOOP(
    "check-in",
    "If you feel that you cannot go on, call the emergency number or a crisis line of your "
    "country now.",
)
COLLEAGUES = QT_TRANSLATE_NOOP(
    "check-in", "Ask your team for one fixed call a week that has no agenda."
)
