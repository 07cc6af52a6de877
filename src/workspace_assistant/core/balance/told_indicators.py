"""What the person told: learning, hard contacts, switching off and contact with colleagues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from statistics import median

from workspace_assistant.core.balance import texts
from workspace_assistant.core.balance.definitions import (
    COLLEAGUES,
    HARD_CONTACTS,
    LEARNING,
    SWITCH_OFF,
    Targets,
)
from workspace_assistant.core.balance.during import Seen
from workspace_assistant.core.balance.model import Indicator, Term
from workspace_assistant.core.check_in.model import LOW, CheckIn, Item
from workspace_assistant.core.facts.contacts import contact_facts
from workspace_assistant.core.facts.learning import learned_s, tells
from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.windows import Windows

_INSTANT = timedelta(microseconds=1)


def told_indicators(seen: Seen, targets: Targets) -> tuple[Indicator, ...]:
    facts = {one.name: one for one in _facts(seen)}
    return (
        _learning(seen, targets),
        _hard(facts["contacts.hard.week"], targets),
        _switch_off(seen, targets),
        _colleagues(seen, targets),
    )


def _facts(seen: Seen) -> Iterator[Fact | Unknown]:
    """The facts of a week, as tips know them: the last seven days as they were at its end."""
    now = min(seen.records.now, seen.week.end - _INSTANT)
    windows = Windows(now=now, zone=seen.records.zone)
    yield from contact_facts(_of_week(seen, now), windows)


def _of_week(seen: Seen, now: datetime) -> Sources:
    """Of this week alone, though on a Tuesday seven days reach into the one before.

    What belongs to a shift of Sunday night is told on Monday: it is counted with its shift.
    """
    sources = seen.records.sources
    marks = (one for one in sources.hard_contacts if seen.week.holds(_counted_at(seen, one.at)))
    return replace(
        sources,
        now=now,
        check_ins=tuple(
            replace(one, at=min(one.at, now), until=min(one.until, now)) for one in _check_ins(seen)
        ),
        hard_contacts=tuple(replace(one, at=min(one.at, now)) for one in marks),
    )


def _counted_at(seen: Seen, at: datetime) -> datetime:
    """The start of the shift that an instant lies in, else the instant."""
    inside = (one.starts_at for one in seen.records.shifts if one.span.holds(at))
    return min(inside, default=at)


def _check_ins(seen: Seen) -> tuple[CheckIn, ...]:
    held = (one for one in seen.records.sources.check_ins if seen.week.holds(one.since))
    return tuple(sorted(held, key=lambda one: (one.since, one.id)))


def _learning(seen: Seen, targets: Targets) -> Indicator:
    """Also of what was learned after the week's end, in a shift that began in it."""
    told = [one for one in _check_ins(seen) if tells(one)]
    if not seen.blocks and not told:
        return LEARNING.unknown(targets, texts.NO_BLOCKS)
    length_s = learned_s(seen.blocks, told, seen.records.proven_at)
    return LEARNING.known(length_s, targets, texts.LEARNING, length=length_s)


def _hard(fact: Fact | Unknown, targets: Targets) -> Indicator:
    if isinstance(fact, Unknown):
        return HARD_CONTACTS.unknown(targets, texts.NO_CHECK_IN)
    return HARD_CONTACTS.known(fact.value, targets, texts.HARD, count=fact.value)


def _switch_off(seen: Seen, targets: Targets) -> Indicator:
    terms = _told(seen, Item.SWITCH_OFF)
    if not terms:
        return SWITCH_OFF.unknown(targets, texts.NO_CHECK_IN)
    middle = median(one.value for one in terms)
    return SWITCH_OFF.known(
        middle, targets, texts.SWITCH_OFF, terms, count=middle, whole=len(terms)
    )


def _colleagues(seen: Seen, targets: Targets) -> Indicator:
    terms = _told(seen, Item.CONTACT)
    if not terms:
        return COLLEAGUES.unknown(targets, texts.NO_CHECK_IN)
    met = sum(one.value > LOW for one in terms)
    return COLLEAGUES.known(
        met / len(terms), targets, texts.CONTACT, terms, met=met, count=len(terms)
    )


def _told(seen: Seen, item: Item) -> list[Term]:
    found = ((one.span, one.answers.of(item)) for one in _check_ins(seen))
    return [Term(span=span, value=value) for span, value in found if value is not None]
