"""Which shifts that a calendar tells are shifts that are known."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from workspace_assistant.core.shifts.model import Shift

Key = Callable[[Shift], Hashable]


@dataclass(frozen=True, slots=True)
class Paired:
    """Pairs of the shift that is known and the one that is told, and what is left of both."""

    pairs: tuple[tuple[Shift, Shift], ...]
    known: Sequence[Shift]
    told: Sequence[Shift]

    def also(self, *keys: Key) -> Paired:
        """With pairs of what is left that have a key in common, which is alone on its side."""
        paired = self
        for key in keys:
            paired = _by(key, paired)
        return paired


def unpaired(known: Sequence[Shift], told: Sequence[Shift]) -> Paired:
    return Paired((), known, told)


def uid(shift: Shift) -> str:
    return shift.uid


def events(shift: Shift) -> frozenset[str]:
    return shift.events


def span(shift: Shift) -> tuple[datetime, datetime]:
    return (shift.starts_at, shift.ends_at)


def day(shift: Shift) -> object:
    """Where it was planned."""
    return (shift.starts_at + timedelta(seconds=shift.utc_offset_s)).date()


def _by(key: Key, left: Paired) -> Paired:
    before, after = _alone(key, left.known), _alone(key, left.told)
    pairs = tuple((one, after[name]) for name, one in before.items() if name in after)
    used = {id(one) for pair in pairs for one in pair}
    return Paired(
        left.pairs + pairs,
        [one for one in left.known if id(one) not in used],
        [one for one in left.told if id(one) not in used],
    )


def _alone(key: Key, shifts: Iterable[Shift]) -> dict[Hashable, Shift]:
    groups: dict[Hashable, list[Shift]] = {}
    for one in shifts:
        groups.setdefault(key(one), []).append(one)
    return {name: group[0] for name, group in groups.items() if len(group) == 1}
