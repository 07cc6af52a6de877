"""What is asked about posture: the ten points of OSHA's checklist for computer workstations.

Own wording. It counts for no score.
"""

from __future__ import annotations

from workspace_assistant.core.ergonomics.model import Kind, Option, Question, Section
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_HELP = QT_TRANSLATE_NOOP(
    "ergonomics",
    "Take the posture that you have in the middle of a call, and do not sit better for the "
    "question. A glance in a mirror or a photo from the side tells more than feeling does.",
)

POSTURE_QUESTIONS: tuple[Question, ...] = (
    Question(
        id="posture-body",
        section=Section.POSTURE,
        kind=Kind.TICKS,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "Which of these are true of head and back?"),
        help=_HELP,
        options=(
            Option(
                id="head-forward",
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "My head is in front of my shoulders, or bent."
                ),
            ),
            Option(
                id="twisted",
                text=QT_TRANSLATE_NOOP("ergonomics", "I sit twisted: head or body turned aside."),
            ),
            Option(
                id="leaning",
                text=QT_TRANSLATE_NOOP("ergonomics", "I lean forward or slump."),
            ),
            Option(
                id="back-free",
                text=QT_TRANSLATE_NOOP("ergonomics", "My lower back touches no support."),
            ),
        ),
    ),
    Question(
        id="posture-arms",
        section=Section.POSTURE,
        kind=Kind.TICKS,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "Which of these are true of shoulders and arms?"),
        help=_HELP,
        options=(
            Option(
                id="shoulders-up",
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "My shoulders are drawn up, or my upper arms point forward."
                ),
            ),
            Option(
                id="elbows-out",
                text=QT_TRANSLATE_NOOP("ergonomics", "My elbows are away from my body."),
            ),
            Option(
                id="forearms-sloping",
                text=QT_TRANSLATE_NOOP("ergonomics", "My forearms slope clearly up or down."),
            ),
            Option(
                id="wrists-bent",
                text=QT_TRANSLATE_NOOP("ergonomics", "My wrists are bent, up, down or sideways."),
            ),
        ),
    ),
    Question(
        id="posture-legs",
        section=Section.POSTURE,
        kind=Kind.TICKS,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "Which of these are true of legs and feet?"),
        help=_HELP,
        options=(
            Option(
                id="thighs-sloping",
                text=QT_TRANSLATE_NOOP("ergonomics", "My thighs slope clearly up or down."),
            ),
            Option(
                id="feet-free",
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "My feet do not rest flat on the floor or a footrest."
                ),
            ),
        ),
    ),
)
