"""The user's language and clock, from Qt."""

from __future__ import annotations

import re
from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QTime

from workspace_assistant.core.languages import ENGLISH, Language
from workspace_assistant.core.text import Say, in_english
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.wording.locales import locale_of
from workspace_assistant.ui.wording.wording import Day, Wording

# The long form alone has seconds; that it names the zone as well is of no use on one's own clock.
_ZONE = re.compile(r"[\s,]*[(\[]?t+[)\]]?[\s,]*")
# A day in full names its year, with a comma or a word beside it that then has nothing to say.
_YEAR = re.compile(r"[\s,]*(?:'[^']*'\s*)?y+\.?(?:\s*'[^']*'\.?|[년年])?[\s,]*")


# Sentences write numbers in the digits that all our languages read; so do dates beside them.
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


class QtWording(Wording):
    """Says sentences by a catalog; writes times as the system, or the language, is set up to."""

    def __init__(
        self, locale: QLocale | None = None, language: Language = ENGLISH, say: Say = in_english
    ) -> None:
        self._locale = locale or locale_of(language)
        self._language = language
        self._say = say

    @property
    @override
    def language(self) -> str:
        return self._language.tag

    @override
    def say(self, sentence: str, /, **parts: str) -> str:
        return self._say(sentence, **parts)

    @override
    def local(self, at: datetime) -> datetime:
        return at.astimezone()

    @override
    def clock(self, at: datetime) -> str:
        there = self.local(at)
        if self._is_nobodys:
            return f"{there:%H:%M}"
        return self._written(QTime(there.hour, there.minute), QLocale.FormatType.ShortFormat)

    @override
    def exact_clock(self, at: datetime) -> str:
        there = self.local(at)
        if self._is_nobodys:
            return f"{there:%H:%M:%S}"
        form = _ZONE.sub("", self._locale.timeFormat(QLocale.FormatType.LongFormat))
        return self._written(QTime(there.hour, there.minute, there.second), form)

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
        return self._written(QDate(on.year, on.month, on.day), form).rstrip(".")

    @override
    def weekday(self, on: Day) -> str:
        if self._is_nobodys:
            return f"{on:%a}"
        name = self._locale.dayName(on.isoweekday(), QLocale.FormatType.ShortFormat)
        return name.rstrip(".")

    @override
    def number(self, value: float) -> str:
        return f"{round(value, 1):g}".replace(".", self._language.decimal)

    @property
    def _is_nobodys(self) -> bool:
        """Whether the system names no country, whose dates ("22 11 2026") nobody writes so."""
        return self._locale.language() == QLocale.Language.C

    def _dated(self, at: datetime, form: QLocale.FormatType) -> str:
        there = self.local(at)
        if self._is_nobodys:
            return f"{there:%Y-%m-%d}"
        return self._written(QDate(there.year, there.month, there.day), form)

    def _written(self, value: QDate | QTime, form: QLocale.FormatType | str) -> str:
        return self._locale.toString(value, form).translate(_DIGITS)
