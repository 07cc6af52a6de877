"""Everything that the watch over breaks is made of. Opens nothing before the first look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workspace_assistant.adapters.audio.call_sensor import PulseCallSensor
from workspace_assistant.adapters.desktop.attention import DesktopAttention, system_attention
from workspace_assistant.adapters.desktop.presence import DesktopPresence, system_presence
from workspace_assistant.adapters.files.break_choices import BreakChoices
from workspace_assistant.adapters.sqlite.breaks_store import SqliteBreakStore
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.adapters.sqlite.why_log import SqliteWhyLog
from workspace_assistant.adapters.system.alarm import system_alarm
from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
from workspace_assistant.bootstrap.attendance import desktop_notifier, now
from workspace_assistant.bootstrap.break_telling import BreakTeller
from workspace_assistant.bootstrap.break_work import LoggedWork
from workspace_assistant.bootstrap.breaks import BreakClock, new_id
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.shifts import shift_service
from workspace_assistant.core.breaks.attending import BreakJob
from workspace_assistant.core.breaks.model import Act
from workspace_assistant.core.breaks.ports import CallSensor
from workspace_assistant.core.breaks.sensing import Senses
from workspace_assistant.core.breaks.watcher import BreakWatcher
from workspace_assistant.core.reminders.ports import Notifier
from workspace_assistant.core.reminders.service import ReminderService
from workspace_assistant.core.reminders.ways import FirstThatShows
from workspace_assistant.core.text import Say

OnCall = Callable[[bool | None], None]


@dataclass(frozen=True, slots=True)
class OverheardCalls:
    """Implements the port `CallSensor`; each answer is told to *on_call*: nobody asks twice."""

    sensor: CallSensor
    on_call: OnCall

    def in_call(self) -> bool | None:
        answer = self.sensor.in_call()
        self.on_call(answer)
        return answer


@dataclass(frozen=True, slots=True)
class WatchParts:
    """Attributes: `job` watches; `close` gives back what it opened."""

    job: BreakJob
    work: LoggedWork
    presence: DesktopPresence
    attention: DesktopAttention
    database: Database

    def close(self) -> None:
        self.presence.close()
        self.attention.close()
        self.database.close()

    @classmethod
    def made(
        cls,
        data_dir: Path,
        notifier: Notifier,
        say: Say,
        on_act: Callable[[Act], None],
        on_call: OnCall,
    ) -> WatchParts:
        database, clock = Database(data_dir / DATABASE_NAME), SystemFocusClock()
        choices, presence, attention = (
            BreakChoices(data_dir),
            system_presence(clock.read),
            system_attention(),
        )
        desktop = desktop_notifier(data_dir)
        ways = [notifier, desktop] if desktop else [notifier]
        reminders = ReminderService(
            why_log=SqliteWhyLog(database), notifier=FirstThatShows(ways), now=now
        )
        work = LoggedWork(
            focus=SqliteFocusLog(database),
            clock=clock,
            shifts=shift_service(data_dir).between,
            now=now,
        )
        watcher = BreakWatcher(
            store=SqliteBreakStore(database),
            choices=choices,
            senses=Senses(
                clock=BreakClock(clock),
                presence=presence,
                calls=OverheardCalls(PulseCallSensor(), on_call),
                attention=attention,
            ),
            work=work,
            offers=BreakTeller(
                reminders=reminders, settings=choices.settings, on_act=on_act, say=say
            ),
            new_id=new_id,
            watcher=new_id(),
        )
        job = BreakJob(watcher=watcher, work=work, alarm=system_alarm(), now=now)
        return cls(job, work, presence, attention, database)
