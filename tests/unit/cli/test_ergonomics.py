"""`ergonomics` as a person types it: guided, from a file, shown, and due after changes."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.ergonomics import BAD, EXAMPLE, GOOD, ErgonomicsDesk, without
from workspace_assistant.bootstrap.ergonomics_tools import read_answers_file
from workspace_assistant.cli.ergonomics_guide import Guide
from workspace_assistant.cli.ergonomics_tools import ErgonomicsTools
from workspace_assistant.cli.main import explained, parse
from workspace_assistant.core.ergonomics.answers_file import MOST_BYTES, SCHEMA
from workspace_assistant.core.ergonomics.interview import steps
from workspace_assistant.core.ergonomics.model import (
    Band,
    Duration,
    Kind,
    Origin,
    Question,
    Sheet,
    Timed,
)
from workspace_assistant.core.ergonomics.questions import chosen, question

LOGGED = Duration(
    band=Band.LONG, origin=Origin.LOGGED, basis="{hours} hours a day.", parts={"hours": "6"}
)
UNSEEN = Duration(band=None, origin=Origin.LOGGED, basis="Calls cannot be seen here.")


@dataclass
class Terminal:
    """Runs the commands on a desk, and types."""

    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch
    desk: ErgonomicsDesk = field(default_factory=ErgonomicsDesk)
    out: str = ""
    err: str = ""

    def run(self, *words: str, typed: list[str] | None = None) -> int:
        self.monkeypatch.setattr(
            sys, "stdin", io.StringIO("".join(f"{it}\n" for it in typed or []))
        )
        arguments = parse(["ergonomics", *words])
        code = explained(lambda: int(arguments.run(arguments, self.tools())))
        self.out, self.err = self.capsys.readouterr()
        return code

    def tools(self) -> ErgonomicsTools:
        return ErgonomicsTools(
            ergonomics=self.desk.service(),
            zone=lambda: ZoneInfo("Europe/Madrid"),
            read_file=read_answers_file,
        )

    def document(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    return Terminal(capsys, monkeypatch)


def keys_of(sheet: Sheet) -> list[str]:
    """What is typed to give exactly these answers."""
    return [_key(step, sheet) for step in steps(sheet.answers)]


def _key(step: Question | Timed, sheet: Sheet) -> str:
    if not isinstance(step, Question):
        band = sheet.durations[step].band
        assert band is not None
        return str(list(Band).index(band) + 1)
    numbers = [
        str(at) for at, option in enumerate(step.options, 1) if option.id in sheet.answers[step.id]
    ]
    return " ".join(numbers) or "0"


def answers_file(folder: Path, sheet: Sheet, **more: object) -> Path:
    path = folder / "answers.json"
    answers = {
        key: list(ids) if question(key).kind is Kind.TICKS else ids[0]
        for key, ids in sheet.answers.items()
    }
    durations = {key.value: one.band for key, one in sheet.durations.items()}
    document = {"schema": SCHEMA, "answers": answers, "durations": durations, **more}
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


@pytest.mark.parametrize("sheet", [EXAMPLE, BAD, GOOD])
def test_number_keys_give_exactly_these_answers(terminal: Terminal, sheet: Sheet) -> None:
    assert terminal.run("assess", "--workplace", "Office", typed=keys_of(sheet)) == 0
    (kept,) = terminal.desk.store.assessments()
    assert (kept.workplace, kept.sheet) == ("office", sheet)
    assert "1 of 35" in terminal.err
    assert "35 of 35" in terminal.err
    assert "underrate" in terminal.err
    assert "not a diagnosis" in terminal.out
    assert "Based on Sonne et al. 2012" in terminal.out


def test_the_result_names_what_sets_the_score_and_what_to_change_first(terminal: Terminal) -> None:
    assert terminal.run("assess", typed=keys_of(BAD)) == 0
    lines = terminal.out.splitlines()
    assert lines[0] == "Workplace “home”, 2026-11-23 10:00"
    assert lines[2].startswith("Score 10 of 10. From 5 on")
    assert any(line.startswith("“Chair” sets the score") for line in lines)
    assert "  1. Seat height: the score goes from 10 to 9." in lines
    assert "What each change would give on its own" in lines
    assert terminal.out.count("https://www.osha.gov/etools/computer-workstations/checklists") == 1


def test_ctrl_d_keeps_nothing(terminal: Terminal) -> None:
    assert terminal.run("assess", typed=keys_of(EXAMPLE)[:-1]) == 130
    assert terminal.out == ""
    assert "nothing was kept" in terminal.err
    assert terminal.desk.store.assessments() == ()


def test_one_can_go_back_ask_and_mistype(terminal: Terminal) -> None:
    first, second, *others = keys_of(EXAMPLE)
    typed = [
        *("b", "?", "9", "1"),  # there is nothing before the first question
        *("b", "", first),
        *("7", "1 x", "h", "1,2"),
        *("back", second),
        *others,
    ]
    assert terminal.run("assess", typed=typed) == 0
    (kept,) = terminal.desk.store.assessments()
    assert kept.sheet == EXAMPLE
    assert "Sit back as you do when you work" in terminal.err
    assert "Type a number from 1 to 4" in terminal.err
    assert "Type numbers from 1 to 2, or 0 for none" in terminal.err
    assert "Take the answer that fits best" in terminal.err
    assert "Your answer before: 1 2" in terminal.err


def test_what_is_skipped_stays_open(terminal: Terminal) -> None:
    keys = keys_of(EXAMPLE)
    keys[0] = "s"
    keys[21] = "skip"  # the time of the chair
    assert terminal.run("assess", typed=keys) == 0
    assert terminal.out.splitlines()[2] == (
        "Not enough answers for a score. Whatever the missing ones are, it is at least 4 of 10."
    )
    assert "      How high is your seat?" in terminal.out
    assert "      How long do you sit, on a usual day?" in terminal.out
    (kept,) = terminal.desk.store.assessments()
    assert "seat-height" not in kept.sheet.answers
    assert Timed.CHAIR not in kept.sheet.durations


def test_an_answer_may_be_taken_back(terminal: Terminal) -> None:
    first, *others = keys_of(EXAMPLE)
    assert terminal.run("assess", typed=[first, "b", "s", *others]) == 0
    (kept,) = terminal.desk.store.assessments()
    assert "seat-height" not in kept.sheet.answers


def test_nothing_answered_is_nothing_to_keep(terminal: Terminal) -> None:
    assert terminal.run("assess", typed=["s"] * 35) == 2
    assert "No question was answered" in terminal.err
    assert terminal.desk.store.assessments() == ()


def test_times_come_from_the_log_and_can_be_corrected(terminal: Terminal) -> None:
    terminal.desk.logged = {
        Timed.CHAIR: LOGGED,
        Timed.MONITOR: LOGGED,
        Timed.PHONE: UNSEEN,
        Timed.MOUSE: LOGGED,
    }
    keys = keys_of(EXAMPLE)
    keys[21:26] = ["", "2", "?", "3", "3", "b", "", "2"]
    assert terminal.run("assess", typed=keys) == 0
    (kept,) = terminal.desk.store.assessments()
    assert kept.sheet.durations == {
        Timed.CHAIR: LOGGED,
        Timed.MONITOR: Duration(band=Band.MEDIUM, origin=Origin.SAID),
        Timed.PHONE: Duration(band=Band.LONG, origin=Origin.SAID),
        Timed.MOUSE: LOGGED,
        Timed.KEYBOARD: Duration(band=Band.MEDIUM, origin=Origin.SAID),
    }
    assert "Enter: 3, from the log: 6 hours a day." in terminal.err
    assert "Not known from the log. Calls cannot be seen here." in terminal.err
    assert "six hours a day in pieces of 20 minutes" in terminal.err
    assert "From the log: 6 hours a day." in terminal.out


def test_a_time_that_is_not_known_needs_an_answer(terminal: Terminal) -> None:
    keys = keys_of(EXAMPLE)
    keys[21:22] = ["", "4", "3", "b", ""]
    assert terminal.run("assess", typed=keys) == 0
    assert "Type a number from 1 to 3" in terminal.err
    assert "Enter: 3, as you said" in terminal.err


def test_without_calls_fewer_questions_are_asked(terminal: Terminal) -> None:
    keys = keys_of(EXAMPLE)
    keys[10:12] = ["4"]
    del keys[22]  # the time of calls
    assert terminal.run("assess", typed=keys) == 0
    assert "33 of 33" in terminal.err


@given(st.lists(st.sampled_from("1230?bs") | st.text(max_size=3), max_size=60))
def test_whatever_is_typed_every_answer_is_one_of_those_offered(typed: list[str]) -> None:
    lines = iter(typed)
    guide = Guide(tell=lambda _text: None, read=lambda: next(lines, None))
    sheet = guide.gone_through("home", {Timed.CHAIR: LOGGED})
    assert sheet is None or len(typed) >= 33
    for question_id, ids in guide.answers.items():
        assert chosen(guide.answers, question_id) is not None, ids


def test_a_file_is_scored(terminal: Terminal, tmp_path: Path) -> None:
    path = answers_file(tmp_path, EXAMPLE, workplace="Attic")
    assert terminal.run("assess", "--answers", str(path), "--json") == 0
    document = terminal.document()
    assert (document["score"]["final"], document["is_kept"]) == (4, True)
    assert document["score"]["set_by"] == ["chair", "monitor-and-telephone"]
    assert (terminal.err, document["workplace"]) == ("", "Attic")
    assert terminal.run("assess", "--answers", str(path), "--workplace", "office") == 0
    assert [one.workplace for one in terminal.desk.store.assessments()] == ["office", "Attic"]


def test_no_save_keeps_nothing_and_says_so(terminal: Terminal, tmp_path: Path) -> None:
    path = answers_file(tmp_path, EXAMPLE)
    assert terminal.run("assess", "--answers", str(path), "--no-save") == 0
    assert "was not kept" in terminal.err
    assert terminal.run("assess", "--answers", str(path), "--no-save", "--json") == 0
    assert terminal.document()["is_kept"] is False
    assert terminal.desk.store.assessments() == ()


def test_of_a_file_with_faults_every_one_is_told_and_nothing_kept(
    terminal: Terminal, tmp_path: Path
) -> None:
    path = answers_file(tmp_path, EXAMPLE, workplace="", durations={"chair": "ages"}, mood=1)
    assert terminal.run("assess", "--answers", str(path)) == 2
    lines = terminal.err.splitlines()
    assert len(lines) == 3
    assert all(line.startswith(f"{path}: ") for line in lines)
    assert terminal.out == ""
    assert terminal.desk.store.assessments() == ()


@pytest.mark.parametrize("words", [("--workplace", ""), ("--workplace", "x" * 61)])
def test_a_name_that_is_none_is_refused(terminal: Terminal, words: tuple[str, ...]) -> None:
    for action in ("assess", "show", "changed"):
        assert terminal.run(action, *words, typed=keys_of(EXAMPLE)) == 2
        assert "1 to 60 characters" in terminal.err


def test_a_file_that_cannot_be_read_is_named(terminal: Terminal, tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    large.write_bytes(b" " * (MOST_BYTES + 5))
    for path, reason in (
        (tmp_path / "none.json", "No such file"),
        (tmp_path, "is not a file"),
        (large, "is longer than"),
        (Path("a\0b"), "cannot be read"),
    ):
        assert terminal.run("assess", "--answers", str(path)) == 2
        assert reason in terminal.err


def test_show_tells_the_latest_what_changed_and_what_is_due(terminal: Terminal) -> None:
    assert terminal.run() == 0
    assert "No self-check was done yet" in terminal.out
    service = terminal.desk.service()
    for sheet in (BAD, without(EXAMPLE, "monitor"), EXAMPLE):
        service.keep(service.assess("home", sheet))
        terminal.desk.wait(1)
    assert terminal.run("changed", "--workplace", "Beach hut") == 0
    assert "ergonomics assess --workplace 'Beach hut'" in terminal.out
    assert terminal.run("show") == 0
    lines = terminal.out.splitlines()
    assert "Since 2026-11-24 10:00" in lines
    assert "  2026-11-24 10:00  not whole, at least 4" in lines
    assert "  2026-11-23 10:00  score 10" in lines
    assert "Workplace “Beach hut”: no self-check was done yet." in lines
    assert any("an older score no longer holds" in line for line in lines)
    assert terminal.run("show", "--workplace", "home") == 0
    assert "Beach hut" not in terminal.out
    assert terminal.run("show", "--workplace", "attic") == 0
    assert "No self-check was done yet" in terminal.out


def test_show_as_json(terminal: Terminal) -> None:
    for words in (("--json",), ("show", "--json")):
        assert terminal.run(*words) == 0
        assert terminal.document() == {
            "schema": "workspace-assistant/ergonomics-history/1",
            "workplaces": [],
        }
    service = terminal.desk.service()
    service.keep(service.assess("home", GOOD))
    assert terminal.run("show", "--json") == 0
    assert terminal.document()["workplaces"][0]["assessments"][0]["score"]["final"] == 2
    assert terminal.run("show") == 0
    assert "Nothing that was answered costs points." in terminal.out


def test_the_questions_are_told_with_their_ids(terminal: Terminal) -> None:
    assert terminal.run("questions") == 0
    assert "  seat-height (choice): How high is your seat?" in terminal.out
    assert "    desk-high (+1):" in terminal.out
    assert "    dim:" in terminal.out
    assert "    long (+1):" in terminal.out
    assert terminal.run("questions", "--json") == 0
    assert len(terminal.document()["questions"]) == 30
    assert terminal.run("questions", "--template") == 0
    assert terminal.document()["schema"] == SCHEMA
