"""What the days at home saved of the way to work, by the person's own numbers."""

from __future__ import annotations

from workspace_assistant.core.balance import texts, work_texts
from workspace_assistant.core.balance.definitions import (
    DISTANCE_SAVED,
    MONEY_SAVED,
    TIME_SAVED,
    Definition,
    Targets,
)
from workspace_assistant.core.balance.during import Seen
from workspace_assistant.core.balance.model import Indicator, Term
from workspace_assistant.core.shifts.model import Place
from workspace_assistant.core.spans import Span, total_s

# Where nobody plans shifts, so much in blocks makes a day of work.
LEAST_BLOCKS_S = 3600.0
_WAYS = 2
# Of money; more digits than a thousandth of a kilometer are none of the person's.
_DECIMALS = 3


def commute_indicators(seen: Seen, targets: Targets) -> tuple[Indicator, ...]:
    commute = seen.settings.commute
    fare = f"{{:.2f}} {commute.currency}".rstrip()
    return (
        _saved(TIME_SAVED, commute.one_way_s, _WAYS, seen, targets),
        _saved(DISTANCE_SAVED, commute.one_way_km, _WAYS, seen, targets),
        _saved(MONEY_SAVED, commute.day_fare, 1, seen, targets, written=fare),
    )


def home_days(seen: Seen) -> tuple[tuple[Span, ...], int]:
    """The days worked at home, and how many days with work there were.

    At home is a day on which shifts began, all of them at home: whoever went to an office in one of
    them went all the same. A block tells no place, so that one alone saves nothing, but where no
    shift is known at all: there an hour in blocks makes a day at home.
    """
    if not seen.records.shifts:
        days = [day for day in seen.days if _in_blocks_s(seen, day) >= LEAST_BLOCKS_S]
        return tuple(days), len(days)
    places = {
        day: {one.place for one in seen.shifts if day.holds(one.starts_at)} for day in seen.days
    }
    at_home = tuple(day for day, found in places.items() if found == {Place.HOME})
    return at_home, sum(bool(found) for found in places.values())


def _in_blocks_s(seen: Seen, day: Span) -> float:
    return sum(total_s(one.in_blocks) for one in seen.stretches_in(day))


def _saved(
    what: Definition,
    each: float | None,
    times: int,
    seen: Seen,
    targets: Targets,
    written: str = "",
) -> Indicator:
    if each is None:
        return what.unknown(targets, work_texts.NO_COMMUTE)
    days, whole = home_days(seen)
    if not whole:
        return what.unknown(targets, texts.NO_WORK)
    terms = [Term(span=one, value=times * each) for one in days]
    value = round(sum(one.value for one in terms), _DECIMALS)
    return what.known(
        value,
        targets,
        _SENTENCES[what.id],
        terms,
        length=value,
        distance=value,
        amount=written.format(value),
        count=len(days),
        whole=whole,
    )


_SENTENCES = {
    TIME_SAVED.id: work_texts.TIME_SAVED,
    DISTANCE_SAVED.id: work_texts.DISTANCE_SAVED,
    MONEY_SAVED.id: work_texts.MONEY_SAVED,
}
