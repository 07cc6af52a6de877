"""Drawings of the core on the screen and in a PDF: what is painted, how large, how crisp."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import voice_reports
from workspace_assistant.core.drawing import (
    Anchor,
    Drawing,
    Label,
    Line,
    Polyline,
    Rect,
    Role,
    Shape,
)
from workspace_assistant.core.readiness.path_picture import path_picture
from workspace_assistant.core.readiness.strip_chart import stream_of, strip_chart
from workspace_assistant.ui.theme.colors import DARK, LIGHT, Colors, Tone, contrast_ratio
from workspace_assistant.ui.theme.scheme import apply_colors
from workspace_assistant.ui.widgets.drawing_paint import drawing_image, word_color
from workspace_assistant.ui.widgets.drawing_view import DrawingView
from workspace_assistant.ui.widgets.report_pdf import pdf_bytes

BAD = LIGHT.tones[Tone.BAD].strong


def drawn(*shapes: Shape, density: float = 1.0, colors: Colors = LIGHT) -> QImage:
    drawing = Drawing(width_px=40, height_px=20, title="Test", description="A test.", shapes=shapes)
    return drawing_image(drawing, colors, QGuiApplication.font(), density)


def color_at(image: QImage, x: float, y: float) -> str:
    ratio = image.devicePixelRatio()
    return image.pixelColor(round(x * ratio), round(y * ratio)).name().upper()


def inked(image: QImage) -> list[int]:
    """Columns that hold anything but the background."""
    behind = QColor(LIGHT.surface)
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != behind for y in range(image.height()))
    ]


@pytest.mark.usefixtures("qapp")
class TestShapes:
    def test_rectangles_fill_and_frame(self) -> None:
        rect = Rect(corner=(4, 4), width_px=20, height_px=12, fill=Role.BAD, stroke=Role.INK)
        image = drawn(rect)
        assert color_at(image, 12, 10) == BAD
        assert color_at(image, 34, 10) == LIGHT.surface

    def test_an_opacity_thins_the_filling_alone(self) -> None:
        rect = Rect(corner=(4, 4), width_px=20, height_px=12, fill=Role.BAD, opacity=0.1)
        assert color_at(drawn(rect), 12, 10) not in {BAD, LIGHT.surface}

    def test_lines_are_as_wide_as_they_say(self) -> None:
        line = Line(start=(0, 10), end=(40, 10), role=Role.BAD, width_px=4)
        image = drawn(line)
        assert color_at(image, 20, 9) == BAD
        assert color_at(image, 20, 15) == LIGHT.surface

    def test_dashes_leave_out_as_much_as_they_draw(self) -> None:
        line = Line(start=(0, 10), end=(40, 10), role=Role.BAD, width_px=2, is_dashed=True)
        image = drawn(line)
        colors = [color_at(image, x, 10) for x in (2, 6, 10, 14)]
        assert colors == [BAD, LIGHT.surface] * 2

    def test_polylines_fill_their_area(self) -> None:
        area = Polyline(points=((0, 20), (20, 0), (40, 20)), fill=Role.BAD, stroke=Role.INK)
        assert color_at(drawn(area), 20, 15) == BAD

    @pytest.mark.parametrize(
        ("anchor", "side"), [(Anchor.START, 1), (Anchor.MIDDLE, 0), (Anchor.END, -1)]
    )
    def test_labels_stand_where_their_anchor_says(self, anchor: Anchor, side: int) -> None:
        columns = inked(drawn(Label(at=(20, 15), text="Wi", anchor=anchor)))
        middle = (columns[0] + columns[-1]) / 2
        assert (middle > 23) - (middle < 17) == side

    def test_bold_labels_are_heavier(self) -> None:
        plain, bold = (
            drawn(Label(at=(2, 15), text="mm", is_bold=is_bold), density=4)
            for is_bold in (False, True)
        )
        assert len(inked(bold)) > len(inked(plain))

    def test_a_picture_of_twice_the_density_has_twice_the_pixels(self) -> None:
        image = drawn(density=2)
        assert (image.width(), image.height(), image.devicePixelRatio()) == (80, 40, 2)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SURFACE, Role.GRID}))
def test_words_of_every_role_can_be_read(role: Role, colors: Colors) -> None:
    assert contrast_ratio(word_color(role, colors), colors.surface) >= 4.5


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[DrawingView]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(900, 600)
    made = DrawingView(parent)
    report = voice_reports.lossy_wifi()
    made.resize(800, 200)
    made.show_drawing(report.id, lambda width: path_picture(report, width))
    yield made
    del parent  # kept so far: a widget is gone as soon as nobody holds its parent


class TestView:
    def test_says_in_words_what_it_shows(self, view: DrawingView) -> None:
        drawing = view.drawing
        assert drawing is not None
        assert view.accessibleName() == drawing.title
        assert view.accessibleDescription() == drawing.description
        assert "weak" in drawing.description

    def test_is_made_for_the_width_it_gets(self, view: DrawingView) -> None:
        wide = view.drawing
        view.resize(600, 200)
        narrow = view.drawing
        assert wide is not None
        assert narrow is not None
        assert wide.width_px > narrow.width_px >= 520

    def test_keeps_its_shape_where_it_must_shrink(self, view: DrawingView) -> None:
        view.resize(300, 200)
        drawing = view.drawing
        assert drawing is not None
        assert drawing.width_px == 520
        assert view.heightForWidth(300) == pytest.approx(drawing.height_px * 300 / 520, abs=1)

    def test_keeps_a_drawing_until_there_is_another_subject(self, view: DrawingView) -> None:
        asked: list[float] = []

        def nothing(width: float) -> Drawing | None:
            asked.append(width)
            return None

        view.show_drawing(voice_reports.lossy_wifi().id, nothing)
        assert asked == []
        view.show_drawing("another", nothing)
        assert asked
        assert not view.isVisibleTo(view.parentWidget())
        assert view.heightForWidth(800) == 0

    def test_forgets_widths_it_passed_through(self, view: DrawingView) -> None:
        for width in range(600, 700, 5):
            view.heightForWidth(width)
        assert len(view._made) <= 8

    def test_follows_the_color_scheme(self, view: DrawingView, qapp: QApplication) -> None:
        light = view.grab().toImage()
        apply_colors(qapp, DARK)
        try:
            assert view.grab().toImage() != light
        finally:
            apply_colors(qapp, LIGHT)


@pytest.mark.usefixtures("qapp")
def test_a_pdf_holds_the_pictures_that_its_page_names() -> None:
    report = voice_reports.lossy_wifi()
    series = stream_of(report)
    path = path_picture(report)
    assert series is not None
    assert path is not None
    html = '<p><img src="drawing:path" width="640"></p><p><img src="drawing:voice" width="640"></p>'
    drawings = {"drawing:path": path, "drawing:voice": strip_chart(series)}
    with_pictures = pdf_bytes(html, drawings)
    assert with_pictures.count(b"/Subtype /Image") >= 2
    assert len(with_pictures) < 1_000_000


@pytest.mark.usefixtures("qapp")
def test_a_drawing_uses_the_font_it_is_given() -> None:
    drawing = Drawing(
        width_px=40, height_px=20, title="", description="", shapes=(Label(at=(2, 15), text="m"),)
    )
    wide, narrow = QFont(QGuiApplication.font()), QFont(QGuiApplication.font())
    wide.setStretch(200)
    narrow.setStretch(50)
    images = (drawing_image(drawing, LIGHT, font, 2) for font in (wide, narrow))
    widest, narrowest = (len(inked(image)) for image in images)
    assert widest > narrowest
