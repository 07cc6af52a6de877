from __future__ import annotations

from dataclasses import replace

from tests.fakes import readiness_reports as reports
from tests.fakes import voice_reports
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.readiness.model import Verdict
from workspace_assistant.ui.history.view_state import history_state, unreadable_state
from workspace_assistant.ui.theme.colors import Tone

WORDING = EnglishWording()


def test_while_reading_nothing_is_claimed() -> None:
    state = history_state(None, WORDING)
    assert not state.rows
    assert not state.invites


def test_without_checks_it_invites_to_the_first() -> None:
    state = history_state((), WORDING)
    assert state.invites
    assert state.headline == "Nothing to compare yet"


def test_one_check_is_told_as_one() -> None:
    assert history_state((reports.ready(),), WORDING).headline == "One check so far: ready"


def test_counts_the_ready_ones() -> None:
    state = history_state(reports.history(14), WORDING)
    assert state.headline == "12 of your last 14 checks were ready"
    assert state.sentence.startswith("Since 08/11/2026.")
    all_ready = tuple(replace(report, verdict=Verdict.READY) for report in reports.history(5))
    assert history_state(all_ready, WORDING).headline == "All of your last 5 checks were ready"


def test_each_key_number_stands_against_the_own_usual() -> None:
    trends = {trend.title: trend for trend in history_state(reports.history(14), WORDING).trends}
    download = trends["Download"]
    assert download.unit == "Mbit/s"
    assert len(download.points) == 14
    assert download.detail.endswith("from 13 checks")
    assert download.usual is not None
    assert 40e6 < download.usual < 56e6
    assert download.starts_at_zero
    assert not trends["Speech level"].starts_at_zero


def test_too_few_checks_have_no_usual() -> None:
    trend = history_state(reports.history(3), WORDING).trends[0]
    assert trend.usual is None
    assert trend.detail == "Not enough checks yet to know your usual"


def test_rows_say_when_what_and_why_newest_first() -> None:
    rows = history_state(reports.history(5), WORDING).rows
    assert [row.when for row in rows[:2]] == ["21/11/2026, 08:36", "20/11/2026, 08:36"]
    assert (rows[3].word, rows[3].remark) == ("Not ready", "Line")
    assert rows[3].look.tone is Tone.BAD
    assert rows[0].remark == ""


def test_a_check_left_out_is_remarked() -> None:
    (row,) = history_state((reports.partly_tested(),), WORDING).rows
    assert (row.word, row.remark) == ("Ready, in part", "Without line")
    assert (row.look.tone, row.look.icon) == (Tone.UNTESTED, "check")


def test_a_line_inside_this_computer_is_remarked() -> None:
    (row,) = history_state((reports.own_loop(),), WORDING).rows
    assert (row.word, row.remark) == ("Ready, in part", "Inside this computer only: line")


def test_a_number_without_which_a_limit_stays_open_is_remarked() -> None:
    state = history_state((reports.with_gap(),), WORDING)
    (row,) = state.rows
    assert (row.word, row.remark) == ("Ready, in part", "Not measured: delay added by load")
    assert state.headline == "One check so far: ready, in part"
    assert state.sentence.endswith("ready means ready as far as tested.")
    assert "as far as tested" not in history_state((reports.ready(),), WORDING).sentence


def test_only_whole_checks_are_counted() -> None:
    mixed = (reports.own_loop(), *reports.history(4), reports.partly_tested())
    state = history_state(mixed, WORDING)
    assert state.headline == "3 of your last 4 checks were ready"
    assert state.sentence.endswith("Checks that left something out are not counted.")
    assert state.look.word == "Ready"
    one = history_state((reports.partly_tested(), reports.ready()), WORDING)
    assert one.headline == "One complete check so far: ready"
    none = history_state((reports.own_loop(),), WORDING)
    assert (none.headline, none.look.word) == ("No complete check so far", "Ready, in part")


def test_shows_at_most_thirty_rows() -> None:
    assert len(history_state(reports.history(40), WORDING).rows) == 30


def test_an_unreadable_history_says_why() -> None:
    state = unreadable_state("The disk is full. Free some space.", WORDING)
    assert state.sentence == "The disk is full. Free some space."
    assert state.look.tone is Tone.BAD


def test_voice_reports_of_the_past_show_how_calls_would_have_sounded() -> None:
    state = history_state(voice_reports.history()[2:8], WORDING)
    shown = {trend.title: trend for trend in state.trends}
    assert (shown["MOS"].number, shown["MOS"].unit) == ("3.42", "")
    assert shown["MOS"].detail == "Usual: 4.37, from 5 checks"
    assert shown["Packet loss"].number == "3.2"
    assert state.rows[0].remark == "Voice path"
