"""How a language writes dates and numbers where the user lives, and what Qt itself says in it."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QFontDatabase, QGuiApplication

from workspace_assistant.core.languages import ENGLISH, Language, fitting

# For those who live where a language has no rules of its own, or whose system names no country.
_HOMES = {"en": "en_US", "hi": "hi_IN", "ar": "ar_AE"}

# Latin letters are in every font.
_WRITINGS = {
    "hi": QFontDatabase.WritingSystem.Devanagari,
    "ar": QFontDatabase.WritingSystem.Arabic,
}
_QTS_WORDS = "Qt's words"


def locale_of(language: Language, system: QLocale | None = None) -> QLocale:
    """The rules of the user's country, as far as the language has any there.

    English is also said to those whose language there are no words in: their own rules stay.
    """
    system = system or QLocale.system()
    spoken = fitting([system.name()])
    if spoken == language.code or (language is ENGLISH and not spoken):
        return system
    home = QLocale(_HOMES.get(language.code, language.code))
    there = QLocale(home.language(), system.territory())
    is_there = there.language() == home.language() and there.territory() == system.territory()
    return there if is_there and system.language() != QLocale.Language.C else home


def speak_in(app: QGuiApplication, language: Language) -> None:
    """Qt's own words (buttons of dialogs, menus of fields) and the direction of everything."""
    direction = Qt.LayoutDirection
    app.setLayoutDirection(
        direction.RightToLeft if language.is_right_to_left else direction.LeftToRight
    )
    for earlier in app.findChildren(QTranslator, _QTS_WORDS):
        app.removeTranslator(earlier)
        earlier.deleteLater()
    if language is ENGLISH:
        return
    translator = QTranslator(app)
    translator.setObjectName(_QTS_WORDS)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language.code}", folder):
        app.installTranslator(translator)


def lacks_letters(language: Language) -> bool:
    """Whether no font of this computer has the letters of *language*."""
    writing = _WRITINGS.get(language.code)
    return writing is not None and not QFontDatabase.families(writing)
