"""Every sentence of the HTML report that is not part of a measurement or a finding."""

from __future__ import annotations

from workspace_assistant.core.readiness.model import Verdict
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TITLE = QT_TRANSLATE_NOOP("report", "Readiness report")

UNJUDGED = QT_TRANSLATE_NOOP(
    "report", "Not measured in this run, though the profile limits it: {numbers}."
)
# A ready that does not speak for the whole job: checks left out, or a line that was none.
READY_IN_PART = QT_TRANSLATE_NOOP("report", "What was measured keeps its limits.")
VERDICTS = {
    Verdict.READY: QT_TRANSLATE_NOOP(
        "report", "Everything this job requires was measured and keeps its limits."
    ),
    Verdict.CAUTION: QT_TRANSLATE_NOOP(
        "report", "You can start, but something below may disturb your calls."
    ),
    Verdict.NOT_READY: QT_TRANSLATE_NOOP(
        "report", "At least one thing this job requires is outside its limits."
    ),
    Verdict.NOT_TESTED: QT_TRANSLATE_NOOP(
        "report",
        "At least one thing this job requires could not be measured, "
        "so nobody can say that you are ready.",
    ),
}

OWN_LOOP = QT_TRANSLATE_NOOP(
    "report",
    "{checks}: measured against this computer itself, so it says nothing about your line.",
)
NOT_TESTED = QT_TRANSLATE_NOOP("report", "Required but not tested: {check}.")
LEFT_OUT = QT_TRANSLATE_NOOP(
    "report",
    "Left out of this run, though the profile requires it: {checks}. "
    "The verdict says nothing about it.",
)

ABOUT = QT_TRANSLATE_NOOP("report", "About this check")
CHECKED = QT_TRANSLATE_NOOP("report", "Checked")
PROFILE = QT_TRANSLATE_NOOP("report", "Workplace profile")
DIGEST = QT_TRANSLATE_NOOP("report", "Profile digest")
DATA_USED = QT_TRANSLATE_NOOP("report", "Data used")
MADE_BY = QT_TRANSLATE_NOOP("report", "Made by")
REPORT_ID = QT_TRANSLATE_NOOP("report", "Report")
REPORT_DIGEST = QT_TRANSLATE_NOOP("report", "Report digest")

WAY = QT_TRANSLATE_NOOP("report", "The way of your calls")
NO_CULPRIT = QT_TRANSLATE_NOOP("report", "Nothing that disturbs calls was found on the way.")

FINDINGS = QT_TRANSLATE_NOOP("report", "What to do")
NO_FINDINGS = QT_TRANSLATE_NOOP("report", "Nothing was found that you need to do.")
WEIGHT = QT_TRANSLATE_NOOP("report", "Weight")
FOUND = QT_TRANSLATE_NOOP("report", "Finding and next step")
VALUE = QT_TRANSLATE_NOOP("report", "Measured")
LIMIT = QT_TRANSLATE_NOOP("report", "Limit")

REQUIRED = QT_TRANSLATE_NOOP("report", "Required by the profile, took {duration}.")
OPTIONAL = QT_TRANSLATE_NOOP("report", "Not required by the profile, took {duration}.")
COMMON = QT_TRANSLATE_NOOP("report", "Where nothing else is said: {conditions}.")
QUANTITY = QT_TRANSLATE_NOOP("report", "Quantity")
CONDITIONS = QT_TRANSLATE_NOOP("report", "Conditions")
NOT_MEASURED = QT_TRANSLATE_NOOP("report", "not measured")
