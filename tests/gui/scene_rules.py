"""What holds of every page for whoever uses keys, sees little, or reads large text.

Each rule gives what breaks it, in words; none is good.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.long_word_label import LongWordLabel
from workspace_assistant.ui.widgets.timeline_ribbon import TimelineRibbon

_MOST_STOPS = 400
_SMALLEST_TARGET_PX = 24
_Pressed = (QAbstractButton, QLineEdit, QAbstractItemView, QPlainTextEdit, QTextEdit)


def told(widget: QWidget) -> str:
    """Which one it is."""
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name) if interface else ""
    return f"{type(widget).__name__} {name[:60]!r}"


def visible(window: QWidget, kind: type[QWidget] = QWidget) -> list[QWidget]:
    return [one for one in window.findChildren(kind) if one.isVisible()]


def stops(window: QWidget) -> list[QWidget]:
    """What Tab is to stop at."""
    return [
        one
        for one in visible(window)
        if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def walk(window: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> Iterator[QWidget]:
    """Press *key* until the focus comes round; each widget that had it, while it has."""
    seen: set[int] = set()
    for _ in range(_MOST_STOPS):
        QTest.keyClick(window.focusWidget() or window, key)
        widget = window.focusWidget()
        assert widget is not None, "the focus is lost"
        if id(widget) in seen:
            return
        seen.add(id(widget))
        yield widget
    raise AssertionError("Tab never comes round")


def place_of(widget: QWidget, window: QWidget) -> QRect:
    """In the window; what scrolls as if all of it showed."""
    area = _area_of(widget)
    if area is None:
        return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    inside = widget.mapTo(area.widget(), QPoint(0, 0))
    return QRect(area.mapTo(window, QPoint(0, 0)) + inside, widget.size())


def _area_of(widget: QWidget) -> QScrollArea | None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and above.widget() is not None:
            return above
        above = above.parentWidget()
    return None


def out_of_order(order: list[QWidget], window: QWidget) -> list[str]:
    """From top to bottom, on one line from left to right; a column is done before the next."""
    wrong = []
    for one, other in pairwise(order):
        if _area_of(one) is not _area_of(other):
            continue
        a, b = place_of(one, window), place_of(other, window)
        middle = b.center().y()
        is_above = middle < a.top() and b.left() < a.right()
        is_before = a.top() <= middle <= a.bottom() and b.right() <= a.left()
        if is_above or is_before:
            wrong.append(f"{told(one)} {a.getRect()} -> {told(other)} {b.getRect()}")
    return wrong


def not_back(window: QWidget, order: list[QWidget]) -> list[str]:
    """Where Shift+Tab does not lead the way of *order* back; asked for where that came round."""
    back = list(walk(window, Qt.Key.Key_Backtab))
    way = zip(back, reversed(order), strict=False)
    wrong = [f"{told(one)} for {told(other)}" for one, other in way if one is not other]
    return wrong if len(back) == len(order) else [f"{len(back)} stops for {len(order)}", *wrong]


def is_in_sight(widget: QWidget, window: QWidget) -> bool:
    """Nothing of what has the focus is covered; of what is larger than its room, its beginning."""
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    room = window.rect()
    above = widget.parentWidget()
    while above is not None and above is not window:
        room &= QRect(above.mapTo(window, QPoint(0, 0)), above.size())
        above = above.parentWidget()
    if place.height() > room.height():
        return place.top() >= room.top() - 1
    return place.top() >= room.top() - 1 and place.bottom() <= room.bottom() + 1


def unreachable(window: QWidget, reached: list[QWidget]) -> list[str]:
    """What the pointer can press and Tab does not stop at, nor at one of its row."""
    rows = {id(one.parentWidget()) for one in reached}
    return [
        told(one)
        for one in visible(window)
        if isinstance(one, _Pressed)
        and one.isEnabled()
        and one not in reached
        and id(one.parentWidget()) not in rows
        and not isinstance(one.parentWidget(), QAbstractItemView | QLineEdit)
    ]


def too_small(window: QWidget) -> list[str]:
    """Smaller than 24 by 24.

    The parts of a day's ribbon are as wide as they lasted: the list below it opens the same.
    """
    return [
        f"{told(one)} {one.width()}x{one.height()}"
        for one in visible(window)
        if isinstance(one, QAbstractButton | QLineEdit)
        and one.isEnabled()
        and min(one.width(), one.height()) < _SMALLEST_TARGET_PX
        and not isinstance(one.parentWidget(), QLineEdit | QScrollBar | TimelineRibbon)
    ]


def unspoken(window: QWidget) -> list[str]:
    """Buttons whose name lacks a word that is written on them: who says it presses nothing."""
    wrong = []
    for one in visible(window, QAbstractButton):
        assert isinstance(one, QAbstractButton)
        name = QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
        named = _words(name)
        if not all(any(heard.startswith(word) for heard in named) for word in _words(one.text())):
            wrong.append(f"{told(one)} says {one.text()!r}")
    return wrong


def _words(text: str) -> list[str]:
    """Signs and arrows are none, nor is what was cut; `Mon` is the beginning of Monday."""
    return re.findall(r"\w+", re.sub(r"\w*…\w*", "", text.casefold()))


def cut_off(window: QWidget) -> list[str]:
    """Words that do not show whole, unless all of them are in the tooltip."""
    wrong: list[str] = []
    for one in visible(window, QLabel):
        assert isinstance(one, QLabel)
        if one.text() and one.pixmap().isNull():
            wrong += _cut_label(one)
    for button in visible(window, QAbstractButton):
        hint = button.sizeHint()
        if button.hasHeightForWidth():
            hint = QSize(0, button.heightForWidth(button.width()))
        elif isinstance(button, ActionButton) and button.width() < hint.width():
            hint = QSize(_widest_word(button), button.height_in(button.width()))
        if hint.isValid() and not button.toolTip() and _is_less(button.size(), hint):
            wrong.append(f"{told(button)} {button.size().toTuple()} of {hint.toTuple()}")
    return wrong


def _cut_label(one: QLabel) -> list[str]:
    wrong: list[str] = []
    if not one.hasHeightForWidth():
        hint = one.minimumSizeHint()
        if not one.toolTip() and _is_less(one.size(), hint):
            wrong.append(f"{told(one)} {one.size().toTuple()} of {hint.toTuple()}")
        return wrong
    needed = one.heightForWidth(one.width())
    if one.height() < needed:
        wrong.append(f"{told(one)} {one.height()} of {needed} high")
    widest, is_broken = _widest_word(one), isinstance(one, LongWordLabel)
    if one.wordWrap() and not is_broken and widest > one.contentsRect().width() + 1:
        wrong.append(f"{told(one)} has {one.contentsRect().width()} for a word of {widest}")
    return wrong


def _is_less(size: QSize, hint: QSize) -> bool:
    return size.width() < hint.width() or size.height() < hint.height()


def _widest_word(label: QLabel | QAbstractButton) -> int:
    metrics = label.fontMetrics()
    return max((metrics.horizontalAdvance(word) for word in label.text().split(" ")), default=0)


def outside(window: QWidget) -> list[str]:
    """What lies beyond the right edge of the page it is on, or beyond the window."""
    wrong = []
    for area in visible(window, QAbstractScrollArea):
        if isinstance(area, QScrollArea) and area.widget() is not None:
            inner, room = area.widget().width(), area.viewport().width()
            if inner > room:
                where = f"{told(area)} in {told(area.parentWidget())}"
                wrong.append(f"{where} scrolls sideways: {inner} of {room}")
    for one in visible(window):
        if isinstance(one, QLabel | QAbstractButton | QLineEdit):
            right = one.mapTo(window, QPoint(one.width(), 0)).x()
            left = one.mapTo(window, QPoint(0, 0)).x()
            if (right > window.width() or left < 0) and _area_of(one) is None:
                wrong.append(f"{told(one)} {left}..{right}")
            bottom = one.mapTo(window, QPoint(0, one.height())).y()
            if bottom > window.height() and _area_of(one) is None:
                wrong.append(f"{told(one)} ends at {bottom}")
    return wrong


def overlapping(window: QWidget) -> list[str]:
    """Siblings with words or of use that lie upon each other."""
    wrong = []
    for parent in visible(window):
        children = [
            one
            for one in parent.children()
            if isinstance(one, QLabel | QAbstractButton | QLineEdit) and one.isVisible()
        ]
        if type(parent).__name__ in {"TimelineRibbon", "DrawingView"}:
            continue
        for index, one in enumerate(children):
            for other in children[index + 1 :]:
                both = one.geometry() & other.geometry()
                if both.width() > 1 and both.height() > 1:
                    wrong.append(f"{told(one)} and {told(other)}: {both.getRect()}")
    return wrong
