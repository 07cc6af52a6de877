"""The sounds of the words that the headset check plays."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.core.readiness.headset.words import CheckWord

if TYPE_CHECKING:  # dear to import
    from workspace_assistant.core.signal.level import Samples


def spoken(word: CheckWord, words: Path) -> tuple[Samples, int]:
    """The sound of *word* (one channel) and its rate; *words* is the folder that ships with us.

    Raises OSError when the installation lacks the file.
    """
    import soundfile

    file = words / word.language / f"{word.text}.flac"
    with file.open("rb") as opened:
        samples, rate_hz = soundfile.read(opened, dtype="float64")
    return samples, int(rate_hz)
