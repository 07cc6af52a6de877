"""The words of the strip chart."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TITLE = QT_TRANSLATE_NOOP("report", "Voice packets over time")
DELAY_AXIS = QT_TRANSLATE_NOOP("report", "Round trip, {unit}")
LOST = QT_TRANSLATE_NOOP("report", "lost")
SECONDS = QT_TRANSLATE_NOOP("report", "{number} s")
CUT = QT_TRANSLATE_NOOP("report", "highest {peak}, cut off here")
# What the line carried, by the names of the spans.
SPANS = {
    "idle": QT_TRANSLATE_NOOP("report", "line idle"),
    "download": QT_TRANSLATE_NOOP("report", "download"),
    "upload": QT_TRANSLATE_NOOP("report", "upload"),
}

# For those who do not see the picture.
WHOLE = QT_TRANSLATE_NOOP("report", "{packets} in {duration}: {figures}.")
SPAN = QT_TRANSLATE_NOOP("report", "{name}, from {start} to {end}: {figures}.")
BESIDE = QT_TRANSLATE_NOOP("report", "Before and between these, {packets}: {figures}.")
FIGURES = QT_TRANSLATE_NOOP("report", "half within {median}, 95 % within {high}, {lost} lost")
ALL_LOST = QT_TRANSLATE_NOOP("report", "all {lost} lost")
NOTHING = QT_TRANSLATE_NOOP("report", "no packet")
