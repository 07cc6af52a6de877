"""When to try again, what an answer means, what a full outbox gives up, where to send to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.publishing import texts
from workspace_assistant.core.publishing.address import checked_url, path_of
from workspace_assistant.core.publishing.model import (
    Group,
    Reply,
    Signal,
    Standing,
    Trouble,
    Waiting,
)
from workspace_assistant.core.publishing.rules import (
    LONGEST_RETRY_AFTER_S,
    Judged,
    after_failure,
    due_at,
    judged,
    surplus,
)

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
IN_A_MINUTE = format_datetime(NOW + timedelta(seconds=60), usegmt=True)
NAIVE = "Sun, 22 Nov 2026 09:01:00 -0000"


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        (200, Trouble.NONE),
        (202, Trouble.NONE),
        (302, Trouble.WRONG_ADDRESS),
        (401, Trouble.TOKEN_REFUSED),
        (403, Trouble.TOKEN_REFUSED),
        (404, Trouble.WRONG_ADDRESS),
        (408, Trouble.RECEIVER_FAILED),
        (415, Trouble.NOT_UNDERSTOOD),
        (101, Trouble.NOT_UNDERSTOOD),
        (429, Trouble.TOO_MANY),
        (500, Trouble.RECEIVER_FAILED),
        (503, Trouble.RECEIVER_FAILED),
        (599, Trouble.RECEIVER_FAILED),
    ],
)
def test_an_answer_is_for_all_messages(status: int, trouble: Trouble) -> None:
    assert judged(Reply(status=status), NOW) == Judged(trouble=trouble)


@pytest.mark.parametrize(
    ("reply", "trouble"),
    [
        (Reply(status=400), Trouble.REFUSED),
        (Reply(status=422), Trouble.REFUSED),
        (Reply(status=413), Trouble.TOO_LARGE),
        (Reply(status=200, rejected=3), Trouble.REFUSED),
    ],
)
def test_an_answer_is_for_one_message_alone(reply: Reply, trouble: Trouble) -> None:
    assert judged(reply, NOW) == Judged(trouble=trouble, is_of_message=True)


def test_a_friendly_answer_that_is_none_of_otlp_is_no_receipt() -> None:
    assert judged(Reply(status=200, rejected=None), NOW).trouble is Trouble.NOT_UNDERSTOOD


@pytest.mark.parametrize(
    ("header", "wanted_s"),
    [
        ("120", 120.0),
        (" 7 ", 7.0),
        ("0", 0.0),
        ("99999999999", LONGEST_RETRY_AFTER_S),
        (IN_A_MINUTE, 60.0),
        (NAIVE, 60.0),
        ("Sun, 22 Nov 2020 09:01:00 GMT", 0.0),
        ("soon", 0.0),
        ("-5", 0.0),
        ("\u0663", 0.0),
        ("", 0.0),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_receiver_may_ask_for_time(status: int, header: str, wanted_s: float) -> None:
    assert judged(Reply(status=status, retry_after=header), NOW).retry_after_s == wanted_s


def waits(trouble: Trouble, jitter: float, tries: int, asked_s: float = 0.0) -> list[float]:
    standing, found = Standing(), list[float]()
    for _ in range(tries):
        answer = Judged(trouble=trouble, retry_after_s=asked_s)
        standing = after_failure(standing, answer, NOW, jitter)
        assert standing.wait_until is not None
        found.append((standing.wait_until - NOW).total_seconds())
    return found


def test_it_waits_twice_as_long_each_time_up_to_an_hour() -> None:
    assert waits(Trouble.UNREACHABLE, 1.0, 9) == [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]
    assert waits(Trouble.UNREACHABLE, 0.0, 3) == [15, 30, 60]
    assert waits(Trouble.TOKEN_REFUSED, 1.0, 40)[-1] == 6 * 3600


def test_it_never_comes_before_it_was_asked_to_and_not_all_at_once() -> None:
    assert waits(Trouble.TOO_MANY, 0.0, 1, asked_s=600) == [600]
    assert waits(Trouble.TOO_MANY, 1.0, 1, asked_s=600) == [pytest.approx(660)]


@settings(max_examples=60)
@given(
    failures=st.integers(0, 10_000),
    jitter=st.floats(0, 1),
    asked_s=st.floats(0, LONGEST_RETRY_AFTER_S),
)
def test_what_is_waited_for_is_never_taken_for_a_wrong_clock(
    failures: int, jitter: float, asked_s: float
) -> None:
    answer = Judged(trouble=Trouble.TOO_MANY, retry_after_s=asked_s)
    standing = after_failure(Standing(failures=failures), answer, NOW, jitter)
    assert standing.wait_until == due_at(standing, NOW)
    assert due_at(standing, NOW) > NOW


def test_a_wait_that_no_rule_makes_comes_from_a_clock_that_was_wrong() -> None:
    assert due_at(Standing(wait_until=NOW + timedelta(days=400)), NOW) == NOW
    assert due_at(Standing(wait_until=NOW - timedelta(days=400)), NOW) == NOW
    assert due_at(Standing(), NOW) == NOW


def test_refused_ones_are_given_up_first_then_the_oldest_reports_and_weeks_last() -> None:
    entries = [
        Waiting(number=1, is_week=True, is_refused=False),
        Waiting(number=2, is_week=False, is_refused=False),
        Waiting(number=3, is_week=False, is_refused=True),
        Waiting(number=4, is_week=False, is_refused=False),
    ]
    assert surplus(entries, 4) == ()
    assert surplus(entries, 2) == (3, 2)
    assert surplus(entries, 0) == (3, 2, 4, 1)


@pytest.mark.parametrize(
    "text",
    [
        "https://collector.example",
        " https://collector.example:4318/otlp/ ",
        "http://127.0.0.1:4318",
        "http://[::1]:4318",
        "http://localhost:4318",
    ],
)
def test_addresses_of_collectors(text: str) -> None:
    assert checked_url(text) == text.strip().rstrip("/")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("collector.example", texts.NO_ADDRESS),
        ("https://", texts.NO_ADDRESS),
        ("https://collector.example:port", texts.NO_ADDRESS),
        ("https://[collector", texts.NO_ADDRESS),
        ("https://collector.example/a b", texts.NO_ADDRESS),
        ("https://collector.example/\u00e4", texts.NO_ADDRESS),
        ("https://collector.example/" + "a" * 500, texts.NO_ADDRESS),
        ("https://me:secret@collector.example", texts.NO_SIGN_IN),
        ("https://collector.example/?token=secret", texts.NO_SIGN_IN),
        ("https://collector.example/#a", texts.NO_SIGN_IN),
        ("http://collector.example", texts.NOT_SECURE),
        ("ftp://localhost", texts.NOT_SECURE),
    ],
)
def test_what_is_no_address_of_a_collector(text: str, sentence: str) -> None:
    with pytest.raises(RefusedError) as caught:
        checked_url(text)
    assert str(caught.value) == sentence


def test_paths_are_those_of_otlp() -> None:
    assert [path_of(one) for one in Signal] == ["/v1/logs", "/v1/metrics"]


def test_every_trouble_and_group_has_words() -> None:
    assert set(texts.TROUBLES) == set(Trouble) - {Trouble.NONE}
    assert set(texts.GROUPS) == set(Group)
