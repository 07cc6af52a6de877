"""How this very program is started again: by timers, at login, and to go on in the background."""

from __future__ import annotations

import sys
from pathlib import Path

from workspace_assistant.core.own_process import is_frozen


def program_words() -> tuple[str, ...]:
    """The program and its first arguments, as a list that no shell reads."""
    executable = Path(sys.executable)
    if is_frozen():  # for Windows there are two in one folder: a console's, and one without
        return (str(_windowless(executable, "workspace-assistantw.exe")),)
    # -P: whatever directory it is started in, no module of that name there takes our place.
    return (str(_windowless(executable, "pythonw.exe")), "-P", "-m", "workspace_assistant")


def _windowless(executable: Path, name: str) -> Path:
    """The one of that name beside it, where there is one: else a console opens at each run."""
    other = executable.with_name(name)
    return other if sys.platform == "win32" and other.is_file() else executable
