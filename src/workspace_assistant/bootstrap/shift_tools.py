"""What the `shifts` commands are given."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.bootstrap.calendar_address import address_of_environment
from workspace_assistant.bootstrap.calendar_file import read_calendar_file
from workspace_assistant.bootstrap.present_zone import user_zone, zone_remark
from workspace_assistant.bootstrap.shifts import find_calendars, shift_service
from workspace_assistant.cli.shifts_tools import ShiftTools


def shift_tools(data_dir: Path) -> ShiftTools:
    return ShiftTools(
        shifts=shift_service(data_dir),
        zone=user_zone,
        zone_remark=zone_remark,
        read_file=read_calendar_file,
        address_of_environment=address_of_environment,
        find_calendars=find_calendars,
    )
