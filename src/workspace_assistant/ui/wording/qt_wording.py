"""The user's language and clock, from Qt."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.wording.wording import Wording

_CONTEXTS = ("window", "readiness", "computer", "microphone", "bandwidth")


class QtWording(Wording):
    """Translates through Qt's translators; writes times as the system is set up to."""

    def __init__(self, locale: QLocale | None = None) -> None:
        self._locale = locale or QLocale.system()

    @override
    def say(self, sentence: str, /, **parts: str) -> str:
        translated = translate(sentence)
        return translated.format_map(parts) if parts else translated

    @override
    def local(self, at: datetime) -> datetime:
        return at.astimezone()

    @override
    def clock(self, at: datetime) -> str:
        there = self.local(at)
        return self._locale.toString(
            QTime(there.hour, there.minute), QLocale.FormatType.ShortFormat
        )

    @override
    def date(self, at: datetime) -> str:
        return self._locale.toString(self._day(at), QLocale.FormatType.LongFormat)

    @override
    def short_date(self, at: datetime) -> str:
        return self._locale.toString(self._day(at), QLocale.FormatType.ShortFormat)

    def _day(self, at: datetime) -> QDate:
        there = self.local(at)
        return QDate(there.year, there.month, there.day)


def translate(sentence: str) -> str:
    """*sentence* in the language of the installed translators, else as it is."""
    for context in _CONTEXTS:
        translated = QCoreApplication.translate(context, sentence)
        if translated not in {"", sentence}:
            return translated
    return sentence
