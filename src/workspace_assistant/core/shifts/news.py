"""Changes of coming shifts that a person is told about: those of the next day, each once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workspace_assistant.core.shifts.model import ChangeKind, Shift, ShiftChange

ANNOUNCED_BEFORE = timedelta(hours=36)


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What became of one shift, several changes of it taken together.

    Attributes:
        change_ids: the changes that it is made of.
        before, after: the shift as it was known before, and as it is planned now.
    """

    change_ids: tuple[int, ...]
    kind: ChangeKind
    before: Shift | None
    after: Shift | None


def news(changes: Sequence[ShiftChange], now: datetime) -> tuple[News, ...]:
    """What to tell now: of shifts that begin, or were to begin, within 36 hours.

    What two sources tell alike is told once.
    """
    found: dict[object, News] = {}
    for one in _of_each_shift(changes):
        if _sums_to_nothing(one) or not any(
            now < at <= now + ANNOUNCED_BEFORE for at in _starts(one)
        ):
            continue
        key = (one.kind, _where(one.before), _where(one.after))
        known = found.get(key)
        found[key] = (
            one if known is None else replace(known, change_ids=known.change_ids + one.change_ids)
        )
    return tuple(sorted(found.values(), key=lambda one: min(_starts(one))))


def settled_ids(changes: Sequence[ShiftChange], now: datetime) -> tuple[int, ...]:
    """Changes that nobody is to be told any more: too late, or taken back."""
    return tuple(
        change_id
        for one in _of_each_shift(changes)
        if _sums_to_nothing(one) or all(at <= now for at in _starts(one))
        for change_id in one.change_ids
    )


def _of_each_shift(changes: Iterable[ShiftChange]) -> list[News]:
    by_shift: dict[str, list[ShiftChange]] = {}
    for change in sorted(changes, key=lambda one: one.id):
        shift = change.after or change.before
        if shift is not None:
            by_shift.setdefault(shift.id, []).append(change)
    return [_together(of_shift) for of_shift in by_shift.values()]


def _together(changes: Sequence[ShiftChange]) -> News:
    before, after = changes[0].before, changes[-1].after
    kind = ChangeKind.MOVED
    if before is None:
        kind = ChangeKind.ADDED
    elif after is None:
        kind = ChangeKind.REMOVED
    ids = tuple(change.id for change in changes)
    return News(change_ids=ids, kind=kind, before=before, after=after)


def _sums_to_nothing(one: News) -> bool:
    return _where(one.before) == _where(one.after)


def _where(shift: Shift | None) -> object:
    return None if shift is None else (shift.span, shift.place)


def _starts(one: News) -> list[datetime]:
    return [shift.starts_at for shift in (one.before, one.after) if shift is not None]
