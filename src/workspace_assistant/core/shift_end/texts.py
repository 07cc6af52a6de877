"""Every sentence of what is asked at the edges of a shift."""

from __future__ import annotations

from workspace_assistant.core.ergonomics.model import DueReason
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

CHECK_IN_TITLE = QT_TRANSLATE_NOOP("shift-end", "How was your shift?")
CHECK_IN_BODY = QT_TRANSLATE_NOOP(
    "shift-end", "A few answers from 1 to 5. What you tell stays on this computer."
)
ANSWER = QT_TRANSLATE_NOOP("shift-end", "Answer (20 s)")
NOT_TODAY = QT_TRANSLATE_NOOP("shift-end", "Not today")

SELF_CHECK_TITLE = QT_TRANSLATE_NOOP("shift-end", "Time for a self-check of “{workplace}”")
SELF_CHECK_BODIES = {
    DueReason.CHANGED: QT_TRANSLATE_NOOP(
        "shift-end",
        "You said that something has changed there. It takes about five minutes, at a quiet time.",
    ),
    DueReason.AGE: QT_TRANSLATE_NOOP(
        "shift-end",
        "The last one is 90 days old or older. It takes about five minutes, at a quiet time.",
    ),
}
WEEK_TITLE = QT_TRANSLATE_NOOP("shift-end", "Your week")
OPEN = QT_TRANSLATE_NOOP("shift-end", "Open")
