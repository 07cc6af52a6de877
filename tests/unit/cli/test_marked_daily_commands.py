"""What the commands of a day, and those about one's data, print in another language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from tests.fakes.check_in import CheckInDesk
from tests.fakes.data_keeping import MADE_AT, a_backup, contents
from tests.fakes.ergonomics import BAD
from tests.fakes.marked import marked, marking, plain_words
from tests.fakes.preshift import NOT_READY
from tests.fakes.publishing import URL, PublishingDesk
from tests.fakes.schedule import memory_schedule
from tests.unit.cli import (
    test_breaks,
    test_breaks_voice,
    test_check_in,
    test_ergonomics,
    test_publish_command,
    test_schedule_run,
    test_schedule_system,
    test_tips_commands,
)
from workspace_assistant.bootstrap import loudness
from workspace_assistant.cli.check_in_asking import asked_answers
from workspace_assistant.cli.data_erase import erasing_lines
from workspace_assistant.cli.data_words import backup_line, preview_lines
from workspace_assistant.cli.main import build_parser
from workspace_assistant.core.check_in.model import Answers
from workspace_assistant.core.data_keeping.erasing import Erasing
from workspace_assistant.core.data_keeping.model import DataKind, Difference, Preview
from workspace_assistant.core.phrases import Phrase

Capture = pytest.CaptureFixture[str]
_COMMANDS = (
    *("schedule", "reminders", "tips", "breaks", "ergonomics", "check-in"),
    *("publish", "data"),
)


@pytest.mark.parametrize("command", _COMMANDS)
def test_help(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "2000")  # a name beside its help, on one line
    monkeypatch.setattr(argparse, "_", marked)
    with marking():
        parsers = list(_parsers(build_parser([command])))
        helped = [one.format_help().replace(one.format_usage(), "") for one in parsers]
    names = {name for one in parsers for name in _names(one)}
    for text in helped:
        assert plain_words(text) <= names, text
    assert len(helped) > 1


def _parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action.choices, dict):
            for one in action.choices.values():
                yield from _parsers(one)


def _names(parser: argparse.ArgumentParser) -> Iterator[str]:
    """What is typed as it stands, in every language."""
    for action in parser._actions:
        for name in (*(action.choices or ()), *action.option_strings):
            yield from re.findall(r"[A-Za-z]+", name)


def _printed(capsys: Capture) -> str:
    return "".join(capsys.readouterr())


def test_breaks_that_come(capsys: Capture) -> None:
    terminal = test_breaks.Terminal()
    with marking():
        for seconds in (600, 3000, 300, 3000):
            terminal.desk.work(seconds)
            for act in ("status", "now", "list", "postpone", "skip", "done"):
                terminal.run(act)
        for words in (
            "list --week",
            "quiet 1h",
            "reading 30m",
            "quiet off",
            "reading off",
            "set --micro on --limit 7h --times 1 --strict on --full-screen off",
            "set --rest-for 5h",
            "set --times 0 --strict off --limit off --full-screen on --rest off",
            "set --off",
            "status",
        ):
            terminal.run(*words.split())
    text = _printed(capsys)
    assert plain_words(text) == set(), text


def test_calls_and_the_voice_in_them(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loudness, "is_shared", lambda: True)
    with marking():
        test_breaks_voice.run(tmp_path)
        test_breaks_voice.log_weeks(tmp_path)
        for words in ((), ("on",), (), ("off",)):
            test_breaks_voice.run(tmp_path, *words)
    text = _printed(capsys)
    assert plain_words(text, "Headset") == set(), text


def test_tips(capsys: Capture) -> None:
    terminal = test_tips_commands.Terminal()
    with marking():
        for words in (
            "helped",
            "--why",
            "",
            "helped",
            "list",
            "never pets",
            "list",
            "again pets",
            "never nothing",
        ):
            terminal.run(*words.split())
    text = _printed(capsys)
    sources = [one.tip.source for one in terminal.desk.service().listed()]
    data = [part for one in sources if one for part in (one.title, one.by, one.url)]
    ids = [one.tip.id for one in terminal.desk.service().listed()]
    assert plain_words(text, *data) <= {*ids, "nothing"}, text


def test_the_check_before_a_shift(tmp_path: Path, capsys: Capture) -> None:
    terminal = test_schedule_run.Terminal(tmp_path)
    terminal.desk.checks.script = [{"bandwidth": NOT_READY}]
    with marking():
        for words in (
            "schedule run --no-wait",
            "schedule run --no-wait",
            "schedule set --before 10 --second 0 --places home,office",
            "schedule set --before 1000",
            "schedule set --off",
            "reminders",
        ):
            terminal.run(*words.split())
        for service in (memory_schedule(), memory_schedule(is_followed=False)):
            for words in ("install", "show", "autostart on", "remove"):
                test_schedule_system.run(service, *words.split())
    text = _printed(capsys)
    # The log keeps what was told as it was told; a shift's name is data.
    told = {one.title for one in terminal.desk.why_log.recent(9)}
    told |= {one.detail for one in terminal.desk.why_log.recent(9)}
    assert plain_words(text, *filter(None, told), "home, office") <= {"systemctl"}, text


def test_the_self_check(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = test_ergonomics.Terminal(capsys, monkeypatch)
    keys = test_ergonomics.keys_of(BAD)
    texts: list[str] = []

    def ran(*words: str, typed: list[str] | None = None) -> None:
        terminal.run(*words, typed=typed)
        texts.append(terminal.out + terminal.err)

    faulty = test_ergonomics.answers_file(tmp_path, BAD, workplace="", seat="high")
    with marking():
        ran("assess", "--workplace", "office", typed=["?", "b", "x", *keys])
        ran("assess", "--workplace", "office", typed=["1"])
        ran("assess", "--answers", str(faulty))
        ran("changed", "--workplace", "office")
        ran()
    text = "\n".join(texts)
    assert plain_words(text, str(faulty), "office") == set(), text


def test_check_ins(capsys: Capture) -> None:
    desk = CheckInDesk(at=test_check_in.FIVE, shifts=())
    for day in range(13, -1, -1):
        desk.at = test_check_in.FIVE - timedelta(days=day)
        desk.service.tell(Answers(voice=2))
    with marking():
        for words in (
            "--voice 1 --hard-contacts 2 --abusive-contacts 1 --solved-contacts 1",
            "--learning-minutes 15 --note none",
            "--eyes 9",
            "hard --abusive --solved",
            "hard --undo",
            "hard --undo",
            "list",
            "remove nothing",
            "on",
            "off",
        ):
            test_check_in._run(desk, *words.split())
        asked: list[str] = []

        def left_open(question: str) -> str:
            asked.append(question)
            return ""

        asked_answers(desk.service.form(), left_open)
    text = "\n".join((_printed(capsys), *asked))
    text = "\n".join(line for line in text.splitlines() if "http" not in line)  # titles of sources
    ids = re.findall(r"\d  ([0-9a-f]{8})  ", text)
    assert plain_words(text, *ids, "none") == set(), text


def test_publishing(tmp_path: Path, capsys: Capture) -> None:
    desk = PublishingDesk(tmp_path)
    with marking():
        for words in ("status", "off", "now", "on http://x", "on https://x --send y"):
            test_publish_command.run(desk, *words.split())
        desk.check(1)
        test_publish_command.run(desk, "on", URL, "--yes")
        capsys.readouterr()  # what would be sent is data
        for words in ("status", "now", "off"):
            test_publish_command.run(desk, *words.split())
    text = _printed(capsys)
    assert plain_words(text, URL) == set(), text


def test_backups_and_erasing() -> None:
    preview = Preview(
        path="b.zip",
        made_at=None,
        app_version="1",
        format_then=1,
        contents=contents(blocks=2),
        differences=(Difference(kind=DataKind.BLOCKS, rows=3, rows_then=2, lost=1, changed=1),),
        files={"choices.json": True, "profile.toml": False},
    )
    damaged = Preview(
        path="b.zip",
        made_at=MADE_AT,
        app_version="",
        format_then=1,
        contents=contents(),
        differences=(),
        damage=Phrase("{path}: is damaged", path="a.db"),
    )
    erasing = Erasing(
        data_dir="/d",
        files=("a.db",),
        rows=3,
        backups=("c.zip",),
        elsewhere=("d.zip",),
        secrets=("e/f",),
        starts_by_itself=True,
    )
    with marking():
        lines = [
            *preview_lines(preview, UTC),
            *preview_lines(damaged, UTC),
            *erasing_lines(erasing),
            backup_line(a_backup(), UTC),
        ]
    text = "\n".join(lines)
    assert plain_words(text) <= {"kB"}, text
