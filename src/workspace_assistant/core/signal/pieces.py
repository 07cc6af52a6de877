"""A recording in pieces: what is worked on stays in the processor's cache, and memory bounded."""

from __future__ import annotations

from collections.abc import Iterator

_SIZE = 1 << 15


def pieces(size: int, step: int = _SIZE) -> Iterator[tuple[int, int]]:
    """Start and end of one piece of *step* samples after the other; the last may be shorter."""
    for start in range(0, size, step):
        yield start, min(size, start + step)
