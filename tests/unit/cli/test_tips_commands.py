"""`tips` and its actions, on a day that is written down."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import UTC
from pathlib import Path

import pytest

from tests.fakes.tips import NOON, TipsDesk, a_tip, facts_of
from workspace_assistant.adapters.files.tips_catalog import read_tips
from workspace_assistant.cli.main import explained, parse
from workspace_assistant.cli.tips_services import TipTools
from workspace_assistant.core.tips.model import Grade

Capture = pytest.CaptureFixture[str]

PETS = a_tip("pets", topic="family_pets_door", cooldown_days=7)
IDEA = a_tip("sharper", "microphone.snr < 15", grade=Grade.IDEA)


@dataclass
class Terminal:
    """The commands, on a desk of the test's own."""

    desk: TipsDesk = field(default_factory=lambda: TipsDesk(catalog=(PETS, IDEA)))

    def run(self, *words: str) -> int:
        arguments = parse(["tips", *words])
        tools = TipTools(service=self.desk.service, zone=lambda: UTC, read_tips=read_tips)
        return explained(lambda: int(arguments.run(arguments, tools)))


@pytest.fixture
def terminal() -> Terminal:
    return Terminal()


def out(capsys: Capture) -> list[str]:
    return capsys.readouterr().out.splitlines()


def test_a_tip_with_its_fact_its_source_and_its_grade(terminal: Terminal, capsys: Capture) -> None:
    assert terminal.run() == 0
    assert out(capsys) == [
        "Family, pets and the door (B, one study)",
        "Do pets.",
        "Because: interruptions.pet.week is 4.",
        "Source: Somebody, 2020. A study. https://doi.org/10.1000/1",
        "Its id is pets. Answer with “tips helped”, “tips not-now” or “tips never”.",
    ]


def test_an_idea_is_called_one_and_has_no_source(terminal: Terminal, capsys: Capture) -> None:
    terminal.desk.facts = facts_of(microphone__snr=9)
    assert terminal.run() == 0
    assert out(capsys)[:3] == [
        "Noise (idea)",
        "Do sharper.",
        "Because: microphone.snr is 9.",
    ]


def test_a_page_without_a_year(terminal: Terminal, capsys: Capture) -> None:
    source = PETS.source
    assert source is not None
    terminal.desk.catalog = (replace(PETS, source=replace(source, year=None)),)
    terminal.run()
    assert "Source: Somebody. A study. https://doi.org/10.1000/1" in out(capsys)


def test_the_second_time_it_says_when_the_next_comes_and_shows_the_last(
    terminal: Terminal, capsys: Capture
) -> None:
    terminal.run()
    capsys.readouterr()
    terminal.desk.facts = facts_of(interruptions__pet__week=9, microphone__snr=9)
    terminal.desk.clock.advance(600)
    assert terminal.run() == 0
    assert out(capsys) == [
        "No tip now. A tip was shown within the last hour.",
        "The next one may come at 13:00.",
        "",
        "The last one, 2026-11-23 12:00:",
        "  Family, pets and the door (B, one study)",
        "  Do pets.",
        "  Because: interruptions.pet.week is 4.",
        "  Source: Somebody, 2020. A study. https://doi.org/10.1000/1",
        "  Its id is pets. Answer with “tips helped”, “tips not-now” or “tips never”.",
    ]


def test_in_a_call_none_comes(terminal: Terminal, capsys: Capture) -> None:
    terminal.desk.calling = True
    assert terminal.run() == 0
    assert out(capsys) == ["No tip now. The microphone is in use: a call may be going on."]
    assert terminal.desk.log.events == []


def test_why_says_it_of_every_tip(terminal: Terminal, capsys: Capture) -> None:
    terminal.desk.catalog = (
        PETS,
        a_tip("second"),
        a_tip("many", "interruptions.pet.week >= 9"),
        IDEA,
        a_tip("clear", "microphone.snr < 20 and line.upload_change < 0"),
    )
    terminal.desk.facts |= facts_of(microphone__snr=None, line__upload_change=None)
    terminal.desk.calling = None
    assert terminal.run("--why") == 0
    lines = out(capsys)
    assert lines[5:] == [
        "Whether a call goes on cannot be seen here, so calls hold no tips back.",
        "",
        "Chosen:",
        "  pets: It fits what was measured or logged.",
        "    interruptions.pet.week is 4.",
        "",
        "Fits:",
        "  second: Another tip comes first.",
        "    interruptions.pet.week is 4.",
        "",
        "Not relevant now:",
        "  many: What was measured or logged gives no reason.",
        "    interruptions.pet.week is 4.",
        "",
        "Not known:",
        "  No microphone.snr yet.",
        "    sharper, clear",
        "  No line.upload_change yet.",
        "    clear",
    ]


def test_json(terminal: Terminal, capsys: Capture) -> None:
    assert terminal.run("--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["chosen"]["id"], document["last"]) == ("pets", None)
    assert "why" not in document
    assert terminal.run("--why", "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["chosen"], document["last"]["id"]) == (None, "pets")
    assert [one["id"] for one in document["why"]] == ["pets", "sharper"]


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("helped", "pets: It helped."),
        ("not-now", "pets: Not now."),
        ("never", "pets: Does not apply to me."),
    ],
)
def test_an_answer_is_about_the_last_tip(
    terminal: Terminal, capsys: Capture, word: str, said: str
) -> None:
    terminal.run()
    capsys.readouterr()
    assert terminal.run(word) == 0
    assert out(capsys) == [said]
    terminal.run()
    assert out(capsys)[-1] == f"  Your answer: {said.removeprefix('pets: ')}"


def test_an_answer_about_another_tip_and_back_again(terminal: Terminal, capsys: Capture) -> None:
    assert terminal.run("never", "sharper") == 0
    assert terminal.run("list") == 0
    lines = out(capsys)
    assert "  sharper (idea) - put away; “tips again sharper” brings it back" in lines
    assert terminal.run("again", "sharper") == 0
    assert terminal.run("list") == 0
    lines = out(capsys)
    assert lines[0] == "sharper: Put back."
    assert "  sharper (idea)" in lines


def test_before_a_tip_was_shown_there_is_nothing_to_answer(
    terminal: Terminal, capsys: Capture
) -> None:
    assert terminal.run("helped") == 2
    assert capsys.readouterr().err == "No tip was shown yet.\n"
    assert terminal.run("never", "nobody") == 2
    assert capsys.readouterr().err == "There is no tip “nobody”.\n"
    assert terminal.desk.log.events == []


def test_the_catalog(terminal: Terminal, capsys: Capture) -> None:
    terminal.run()
    terminal.run("helped")
    capsys.readouterr()
    assert terminal.run("list") == 0
    assert out(capsys) == [
        "Family, pets and the door:",
        "  pets (B, one study) - shown 2026-11-23, it helped",
        "    Do pets.",
        "Noise:",
        "  sharper (idea)",
        "    Do sharper.",
    ]
    assert terminal.run("list", "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert [one["offered_at"] for one in document["tips"]] == [NOON.isoformat(), None]


def test_files_of_tips_are_checked(terminal: Terminal, capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "noise.toml"
    good = (
        'schema = 1\n[[tip]]\nid = "a"\ntext = "Do."\ntrigger = "microphone.snr < 9"\ngrade = "D"'
    )
    file.write_text(good, encoding="utf-8")
    assert terminal.run("check", str(file)) == 0
    assert out(capsys) == ["Tips without a fault: 1."]
    file.write_text(good.replace('"D"', '"B"').replace("snr", "noise"), encoding="utf-8")
    assert terminal.run("check", str(file)) == 2
    assert capsys.readouterr().err.splitlines() == [
        "noise: a: trigger: there is no fact “microphone.noise”",
        "noise: a: source: is missing: only an idea (grade D) has none",
    ]
