"""The report of a fault: what somebody who mends this program needs, and nothing about the person.

It is plain text to copy. Nothing sends it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from workspace_assistant.core.diagnostics.impersonal import trace_of

MOST_LINES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """What runs: versions and the system, such as ``Linux 6.1 x86_64``."""

    version: str
    python: str
    qt: str
    platform: str
    desktop: str


def program_report(program: Program) -> str:
    """What belongs into every report of a bug."""
    lines = [
        f"Workspace Assistant {program.version}",
        f"Python {program.python}, Qt {program.qt}",
        program.platform,
        f"Desktop: {program.desktop or 'not named'}",
    ]
    return "\n".join(lines) + "\n"


def fault_report(
    program: Program, error: BaseException, at: datetime, log_lines: Sequence[str]
) -> str:
    """*log_lines* come from the program's own log, which is without personal data already."""
    parts = [
        program_report(program).rstrip(),
        f"At: {at:%Y-%m-%d %H:%M:%S %Z}",
        "",
        trace_of(error),
    ]
    if log_lines:
        parts += ["", "Last lines of the log:", *log_lines[-MOST_LINES:]]
    return "\n".join(parts) + "\n"
