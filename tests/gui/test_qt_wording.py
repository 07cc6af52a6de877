from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

import workspace_assistant
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.wording import qt_wording
from workspace_assistant.ui.wording.qt_wording import QtWording

NOON = datetime(2026, 11, 21, 15, 5).astimezone()
AMERICAN = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)


class German(QTranslator):
    words: ClassVar = {
        ("window", "About {seconds} s left."): "Noch etwa {seconds} s.",
        ("microphone", "Opening the microphone."): "Das Mikrofon wird geöffnet.",
    }

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(
        self,
        context: str,
        sourceText: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        return self.words.get((context, sourceText), "")


@pytest.fixture
def _german(qapp: QApplication) -> Iterator[None]:
    translator = German()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_english_stays_as_it_is() -> None:
    wording = QtWording(AMERICAN)
    assert wording.say("About {seconds} s left.", seconds="4") == "About 4 s left."
    assert wording.say("{braces} stay without parts") == "{braces} stay without parts"


@pytest.mark.usefixtures("_german")
def test_translates_sentences_of_the_window_and_of_the_checks() -> None:
    wording = QtWording(GERMAN)
    assert wording.say("About {seconds} s left.", seconds="4") == "Noch etwa 4 s."
    assert wording.say("Opening the microphone.") == "Das Mikrofon wird geöffnet."
    assert wording.say("unknown to the translator") == "unknown to the translator"


def test_every_context_that_sentences_are_marked_with_is_looked_in() -> None:
    marked = re.compile(r'QT_TRANSLATE_NOOP\(\s*"([a-z-]+)"')
    modules = Path(workspace_assistant.__file__).parent.rglob("*.py")
    used = {found for file in modules for found in marked.findall(file.read_text("utf-8"))}
    assert used - {"context"} <= set(qt_wording._CONTEXTS)  # "context" is in the docstring


@pytest.mark.parametrize(
    ("locale", "clock", "exact", "day"),
    [
        (QLocale.c(), "15:05", "15:05:07", "2026-11-21"),
        (AMERICAN, "3:05\u202fPM", "3:05:07\u202fPM", "11/21/26"),
        (GERMAN, "15:05", "15:05:07", "21.11.26"),
    ],
)
def test_times_are_written_the_users_way(locale: QLocale, clock: str, exact: str, day: str) -> None:
    wording = QtWording(locale)
    assert wording.clock(NOON) == clock
    assert wording.exact_clock(NOON + timedelta(seconds=7)) == exact
    assert wording.short_date(NOON) == day
    assert "2026" in wording.date(NOON)
    assert wording.local(NOON) == NOON


@pytest.mark.parametrize("name", ["zh_TW", "yue_HK", "ca_ES", "cs_CZ", "ko_KR", "fr_CA", "fi_FI"])
def test_seconds_are_written_without_the_zone(name: str) -> None:
    said = QtWording(QLocale(name)).exact_clock(NOON + timedelta(seconds=7))
    assert said == said.strip(" ,()[]")
    assert "07" in said or "7" in said
    assert not any(zone in said for zone in ("UTC", "GMT", NOON.tzname() or "UTC"))


def test_a_day_in_full_names_the_weekday_also_where_there_is_no_country() -> None:
    assert QtWording(QLocale.c()).date(NOON) == "Saturday, 2026-11-21"


@pytest.mark.parametrize(
    ("language", "day", "weekday", "number"),
    [
        (QLocale("en_US"), "Tue, Nov 24", "Tue", "9.5"),
        (QLocale("de_DE"), "Di., 24. Nov", "Di", "9,5"),
        (QLocale("es_ES"), "mar, 24 de nov", "mar", "9,5"),
        (QLocale("hu_HU"), "nov. 24., K", "K", "9,5"),
        (QLocale("tr_TR"), "24 Kas Sal", "Sal", "9,5"),
        (QLocale.c(), "Tue 24 Nov", "Tue", "9.5"),
    ],
    ids=["en", "de", "es", "hu", "tr", "nobody"],
)
def test_short_days_have_no_year(language: QLocale, day: str, weekday: str, number: str) -> None:
    wording, on = QtWording(language), date(2026, 11, 24)
    assert (wording.day(on), wording.weekday(on)) == (day, weekday)
    assert (wording.number(9.5), wording.number(9.04)) == (number, "9")
