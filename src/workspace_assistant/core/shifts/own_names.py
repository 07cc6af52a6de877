"""Ids and uids of shifts that are to be written: no two of a source may have the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workspace_assistant.core.shifts.identity import shift_id, uid_at
from workspace_assistant.core.shifts.model import Shift


def with_own_ids(shifts: Iterable[Shift], taken: set[str]) -> list[Shift]:
    """An id stays with its shift where a calendar changes uids; others then need new ones."""
    found = []
    for one in shifts:
        own = one
        while own.id in taken:
            own = replace(own, id=shift_id(own.source_id, own.id))
        taken.add(own.id)
        found.append(own)
    return found


def with_own_uids(shifts: Iterable[Shift], kept: Iterable[Shift]) -> list[Shift]:
    """In an order in which they can be written one by one, beside *kept*, which are known.

    A uid that another shift keeps, which the calendar has no more, is not given again. One that
    another shift gives up is: else the next reading of the same calendar would change it again.
    """
    uids = _Uids(kept)
    waiting: dict[str, list[Shift]] = {}
    found = []
    for asked in shifts:
        ready = [asked]
        while ready:
            one = ready.pop()
            if uids.is_free(one):
                found.append(one)
                ready += waiting.pop(uids.take(one, one.uid), ())
            else:
                waiting.setdefault(one.uid, []).append(one)
    blocked = [one for group in waiting.values() for one in group]
    return [*found, *(_renamed(one, uids) for one in blocked)]


class _Uids:
    """Which shift has which uid."""

    def __init__(self, kept: Iterable[Shift]) -> None:
        self.of_id = {one.id: one.uid for one in kept}
        self._owners = {uid: owner for owner, uid in self.of_id.items()}

    def is_free(self, shift: Shift, uid: str | None = None) -> bool:
        return self._owners.get(uid or shift.uid, shift.id) == shift.id

    def take(self, shift: Shift, uid: str) -> str:
        """The uid that is free now; its own where that stays."""
        before = self.of_id.get(shift.id, "")
        if before != uid:
            self._owners.pop(before, None)
        self.of_id[shift.id] = uid
        self._owners[uid] = shift.id
        return before if before != uid else ""


def _renamed(shift: Shift, uids: _Uids) -> Shift:
    """Under the uid that it has, or one of its own; it is still made of the same events."""
    uid = uids.of_id.get(shift.id, shift.uid)
    while not uids.is_free(shift, uid):
        uid = uid_at(uid, shift.starts_at)
    uids.take(shift, uid)
    return replace(shift, uid=uid, parts=shift.parts or (shift.uid,))
