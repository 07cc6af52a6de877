"""Names of workplaces as they are shown. Plain Python."""

from __future__ import annotations

from workspace_assistant.core.ergonomics.workplaces import HOME, OFFICE
from workspace_assistant.ui.ergonomics import texts
from workspace_assistant.ui.wording.wording import Wording

_KNOWN = {HOME: texts.HOME, OFFICE: texts.OFFICE}


def workplace_name(workplace: str, wording: Wording) -> str:
    """In the user's language where it is one of ours, else as the person wrote it."""
    return wording.say(_KNOWN[workplace]) if workplace in _KNOWN else workplace
