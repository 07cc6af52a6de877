"""Attending to shifts, put together for the window, its tray icon, and the system's timer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.adapters.files.preshift_choices import PreshiftChoices
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.preshift_attempts import SqliteAttemptStore
from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore
from workspace_assistant.adapters.sqlite.why_log import SqliteWhyLog
from workspace_assistant.adapters.system.alarm import system_alarm
from workspace_assistant.adapters.system.check_turn import CheckTurn
from workspace_assistant.adapters.system.guarded_job import guarded
from workspace_assistant.adapters.system.telling_turn import TellingTurn
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.language import user_language, user_say
from workspace_assistant.bootstrap.present_zone import present_zone
from workspace_assistant.bootstrap.preshift_checks import ProfileChecks, SystemCircumstances
from workspace_assistant.bootstrap.publishing_round import publishing_round
from workspace_assistant.bootstrap.shifts import shift_service
from workspace_assistant.core.languages import ENGLISH
from workspace_assistant.core.preshift.announcing import Announcing
from workspace_assistant.core.preshift.attendance import Attendance
from workspace_assistant.core.preshift.outdated import Outdated
from workspace_assistant.core.preshift.service import PreshiftService
from workspace_assistant.core.preshift.teller import Teller
from workspace_assistant.core.preshift.telling import Words
from workspace_assistant.core.reminders.ports import Notifier
from workspace_assistant.core.reminders.service import ReminderService
from workspace_assistant.core.reminders.ways import FirstThatShows

if TYPE_CHECKING:
    from workspace_assistant.adapters.desktop.notifications import BusNotifier
    from workspace_assistant.core.readiness.service import ReadinessService

SHOWN_NAME = "notifications.json"


def attendance(
    data_dir: Path,
    readiness: Callable[[], ReadinessService],
    ways: Sequence[Notifier],
    words: Words | None = None,
) -> Attendance:
    """What looks after shifts on *data_dir*. Shows reminders by the first of *ways* that can."""
    words = words or plain_words(data_dir)
    database = Database(data_dir / DATABASE_NAME)
    shifts, alarm = shift_service(data_dir), system_alarm()
    attempts, circumstances = SqliteAttemptStore(database), SystemCircumstances(data_dir)
    checks = ProfileChecks(data_dir, SqliteReportStore(database), readiness)
    reminders = ReminderService(
        why_log=SqliteWhyLog(database), notifier=FirstThatShows(ways), now=now
    )
    teller = Teller(
        attempts=attempts,
        reminders=reminders,
        circumstances=circumstances,
        checks=checks,
        words=words,
        ring=alarm.ring,
    )
    preshift = PreshiftService(
        shifts=shifts.between,
        attempts=attempts,
        circumstances=circumstances,
        checks=checks,
        alone=CheckTurn(data_dir).alone,
        guard=guarded,
        teller=teller,
        settings=PreshiftChoices(data_dir).settings,
        now=now,
    )
    settings = PreshiftChoices(data_dir).settings
    announcing = Announcing(
        sources=shifts.sources,
        teller=teller,
        outdated=Outdated(shifts=shifts.between, settings=settings, teller=teller, now=now),
        circumstances=circumstances,
        turn=TellingTurn(data_dir).taken,
        now=now,
        words=words,
    )
    return Attendance(
        punctual=preshift.attend,
        patient=announcing.attend,
        alarm=alarm,
        now=now,
        also=(publishing_round(data_dir, database),),
    )


def window_attendance(
    data_dir: Path, readiness: ReadinessService, fallback: Notifier, words: Words
) -> Attendance:
    """For the window and its tray icon: *fallback* shows what the desktop cannot.

    It also asks at the edges of shifts, which the system's timer does not, and makes the automatic
    backups.
    Opens nothing by itself; everything of it blocks.
    """
    from workspace_assistant.bootstrap.data_round import backup_keeper
    from workspace_assistant.bootstrap.shift_end import shift_end_rounds

    notifier = desktop_notifier(data_dir)
    ways = [notifier, fallback] if notifier else [fallback]
    attended = attendance(data_dir, lambda: readiness, ways, words)
    rounds = shift_end_rounds(data_dir, ways, words, attended.ring)
    keeper = backup_keeper(data_dir, checks_first=True)
    return replace(attended, also=(*attended.also, *rounds, keeper.attend))


def desktop_notifier(data_dir: Path) -> BusNotifier | None:
    """The desktop's own notifications; None where the window must show them itself.

    What is on the screen is known to all programs on *data_dir*.
    """
    if sys.platform in {"win32", "darwin"}:
        return None
    from workspace_assistant.adapters.desktop.notifications import BusNotifier
    from workspace_assistant.adapters.files.locations import resources

    icon = resources() / "icons" / "readiness.svg"
    return BusNotifier(icon=icon.as_uri(), kept=ChoicesFile(data_dir, SHOWN_NAME))


def plain_words(data_dir: Path) -> Words:
    """The user's language; times as the computer's zone shows them, wherever that is now.

    Names of days are English: other languages get the date in figures.
    """
    day_form = "%a %d %b" if user_language(data_dir) == ENGLISH.code else "%Y-%m-%d"

    def clock(at: datetime) -> str:
        return f"{at.astimezone(present_zone()):%H:%M}"

    def written(at: datetime) -> str:
        return at.astimezone(present_zone()).strftime(day_form)

    def day(at: datetime) -> date:
        return at.astimezone(present_zone()).date()

    return Words(say=user_say(data_dir), clock=clock, written_day=written, day=day)


def now() -> datetime:
    return datetime.now(UTC)
