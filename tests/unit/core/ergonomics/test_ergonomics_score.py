"""The score: proved by parts for all answers, and drawn sheets for what joins the parts.

Each item's points are the sum of its questions and are tried for all their answers; each section's
chart is tried for all points and times of use that items can come to; the final score is the
highest section's.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.ergonomics import BAD, EXAMPLE, GOOD, timed, with_answers, without
from tests.fakes.ergonomics_sheets import BANDS, WHOLE_SHEETS, answers_to
from workspace_assistant.core.ergonomics import charts
from workspace_assistant.core.ergonomics.model import (
    HIGHEST_SCORE,
    LOWEST_SCORE,
    Answers,
    Band,
    Duration,
    Item,
    ItemScore,
    Kind,
    Origin,
    Question,
    Section,
    Sheet,
    Timed,
)
from workspace_assistant.core.ergonomics.questions import (
    QUESTIONS,
    SCORED_SECTIONS,
    SECTION_OF,
    TIMED_OF,
    chosen,
    is_asked,
    question,
    questions_of,
)
from workspace_assistant.core.ergonomics.rosa import best_case, chart_score, item_score, result_of

SCORED = [one for one in QUESTIONS if one.item is not None]
# What the items of the published form can come to.
RANGES = {
    Item.SEAT_HEIGHT: range(1, 6),
    Item.SEAT_DEPTH: range(1, 4),
    Item.ARMRESTS: range(1, 6),
    Item.BACKREST: range(1, 5),
    Item.MONITOR: range(1, 8),
    Item.PHONE: range(6),
    Item.MOUSE: range(1, 7),
    Item.KEYBOARD: range(1, 7),
}


def all_answers(one: Question) -> Iterator[tuple[str, ...]]:
    ids = [option.id for option in one.options]
    if one.kind is Kind.CHOICE:
        yield from ((each,) for each in ids)
        return
    for count in range(len(ids) + 1):
        yield from itertools.combinations(ids, count)


def all_sheets(item: Item) -> Iterator[Answers]:
    mine = questions_of(item)
    for answers in itertools.product(*(all_answers(one) for one in mine)):
        yield {one.id: ids for one, ids in zip(mine, answers, strict=True)}


def points_of(item: Item, answers: Answers) -> int:
    points = item_score(item, answers).points
    assert points is not None
    return points


def cost(one: Question, ids: tuple[str, ...]) -> int:
    return sum(option.points for option in chosen({one.id: ids}, one.id) or ())


def asks_no_more(before: Answers, after: Answers) -> bool:
    """Whoever gets armrests, or calls, is asked how they are: no answer to that was better."""
    return not any(is_asked(one, after) and not is_asked(one, before) for one in SCORED)


@pytest.mark.parametrize("item", Item)
def test_items_come_to_the_points_of_the_form_and_to_no_others(item: Item) -> None:
    assert {points_of(item, answers) for answers in all_sheets(item)} == set(RANGES[item])


@pytest.mark.parametrize("item", Item)
def test_no_better_answer_raises_an_item(item: Item) -> None:
    for answers in all_sheets(item):
        before = points_of(item, answers)
        for one in questions_of(item):
            for ids in all_answers(one):
                after = {**answers, one.id: ids}
                if cost(one, ids) <= cost(one, answers[one.id]) and asks_no_more(answers, after):
                    assert points_of(item, after) <= before


@pytest.mark.parametrize("section", SCORED_SECTIONS)
def test_every_sum_of_a_section_gives_a_score_and_no_better_one_raises_it(section: Section) -> None:
    items = [item for item in Item if SECTION_OF[item] is section]
    used = TIMED_OF[section]
    scores = {}
    for values in itertools.product(*(RANGES[item] for item in items)):
        for bands in itertools.product(Band, repeat=len(used)):
            points = dict(zip(items, values, strict=True))
            score = chart_score(section, points, dict(zip(used, bands, strict=True)))
            assert LOWEST_SCORE <= score <= HIGHEST_SCORE
            scores[values + tuple(band.points for band in bands)] = score
    for sums, score in scores.items():
        for at in range(len(sums)):
            worse = (*sums[:at], sums[at] + 1, *sums[at + 1 :])
            assert scores.get(worse, score) >= score


def test_the_whole_span_is_reached() -> None:
    assert result_of(BAD).final == HIGHEST_SCORE
    best = Sheet(
        answers={**GOOD.answers, "phone": ("none",)},
        durations=timed(dict.fromkeys(Timed, Band.SHORT)),
    )
    assert result_of(best).final == LOWEST_SCORE


def test_the_worked_example_gives_4() -> None:
    result = result_of(EXAMPLE)
    assert {one.item: one.points for one in result.items} == {
        Item.SEAT_HEIGHT: 3,
        Item.SEAT_DEPTH: 1,
        Item.ARMRESTS: 2,
        Item.BACKREST: 2,
        Item.MONITOR: 4,
        Item.PHONE: 1,
        Item.MOUSE: 1,
        Item.KEYBOARD: 2,
    }
    assert [one.score for one in result.sections] == [4, 4, 3]
    assert (result.final, result.needs_change) == (4, False)
    assert result.drivers == (Section.CHAIR, Section.MONITOR_PHONE)


# Row by row, written down a second time.
CHARTS = {
    charts.CHAIR: "22345678 22345678 33345678 44445678 55556789 66677889 77788999",
    charts.MONITOR_PHONE: "11123456 11223456 12233467 22334568 33445678 44556789 55678899",
    charts.MOUSE_KEYBOARD: (
        "11123456 11234567 12234567 23335678 34455678 45566789 56677889 67788999"
    ),
}


def test_charts_are_those_of_the_paper_and_never_fall() -> None:
    for chart, digits in CHARTS.items():
        assert " ".join("".join(map(str, row)) for row in chart.cells) == digits
        for row in chart.cells:
            assert list(row) == sorted(row)
        for column in zip(*chart.cells, strict=True):
            assert list(column) == sorted(column)
    assert charts.MOUSE_KEYBOARD.cells == tuple(zip(*charts.MOUSE_KEYBOARD.cells, strict=True))


def test_a_chart_ends_at_its_last_row_and_column_and_has_none_below_its_first() -> None:
    assert charts.MONITOR_PHONE.at(6, 8) == charts.MONITOR_PHONE.at(6, 7)
    assert charts.MONITOR_PHONE.at(7, 0) == charts.MONITOR_PHONE.at(6, 0)
    for row, column in ((1, 2), (2, 1)):
        with pytest.raises(ValueError, match="no row"):
            charts.CHAIR.at(row, column)


def test_time_counts_behind_the_chair_s_chart_and_before_the_others() -> None:
    for band, score in ((Band.SHORT, 2), (Band.MEDIUM, 3), (Band.LONG, 4)):
        durations = timed({**dict.fromkeys(Timed, Band.SHORT), Timed.CHAIR: band})
        sheet = Sheet(answers=EXAMPLE.answers, durations=durations)
        assert result_of(sheet).section(Section.CHAIR).score == score


@pytest.mark.parametrize("ticks", [(), ("hard",), ("hard", "wide", "fixed")])
def test_armrests_that_are_not_there_are_neither_hard_nor_wide(ticks: tuple[str, ...]) -> None:
    sheet = with_answers(EXAMPLE, {"armrests": ("none",), "armrests-more": ticks})
    assert result_of(sheet).item(Item.ARMRESTS) == ItemScore(item=Item.ARMRESTS, points=2)
    never_asked = without(sheet, "armrests-more")
    assert result_of(never_asked) == result_of(sheet)


def test_without_calls_the_telephone_is_row_0_whatever_its_time() -> None:
    calls = with_answers(without(EXAMPLE, "phone-more"), {"phone": ("none",)})
    scores = set()
    for band in (*Band, None):
        kept = {key: one for key, one in EXAMPLE.durations.items() if key is not Timed.PHONE}
        kept |= timed({Timed.PHONE: band}) if band else {}
        scores.add(result_of(Sheet(answers=calls.answers, durations=kept)).sections[1].score)
    assert scores == {charts.MONITOR_PHONE.at(0, 5)}


@given(WHOLE_SHEETS)
def test_any_whole_sheet_has_a_score_from_1_to_10(sheet: Sheet) -> None:
    result = result_of(sheet)
    scores = [one.score for one in result.sections]
    assert None not in scores
    assert result.final == max(filter(None, scores))
    assert result.final == result.at_least
    assert LOWEST_SCORE <= result.final <= HIGHEST_SCORE
    assert result.drivers == tuple(
        one.section for one in result.sections if one.score == result.final
    )
    assert result.needs_change is (result.final >= 5)


@given(WHOLE_SHEETS, st.data())
def test_no_better_answer_raises_the_score(sheet: Sheet, data: st.DataObject) -> None:
    one = data.draw(st.sampled_from([one for one in SCORED if is_asked(one, sheet.answers)]))
    ids = data.draw(answers_to(one))
    worse, better = sorted((sheet.answers[one.id], ids), key=lambda each: cost(one, each))[::-1]
    sheets = [with_answers(sheet, {one.id: ids}) for ids in (worse, better)]
    if not asks_no_more(sheets[0].answers, sheets[1].answers):
        return
    before, after = (result_of(one) for one in sheets)
    if before.final is not None:
        assert after.final is not None
        assert after.final <= before.final
    assert after.at_least <= before.at_least


@given(WHOLE_SHEETS, st.sampled_from(Timed), BANDS, BANDS)
def test_no_shorter_use_raises_the_score(sheet: Sheet, used: Timed, one: Band, other: Band) -> None:
    shorter, longer = sorted((one, other), key=lambda band: band.points)
    scores = [
        result_of(
            Sheet(answers=sheet.answers, durations={**sheet.durations, **timed({used: band})})
        ).final
        or 0
        for band in (shorter, longer)
    ]
    assert scores == sorted(scores)


@given(
    WHOLE_SHEETS,
    st.sets(st.sampled_from([one.id for one in QUESTIONS])),
    st.sets(st.sampled_from(Timed)),
)
def test_what_is_missing_is_never_guessed(
    sheet: Sheet, opened: set[str], untimed: set[Timed]
) -> None:
    whole = result_of(sheet)
    durations = {key: one for key, one in sheet.durations.items() if key not in untimed}
    partial = Sheet(answers=without(sheet, *opened).answers, durations=durations)
    result = result_of(partial)
    for one in result.sections:
        missing = {each for each in one.missing if question(each).section is one.section}
        assert set(one.missing) == missing
        assert one.is_whole is not bool(one.missing or one.missing_durations)
    is_whole = all(one.is_whole for one in result.sections)
    assert (result.final is not None) is is_whole
    assert bool(result.drivers) is is_whole
    assert result.at_least <= (whole.final or 0)
    assert result.at_least == result_of(best_case(partial)).final


def test_an_open_answer_is_told_with_its_item_and_section() -> None:
    result = result_of(without(EXAMPLE, "armrests-more", "mouse-grip"))
    assert result.item(Item.ARMRESTS).points is None
    assert result.item(Item.ARMRESTS).missing == ("armrests-more",)
    assert result.section(Section.CHAIR).missing == ("armrests-more",)
    assert result.section(Section.MOUSE_KEYBOARD).missing == ("mouse-grip",)
    assert result.section(Section.MONITOR_PHONE).score == 4
    assert (result.final, result.at_least, result.needs_change) == (None, 4, None)


def test_a_part_alone_may_show_that_something_has_to_change() -> None:
    result = result_of(without(BAD, "mouse-grip"))
    assert (result.final, result.at_least, result.needs_change) == (None, 10, True)


def test_a_time_that_is_not_known_leaves_its_section_open() -> None:
    unknown = Duration(band=None, origin=Origin.LOGGED, basis="Nothing was logged.")
    durations = {**EXAMPLE.durations, Timed.MONITOR: unknown}
    result = result_of(Sheet(answers=EXAMPLE.answers, durations=durations))
    assert result.section(Section.MONITOR_PHONE).missing_durations == (Timed.MONITOR,)
    assert (result.final, result.at_least) == (None, 4)


def test_nothing_answered_is_at_least_1() -> None:
    result = result_of(Sheet())
    assert (result.final, result.at_least, result.drivers) == (None, 1, ())
    assert result.needs_change is None


def test_an_answer_of_another_version_is_none() -> None:
    for ids in (("cosy",), ("level", "low"), ()):
        result = result_of(with_answers(EXAMPLE, {"seat-height": ids}))
        assert result.item(Item.SEAT_HEIGHT).missing == ("seat-height",)
    result = result_of(with_answers(EXAMPLE, {"seat-height-more": ("fixed", "wobbly")}))
    assert result.item(Item.SEAT_HEIGHT).missing == ("seat-height-more",)
