"""The recovery key on paper: asks for a printer without stopping the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget


def ask_printer(
    lines: tuple[str, ...], title: str, parent: QWidget, printed: Callable[[], None]
) -> QPrintDialog:
    """*printed* is called when it is on its way. The job is named by *title*, never by the key."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def print_now() -> None:
        document = QTextDocument()
        document.setPlainText("\n".join((title, "", *lines)))
        document.print_(printer)
        printed()

    dialog.accepted.connect(print_now)
    QDialog.open(dialog)  # the print dialog's own way asks for a receiver
    return dialog
