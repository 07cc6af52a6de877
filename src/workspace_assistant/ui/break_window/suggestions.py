"""What may be done in a break: one simple thing each, with a drawing. Plain Python.

They are suggestions, no treatment: whoever is in pain is told to leave them.
"""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.breaks.model import BreakKind
from workspace_assistant.core.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One thing to do.

    Attributes:
        id: stable kebab-case word; its drawing is ``exercises/<id>.svg``.
        title, text: what it is, and what to do; both are marked for translation.
        is_short: half a minute is enough for it.
        is_stretch: it moves a joint, which may hurt.
    """

    id: str
    title: str
    text: str
    is_short: bool = False
    is_stretch: bool = False

    @property
    def drawing(self) -> str:
        return f"exercises/{self.id}"


# Neighbors are for different parts of the body: breaks that follow each other differ.
SUGGESTIONS = (
    Suggestion(
        id="look-far",
        title=QT_TRANSLATE_NOOP("breaks", "Look far away"),
        text=QT_TRANSLATE_NOOP(
            "breaks",
            "Find the farthest thing you can see, best through a window. Let your eyes stay there.",
        ),
        is_short=True,
    ),
    Suggestion(
        id="stand-stretch",
        title=QT_TRANSLATE_NOOP("breaks", "Stand up and reach up"),
        text=QT_TRANSLATE_NOOP(
            "breaks", "Leave the chair. Reach for the ceiling with both hands, then let them fall."
        ),
        is_stretch=True,
    ),
    Suggestion(
        id="shoulder-drop",
        title=QT_TRANSLATE_NOOP("breaks", "Let the shoulders drop"),
        text=QT_TRANSLATE_NOOP(
            "breaks", "Lift both shoulders, hold them for a breath, and let them fall. Five times."
        ),
        is_short=True,
        is_stretch=True,
    ),
    Suggestion(
        id="water",
        title=QT_TRANSLATE_NOOP("breaks", "Drink some water"),
        text=QT_TRANSLATE_NOOP(
            "breaks", "Fetch a glass of water and drink it in small sips, away from the desk."
        ),
    ),
    Suggestion(
        id="open-hands",
        title=QT_TRANSLATE_NOOP("breaks", "Open the hands"),
        text=QT_TRANSLATE_NOOP(
            "breaks", "Make two loose fists, then spread all fingers wide. Ten times, slowly."
        ),
        is_short=True,
        is_stretch=True,
    ),
    Suggestion(
        id="walk",
        title=QT_TRANSLATE_NOOP("breaks", "Walk a few steps"),
        text=QT_TRANSLATE_NOOP(
            "breaks", "Go to another room and back, or to the front door. Leave the phone here."
        ),
    ),
    Suggestion(
        id="blink",
        title=QT_TRANSLATE_NOOP("breaks", "Blink slowly"),
        text=QT_TRANSLATE_NOOP(
            "breaks", "Close your eyes gently for two seconds, then open them. Ten times."
        ),
        is_short=True,
    ),
    Suggestion(
        id="hum",
        title=QT_TRANSLATE_NOOP("breaks", "Hum softly"),
        text=QT_TRANSLATE_NOOP(
            "breaks",
            "Close your lips and hum a low, easy tone until the breath ends. Five times, without "
            "effort.",
        ),
    ),
    Suggestion(
        id="neck-tilt",
        title=QT_TRANSLATE_NOOP("breaks", "Tilt the head"),
        text=QT_TRANSLATE_NOOP(
            "breaks",
            "Let one ear sink toward its shoulder and stay for three breaths. Then the other side.",
        ),
        is_short=True,
        is_stretch=True,
    ),
    Suggestion(
        id="fresh-air",
        title=QT_TRANSLATE_NOOP("breaks", "Let fresh air in"),
        text=QT_TRANSLATE_NOOP(
            "breaks", "Open a window wide and stand there until the break is over."
        ),
    ),
    Suggestion(
        id="breathe-out",
        title=QT_TRANSLATE_NOOP("breaks", "Breathe out slowly"),
        text=QT_TRANSLATE_NOOP(
            "breaks", "Breathe in while you count to four, and out while you count to six."
        ),
        is_short=True,
    ),
    Suggestion(
        id="open-chest",
        title=QT_TRANSLATE_NOOP("breaks", "Open the chest"),
        text=QT_TRANSLATE_NOOP(
            "breaks",
            "Put your hands on your hips and draw the elbows back. Stay for three breaths, twice.",
        ),
        is_stretch=True,
    ),
    Suggestion(
        id="wrist-stretch",
        title=QT_TRANSLATE_NOOP("breaks", "Stretch the wrists"),
        text=QT_TRANSLATE_NOOP(
            "breaks",
            "Stretch out one arm and draw its fingers gently back with the other. Then change.",
        ),
        is_short=True,
        is_stretch=True,
    ),
    Suggestion(
        id="voice-rest",
        title=QT_TRANSLATE_NOOP("breaks", "Rest your voice"),
        text=QT_TRANSLATE_NOOP(
            "breaks", "Say nothing until the break is over. Whispering is work for the voice too."
        ),
    ),
    Suggestion(
        id="close-eyes",
        title=QT_TRANSLATE_NOOP("breaks", "Close your eyes"),
        text=QT_TRANSLATE_NOOP(
            "breaks", "Lean back and keep your eyes closed. Loosen jaw and forehead."
        ),
        is_short=True,
    ),
    Suggestion(
        id="shoulder-rolls",
        title=QT_TRANSLATE_NOOP("breaks", "Roll the shoulders"),
        text=QT_TRANSLATE_NOOP(
            "breaks", "Draw slow, large circles with both shoulders: five forward, five backward."
        ),
        is_stretch=True,
    ),
    Suggestion(
        id="neck-turn",
        title=QT_TRANSLATE_NOOP("breaks", "Look over the shoulder"),
        text=QT_TRANSLATE_NOOP(
            "breaks", "Turn your head slowly to one side as far as it is easy, then to the other."
        ),
        is_short=True,
        is_stretch=True,
    ),
)


def suggestion(kind: BreakKind, turn: int) -> Suggestion | None:
    """The one for the break number *turn*: each comes once before any comes again.

    None at the daily limit, which asks to stop and not to go on afterwards.
    """
    if kind is BreakKind.DAILY_LIMIT:
        return None
    fitting = [one for one in SUGGESTIONS if one.is_short or kind is BreakKind.REST]
    return fitting[turn % len(fitting)]
