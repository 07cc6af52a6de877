"""The catalog has every setting that features read, with the defaults and limits of features."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from workspace_assistant.core.balance import settings as week
from workspace_assistant.core.balance.settings import CURRENCY
from workspace_assistant.core.balance.settings_limits import goal_fault, target_fault, way_fault
from workspace_assistant.core.balance.settings_model import (
    AS_DELIVERED,
    Commute,
    Goal,
    GoalKind,
    WeekSettings,
)
from workspace_assistant.core.breaks import settings as breaks
from workspace_assistant.core.breaks.model import Settings as BreakSettings
from workspace_assistant.core.data_keeping.retention import FOREVER, kept_ages
from workspace_assistant.core.focus.watch_settings import IDLE_SECONDS
from workspace_assistant.core.focus.watch_settings import settings_of as watch_of
from workspace_assistant.core.preshift import settings as preshift
from workspace_assistant.core.preshift.model import PreshiftSettings
from workspace_assistant.core.settings.catalog import SETTINGS
from workspace_assistant.core.settings.kept import is_setting
from workspace_assistant.core.settings.model import Kind, Section
from workspace_assistant.core.settings.rules import fault_of, refusal
from workspace_assistant.core.settings.texts import SECTIONS

SOURCE = Path(breaks.__file__).parents[2]
NAME = re.compile(r"(?:breaks|check_in|focus|loudness|preshift|tray|watch|week)\.[a-z_.-]*[a-z]")


LOCK_FILE = "preshift.lock"


def recalled(*readers: Callable[[Callable[[str], str]], object]) -> set[str]:
    """Every name that *readers* ask for."""
    asked: set[str] = set()

    def recall(name: str) -> str:
        asked.add(name)
        return ""

    for reader in readers:
        reader(recall)
    return {name for name in asked if is_setting(name)}


def names() -> Iterator[str]:
    """What constants of modules are, which is how features name what they keep."""
    for room in ("core", "adapters", "bootstrap"):
        for file in (SOURCE / room).rglob("*.py"):
            for node in ast.parse(file.read_text(encoding="utf-8")).body:
                match node:
                    case ast.Assign(value=ast.Constant(value=str() as text)):
                        yield text


def test_every_setting_that_features_read_is_in_the_catalog() -> None:
    read = recalled(
        breaks.settings_of, week.settings_of, preshift.settings_of, kept_ages, breaks.modes_of
    )
    assert len(read) > 50
    assert read <= set(SETTINGS)


def test_no_name_in_the_sources_is_missing() -> None:
    """A name that somebody adds to a feature is added to the catalog as well."""
    named = {text for text in names() if NAME.fullmatch(text) and is_setting(text)}
    assert {IDLE_SECONDS, "check_in.is_on", "loudness.is_on", "tray.keep"} <= named
    assert named - {LOCK_FILE} <= set(SETTINGS)


def test_every_setting_is_kept_as_one() -> None:
    assert all(is_setting(key) for key in SETTINGS)
    assert only_text() == [CURRENCY]
    assert all(key == one.key for key, one in SETTINGS.items())


def only_text() -> list[str]:
    """The rule of a text is that of a currency."""
    return [one.key for one in SETTINGS.values() if one.kind is Kind.TEXT]


def test_every_default_is_one_that_can_be_kept() -> None:
    for one in SETTINGS.values():
        assert refusal(one, one.default) is None
        assert bool(one.default) != bool(one.unset), one.key


def test_every_setting_is_told_and_has_its_section() -> None:
    assert {one.section for one in SETTINGS.values()} == set(Section) == set(SECTIONS)
    titles = [one.title for one in SETTINGS.values()]
    assert len(set(titles)) == len(titles)
    assert all(one.title and one.explanation for one in SETTINGS.values())


def test_numbers_have_bounds_and_choices_values() -> None:
    for one in SETTINGS.values():
        if one.kind in {Kind.NUMBER, Kind.LENGTH}:
            assert one.low is not None
            assert one.high is not None
            assert one.low < one.high
        if one.kind in {Kind.CHOICE, Kind.SEVERAL}:
            assert len(one.choices) > 1


def defaults_of(prefix: str) -> dict[str, str]:
    return {key: one.default for key, one in SETTINGS.items() if key.startswith(prefix)}


def test_defaults_are_those_of_features() -> None:
    kept = defaults_of("")
    assert breaks.settings_of(kept.__getitem__) == BreakSettings()
    assert preshift.settings_of(kept.__getitem__) == PreshiftSettings()
    assert week.settings_of(kept.__getitem__) == WeekSettings() == AS_DELIVERED
    assert watch_of(kept[IDLE_SECONDS]) == watch_of("")
    assert set(kept_ages(lambda name: kept[name]).values()) == {FOREVER}
    assert preshift.is_on(kept[preshift.KEEPS_IN_TRAY], usually=True)
    assert not preshift.is_on(kept[preshift.WATCH_IS_ON], usually=False)


def edges(key: str) -> Iterator[tuple[float, bool]]:
    """Numbers at both bounds and beside them, and whether they are within."""
    one = SETTINGS[key]
    assert one.low is not None
    assert one.high is not None
    step = 1.0 if one.is_whole else 0.001
    yield from ((one.low, True), (one.high, True))
    yield from ((one.low - step, False), (one.high + step, False))


def is_taken_by_breaks(key: str, number: float) -> bool:
    """No bound is what is delivered; what is refused leaves all as it is delivered."""
    changed = breaks.settings_of(lambda name: repr(number) if name == key else "")
    return changed != BreakSettings()


@pytest.mark.parametrize(
    "key", [key for key in defaults_of("breaks.") if SETTINGS[key].low is not None]
)
def test_limits_of_breaks_are_those_of_the_feature(key: str) -> None:
    for number, is_within in edges(key):
        assert is_taken_by_breaks(key, number) == is_within
        assert (fault_of(key, repr(number)) is None) == is_within


@pytest.mark.parametrize(
    "key", [key for key in defaults_of("week.target.") if SETTINGS[key].low is not None]
)
def test_limits_of_targets_are_those_of_the_feature(key: str) -> None:
    for number, is_within in edges(key):
        assert (target_fault(key.removeprefix(week.TARGET), number) is None) == is_within
        assert (fault_of(key, repr(number)) is None) == is_within


@pytest.mark.parametrize("kind", [GoalKind.FOCUS, GoalKind.BREAKS, GoalKind.LEARNING])
def test_limits_of_goals_are_those_of_the_feature(kind: GoalKind) -> None:
    for number, is_within in edges(f"{week.GOAL}{kind}"):
        assert (goal_fault(Goal(kind=kind, least=number)) is None) == is_within
        assert (fault_of(f"{week.GOAL}{kind}", repr(number)) is None) == is_within


def test_limits_of_the_way_are_those_of_the_feature() -> None:
    for number, is_within in edges(week.ONE_WAY_S):
        assert (way_fault(Commute(one_way_s=number)) is None) == is_within
    assert way_fault(Commute(one_way_km=SETTINGS[week.ONE_WAY_KM].high)) is None
    assert way_fault(Commute(one_way_km=(SETTINGS[week.ONE_WAY_KM].high or 0) + 1))


def test_limits_of_an_absence_are_those_of_the_feature() -> None:
    for number, is_within in edges(IDLE_SECONDS):
        assert (watch_of(f"{number:.3f}").idle_threshold_s == number) == is_within
