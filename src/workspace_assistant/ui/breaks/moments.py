"""Moments as the page says them. Plain Python."""

from __future__ import annotations

from datetime import datetime

from workspace_assistant.ui.breaks import texts
from workspace_assistant.ui.wording.wording import Wording


def moment_told(at: datetime, now: datetime, wording: Wording) -> str:
    """Such as ``Today 13:45``, or with the date."""
    if wording.local(at).date() == wording.local(now).date():
        return wording.say(texts.WHEN_TODAY, time=wording.clock(at))
    return wording.say(texts.WHEN_EARLIER, date=wording.short_date(at), time=wording.clock(at))
