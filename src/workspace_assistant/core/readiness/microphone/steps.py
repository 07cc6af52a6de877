"""By how many decibels to change the input, so that whoever obeys is ready."""

from __future__ import annotations

import math

from workspace_assistant.core.readiness.limits import Band

# How far to go down when nothing tells by how much the input is over-driven.
CLIPPING_STEP_DB = 6
# Of clean voices: the peak over the active speech level (`core.signal.clipping`).
MOST_CREST_DB = 20.0


def step_up_db(level_dbov: float, band: Band, peak_dbfs: float | None) -> int:
    """The least whole step into ready, from below, as far as the voice does not clip; 0 at least.

    The peak counts as the voice's own only as far above its level as voices have them: a knock or a
    cough reaches higher, and must not keep a quiet voice quiet.
    """
    crest_db = min(MOST_CREST_DB, max(0.0, (peak_dbfs or 0.0) - level_dbov))
    return max(0, min(wanted_up_db(level_dbov, band), math.floor(-crest_db - level_dbov)))


def wanted_up_db(level_dbov: float, band: Band) -> int:
    """The least whole step into ready, from below, whatever it clips."""
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
