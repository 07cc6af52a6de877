"""What every package says of itself, and the time that all of them carry."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import workspace_assistant

__all__ = ["NAME", "ROOT", "SUMMARY", "VERSION", "source_date_epoch"]

ROOT = Path(__file__).resolve().parents[2]
NAME = "workspace-assistant"
VERSION = workspace_assistant.__version__
SUMMARY = "readiness checks and focus log for customer support from home"
_WHERE_NOTHING_SAYS = (
    1_577_836_800  # 2020-01-01: older than any file of ours, and a date zip can hold
)


def source_date_epoch() -> int:
    """Seconds since 1970 that stand for the build's time: as told, else the last commit's.

    The same sources then give the same bytes (reproducible-builds.org, SOURCE_DATE_EPOCH).
    """
    if told := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(told)
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(asked, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return _WHERE_NOTHING_SAYS
    return int(done.stdout)
