"""Plain echoes through a lab: what its network does, told by the kernels at both ends.

Where a product's figure is held against them, both felt the same computer at the same time: a host
that delays every packet by a millisecond makes neither of them wrong.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from tests.lab.namespaces import NamespaceLab

Echoes = list[float | str | None]
_SCRIPT = str(Path(__file__).with_name("echoes.py"))
_SPACING_MS = 20


def echoes(
    lab: NamespaceLab,
    host: str,
    count: int = 5,
    *,
    spacing_ms: float = _SPACING_MS,
    size_bytes: int = 84,
    ttl: int = 0,
) -> Echoes:
    words = [host, str(count), str(spacing_ms), str(size_bytes), str(ttl)]
    found: Echoes = json.loads(lab.run("client", [sys.executable, _SCRIPT, *words]))
    return found


def times_ms(found: Echoes) -> list[float]:
    return [one for one in found if isinstance(one, float)]


@contextmanager
def echoes_beside(lab: NamespaceLab, *hosts: str, seconds: float) -> Iterator[list[Future[Echoes]]]:
    """Echoes to each host, at the same time as what happens inside."""
    count = int(seconds * 1000 / _SPACING_MS)
    with ThreadPoolExecutor(len(hosts)) as pool:
        yield [pool.submit(echoes, lab, host, count) for host in hosts]


def median_ms(told: Future[Echoes]) -> float:
    return statistics.median(times_ms(told.result()))
