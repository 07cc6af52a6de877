"""When a source is read again, and how long what is known of it can be trusted."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.fakes.shifts import local
from workspace_assistant.core.shifts.feed_trouble import trouble_told
from workspace_assistant.core.shifts.model import FeedState, SourceKind
from workspace_assistant.core.shifts.ports import CalendarError
from workspace_assistant.core.shifts.refreshing import (
    HORIZON,
    age_s,
    due_at,
    failed,
    is_stale,
    succeeded,
    unconditional,
    wants_whole,
)

NOW = local("2026-11-23 12:00")
NEVER = FeedState(source_id="feed")
FRESH = succeeded(NEVER, NOW)
ANY = CalendarError("x", "X.")


def hours(number: float) -> timedelta:
    return timedelta(hours=number)


def feed_due(
    state: FeedState, now: datetime = NOW, next_start: datetime | None = None
) -> datetime | None:
    return due_at(SourceKind.SUBSCRIPTION, state, next_start, now)


def test_a_subscription_is_read_at_once_and_then_every_six_hours() -> None:
    assert feed_due(NEVER) == NOW
    assert feed_due(FRESH) == NOW + hours(6)
    assert feed_due(FRESH, NOW + hours(20)) == NOW + hours(6)


def test_it_is_read_an_hour_before_a_shift_once() -> None:
    start = NOW + hours(4)
    assert feed_due(FRESH, next_start=start) == NOW + hours(3)
    assert feed_due(FRESH, next_start=NOW + hours(8)) == NOW + hours(6)
    read_then = succeeded(FRESH, NOW + hours(3))
    assert feed_due(read_then, NOW + hours(3), start) == NOW + hours(9)
    read_late = succeeded(FRESH, NOW + hours(3.5))
    assert feed_due(read_late, NOW + hours(3.5), start) == NOW + hours(9.5)


def test_failures_wait_longer_each_time() -> None:
    state, waits = NEVER, []
    for _ in range(15):
        state = failed(
            state, NOW, CalendarError("timed-out", "No answer from {host}.", host="there")
        )
        assert state.next_try_at is not None
        waits.append((state.next_try_at - NOW).total_seconds() / 60)
    assert waits[:7] == [15, 30, 60, 120, 240, 480, 720]
    assert set(waits[6:]) == {720}
    assert (state.failures, state.trouble_code) == (15, "timed-out")
    assert trouble_told(state) == "No answer from there."
    assert feed_due(state, next_start=NOW + hours(1)) == NOW + hours(12)
    assert succeeded(state, NOW) == FRESH


@pytest.mark.parametrize(
    ("asked_s", "waits_h"), [(60.0, 0.25), (7200.0, 2.0), (1e9, 24.0), (None, 0.25)]
)
def test_a_server_that_asks_to_be_left_alone_is_up_to_a_day(
    asked_s: float | None, waits_h: float
) -> None:
    state = failed(NEVER, NOW, CalendarError("too-many-requests", "Later.", retry_after_s=asked_s))
    assert state.next_try_at == NOW + hours(waits_h)


def test_a_clock_that_was_set_back_delays_nothing() -> None:
    before = NOW - hours(24 * 30)
    assert feed_due(FRESH, before) == before
    state = replace(failed(NEVER, NOW, ANY), tried_at=before)
    assert feed_due(state, before) == before + hours(24)


def test_shifts_by_hand_and_of_files_are_never_read_again() -> None:
    for kind in (SourceKind.HAND, SourceKind.FILE):
        assert due_at(kind, NEVER, None, NOW) is None
        assert not is_stale(kind, NEVER, NOW)
        assert age_s(kind, FRESH, NOW) is None


def test_a_pattern_is_written_on_each_day() -> None:
    def due(state: FeedState, now: datetime = NOW) -> datetime | None:
        return due_at(SourceKind.PATTERN, state, None, now)

    assert due(NEVER) == NOW
    written = replace(FRESH, known_until=NOW + HORIZON)
    assert due(written) == NOW + hours(24)
    assert due(written, NOW + hours(24 * 9)) == NOW + hours(24)
    assert due(written, NOW - hours(24 * 9)) == NOW - hours(24 * 9)  # the clock was set back


def test_a_subscription_is_stale_when_it_was_not_read_for_long() -> None:
    def stale(state: FeedState, now: datetime = NOW) -> bool:
        return is_stale(SourceKind.SUBSCRIPTION, state, now)

    assert stale(NEVER)
    assert not stale(FRESH, NOW + hours(12))
    assert stale(FRESH, NOW + hours(12) + timedelta(seconds=1))
    failing = failed(FRESH, NOW + hours(6), ANY)
    assert not stale(failing, NOW + hours(6))
    assert stale(failing, NOW + hours(13))
    assert stale(failed(NEVER, NOW, ANY))
    assert age_s(SourceKind.SUBSCRIPTION, NEVER, NOW) is None
    assert age_s(SourceKind.SUBSCRIPTION, FRESH, NOW + hours(2)) == 7200
    assert age_s(SourceKind.SUBSCRIPTION, FRESH, NOW - hours(2)) == 0


def test_why_it_failed_is_told_in_the_language_of_the_reader() -> None:
    def say(sentence: str, /, **parts: str) -> str:
        return {"No answer from {host}.": "Keine Antwort von {host}."}[sentence].format(**parts)

    state = failed(FRESH, NOW, CalendarError("x", "No answer from {host}.", host="there"))
    assert trouble_told(state, say) == "Keine Antwort von there."
    assert trouble_told(FRESH, say) == ""
    written_before = replace(FRESH, trouble="“{odd}” is no name.")
    assert trouble_told(written_before) == "“{odd}” is no name."


def test_days_that_come_into_sight_want_the_whole_calendar() -> None:
    state = replace(FRESH, etag="e", last_modified="l", known_until=NOW + HORIZON)
    assert wants_whole(FRESH, NOW)
    assert not wants_whole(state, NOW + hours(24 * 7))
    assert wants_whole(state, NOW + hours(24 * 7 + 1))
    assert unconditional(state) == replace(state, etag="", last_modified="")
