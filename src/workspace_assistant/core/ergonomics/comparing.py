"""A self-check beside the one before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workspace_assistant.core.ergonomics.model import Assessment, Item, Section
from workspace_assistant.core.ergonomics.rosa import result_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One number before and after; None where it was not known."""

    name: Section | Item
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What is different now.

    Attributes:
        sections, items: only those whose numbers are not the same.
    """

    before: Assessment
    after: Assessment
    final_before: int | None
    final_after: int | None
    sections: tuple[Step, ...]
    items: tuple[Step, ...]


def compared(before: Assessment, after: Assessment) -> Comparison:
    old, new = result_of(before.sheet), result_of(after.sheet)
    sections = (
        Step(name=was.section, before=was.score, after=now.score)
        for was, now in zip(old.sections, new.sections, strict=True)
    )
    items = (
        Step(name=was.item, before=was.points, after=now.points)
        for was, now in zip(old.items, new.items, strict=True)
    )
    return Comparison(
        before=before,
        after=after,
        final_before=old.final,
        final_after=new.final,
        sections=tuple(_different(sections)),
        items=tuple(_different(items)),
    )


def _different(steps: Iterator[Step]) -> Iterator[Step]:
    return (one for one in steps if one.before != one.after)
