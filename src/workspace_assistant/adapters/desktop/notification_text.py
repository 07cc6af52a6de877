"""What a reminder says, as a notification service can take it.

Texts may hold words from outside, such as the name of a calendar: they must neither be taken for
markup nor break the message.
"""

from __future__ import annotations

import html
from collections.abc import Set

from workspace_assistant.core.one_line import one_line
from workspace_assistant.core.reminders.model import Reminder

_MOST_OF_TITLE = 200
_MOST_OF_BODY = 1000


def title_of(reminder: Reminder, abilities: Set[str]) -> str:
    """A service without bodies shows titles alone: then everything is there."""
    title = one_line(_valid(reminder.title))
    if "body" not in abilities and reminder.body:
        title = f"{title}: {one_line(_valid(reminder.body))}"
    return shortened(title, _MOST_OF_TITLE)


def body_of(reminder: Reminder, abilities: Set[str]) -> str:
    if "body" not in abilities:
        return ""
    lines = (one_line(line) for line in _valid(reminder.body).splitlines())
    text = shortened("\n".join(lines), _MOST_OF_BODY)
    return html.escape(text, quote=False) if "body-markup" in abilities else text


def shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _valid(text: str) -> str:
    """Without halves of characters, which no message can carry."""
    return text.encode("utf-8", "replace").decode("utf-8")
