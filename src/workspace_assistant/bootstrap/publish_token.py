"""The token for the collector that the environment holds."""

from __future__ import annotations

from functools import cache


@cache
def token_of_environment() -> str:
    """Taken out of it by the first call, at the start: what we run must not inherit it."""
    from workspace_assistant.adapters.secrets.environment import take_publish_token

    return take_publish_token()
