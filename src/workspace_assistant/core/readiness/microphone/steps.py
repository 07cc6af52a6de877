"""By how many decibels to change the input, so that whoever obeys is ready."""

from __future__ import annotations

import math

from workspace_assistant.core.readiness.limits import Band

# How far to go down when nothing tells by how much the input is over-driven.
CLIPPING_STEP_DB = 6


def step_up_db(level_dbov: float, band: Band) -> int:
    """The least whole step into ready, from below."""
    return math.ceil(band.ready[0] - level_dbov)


def step_down_db(level_dbov: float | None, band: Band, *, is_clipped: bool) -> int:
    """By how much to lower the input: at least into ready, and not beyond it.

    Where the recording is clipped too, both findings give this one number.
    """
    least_db = CLIPPING_STEP_DB if is_clipped else 0
    if level_dbov is None:
        return least_db
    room_db = math.floor(level_dbov - band.ready[0])
    return max(math.ceil(level_dbov - band.ready[1]), min(least_db, room_db), 1)


def is_quiet(level_dbov: float | None, band: Band) -> bool:
    """Whether lowering the level would leave ready: the clipping sits before the last control."""
    return level_dbov is not None and level_dbov - 1 < band.ready[0]
