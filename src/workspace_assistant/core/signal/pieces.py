"""A recording in pieces: what is worked on stays in the processor's cache, and memory bounded."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

_SIZE = 1 << 15
_KEPT_BYTES = 1 << 23


def pieces(size: int, step: int = _SIZE) -> Iterator[tuple[int, int]]:
    """Start and end of one piece of *step* samples after the other; the last may be shorter."""
    for start in range(0, size, step):
        yield start, min(size, start + step)


def keep_memory() -> None:
    """Spare a following computation from asking the system for the same memory again and again.

    The C library of Linux gives memory back to the system whenever more lies idle than twice the
    largest block that it has seen returned, and each fresh page costs as much as working on it. A
    block that is asked for, left untouched and returned lets it keep some 16 MB. Elsewhere this
    does nothing.
    """
    np.empty(_KEPT_BYTES, dtype=np.uint8)
