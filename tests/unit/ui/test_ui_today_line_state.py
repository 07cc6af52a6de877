"""What the Today page says of the line."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes import readiness_reports, voice_reports
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.line_watch.day import LineDay
from workspace_assistant.core.line_watch.model import EventKind, LineEvent, Side, Tally
from workspace_assistant.core.typography import NARROW_SPACE
from workspace_assistant.ui.today.facts import Facts
from workspace_assistant.ui.today.line_state import EventState, LineState, line_state

WORDING = EnglishWording()
AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
THREE_HOURS_S = 3 * 3600 + 12 * 60


def event(minutes_ago: int = 78, long_s: int = 21, *, is_over: bool = True) -> LineEvent:
    begun = AT - timedelta(minutes=minutes_ago)
    return LineEvent(
        id=f"e{minutes_ago}",
        kind=EventKind.LOSS,
        started_at=begun,
        ended_at=begun + timedelta(seconds=long_s),
        is_over=is_over,
        server=Tally(sent=22, lost=3, median_ms=20.0, worst_ms=30.0),
        gateway=Tally(sent=22, median_ms=2.0, worst_ms=3.0),
        side=Side.BEYOND,
    )


def seen(*events: LineEvent, seconds: int = THREE_HOURS_S, **more: object) -> LineDay:
    day = LineDay(is_on=True, seconds=seconds, seen_s=seconds, probes=seconds, events=events)
    return replace(day, **more)  # type: ignore[arg-type] # fields by name


def state(day: LineDay | None, profile: object = readiness_reports.PROFILE) -> LineState:
    facts = Facts(at=AT, zone=UTC, has_sources=True, line=day)
    made = line_state(facts, profile, WORDING)  # type: ignore[arg-type] # None or a profile
    assert made is not None
    return made


def plain(text: str) -> str:
    return text.replace(NARROW_SPACE, " ").replace("\N{EN DASH}", "-")


class TestWhereItIsShown:
    def test_only_where_there_are_shifts_to_watch_in(self) -> None:
        assert line_state(Facts(at=AT, zone=UTC, line=seen()), None, WORDING) is None

    def test_not_where_nothing_could_be_read(self) -> None:
        assert line_state(Facts(at=AT, zone=UTC, has_sources=True), None, WORDING) is None


class TestTheHint:
    def test_says_what_it_costs_and_whom_it_asks(self) -> None:
        hint = plain(state(seen(), voice_reports.VOICE_PROFILE).hint)
        assert hint == (
            "It asks the voice server that your workplace profile names and your router, nobody "
            "else: about 10 kB a minute."
        )
        assert plain(state(seen(), None).hint) == hint  # the profile is not read yet

    def test_says_what_cannot_be_seen_without_a_server(self) -> None:
        assert plain(state(seen()).hint) == (
            "Your workplace profile names no voice server: only your router and this computer are "
            "watched, not the way beyond. Less than 10 kB a minute, to nobody else."
        )


class TestTheSummary:
    @pytest.mark.parametrize(
        ("day", "said"),
        [
            (seen(), "Watched for 3 h 12 min: nothing went wrong."),
            (seen(seconds=60), "Watched for 1 min: nothing went wrong."),
            (seen(event()), "Watched for 3 h 12 min: something went wrong once."),
            (seen(event(90), event()), "Watched for 3 h 12 min: something went wrong 2 times."),
            (
                seen(seen_s=3600),
                (
                    "Watched for 3 h 12 min: nothing went wrong. The voice server was seen for "
                    "1 h of it."
                ),
            ),
            (
                seen(seen_s=0),
                (
                    "Watched for 3 h 12 min. No voice server answered: how the way beyond your "
                    "router was is not known."
                ),
            ),
            (seen(event(0, is_over=False), seconds=0), "The watch has just begun."),
        ],
    )
    def test_says_no_more_than_was_seen(self, day: LineDay, said: str) -> None:
        assert plain(state(day).summary) == said

    def test_before_anything_was_seen(self) -> None:
        on, off = state(LineDay(is_on=True)), state(LineDay(is_on=False))
        assert on.summary.startswith("Nothing was seen today yet.")
        assert off.summary.startswith("Not watched today.")
        assert (on.is_on, off.is_on) == (True, False)
        assert not on.events
        assert not on.more

    def test_in_the_first_minute_it_says_since_when_it_watches(self) -> None:
        facts = Facts(
            at=AT,
            zone=UTC,
            has_sources=True,
            line=LineDay(is_on=True),
            watched_since=AT - timedelta(seconds=40),
        )
        made = line_state(facts, readiness_reports.PROFILE, WORDING)
        assert made is not None
        assert made.summary == "Watched since 11:59; its first minute is being measured."
        known = replace(facts, line=seen(seconds=60))
        made = line_state(known, readiness_reports.PROFILE, WORDING)
        assert made is not None
        assert made.summary.startswith("Watched for")

    def test_what_was_seen_stays_when_it_is_turned_off(self) -> None:
        off = state(seen(event(), is_on=False))
        assert not off.is_on
        assert "something went wrong once" in off.summary


class TestTheEvents:
    def test_read_as_evidence(self) -> None:
        (shown,) = state(seen(event())).events
        assert plain(shown.when) == "10:42:00-10:42:21"
        assert shown.what == (
            "3 of 22 packets lost (14 %), the router answered all 22; beyond the router: provider "
            "or server"
        )

    def test_the_newest_comes_first_and_five_are_enough(self) -> None:
        made = state(seen(*(event(minutes) for minutes in (70, 60, 50, 40, 30, 20, 10))))
        assert [one.when[:5] for one in made.events] == [
            "11:50",
            "11:40",
            "11:30",
            "11:20",
            "11:10",
        ]
        assert made.more == "and 2 more: workspace-assistant watch events"
        assert not state(seen(*(event(minutes) for minutes in range(10, 60, 10)))).more

    def test_one_that_goes_on_says_so(self) -> None:
        (shown,) = state(seen(event(1, long_s=30, is_over=False))).events
        assert shown.what.endswith("provider or server. It goes on.")

    def test_a_length_is_written_as_everywhere_in_the_window(self) -> None:
        dead = replace(event(), server=Tally(sent=22, lost=22))
        (shown,) = state(seen(dead)).events
        assert isinstance(shown, EventState)
        assert plain(shown.what).startswith("no answer for 22 s (22 packets)")
