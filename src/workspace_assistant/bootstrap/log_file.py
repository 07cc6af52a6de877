"""The program's own log: a small rotating file in the data directory."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LARGEST_BYTES = 512 * 1024
_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_log(directory: Path) -> None:
    """Logs to *directory*; a place that cannot be written costs the log, never the start."""
    root = logging.getLogger("workspace_assistant")
    if root.handlers:
        return
    root.setLevel(logging.INFO)
    root.propagate = False
    # A log that fails later (full disk) must not print tracebacks between the user's lines.
    logging.raiseExceptions = False
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            directory / "log.txt", maxBytes=_LARGEST_BYTES, backupCount=1, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter(_LINE))
    root.addHandler(handler)
