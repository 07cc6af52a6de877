"""An application for fonts to live in, where no window has made one."""

from __future__ import annotations

import os
from functools import cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication


@cache
def ensure_application() -> QCoreApplication:
    """Fonts need an application object; the command line has none and may have no display."""
    running = QCoreApplication.instance()
    if running is not None:
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication([])
