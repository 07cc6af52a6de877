"""The password that the environment may hold, where there is no keyring."""

from __future__ import annotations

import os

VARIABLE = "WORKSPACE_ASSISTANT_TURN_PASSWORD"


def take_password() -> str:
    """The password, which is no longer in the environment then: no program started later gets it.

    Empty when there is none.
    """
    return os.environ.pop(VARIABLE, "")
