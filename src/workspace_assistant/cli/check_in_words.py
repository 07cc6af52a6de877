"""Check-ins as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import tzinfo

from workspace_assistant.core.check_in.help import Help
from workspace_assistant.core.check_in.help_texts import NO_DIAGNOSIS
from workspace_assistant.core.check_in.model import CheckIn, HardContact, Item
from workspace_assistant.core.check_in.texts import NAMES
from workspace_assistant.core.text import in_english

_ID_LETTERS = 8


def check_in_lines(one: CheckIn, zone: tzinfo) -> Iterator[str]:
    at = one.at.astimezone(zone).strftime("%Y-%m-%d %H:%M")
    about = "the day" if one.shift_id is None else "the shift"
    yield f"{at}  {one.id[:_ID_LETTERS]}  {about}"
    values = [
        f"{NAMES[item].lower()} {value}"
        for item in Item
        if (value := one.answers.of(item)) is not None
    ]
    if values:
        yield f"  {', '.join(values)} (of 5)"
    if one.answers.hard_contacts is not None:
        yield f"  {_contacts(one)}"
    if one.answers.learning_minutes is not None:
        yield f"  {one.answers.learning_minutes} min of learning"
    if one.answers.note:
        yield f"  {one.answers.note}"


def mark_line(one: HardContact, zone: tzinfo) -> str:
    at = one.at.astimezone(zone).strftime("%Y-%m-%d %H:%M")
    more = [
        word for is_so, word in ((one.is_abusive, "abusive"), (one.is_solved, "solved")) if is_so
    ]
    return f"{at}  a hard contact{''.join(f', {word}' for word in more)}"


def help_lines(found: Sequence[Help]) -> Iterator[str]:
    for one in found:
        yield ""
        yield in_english(one.said, **one.parts)
        yield from _listed(one.steps)
        yield from (f"    {source.title}: {source.url}" for source in one.sources)
    if found:
        yield NO_DIAGNOSIS


def _listed(steps: Iterable[str]) -> Iterator[str]:
    return (f"  - {step}" for step in steps)


def _contacts(one: CheckIn) -> str:
    told = one.answers
    more = [
        f"{count} {word}"
        for count, word in ((told.abusive_contacts, "abusive"), (told.solved_contacts, "solved"))
        if count
    ]
    noun = "contact" if told.hard_contacts == 1 else "contacts"
    return f"{told.hard_contacts} hard {noun}{''.join(f', {part}' for part in more)}"
