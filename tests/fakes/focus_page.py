"""The focus page's services over a log in memory and a clock that a test moves."""

from __future__ import annotations

from functools import cached_property

from workspace_assistant.bootstrap.focus_page import services_on
from workspace_assistant.ui.window_services import FocusServices


class FocusWorld:
    """A log, a clock and ids; made when the page first asks."""

    @cached_property
    def services(self) -> FocusServices:
        from tests.fakes.focus import CountingNewId, FakeFocusClock, MemoryFocusLog

        return services_on(MemoryFocusLog(), FakeFocusClock(), CountingNewId())
