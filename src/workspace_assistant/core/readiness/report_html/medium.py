"""What a report is read with."""

from __future__ import annotations

from enum import StrEnum


class Medium(StrEnum):
    """A browser draws SVG and folds details; the PDF is laid out by Qt's rich text, which cannot.

    In the PDF a picture is an image named as `report_drawings` names it.
    """

    BROWSER = "browser"
    PDF = "pdf"
