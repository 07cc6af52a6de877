"""Who may run a check before a shift, of several programs that want to."""

from __future__ import annotations

from workspace_assistant.core.preshift.model import Attempt, AttemptState


def may_claim(before: Attempt | None, *, is_alone: bool) -> bool:
    """Whether what is kept, *before*, may be taken by a program; None where nothing is readable.

    *is_alone*: no other program runs a check before a shift now.
    """
    if before is None or before.state is AttemptState.WAITING:
        return True
    return is_alone and before.state is AttemptState.RUNNING
