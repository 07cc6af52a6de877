"""What is asked about the chair. Own wording; points by Sonne, Villalta and Andrews 2012."""

from __future__ import annotations

from workspace_assistant.core.ergonomics.model import Item, Kind, Option, Question, Section
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

# Whoever has none is asked nothing of them.
NO_ARMRESTS = "none"

CHAIR_QUESTIONS: tuple[Question, ...] = (
    Question(
        id="seat-height",
        section=Section.CHAIR,
        item=Item.SEAT_HEIGHT,
        kind=Kind.CHOICE,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "How high is your seat?"),
        help=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Sit back as you do when you work, and look at your knees and feet. A footrest counts "
            "as floor.",
        ),
        options=(
            Option(
                id="level",
                points=1,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "My feet are flat on the floor and my knees at about 90°."
                ),
            ),
            Option(
                id="low",
                points=2,
                text=QT_TRANSLATE_NOOP("ergonomics", "Too low: my knees are higher than my hips."),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Raise the seat until your knees are at about 90° with both feet flat on the "
                    "floor. A firm cushion does it where the seat cannot be raised.",
                ),
            ),
            Option(
                id="high",
                points=2,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Too high: my feet touch the floor, but my knees are opened wide.",
                ),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Lower the seat until your knees are at about 90°, or put your feet on a "
                    "footrest if the desk does not allow it.",
                ),
            ),
            Option(
                id="no-floor",
                points=3,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "So high that my feet do not reach the floor."
                ),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Get both feet onto something firm: lower the seat, or use a footrest or a "
                    "stable box.",
                ),
            ),
        ),
    ),
    Question(
        id="seat-height-more",
        section=Section.CHAIR,
        item=Item.SEAT_HEIGHT,
        kind=Kind.TICKS,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "Which of these are true of the seat's height?"),
        options=(
            Option(
                id="no-room",
                points=1,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "Under the desk there is no room to cross my legs."
                ),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Clear the space under the desk: boxes, drawers and cables out, until you can "
                    "cross your legs.",
                ),
            ),
            Option(
                id="fixed",
                points=1,
                text=QT_TRANSLATE_NOOP("ergonomics", "The height cannot be changed."),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics", "Get a chair whose height can be set; used office chairs do."
                ),
            ),
        ),
    ),
    Question(
        id="seat-depth",
        section=Section.CHAIR,
        item=Item.SEAT_DEPTH,
        kind=Kind.CHOICE,
        prompt=QT_TRANSLATE_NOOP(
            "ergonomics", "How much room is between the edge of the seat and the back of your knee?"
        ),
        help=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Sit with your back against the backrest and put fingers flat between the edge and "
            "your knee: about 7.5 cm (3 in) is right, which is four fingers of most hands.",
        ),
        options=(
            Option(
                id="right",
                points=1,
                text=QT_TRANSLATE_NOOP("ergonomics", "About four fingers, 7.5 cm (3 in)."),
            ),
            Option(
                id="long",
                points=2,
                text=QT_TRANSLATE_NOOP("ergonomics", "Less: the seat is too long for me."),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Slide the seat back, or put a cushion behind your back, until four fingers "
                    "fit behind your knee.",
                ),
            ),
            Option(
                id="short",
                points=2,
                text=QT_TRANSLATE_NOOP("ergonomics", "More: the seat is too short for me."),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Slide the seat forward until only four fingers fit behind your knee.",
                ),
            ),
        ),
    ),
    Question(
        id="seat-depth-more",
        section=Section.CHAIR,
        item=Item.SEAT_DEPTH,
        kind=Kind.TICKS,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "Is this true of the seat's depth?"),
        options=(
            Option(
                id="fixed",
                points=1,
                text=QT_TRANSLATE_NOOP("ergonomics", "The depth cannot be changed."),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "When you choose the next chair, take one whose seat can be slid.",
                ),
            ),
        ),
    ),
    Question(
        id="armrests",
        section=Section.CHAIR,
        item=Item.ARMRESTS,
        kind=Kind.CHOICE,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "How do your elbows rest while you type?"),
        help=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Let both shoulders drop first. Your elbows should be carried just there, in line with "
            "the shoulders.",
        ),
        options=(
            Option(
                id="level",
                points=1,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "Carried, right below shoulders that are relaxed."
                ),
            ),
            Option(
                id="off",
                points=2,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "The armrests are too high or too low for that."
                ),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Set the armrests to where your elbows are when your shoulders hang relaxed.",
                ),
            ),
            Option(
                id=NO_ARMRESTS,
                points=2,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "There are no armrests, and nothing else carries my arms."
                ),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Let the desk carry your forearms: move closer, with the desk at elbow height, "
                    "or use a chair with armrests.",
                ),
            ),
        ),
    ),
    Question(
        id="armrests-more",
        section=Section.CHAIR,
        item=Item.ARMRESTS,
        kind=Kind.TICKS,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "Which of these are true of the armrests?"),
        not_after=(NO_ARMRESTS,),
        options=(
            Option(
                id="hard",
                points=1,
                text=QT_TRANSLATE_NOOP("ergonomics", "They are hard or damaged."),
                fix=QT_TRANSLATE_NOOP("ergonomics", "Pad the armrests, or change them."),
            ),
            Option(
                id="wide",
                points=1,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "They are so far apart that my elbows point outward."
                ),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics", "Move the armrests inward until your elbows stay at your sides."
                ),
            ),
            Option(
                id="fixed",
                points=1,
                text=QT_TRANSLATE_NOOP("ergonomics", "They cannot be adjusted."),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Take armrests off that cannot be set, if the desk can carry your forearms.",
                ),
            ),
        ),
    ),
    Question(
        id="backrest",
        section=Section.CHAIR,
        item=Item.BACKREST,
        kind=Kind.CHOICE,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "What does your back rest on while you work?"),
        help=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Think of how you sit in the middle of a call, not of how you would like to sit. "
            "95° to 110° is upright to slightly leaned back.",
        ),
        options=(
            Option(
                id="supported",
                points=1,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "The backrest supports my lower back, upright to slightly leaned back.",
                ),
            ),
            Option(
                id="no-lumbar",
                points=2,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "It does not support my lower back, or at the wrong height."
                ),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Set the lumbar support to the hollow of your back; a rolled towel does it as "
                    "well.",
                ),
            ),
            Option(
                id="angle",
                points=2,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "It leans too far back (more than 110°), or is bolt upright."
                ),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics", "Set the backrest to slightly leaned back: 95° to 110°."
                ),
            ),
            Option(
                id="unused",
                points=2,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "Nothing: a stool, or I lean forward while I work."
                ),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Sit back into a chair with a backrest, and bring screen and keyboard closer "
                    "instead of leaning toward them.",
                ),
            ),
        ),
    ),
    Question(
        id="backrest-more",
        section=Section.CHAIR,
        item=Item.BACKREST,
        kind=Kind.TICKS,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "Which of these are true as well?"),
        options=(
            Option(
                id="desk-high",
                points=1,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "The desk is so high that my shoulders lift when I work on it."
                ),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Lower the desk to elbow height, or raise the seat and put a footrest under "
                    "your feet.",
                ),
            ),
            Option(
                id="fixed",
                points=1,
                text=QT_TRANSLATE_NOOP("ergonomics", "The backrest cannot be adjusted."),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics", "Get a chair whose backrest can be set in height and angle."
                ),
            ),
        ),
    ),
)
