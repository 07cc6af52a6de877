"""What each of the first steps says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes import readiness_reports, voice_reports
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.first_run.steps import Step
from workspace_assistant.ui.first_run.situation import Situation
from workspace_assistant.ui.first_run.view_state import (
    frame_state,
    keeps_lines,
    left_lines,
    profile_state,
)
from workspace_assistant.ui.readiness.situation import ProfileTrouble

WORDS = EnglishWording()
READ = Situation(path="/home/kim/data", profile=readiness_reports.PROFILE)


def test_four_steps_are_counted_and_the_last_asks_for_the_check() -> None:
    shown = [frame_state(replace(READ, step=step), WORDS) for step in Step]
    assert [one.progress for one in shown] == [
        *(f"Step {number} of 4" for number in (1, 2, 3, 4)),
        "",
    ]
    assert [one.has_back for one in shown] == [False, True, True, True, True]
    assert {one.go_on for one in shown[:-1]} == {"Continue"}
    assert (shown[-1].go_on, shown[-1].leave) == ("Start the first check", "Later")
    assert len({one.title for one in shown}) == 5


def test_no_check_begins_before_it_is_known_what_is_asked() -> None:
    assert not frame_state(Situation(step=Step.CHECK), WORDS).is_enabled
    assert frame_state(replace(READ, step=Step.CHECK), WORDS).is_enabled
    assert frame_state(Situation(), WORDS).is_enabled


def test_hours_that_are_being_kept_are_waited_for() -> None:
    assert not frame_state(replace(READ, step=Step.SHIFTS, is_keeping=True), WORDS).is_enabled


def test_where_everything_lies_is_said_once_it_is_known() -> None:
    assert "/home/kim/data" in keeps_lines(READ, WORDS)[0]
    unread = keeps_lines(Situation(), WORDS)
    assert unread == keeps_lines(READ, WORDS)[1:]


def test_the_profile_in_use_with_what_it_asks() -> None:
    assert profile_state(Situation(), WORDS) is None
    shown = profile_state(READ, WORDS)
    assert shown is not None
    assert shown.name == f"Used: {readiness_reports.PROFILE.name}"
    assert "10\u202fMbit/s down and 3\u202fMbit/s up" in shown.facts[0]
    assert shown.facts[-1].startswith("It names no voice server")
    assert not shown.can_use_usual


def test_a_profile_with_servers_says_what_a_voice_needs() -> None:
    shown = profile_state(replace(READ, profile=voice_reports.VOICE_PROFILE), WORDS)
    assert shown is not None
    assert shown.facts[1].startswith("Voice: up to 150\u202fms")
    assert shown.facts[2] == "It names servers to measure the way to."


def test_an_employers_file_can_be_left_again_unless_the_organization_set_it() -> None:
    own = profile_state(replace(READ, is_profile_own=True), WORDS)
    assert own is not None
    assert own.can_use_usual
    fixed = replace(READ, is_profile_own=True, is_profile_fixed=True, step=Step.PROFILE)
    shown = profile_state(fixed, WORDS)
    assert shown is not None
    assert shown.name == f"Given by your organization: {readiness_reports.PROFILE.name}"
    assert (shown.is_fixed, shown.can_use_usual) == (True, False)
    assert frame_state(fixed, WORDS).sentence.startswith("Your organization has set")


def test_faults_of_a_file_are_named_all() -> None:
    trouble = ProfileTrouble(file="acme.toml", faults=("line 1: a", "line 2: b"))
    shown = profile_state(replace(READ, trouble=trouble), WORDS)
    assert shown is not None
    assert "acme.toml cannot be used" in shown.trouble
    assert shown.faults == ("line 1: a", "line 2: b")


@pytest.mark.parametrize(
    ("done", "left"),
    [
        ({}, ["profile", "Microphone", "shifts"]),
        ({"is_profile_fixed": True, "microphone": "USB"}, ["shifts"]),
        ({"is_profile_own": True, "is_heard": True, "has_shifts": True}, []),
    ],
)
def test_what_was_left_is_named_with_its_page(done: dict[str, object], left: list[str]) -> None:
    lines = left_lines(replace(READ, **done), WORDS)  # type: ignore[arg-type]  # by name
    assert len(lines) == len(left)
    assert all(word in line for word, line in zip(left, lines, strict=True))


def test_shifts_that_are_known_are_not_asked_for() -> None:
    known = frame_state(replace(READ, step=Step.SHIFTS, has_shifts=True), WORDS)
    assert known.title == "Your shifts are known already."
