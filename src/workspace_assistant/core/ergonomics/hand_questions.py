"""What is asked about mouse and keyboard. Points by Sonne, Villalta and Andrews 2012.

People underrate this part against a trained observer (Sonne and Andrews 2011), so that each
question is one of its own and says what to look at or to measure.
"""

from __future__ import annotations

from workspace_assistant.core.ergonomics.model import Item, Kind, Option, Question, Section
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

HAND_QUESTIONS: tuple[Question, ...] = (
    Question(
        id="mouse-reach",
        section=Section.MOUSE_KEYBOARD,
        item=Item.MOUSE,
        kind=Kind.CHOICE,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "How far do you reach for the mouse?"),
        help=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Hold the mouse as you do in a call, stay so, and look down at your elbow. A hand's "
            "width is about 10 cm (4 in). Many mice stand beyond a number pad, and nobody feels "
            "it.",
        ),
        options=(
            Option(
                id="in-line",
                points=1,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "My elbow stays at my side, and the mouse is straight in front of my shoulder.",
                ),
            ),
            Option(
                id="hand",
                points=2,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "My elbow is a hand's width or more away from my side, outward or forward.",
                ),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Move the mouse inward until your elbow hangs at your side. A keyboard without "
                    "a number pad, or a mouse for the other hand, makes the room.",
                ),
            ),
            Option(
                id="arm",
                points=2,
                text=QT_TRANSLATE_NOOP("ergonomics", "My arm is nearly stretched out."),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Bring the mouse to the edge of the desk, right in front of your shoulder.",
                ),
            ),
        ),
    ),
    Question(
        id="mouse-surface",
        section=Section.MOUSE_KEYBOARD,
        item=Item.MOUSE,
        kind=Kind.CHOICE,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "Do mouse and keyboard stand on one surface?"),
        help=QT_TRANSLATE_NOOP(
            "ergonomics", "A keyboard in a drawer and the mouse on the desk are two surfaces."
        ),
        options=(
            Option(
                id="same",
                text=QT_TRANSLATE_NOOP("ergonomics", "Yes, side by side at the same height."),
            ),
            Option(
                id="different",
                points=2,
                text=QT_TRANSLATE_NOOP("ergonomics", "No, one is higher or lower."),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics", "Put the mouse beside the keyboard, on the same surface."
                ),
            ),
        ),
    ),
    Question(
        id="mouse-grip",
        section=Section.MOUSE_KEYBOARD,
        item=Item.MOUSE,
        kind=Kind.CHOICE,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "How does your hand hold the mouse?"),
        help=QT_TRANSLATE_NOOP("ergonomics", "Look at your palm while the mouse moves."),
        options=(
            Option(
                id="whole",
                text=QT_TRANSLATE_NOOP("ergonomics", "My palm rests on it."),
            ),
            Option(
                id="pinch",
                points=1,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "Only my fingertips hold it, because it is small."
                ),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics", "Use a mouse that fills your hand, so that the palm rests on it."
                ),
            ),
        ),
    ),
    Question(
        id="mouse-rest",
        section=Section.MOUSE_KEYBOARD,
        item=Item.MOUSE,
        kind=Kind.CHOICE,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "Is there a palm rest in front of the mouse?"),
        help=QT_TRANSLATE_NOOP(
            "ergonomics", "A pad with a bolster counts: it presses on the wrist."
        ),
        options=(
            Option(id="no", text=QT_TRANSLATE_NOOP("ergonomics", "No.")),
            Option(
                id="yes",
                points=1,
                text=QT_TRANSLATE_NOOP("ergonomics", "Yes."),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics", "Take the palm rest away from in front of the mouse."
                ),
            ),
        ),
    ),
    Question(
        id="keyboard-wrists",
        section=Section.MOUSE_KEYBOARD,
        item=Item.KEYBOARD,
        kind=Kind.CHOICE,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "How straight are your wrists while you type?"),
        help=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Lay a ruler or a pen along the top of your forearm, over the wrist. Your knuckles may "
            "be higher than its line by less than a thumb's width (2.5 cm, 1 in): that is 15°.",
        ),
        options=(
            Option(
                id="straight",
                points=1,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "Straight, or bent up by less than a thumb's width."
                ),
            ),
            Option(
                id="bent",
                points=2,
                text=QT_TRANSLATE_NOOP("ergonomics", "Bent up by a thumb's width or more."),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Fold in the feet of the keyboard and bring it to elbow height, until your "
                    "wrists are straight.",
                ),
            ),
        ),
    ),
    Question(
        id="keyboard-sideways",
        section=Section.MOUSE_KEYBOARD,
        item=Item.KEYBOARD,
        kind=Kind.CHOICE,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "Do your hands bend sideways while you type?"),
        help=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Look from above: the middle finger should go on in the line of the forearm. Narrow "
            "keyboards bend hands outward.",
        ),
        options=(
            Option(id="no", text=QT_TRANSLATE_NOOP("ergonomics", "No, they go straight on.")),
            Option(
                id="yes",
                points=1,
                text=QT_TRANSLATE_NOOP("ergonomics", "Yes, toward the little finger or the thumb."),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Put the keyboard so that its letters are right in front of you; a wider or "
                    "split one keeps hands straight.",
                ),
            ),
        ),
    ),
    Question(
        id="keyboard-height",
        section=Section.MOUSE_KEYBOARD,
        item=Item.KEYBOARD,
        kind=Kind.CHOICE,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "Do your shoulders lift when you type?"),
        help=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Let your arms hang, bend the elbows to 90°: the keyboard should be there or a little "
            "lower.",
        ),
        options=(
            Option(id="no", text=QT_TRANSLATE_NOOP("ergonomics", "No, they stay down.")),
            Option(
                id="yes",
                points=1,
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "Yes, the keyboard is higher than my elbows hang."
                ),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Bring the keyboard down to elbow height, or raise the seat and use a "
                    "footrest.",
                ),
            ),
        ),
    ),
    Question(
        id="keyboard-overhead",
        section=Section.MOUSE_KEYBOARD,
        item=Item.KEYBOARD,
        kind=Kind.CHOICE,
        prompt=QT_TRANSLATE_NOOP(
            "ergonomics", "Do you often reach up for things, above your shoulders?"
        ),
        help=QT_TRANSLATE_NOOP("ergonomics", "Folders on a shelf, a printer, a lamp's switch."),
        options=(
            Option(id="no", text=QT_TRANSLATE_NOOP("ergonomics", "No.")),
            Option(
                id="yes",
                points=1,
                text=QT_TRANSLATE_NOOP("ergonomics", "Yes, several times in a shift."),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics", "Put what you need in a shift below the height of your shoulders."
                ),
            ),
        ),
    ),
    Question(
        id="keyboard-platform",
        section=Section.MOUSE_KEYBOARD,
        item=Item.KEYBOARD,
        kind=Kind.CHOICE,
        prompt=QT_TRANSLATE_NOOP(
            "ergonomics", "Can the height of what the keyboard stands on be changed?"
        ),
        help=QT_TRANSLATE_NOOP("ergonomics", "A kitchen table or a plain desk cannot."),
        options=(
            Option(id="yes", text=QT_TRANSLATE_NOOP("ergonomics", "Yes.")),
            Option(
                id="no",
                points=1,
                text=QT_TRANSLATE_NOOP("ergonomics", "No."),
                fix=QT_TRANSLATE_NOOP(
                    "ergonomics",
                    "Where the desk cannot be set, set the chair to it and use a footrest; a "
                    "keyboard tray or an adjustable desk takes the point away.",
                ),
            ),
        ),
    ),
)
