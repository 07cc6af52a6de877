"""How ready shifts began, and how much of them technical trouble took."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from workspace_assistant.core.balance import texts, work_texts
from workspace_assistant.core.balance.definitions import BEGAN_READY, TECHNICAL_TIME, Targets
from workspace_assistant.core.balance.during import Seen
from workspace_assistant.core.balance.model import NAME_GAP, Checked, Indicator, Records, Term
from workspace_assistant.core.focus.model import Cause, Interruption
from workspace_assistant.core.focus.shift_frames import span_until
from workspace_assistant.core.readiness.verdicts import Verdict
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.spans import Span, common_of, united

# The check before a shift runs up to two hours before it; what is older may have changed since.
CHECKED_WITHIN = timedelta(hours=3)
# As `readiness.verdict` ranks the checks of one run: nobody calls ready what was never looked at.
_WORST_FIRST = (Verdict.NOT_READY, Verdict.NOT_TESTED, Verdict.CAUTION, Verdict.READY)
# An event of the line ends with its last bad second: at its start.
_SECOND = timedelta(seconds=1)

Trouble = tuple[Span, str]
"""When, and what of: a cause of interruptions or a kind of event."""


def ready_indicators(seen: Seen, targets: Targets) -> tuple[Indicator, ...]:
    return _began_ready(seen, targets), _technical(seen, targets)


def verdict_before(shift: Shift, checked: Iterable[Checked]) -> Verdict | None:
    """How ready a shift began; None where no check told that in the three hours before it.

    Of each check the last one counts, so that testing the microphone again hides no bad line.
    *checked* is in order.
    """
    before = Span(shift.starts_at - CHECKED_WITHIN, shift.starts_at)
    last = {one.check: one.verdict for one in checked if before.holds(one.at)}
    worst = next((one for one in _WORST_FIRST if one in last.values()), None)
    return None if worst is Verdict.NOT_TESTED else worst


def troubles(records: Records) -> Iterator[Trouble]:
    """Technical interruptions that have an end, and what was seen on the line and the computer."""
    for one in _technical_interruptions(records):
        if one.ended_at is not None and one.ended_at > one.at:
            yield Span(one.at, one.ended_at), one.cause.value
    for event in records.sources.line_events:
        yield Span(event.started_at, event.ended_at + _SECOND), event.kind.value


def has_trouble(shift: Span, records: Records) -> bool:
    """Whether anything of that was in a shift, also where nobody knows how long it took."""
    return any(shift.holds(one.at) for one in _technical_interruptions(records)) or any(
        shift.overlaps(span) for span, _ in troubles(records)
    )


def is_logged(shift: Span, records: Records) -> bool:
    """Whether a block was open in it, be it one that began before: trouble could be marked."""
    return any(
        shift.holds(one.started_at) or span_until(one, records.proven_at).overlaps(shift)
        for one in records.blocks
    )


def _technical_interruptions(records: Records) -> Iterator[Interruption]:
    found = (one for block in records.blocks for one in block.interruptions)
    return (one for one in found if one.cause is Cause.TECHNICAL)


def _began_ready(seen: Seen, targets: Targets) -> Indicator:
    if not seen.shifts:
        return BEGAN_READY.unknown(targets, texts.NO_SHIFT)
    checked = sorted(seen.records.checked, key=lambda one: one.at)
    found = [(one.span, verdict_before(one, checked)) for one in seen.shifts]
    terms = [
        Term(span=span, value=verdict is Verdict.READY, name=verdict.value)
        for span, verdict in found
        if verdict is not None
    ]
    if not terms:
        return BEGAN_READY.unknown(targets, work_texts.NO_CHECK)
    met = sum(one.value for one in terms)
    return BEGAN_READY.known(
        met / len(terms),
        targets,
        work_texts.READY,
        terms,
        met=met,
        count=len(terms),
        whole=len(found),
    )


def _technical(seen: Seen, targets: Targets) -> Indicator:
    """Nothing of what has no end: a part of it would be a guess."""
    shifts = united(one.span for one in seen.shifts)
    if not shifts:
        return TECHNICAL_TIME.unknown(targets, texts.NO_SHIFT)
    is_line_seen = any(one.holds(at) for one in shifts for at in seen.records.sources.line_watched)
    if not (is_line_seen or any(is_logged(one, seen.records) for one in shifts)):
        return TECHNICAL_TIME.unknown(targets, work_texts.NOT_WATCHED)
    terms = _trouble_terms(seen.records, shifts)
    length_s = sum(one.value for one in terms)
    count = _without_end(seen.records, shifts)
    if count and not terms:
        return TECHNICAL_TIME.unknown(targets, work_texts.TECHNICAL_OPEN, count=count)
    whole = work_texts.TECHNICAL if is_line_seen else work_texts.TECHNICAL_UNSEEN
    sentence = work_texts.TECHNICAL_AT_LEAST if count else whole
    return TECHNICAL_TIME.known(length_s, targets, sentence, terms, length=length_s, count=count)


def _trouble_terms(records: Records, shifts: Sequence[Span]) -> list[Term]:
    """Apart from each other, each with the names of all that is in it."""
    found = list(troubles(records))
    parts = common_of(united(span for span, _ in found), shifts)
    return [
        Term(
            span=part,
            value=part.length_s,
            name=NAME_GAP.join(sorted({name for span, name in found if span.overlaps(part)})),
        )
        for part in parts
    ]


def _without_end(records: Records, shifts: Sequence[Span]) -> int:
    found = _technical_interruptions(records)
    return sum(one.ended_at is None and _holds(shifts, one.at) for one in found)


def _holds(spans: Sequence[Span], at: datetime) -> bool:
    return any(one.holds(at) for one in spans)
