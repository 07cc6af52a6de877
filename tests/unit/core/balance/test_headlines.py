"""The headline and its sentences, from weeks written down by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import pytest

from tests.fakes import summaries
from tests.fakes.summary_days import ZONE
from tests.fakes.weeks import at
from workspace_assistant.core.balance import definitions, summary_texts, texts
from workspace_assistant.core.balance.headline import headline_of, sentences_of
from workspace_assistant.core.balance.model import Indicator, Told, Week
from workspace_assistant.core.balance.own_targets import CHOOSABLE, targets_of_settings
from workspace_assistant.core.balance.settings_model import WeekSettings
from workspace_assistant.core.balance.steps import STEPS, worst_first
from workspace_assistant.core.balance.summary_model import Comparison
from workspace_assistant.core.balance.targets import Region, targets_of
from workspace_assistant.core.balance.trends import comparisons_of
from workspace_assistant.core.balance.writing import EnglishWriting, told_text
from workspace_assistant.core.spans import Span

HOUR = 3600.0
TARGETS = targets_of(Region.EU)
WRITING = EnglishWriting(ZONE)


def a_week(*indicators: Indicator, is_over: bool = True) -> Week:
    return replace(summaries.rich().week, indicators=indicators, is_over=is_over)


def said(week: Week, before: Iterable[Week] = ()) -> list[str]:
    comparisons = comparisons_of([*before, week])
    return [told_text(one, WRITING) for one in sentences_of(week, comparisons, ZONE)]


def rests(met: int, count: int, start: str, end: str, *, told: str = texts.RESTS) -> Indicator:
    span = Span(at(start), at(end))
    return definitions.DAILY_REST.known(
        span.length_s,
        TARGETS,
        told,
        met=met,
        count=count,
        target=11 * HOUR,
        length=span.length_s,
        span=span,
    )


def hours(worked_h: float) -> Indicator:
    length_s = worked_h * HOUR
    return definitions.HOURS.known(length_s, TARGETS, texts.HOURS, length=length_s, count=5)


def after_hours(length_s: float) -> Indicator:
    return definitions.AFTER_HOURS.known(
        length_s, TARGETS, texts.AFTER_HOURS, length=length_s, count=1
    )


SHORT = rests(4, 5, "2026-11-17 22:00", "2026-11-18 07:20")


def test_which_rest_was_short_is_told_before_how_many_were() -> None:
    little = rests(4, 5, "2026-11-17 20:30", "2026-11-18 07:00")
    quick = definitions.QUICK_RETURNS.known(
        1, TARGETS, texts.QUICK, count=1, whole=5, target=11 * HOUR
    )
    rest = "Four of five rests were 11h or longer; Tuesday to Wednesday was 10h30m."
    assert said(a_week(quick, little)) == [rest]
    assert said(a_week(quick)) == ["1 of 5 rests were shorter than 11h."]


@pytest.mark.parametrize(
    ("indicators", "is_over", "is_off", "sentence"),
    [
        ((SHORT, hours(40)), True, False, "0 of 1 targets met."),
        ((after_hours(0), SHORT), False, False, "1 of 2 targets met so far."),
        ((hours(40),), True, False, "Too little is known to tell any target."),
        ((), False, False, "No target can be told yet."),
        ((), True, True, "This week was off."),
        ((), False, True, "This week is off."),
    ],
)
def test_the_headline_counts_what_is_known(
    indicators: tuple[Indicator, ...], is_over: bool, is_off: bool, sentence: str
) -> None:
    week = replace(a_week(*indicators, is_over=is_over), is_off=is_off)
    headline = headline_of(week)
    assert told_text(headline, WRITING) == sentence


@pytest.mark.parametrize(
    ("indicator", "sentence"),
    [
        (
            SHORT,
            "Four of five rests were 11h or longer; Tuesday to Wednesday was 9h20m.",
        ),
        (
            rests(1, 2, "2026-11-22 22:00", "2026-11-23 06:00"),
            "One of two rests was 11h or longer; Sunday to Monday was 8h.",
        ),
        (  # work until 01:30 is of the day before
            rests(3, 4, "2026-11-18 01:30", "2026-11-18 09:00"),
            "Three of four rests were 11h or longer; Tuesday to Wednesday was 7h30m.",
        ),
        (  # after a night, the next work is on the same day
            rests(3, 4, "2026-11-18 06:00", "2026-11-18 14:00"),
            "3 of 4 rests were 11h or longer; Wed 06:00 to Wed 14:00 was 8h.",
        ),
        (
            rests(9, 11, "2026-11-17 22:00", "2026-11-18 07:20"),
            "9 of 11 rests were 11h or longer; Tue 22:00 to Wed 07:20 was 9h20m.",
        ),
        (
            rests(0, 2, "2026-11-17 22:00", "2026-11-18 07:20", told=texts.REST),
            "The shortest rest between two days of work was 9h20m: Tue 22:00 to Wed 07:20.",
        ),
    ],
)
def test_a_short_rest_is_told_by_its_days_where_these_are_two(
    indicator: Indicator, sentence: str
) -> None:
    assert said(a_week(indicator)) == [sentence]


def test_rests_that_were_not_counted_are_told_as_they_are() -> None:
    bare = replace(SHORT, told=Told(sentence=texts.RESTS, parts=dict(SHORT.told.parts, met="4")))
    assert said(a_week(bare))[0].startswith("4 of 5 rests were 11h or longer; Tue 22:00")


def test_the_worst_miss_comes_first_and_each_theme_once() -> None:
    quick = definitions.QUICK_RETURNS.known(
        1, TARGETS, texts.QUICK, count=1, whole=5, target=11 * HOUR
    )
    assert said(a_week(SHORT, quick, after_hours(3 * HOUR))) == [
        "3h of blocks lay outside of shifts; the target is 30m at most.",
        "Four of five rests were 11h or longer; Tuesday to Wednesday was 9h20m.",
    ]
    assert [one.id for one in worst_first((quick, SHORT))] == ["shortest-daily-rest"]


def test_changes_come_after_misses_largest_first_and_not_of_the_same_theme() -> None:
    def week(hours_h: float, focus_h: float, breaks: float, outside_s: float) -> Week:
        focus = definitions.FOCUS_TIME.known(
            focus_h * HOUR, TARGETS, texts.FOCUS, length=focus_h * HOUR, count=3
        )
        had = definitions.BREAKS_HAD.known(
            breaks, TARGETS, texts.BREAKS_UNBLOCKED, met=8, count=10, blocked=0
        )
        return a_week(hours(hours_h), had, focus, after_hours(outside_s))

    before = [week(40, 10, 0.95, 0), week(42, 11, 0.95, 600)]
    assert said(week(46, 7, 0.9, 7200), before) == [
        "2h of blocks lay outside of shifts; the target is 30m at most.",
        "Completed blocks had 7h; usually 10h30m.",
        "You were at work for 46h; usually 41h.",
    ]


def test_two_changes_of_one_theme_are_told_once() -> None:
    def week(focus_h: float, done: float) -> Week:
        length_s = focus_h * HOUR
        focus = definitions.FOCUS_TIME.known(
            length_s, TARGETS, texts.FOCUS, length=length_s, count=3
        )
        completed = definitions.COMPLETED_BLOCKS.known(
            done, TARGETS, texts.COMPLETED, met=8, count=10
        )
        return a_week(focus, completed)

    assert said(week(5, 0.5), [week(7, 0.8), week(7, 0.8)]) == [
        "50 % of the planned blocks were completed; usually 80 %."
    ]


def test_while_a_week_runs_only_shares_and_medians_are_compared() -> None:
    def week(hours_h: float, per_hour: float, done: float) -> Week:
        interrupted = definitions.INTERRUPTIONS.known(
            per_hour, TARGETS, texts.INTERRUPTIONS, count=3, length=HOUR
        )
        completed = definitions.COMPLETED_BLOCKS.known(
            done, TARGETS, texts.COMPLETED, met=8, count=10
        )
        return a_week(hours(hours_h), interrupted, completed, is_over=False)

    before = [week(40, 1, 0.9), week(40, 1.2, 0.9)]
    assert said(week(9, 2.4, 0.7), before) == [
        "An hour of blocks had 2.4 interruptions; usually 1.1.",
        "70 % of the planned blocks were completed; usually 90 %.",
    ]


def test_a_quiet_week_tells_that_rests_were_long_enough_and_its_hours() -> None:
    long = rests(4, 4, "2026-11-17 17:00", "2026-11-18 08:00", told=texts.REST)
    assert said(a_week(long, hours(40))) == [
        "All 4 rests between days of work were long enough.",
        "40h at work; days with work: 5.",
    ]
    one = rests(1, 1, "2026-11-17 17:00", "2026-11-18 08:00", told=texts.REST)
    assert said(a_week(one)) == []


def test_what_has_no_usual_has_not_changed() -> None:
    week = a_week(hours(46))
    none = Comparison(id="hours", last=1.0, usual=None, usual_of=1)
    assert told_text(sentences_of(week, [none], ZONE)[0], WRITING).startswith("46h at work")


def test_all_that_can_be_missed_has_a_step_and_all_that_changes_too() -> None:
    assert set(CHOOSABLE) | set(summary_texts.CHANGED) <= set(STEPS)
    assert min(STEPS.values()) > 0


def test_a_sentence_alone_has_only_places_that_are_filled() -> None:
    for beside, alone in summary_texts.ALONE.items():
        assert places(alone) <= places(beside) | {"target"}, alone
    for sentence in summary_texts.CHANGED.values():
        assert places(sentence) in ({"length", "usual_length"}, {"value", "usual"})


def test_each_own_target_that_is_missed_can_be_said() -> None:
    """Of every indicator of a rich week, held against a target that it misses."""
    week = summaries.rich().week
    known = [one for one in week.indicators if one.value is not None and one.id in CHOOSABLE]
    for one in known:
        worse = CHOOSABLE[one.id].highest if CHOOSABLE[one.id].is_least else -1.0
        own = targets_of_settings(WeekSettings(own_targets={one.id: worse}))
        (sentence,) = said(a_week(replace(one, target=own[one.id])))
        assert "{" not in sentence


def places(sentence: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", sentence))
