"""What the `focus` commands tell: what changed, what went with it, and what to do next."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.fakes.focus_tools import FocusDesk
from workspace_assistant.cli.focus_help import GROUPS
from workspace_assistant.cli.main import parse
from workspace_assistant.cli.output import printable

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.fixture
def desk() -> FocusDesk:
    """Monday 2026-11-23, 13:00 in Madrid; a block of the morning with two interruptions."""
    desk = FocusDesk()
    desk.clock.advance(4 * 3600)
    desk.run("add", "Mail", "--from", "9:00", "--to", "10:00")
    for at in ("9:10", "9:50"):
        desk.run("interruption", "add", mail(desk), "pet", "--at", at, "--note", "cat")
    return desk


def mail(desk: FocusDesk) -> str:
    return next(iter(desk.log.kept.blocks.values())).id


def changed(desk: FocusDesk, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What the latest change changed."""
    capsys.readouterr()
    desk.run("changes")
    lines = capsys.readouterr().out.splitlines()[1:]
    ends = (number for number, line in enumerate(lines) if not line.startswith(" " * 8))
    return [line.strip() for line in lines[: next(ends, None)]]


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        (["--name", "Post"], "name Mail → Post"),
        (["--for", "50m"], "plan none → 50m"),
        (["--tag", "a", "--tag", "b"], "tags none → a, b"),
        (["--channel", "chat"], "channel other → chat"),
        (["--to", "10:30"], "end 10:00 → 10:30"),
        (["--from", "2026-11-22T23:00"], "start 09:00 → Sun 2026-11-22 23:00"),
    ],
)
def test_an_edit_tells_both_values(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str], words: list[str], fact: str
) -> None:
    assert desk.run("edit", mail(desk), *words) == 0
    assert changed(desk, capsys)[0].endswith(f": {fact}")


def test_parts_that_came_and_went_are_told(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    (line,) = changed(desk, capsys)
    assert line.endswith("“Mail”: + interruption Pet (external) 09:50, cat")
    desk.run("interruption", "edit", mail(desk), "2", "--until", "9:55")
    (line,) = changed(desk, capsys)
    assert line.endswith("09:50, cat → interruption Pet (external) 09:50 until 09:55, cat")
    desk.run("interruption", "delete", mail(desk), "1")
    (line,) = changed(desk, capsys)
    assert line.endswith(": - interruption Pet (external) 09:10, cat")
    desk.run("delete", mail(desk))
    (line,) = changed(desk, capsys)
    assert line.endswith("“Mail”: removed, 09:00-10:00, 1 interruption")


def test_gaps_are_told_by_what_they_were(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.run("start", "Chat")
    desk.run("pause", "--break")
    assert changed(desk, capsys)[0].endswith("“Chat”: + Break 13:00-...")


def test_a_clock_that_was_set_is_told(desk: FocusDesk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.run("start", "Chat")
    desk.clock.step_wall(3600)
    desk.run("interrupt", "pet")
    capsys.readouterr()
    desk.run("changes")
    assert "“Chat”: the computer's clock was set" in capsys.readouterr().out


def test_a_change_of_many_blocks_stays_short(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    start = 1795420800 - 20 * 86_400
    frames = [[start + n * 60, start + n * 60 + 50, f"job {n}", f"{n}", [], 0] for n in range(12)]
    file = tmp_path / "watson.json"
    file.write_text(json.dumps(frames))
    assert desk.run("import", str(file)) == 0
    lines = changed(desk, capsys)
    assert (len(lines), lines[-1]) == (11, "... and 2 more: see --json")


def test_interruptions_that_a_cut_takes_along_are_told(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert desk.run("edit", mail(desk), "--to", "9:40") == 0
    assert "1 interruption outside went with it" in capsys.readouterr().err
    words = ("add", "Chat", "--from", "9:05", "--to", "9:40", "--overlap", "trim-old")
    assert desk.run(*words, "--json") == 0
    assert "1 interruption outside went with it" in capsys.readouterr().err


def test_less_can_be_planned(desk: FocusDesk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.run("start", "Chat", "--for", "50m")
    capsys.readouterr()
    assert desk.run("extend", "--less", "20m") == 0
    assert "30m left" in capsys.readouterr().out


@pytest.mark.parametrize("words", [[], ["10m", "--less", "5m"], ["-10m"]])
def test_more_or_less_is_one_of_two(desk: FocusDesk, words: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        desk.run("extend", *words)
    assert end.value.code == 2


@pytest.mark.parametrize(
    ("words", "step"),
    [
        (["resume"], "Begin one: workspace-assistant focus start NAME"),
        (["delete", "abcd"], "Ids of blocks: workspace-assistant focus list --all"),
        (["add", "x", "--from", "9:30", "--to", "9:40"], "--overlap trim-old"),
    ],
)
def test_a_refusal_says_what_can_be_done(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str], words: list[str], step: str
) -> None:
    assert desk.run(*words) == 2
    assert step in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        (["start", "x", "--channel", "fax"], "phone, email, chat, social"),
        (["start", "x", "--preset", "90/20"], "25/5, 50/10"),
        (["interrupt", "boss"], "noise, family, pet"),
        (["answer", "perhaps"], "keep, discard, break"),
    ],
)
def test_a_word_that_is_not_understood_is_answered_with_those_that_are(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str], words: list[str], choices: str
) -> None:
    with pytest.raises(SystemExit):
        desk.run(*words)
    assert f"choose from {choices}" in capsys.readouterr().err


def test_the_overview_names_every_action_and_no_other(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        parse(["focus", "--help"])
    assert 'focus start "Refund queue"' in capsys.readouterr().out

    with pytest.raises(SystemExit):
        parse(["focus", "no-such-action"])
    known = capsys.readouterr().err.rpartition("choose from")[2]
    named = sorted(name for group in GROUPS.values() for name in group)
    assert sorted(word.strip(" ')\n") for word in known.split(",")) == named


def test_every_action_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    for name in (name for group in GROUPS.values() for name in group):
        with pytest.raises(SystemExit):
            parse(["focus", name, "--help"])
        text = capsys.readouterr().out
        usage, _, about = text.partition("\n\n")
        assert usage.startswith("usage: workspace-assistant focus")
        assert not about.startswith(("options", "positional")), name


def test_names_from_outside_steer_no_terminal() -> None:
    assert printable("\x1b[2J\u202eMail") == "[2JMail"
    assert printable(FAMILY) == FAMILY


def test_a_start_that_is_put_off_says_when_it_begins(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.run("start", "Mail")
    desk.clock.advance(600)
    desk.run("stop")
    desk.clock.step_wall(-300)  # inside the block that is over
    capsys.readouterr()
    desk.run("start", "Refunds")

    assert "“Refunds” begins at 13:10, when the block before it ends." in capsys.readouterr().err


def test_an_end_that_no_clock_shows_explains_itself(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.run("start", "Refunds")
    desk.clock.advance(600)
    desk.clock.step_wall(3600)
    desk.run("stop")

    told = capsys.readouterr().err
    assert "“Refunds” ended at 13:10 by its own clock" in told
    assert "was set while it ran and showed 14:10." in told


def test_an_end_by_the_computers_clock_needs_no_word(
    desk: FocusDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.run("start", "Refunds")
    desk.clock.advance(600)
    capsys.readouterr()
    desk.run("stop")

    assert capsys.readouterr().err == ""
