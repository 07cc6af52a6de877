"""The secrets that the environment may hold, where there is no keyring."""

from __future__ import annotations

import os

TURN_PASSWORD = "WORKSPACE_ASSISTANT_TURN_PASSWORD"  # noqa: S105 - the name of a variable
CALENDAR_ADDRESS = "WORKSPACE_ASSISTANT_CALENDAR_URL"
PUBLISH_TOKEN = "WORKSPACE_ASSISTANT_PUBLISH_TOKEN"  # noqa: S105 - the name of a variable


def take_password() -> str:
    """The password, which is no longer in the environment then: no program started later gets it.

    Empty when there is none.
    """
    return os.environ.pop(TURN_PASSWORD, "")


def take_calendar_address() -> str:
    """The address of a calendar, as `take_password`."""
    return os.environ.pop(CALENDAR_ADDRESS, "")


def take_publish_token() -> str:
    """The token for a collector, as `take_password`."""
    return os.environ.pop(PUBLISH_TOKEN, "")
