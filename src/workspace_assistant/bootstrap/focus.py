"""What the `focus` commands are given."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from uuid import uuid4

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
from workspace_assistant.bootstrap.focus_watch import keeper_watch
from workspace_assistant.bootstrap.keeper import start_keeper
from workspace_assistant.bootstrap.readiness import DATABASE_NAME
from workspace_assistant.bootstrap.time_logs import read_log, write_log
from workspace_assistant.cli.focus_services import FocusTools
from workspace_assistant.core.focus.answer_service import AnswerService
from workspace_assistant.core.focus.correction_service import CorrectionService
from workspace_assistant.core.focus.exchange_service import ExchangeService
from workspace_assistant.core.focus.service import FocusService

ACTOR = "command-line"


def focus_tools(data_dir: Path) -> FocusTools:
    log = SqliteFocusLog(Database(data_dir / DATABASE_NAME))
    clock = SystemFocusClock()

    def new_id() -> str:
        return uuid4().hex

    return FocusTools(
        log=log,
        clock=clock,
        acts=FocusService(log, clock, new_id, ACTOR),
        corrections=CorrectionService(log, clock, new_id, ACTOR),
        answers=AnswerService(log, clock, new_id, ACTOR),
        exchange=ExchangeService(log, clock, new_id, "import"),
        read_log=partial(read_log, clock),
        write_log=partial(write_log, clock),
        start_keeper=partial(start_keeper, data_dir, log, clock),
        watch=partial(keeper_watch, data_dir, log, clock),
    )
