"""Files of answers: every fault with its place, nothing guessed, and never a traceback."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.ergonomics import BAD, EXAMPLE, GOOD, ErgonomicsDesk, timed, with_answers
from tests.fakes.ergonomics_sheets import WHOLE_SHEETS
from workspace_assistant.core.ergonomics.answers_file import (
    MOST_BYTES,
    SCHEMA,
    read_answers,
    template,
)
from workspace_assistant.core.ergonomics.document import (
    assessment_document,
    history_document,
    questions_document,
)
from workspace_assistant.core.ergonomics.errors import AnswersError
from workspace_assistant.core.ergonomics.model import Band, Duration, Kind, Origin, Sheet, Timed
from workspace_assistant.core.ergonomics.questions import QUESTIONS, question
from workspace_assistant.core.ergonomics.record import read_record, record_of
from workspace_assistant.core.json_text import to_json

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def file_of(sheet: Sheet, **more: object) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "answers": {
            key: list(ids) if question(key).kind is Kind.TICKS else ids[0]
            for key, ids in sheet.answers.items()
        },
        "durations": {key.value: one.band for key, one in sheet.durations.items()},
        **more,
    }


def content(document: object) -> bytes:
    return json.dumps(document).encode()


def faults(document: object) -> list[str]:
    with pytest.raises(AnswersError) as error:
        read_answers(content(document))
    assert str(error.value) == "\n".join(error.value.faults)
    return list(error.value.faults)


@given(WHOLE_SHEETS)
def test_what_is_written_down_is_read(sheet: Sheet) -> None:
    given_answers = read_answers(content(file_of(sheet, workplace="Dachboden")))
    assert (given_answers.sheet, given_answers.workplace) == (sheet, "Dachboden")


def test_a_byte_order_mark_and_open_questions_are_fine() -> None:
    document = template()
    assert isinstance(document["answers"], dict)
    document["answers"]["seat-height"] = "low"
    given_answers = read_answers(b"\xef\xbb\xbf" + content(document))
    assert given_answers.sheet == Sheet(answers={"seat-height": ("low",)})
    assert given_answers.workplace == "home"
    assert read_answers(content({**document, "workplace": None})).workplace == ""


def test_an_empty_file_answers_nothing() -> None:
    assert faults(template()) == ["answers: answer nothing"]


def test_every_fault_is_told_with_its_place() -> None:
    document = file_of(
        EXAMPLE,
        schema="ergonomics/2",
        workplace=7,
        mood="good",
        durations={"chair": "ages", "lamp": "long", "mouse": ["long"]},
    )
    document["answers"] |= {
        "lamp": "green",
        "seat-height": "sky",
        "seat-depth": ["right"],
        "monitor-more": "glare",
        "armrests-more": ["hard", "hard", {}, 3],
        "phone": "none",
        "phone-more": ["clamped"],
    }
    ticks = ", ".join(option.id for option in question("monitor-more").options)
    assert faults(document) == [
        "“mood”: is not known here; known are schema, workplace, answers, durations",
        f"schema: is not “{SCHEMA}”",
        "answers.seat-height: “sky” is none of level, low, high, no-floor",
        "answers.seat-depth: needs one option as text: right, long, short",
        "answers.armrests-more: “hard” stands there twice",
        "answers.armrests-more: an object is none of hard, wide, fixed",
        "answers.armrests-more: “3” is none of hard, wide, fixed",
        f"answers.monitor-more: needs a list, which may be empty, of {ticks}",
        "answers.“lamp”: is no question",
        "durations.chair: “ages” is none of short, medium, long",
        "durations.“lamp”: is none of chair, monitor, phone, mouse, keyboard",
        "durations.mouse: a list is none of short, medium, long",
        "answers.phone-more: is not asked after “none”",
        "workplace: A workplace needs a name of 1 to 60 characters, such as home or office.",
    ]


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ({"schema": SCHEMA}, "answers: is missing"),
        ({"schema": SCHEMA, "answers": []}, "answers: is no JSON object"),
        ({"schema": SCHEMA, "answers": {"a" * 90: 1}}, f"answers.“{'a' * 40}…”: is no question"),
        ([1], "is no JSON object"),
    ],
)
def test_what_is_no_such_document_is_refused(document: object, fault: str) -> None:
    assert faults(document) == [fault]


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"", "line 1: is no JSON"),
        (b'{\n "a": }', "line 2: is no JSON"),
        (b"\xff{}", "byte 0: is no UTF-8"),
        (b'{"a": 1, "a": 2}', "“a”: stands there twice"),
        (b" " * (MOST_BYTES + 1), f"is longer than {MOST_BYTES} bytes"),
        (b"[" * 100_000, "is no JSON that can be read"),
        (b'{"a": ' + b"9" * 5000 + b"}", "is no JSON that can be read"),
    ],
)
def test_what_is_no_json_is_refused(raw: bytes, fault: str) -> None:
    with pytest.raises(AnswersError) as error:
        read_answers(raw)
    assert error.value.faults[0].startswith(fault)
    assert len(error.value.faults) == 1


@given(st.binary(max_size=60) | ANY_JSON.map(lambda one: json.dumps(one).encode()))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    with pytest.raises(AnswersError):
        read_answers(raw)


@given(
    st.dictionaries(st.sampled_from([one.id for one in QUESTIONS]) | st.text(), ANY_JSON),
    st.dictionaries(st.sampled_from(Timed) | st.text(), ANY_JSON) | ANY_JSON,
    ANY_JSON,
)
def test_any_values_are_read_or_refused(
    answers: dict[str, object], durations: object, workplace: object
) -> None:
    document = {
        "schema": SCHEMA,
        "answers": answers,
        "durations": durations,
        "workplace": workplace,
    }
    with suppress(AnswersError):
        assert read_answers(content(document)).sheet.answers


def test_without_calls_their_time_and_empty_ticks_are_passed_over() -> None:
    silent = with_answers(GOOD, {"phone": ("none",), "phone-more": ()})
    sheet = read_answers(content(file_of(silent))).sheet
    assert "phone-more" not in sheet.answers
    assert Timed.PHONE not in sheet.durations


def test_what_the_file_says_of_times_comes_before_the_log() -> None:
    logged = {
        Timed.CHAIR: Duration(band=Band.LONG, origin=Origin.LOGGED, basis="8 h a day."),
        Timed.MOUSE: Duration(band=Band.LONG, origin=Origin.LOGGED, basis="8 h a day."),
    }
    document = file_of(GOOD, durations={"chair": "short", "mouse": None})
    sheet = read_answers(content(document)).sheet_with(logged)
    assert sheet.durations == {**logged, **timed({Timed.CHAIR: Band.SHORT})}


def test_a_record_comes_back_whole() -> None:
    assessment = ErgonomicsDesk().service().assess("home", BAD)
    assert read_record(json.loads(json.dumps(record_of(assessment)))) == assessment


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("done_at", "2026-11-23T08:00:00"),
        ("workplace", None),
        ("answers", []),
        ("answers", {"noise": "loud"}),
        ("answers", {"noise": [1]}),
        ("durations", {"lamp": {}}),
        ("durations", {"chair": {"band": 1, "origin": "said", "basis": "", "parts": {}}}),
    ],
)
def test_another_record_is_none(key: str, value: object) -> None:
    record = record_of(ErgonomicsDesk().service().assess("home", GOOD))
    with pytest.raises((KeyError, TypeError, ValueError)):
        read_record({**record, key: value})


def test_the_document_says_all_of_it() -> None:
    durations = {
        **EXAMPLE.durations,
        Timed.MOUSE: Duration(
            band=None, origin=Origin.LOGGED, basis="Only {days} days.", parts={"days": "2"}
        ),
    }
    sheet = Sheet(answers=with_answers(EXAMPLE, {"noise": ("loud",)}).answers, durations=durations)
    assessment = ErgonomicsDesk().service().assess("home", sheet)
    document: Any = json.loads(to_json(assessment_document(assessment, is_kept=True)))
    assert document["schema"] == "workspace-assistant/ergonomics/1"
    assert document["is_kept"] is True
    assert document["done_at"] == "2026-11-23T09:00:00Z"
    assert document["durations"]["mouse"] == {
        "band": None,
        "origin": "logged",
        "basis": "Only 2 days.",
    }
    assert document["score"]["final"] is None
    assert document["score"]["at_least"] == 4
    assert document["score"]["sections"][2]["missing_durations"] == ["mouse"]
    assert document["advice"]["changes"][0]["item"] == "monitor"
    assert document["advice"]["steps"] == []
    assert {one["id"]: bool(one["source"]) for one in document["room"]} == {
        "monitor-more/glare": True,
        "noise/loud": True,
    }
    assert len(document["notes"]) == 3


def test_the_history_says_what_is_due_and_what_changed() -> None:
    desk = ErgonomicsDesk()
    service = desk.service()
    for sheet in (BAD, EXAMPLE):
        service.keep(service.assess("home", sheet))
        desk.wait(1)
    service.mark_changed("home")
    service.mark_changed("cabin")
    document: Any = history_document(service.standings())
    home, cabin = document["workplaces"]
    assert cabin["assessments"] == []
    assert cabin["comparison"] is None
    assert home["due"] == {"reason": "changed", "since": "2026-11-25T09:00:00Z"}
    assert home["comparison"]["final_before"] == 10
    assert {"id": "mouse", "before": 6, "after": 1} in home["comparison"]["items"]
    assert [one["score"]["final"] for one in home["assessments"]] == [4, 10]
    service.keep(service.assess("cabin", GOOD))
    assert service.standing("cabin").changed_since == ()


def test_instants_are_written_in_utc() -> None:
    desk = ErgonomicsDesk(now=datetime.fromisoformat("2026-11-23T09:00:00+01:00"))
    record = record_of(desk.service().assess("home", GOOD))
    assert record["done_at"] == "2026-11-23T08:00:00Z"
    assert read_record(record).done_at == datetime(2026, 11, 23, 8, tzinfo=UTC)


def test_the_questionnaire_is_told_with_its_points() -> None:
    document: Any = json.loads(to_json(questions_document()))
    assert document["schema"] == "workspace-assistant/ergonomics-questions/1"
    assert document["based_on"]["url"].startswith("https://doi.org/")
    assert [one["id"] for one in document["questions"]] == [one.id for one in QUESTIONS]
    assert len(document["durations"]) == len(Timed)
    assert [one["points"] for one in document["durations"][0]["options"]] == [-1, 0, 1]
