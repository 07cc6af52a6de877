"""Where things lie on this computer: the data directory, and what ships with the program."""

from __future__ import annotations

import os
from pathlib import Path

APP_NAME = "workspace-assistant"
DATA_DIR_VARIABLE = "WORKSPACE_ASSISTANT_DATA_DIR"


def data_dir(chosen: Path | None = None) -> Path:
    """Where everything we keep lies: *chosen*, else the environment's, else the platform's."""
    if chosen is not None:
        return chosen.expanduser().absolute()
    if from_environment := os.environ.get(DATA_DIR_VARIABLE):
        return Path(from_environment).expanduser().absolute()
    import platformdirs

    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def resources() -> Path:
    """Icons, profiles and tips: inside the installed package, else at the top of the checkout."""
    package = Path(__file__).resolve().parents[2]
    inside = package / "resources"
    return inside if inside.is_dir() else package.parents[1] / "resources"
