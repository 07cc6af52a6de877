"""What starts the program by itself."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.adapters.files.locations import config_dir
from workspace_assistant.adapters.files.writing import write_whole
from workspace_assistant.adapters.system.autostart import system_autostart
from workspace_assistant.adapters.system.system_timer import system_timer
from workspace_assistant.bootstrap.own_program import program_words
from workspace_assistant.core.schedule.model import Program
from workspace_assistant.core.schedule.service import ScheduleService


def schedule_service(data_dir: Path) -> ScheduleService:
    """Files are looked at when it is asked, not before."""
    return ScheduleService(
        timer=system_timer(config_dir(), data_dir, write_whole),
        autostart=system_autostart(config_dir(), write_whole),
        program=Program(words=program_words(), data_dir=str(data_dir)),
    )
