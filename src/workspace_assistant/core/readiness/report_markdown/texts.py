"""The words of the Markdown report that stand in no other."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TITLE = QT_TRANSLATE_NOOP("report", "Readiness report: {verdict}")
IN_PART = QT_TRANSLATE_NOOP("report", "{verdict}, as far as tested")
NO_CULPRIT = QT_TRANSLATE_NOOP("report", "Nothing that disturbs calls was found on the way.")
OWN_LOOP = QT_TRANSLATE_NOOP(
    "report",
    "{checks}: measured against this computer itself, so it says nothing about the line.",
)
NOT_TESTED = QT_TRANSLATE_NOOP("report", "Required but not tested: {check}.")
UNJUDGED = QT_TRANSLATE_NOOP(
    "report", "Not measured in this run, though the profile limits it: {numbers}."
)
LEFT_OUT = QT_TRANSLATE_NOOP("report", "Required but left out of this run: {checks}.")

NUMBERS = QT_TRANSLATE_NOOP("report", "Key figures")
QUANTITY = QT_TRANSLATE_NOOP("report", "Quantity")
VALUE = QT_TRANSLATE_NOOP("report", "Measured")
LIMIT = QT_TRANSLATE_NOOP("report", "Limit")
VOICE_SERVER = QT_TRANSLATE_NOOP("report", "Voice server")
PINGS = QT_TRANSLATE_NOOP("report", "{value} ({pings} pings in {duration})")
NOT_MEASURED = QT_TRANSLATE_NOOP("report", "not measured ({reason})")

MEASURED = QT_TRANSLATE_NOOP("report", "measured {value}")
MEASURED_WITH_LIMIT = QT_TRANSLATE_NOOP("report", "measured {value}, limit {limit}")

FINDINGS = QT_TRANSLATE_NOOP("report", "Findings")
ENVIRONMENT = QT_TRANSLATE_NOOP("report", "Where and with what")
CHECKED = QT_TRANSLATE_NOOP("report", "Checked")
PROFILE = QT_TRANSLATE_NOOP("report", "Workplace profile")
MADE_BY = QT_TRANSLATE_NOOP("report", "Made by")
REPORT = QT_TRANSLATE_NOOP("report", "Report")
DIGEST = QT_TRANSLATE_NOOP("report", "Digest of the JSON report")
