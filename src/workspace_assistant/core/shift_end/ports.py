"""What questions at the edges of a shift need from outside."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime

from workspace_assistant.core.spans import Span

InBlock = Callable[[], bool]
"""Whether a focus block is open. May raise `StoreUnavailableError`."""

Turn = Callable[[], AbstractContextManager[bool]]
"""Whether this program is the one to tell now, as long as it is entered."""

WeekAround = Callable[[datetime], Span]
"""The week that holds an instant, by the person's calendar."""

HeadlineOf = Callable[[datetime], tuple[str, str]]
"""Title and sentence of the week that holds an instant, in the person's language; blocks.

May raise `StoreUnavailableError`."""
