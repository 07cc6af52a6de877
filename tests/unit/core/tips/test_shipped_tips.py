"""The catalog that ships: each tip can come and can stay away, and says nothing it should not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice, product

import pytest

from tests.fakes.tips import a_fact
from workspace_assistant.adapters.files.tips_catalog import read_tips, shipped_files
from workspace_assistant.core.ergonomics import sources
from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.names import NAMES
from workspace_assistant.core.tips.condition import (
    Comparison,
    Condition,
    answered,
    names_in,
)
from workspace_assistant.core.tips.model import Grade, Tip
from workspace_assistant.core.tips.texts import TOPICS

TIPS = read_tips(shipped_files())
CHANGES = re.compile(r"_change$|_advantage$|\.minutes_left$|\.rest_(before|after)_h$")

each_tip = pytest.mark.parametrize("tip", TIPS, ids=lambda tip: tip.id)


def test_there_are_at_least_72_and_each_topic_has_some() -> None:
    assert len(TIPS) >= 72
    assert set(Counter(tip.topic for tip in TIPS)) == set(TOPICS)
    assert all(count >= 4 for count in Counter(tip.topic for tip in TIPS).values())


@each_tip
def test_the_trigger_can_fire(tip: Tip) -> None:
    assert any(answered(tip.trigger, facts).holds is True for facts in worlds(tip.trigger))


@each_tip
def test_the_trigger_can_stay_silent(tip: Tip) -> None:
    assert any(answered(tip.trigger, facts).holds is False for facts in worlds(tip.trigger))


@each_tip
def test_where_nothing_is_known_the_tip_stays_away_and_says_why(tip: Tip) -> None:
    facts = {
        name: Unknown(name=name, reason="never-measured", sentence="Not yet.") for name in NAMES
    }
    said = answered(tip.trigger, facts)
    assert said.holds is None
    assert {one.name for one in said.unknown} == names_in(tip.trigger)


@each_tip
def test_every_fact_that_fires_it_is_quoted(tip: Tip) -> None:
    for facts in worlds(tip.trigger):
        said = answered(tip.trigger, facts)
        if said.holds:
            assert said.facts
            assert {one.name for one in said.facts} <= names_in(tip.trigger)


@each_tip
def test_what_rests_on_nothing_is_an_idea_and_says_so(tip: Tip) -> None:
    assert (tip.source is None) is (tip.grade is Grade.IDEA)
    if tip.source is None:
        assert not re.search(r"\bstud(y|ies)\b|\btrial\b|\bexperiment|\bsurvey\b|\blaw\b", tip.text)


@each_tip
def test_the_words_are_short_and_plain(tip: Tip) -> None:
    for sentence in re.split(r"(?<=[.?]) ", tip.text):
        assert len(sentence.split()) <= 24, sentence
        assert sentence[0].isupper() or sentence[0].isdigit()
    # Nothing here blames, praises, promises or frightens.
    assert not re.search(
        r"\b(should have|you must|never|always|great|well done|guarantee|dangerous)\b",
        tip.text,
        re.IGNORECASE,
    )


@each_tip
def test_numbers_without_a_source_are_not_spread(tip: Tip) -> None:
    """No paper has the "23 minutes to recover from an interruption"."""
    assert not re.search(r"\b23\b", tip.text)


def test_no_tip_says_the_same_as_another() -> None:
    assert len({tip.text for tip in TIPS}) == len(TIPS)


def test_one_link_is_one_source() -> None:
    """The same title, authors and year wherever a link is given; articles of a law apart."""
    sources: dict[str, set[tuple[str, str, int | None]]] = {}
    for tip in TIPS:
        if tip.source is not None:
            title = re.sub(r", (article \d+|annex)$", "", tip.source.title)
            known = sources.setdefault(tip.source.url, set())
            known.add((title, tip.source.by, tip.source.year))
    assert {url: found for url, found in sources.items() if len(found) > 1} == {}


def test_the_self_check_names_the_same_year_of_a_source() -> None:
    titles = {one.url: one.title for one in vars(sources).values() if hasattr(one, "url")}
    shared = [tip.source for tip in TIPS if tip.source is not None and tip.source.url in titles]
    assert shared
    assert all(str(one.year or "") in titles[one.url] for one in shared)


def test_who_made_a_source_is_a_name() -> None:
    made_by = {tip.source.by for tip in TIPS if tip.source is not None}
    assert not any("studies" in one for one in made_by)


def worlds(condition: Condition) -> Iterator[Mapping[str, Fact | Unknown]]:
    """Facts on all sides of each number, of values that a fact of that unit can have."""
    numbers: dict[str, set[float]] = {}
    for comparison in _comparisons(condition):
        numbers.setdefault(comparison.name, set()).add(comparison.number)
    choices = {name: sorted(_values(name, found)) for name, found in numbers.items()}
    for row in islice(product(*choices.values()), 10_000):
        yield {name: a_fact(name, value) for name, value in zip(choices, row, strict=True)}


def _comparisons(condition: Condition) -> Iterator[Comparison]:
    if isinstance(condition, Comparison):
        yield condition
        return
    for part in condition.parts:
        yield from _comparisons(part)


def _values(name: str, numbers: set[float]) -> set[float]:
    unit = NAMES[name][0]
    if unit == "yes":
        return {0, 1}
    if unit == "points":
        return {float(point) for point in range(1, 11)}
    step = 0.01 if unit == "fraction" else 1
    near = {number + shift for number in numbers for shift in (-step, 0, step)}
    if unit == "fraction" and not CHANGES.search(name):
        return {value for value in near if 0 <= value <= 1}
    if unit in {"dB", "dBov"} or CHANGES.search(name):
        return near
    return {value for value in near if value >= 0}


def _tip(name: str) -> Tip:
    return next(tip for tip in TIPS if tip.id == name)


def test_nobody_is_told_to_repeat_what_was_never_done() -> None:
    never = Unknown(name="ergonomics.age", reason="never-assessed", sentence="Not yet.")
    low = {"ergonomics.age": never, "check_in.body.low_days": a_fact("check_in.body.low_days", 3)}
    assert not answered(_tip("repeat-self-check").trigger, low).holds
    done = {**low, "ergonomics.age": a_fact("ergonomics.age", 20)}
    assert answered(_tip("repeat-self-check").trigger, done).holds


def test_a_steady_line_is_not_called_less_steady_for_a_little_jitter() -> None:
    def holds(jitter: float, upload_change: float) -> bool | None:
        numbers = {
            "line.jitter": jitter,
            "line.jitter_change": 0.4,
            "line.upload_change": upload_change,
        }
        facts = {name: a_fact(name, value) for name, value in numbers.items()}
        return answered(_tip("other-devices-on-the-line").trigger, facts).holds

    assert holds(1.4, 0.5) is False
    assert holds(14, 0.5) is True
    assert holds(1.4, -0.5) is True


def test_words_and_triggers_agree() -> None:
    assert "55 hours" in _tip("long-weeks").text
    assert _tip("long-weeks").condition == "work.hours.week >= 55"
    assert "before you had begun" not in _tip("restart-before-shift").text
    assert "your last check went over Wi-Fi" in _tip("cable").text
    assert _tip("interrupted-next-step").topic == "switching_off"
    assert "whoever" not in _tip("interrupted-next-step").text
