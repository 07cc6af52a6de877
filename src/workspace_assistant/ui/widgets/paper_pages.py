"""Pages that the core has laid out: into a PDF file, onto a printer, or as pictures to look at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from workspace_assistant.core.balance.report_pages.paper import PIXELS_PER_INCH
from workspace_assistant.core.drawing import Drawing
from workspace_assistant.ui.theme.colors import LIGHT
from workspace_assistant.ui.widgets.drawing_paint import drawing_image, paint_drawing
from workspace_assistant.ui.widgets.fonts_ready import ensure_application

_POINTS_PER_INCH = 72
# By Qt's way of writing a PDF nobody could tell which letters these forms stand for.
_ALTERNATES = ("calt", "liga", "clig", "tnum")
# The first that the system has: made for reading, and light enough to print.
_FAMILIES = (
    "Inter",
    "Segoe UI",
    "SF Pro Text",
    "Helvetica Neue",
    "Noto Sans",
    "Open Sans",
    "Liberation Sans",
    "Arial",
)


def paper_font() -> QFont:
    """With every sign in its plain form: what stands for another sign could not be selected."""
    ensure_application()
    font = QFont(list(_FAMILIES))
    for feature in _ALTERNATES:
        font.setFeature(QFont.Tag(feature), 0)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class FontMeasure:
    """Implements the core's `Measure` with the font that the pages are printed in."""

    def __init__(self) -> None:
        self._font = paper_font()
        self._metrics: dict[tuple[int, bool], QFontMetricsF] = {}

    def __call__(self, text: str, size_px: float, /, *, is_bold: bool) -> float:
        key = max(1, round(size_px)), is_bold
        if key not in self._metrics:
            font = QFont(self._font)
            font.setPixelSize(key[0])
            font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
            self._metrics[key] = QFontMetricsF(font)
        return self._metrics[key].horizontalAdvance(text)


def pages_pdf(pages: Sequence[Drawing], title: str) -> bytes:
    """*pages*, all of the first one's size, as a PDF with its fonts in it and text to select."""
    ensure_application()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(PIXELS_PER_INCH)
    writer.setTitle(title)
    writer.setCreator("Workspace Assistant")
    writer.setPageLayout(_layout(pages[0]))
    paint_pages(pages, writer)
    del writer  # the file is complete only when its writer has ended
    buffer.close()
    return bytes(content.data())


def paint_pages(pages: Sequence[Drawing], device: QPagedPaintDevice) -> None:
    """Each page as large as the device's paper allows; the device may be a printer."""
    painter = QPainter(device)
    for index, page in enumerate(pages):
        if index:
            device.newPage()
        painter.save()
        scale = min(device.width() / page.width_px, device.height() / page.height_px)
        painter.scale(scale, scale)
        paint_drawing(painter, page, LIGHT, paper_font())
        painter.restore()
    painter.end()


def page_image(page: Drawing, width_px: float) -> QImage:
    """A page as it will look, *width_px* wide."""
    return drawing_image(page, LIGHT, paper_font(), width_px / page.width_px)


def _layout(page: Drawing) -> QPageLayout:
    size = QSizeF(page.width_px, page.height_px) * _POINTS_PER_INCH / PIXELS_PER_INCH
    paper = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    return QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Point)
