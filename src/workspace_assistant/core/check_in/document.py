"""Check-ins as JSON documents, ``workspace-assistant/check-in/1`` and ``…/check-ins/1``.

Instants are ISO 8601 in UTC. What was not told is null.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from workspace_assistant.core.check_in.asking import Asking
from workspace_assistant.core.check_in.help import Help
from workspace_assistant.core.check_in.model import Answers, CheckIn, HardContact, Item
from workspace_assistant.core.text import in_english

SCHEMA = "workspace-assistant/check-in/1"
LIST_SCHEMA = "workspace-assistant/check-ins/1"
CONTACT_SCHEMA = "workspace-assistant/hard-contact/1"

Document = dict[str, object]


def told_document(check_in: CheckIn, help_: Iterable[Help]) -> Document:
    """One check-in that was just told."""
    return {
        "schema": SCHEMA,
        **check_in_document(check_in),
        "help": [help_document(one) for one in help_],
    }


def list_document(
    check_ins: Iterable[CheckIn],
    marks: Iterable[HardContact],
    help_: Iterable[Help],
    asking: Asking,
) -> Document:
    return {
        "schema": LIST_SCHEMA,
        "asking": asking.standing.value,
        "check_ins": [check_in_document(one) for one in check_ins],
        "hard_contacts": [_mark_document(one) for one in marks],
        "help": [help_document(one) for one in help_],
    }


def contact_document(contact: HardContact, *, is_taken_back: bool = False) -> Document:
    return {"schema": CONTACT_SCHEMA, **_mark_document(contact), "is_taken_back": is_taken_back}


def check_in_document(check_in: CheckIn) -> Document:
    return {
        "id": check_in.id,
        "at": instant(check_in.at),
        "since": instant(check_in.since),
        "until": instant(check_in.until),
        "shift_id": check_in.shift_id,
        **answers_document(check_in.answers),
    }


def answers_document(answers: Answers) -> Document:
    return {
        **{item.value: answers.of(item) for item in Item},
        "hard_contacts": answers.hard_contacts,
        "abusive_contacts": answers.abusive_contacts,
        "solved_contacts": answers.solved_contacts,
        "learning_minutes": answers.learning_minutes,
        "note": answers.note,
    }


def help_document(one: Help) -> Document:
    return {
        "item": one.item.value,
        "weeks": one.weeks,
        "said": in_english(one.said, **one.parts),
        "steps": list(one.steps),
        "sources": [{"title": each.title, "url": each.url} for each in one.sources],
    }


def instant(at: datetime) -> str:
    """Such as ``2026-11-23T07:00:00Z``."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def _mark_document(one: HardContact) -> Document:
    return {
        "id": one.id,
        "at": instant(one.at),
        "is_abusive": one.is_abusive,
        "is_solved": one.is_solved,
    }
