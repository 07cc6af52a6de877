"""Questions at the edges of shifts, put together for the job that attends to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from workspace_assistant.adapters.files.week_choices import WeekChoices
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.adapters.sqlite.why_log import SqliteWhyLog
from workspace_assistant.adapters.system.telling_turn import TellingTurn
from workspace_assistant.bootstrap.check_in import check_in_service
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.ergonomics import ergonomics_service
from workspace_assistant.bootstrap.week_headline import (
    headline_told,
    week_around,
    worked_shifts,
)
from workspace_assistant.core.preshift.attendance import Round
from workspace_assistant.core.preshift.telling import Words
from workspace_assistant.core.reminders.ports import Notifier
from workspace_assistant.core.reminders.service import ReminderService
from workspace_assistant.core.reminders.ways import FirstThatShows
from workspace_assistant.core.shift_end.asker import Asker
from workspace_assistant.core.shift_end.check_in_question import CheckInQuestion
from workspace_assistant.core.shift_end.self_check_question import SelfCheckQuestion
from workspace_assistant.core.shift_end.week_headline import WeekHeadline


def shift_end_rounds(
    data_dir: Path, ways: Sequence[Notifier], words: Words, ring: Callable[[], None]
) -> tuple[Round, ...]:
    """Asks by the first of *ways* that can; *ring* lets the job look at once. All of it blocks."""
    database = Database(data_dir / DATABASE_NAME)
    check_ins, blocks = check_in_service(data_dir), SqliteFocusLog(database)
    reminders = ReminderService(
        why_log=SqliteWhyLog(database), notifier=FirstThatShows(ways), now=check_ins.now
    )
    asker = Asker(reminders=reminders, turn=TellingTurn(data_dir).taken)

    def in_block() -> bool:
        with blocks.reading() as log:
            return log.open_block() is not None

    check_in = CheckInQuestion(
        check_ins=check_ins, asker=asker, in_block=in_block, say=words.say, ring=ring
    )
    self_check = SelfCheckQuestion(
        due=ergonomics_service(data_dir).due,
        shifts_between=check_ins.shifts_between,
        asker=asker,
        in_call=check_ins.in_call,
        in_block=in_block,
        zone=check_ins.zone,
        now=check_ins.now,
        say=words.say,
    )
    choices = WeekChoices(data_dir)
    week = WeekHeadline(
        is_on=lambda: choices.settings().tells_headline,
        week_around=week_around(choices),
        shifts_between=worked_shifts(database, check_ins.shifts_between),
        headline=headline_told(data_dir, choices, words.say),
        asker=asker,
        in_call=check_ins.in_call,
        in_block=in_block,
        now=check_ins.now,
        say=words.say,
    )
    return (check_in.attend, self_check.attend, week.attend)
