"""The one shift or source that a person means."""

from __future__ import annotations

from collections.abc import Sequence

from workspace_assistant.core.shifts import texts
from workspace_assistant.core.shifts.errors import ShiftError
from workspace_assistant.core.shifts.model import Shift, Source
from workspace_assistant.core.shifts.ports import ShiftReader


def found_shift(shifts: ShiftReader, beginning: str) -> Shift:
    """The one whose id begins so. Raises `ShiftError`."""
    wanted = beginning.strip().lower()
    fitting = shifts.find(wanted) if wanted else ()
    if not fitting:
        raise ShiftError(texts.NO_SUCH_SHIFT, beginning=beginning)
    exact = [one for one in fitting if one.id == wanted]
    if len(fitting) > 1 and not exact:
        raise ShiftError(texts.SEVERAL_SHIFTS, beginning=beginning)
    return (exact or fitting)[0]


def found_source(sources: Sequence[Source], name: str) -> Source:
    """The one of that name, whatever its case, else whose id begins so. Raises `ShiftError`."""
    wanted = name.strip().casefold()
    fitting = [one for one in sources if one.name.casefold() == wanted]
    fitting = fitting or [one for one in sources if wanted and one.id.startswith(wanted)]
    if not fitting:
        raise ShiftError(texts.NO_SUCH_SOURCE, name=name)
    if len(fitting) > 1:
        raise ShiftError(texts.SEVERAL_SOURCES, name=name)
    return fitting[0]


def source_with_id(sources: Sequence[Source], source_id: str) -> Source:
    """Raises `ShiftError`."""
    for one in sources:
        if one.id == source_id:
            return one
    raise ShiftError(texts.NO_SUCH_SOURCE, name=source_id)


def has_source(shifts: ShiftReader, source: Source) -> bool:
    """Whether it is still there: another program may remove it at any time."""
    return any(one.id == source.id for one in shifts.sources())


def refuse_name(sources: Sequence[Source], name: str) -> None:
    """Raises `ShiftError` where a source has it already."""
    if any(one.name.casefold() == name.casefold() for one in sources):
        raise ShiftError(texts.NAME_TAKEN, name=name)
