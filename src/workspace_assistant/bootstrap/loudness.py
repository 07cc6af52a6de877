"""The loudness of calls, put together for the window and the command line."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.adapters.audio.call_microphone import is_shared
from workspace_assistant.adapters.files.break_choices import BreakChoices
from workspace_assistant.adapters.files.loudness_choice import LoudnessChoice
from workspace_assistant.adapters.sqlite.breaks_store import SqliteBreakStore
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.loudness_store import SqliteLoudnessStore
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.keeping_choices import keeping_choice
from workspace_assistant.bootstrap.present_zone import present_zone
from workspace_assistant.core.facts.sources import KNOWN_FOR, Sources
from workspace_assistant.core.loudness.model import WhyNot
from workspace_assistant.core.loudness.texts import NEEDS_BREAKS, WHY_NOT
from workspace_assistant.core.spans import Span

if TYPE_CHECKING:
    from workspace_assistant.core.loudness.attending import LoudnessJob


@dataclass(frozen=True, slots=True)
class Loudness:
    """The switch, what stands in the way, and what was measured on *data_dir*."""

    data_dir: Path

    def is_on(self) -> bool:
        return LoudnessChoice(self.data_dir).is_on()

    def turn(self, is_on: bool) -> None:  # noqa: FBT001 - a switch
        """Raises `StoreUnavailableError` where the choice cannot be kept."""
        with keeping_choice(self.data_dir):
            LoudnessChoice(self.data_dir).keep(is_on=is_on)

    def obstacle(self) -> str:
        """Why nothing can be measured though it is on, marked for translation; empty for none."""
        if not is_shared():
            return WHY_NOT[WhyNot.NOT_SHARED]
        return "" if BreakChoices(self.data_dir).settings().is_on else NEEDS_BREAKS

    def sources(self) -> Sources:
        """Calls and their levels, and nothing else. Raises `StoreUnavailableError`."""
        now = datetime.now(UTC)
        lately = Span(now - KNOWN_FOR, now)
        database = Database(self.data_dir / DATABASE_NAME)
        try:
            with database.reading():
                return Sources(
                    now=now,
                    zone=present_zone(),
                    activity=SqliteBreakStore(database).activity(lately),
                    call_levels=SqliteLoudnessStore(database).levels(lately),
                )
        finally:
            database.close()


def loudness_job(database: Database, data_dir: Path) -> LoudnessJob:
    """What takes levels while calls go on; opens nothing before the first one."""
    from workspace_assistant.adapters.audio.call_microphone import SharedCallMicrophone
    from workspace_assistant.adapters.audio.voice_detector import voice_detector
    from workspace_assistant.adapters.system.alarm import system_alarm
    from workspace_assistant.core.loudness.attending import LoudnessJob

    return LoudnessJob(
        is_on=LoudnessChoice(data_dir).is_on,
        microphone=SharedCallMicrophone(),
        detector=voice_detector(),
        store=SqliteLoudnessStore(database),
        alarm=system_alarm(),
        now=lambda: datetime.now(UTC),
        steady_s=time.monotonic,
    )
