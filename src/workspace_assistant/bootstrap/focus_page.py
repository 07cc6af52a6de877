"""What the focus page is given. Nothing is imported or opened before it is asked for."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.bootstrap.data_file import DATABASE_NAME

if TYPE_CHECKING:  # the window paints first
    from collections.abc import Sequence
    from datetime import datetime

    from workspace_assistant.core.focus.exchange.parsed import Parsed
    from workspace_assistant.core.focus.model import Block
    from workspace_assistant.core.focus.ports import FocusClock, FocusLog, NewId
    from workspace_assistant.core.focus.shift_frames import FramesBetween
    from workspace_assistant.core.jobs import JobContext
    from workspace_assistant.ui.feature_services import FocusServices, Watching

ACTOR = "window"
IMPORTER = "import"


def focus_services(data_dir: Path) -> FocusServices:
    """Services on the log of *data_dir*; the file is opened by the first that needs it."""
    from uuid import uuid4

    from workspace_assistant.adapters.sqlite.database import Database
    from workspace_assistant.adapters.sqlite.focus_frames import SqliteShiftFrames
    from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
    from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
    from workspace_assistant.bootstrap import keeper
    from workspace_assistant.ui.feature_services import Watching

    database = Database(data_dir / DATABASE_NAME)
    log, clock = SqliteFocusLog(database), SystemFocusClock()

    def watch(ctx: JobContext) -> None:
        from workspace_assistant.bootstrap.focus_watch import window_watch

        window_watch(data_dir, log, clock, ctx)

    watching = Watching(
        watch=watch,
        hand_over=partial(keeper.hand_over, data_dir, log, clock),
        can_hand_over=keeper.may_keep(),
    )
    frames = SqliteShiftFrames(database)
    return services_on(log, clock, lambda: uuid4().hex, watching, frames)


def services_on(
    log: FocusLog,
    clock: FocusClock,
    new_id: NewId,
    watching: Watching,
    frames_between: FramesBetween,
) -> FocusServices:
    """Services on any log, clock and plan of shifts."""
    from workspace_assistant.core.focus.answer_service import AnswerService
    from workspace_assistant.core.focus.correction_service import CorrectionService
    from workspace_assistant.core.focus.exchange_service import ExchangeService
    from workspace_assistant.core.focus.service import FocusService
    from workspace_assistant.ui.feature_services import FocusServices

    def between(start: datetime, end: datetime) -> tuple[Block, ...]:
        with log.reading() as reader:
            return reader.between(start, end)

    def unreadable(start: datetime, end: datetime) -> int:
        with log.reading() as reader:
            reader.between(start, end)
            return reader.unreadable()

    def read_file(path: Path, kind: str, date_order: str) -> Parsed:
        from workspace_assistant.bootstrap.time_logs import read_log

        return read_log(clock, path, kind, date_order=date_order or None)

    def write_file(path: Path, blocks: Sequence[Block], now: datetime) -> None:
        from workspace_assistant.bootstrap.time_logs import write_log

        write_log(clock, path, blocks, now)

    acts = FocusService(log=log, clock=clock, new_id=new_id, actor=ACTOR)
    return FocusServices(
        acts=acts,
        answers=AnswerService(log=log, clock=clock, new_id=new_id, actor=ACTOR),
        corrections=CorrectionService(log=log, clock=clock, new_id=new_id, actor=ACTOR),
        between=between,
        recent=acts.recent,
        frames_between=frames_between,
        unreadable=unreadable,
        version=log.version,
        zone=clock.time_zone,
        read_file=read_file,
        write_file=write_file,
        watching=watching,
        exchange=ExchangeService(log=log, clock=clock, new_id=new_id, actor=IMPORTER),
    )
