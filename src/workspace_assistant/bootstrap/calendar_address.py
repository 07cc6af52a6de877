"""The calendar's address that the environment holds."""

from __future__ import annotations

from functools import cache


@cache
def address_of_environment() -> str:
    """Taken out of it by the first call, at the start: what we run must not inherit it."""
    from workspace_assistant.adapters.secrets.environment import take_calendar_address

    return take_calendar_address()
