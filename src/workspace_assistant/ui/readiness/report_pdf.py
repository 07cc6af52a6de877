"""A report as PDF, laid out from the same HTML that the web page has."""

from __future__ import annotations

import os
from functools import cache

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QEventLoop,
    QIODevice,
    QMarginsF,
)
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

_RESOLUTION_DPI = 300


def pdf_bytes(html: str) -> bytes:
    """*html* as a PDF on A4. Works on any thread, and without a display."""
    _ensure_application()
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
    document.setHtml(html)
    document.print_(writer)
    del writer  # the file is complete only when its writer has ended
    buffer.close()
    del document, loop
    return bytes(content.data())


@cache
def _ensure_application() -> QCoreApplication:
    """Fonts need an application object; the command line has none and may have no display."""
    running = QCoreApplication.instance()
    if running is not None:
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication([])
