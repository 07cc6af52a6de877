"""Words that questions at the edges of a shift and the window share."""

from __future__ import annotations

from datetime import timedelta

KEY_NOT_TODAY = "not-today"
"""Key of the button by which nothing is opened, and nothing more is asked that day."""

AGAIN = timedelta(seconds=60)
"""What is held back is tried again after that."""

IN_CALL, OPEN_BLOCK, NOT_SHOWN = "in-call", "open-block", "no-notifications"
"""Reasons that pass: the question waits."""
