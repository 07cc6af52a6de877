"""How the window looks, as it was chosen; read before it paints."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.adapters.files.choices import ChoicesFile

# Names of settings; the catalog itself would be dear before the first paint.
APPEARANCE, MOTION, TEXT_SIZE = "appearance", "motion", "text_size"
SINGLE_KEYS = "focus.single_keys"
_USUAL_PERCENT, _LARGEST_PERCENT = 100, 200


def chosen_appearance(data_dir: Path) -> str:
    """``light`` or ``dark``; anything else is the system's."""
    return ChoicesFile(data_dir).recall(APPEARANCE)


def chosen_motion(data_dir: Path) -> str:
    """``full`` or ``reduced``; anything else is the system's."""
    return ChoicesFile(data_dir).recall(MOTION)


def chosen_single_keys(data_dir: Path) -> str:
    """``off`` where letters and digits count with Alt alone."""
    return ChoicesFile(data_dir).recall(SINGLE_KEYS)


def chosen_text_percent(data_dir: Path) -> int:
    """How large text is beside the system's own."""
    try:
        percent = float(ChoicesFile(data_dir).recall(TEXT_SIZE))
    except ValueError:
        return _USUAL_PERCENT
    is_fit = _USUAL_PERCENT <= percent <= _LARGEST_PERCENT
    return round(percent) if is_fit else _USUAL_PERCENT
