"""Pieces of time joined to the stretches that the log keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from workspace_assistant.core.breaks.attendance import Piece
from workspace_assistant.core.breaks.model import ActivityStretch


def joined(
    going_on: ActivityStretch | None, pieces: Iterable[Piece], new_id: Callable[[], str]
) -> tuple[ActivityStretch, ...]:
    """The stretches that *pieces* prolong or begin, in order; the last one goes on.

    *going_on* is the first of them, as it was where nothing prolongs it.
    """
    stretches = [] if going_on is None else [going_on]
    for piece in pieces:
        last = stretches[-1] if stretches else None
        if last is not None and last.kind is piece.kind and last.ended_at == piece.start:
            stretches[-1] = replace(last, ended_at=piece.end)
        else:
            stretches.append(
                ActivityStretch(
                    id=new_id(), kind=piece.kind, started_at=piece.start, ended_at=piece.end
                )
            )
    return tuple(stretches)
