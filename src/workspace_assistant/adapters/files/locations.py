"""Where things lie on this computer: the data directory, and what ships with the program."""

from __future__ import annotations

import os
from pathlib import Path

from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_NO_HOME = QT_TRANSLATE_NOOP("data", "{path}: no such user's home directory")
_IS_FILE = QT_TRANSLATE_NOOP("data", "{place}: is a file; everything is kept in a directory")

APP_NAME = "workspace-assistant"
DATA_DIR_VARIABLE = "WORKSPACE_ASSISTANT_DATA_DIR"


def data_dir(chosen: Path | None = None) -> Path:
    """Where everything we keep lies: *chosen*, else the environment's, else the platform's."""
    if chosen is not None:
        return _absolute(chosen)
    if from_environment := os.environ.get(DATA_DIR_VARIABLE):
        return _absolute(Path(from_environment))
    import platformdirs

    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def config_dir() -> Path:
    """Where desktops for Linux look for the user's choices (XDG Base Directory Specification)."""
    chosen = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    return chosen if chosen.is_absolute() else Path.home() / ".config"


def _absolute(path: Path) -> Path:
    try:
        whole = path.expanduser().absolute()
    except RuntimeError as error:
        raise UserInputError(_NO_HOME, path=str(path)) from error
    for place in (whole, *whole.parents):
        if _is_file(place):
            raise UserInputError(_IS_FILE, place=str(place))
    return whole


def _is_file(place: Path) -> bool:
    try:
        return place.is_file()
    except OSError:  # not for us to see: whoever opens it says why
        return False


def resources() -> Path:
    """Icons, profiles and tips: inside the installed package, else at the top of the checkout."""
    package = Path(__file__).resolve().parents[2]
    inside = package / "resources"
    return inside if inside.is_dir() else package.parents[1] / "resources"
