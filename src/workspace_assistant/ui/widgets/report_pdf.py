"""A report as PDF, laid out from the same HTML that the web page has."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEventLoop,
    QIODevice,
    QMarginsF,
    QUrl,
)
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from workspace_assistant.core.drawing import Drawing
from workspace_assistant.ui.theme.colors import LIGHT
from workspace_assistant.ui.widgets.drawing_paint import drawing_image
from workspace_assistant.ui.widgets.fonts_ready import ensure_application

_RESOLUTION_DPI = 300
_PIXELS_PER_PIXEL = 3.0  # a drawing's own are those of a screen, about 100 to the inch


def pdf_bytes(html: str, drawings: Mapping[str, Drawing] = MappingProxyType({})) -> bytes:
    """*html* as a PDF on A4. Works on any thread, and without a display.

    *drawings* are the pictures that *html* names as sources of its images.
    """
    ensure_application()
    # Laying a document out starts timers; a worker thread gets what serves them with its first
    # event loop, which need not run.
    loop = QEventLoop()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    # None of the writer's own: the document brings margins of 2 cm and the page number in them.
    writer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    for name, drawing in drawings.items():
        image = drawing_image(drawing, LIGHT, QGuiApplication.font(), _PIXELS_PER_PIXEL)
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
    document.setHtml(html)
    document.print_(writer)
    del writer  # the file is complete only when its writer has ended
    buffer.close()
    del document, loop
    return bytes(content.data())
