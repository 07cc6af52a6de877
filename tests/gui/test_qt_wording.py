from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication

from workspace_assistant.core.languages import ENGLISH, LANGUAGES, Language, language_of
from workspace_assistant.core.text import in_english
from workspace_assistant.ui.wording import locales
from workspace_assistant.ui.wording.locales import lacks_letters, locale_of, speak_in
from workspace_assistant.ui.wording.qt_wording import QtWording

NOON = datetime(2026, 11, 21, 15, 5).astimezone()
AMERICAN = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)


GERMAN_SPOKEN, ARABIC = language_of("de"), language_of("ar")


def in_capitals(sentence: str, /, **parts: str) -> str:
    return in_english(sentence, **parts).upper()


def test_sentences_are_said_by_what_was_given() -> None:
    assert QtWording(AMERICAN).say("About {seconds} s left.", seconds="4") == "About 4 s left."
    assert QtWording(AMERICAN).say("{braces} stay without parts") == "{braces} stay without parts"
    assert QtWording(GERMAN, GERMAN_SPOKEN, in_capitals).say("{n} left", n="4") == "4 LEFT"


def test_it_tells_its_language_as_standards_write_it() -> None:
    assert QtWording(AMERICAN).language == "en"
    assert QtWording(GERMAN, language_of("pt_BR")).language == "pt-BR"


@pytest.mark.parametrize(
    ("code", "system", "locale"),
    [
        ("en", "en_US", "en_US"),
        ("en", "C", "C"),
        ("en", "de_DE", "en_DE"),
        ("en", "hu_HU", "hu_HU"),
        ("de", "C", "de_DE"),
        ("de", "de_AT", "de_AT"),
        ("de", "en_US", "de_DE"),
        ("es", "en_US", "es_US"),
        ("pt_BR", "pt_PT", "pt_PT"),
        ("pt_BR", "C", "pt_BR"),
        ("hi", "en_US", "hi_IN"),
        ("ar", "ar_EG", "ar_EG"),
        ("ar", "C", "ar_AE"),
    ],
)
def test_a_language_follows_the_rules_of_the_users_country(
    code: str, system: str, locale: str
) -> None:
    assert locale_of(language_of(code), QLocale(system)).name() == locale


def test_arabic_dates_have_the_digits_that_its_sentences_have() -> None:
    wording = QtWording(QLocale("ar_SA"), ARABIC)
    written = [
        wording.date(NOON),
        wording.short_date(NOON),
        wording.clock(NOON),
        wording.exact_clock(NOON),
        wording.day(NOON.date()),
    ]
    assert not [text for text in written if re.search("[\u0660-\u0669]", text)]
    assert "2026" in wording.date(NOON)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_qt_itself_speaks_the_language_and_turns_to_its_side(
    qapp: QApplication, language: Language
) -> None:
    speak_in(qapp, language)
    try:
        assert (qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft) is (language is ARABIC)
        cancel = QCoreApplication.translate("QPlatformTheme", "Cancel")
        is_translated = language.code not in {"en", "hi"}  # Qt has no words of Hindi
        assert (cancel != "Cancel") is is_translated
    finally:
        speak_in(qapp, ENGLISH)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


@pytest.mark.usefixtures("qapp")
def test_letters_that_no_font_has_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = staticmethod(lambda *_: [])
    monkeypatch.setattr(locales.QFontDatabase, "families", nothing)
    assert [one.code for one in LANGUAGES if lacks_letters(one)] == ["hi", "ar"]


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
    ("language", "day", "weekday"),
    [
        (QLocale("en_US"), "Tue, Nov 24", "Tue"),
        (QLocale("de_DE"), "Di., 24. Nov", "Di"),
        (QLocale("es_ES"), "mar, 24 de nov", "mar"),
        (QLocale("hu_HU"), "nov. 24., K", "K"),
        (QLocale("tr_TR"), "24 Kas Sal", "Sal"),
        (QLocale.c(), "Tue 24 Nov", "Tue"),
    ],
    ids=["en", "de", "es", "hu", "tr", "nobody"],
)
def test_short_days_have_no_year(language: QLocale, day: str, weekday: str) -> None:
    wording, on = QtWording(language), date(2026, 11, 24)
    assert (wording.day(on), wording.weekday(on)) == (day, weekday)


def test_numbers_are_divided_as_in_the_sentences_beside_them() -> None:
    english, german = QtWording(GERMAN), QtWording(GERMAN, GERMAN_SPOKEN)
    assert (english.number(9.5), german.number(9.5)) == ("9.5", "9,5")
    assert (english.number(9.04), german.number(9.04)) == ("9", "9")
