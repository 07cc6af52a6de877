"""What goes into a report, and what stays private unless it is asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes import summaries
from tests.fakes.summary_days import ZONE
from tests.fakes.weeks import a_block, at
from tests.unit.core.balance.report.subjects import EVERYTHING, NAMES, a_subject
from workspace_assistant.core.balance.report.choice import (
    DEFAULT_PARTS,
    ReportChoice,
    ReportPart,
    choice_of,
)
from workspace_assistant.core.balance.report.subject import (
    FROM_CHECK_INS,
    ReportSubject,
    named_times,
    shared,
)
from workspace_assistant.core.balance.summary_model import RollUp, Summary
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.focus.model import Cause, Interruption, Origin
from workspace_assistant.core.leave.model import LeaveKind
from workspace_assistant.core.spans import Span


def given(subject: ReportSubject, *parts: ReportPart) -> Summary:
    told = shared(subject, ReportChoice(parts=DEFAULT_PARTS.union(parts))).told
    assert isinstance(told, Summary)
    return told


def test_words_add_and_leave_out_parts() -> None:
    choice = choice_of(["names", " Check-Ins "], ["heat-map"])
    assert choice.shows(ReportPart.NAMES)
    assert choice.shows(ReportPart.CHECK_INS)
    assert not choice.shows(ReportPart.HEAT_MAP)
    assert choice_of().parts == DEFAULT_PARTS


def test_a_word_that_is_no_part_is_refused() -> None:
    with pytest.raises(RefusedError, match="goals"):
        choice_of([], ["nonsense"])


def test_answers_of_check_ins_stay_out_of_everything() -> None:
    told = given(a_subject())
    assert FROM_CHECK_INS.isdisjoint(one.id for one in told.week.indicators)
    assert FROM_CHECK_INS.isdisjoint(one.id for one in told.comparisons)
    assert FROM_CHECK_INS.isdisjoint(one.id for one in told.trends)
    kept = given(a_subject(), ReportPart.CHECK_INS)
    assert {one.id for one in kept.week.indicators} >= {"switching-off"}


def test_what_is_hidden_is_neither_counted_nor_told() -> None:
    rich = summaries.rich()
    hidden = next(one for one in rich.week.indicators if one.id == "switching-off")
    target = rich.week.indicators[1].target
    assert target is not None
    missed = replace(hidden, target=replace(target, value=5.0, is_least=True))
    week = replace(
        rich.week,
        indicators=tuple(missed if one is hidden else one for one in rich.week.indicators),
    )
    told = given(a_subject(replace(rich, week=week)))
    assert told.headline.parts == {"met": 8, "count": 11}
    assert all("middle" not in one.sentence for one in told.sentences)


def test_why_a_day_was_off_stays_out() -> None:
    off = summaries.off()
    kinds = {day.leave for day in given(a_subject(off)).week.days}
    assert kinds == {LeaveKind.OTHER, None}
    known = given(a_subject(off), ReportPart.LEAVE_KINDS)
    assert LeaveKind.SICK in {day.leave for day in known.week.days}


def test_parts_that_are_not_chosen_are_gone_from_every_file() -> None:
    told = shared(a_subject(), ReportChoice(parts=frozenset())).told
    assert isinstance(told, Summary)
    assert (told.goals, told.trends, told.heat, told.suggestions) == ((), (), None, ())
    assert shared(a_subject(), ReportChoice()).names == ()
    everything = shared(a_subject(), EVERYTHING)
    assert everything.names == NAMES
    assert isinstance(everything.told, Summary)
    assert everything.told.suggestions


def test_a_month_keeps_the_same_private() -> None:
    told = shared(a_subject(summaries.month()), ReportChoice()).told
    assert isinstance(told, RollUp)
    assert FROM_CHECK_INS.isdisjoint(one.id for one in told.rows)
    assert {day.leave for week in told.weeks for day in week.days} == {LeaveKind.OTHER, None}


def test_blocks_are_summed_by_name_the_longest_first() -> None:
    noted = Interruption(
        id="i", cause=Cause.DOOR, origin=Origin.EXTERNAL, at=at("2026-11-16 08:10"), note="bell"
    )
    blocks = [
        replace(a_block("2026-11-16 08:00", "2026-11-16 09:00"), interruptions=(noted, noted)),
        replace(a_block("2026-11-16 10:00", "2026-11-16 10:30"), name="Chat"),
        a_block("2026-11-17 08:00", "2026-11-17 08:15"),
        a_block("2026-11-23 08:00", "2026-11-23 09:00"),
    ]
    span = Span(at("2026-11-16 04:00"), at("2026-11-23 04:00"))
    named = named_times(reversed(blocks), span, at("2026-11-24 04:00"))
    assert [(one.name, one.count, one.worked_s, one.notes) for one in named] == [
        ("Mail", 2, 4500.0, ("bell",)),
        ("Chat", 1, 1800.0, ()),
    ]
    assert str(ZONE) == "Europe/Madrid"
