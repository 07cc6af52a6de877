"""Addresses of calendars: those that are only tried are held in memory alone."""

from __future__ import annotations

from collections.abc import Callable

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.ports import Addresses


class TriedAddresses:
    """Implements `HeldAddresses`; `find` is what fetching asks. Nothing here is ever printed."""

    def __init__(self, kept: Addresses, find: Callable[[str, JobContext], str]) -> None:
        self._kept = kept
        self._find = find
        self._held: dict[str, str] = {}

    def hold(self, source_id: str, address: str, /) -> None:
        self._held[source_id] = address

    def let_go(self, source_id: str, /) -> None:
        self._held.pop(source_id, None)

    def keep_held(self, source_id: str, ctx: JobContext, /) -> None:
        self._kept.keep(source_id, self._held[source_id], ctx)
        self.let_go(source_id)

    def forget(self, source_id: str, ctx: JobContext, /) -> None:
        self._kept.forget(source_id, ctx)

    def find(self, source_id: str, ctx: JobContext, /) -> str:
        held = self._held.get(source_id)
        return self._find(source_id, ctx) if held is None else held
