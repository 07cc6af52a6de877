"""Exit codes: a stable contract with scripts and employers' tools."""

from __future__ import annotations

from enum import IntEnum

from workspace_assistant.core.readiness.verdicts import Verdict


class ExitCode(IntEnum):
    FINE = 0
    OUR_FAILURE = 1
    BAD_INPUT = 2
    CAUTION = 10
    NOT_READY = 20
    NOT_TESTED = 30
    INTERRUPTED = 130


OF_VERDICT = {
    Verdict.READY: ExitCode.FINE,
    Verdict.CAUTION: ExitCode.CAUTION,
    Verdict.NOT_READY: ExitCode.NOT_READY,
    Verdict.NOT_TESTED: ExitCode.NOT_TESTED,
}
