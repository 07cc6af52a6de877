"""The `shifts` commands on a store in memory, with the test's clock, calendar and server."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from tests.fakes.shifts import ShiftDesk
from workspace_assistant.bootstrap.calendar_file import read_calendar_file
from workspace_assistant.cli.main import explained, parse
from workspace_assistant.cli.shifts_tools import ShiftTools


@dataclass
class ShiftCommands(ShiftDesk):
    """Runs `shifts` commands one after the other.

    Attributes:
        zone_remark: what is said of a zone without a name.
        of_environment: the address that the environment holds.
    """

    zone_remark: str = ""
    of_environment: str = ""

    def run(self, *words: str) -> int:
        """The exit code of `shifts WORDS`."""
        arguments = parse(["shifts", *words])
        return explained(lambda: int(arguments.run(arguments, self.tools())))

    def tools(self) -> ShiftTools:
        return ShiftTools(
            shifts=self.service(),
            zone=lambda: ZoneInfo(self.zone),
            zone_remark=lambda: self.zone_remark,
            read_file=read_calendar_file,
            address_of_environment=lambda: self.of_environment,
            find_calendars=self.server,
        )
