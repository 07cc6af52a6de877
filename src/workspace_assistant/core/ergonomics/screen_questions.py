"""What is asked about screen and telephone. Points by Sonne, Villalta and Andrews 2012."""

from __future__ import annotations

from workspace_assistant.core.ergonomics.model import Item, Kind, Option, Question, Section
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

HEADSET = "headset"
NO_PHONE = "none"

SCREEN_QUESTIONS: tuple[Question, ...] = (
    Question(
        id="monitor",
        section=Section.MONITOR_PHONE,
        item=Item.MONITOR,
        kind=Kind.CHOICE,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "How high is the screen that you look at most?"),
        help=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Sit as you do when you work and look straight ahead: that is eye level. The upper "
            "edge of the screen should be there or a little below. With bifocals the screen may "
            "be lower, so that your head stays level.",
        ),
        options=(
            Option(
                id="level",
                points=1,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "Its upper edge is at eye level or a little below."
                ),
            ),
            Option(
                id="low",
                points=2,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "Too low: I look down steeply, by more than about 30°."
                ),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Raise the screen until its upper edge is at eye level: books do as well as a "
                    "stand. A laptop then needs a keyboard and a mouse of its own.",
                ),
            ),
            Option(
                id="high",
                points=3,
                text=QT_TRANSLATE_NOOP("ergonomics", "Too high: I tilt my head back to see it."),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Lower the screen until its upper edge is at eye level and your neck is "
                    "straight.",
                ),
            ),
        ),
    ),
    Question(
        id="monitor-more",
        section=Section.MONITOR_PHONE,
        item=Item.MONITOR,
        kind=Kind.TICKS,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "Which of these are true of the screen?"),
        help=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Stretch out an arm: the screen should be about there, 40 to 75 cm (16 to 30 in) from "
            "your eyes. Glare shows best when the screen is dark.",
        ),
        options=(
            Option(
                id="too-far",
                points=1,
                text=QT_TRANSLATE_NOOP("ergonomics", "It is farther away than an arm's length."),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Bring the screen to arm's length, 40 to 75 cm (16 to 30 in), or enlarge the "
                    "text.",
                ),
            ),
            Option(
                id="neck-turned",
                points=1,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "I turn my neck to see it: it stands more than 30° to the side, or a second "
                    "screen does.",
                ),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Put the screen that you use most right in front of you, the other one close "
                    "beside it.",
                ),
            ),
            Option(
                id="glare",
                points=1,
                text=QT_TRANSLATE_NOOP("ergonomics", "Light or a window is mirrored in it."),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Turn the screen at a right angle to the window, close a blind, or move the "
                    "lamp.",
                ),
            ),
            Option(
                id="no-holder",
                points=1,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "I read papers that lie flat on the desk beside it."
                ),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics", "Stand papers up beside the screen, on a holder at its height."
                ),
            ),
        ),
    ),
    Question(
        id="phone",
        section=Section.MONITOR_PHONE,
        item=Item.PHONE,
        kind=Kind.CHOICE,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "How do you talk with customers?"),
        help=QT_TRANSLATE_NOOP(
            "ergonomics", "30 cm (12 in) is about the length of a sheet of paper."
        ),
        options=(
            Option(
                id=HEADSET,
                points=1,
                text=QT_TRANSLATE_NOOP("ergonomics", "With a headset, both hands free."),
            ),
            Option(
                id="near",
                points=1,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "With a telephone that is near, no more than 30 cm (12 in) away."
                ),
            ),
            Option(
                id="far",
                points=2,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "With a telephone that is more than 30 cm (12 in) away."
                ),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics", "Use a headset, or bring the telephone to within 30 cm (12 in)."
                ),
            ),
            Option(
                id=NO_PHONE,
                points=0,
                text=QT_TRANSLATE_NOOP("ergonomics", "I make no calls at this workplace."),
            ),
        ),
    ),
    Question(
        id="phone-more",
        section=Section.MONITOR_PHONE,
        item=Item.PHONE,
        kind=Kind.TICKS,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "Which of these are true of your calls?"),
        not_after=(HEADSET, NO_PHONE),
        options=(
            Option(
                id="clamped",
                points=2,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "I hold the telephone between neck and shoulder."
                ),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Use a headset: a telephone between neck and shoulder is the worst way to "
                    "hold it.",
                ),
            ),
            Option(
                id="no-hands-free",
                points=1,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "Talking with both hands free is not possible."
                ),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics", "Get a headset, so that both hands are free while you talk."
                ),
            ),
        ),
    ),
)
