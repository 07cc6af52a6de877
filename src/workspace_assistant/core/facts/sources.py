"""What facts are made of: what was logged and measured, as the other features have it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a command that needs a few of them does not wait for all
    from workspace_assistant.core.breaks.model import ActivityStretch, BreakRecord
    from workspace_assistant.core.check_in.model import CheckIn, HardContact
    from workspace_assistant.core.ergonomics.model import Assessment, WorkplaceChange
    from workspace_assistant.core.focus.model import Block
    from workspace_assistant.core.line_watch.model import LineEvent
    from workspace_assistant.core.loudness.model import CallLevel
    from workspace_assistant.core.readiness.model import ReadinessReport
    from workspace_assistant.core.shifts.model import Shift

# Five weeks: this one and the four that "usual" is made of.
KNOWN_FOR = timedelta(days=36)
SHIFTS_AHEAD = timedelta(days=14)
# Planned blocks of a quarter of a year tell the own best hour.
BLOCKS_FOR = timedelta(days=92)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Everything up to *now*; what is older than is needed does no harm.

    Attributes:
        proven_at: until when an open block is known to have run; None where that is until now.
        zone: where the person is now.
        blocks: of the last `BLOCKS_FOR`.
        shifts: without hidden ones, from `KNOWN_FOR` ago until `SHIFTS_AHEAD`.
        reports, line_events, check_ins, hard_contacts: of the last `KNOWN_FOR`.
        line_watched: starts of minutes in which the line was watched.
        breaks: of the last `KNOWN_FOR`.
        activity: likewise, in order and apart.
        call_levels: of the last `KNOWN_FOR`, in order.
        assessments, workplace_changes: all of them.
    """

    now: datetime
    zone: tzinfo
    proven_at: datetime | None = None
    blocks: tuple[Block, ...] = ()
    shifts: tuple[Shift, ...] = ()
    reports: tuple[ReadinessReport, ...] = ()
    line_watched: tuple[datetime, ...] = ()
    line_events: tuple[LineEvent, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    hard_contacts: tuple[HardContact, ...] = ()
    breaks: tuple[BreakRecord, ...] = ()
    activity: tuple[ActivityStretch, ...] = ()
    call_levels: tuple[CallLevel, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    workplace_changes: tuple[WorkplaceChange, ...] = ()

    @property
    def worked_until(self) -> datetime:
        """Where an open block ends, as far as anybody knows."""
        return self.proven_at or self.now
