"""Two blocks never share time. What to do with one that would is the person's choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.corrections import span_of
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.pieces import cut_into
from workspace_assistant.core.spans import Span


class OverlapChoice(StrEnum):
    REFUSE = "refuse"
    TRIM_OLD = "trim-old"
    TRIM_NEW = "trim-new"


class OverlapError(FocusError):
    """Refused, because others have that time.

    Attributes:
        blocks: these, in order of their start.
    """

    def __init__(self, sentence: str, blocks: Sequence[Block]) -> None:
        super().__init__(sentence, names=", ".join(f"“{block.name}”" for block in blocks))
        self.blocks = tuple(blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """Blocks that share no time.

    Attributes:
        new: what is left of the new one, in order; one has its id.
        old: the others that had to change, each with what is left of it: nothing, one piece with
            its id, or two.
    """

    new: tuple[Block, ...]
    old: tuple[tuple[Block, tuple[Block, ...]], ...] = ()


def overlapping(block: Block, others: Sequence[Block]) -> tuple[Block, ...]:
    """Which of *others* have time in common with *block*, in order; never the block itself."""
    span = span_of(block)
    found = (one for one in others if one.id != block.id and span.overlaps(span_of(one)))
    return tuple(sorted(found, key=lambda one: one.started_at))


def fitted(
    new: Block, others: Sequence[Block], choice: OverlapChoice, new_id: Callable[[], str]
) -> Fitted:
    """*new* among *others*; raises `OverlapError` when refused, or when nothing is left of it."""
    taken = overlapping(new, others)
    if not taken:
        return Fitted(new=(new,))
    if choice is OverlapChoice.REFUSE:
        raise OverlapError(texts.TIME_TAKEN, taken)
    if choice is OverlapChoice.TRIM_OLD:
        return Fitted(new=(new,), old=tuple((one, _left_of(one, (new,), new_id)) for one in taken))
    left = _left_of(new, taken, new_id)
    if not left:
        raise OverlapError(texts.NOTHING_LEFT, taken)
    return Fitted(new=left)


def _left_of(block: Block, others: Sequence[Block], new_id: Callable[[], str]) -> tuple[Block, ...]:
    spans: tuple[Span, ...] = (span_of(block),)
    for other in others:
        spans = tuple(left for span in spans for left in span.without(span_of(other)))
    return cut_into(block, spans, new_id) if spans else ()
