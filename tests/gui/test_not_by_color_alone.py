"""What a color says is said by a shape or a word as well (WCAG 2.2: 1.3.3, 1.4.1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from itertools import combinations
from pathlib import Path
from pkgutil import walk_packages

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

import workspace_assistant.ui
from tests.gui.scenes import opened
from workspace_assistant.core.drawing import (
    Drawing,
    Label,
    Line,
    Mark,
    Polyline,
    Rect,
    Role,
    Shape,
)
from workspace_assistant.ui.theme.colors import DARK, LIGHT, Colors, Tone, contrast_ratio
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.widgets.drawing_view import DrawingView
from workspace_assistant.ui.widgets.ribbon_paint import paint_part
from workspace_assistant.ui.widgets.ribbon_parts import Part, RibbonPart

# An icon that stands for a judgment stands for one alone, wherever it is.
JUDGMENTS = {"check": Tone.OK, "exclamation": Tone.CAUTION, "cross": Tone.BAD}
JUDGING = set(JUDGMENTS.values())
STATES = {Role.GOOD, Role.CAUTION, Role.BAD, Role.UNKNOWN}
_NEAR_PX = 24
_LEAST_PX = 24


def looks() -> Iterator[tuple[str, Look]]:
    """All of the window, by the module that has them."""
    root = workspace_assistant.ui
    for found in walk_packages(root.__path__, f"{root.__name__}."):
        for value in vars(import_module(found.name)).values():
            values = value.values() if isinstance(value, dict) else [value]
            for one in values:
                if isinstance(one, Look):
                    yield found.name, one


def test_every_look_has_an_icon_and_a_word_that_tell_it_from_the_others() -> None:
    by_module: dict[str, set[Look]] = defaultdict(set)
    for module, look in looks():
        by_module[module].add(look)
    assert sum(len(found) for found in by_module.values()) > 60
    for module, found in by_module.items():
        assert all(look.icon and look.word for look in found), module
        for one, other in combinations(found, 2):
            if one.tone is not other.tone and {one.tone, other.tone} & JUDGING:
                assert (one.icon, one.word) != (other.icon, other.word), module


def test_an_icon_that_judges_judges_the_same_everywhere() -> None:
    for module, look in looks():
        judged = JUDGMENTS.get(look.icon, look.tone)
        assert look.tone is judged or look.tone not in JUDGING, (module, look)
        assert look.tone is not Tone.BAD or look.icon == "cross", (module, look)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_parts_of_a_day_differ_without_colors(colors: Colors, qapp: QApplication) -> None:
    drawn = {part: grays(part, colors) for part in Part}
    for one, other in combinations(Part, 2):
        pairs = zip(drawn[one], drawn[other], strict=True)
        differ = sum(contrast_ratio(first, second) >= 2 for first, second in pairs)
        assert differ >= _LEAST_PX, (one, other, differ)


def grays(part: Part, colors: Colors) -> list[str]:
    """The pixels of such a part in shades of gray."""
    image = QImage(48, 32, QImage.Format.Format_RGB32)
    image.fill(QColor(colors.background))
    painter = QPainter(image)
    shown = RibbonPart(
        id="x",
        block_id="x",
        part=part,
        start=0.0,
        end=1.0,
        label="",
        label_end=0.0,
        description="x",
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_part(painter, QRectF(2, 2, 44, 28), shown, colors, has_focus=False, is_pointed=False)
    painter.end()
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    levels = (gray.pixelColor(x, y).red() for y in range(32) for x in range(48))
    return [f"#{level:02X}{level:02X}{level:02X}" for level in levels]


@pytest.mark.parametrize("scene", ["week-opened", "voice-wifi", "history-few"])
def test_pictures_say_in_words_or_forms_what_they_color(scene: str, tmp_path: Path) -> None:
    with opened(scene, tmp_path) as window:
        drawings = [view.drawing for view in window.findChildren(DrawingView) if view.isVisible()]
    colored = [one for drawing in drawings if drawing is not None for one in by_color(drawing)]
    assert colored == []
    assert drawings or scene == "history-few"


def test_a_color_that_stands_alone_would_be_found() -> None:
    good = Line(start=(0, 0), end=(50, 0), role=Role.GOOD)
    bad = Line(start=(100, 0), end=(150, 0), role=Role.BAD)
    word = Label(at=(120, 10), text="lost")
    sign = Rect(corner=(120, 0), width_px=4, height_px=4, fill=Role.BAD)
    mark = Mark(corner=(100, 0), width_px=50, height_px=2, words="3 lost")
    alone = Drawing(width_px=90, height_px=9, title="", description="", shapes=(good, bad))
    assert len(by_color(alone)) == 2
    assert len(by_color(replace(alone, shapes=(good, bad, word)))) == 1
    assert len(by_color(replace(alone, shapes=(good, bad, sign)))) == 1
    assert len(by_color(replace(alone, marks=(mark,)))) == 1
    assert by_color(replace(alone, shapes=(good, replace(bad, is_dashed=True)))) == []


def by_color(drawing: Drawing) -> list[str]:
    """Shapes that differ from others by their color alone, with no word near and in no mark."""
    roles: dict[Shape, set[Role]] = defaultdict(set)
    for shape in drawing.shapes:
        if not isinstance(shape, Label):
            roles[form_of(shape)].add(role_of(shape))
    return [
        f"{drawing.title}: {shape}"
        for shape in drawing.shapes
        if not isinstance(shape, Label)
        and role_of(shape) in STATES
        and len(roles[form_of(shape)]) > 1
        and not is_told(shape, drawing)
        and not has_sign(shape, drawing, roles)
    ]


def role_of(shape: Line | Rect | Polyline) -> Role:
    if isinstance(shape, Line):
        return shape.role
    return shape.fill or shape.stroke or Role.INK


def form_of(shape: Shape) -> Shape:
    """The same shape of no color, somewhere, as long as any."""
    match shape:
        case Line():
            return replace(shape, start=(0, 0), end=(0, 0), role=Role.INK)
        case Rect():
            fill, stroke = (Role.INK if one else None for one in (shape.fill, shape.stroke))
            return replace(shape, corner=(0, 0), width_px=0, height_px=0, fill=fill, stroke=stroke)
        case Polyline():
            fill, stroke = (Role.INK if one else None for one in (shape.fill, shape.stroke))
            left, top = shape.points[0]
            points = tuple((x - left, y - top) for x, y in shape.points)
            return replace(shape, points=points, fill=fill, stroke=stroke)
        case _:
            return shape


def is_told(shape: Line | Rect | Polyline, drawing: Drawing) -> bool:
    place = place_of(shape)
    marks = (QRectF(*mark.corner, mark.width_px, mark.height_px) for mark in drawing.marks)
    around = place.adjusted(-_NEAR_PX, -_NEAR_PX, _NEAR_PX, _NEAR_PX)
    labels = (one for one in drawing.shapes if isinstance(one, Label))
    return any(one.intersects(place) for one in marks) or any(
        around.contains(*label.at) for label in labels
    )


def has_sign(
    shape: Line | Rect | Polyline, drawing: Drawing, roles: dict[Shape, set[Role]]
) -> bool:
    """On it lies something of its color in a form that no other color has: a check, a cross."""
    return any(
        roles[form_of(other)] == {role_of(shape)} and place_of(other).intersects(place_of(shape))
        for other in drawing.shapes
        if not isinstance(other, Label)
    )


def place_of(shape: Line | Rect | Polyline) -> QRectF:
    if isinstance(shape, Rect):
        return QRectF(*shape.corner, shape.width_px, shape.height_px)
    points = (shape.start, shape.end) if isinstance(shape, Line) else shape.points
    across, down = zip(*points, strict=True)
    left, top = min(across), min(down)
    return QRectF(left, top, max(across) - left, max(down) - top).adjusted(-1, -1, 1, 1)
