"""Drawings shipped as SVG: each can be painted, in the colors of the theme alone."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workspace_assistant.ui.theme.colors import DARK, LIGHT, Colors, Tone, contrast_ratio
from workspace_assistant.ui.widgets.line_drawing import LineDrawing, paint_line_drawing
from workspace_assistant.ui.widgets.resource_files import resource_folder

NAMES = sorted(
    f"{folder}/{file.stem}"
    for folder in ("ergonomics", "exercises")
    for file in resource_folder(folder).glob("*.svg")
)
SCHEMES = pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
ROLES = {"currentColor", "var(--accent)", "var(--faint)", "var(--surface)", "none"}


def painted(name: str, colors: Colors) -> QImage:
    image = QImage(160, 120, QImage.Format.Format_ARGB32)
    image.fill(QColor(colors.surface))
    painter = QPainter(image)
    try:
        paint_line_drawing(painter, QRectF(image.rect()), name, colors)
    finally:
        painter.end()  # else it outlives the image
    return image


def colors_in(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


@SCHEMES
@pytest.mark.parametrize("name", NAMES)
def test_every_drawing_shows_in_ink_and_accent(name: str, colors: Colors) -> None:
    found = colors_in(painted(name, colors))
    assert colors.tones[Tone.ACCENT].strong in found
    assert {colors.text, colors.control_line} & found


@pytest.mark.parametrize("name", NAMES)
def test_drawings_name_roles_and_no_colors(name: str) -> None:
    folder, _, file = name.partition("/")
    svg = (resource_folder(folder) / f"{file}.svg").read_text(encoding="utf-8")
    assert set(re.findall(r'(?:stroke|fill)="([^"]*)"', svg)) <= ROLES
    assert 'viewBox="0 0 160 120"' in svg


@SCHEMES
def test_lines_can_be_told_from_the_ground(colors: Colors) -> None:
    soft = colors.tones[Tone.ACCENT].soft
    accent = colors.tones[Tone.ACCENT].strong
    for line, ground in (
        (colors.control_line, colors.surface),
        (colors.muted, soft),
        (colors.muted, colors.hover),
        (accent, colors.surface),
        (accent, soft),
        (accent, colors.hover),
    ):
        assert contrast_ratio(line, ground) >= 3


def test_a_drawing_says_what_it_shows_and_takes_no_room_without_a_name(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    drawing = LineDrawing(40, host)
    assert drawing.isHidden()
    drawing.show_drawing(NAMES[0], "A chair of the right height")
    assert not drawing.isHidden()
    assert drawing.accessibleName() == "A chair of the right height"
    host.show()
    drawing.resize(drawing.sizeHint())
    assert drawing.width() * 3 == pytest.approx(drawing.height() * 4, abs=4)
    assert colors_in(drawing.grab().toImage()) & {LIGHT.text, DARK.text}
    drawing.show_drawing("")
    assert drawing.isHidden()


def test_a_name_without_drawing_is_a_fault() -> None:
    with pytest.raises(FileNotFoundError):
        painted("ergonomics/nothing", LIGHT)
