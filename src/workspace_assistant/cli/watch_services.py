"""What the `watch` commands work with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workspace_assistant.core.jobs import JobContext
    from workspace_assistant.core.line_watch.model import LineEvent, Minute
    from workspace_assistant.core.line_watch.ports import WatchTarget
    from workspace_assistant.core.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchTools:
    """Everything may raise `StoreUnavailableError`.

    Attributes:
        watch: watches until its job is cancelled, with the limits of the profile; tells of every
            event when it begins and when it is over. Raises `UserInputError` where it cannot.
        target: whom the profile at a path, or the active one, names. Raises `ProfileError`.
        is_on, turn: whether the line is watched by itself during shifts.
        zone: the user's own, which times are shown in.
    """

    watch: Callable[[Path | None, Callable[[LineEvent], None], JobContext], None]
    target: Callable[[Path | None], WatchTarget]
    events: Callable[[Span], tuple[LineEvent, ...]]
    minutes: Callable[[Span], tuple[Minute, ...]]
    is_on: Callable[[], bool]
    turn: Callable[[bool], None]
    zone: Callable[[], tzinfo]
    now: Callable[[], datetime]
