"""What the `focus` commands work with. The composition root fills it; tests bring fakes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workspace_assistant.core.focus.answer_service import AnswerService
    from workspace_assistant.core.focus.correction_service import CorrectionService
    from workspace_assistant.core.focus.exchange.parsed import Parsed
    from workspace_assistant.core.focus.exchange_service import ExchangeService
    from workspace_assistant.core.focus.model import Block
    from workspace_assistant.core.focus.ports import FocusClock, FocusLog
    from workspace_assistant.core.focus.service import FocusService
    from workspace_assistant.core.focus.shift_frames import FramesBetween
    from workspace_assistant.core.jobs import JobContext


@dataclass(frozen=True, slots=True, kw_only=True)
class FocusTools:
    """Everything may raise `FocusError` and `StoreUnavailableError`.

    Attributes:
        read_log: understands a file, given its format, zone and order of dates, empty to find out.
            Raises `UserInputError`.
        write_log: writes blocks as .csv, .json or .ics. Raises `UserInputError`.
        zone: the user's own, which times are shown and understood in.
        zone_remark: says where that zone has no name to be noted; else empty.
        start_keeper: starts the background watcher unless one watches already; tells whether
            somebody watches the open block now.
        watch: the watcher itself; ends with the open block.
        frames_between: the shifts that have time in common with a span.
        idle_s, set_idle_s: after how long without a key an absence is asked about.
    """

    log: FocusLog
    clock: FocusClock
    zone: Callable[[], tzinfo]
    zone_remark: Callable[[], str]
    acts: FocusService
    corrections: CorrectionService
    answers: AnswerService
    exchange: Callable[[], ExchangeService]
    read_log: Callable[[Path, str, str, str | None], Parsed]
    write_log: Callable[[Path, Sequence[Block], datetime], None]
    start_keeper: Callable[[], bool]
    watch: Callable[[JobContext], None]
    frames_between: FramesBetween
    idle_s: Callable[[], float]
    set_idle_s: Callable[[float], None]
