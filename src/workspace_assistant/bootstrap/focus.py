"""What the `focus` commands are given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_frames import SqliteShiftFrames
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.keeper import start_keeper
from workspace_assistant.bootstrap.present_zone import user_zone, zone_remark
from workspace_assistant.cli.focus_services import FocusTools
from workspace_assistant.core.focus.answer_service import AnswerService
from workspace_assistant.core.focus.correction_service import CorrectionService
from workspace_assistant.core.focus.service import FocusService

if TYPE_CHECKING:
    from workspace_assistant.core.focus.exchange.parsed import Parsed
    from workspace_assistant.core.focus.exchange_service import ExchangeService
    from workspace_assistant.core.focus.model import Block
    from workspace_assistant.core.jobs import JobContext

ACTOR = "command-line"


def focus_tools(data_dir: Path) -> FocusTools:
    """What few commands need is imported by those alone: each command is a process of its own."""
    database = Database(data_dir / DATABASE_NAME)
    log = SqliteFocusLog(database)
    clock = SystemFocusClock()

    def exchange() -> ExchangeService:
        from workspace_assistant.core.focus.exchange_service import ExchangeService

        return ExchangeService(log, clock, new_id, "import")

    def read(path: Path, kind: str, zone: str, date_order: str | None) -> Parsed:
        from workspace_assistant.bootstrap.time_logs import read_log

        return read_log(clock, path, kind, zone, date_order)

    def write(path: Path, blocks: Sequence[Block], now: datetime) -> None:
        from workspace_assistant.bootstrap.time_logs import write_log

        write_log(clock, path, blocks, now)

    def watch(ctx: JobContext) -> None:
        from workspace_assistant.bootstrap.focus_watch import keeper_watch

        keeper_watch(data_dir, log, clock, ctx)

    def idle_s() -> float:
        from workspace_assistant.bootstrap import idle_choice

        return idle_choice.idle_s(data_dir)

    def set_idle_s(seconds: float) -> None:
        from workspace_assistant.bootstrap import idle_choice

        idle_choice.keep_idle_s(data_dir, seconds)

    return FocusTools(
        log=log,
        clock=clock,
        zone=user_zone,
        zone_remark=zone_remark,
        acts=FocusService(log, clock, new_id, ACTOR),
        corrections=CorrectionService(log, clock, new_id, ACTOR),
        answers=AnswerService(log, clock, new_id, ACTOR),
        exchange=exchange,
        read_log=read,
        write_log=write,
        start_keeper=partial(start_keeper, data_dir, log, clock),
        watch=watch,
        frames_between=SqliteShiftFrames(database),
        idle_s=idle_s,
        set_idle_s=set_idle_s,
    )


def new_id() -> str:
    return uuid4().hex
