"""The pictures of README and docs, taken anew into `docs/screenshots`.

Run ``PYTHONPATH=packaging python -m tests.gui.docs_pictures``; without a display it draws
offscreen. What is on them is made up by the tests.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize

from tests.fakes.window import WindowWorld
from tests.gui.part_pictures import application, read_options, wording_of
from tests.gui.screenshots import SIZE, TALL, Studio, shoot
from workspace_assistant.ui.main_window import MainWindow

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
# The name in the docs, and the picture that is shown there.
PICTURES = {
    "today-light": "today-working-light",
    "readiness-ready-light": "ready-light",
    "readiness-not-ready-dark": "not-ready-dark",
    "readiness-running-light": "running-light",
    "microphone-light": "microphone-poor-light",
    "focus-running-light": "focus-running-light",
    "shifts-light": "shifts-full-light",
    "week-light": "week-rich-light",
    "history-light": "history-light",
    "data-light": "data-whole-light",
    "help-light": "help-light",
    "first-welcome-light": "first-welcome-light",
    "first-profile-light": "first-profile-light",
    "first-microphone-light": "first-microphone-light",
    "first-shifts-light": "first-shifts-light",
    "first-check-dark": "first-check-dark",
}
_WHOLE = {"not-ready"}  # to the end of the page, that its next steps are seen


class _Album(Studio):
    """Takes what the docs show, and nothing else."""

    def take(
        self,
        name: str,
        world: WindowWorld,
        act: Callable[[MainWindow, WindowWorld], None],
        size: QSize = SIZE,
    ) -> None:
        for scheme in ("light", "dark"):
            if f"{name}-{scheme}" in PICTURES.values():
                self._only = f"{name}-{scheme}"
                super().take(name, world, act, TALL if name in _WHOLE else size)


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        sys.argv[1:] = [made]
        options = read_options(__doc__ or "")
        app = application(options)
        shoot(_Album(app, options.folder, "", wording_of(options), ""))
        for name, picture in PICTURES.items():
            shutil.copyfile(options.folder / f"{picture}.png", FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
