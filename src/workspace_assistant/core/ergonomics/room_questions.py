"""What is asked about the room and the screen's kind. It counts for no score."""

from __future__ import annotations

from workspace_assistant.core.ergonomics.model import Kind, Option, Question, Section
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

ROOM_QUESTIONS: tuple[Question, ...] = (
    Question(
        id="computer",
        section=Section.ROOM,
        kind=Kind.CHOICE,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "What do you work on?"),
        options=(
            Option(
                id="separate",
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "A screen, a keyboard and a mouse of their own."
                ),
            ),
            Option(
                id="raised-laptop",
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "A laptop on a stand, with a keyboard and a mouse."
                ),
            ),
            Option(
                id="laptop-only",
                text=QT_TRANSLATE_NOOP("ergonomics", "A laptop alone, as it comes."),
            ),
        ),
    ),
    Question(
        id="light",
        section=Section.ROOM,
        kind=Kind.CHOICE,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "How light is your desk when it is dark outside?"),
        help=QT_TRANSLATE_NOOP(
            "ergonomics",
            "An office desk should have 500 lux (ASR A3.4, EN 12464-1). A lamp over a sofa or a "
            "dining table gives far less.",
        ),
        options=(
            Option(
                id="bright",
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "As bright as an office: small print on paper is easy to read."
                ),
            ),
            Option(
                id="dim",
                text=QT_TRANSLATE_NOOP(
                    "ergonomics", "Dimmer: the screen is the brightest thing, or print is hard."
                ),
            ),
        ),
    ),
    Question(
        id="window",
        section=Section.ROOM,
        kind=Kind.CHOICE,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "Where is the window when you look at the screen?"),
        options=(
            Option(id="side", text=QT_TRANSLATE_NOOP("ergonomics", "To my side, or far away.")),
            Option(id="behind-me", text=QT_TRANSLATE_NOOP("ergonomics", "Behind me.")),
            Option(id="ahead", text=QT_TRANSLATE_NOOP("ergonomics", "Behind the screen.")),
            Option(id="none", text=QT_TRANSLATE_NOOP("ergonomics", "There is none.")),
        ),
    ),
    Question(
        id="noise",
        section=Section.ROOM,
        kind=Kind.CHOICE,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "What do you hear while you are in a call?"),
        help=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Words that can be understood cost more attention than a louder hum. How far your "
            "voice stands above the room is measured by the microphone check, not here.",
        ),
        options=(
            Option(id="quiet", text=QT_TRANSLATE_NOOP("ergonomics", "Little or nothing.")),
            Option(
                id="voices",
                text=QT_TRANSLATE_NOOP("ergonomics", "Voices whose words I can understand."),
            ),
            Option(
                id="loud",
                text=QT_TRANSLATE_NOOP("ergonomics", "Noise against which I raise my voice."),
            ),
        ),
    ),
    Question(
        id="temperature",
        section=Section.ROOM,
        kind=Kind.CHOICE,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "How warm is the room while you work?"),
        help=QT_TRANSLATE_NOOP(
            "ergonomics", "A thermometer at the desk, out of the sun, tells it best."
        ),
        options=(
            Option(id="right", text=QT_TRANSLATE_NOOP("ergonomics", "20 to 26 °C (68 to 79 °F).")),
            Option(
                id="cold",
                text=QT_TRANSLATE_NOOP("ergonomics", "Often below 20 °C (68 °F)."),
            ),
            Option(
                id="hot",
                text=QT_TRANSLATE_NOOP("ergonomics", "Often above 26 °C (79 °F)."),
            ),
        ),
    ),
    Question(
        id="company",
        section=Section.ROOM,
        kind=Kind.CHOICE,
        prompt=QT_TRANSLATE_NOOP("ergonomics", "Who else uses the room during your shifts?"),
        options=(
            Option(id="alone", text=QT_TRANSLATE_NOOP("ergonomics", "Nobody.")),
            Option(
                id="shared",
                text=QT_TRANSLATE_NOOP("ergonomics", "Others do: family, flatmates, colleagues."),
            ),
        ),
    ),
)
