"""When breaks are offered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from workspace_assistant.core.breaks import settings as breaks
from workspace_assistant.core.breaks import texts as break_texts
from workspace_assistant.core.breaks.model import Settings
from workspace_assistant.core.lengths import length_s
from workspace_assistant.core.settings.model import Choice, Kind, Section, Setting, Unit
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

NO_LIMIT = QT_TRANSLATE_NOOP("settings", "No limit")

_USUAL: Mapping[str, str] = MappingProxyType(dict(breaks.choices_of(Settings())))
_OFF = "off"


def _switch(key: str, title: str, explanation: str, words: str = "") -> Setting:
    return Setting(
        key=key,
        kind=Kind.SWITCH,
        section=Section.BREAKS,
        title=title,
        explanation=explanation,
        default=_USUAL[key],
        words=words,
    )


def _length(key: str, limits: str, title: str, explanation: str, words: str = "") -> Setting:
    """*limits* names those of the feature."""
    low_s, high_s = (length_s(one) for one in breaks.range_texts(limits))
    return Setting(
        key=key,
        kind=Kind.LENGTH,
        section=Section.BREAKS,
        title=title,
        explanation=explanation,
        default=_USUAL[key],
        words=words,
        low=low_s,
        high=high_s,
        unit=Unit.SECOND,
    )


BREAK_SETTINGS = (
    _switch(
        breaks.IS_ON,
        QT_TRANSLATE_NOOP("settings", "Offer breaks"),
        QT_TRANSLATE_NOOP(
            "settings",
            "During shifts and focus blocks. Off: neither breaks nor time at the computer are "
            "kept.",
        ),
        QT_TRANSLATE_NOOP("settings", "pause rest health reminder activity"),
    ),
    _switch(
        breaks.REST_IS_ON,
        QT_TRANSLATE_NOOP("settings", "Rest breaks"),
        QT_TRANSLATE_NOOP("settings", "Minutes away from keyboard and screen."),
    ),
    _length(
        breaks.REST_WORK_S,
        break_texts.REST_WORK,
        QT_TRANSLATE_NOOP("settings", "Work between two rest breaks"),
        QT_TRANSLATE_NOOP("settings", "A rest break is offered after so much work."),
        QT_TRANSLATE_NOOP("settings", "interval how often"),
    ),
    _length(
        breaks.REST_LENGTH_S,
        break_texts.REST_LENGTH,
        QT_TRANSLATE_NOOP("settings", "Length of a rest break"),
        QT_TRANSLATE_NOOP(
            "settings", "Being away as long counts as a break, whoever asked for it."
        ),
        QT_TRANSLATE_NOOP("settings", "duration how long"),
    ),
    _switch(
        breaks.MICRO_IS_ON,
        QT_TRANSLATE_NOOP("settings", "Micro-breaks"),
        QT_TRANSLATE_NOOP("settings", "Half a minute for the eyes and hands."),
    ),
    _length(
        breaks.MICRO_WORK_S,
        break_texts.MICRO_WORK,
        QT_TRANSLATE_NOOP("settings", "Work between two micro-breaks"),
        QT_TRANSLATE_NOOP("settings", "A micro-break is offered after so much work."),
        QT_TRANSLATE_NOOP("settings", "interval how often"),
    ),
    _length(
        breaks.MICRO_LENGTH_S,
        break_texts.MICRO_LENGTH,
        QT_TRANSLATE_NOOP("settings", "Length of a micro-break"),
        QT_TRANSLATE_NOOP("settings", "How long a micro-break lasts."),
        QT_TRANSLATE_NOOP("settings", "duration how long"),
    ),
    replace(
        _length(
            breaks.DAILY_LIMIT_S,
            break_texts.LIMIT,
            QT_TRANSLATE_NOOP("settings", "Enough for a day"),
            QT_TRANSLATE_NOOP("settings", "After so much time at the computer you are told once."),
            QT_TRANSLATE_NOOP("settings", "daily limit maximum hours"),
        ),
        choices=(Choice(_OFF, NO_LIMIT),),
    ),
    _length(
        breaks.POSTPONE_S,
        break_texts.POSTPONING,
        QT_TRANSLATE_NOOP("settings", "How long “Later” puts a break off"),
        QT_TRANSLATE_NOOP("settings", "The break is offered again after it."),
        QT_TRANSLATE_NOOP("settings", "postpone snooze"),
    ),
    Setting(
        key=breaks.LONGEST_POSTPONING,
        kind=Kind.NUMBER,
        section=Section.BREAKS,
        title=QT_TRANSLATE_NOOP("settings", "How often in a row"),
        explanation=QT_TRANSLATE_NOOP(
            "settings", "So many times a break can be put off; 0 takes “Later” away."
        ),
        default=_USUAL[breaks.LONGEST_POSTPONING],
        words=QT_TRANSLATE_NOOP("settings", "postpone snooze times"),
        low=0,
        high=breaks.MOST_TIMES,
        is_whole=True,
        unit=Unit.TIMES,
    ),
    _switch(
        breaks.IS_STRICT,
        QT_TRANSLATE_NOOP("settings", "Strict breaks"),
        QT_TRANSLATE_NOOP("settings", "The break's window has no “Later” and no “Skip”."),
        QT_TRANSLATE_NOOP("settings", "force skip"),
    ),
    _switch(
        breaks.MINDS_FULL_SCREEN,
        QT_TRANSLATE_NOOP("settings", "Wait while a program fills the screen"),
        QT_TRANSLATE_NOOP("settings", "A break waits for the end of a presentation."),
        QT_TRANSLATE_NOOP("settings", "full screen presentation video"),
    ),
)
