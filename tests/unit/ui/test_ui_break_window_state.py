"""What the break window says of a break that is offered, runs, or is over."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.fakes.wording import EnglishWording
from workspace_assistant.core.breaks.model import (
    BreakKind,
    BreakRecord,
    BreakStanding,
    OpenBreak,
    Settings,
    Stage,
    WatchRole,
)
from workspace_assistant.ui.break_window.suggestions import SUGGESTIONS, suggestion
from workspace_assistant.ui.break_window.view_state import WindowState, window_state

AT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
LENGTHS_S = {BreakKind.MICRO: 30.0, BreakKind.REST: 300.0, BreakKind.DAILY_LIMIT: 0.0}
DRAWINGS = Path(__file__).parents[3] / "resources" / "exercises"


def standing(
    stage: Stage, kind: BreakKind = BreakKind.REST, elapsed_s: float = 0.0, **more: object
) -> BreakStanding:
    record = BreakRecord(id="one", kind=kind, due_at=AT, length_s=LENGTHS_S[kind])
    return BreakStanding(
        role=WatchRole.WATCHING,
        at=AT,
        open=OpenBreak(
            record=record,
            stage=stage,
            elapsed_s=elapsed_s,
            **more,  # type: ignore[arg-type] # the test names the fields
        ),
        worked_s=3660.0,
        day_s=8 * 3600.0,
    )


def shown(now: BreakStanding, turn: int = 0) -> WindowState:
    state = window_state(now, Settings(), turn, EnglishWording())
    assert state is not None
    return state


def test_an_offer_names_the_length_the_work_and_something_to_do() -> None:
    state = shown(standing(Stage.OFFERED))
    assert state.headline == "Time for a break of 5\u202fmin"
    assert state.sentence == "1\u202fh 01\u202fmin of work since the count last began."
    assert (state.title, state.drawing) == ("Look far away", "exercises/look-far")
    assert (state.begin, state.postpone, state.skip) == ("Begin", "Postpone 5\u202fmin", "Skip")
    assert (state.back, state.progress) == ("", None)
    assert state.spoken.startswith("Time for a break of 5\u202fmin. 1\u202fh 01\u202fmin of work")


def test_a_short_break_is_for_the_eyes_and_hands() -> None:
    assert shown(standing(Stage.OFFERED, BreakKind.MICRO)).headline == (
        "Time for 30\u202fs away from the screen"
    )


def test_only_answers_that_are_open_are_offered() -> None:
    state = shown(standing(Stage.OFFERED, may_postpone=False, may_skip=False))
    assert (state.begin, state.postpone, state.skip) == ("Begin", "", "")


def test_what_was_postponed_comes_again() -> None:
    now = standing(Stage.OFFERED)
    assert now.open is not None
    record = replace(now.open.record, postponed_count=1)
    state = shown(replace(now, open=replace(now.open, record=record)))
    assert state.sentence == "You postponed it before."


def test_work_of_seconds_is_not_told() -> None:
    assert not shown(replace(standing(Stage.OFFERED), worked_s=20.0)).sentence


def test_a_running_break_tells_what_is_left() -> None:
    state = shown(standing(Stage.RUNNING, elapsed_s=75.0))
    assert (state.headline, state.sentence) == ("Your break runs", "")
    assert state.progress is not None
    assert (state.progress.fraction, state.progress.left) == (0.25, "03:45 left")
    assert (state.begin, state.postpone, state.skip, state.back) == ("", "", "", "Back to work")


def test_a_break_that_is_over_leaves_the_person_alone() -> None:
    state = shown(standing(Stage.RUNNING, elapsed_s=301.0))
    assert (state.headline, state.sentence) == (
        "The break is over",
        "Stay away as long as you like.",
    )
    assert state.progress is not None
    assert (state.progress.fraction, state.progress.left) == (1.0, "")


def test_the_daily_limit_asks_to_stop_and_suggests_nothing() -> None:
    state = shown(standing(Stage.OFFERED, BreakKind.DAILY_LIMIT))
    assert (state.headline, state.begin) == ("Enough for today", "I stop now")
    assert state.sentence == "8\u202fh at the computer or in calls today."
    assert (state.title, state.text, state.drawing, state.note) == ("", "", "", "")
    stopped = shown(standing(Stage.RUNNING, BreakKind.DAILY_LIMIT))
    assert (stopped.headline, stopped.progress) == ("You stopped for today", None)


@pytest.mark.parametrize("now", [BreakStanding(), standing(Stage.HELD, held_by="in-call")])
def test_nothing_is_shown_of_what_is_not_due_or_held_back(now: BreakStanding) -> None:
    assert window_state(now, Settings(), 0, EnglishWording()) is None


def test_what_moves_a_joint_warns_of_pain() -> None:
    notes = {
        shown(standing(Stage.OFFERED), turn).title: shown(standing(Stage.OFFERED), turn).note
        for turn in range(len(SUGGESTIONS))
    }
    assert notes["Tilt the head"] == "Leave out what hurts."
    assert not notes["Blink slowly"]


@pytest.mark.parametrize("kind", [BreakKind.REST, BreakKind.MICRO])
def test_each_suggestion_comes_once_before_any_comes_again(kind: BreakKind) -> None:
    fitting = [one for one in SUGGESTIONS if one.is_short or kind is BreakKind.REST]
    turns = [suggestion(kind, turn) for turn in range(2 * len(fitting))]
    assert turns == fitting * 2


def test_there_are_enough_suggestions_for_a_day_and_each_is_drawn() -> None:
    ids = [one.id for one in SUGGESTIONS]
    assert len(set(ids)) == len(ids) >= 12
    assert sum(one.is_short for one in SUGGESTIONS) >= 6
    assert {file.stem for file in DRAWINGS.glob("*.svg")} == set(ids)


@pytest.mark.parametrize("file", sorted(DRAWINGS.glob("*.svg")), ids=lambda file: file.stem)
def test_a_drawing_has_the_shape_and_the_inks_of_all(file: Path) -> None:
    drawing = ET.fromstring(file.read_text(encoding="utf-8"))
    inks = {
        value
        for part in drawing.iter()
        for name, value in part.attrib.items()
        if name in {"stroke", "fill"}
    }
    assert drawing.get("viewBox") == "0 0 160 120"
    assert inks <= {"none", "currentColor", "var(--accent)", "var(--faint)", "var(--surface)"}
    assert "currentColor" in inks
