"""Runs a few calls at the same time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

ResultT = TypeVar("ResultT")


def run_together(calls: Sequence[Callable[[], ResultT]], /) -> list[ResultT]:
    """Run *calls* in threads and return their results in order.

    Waits until all have ended, also when one fails; then the first error, in the order of the
    calls, is raised. Nothing is left running behind the caller's back.
    """
    if not calls:
        return []
    with ThreadPoolExecutor(len(calls), thread_name_prefix="check") as pool:
        futures = [pool.submit(call) for call in calls]
    return [future.result() for future in futures]
