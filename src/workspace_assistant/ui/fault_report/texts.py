"""Sentences of the report of a fault."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TITLE = QT_TRANSLATE_NOOP("fault report", "A fault in Workspace Assistant")
HEADLINE = QT_TRANSLATE_NOOP("fault report", "Something unforeseen happened")
EXPLANATION = QT_TRANSLATE_NOOP(
    "fault report",
    "You can go on. This report names the place in the program and no content of yours: no names,"
    " notes, addresses or sound. It is sent to nobody. Copy it for whoever supports you.",
)
MORE = QT_TRANSLATE_NOOP(
    "fault report", "Faults since this start: {count}. The first one is below."
)
REPORT = QT_TRANSLATE_NOOP("fault report", "Report")
COPY = QT_TRANSLATE_NOOP("fault report", "Copy the report")
COPIED = QT_TRANSLATE_NOOP("fault report", "The report is in the clipboard.")
CLOSE = QT_TRANSLATE_NOOP("fault report", "Close")
