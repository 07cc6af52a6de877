"""The `check-in` command: told by options or asked for, listed, marked and removed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.fakes.check_in import CheckInDesk, planned
from workspace_assistant.cli.check_in_tools import CheckInTools
from workspace_assistant.cli.main import explained, parse
from workspace_assistant.core.check_in.model import Answers

FIVE = datetime(2026, 11, 23, 17, tzinfo=UTC)

Out = pytest.CaptureFixture[str]


@pytest.fixture
def desk() -> CheckInDesk:
    return CheckInDesk(at=FIVE, shifts=(planned("monday", FIVE - timedelta(hours=8), 8),))


def _run(desk: CheckInDesk, *words: str, typed: Iterable[str] | None = None) -> int:
    lines = None if typed is None else iter(typed)
    tools = CheckInTools(
        check_ins=desk.service,
        turn=lambda is_on: desk.service.turn(on=is_on),
        zone=lambda: UTC,
        ask=None if lines is None else lambda question: _typed(question, lines),
    )
    arguments = parse(["check-in", *words])
    return explained(lambda: int(arguments.run(arguments, tools)))


def _typed(question: str, lines: Iterator[str]) -> str:
    assert question.endswith(": ")
    try:
        return next(lines)
    except StopIteration as end:
        raise EOFError from end


def _document(out: Out) -> Any:
    return json.loads(out.readouterr().out)


def test_answers_are_told_by_options(desk: CheckInDesk, capsys: Out) -> None:
    assert _run(desk, "--eyes", "2", "--switch-off", "4", "--learning-minutes", "15") == 0
    shown = capsys.readouterr().out
    assert "the shift" in shown
    assert "eyes 2, switching off 4 (of 5)" in shown
    assert "15 min of learning" in shown
    assert _run(desk, "--note", "so so", "--json") == 0
    told = _document(capsys)
    assert (told["eyes"], told["note"], told["help"]) == (2, "so so", [])


def test_an_answer_that_cannot_be_is_refused_in_a_sentence(desk: CheckInDesk, capsys: Out) -> None:
    assert _run(desk, "--eyes", "7") == 2
    assert "choose a whole number from 1 to 5" in capsys.readouterr().err
    assert desk.store.kept == {}


def test_without_answers_a_person_is_asked(desk: CheckInDesk, capsys: Out) -> None:
    desk.service.mark(is_abusive=True)
    typed = ["3", "", "six", "9", "4", "1", "2", "5", "2", "", "1", "20"]
    assert _run(desk, typed=typed) == 0
    (told,) = desk.store.kept.values()
    assert told.answers == Answers(
        eyes=3,
        body=4,
        energy=1,
        switch_off=2,
        contact=5,
        hard_contacts=2,
        abusive_contacts=1,
        solved_contacts=1,
        learning_minutes=20,
    )
    shown = capsys.readouterr()
    assert "2 hard contacts, 1 abusive, 1 solved" in shown.out
    assert "Give a whole number, or Enter." in shown.err
    assert "choose a whole number from 1 to 5" in shown.err


def test_a_mark_made_while_somebody_answers_is_not_lost(desk: CheckInDesk) -> None:
    desk.service.mark()

    def typed() -> Iterator[str]:
        yield "3"
        desk.later(seconds=5)
        desk.service.mark()
        desk.later(seconds=5)
        yield from [""] * 9

    assert _run(desk, typed=typed()) == 0
    (told,) = desk.store.kept.values()
    assert told.answers.hard_contacts == 1
    assert desk.service.form().answers.hard_contacts == 2


def test_parts_of_no_hard_contact_are_not_asked_for(desk: CheckInDesk, capsys: Out) -> None:
    assert _run(desk, typed=["3", "", "", "", "", "", "0", "30"]) == 0
    (told,) = desk.store.kept.values()
    assert (told.answers.hard_contacts, told.answers.learning_minutes) == (0, 30)
    assert "0 hard contacts" in capsys.readouterr().out


def test_who_ends_the_input_keeps_nothing(desk: CheckInDesk, capsys: Out) -> None:
    assert _run(desk, typed=["3", "2"]) == 2
    assert "Nothing was kept." in capsys.readouterr().err
    assert desk.store.kept == {}


def test_who_leaves_all_open_is_told_so(desk: CheckInDesk, capsys: Out) -> None:
    assert _run(desk, typed=[""] * 8) == 2
    assert "needs one answer at least" in capsys.readouterr().err


def test_where_nobody_sits_options_are_asked_for(desk: CheckInDesk, capsys: Out) -> None:
    assert _run(desk) == 2
    assert "check-in --eyes 3" in capsys.readouterr().err


def test_a_hard_contact_is_marked_and_taken_back(desk: CheckInDesk, capsys: Out) -> None:
    assert _run(desk, "hard", "--abusive", "--solved") == 0
    assert "a hard contact, abusive, solved\n" in capsys.readouterr().out
    assert _run(desk, "hard", "--json") == 0
    assert _document(capsys)["is_abusive"] is False
    assert _run(desk, "hard", "--undo") == 0
    assert "was taken back" in capsys.readouterr().out
    assert len(desk.store.marked) == 1


def test_the_list_tells_what_was_told_and_when_it_is_asked(desk: CheckInDesk, capsys: Out) -> None:
    assert _run(desk, "list") == 0
    assert capsys.readouterr().out.startswith("Nothing was told yet.\nYou are not asked by")
    assert _run(desk, "on") == 0
    _run(desk, "list")
    assert "The check-in is due" in capsys.readouterr().out
    desk.service.mark()
    desk.service.tell(Answers(hard_contacts=1, note="so so"))
    assert _run(desk, "list", "--days", "1") == 0
    shown = capsys.readouterr().out
    assert "1 hard contact\n" in shown
    assert "so so" in shown
    assert "This shift has its check-in." in shown
    _run(desk, "list", "--json")
    assert len(_document(capsys)["check_ins"]) == 1
    assert _run(desk, "off") == 0
    assert not desk.service.is_on()


@pytest.mark.parametrize("days", ["0", "many", "3661"])
def test_days_that_cannot_be_are_refused(desk: CheckInDesk, days: str, capsys: Out) -> None:
    with pytest.raises(SystemExit):
        _run(desk, "list", "--days", days)
    assert "is no number from 1 to 3660" in capsys.readouterr().err


def test_one_is_removed_by_its_id(desk: CheckInDesk, capsys: Out) -> None:
    told = desk.service.tell(Answers(eyes=3))
    assert _run(desk, "remove", told.id[:8]) == 0
    assert capsys.readouterr().out == "The check-in of 2026-11-23 17:00 is gone.\n"
    assert _run(desk, "remove", told.id) == 2
    assert desk.store.kept == {}


def test_low_weeks_show_where_to_get_help(desk: CheckInDesk, capsys: Out) -> None:
    desk.shifts = ()
    for day in range(13, -1, -1):
        desk.at = FIVE - timedelta(days=day)
        desk.service.tell(Answers(voice=2))
    assert _run(desk, "--voice", "1") == 0
    shown = capsys.readouterr().out
    assert "a strained voice for 2 weeks" in shown
    assert "  - See a doctor with a voice" in shown
    assert "https://www.nidirect.gov.uk/" in shown
    assert "This is no diagnosis" in shown
