"""Where the keyboard is can be seen, in both schemes (WCAG 2.2: 1.4.11, 2.4.7).

Counted are the pixels of a control that change by a contrast of 3 or more when it gets the focus.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.scene_rules import told, walk
from tests.gui.scenes import opened
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.theme.colors import DARK, LIGHT, Colors, contrast_ratio
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.theme.scheme import apply_colors
from workspace_assistant.ui.widgets.drawing_view import DrawingView
from workspace_assistant.ui.widgets.text_field import TextField

# Together they have every kind of control that the window has.
SCENES = ["focus-correcting", "week-opened", "settings-open", "help"]
KINDS = {
    *("_PageButton page", "ActionButton primary", "ActionButton ", "ActionButton link"),
    *("ActionButton choice", "ActionButton step", "_Chip chip", "_PartButton ", "TickBox "),
    *("TextField ", "IconButton icon", "KeyButton key", "DrawingView ", "QTextBrowser "),
}
_LEAST_CONTRAST = 3
_AROUND_PX = 2
_OUTLINE_SHARE = 0.7  # of the length around a control: corners are round
_BOX_UNITS = 4.5
_LEAST_ON_DRAWING = 100  # around one mark of many


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def colors(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Colors]:
    apply_colors(qapp, request.param)
    yield request.param
    apply_colors(qapp, LIGHT)


@pytest.mark.usefixtures("colors")
def test_the_focus_shows_on_every_kind_of_control(tmp_path: Path) -> None:
    seen: set[str] = set()
    faint = []
    for name in SCENES:
        with opened(name, tmp_path) as window:
            for one in walk(window):
                if (kind := kind_of(one)) in seen:
                    continue
                seen.add(kind)
                changed = changed_px(one, window)
                if changed < least_px(one):
                    faint.append(f"{told(one)} {kind}: {changed} of {least_px(one)}")
    assert faint == []
    assert KINDS - {kind.removesuffix(" checked") for kind in seen} == set()


def kind_of(widget: QWidget) -> str:
    """What is drawn alike."""
    checked = isinstance(widget, QAbstractButton) and widget.isChecked()
    kind = f"{type(widget).__name__} {widget.property('kind') or ''}"
    return f"{kind} checked" if checked else kind


def changed_px(widget: QWidget, window: MainWindow) -> int:
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    place.adjust(-_AROUND_PX, -_AROUND_PX, _AROUND_PX, _AROUND_PX)
    focused = window.grab(place).toImage()
    widget.clearFocus()
    plain = window.grab(place).toImage()
    widget.setFocus()
    return sum(
        _contrast(*pair) >= _LEAST_CONTRAST for pair in zip(_px(focused), _px(plain), strict=True)
    )


def least_px(widget: QWidget) -> float:
    """A line of one pixel around it, or below a link one of two."""
    width, height = widget.width(), widget.height()
    if isinstance(widget, DrawingView):
        return _LEAST_ON_DRAWING
    if isinstance(widget, QCheckBox):  # its box alone
        width = height = grid_px(_BOX_UNITS)
    if widget.property("kind") == "link":
        return 2 * width
    return _OUTLINE_SHARE * 2 * (width + height)


def _px(image: QImage) -> Iterator[int]:
    made = image.convertToFormat(QImage.Format.Format_RGB32)
    return iter(memoryview(made.constBits()).cast("I"))


@cache
def _contrast(one: int, other: int) -> float:
    if one == other:
        return 1.0
    return contrast_ratio(f"#{one & 0xFFFFFF:06X}", f"#{other & 0xFFFFFF:06X}")


def test_what_a_field_asks_for_can_be_read(colors: Colors, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    field = TextField("Start", parent, hint="9:00")
    parent.show()
    ink = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert ink.alpha() == 255
    assert contrast_ratio(ink.name().upper(), colors.surface) >= 4.5
