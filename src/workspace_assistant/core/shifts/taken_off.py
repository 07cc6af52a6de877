"""Shifts that were taken off by hand: they stay off, in whatever shape a calendar tells them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from workspace_assistant.core.shifts import pairing
from workspace_assistant.core.shifts.model import Shift

_ORDER = (pairing.uid, pairing.events, pairing.span)


def told_apart(
    known: Sequence[Shift], told: Sequence[Shift], *, by_day: bool
) -> tuple[list[Shift], list[Shift]]:
    """What of *told* was taken off, and what is to be shown.

    It was if it is made of events of such a shift, or has its times; *by_day* also if it took its
    place on that day. What holds an event of a shift that is shown is shown.
    """
    hidden = [one for one in known if one.is_hidden]
    off_events = frozenset[str]().union(*(one.events for one in hidden))
    off_spans = {one.span for one in hidden}
    shown_events = frozenset[str]().union(*(one.events for one in known if not one.is_hidden))
    taken = pairing.unpaired(known, told).also(*_ORDER, pairing.day).pairs if by_day else ()
    off_uids = {after.uid for before, after in taken if before.is_hidden}
    off: list[Shift] = []
    shown: list[Shift] = []
    for one in told:
        is_off = (
            one.uid in off_uids or one.span in off_spans or not off_events.isdisjoint(one.events)
        )
        (off if is_off and not one.events & shown_events else shown).append(one)
    return off, shown


def kept_off(
    hidden: Sequence[Shift], torn: Collection[str], off: Sequence[Shift], *, by_day: bool
) -> tuple[list[Shift], list[Shift]]:
    """What becomes of *hidden*, all of which stay, and shifts that are new and hidden as well.

    *torn* are ids of those of which something could not be read; they stay as they are.
    """
    keys = (*_ORDER, pairing.day) if by_day else _ORDER
    paired = pairing.unpaired(hidden, off).also(*keys)
    left, new, pairs = list(paired.known), [], list(paired.pairs)
    for one in paired.told:
        kin = next((known for known in left if known.events & one.events), None)
        if kin is None:
            new.append(replace(one, is_hidden=True))
        else:
            left.remove(kin)
            pairs.append((kin, one))
    kept = [_still_off(before, after, is_torn=before.id in torn) for before, after in pairs]
    return [*kept, *left], new


def _still_off(before: Shift, after: Shift, *, is_torn: bool) -> Shift:
    """As it is told now; where something of it could not be read, only what its times tell."""
    if is_torn and (before.events & after.events or before.span != after.span):
        return before
    return replace(after, id=before.id, is_hidden=True)
