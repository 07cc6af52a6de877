"""What is measured or asked only for who wants it, and how long what is kept stays."""

from __future__ import annotations

from workspace_assistant.core.check_in.service import IS_ON as ASKS_CHECK_IN
from workspace_assistant.core.data_keeping.model import DataKind
from workspace_assistant.core.data_keeping.retention import FOREVER, TIMED, choice_name
from workspace_assistant.core.data_keeping.texts import KIND_WORDS
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.settings.model import Choice, Kind, Section, Setting
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

MEASURES_LOUDNESS = "loudness.is_on"

_ALWAYS = QT_TRANSLATE_NOOP("settings", "Always")
_KEEP = QT_TRANSLATE_NOOP("settings", "How long kept: {kind}")
_KEEP_WHY = QT_TRANSLATE_NOOP(
    "settings", "What is older is taken out after each automatic backup. Such as 2y, 26w or 90d."
)
_KEEP_WORDS = QT_TRANSLATE_NOOP("settings", "retention delete age history years")


def _kept(kind: DataKind) -> Setting:
    return Setting(
        key=choice_name(kind),
        kind=Kind.AGE,
        section=Section.PRIVACY,
        title=Phrase(_KEEP, kind=Phrase(KIND_WORDS[kind])),
        explanation=_KEEP_WHY,
        default=FOREVER,
        words=_KEEP_WORDS,
        choices=(Choice(FOREVER, _ALWAYS),),
    )


PRIVACY_SETTINGS = (
    Setting(
        key=MEASURES_LOUDNESS,
        kind=Kind.SWITCH,
        section=Section.PRIVACY,
        title=QT_TRANSLATE_NOOP("settings", "Measure how loud I speak in calls"),
        explanation=QT_TRANSLATE_NOOP(
            "settings", "Levels are kept, never sound, and nobody but you sees them."
        ),
        default="off",
        words=QT_TRANSLATE_NOOP("settings", "loudness voice microphone level"),
    ),
    Setting(
        key=ASKS_CHECK_IN,
        kind=Kind.SWITCH,
        section=Section.PRIVACY,
        title=QT_TRANSLATE_NOOP("settings", "Ask how a shift went"),
        explanation=QT_TRANSLATE_NOOP(
            "settings", "A few questions at the end of a shift. The answers stay on this computer."
        ),
        default="off",
        words=QT_TRANSLATE_NOOP("settings", "check-in mood questions stress"),
    ),
    *(_kept(kind) for kind in TIMED),
)
