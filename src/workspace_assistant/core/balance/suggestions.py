"""What could be done about what is not met: tips of the catalog, by a fixed table.

A tip that tells of a number stands beside an indicator only where that number is true.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

from workspace_assistant.core.balance.model import Indicator, State, Week
from workspace_assistant.core.balance.steps import worst_first
from workspace_assistant.core.balance.summary_model import Suggestion

MOST_SUGGESTIONS = 3
_HOUR = 3600.0
_REST_OF_LAW_S = 11 * _HOUR
_LONG_WEEK_S = 55 * _HOUR
_SEVERAL = 3
_SEVERAL_BLOCKED = 2
_FEW_COMPLETED = 0.6

Fits = Callable[[Indicator], bool]


def _always(_one: Indicator) -> bool:
    return True


def _is_below(limit: float) -> Fits:
    return lambda one: one.value is not None and one.value < limit


def _is_from(limit: float) -> Fits:
    return lambda one: one.value is not None and one.value >= limit


def _calls_blocked(one: Indicator) -> bool:
    blocked = one.told.parts.get("blocked", 0)
    return isinstance(blocked, int | float) and blocked >= _SEVERAL_BLOCKED


def _mostly(cause: str) -> Fits:
    """Whether it is the most frequent cause of what interrupted."""
    return lambda one: max(one.terms, key=lambda term: term.value).name == cause


def _several_terms(one: Indicator) -> bool:
    return len(one.terms) >= _SEVERAL


def _short_rest(one: Indicator) -> bool:
    """Quick returns are counted against the person's own target: one of them may be 11 h long."""
    return any(term.value < _REST_OF_LAW_S for term in one.terms)


@dataclass(frozen=True, slots=True)
class Offer:
    """A tip, and where it says something true."""

    tip_id: str
    fits: Fits = _always


_EVENING = Offer("evening-without-work")
_RITUAL = Offer("closing-ritual")
_REACHABLE = Offer("say-when-not-reachable")
_NEXT_STEP = Offer("interrupted-next-step")
_LONG_WEEKS = Offer("long-weeks", _is_from(_LONG_WEEK_S))

OFFERS: Mapping[str, tuple[Offer, ...]] = MappingProxyType(
    {
        "shortest-daily-rest": (
            Offer("eleven-hours-of-rest", _short_rest),
            Offer("quick-return", _short_rest),
        ),
        "quick-returns": (
            Offer("quick-return", _short_rest),
            Offer("eleven-hours-of-rest", _short_rest),
        ),
        "longest-weekly-rest": (_REACHABLE, _EVENING),
        "hours": (_LONG_WEEKS, _RITUAL, _REACHABLE),
        "average-hours": (_LONG_WEEKS, _RITUAL, _REACHABLE),
        "overtime": (_RITUAL, _REACHABLE),
        "longest-working-stretch": (Offer("main-break", _is_from(6 * _HOUR)), _RITUAL),
        "days-in-a-row": (_EVENING, _REACHABLE),
        "nights-in-a-row": (Offer("nights-in-a-row", _is_from(_SEVERAL)),),
        "longest-screen-stretch": (
            Offer("break-each-hour"),
            Offer("short-breaks"),
            Offer("change-posture"),
        ),
        "long-shifts-without-break": (Offer("main-break"), Offer("break-before-tired")),
        "breaks-had": (
            Offer("break-after-call", _calls_blocked),
            Offer("break-before-tired"),
            Offer("short-breaks"),
        ),
        "after-hours": (_RITUAL, _REACHABLE, _EVENING),
        "quiet-days": (_REACHABLE, _EVENING, _RITUAL),
        "focus-time": (Offer("chat-status"), Offer("best-hour")),
        "completed-blocks": (Offer("block-length", _is_below(_FEW_COMPLETED)), _NEXT_STEP),
        "uninterrupted-stretch": (_NEXT_STEP, Offer("chat-status"), Offer("phone-silent")),
        "interruptions-per-hour": (
            Offer("noise-voices", _mostly("noise")),
            Offer("family-sign", _mostly("family")),
            Offer("pets-before-shift", _mostly("pet")),
            Offer("phone-silent", _mostly("phone")),
            Offer("chat-status", _mostly("chat")),
            Offer("door-deliveries", _mostly("door")),
            Offer("own-thoughts-list", _mostly("self")),
            _NEXT_STEP,
        ),
        "learning": (Offer("spread-learning"), Offer("test-yourself")),
        "switching-off": (Offer("plan-open-items"), _EVENING, _RITUAL),
        "contact-with-colleagues": (Offer("talk-to-a-colleague"), Offer("weekly-call")),
        "technical-time": (Offer("list-of-faults", _several_terms),),
    }
)


def suggestions_of(week: Week, put_away: Collection[str] = ()) -> tuple[Suggestion, ...]:
    """At most three, for what is missed the most; each tip once, none of *put_away*."""
    missed = worst_first(tuple(one for one in week.indicators if one.state is State.NOT_MET))
    return tuple(islice(_offered(missed, set(put_away)), MOST_SUGGESTIONS))


def _offered(missed: tuple[Indicator, ...], gone: set[str]) -> Iterator[Suggestion]:
    for one in missed:
        offers = (offer for offer in OFFERS.get(one.id, ()) if offer.fits(one))
        tip_id = next((offer.tip_id for offer in offers if offer.tip_id not in gone), None)
        if tip_id is not None:
            gone.add(tip_id)
            yield Suggestion(indicator=one, tip_id=tip_id)
