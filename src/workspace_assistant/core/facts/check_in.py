"""What check-ins say over days and weeks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from workspace_assistant.core.check_in.lows import is_low, low_weeks, weeks_up_to
from workspace_assistant.core.check_in.model import WORST, CheckIn, Item
from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.telling import known, unknown
from workspace_assistant.core.facts.windows import Windows

LATEST = 5
_FROM_DAYS = 14
_DAILY = (Item.EYES, Item.VOICE, Item.BODY, Item.ENERGY, Item.SWITCH_OFF)
_WEEKLY = (Item.EYES, Item.SWITCH_OFF, Item.CONTACT)


def check_in_facts(sources: Sources, windows: Windows) -> Iterator[Fact | Unknown]:
    told = sorted(sources.check_ins, key=lambda one: one.at)
    for item in _DAILY:
        yield _low_days(item, told, windows)
    for item in _WEEKLY:
        yield _low_weeks(item, told, windows)
    contact = [one for one in told if _is_recent(one, Item.CONTACT, windows)]
    names = ("check_in.contact.low", "check_in.no_contact_in_a_row")
    if not contact:
        yield from (unknown(name, "no-check-in-lately", days=str(_FROM_DAYS)) for name in names)
        return
    yield known(names[0], is_low(contact[-1].answers.contact))
    alone = takewhile(lambda one: one.answers.contact == WORST, reversed(contact))
    yield known(names[1], len(tuple(alone)), count=len(contact))


def _low_days(item: Item, told: Sequence[CheckIn], windows: Windows) -> Fact | Unknown:
    name = f"check_in.{item.value}.low_days"
    latest = [one for one in told if _is_recent(one, item, windows)][-LATEST:]
    if not latest:
        return unknown(name, "no-check-in-lately", days=str(_FROM_DAYS))
    low = sum(is_low(one.answers.of(item)) for one in latest)
    return known(name, low, count=len(latest))


def _low_weeks(item: Item, told: Sequence[CheckIn], windows: Windows) -> Fact | Unknown:
    name = f"check_in.{item.value}.low_weeks"
    weeks = low_weeks(item, told, weeks_up_to(windows.now, windows.zone))
    return unknown(name, "too-few-check-ins") if weeks is None else known(name, weeks)


def _is_recent(check_in: CheckIn, item: Item, windows: Windows) -> bool:
    is_near = windows.last_days(_FROM_DAYS).holds(check_in.at)
    return is_near and check_in.answers.of(item) is not None
