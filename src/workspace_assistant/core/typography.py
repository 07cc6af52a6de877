"""Characters that numbers are written with."""

from __future__ import annotations

NARROW_SPACE = "\u202f"  # joins a number and its unit; no line breaks there
MINUS = "\u2212"  # which screen readers speak
