"""Check-ins as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import tzinfo

from workspace_assistant.cli.inside import inside
from workspace_assistant.cli.language import worded
from workspace_assistant.core.check_in.help import Help
from workspace_assistant.core.check_in.help_texts import NO_DIAGNOSIS
from workspace_assistant.core.check_in.model import CheckIn, HardContact, Item
from workspace_assistant.core.check_in.texts import NAMES
from workspace_assistant.core.joining import joined

_ID_LETTERS = 8


def check_in_lines(one: CheckIn, zone: tzinfo) -> Iterator[str]:
    at = one.at.astimezone(zone).strftime("%Y-%m-%d %H:%M")
    about = worded("the day") if one.shift_id is None else worded("the shift")
    yield f"{at}  {one.id[:_ID_LETTERS]}  {about}"
    values = [
        worded("{item} {value}", item=inside(NAMES[item]), value=str(value))
        for item in Item
        if (value := one.answers.of(item)) is not None
    ]
    if values:
        yield worded("  {values} (of 5)", values=joined(values, worded))
    if one.answers.hard_contacts is not None:
        yield f"  {_contacts(one)}"
    if one.answers.learning_minutes is not None:
        minutes = str(one.answers.learning_minutes)
        yield worded("  {minutes} min of learning", minutes=minutes)
    if one.answers.note:
        yield f"  {one.answers.note}"


def mark_line(one: HardContact, zone: tzinfo) -> str:
    at = one.at.astimezone(zone).strftime("%Y-%m-%d %H:%M")
    told = [worded("a hard contact")]
    told += [worded("abusive")] if one.is_abusive else []
    told += [worded("solved")] if one.is_solved else []
    return f"{at}  {joined(told, worded)}"


def help_lines(found: Sequence[Help]) -> Iterator[str]:
    for one in found:
        yield ""
        yield worded(one.said, **one.parts)
        yield from _listed(one.steps)
        yield from (f"    {source.title}: {source.url}" for source in one.sources)
    if found:
        yield worded(NO_DIAGNOSIS)


def _listed(steps: Iterable[str]) -> Iterator[str]:
    return (f"  - {worded(step)}" for step in steps)


def _contacts(one: CheckIn) -> str:
    told = one.answers
    parts = [
        worded("1 hard contact")
        if told.hard_contacts == 1
        else worded("{count} hard contacts", count=str(told.hard_contacts))
    ]
    if told.abusive_contacts:
        parts.append(worded("{count} abusive", count=str(told.abusive_contacts)))
    if told.solved_contacts:
        parts.append(worded("{count} solved", count=str(told.solved_contacts)))
    return joined(parts, worded)
