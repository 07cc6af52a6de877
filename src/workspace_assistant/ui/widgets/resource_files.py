"""Where the files lie that are shipped beside the code."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[2]


@lru_cache
def resource_folder(name: str) -> Path:
    """Inside the package where it is installed, beside ``src`` in a checkout."""
    inside = _PACKAGE / "resources"
    root = inside if inside.is_dir() else _PACKAGE.parents[1] / "resources"
    return root / name
