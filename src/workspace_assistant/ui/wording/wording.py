"""How plain-Python view states get their words and times without knowing Qt."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

Day = date  # `Wording.date` would hide it


class Wording(Protocol):
    """Speaks the user's language and writes times the user's way."""

    @property
    def language(self) -> str:
        """What is spoken, as standards write it (BCP 47): ``en``, ``pt-BR``."""

    def say(self, sentence: str, /, **parts: str) -> str:
        """*sentence* in the user's language, its ``{named}`` places filled from *parts*."""

    def local(self, at: datetime) -> datetime:
        """*at* on the user's clock."""

    def clock(self, at: datetime) -> str:
        """Time of day, such as ``08:41`` or ``8:41 AM``, on the user's clock."""

    def exact_clock(self, at: datetime) -> str:
        """The same with seconds, such as ``08:41:07`` or ``8:41:07 AM``."""

    def date(self, at: datetime) -> str:
        """Day in full, such as ``Saturday, November 21, 2026``, on the user's calendar."""

    def short_date(self, at: datetime) -> str:
        """Day in digits, such as ``11/21/26``, on the user's calendar."""

    def day(self, on: Day) -> str:
        """A day without its year, such as ``Tue, Nov 24``, the user's way."""

    def weekday(self, on: Day) -> str:
        """Short, such as ``Tue``."""

    def number(self, value: float) -> str:
        """To one decimal at most, with the sign that the user's language divides it by."""
