"""`breaks` and its actions, on a desk of the test's own."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, timedelta
from pathlib import Path
from typing import cast

import pytest

from tests.fakes.break_desk import BreakDesk
from workspace_assistant.bootstrap.breaks_tools import break_tools
from workspace_assistant.cli.breaks_services import BreakTools, LoudnessTools
from workspace_assistant.cli.breaks_words import open_line
from workspace_assistant.cli.main import explained, parse
from workspace_assistant.core.breaks.model import Act, BreakStanding, Outcome

Capture = pytest.CaptureFixture[str]


@dataclass
class Terminal:
    desk: BreakDesk = field(default_factory=BreakDesk)

    def __post_init__(self) -> None:
        self.desk.work_at.shift_ends_at = self.desk.clock.wall_at + timedelta(hours=8)
        self.desk.look()

    def run(self, *words: str) -> int:
        arguments = parse(["breaks", *words])
        tools = BreakTools(
            service=lambda: self.desk.service,
            zone=lambda: UTC,
            loudness=lambda: cast("LoudnessTools", None),  # has tests of its own
        )
        return explained(lambda: int(arguments.run(arguments, tools)))


@pytest.fixture
def terminal() -> Terminal:
    return Terminal()


def out(capsys: Capture) -> list[str]:
    return capsys.readouterr().out.splitlines()


def test_alone_it_tells_what_is_due_when(terminal: Terminal, capsys: Capture) -> None:
    terminal.desk.work(600)
    assert terminal.run() == 0
    assert out(capsys) == [
        "Rest break after 50m more of work.",
        "Today: No break has come due.",
    ]


def test_outside_of_shifts_it_says_why_nothing_comes(terminal: Terminal, capsys: Capture) -> None:
    terminal.desk.work_at.shift_ends_at = None
    terminal.desk.look()
    terminal.run("status")
    assert out(capsys)[0].startswith("Breaks are not watched now")


def test_a_break_asked_for_in_a_call_is_not_said_to_begin(
    terminal: Terminal, capsys: Capture
) -> None:
    terminal.desk.calls.answer = True
    terminal.desk.quiet(60)
    assert terminal.run("now") == 0
    terminal.desk.quiet(5)
    assert terminal.desk.standing.open is None
    assert out(capsys) == ["Asked the window to begin the break; in a call none begins."]


def test_a_break_that_is_due_runs_or_waits(terminal: Terminal, capsys: Capture) -> None:
    terminal.desk.work(3600)
    terminal.run()
    assert out(capsys)[0] == "Rest break: due now."
    terminal.desk.call(60)
    terminal.run()
    assert out(capsys)[0] == "Rest break: due, and waits because a call goes on."
    terminal.desk.work(30)
    assert terminal.run("now") == 0
    assert out(capsys) == ["Asked the window to begin the break; in a call none begins."]
    terminal.desk.quiet(60)
    terminal.desk.look()
    terminal.run()
    assert out(capsys)[0].startswith("Rest break: ")
    assert open_line(BreakStanding()) == ""


def test_a_running_break_says_how_much_is_over(terminal: Terminal, capsys: Capture) -> None:
    terminal.desk.work(3600)
    terminal.desk.act(Act.BEGIN)
    terminal.desk.quiet(60)
    terminal.run()
    assert out(capsys)[0] == "Rest break: 1m of 5m are over."


def test_answers_reach_the_program_that_watches(terminal: Terminal, capsys: Capture) -> None:
    terminal.desk.work(3600)
    assert terminal.run("postpone") == 0
    terminal.desk.work(5)
    assert terminal.run() == 0
    assert "Rest break comes again in 5m." in out(capsys)
    terminal.desk.work(300)
    assert terminal.run("skip") == 0
    terminal.desk.work(5)
    assert terminal.desk.outcomes() == [Outcome.POSTPONED, Outcome.SKIPPED]


def test_what_is_not_open_is_refused(terminal: Terminal, capsys: Capture) -> None:
    assert terminal.run("done") == 2
    assert "No break is due." in capsys.readouterr().err


def test_the_list_of_a_day_and_of_a_week(terminal: Terminal, capsys: Capture) -> None:
    desk = terminal.desk
    desk.work(3600)
    desk.act(Act.BEGIN)
    desk.quiet(60)
    desk.work(30)
    desk.quiet(210)
    desk.work(1800)
    desk.call(60)
    desk.work(1900)
    for words in (("list",), ("list", "--week")):
        assert terminal.run(*words) == 0
        lines = out(capsys)
        assert lines[0] == (
            "2026-11-23 09:00  Rest break: taken, 4m30s of rest, 30s of typing or mouse"
        )
        assert lines[1] == "2026-11-23 10:05  Rest break: open"
        assert lines[2] == "2 due: 1 taken, 1 open."
        assert "in calls" in lines[3]


def test_an_empty_list(terminal: Terminal, capsys: Capture) -> None:
    terminal.run("list")
    assert out(capsys) == ["No break has come due."]


def test_a_limit_has_no_rest_of_its_own(terminal: Terminal, capsys: Capture) -> None:
    terminal.run("set", "--limit", "1h")
    terminal.desk.work(3600)
    terminal.desk.act(Act.SKIP)
    capsys.readouterr()
    terminal.run("list")
    assert out(capsys)[0] == "2026-11-23 09:00  Daily limit: skipped, you skipped it"


def test_documents(terminal: Terminal, capsys: Capture) -> None:
    terminal.desk.work(3600)
    for words in (("--json",), ("status", "--json"), ("list", "--json"), ("set", "--json")):
        assert terminal.run(*words) == 0
        document = json.loads(capsys.readouterr().out)
        assert document["schema"] == "workspace-assistant/breaks/1"


def test_modes_and_their_ends(terminal: Terminal, capsys: Capture) -> None:
    terminal.run("quiet")
    terminal.run("reading", "45m")
    terminal.run("status")
    told = out(capsys)
    assert told[0] == "Quiet until 09:00: no break is offered before."
    assert told[1] == "Reading until 08:45: quiet keys do not count as being away."
    assert set(told[:2]) < set(told[2:])
    terminal.run("quiet", "off")
    terminal.run("reading", "off")
    assert out(capsys) == ["Breaks come as usual.", "Quiet keys count as being away."]


def test_everything_can_be_chosen(terminal: Terminal, capsys: Capture) -> None:
    words = "--rest-after 50m --rest-for 8m --micro-after 20m --micro-for 20s --limit 7h --times 1"
    more = "--postpone 10m --strict on --full-screen off --rest on"
    assert terminal.run("set", *words.split(), *more.split()) == 0
    assert out(capsys) == [
        "Rest break: 8m after 50m of work.",
        "Micro-break: 20s after 20m of work.",
        "Daily limit: 7h.",
        "Postponed by 10m, at most once in a row.",
        "Strict: breaks are neither postponed nor skipped.",
        "Breaks come also while a program fills the screen.",
    ]
    terminal.run("set", "--micro", "off", "--limit", "off", "--rest", "off")
    assert out(capsys)[:3] == ["Rest break: off.", "Micro-break: off.", "Daily limit: off."]


def test_off_is_off(terminal: Terminal, capsys: Capture) -> None:
    terminal.run("set", "--off")
    terminal.run("set")
    terminal.run()
    assert set(out(capsys)) == {
        "Breaks are off. To watch them again: workspace-assistant breaks set --on"
    }
    terminal.run("set", "--on")
    assert out(capsys)[0] == "Rest break: 5m after 1h of work."


@pytest.mark.parametrize("words", [["--strict", "perhaps"], ["--limit", "long"], ["--times", "x"]])
def test_what_nobody_understands_is_refused(words: list[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["breaks", "set", *words])


def test_choices_are_kept_on_a_disk(tmp_path: Path, capsys: Capture) -> None:
    tools = break_tools(tmp_path)

    def run(*words: str) -> int:
        arguments = parse(["breaks", *words])
        return explained(lambda: int(arguments.run(arguments, tools)))

    assert run("set", "--rest-for", "8m") == 0
    assert run("quiet", "30m") == 0
    assert run() == 0
    told = out(capsys)
    assert told[0] == "Rest break: 8m after 1h of work."
    assert told[-1] == "Today: No break has come due."
    assert any(line.startswith("Quiet until") for line in told)


def test_a_choice_that_cannot_be_kept_is_told(tmp_path: Path, capsys: Capture) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    tools = break_tools(blocked)
    arguments = parse(["breaks", "quiet"])
    assert explained(lambda: int(arguments.run(arguments, tools))) != 0
    assert "cannot be kept" in capsys.readouterr().err


def test_what_is_never_postponed_is_said_so(terminal: Terminal, capsys: Capture) -> None:
    terminal.run("set", "--times", "0")
    assert "Breaks cannot be postponed." in out(capsys)


def test_a_break_of_ones_own_that_was_broken_off_is_not_counted(
    terminal: Terminal, capsys: Capture
) -> None:
    terminal.desk.work(600)
    terminal.desk.act(Act.BEGIN)
    terminal.run("list")
    assert out(capsys)[0].endswith("Rest break: open, of your own accord")
    terminal.desk.quiet(30)
    terminal.desk.act(Act.DONE)
    terminal.desk.act(Act.BEGIN)
    terminal.desk.quiet(300)
    terminal.run("list")
    broken_off, had, counted, _ = out(capsys)
    assert "of your own accord, broken off and not counted, less than half" in broken_off
    assert "taken, of your own accord" in had
    assert counted == "1 due: 1 taken."


def test_what_is_due_too_soon_after_another_says_when_it_comes(
    terminal: Terminal, capsys: Capture
) -> None:
    terminal.run("set", "--limit", "1h")
    terminal.desk.work(3600)
    capsys.readouterr()
    terminal.run()
    assert out(capsys)[1] == "Rest break: due, and comes some minutes after this one."
    terminal.desk.act(Act.SKIP)
    terminal.desk.work(60)
    terminal.run()
    assert out(capsys)[0] == (
        "Rest break: comes in 4m at the earliest, because another break was just asked about."
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("set", "one comes after so much work: 15m to 4h, usually 1h"),
        ("set", "rest breaks; usually on"),
        ("set", "0 to 5, usually 2; 0 for never"),
        ("set", "1h to 16h, or off; usually off"),
        ("set", "Lengths are such as 30s, 5m, 1h30m."),
        ("quiet", "1m to 12h, such as 45m or 1h30m; 1h if left out; off ends it"),
        ("reading", "30m if left out; off ends it"),
        ("reading", "Example: workspace-assistant breaks reading 45m"),
    ],
)
def test_help_says_what_is_taken_and_what_is_usual(words: str, told: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        parse(["breaks", words, "--help"])
    assert told in " ".join(capsys.readouterr().out.split())
