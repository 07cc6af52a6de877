"""What an import would do, before anything is written. Plain Python."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workspace_assistant.core.focus.accounting import worked_s
from workspace_assistant.core.focus.exchange.parsed import Fault
from workspace_assistant.core.focus.exchange.preview import Cut, Overlap, Preview
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.joining import joined
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.day_state import times_of
from workspace_assistant.ui.focus.situation import Importing, Situation
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.wording import Wording

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportState:
    """A file to import.

    Attributes:
        facts: what is in it.
        overlaps, faults: one sentence each, the first few of them; empty without any.
        button: what the one button does, empty where nothing can be imported.
        kind, date_order: how it is read, both empty to find out.
    """

    headline: str
    trouble: str
    facts: tuple[str, ...]
    overlaps: tuple[str, ...]
    faults: tuple[str, ...]
    button: str
    is_reading: bool
    kind: str
    date_order: str


def import_state(now: Situation, wording: Wording) -> ImportState | None:
    asked = now.importing
    if asked is None:
        return None
    if asked.preview is None:
        said = texts.IMPORT_FAILED if asked.trouble else texts.IMPORT_READING
        return _state(asked, wording.say(said, file=asked.file.name))
    return _previewed(asked, asked.preview, wording)


def _previewed(asked: Importing, found: Preview, wording: Wording) -> ImportState:
    headline = wording.say(texts.IMPORT_OF, file=asked.file.name)
    if not found.new and not found.faults:
        facts = (
            wording.say(texts.IMPORT_NOTHING),
            *_known(found, wording),
            *_remarks(found, wording),
        )
        return _state(asked, headline, facts=facts)
    return _state(
        asked,
        headline,
        facts=(*_new(found.new, wording), *_known(found, wording), *_remarks(found, wording)),
        overlaps=(*_overlaps(found.overlaps, wording), *_cuts(found.cuts, wording)),
        faults=_faults(found.faults, wording),
        button=_button(len(found.new), wording),
    )


def _state(
    asked: Importing,
    headline: str,
    *,
    facts: tuple[str, ...] = (),
    overlaps: tuple[str, ...] = (),
    faults: tuple[str, ...] = (),
    button: str = "",
) -> ImportState:
    return ImportState(
        headline=headline,
        trouble=asked.trouble,
        facts=facts,
        overlaps=overlaps,
        faults=faults,
        button=button,
        is_reading=asked.preview is None and not asked.trouble,
        kind=asked.kind,
        date_order=asked.date_order,
    )


def _new(blocks: Sequence[Block], wording: Wording) -> list[str]:
    if not blocks:
        return []
    worked = sum(worked_s(one, one.ended_at or one.started_at) for one in blocks)
    starts = sorted(one.started_at for one in blocks)
    said = texts.IMPORT_NEW_ONE if len(blocks) == 1 else texts.IMPORT_NEW_MANY
    return [
        wording.say(
            said,
            count=str(len(blocks)),
            worked=spelled(worked, wording),
            first=wording.short_date(starts[0]),
            last=wording.short_date(starts[-1]),
        )
    ]


def _known(found: Preview, wording: Wording) -> list[str]:
    count = len(found.duplicates)
    if not count:
        return []
    said = texts.IMPORT_KNOWN_ONE if count == 1 else texts.IMPORT_KNOWN_MANY
    return [wording.say(said, count=str(count))]


def _overlaps(overlaps: Sequence[Overlap], wording: Wording) -> tuple[str, ...]:
    told = [_overlap(one, wording) for one in overlaps[:_MOST_NAMED]]
    return (*told, *_more(len(overlaps), wording))


def _overlap(one: Overlap, wording: Wording) -> str:
    block = one.block
    return wording.say(
        texts.IMPORT_OVERLAP,
        name=block.name,
        date=wording.short_date(block.started_at),
        times=times_of(block.started_at, block.ended_at, wording),
        others=joined((f"“{other.name}”" for other in one.others), wording.say),
    )


def _cuts(cuts: Sequence[Cut], wording: Wording) -> list[str]:
    """What either choice would cost; what is only cut shorter is no loss."""
    return [
        wording.say(
            texts.IMPORT_CUTS[one.choice],
            left_out=str(one.left_out),
            removed=str(one.removed),
            interruptions=str(one.interruptions),
        )
        for one in cuts
        if one.left_out or one.removed or one.interruptions
    ]


def _remarks(found: Preview, wording: Wording) -> Iterator[str]:
    return map(wording.say, found.remarks)


def _faults(faults: Sequence[Fault], wording: Wording) -> tuple[str, ...]:
    told = [
        wording.say(texts.IMPORT_FAULT, place=one.place, reason=one.reason)
        for one in faults[:_MOST_NAMED]
    ]
    return (*told, *_more(len(faults), wording))


def _more(count: int, wording: Wording) -> list[str]:
    left = count - _MOST_NAMED
    return [wording.say(texts.IMPORT_MORE, count=str(left))] if left > 0 else []


def _button(count: int, wording: Wording) -> str:
    if not count:
        return ""
    said = texts.IMPORT_DO_ONE if count == 1 else texts.IMPORT_DO_MANY
    return wording.say(said, count=str(count))
