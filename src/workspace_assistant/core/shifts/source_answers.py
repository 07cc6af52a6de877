"""What acts on sources of shifts answer."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.shifts.choosing import Choice
from workspace_assistant.core.shifts.model import FeedState, ShiftChange, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source and how it stands.

    Attributes:
        coming: how many of its shifts have not ended yet.
        age_s: since its shifts were last known to be right; None where they always are (by hand,
            of a pattern, of a file) or never were.
        is_stale: what is shown may be out of date; `state.trouble` says why, where it is known.
    """

    source: Source
    state: FeedState
    coming: int
    age_s: float | None
    is_stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a calendar would bring. Nothing is kept yet; the address is held in memory alone.

    Attributes:
        choice: its shifts, and the events that are none, with the reason.
        changes: what keeping it would change of shifts that are known already.
        state: what is to be kept of the fetching.
    """

    source: Source
    choice: Choice
    changes: tuple[ShiftChange, ...]
    state: FeedState


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """What became of one source in a refresh.

    Attributes:
        changes: of coming shifts: added, moved, removed.
        faults: events that could not be understood; what was known of them is kept.
        is_done: False where it failed; `state` then says why, and all shifts are kept.
    """

    source: Source
    state: FeedState
    changes: tuple[ShiftChange, ...] = ()
    faults: tuple[str, ...] = ()
    is_done: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedSource:
    """What removing a source did.

    Attributes:
        removed: how many coming shifts are gone.
        kept: how many shifts that have begun are kept, as shifts by hand.
        remark: a sentence where the address is still in the keyring; else empty.
    """

    source: Source
    removed: int
    kept: int
    remark: str = ""
