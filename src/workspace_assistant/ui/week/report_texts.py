"""Sentences of the panel that reports are made with."""

from __future__ import annotations

from workspace_assistant.core.balance.report.choice import ReportPart
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TITLE = QT_TRANSLATE_NOOP("window", "Hand it over")
INTRO = QT_TRANSLATE_NOOP(
    "window", "A report on two pages at most. Only what is ticked goes in; nothing is sent."
)
GOES_IN = QT_TRANSLATE_NOOP("window", "Goes in")
STAYS_OUT = QT_TRANSLATE_NOOP("window", "Stays out unless you tick it")
PARTS = {
    ReportPart.GOALS: QT_TRANSLATE_NOOP("window", "Own goals"),
    ReportPart.DAYS: QT_TRANSLATE_NOOP("window", "Days and rests"),
    ReportPart.INDICATORS: QT_TRANSLATE_NOOP("window", "Indicators"),
    ReportPart.TRENDS: QT_TRANSLATE_NOOP("window", "Trends"),
    ReportPart.HEAT_MAP: QT_TRANSLATE_NOOP("window", "Interruptions by hour"),
    ReportPart.SUGGESTIONS: QT_TRANSLATE_NOOP("window", "Suggestions"),
    ReportPart.NAMES: QT_TRANSLATE_NOOP("window", "Names of blocks and notes"),
    ReportPart.CHECK_INS: QT_TRANSLATE_NOOP("window", "Answers of check-ins"),
    ReportPart.LEAVE_KINDS: QT_TRANSLATE_NOOP("window", "Why days were off"),
}
PAPER = QT_TRANSLATE_NOOP("window", "Paper")
A4 = QT_TRANSLATE_NOOP("window", "A4")
LETTER = QT_TRANSLATE_NOOP("window", "Letter")
SHOW_PAGES = QT_TRANSLATE_NOOP("window", "Show the pages")
HIDE_PAGES = QT_TRANSLATE_NOOP("window", "Hide the pages")
SAVE = QT_TRANSLATE_NOOP("window", "Save as…")
PRINT = QT_TRANSLATE_NOOP("window", "Print…")
FILES = QT_TRANSLATE_NOOP("window", "PDF (*.pdf);;Web page (*.html);;Table (*.csv);;JSON (*.json)")
SAVED = QT_TRANSLATE_NOOP("window", "Saved as {name}.")
PRINTED = QT_TRANSLATE_NOOP("window", "Sent to the printer.")
NOT_SAVED = QT_TRANSLATE_NOOP("window", "The report was not saved: {reason}")
UNREADABLE = QT_TRANSLATE_NOOP("window", "The names of blocks cannot be read now.")
FAULT = QT_TRANSLATE_NOOP("window", "The report could not be made. Details are in the log.")
PAGE_OF = QT_TRANSLATE_NOOP("window", "Page {number} of {count} as it will be printed")
