"""A private session bus with a real gnome-keyring on it, unlocked or not, for one command.

Nothing of the user's own is touched: home, runtime directory and bus are the test's.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

TOOLS = ("dbus-run-session", "gnome-keyring-daemon")
_UNLOCKED = (
    'printf "login-password" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1'
)
_LIMIT_S = 60


def missing_tools() -> str:
    lacking = [tool for tool in TOOLS if shutil.which(tool) is None]
    return f"not installed: {', '.join(lacking)}" if lacking else ""


def in_session(
    home: Path, script: str, *arguments: str, is_unlocked: bool = True, text: str = ""
) -> subprocess.CompletedProcess[str]:
    """Runs *script* (for sh, with *arguments*) on a bus of its own; *text* is its input."""
    prepare = f"{_UNLOCKED}; " if is_unlocked else ""
    words: Sequence[str] = ["dbus-run-session", "--", "sh", "-c", f"{prepare}{script}", "sh"]
    return subprocess.run(
        [*words, *arguments],
        env=_environment(home),
        input=text,
        capture_output=True,
        text=True,
        timeout=_LIMIT_S,
        check=False,
    )


def _environment(home: Path) -> Mapping[str, str]:
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return {
        **kept,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_DATA_HOME": str(home / "data"),
        "WORKSPACE_ASSISTANT_DATA_DIR": str(home / "assistant"),
    }
