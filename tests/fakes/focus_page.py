"""The focus page's services over a log in memory and a clock that a test moves."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.fakes.focus import CountingId, FakeClock, MemoryFocusLog
from workspace_assistant.bootstrap.focus_page import services_on
from workspace_assistant.core.focus.model import Block
from workspace_assistant.ui.window_services import FocusServices

AT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


class FocusWorld:
    """A log, a clock and ids; a test fills the log and moves the clock."""

    def __init__(self, *blocks: Block, at: datetime = AT) -> None:
        self.log = MemoryFocusLog(*blocks)
        self.clock = FakeClock(at, time_zone="UTC")
        self.new_id = CountingId()

    @property
    def services(self) -> FocusServices:
        return services_on(self.log, self.clock, self.new_id)
