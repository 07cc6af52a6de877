"""Languages that nobody speaks, made out of English: what is not translated stands out in them.

Their catalogs are made from the marked sentences while a test runs; none is shipped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from translating.marked import all_marked

from tests.fakes.wording import EnglishWording
from workspace_assistant.core.languages import language_of
from workspace_assistant.core.translation import Translation

_ASCII = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = str.maketrans(_ASCII, "åƀçðéƒĝĥîĵķļɱñôþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÔÞǪŔŠŢÛṼŴẊÝŽ")
_FROM_THE_RIGHT = str.maketrans(_ASCII, "ابتثجحخدذرزسشصضطظعغفقكلمنهابتثجحخدذرزسشصضطظعغفقكلمنه")
_PLACE = re.compile(r"(\{[^{}]*\}|%\(\w+\)[srd]|%[srd%]|`[^`]+`)")
_LONGER_BY = 0.4
_LATIN = re.compile("[A-Za-z]{2,}")


class _Everything:
    """Implements `Catalog`: a translation for each marked sentence, and for no other."""

    def __init__(self, change: Callable[[str], str]) -> None:
        self._said = {one.sentence: change(one.sentence) for one in all_marked()}

    def gettext(self, message: str, /) -> str:
        return self._said.get(message, message)

    def ngettext(self, one: str, many: str, number: int, /) -> str:
        return self._said.get(one, one if number == 1 else many)


class PseudoWording(EnglishWording):
    """Every marked sentence in letters that English does not have, and 40 % longer."""

    def __init__(self, translation: Translation) -> None:
        self._translation = translation
        self.language = translation.language.tag

    def say(self, sentence: str, /, **parts: str) -> str:
        return self._translation(sentence, **parts)


@cache
def pseudo() -> PseudoWording:
    """With accents, as if it were German."""
    return PseudoWording(Translation(language_of("de"), _Everything(accented)))


@cache
def pseudo_from_the_right() -> PseudoWording:
    """In Arabic letters, without any meaning."""
    return PseudoWording(Translation(language_of("ar"), _Everything(turned)))


def accented(sentence: str) -> str:
    return _changed(sentence, _ACCENTED, "·")


def turned(sentence: str) -> str:
    return _changed(sentence, _FROM_THE_RIGHT, "ـ")


def _changed(sentence: str, letters: dict[int, int | str | None], filler: str) -> str:
    pieces = _PLACE.split(sentence)
    changed = "".join(
        piece if place % 2 else piece.translate(letters) for place, piece in enumerate(pieces)
    )
    more = round(sum(map(len, pieces[::2])) * _LONGER_BY)
    end = len(changed.rstrip("\n .:?…"))
    words = "".join(" " if place % 6 == 0 and more > 6 else filler for place in range(more))
    return f"{changed[:end]}{words}{changed[end:]}"


def seen_texts(window: QWidget) -> Iterator[str]:
    """Whatever of *window* is shown, spoken by a screen reader, or comes with a tooltip."""
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.isVisible():
            yield from _texts_of(widget)


def untranslated(window: QWidget, known: re.Pattern[str] | None = None) -> list[str]:
    """The texts of *window* with Latin words in them, beside those that *known* takes out."""
    found = {text: known.sub(" ", text) if known else text for text in seen_texts(window)}
    return sorted(text for text, rest in found.items() if _LATIN.search(rest))


def _texts_of(widget: QWidget) -> Iterator[str]:
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()
    match widget:
        case QLabel() | QAbstractButton():
            yield re.sub("<[^>]*>", " ", widget.text())
        case QLineEdit():
            yield widget.placeholderText()
        case QTextEdit():
            yield widget.toPlainText()
        case QComboBox():
            yield from (widget.itemText(place) for place in range(widget.count()))
        case QAbstractItemView():
            yield from _texts_of_model(widget.model())
    spoken = QAccessible.queryAccessibleInterface(widget)
    if spoken is not None and spoken.isValid():
        yield spoken.text(QAccessible.Text.Name)
        yield spoken.text(QAccessible.Text.Description)
    yield from (action.text() for action in widget.actions() if isinstance(action, QAction))


def _texts_of_model(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    columns = range(model.columnCount())
    for section in columns:
        yield str(model.headerData(section, Qt.Orientation.Horizontal) or "")
    for row in range(model.rowCount()):
        yield from (str(model.index(row, column).data() or "") for column in columns)
