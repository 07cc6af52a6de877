"""Asks for a printer without stopping the window, and prints pages on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMarginsF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from workspace_assistant.core.balance.report_pages.paper import PIXELS_PER_INCH
from workspace_assistant.core.drawing import Drawing
from workspace_assistant.ui.widgets.paper_pages import paint_pages

_POINTS_PER_INCH = 72


def ask_printer(
    pages: Sequence[Drawing], title: str, parent: QWidget, printed: Callable[[], None]
) -> QPrintDialog:
    """*printed* is called when the pages are on their way; never where the person changed mind."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)  # the pages bring their own margins
    size = QSizeF(pages[0].width_px, pages[0].height_px) * _POINTS_PER_INCH / PIXELS_PER_INCH
    printer.setPageSize(
        QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    )
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def print_now() -> None:
        paint_pages(pages, printer)
        printed()

    dialog.accepted.connect(print_now)
    QDialog.open(dialog)  # the print dialog's own way asks for a receiver
    return dialog
