"""What counts for the person, as choices and fields. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from workspace_assistant.core.balance.settings_model import Commute, Goal, GoalKind, WeekSettings
from workspace_assistant.core.balance.targets import Region
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.ui.week import texts
from workspace_assistant.ui.week.written_values import (
    written_fare,
    written_length_s,
    written_number,
)
from workspace_assistant.ui.wording.durations import writable
from workspace_assistant.ui.wording.wording import Wording
from workspace_assistant.ui.wording.written_times import written_time

_MINUTE_S = 60.0


class Field(StrEnum):
    """What is written."""

    FOCUS = "focus"
    BREAKS = "breaks"
    LEARNING = "learning"
    END_OF_DAY = "end-of-day"
    ONE_WAY = "one-way"
    DISTANCE = "distance"
    FARE = "fare"


class Switch(StrEnum):
    """What is on or off."""

    ADHERENCE = "adherence"
    HEADLINE = "headline"


LABELS = {
    **{Field(kind.value): label for kind, label in texts.GOAL_FIELDS.items()},
    Field.ONE_WAY: texts.ONE_WAY,
    Field.DISTANCE: texts.DISTANCE,
    Field.FARE: texts.FARE,
}
EXAMPLES = {
    **{Field(kind.value): hint for kind, hint in texts.GOAL_HINTS.items()},
    Field.ONE_WAY: texts.ONE_WAY_HINT,
    Field.DISTANCE: texts.DISTANCE_HINT,
    Field.FARE: texts.FARE_HINT,
}
GOAL_FIELDS = (Field.FOCUS, Field.BREAKS, Field.LEARNING, Field.END_OF_DAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsState:
    """Attributes: `own` tells how many targets are the person's; empty for none."""

    region: str
    start: str
    fields: dict[Field, str]
    switches: dict[Switch, bool]
    own: str


def settings_state(chosen: WeekSettings, wording: Wording) -> SettingsState:
    return SettingsState(
        region=chosen.region.value,
        start=chosen.week_start.value,
        fields={
            **{Field(kind.value): _goal_text(chosen, kind, wording) for kind in GoalKind},
            **_way_texts(chosen.commute, wording),
        },
        switches={
            Switch.ADHERENCE: chosen.shows_adherence,
            Switch.HEADLINE: chosen.tells_headline,
        },
        own=_own(chosen, wording),
    )


def with_field(chosen: WeekSettings, field: Field, text: str, wording: Wording) -> WeekSettings:
    """With what is written. Raises `RefusedError` for what cannot be understood."""
    if field in GOAL_FIELDS:
        return _with_goal(chosen, GoalKind(field.value), text, wording)
    way = chosen.commute
    if not text.strip():
        return replace(chosen, commute=_without(way, field))
    if field is Field.ONE_WAY:
        one_way_s = _understood(written_length_s(text, _MINUTE_S), field, text, wording)
        return replace(chosen, commute=replace(way, one_way_s=one_way_s))
    if field is Field.DISTANCE:
        bare = text.lower().replace("km", "")
        one_way_km = _understood(written_number(bare), field, text, wording)
        return replace(chosen, commute=replace(way, one_way_km=one_way_km))
    fare = written_fare(text)
    if fare is None:
        raise _unclear(field, text, wording)
    return replace(chosen, commute=replace(way, day_fare=fare[0], currency=fare[1]))


def with_switch(chosen: WeekSettings, switch: Switch, *, is_on: bool) -> WeekSettings:
    if switch is Switch.ADHERENCE:
        return replace(chosen, shows_adherence=is_on)
    return replace(chosen, tells_headline=is_on)


def with_defaults(chosen: WeekSettings) -> WeekSettings:
    """Without any target of one's own."""
    return replace(chosen, own_targets={})


def regions(wording: Wording) -> tuple[tuple[str, str], ...]:
    return tuple((one.value, wording.say(texts.REGIONS[one])) for one in Region)


def _with_goal(chosen: WeekSettings, kind: GoalKind, text: str, wording: Wording) -> WeekSettings:
    others = {one.kind: one for one in chosen.goals if one.kind is not kind}
    if text.strip():
        others[kind] = _goal(kind, text, wording)
    return replace(chosen, goals=tuple(others[one] for one in GoalKind if one in others))


def _goal(kind: GoalKind, text: str, wording: Wording) -> Goal:
    field = Field(kind.value)
    if kind is GoalKind.END_OF_DAY:
        ends_by = written_time(text)
        if ends_by is None:
            raise _unclear(field, text, wording)
        return Goal(kind=kind, ends_by=ends_by)
    read = written_number if kind is GoalKind.BREAKS else written_length_s
    return Goal(kind=kind, least=_understood(read(text), field, text, wording))


def _understood(value: float | None, field: Field, text: str, wording: Wording) -> float:
    if not value:
        raise _unclear(field, text, wording)
    return value


def _unclear(field: Field, text: str, wording: Wording) -> RefusedError:
    name, example = wording.say(LABELS[field]), wording.say(EXAMPLES[field])
    return RefusedError(texts.FIELD_UNCLEAR, field=name, text=text.strip(), example=example)


def _without(way: Commute, field: Field) -> Commute:
    if field is Field.ONE_WAY:
        return replace(way, one_way_s=None)
    if field is Field.DISTANCE:
        return replace(way, one_way_km=None)
    return replace(way, day_fare=None, currency="")


def _goal_text(chosen: WeekSettings, kind: GoalKind, wording: Wording) -> str:
    goal = next((one for one in chosen.goals if one.kind is kind), None)
    if goal is None:
        return ""
    if goal.ends_by is not None:
        return f"{goal.ends_by:%H:%M}"
    least = goal.least or 0.0
    return wording.number(least) if kind is GoalKind.BREAKS else writable(least)


def _way_texts(way: Commute, wording: Wording) -> dict[Field, str]:
    distance = "" if way.one_way_km is None else wording.number(way.one_way_km)
    fare = "" if way.day_fare is None else f"{way.day_fare:.2f} {way.currency}"
    return {
        Field.ONE_WAY: "" if way.one_way_s is None else writable(way.one_way_s),
        Field.DISTANCE: distance,
        Field.FARE: fare,
    }


def _own(chosen: WeekSettings, wording: Wording) -> str:
    count = len(chosen.own_targets)
    if not count:
        return ""
    said = texts.OWN_COUNT_ONE if count == 1 else texts.OWN_COUNT_MANY
    return wording.say(said, count=str(count))
