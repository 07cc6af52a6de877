"""Why a calendar could not be had, told in the language of whoever reads it."""

from __future__ import annotations

from workspace_assistant.core.shifts.model import FeedState
from workspace_assistant.core.text import Say, in_english


def trouble_told(state: FeedState, say: Say = in_english) -> str:
    """A finished sentence; empty where nothing is wrong."""
    return state.trouble and say(state.trouble, **dict(state.trouble_parts))
