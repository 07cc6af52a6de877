"""What a calendar that was read anew changes of the shifts that are known from it.

What has begun is history and stays as it is, and so does what could not be read. The rest becomes
what the calendar says.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from workspace_assistant.core.shifts.identity import shift_id
from workspace_assistant.core.shifts.model import ChangeKind, Shift, ShiftChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a source says now.

    Attributes:
        shifts: in no order.
        unread: how the uids of events begin that could not be understood.
        until: shifts that begin from then on were not asked for.
        with_past: shifts that are over are wanted as well, where they are not known.
    """

    shifts: Sequence[Shift]
    until: datetime
    unread: Sequence[str] = ()
    with_past: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What is to be written, removals first.

    Attributes:
        changes: of shifts to come that are not hidden; hidden ones may change as well.
    """

    remove: tuple[Shift, ...]
    put: tuple[Shift, ...]
    changes: tuple[ShiftChange, ...]


def merged(known: Sequence[Shift], reading: Reading, now: datetime) -> Merge:
    """*known* is all that is known of the source, hidden and past shifts as well."""
    begun = [one for one in known if one.starts_at <= now]
    coming = [one for one in known if one.starts_at > now]
    wanted = _beside_begun(begun, reading, now)
    pairs, gone, new = _paired(coming, wanted, reading.unread)
    gone = [one for one in gone if one.starts_at < reading.until]
    pairs = [(before, _as(after, before)) for before, after in pairs]
    added = _with_own_ids(new, {one.id for one in known})
    return Merge(
        remove=tuple(gone),
        put=(*(after for before, after in pairs if after != before), *added),
        changes=(
            *(_change(ChangeKind.REMOVED, now, one, None) for one in gone if not one.is_hidden),
            *(_change(ChangeKind.MOVED, now, *pair) for pair in pairs if _is_news(*pair)),
            *(_change(ChangeKind.ADDED, now, None, one) for one in added if one.ends_at > now),
        ),
    )


def _beside_begun(begun: Sequence[Shift], reading: Reading, now: datetime) -> list[Shift]:
    """Without what has begun and is known, in whatever shape it is told now."""
    by_uid = {one.uid: one for one in begun}
    spans = {one.span for one in begun}
    running = [one.span for one in begun if one.ends_at > now]
    found = []
    for one in reading.shifts:
        twin = by_uid.get(one.uid)
        is_over = one.ends_at <= now and not reading.with_past
        is_running = one.starts_at <= now and any(span.overlaps(one.span) for span in running)
        if is_over or is_running or one.span in spans:
            continue
        if twin is None:
            found.append(one)
        elif not twin.span.overlaps(one.span):  # the event of an earlier shift was moved on
            found.append(_renamed(one, f"{one.uid}#{one.starts_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"))
    return found


Pairs = list[tuple[Shift, Shift]]
Key = Callable[[Shift], Hashable]


def _paired(
    known: Sequence[Shift], wanted: Sequence[Shift], unread: Sequence[str]
) -> tuple[Pairs, list[Shift], list[Shift]]:
    """Shifts that are one, those that are gone, and those that are new.

    By their uid; some programs give new ones each time, so then by their times, and by their day
    where that has one on either side.
    """
    same, left, new = _by(_uid, known, wanted)
    alike, left, new = _by(_span, left, new)
    left = [one for one in left if not one.uid.startswith(tuple(unread))]
    moved, left, new = _by(_day, left, new)
    return same + alike + moved, left, new


def _by(
    key: Key, known: Sequence[Shift], wanted: Sequence[Shift]
) -> tuple[Pairs, list[Shift], list[Shift]]:
    """Pairs of the same key, where it is alone on its side, and what is left on both."""
    before, after = _alone(key, known), _alone(key, wanted)
    shared = before.keys() & after.keys()
    pairs = [(before[one], after[one]) for one in before if one in shared]
    used = {id(one) for pair in pairs for one in pair}
    return (
        pairs,
        [one for one in known if id(one) not in used],
        [one for one in wanted if id(one) not in used],
    )


def _alone(key: Key, shifts: Iterable[Shift]) -> dict[Hashable, Shift]:
    groups: dict[Hashable, list[Shift]] = {}
    for one in shifts:
        groups.setdefault(key(one), []).append(one)
    return {name: group[0] for name, group in groups.items() if len(group) == 1}


def _uid(shift: Shift) -> str:
    return shift.uid


def _span(shift: Shift) -> tuple[datetime, datetime]:
    return (shift.starts_at, shift.ends_at)


def _day(shift: Shift) -> date:
    return (shift.starts_at + timedelta(seconds=shift.utc_offset_s)).date()


def _as(after: Shift, before: Shift) -> Shift:
    return replace(after, id=before.id, is_hidden=before.is_hidden)


def _with_own_ids(shifts: Iterable[Shift], taken: set[str]) -> list[Shift]:
    """An id stays with its shift where a calendar changes uids; others then need new ones."""
    found = []
    for one in shifts:
        own = one
        while own.id in taken:
            own = replace(own, id=shift_id(own.source_id, own.id))
        taken.add(own.id)
        found.append(own)
    return found


def _renamed(shift: Shift, uid: str) -> Shift:
    return replace(shift, uid=uid, id=shift_id(shift.source_id, uid))


def _is_news(before: Shift, after: Shift) -> bool:
    is_other = (before.span, before.place) != (after.span, after.place)
    return is_other and not before.is_hidden


def _change(
    kind: ChangeKind, now: datetime, before: Shift | None, after: Shift | None
) -> ShiftChange:
    return ShiftChange(noticed_at=now, kind=kind, before=before, after=after)
