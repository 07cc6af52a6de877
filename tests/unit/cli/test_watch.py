"""`watch` with a line that is scripted."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.fakes.line_watch import MemoryLineStore, ScriptedLine
from tests.unit.core.line_watch.lines import TEN, counting, line
from workspace_assistant.cli.main import explained, parse
from workspace_assistant.cli.watch_services import WatchTools
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.line_watch.model import LineEvent, Second, WatchLimits
from workspace_assistant.core.line_watch.ports import WatchTarget
from workspace_assistant.core.line_watch.watch import LineWatch

MADRID = ZoneInfo("Europe/Madrid")
VOICE = WatchTarget(stun=("stun:voice.example.com",))


@dataclass
class Desk:
    """Runs `watch` commands one after the other."""

    seconds: list[Second] = field(default_factory=list)
    store: MemoryLineStore = field(default_factory=MemoryLineStore)
    target: WatchTarget = VOICE
    is_on: bool = False
    goes_on: bool = False

    def run(self, *words: str) -> int:
        arguments = parse(["watch", *words])
        return explained(lambda: int(arguments.run(arguments, self.tools())))

    def tools(self) -> WatchTools:
        return WatchTools(
            watch=self.watch,
            target=lambda _path: self.target,
            events=self.store.events,
            minutes=self.store.minutes,
            is_on=lambda: self.is_on,
            turn=self.turn,
            zone=self.zone,
            now=lambda: TEN,
        )

    def zone(self) -> tzinfo:
        return MADRID

    def turn(self, on: bool) -> None:
        self.is_on = on

    def watch(
        self, _path: Path | None, on_event: Callable[[LineEvent], None], ctx: JobContext
    ) -> None:
        watch = LineWatch(
            sensor=ScriptedLine(self.seconds),
            store=self.store,
            limits=WatchLimits(),
            new_id=counting(),
            on_event=on_event,
        )
        watch.run(self.target, ctx)
        while self.goes_on:
            ctx.wait(1)


def bad_line(start: datetime = TEN) -> list[Second]:
    return line("." * 60 + "x" * 8 + "." * 52, start=start)


def test_what_goes_wrong_is_told_while_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(bad_line())
    assert desk.run("run") == 0
    begun, over = capsys.readouterr().out.splitlines()
    assert begun.startswith("11:43:00")
    assert begun.endswith("...")
    assert "no answer for 8s (8 packets)" in over


def test_it_ends_by_itself_where_that_was_asked(capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(bad_line(), goes_on=True)
    assert desk.run("run", "--for", "1s") == 0
    assert "no answer" in capsys.readouterr().out


def test_without_a_named_server_it_says_what_is_watched(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert Desk(target=WatchTarget()).run("run") == 0
    assert "only the router" in capsys.readouterr().err


def test_the_day_is_summed_up(capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(bad_line())
    desk.run("run")
    capsys.readouterr()
    assert desk.run("events") == 0
    event, total = capsys.readouterr().out.splitlines()
    assert "no answer for 8s" in event
    assert total == "2026-11-23: watched for 2m, 120 packets to the voice server, 1 event."
    assert desk.run("events", "--day", "yesterday") == 0
    assert "was not watched on 2026-11-22" in capsys.readouterr().out


def test_a_quiet_day_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(line("." * 30, "." * 30))
    desk.run("run")
    capsys.readouterr()
    assert desk.run() == 0
    total, switch = capsys.readouterr().out.splitlines()
    assert total.endswith("30 packets to the voice server, nothing went wrong.")
    assert switch == "The line is not watched by itself."


def test_a_day_without_a_server_is_no_quiet_day(capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(line("", "." * 30), target=WatchTarget())
    desk.run("run")
    capsys.readouterr()
    assert desk.run("events") == 0
    told = capsys.readouterr().out.strip()
    assert told.endswith("30s, no voice server seen, so how the line was is not known.")


def test_events_are_one_json_document(capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(bad_line())
    desk.run("run")
    capsys.readouterr()
    assert desk.run("events", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["schema"] == "workspace-assistant/line-events/1"
    assert [one["server"]["lost"] for one in told["events"]] == [8]
    assert [one["seconds"] for one in told["minutes"]] == [60, 60]


def test_it_is_turned_on_and_off(capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk()
    assert desk.run("on") == 0
    assert desk.is_on
    assert "one small packet a second" in capsys.readouterr().out
    assert desk.run("off") == 0
    assert not desk.is_on


def test_a_day_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert Desk().run("events", "--day", "someday") == 2
    assert "someday" in capsys.readouterr().err
