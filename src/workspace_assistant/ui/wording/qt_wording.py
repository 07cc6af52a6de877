"""The user's language and clock, from Qt."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from workspace_assistant.core.phrases import spoken
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.wording.wording import Day, Wording

_CONTEXTS = (
    "window",
    "cli",
    "readiness",
    "computer",
    "microphone",
    "headset",
    "bandwidth",
    "connection",
    "voice-path",
    "endpoints",
    "report",
    "verification",
    "voice",
    "history",
    "focus",
    "shifts",
    "calendars",
    "preshift",
    "reminders",
    "notifications",
    "schedule",
    "line-watch",
    "breaks",
    "tips",
    "facts",
    "check-in",
    "week",
    "leave",
    "loudness",
    "shift-end",
    "ergonomics",
    "data",
    "help",
    "publishing",
)


# The long form alone has seconds; that it names the zone as well is of no use on one's own clock.
_ZONE = re.compile(r"[\s,]*[(\[]?t+[)\]]?[\s,]*")
# A day in full names its year, with a comma or a word beside it that then has nothing to say.
_YEAR = re.compile(r"[\s,]*(?:'[^']*'\s*)?y+\.?(?:\s*'[^']*'\.?|[년年])?[\s,]*")


_MOST_KEPT = 4096


class QtWording(Wording):
    """Translates through Qt's translators; writes times as the system is set up to."""

    def __init__(self, locale: QLocale | None = None) -> None:
        self._locale = locale or QLocale.system()
        # Each is looked for in every context; a picture of a week says the same ones for each mark.
        self._translated = lru_cache(_MOST_KEPT)(translate)

    @property
    @override
    def language(self) -> str:
        return self._locale.name().partition("_")[0].lower()

    @override
    def say(self, sentence: str, /, **parts: str) -> str:
        return spoken(self._plainly, sentence, **parts)

    @override
    def local(self, at: datetime) -> datetime:
        return at.astimezone()

    @override
    def clock(self, at: datetime) -> str:
        there = self.local(at)
        if self._is_nobodys:
            return f"{there:%H:%M}"
        return self._locale.toString(
            QTime(there.hour, there.minute), QLocale.FormatType.ShortFormat
        )

    @override
    def exact_clock(self, at: datetime) -> str:
        there = self.local(at)
        if self._is_nobodys:
            return f"{there:%H:%M:%S}"
        form = _ZONE.sub("", self._locale.timeFormat(QLocale.FormatType.LongFormat))
        return self._locale.toString(QTime(there.hour, there.minute, there.second), form)

    @override
    def date(self, at: datetime) -> str:
        if self._is_nobodys:
            return f"{self.local(at):%A, %Y-%m-%d}"
        return self._dated(at, QLocale.FormatType.LongFormat)

    @override
    def short_date(self, at: datetime) -> str:
        return self._dated(at, QLocale.FormatType.ShortFormat)

    @override
    def day(self, on: Day) -> str:
        if self._is_nobodys:
            return f"{on:%a %d %b}"
        form = self._locale.dateFormat(QLocale.FormatType.LongFormat)
        short = form.replace("dddd", "ddd").replace("MMMM", "MMM")
        form = _YEAR.sub(" ", short).strip()
        return self._locale.toString(QDate(on.year, on.month, on.day), form).rstrip(".")

    @override
    def weekday(self, on: Day) -> str:
        if self._is_nobodys:
            return f"{on:%a}"
        name = self._locale.dayName(on.isoweekday(), QLocale.FormatType.ShortFormat)
        return name.rstrip(".")

    @override
    def number(self, value: float) -> str:
        rounded = round(value, 1)
        if self._is_nobodys or rounded == int(rounded):
            return f"{rounded:g}"
        return self._locale.toString(rounded, "f", 1)

    def _plainly(self, sentence: str, /, **parts: str) -> str:
        translated = self._translated(sentence)
        return translated.format_map(parts) if parts else translated

    @property
    def _is_nobodys(self) -> bool:
        """Whether the system names no country, whose dates ("22 11 2026") nobody writes so."""
        return self._locale.language() == QLocale.Language.C

    def _dated(self, at: datetime, form: QLocale.FormatType) -> str:
        there = self.local(at)
        if self._is_nobodys:
            return f"{there:%Y-%m-%d}"
        return self._locale.toString(QDate(there.year, there.month, there.day), form)


def translate(sentence: str) -> str:
    """*sentence* in the language of the installed translators, else as it is."""
    for context in _CONTEXTS:
        translated = QCoreApplication.translate(context, sentence)
        if translated not in {"", sentence}:
            return translated
    return sentence
