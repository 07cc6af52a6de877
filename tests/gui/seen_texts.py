"""What of a window can be read: on the screen, by a screen reader, or in a tooltip."""

from __future__ import annotations

import re
from collections.abc import Iterator

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

_LATIN = re.compile("[A-Za-z]{2,}")


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
