"""The program's icon in the sizes that desktops ask for (Icon Theme Specification 0.13)."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

_SIZES_PX = (32, 48, 64, 128, 256)


def write_icons(drawing: Path, theme: Path) -> None:
    """Into the theme *theme*: the drawing itself, and pictures of it."""
    place = theme / "scalable" / "apps"
    place.mkdir(parents=True, exist_ok=True)
    shutil.copy(drawing, place / drawing.name)
    for size_px in _SIZES_PX:
        folder = theme / f"{size_px}x{size_px}" / "apps"
        folder.mkdir(parents=True, exist_ok=True)
        write_picture(drawing, folder / f"{drawing.stem}.png", size_px)


def write_picture(drawing: Path, picture: Path, size_px: int) -> None:
    """The kind of picture follows from the name: .png, or .ico where Qt has it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    if not image.save(str(picture)):
        raise OSError(f"{picture}: cannot be written as a picture")
