"""Which program runs where: what a report of a fault or of a bug begins with."""

from __future__ import annotations

import os
import platform

from PySide6.QtCore import qVersion

from workspace_assistant import __version__
from workspace_assistant.core.diagnostics.report import Program


def running_program() -> Program:
    return Program(
        version=__version__,
        python=platform.python_version(),
        qt=qVersion(),
        platform=platform.platform(),  # without the computer's name
        desktop=" ".join(
            filter(None, map(os.environ.get, ("XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE")))
        ),
    )
