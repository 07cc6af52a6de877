"""The four words of a verdict, which also those read who need nothing else of a report."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    READY = "ready"
    CAUTION = "caution"
    NOT_READY = "not-ready"
    NOT_TESTED = "not-tested"
