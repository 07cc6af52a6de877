"""How the bars of the spectrum move: up at once, down by time, the same at every frame rate."""

from __future__ import annotations

LOWEST_DBFS = -90.0
HIGHEST_DBFS = -15.0
DECAY_DB_PER_S = 60.0  # syllables show, and nothing flickers

Bands = tuple[float, ...]


def moved(shown: Bands, bands: Bands, elapsed_s: float) -> Bands:
    """What is shown *elapsed_s* after *shown*, with new levels in dBFS; other bands start anew."""
    if len(shown) != len(bands):
        return tuple(map(_clamped, bands))
    fallen_db = DECAY_DB_PER_S * max(0.0, elapsed_s)
    pairs = zip(shown, bands, strict=True)
    return tuple(_clamped(max(new, old - fallen_db)) for old, new in pairs)


def share_of_scale(level_dbfs: float) -> float:
    """How high a bar stands, 0 to 1."""
    return (_clamped(level_dbfs) - LOWEST_DBFS) / (HIGHEST_DBFS - LOWEST_DBFS)


def _clamped(level_dbfs: float) -> float:
    return min(HIGHEST_DBFS, max(LOWEST_DBFS, level_dbfs))
