"""What the last self-check of the workplace says. Points are those without the time of use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workspace_assistant.core.ergonomics.model import Assessment, Item
from workspace_assistant.core.ergonomics.rosa import result_of
from workspace_assistant.core.ergonomics.workplaces import HOME, OFFICE, is_same
from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.shift_in_view import shift_in_view
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.telling import known, unknown
from workspace_assistant.core.facts.windows import Windows
from workspace_assistant.core.shifts.model import Place
from workspace_assistant.core.shifts.schedule import each_once, next_shift

ITEMS = {f"ergonomics.{item.value.replace('-', '_')}": item for item in Item}
# The question, and the options that say it.
SAID: dict[str, tuple[str, str]] = {
    "ergonomics.desk_high": ("backrest-more", "desk-high"),
    "ergonomics.glare": ("monitor-more", "glare"),
    "ergonomics.too_far": ("monitor-more", "too-far"),
    "ergonomics.laptop_only": ("computer", "laptop-only"),
    "ergonomics.shared_room": ("company", "shared"),
}
_AGE, _SCORE = "ergonomics.age", "ergonomics.score"


def ergonomics_facts(sources: Sources, windows: Windows) -> Iterator[Fact | Unknown]:
    last = _last(sources, windows)
    if last is None:
        yield from (unknown(name, "never-assessed") for name in (_AGE, *_SAYING))
        return
    days = (windows.on - windows.day_of(last.done_at)).days
    yield known(_AGE, max(days, 0), workplace=last.workplace)
    if _is_changed(sources, last):
        yield from (unknown(name, "workplace-changed") for name in _SAYING)
        return
    yield from _points(last)
    yield from (_said(name, last) for name in SAID)


def _points(last: Assessment) -> Iterator[Fact | Unknown]:
    result = result_of(last.sheet)
    if result.final is None:
        yield unknown(_SCORE, "not-answered")
    else:
        yield known(_SCORE, result.final, workplace=last.workplace)
    for name, item in ITEMS.items():
        points = result.item(item).points
        if points is None:
            yield unknown(name, "not-answered")
        else:
            yield known(name, points)


def _said(name: str, last: Assessment) -> Fact | Unknown:
    question, option = SAID[name]
    chosen = last.sheet.answers.get(question)
    return unknown(name, "not-answered") if chosen is None else known(name, option in chosen)


def _last(sources: Sources, windows: Windows) -> Assessment | None:
    """Of where the shift is worked; a name of the person's own may be home or office."""
    place = _place(sources, windows)
    newest = sorted(sources.assessments, key=lambda one: one.done_at, reverse=True)
    if place is None:
        return next(iter(newest), None)
    named = [one for one in newest if is_same(one.workplace, place)]
    own = [one for one in newest if not any(is_same(one.workplace, it) for it in (HOME, OFFICE))]
    return next(iter(named or own), None)


def _place(sources: Sources, windows: Windows) -> str | None:
    """Of the shift in view, else of the next one; None where neither says home or office."""
    shifts = each_once(sources.shifts)
    shift = shift_in_view(shifts, windows) or next_shift(shifts, windows.now)
    places = {Place.HOME: HOME, Place.OFFICE: OFFICE}
    return None if shift is None else places.get(shift.place)


def _is_changed(sources: Sources, last: Assessment) -> bool:
    return any(
        is_same(one.workplace, last.workplace) and one.at > last.done_at
        for one in sources.workplace_changes
    )


_SAYING: Sequence[str] = (_SCORE, *ITEMS, *SAID)
