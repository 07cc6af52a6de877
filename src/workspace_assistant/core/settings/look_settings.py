"""The language and the look of the window."""

from __future__ import annotations

from workspace_assistant.core.languages import LANGUAGES
from workspace_assistant.core.settings.model import Choice, Kind, Section, Setting, Unit
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

LANGUAGE = "language"
APPEARANCE = "appearance"
TEXT_SIZE = "text_size"
MOTION = "motion"

SYSTEM, LIGHT, DARK = "system", "light", "dark"
FULL, REDUCED = "full", "reduced"
USUAL_PERCENT, LARGEST_PERCENT = 100, 200

_AS_SYSTEM = QT_TRANSLATE_NOOP("settings", "As the system")

LOOK_SETTINGS = (
    Setting(
        key=LANGUAGE,
        kind=Kind.CHOICE,
        section=Section.LOOK,
        title=QT_TRANSLATE_NOOP("settings", "Language"),
        explanation=QT_TRANSLATE_NOOP(
            "settings",
            "Of the window, the command line and reports, from the next start. All but English are "
            "translated by machine, and nobody has reviewed them yet.",
        ),
        words=QT_TRANSLATE_NOOP("settings", "translation locale"),
        choices=tuple(Choice(one.code, one.name) for one in LANGUAGES),
        unset=_AS_SYSTEM,
        is_late=True,
    ),
    Setting(
        key=APPEARANCE,
        kind=Kind.CHOICE,
        section=Section.LOOK,
        title=QT_TRANSLATE_NOOP("settings", "Appearance"),
        explanation=QT_TRANSLATE_NOOP("settings", "Light or dark, or as the system is."),
        default=SYSTEM,
        words=QT_TRANSLATE_NOOP("settings", "theme colors night mode"),
        choices=(
            Choice(SYSTEM, _AS_SYSTEM),
            Choice(LIGHT, QT_TRANSLATE_NOOP("settings", "Light")),
            Choice(DARK, QT_TRANSLATE_NOOP("settings", "Dark")),
        ),
    ),
    Setting(
        key=TEXT_SIZE,
        kind=Kind.NUMBER,
        section=Section.LOOK,
        title=QT_TRANSLATE_NOOP("settings", "Text size"),
        explanation=QT_TRANSLATE_NOOP(
            "settings", "Of the system's own, from the next start. All that is beside it grows too."
        ),
        default=str(USUAL_PERCENT),
        words=QT_TRANSLATE_NOOP("settings", "font zoom bigger larger accessibility"),
        low=USUAL_PERCENT,
        high=LARGEST_PERCENT,
        is_whole=True,
        unit=Unit.PERCENT,
        is_late=True,
    ),
    Setting(
        key=MOTION,
        kind=Kind.CHOICE,
        section=Section.LOOK,
        title=QT_TRANSLATE_NOOP("settings", "Motion"),
        explanation=QT_TRANSLATE_NOOP(
            "settings",
            "Reduced: bars without an end and the cursor in fields stand still, and live meters "
            "move four times a second. Most Linux desktops do not tell programs what they are set "
            "to: choose it here.",
        ),
        default=SYSTEM,
        words=QT_TRANSLATE_NOOP("settings", "animation movement flashing accessibility"),
        choices=(
            Choice(SYSTEM, _AS_SYSTEM),
            Choice(FULL, QT_TRANSLATE_NOOP("settings", "Full motion")),
            Choice(REDUCED, QT_TRANSLATE_NOOP("settings", "Reduced motion")),
        ),
    ),
)
