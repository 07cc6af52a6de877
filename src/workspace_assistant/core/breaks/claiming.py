"""Which program watches: one at a time, named in its beat."""

from __future__ import annotations

from workspace_assistant.core.breaks.ports import Beat

BEAT_S = 30.0

# Nobody is called dead for one late beat.
_LATE_AFTER_S = 1.5 * BEAT_S


def may_watch(kept: Beat | None, beat: Beat, *, is_newcomer: bool = False) -> bool:
    """Whether the program of *beat* may watch, beside the one that left the *kept* beat.

    A newcomer, which has not watched since it was started, takes over at once: the other one may
    have been killed a moment ago. If not, it stands by from its next beat on.
    """
    if is_newcomer or kept is None or kept.watcher == beat.watcher or kept.boot_id != beat.boot_id:
        return True
    return _awake_s(kept, beat) > _LATE_AFTER_S


def is_alive(kept: Beat | None, now: Beat) -> bool:
    """Whether some program watches at the moment of *now*."""
    return kept is not None and not may_watch(kept, now)


def _awake_s(kept: Beat, beat: Beat) -> float:
    """With the sleep where the system does not tell the two apart."""
    if kept.awake_s is None or beat.awake_s is None:
        return beat.elapsed_s - kept.elapsed_s
    return beat.awake_s - kept.awake_s
