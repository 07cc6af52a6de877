"""`mic --headset`: a look, a tone, and a word for whoever sits at a terminal."""

from __future__ import annotations

import io
import json
import sys

import pytest

from tests.unit.cli.desk import Desk, printed, run
from workspace_assistant.cli import mic_headset
from workspace_assistant.core.readiness.microphone.ports import (
    NotPlayable,
    PlaybackUnavailableError,
)


def test_the_headset_is_looked_at_without_waiting_for_anybody(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(desk, "--headset") == 10
    out, err = printed(capsys)
    assert desk.said == []
    assert desk.requests[0].play_sounds
    assert desk.requests[0].heard is None
    assert err.count("Stay quiet: a short tone is played") == 1
    assert "Earpiece heard by microphone" in out
    assert "no-word-played" in out
    assert "No word is played: this is no terminal" in err


def test_the_headset_as_json(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "--headset", "--json") == 10
    document = json.loads(printed(capsys)[0])
    assert (document["schema"], document["verdict"]) == (
        "workspace-assistant/headset/1",
        "caution",
    )
    assert {one["id"] for one in document["measurements"]} == {
        "headset.connection",
        "headset.leak",
    }


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def at_a_terminal(monkeypatch: pytest.MonkeyPatch, typed: str) -> Terminal:
    shown = Terminal()
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setattr(mic_headset.secrets, "randbelow", lambda _: 0)  # the word is "window"
    return shown


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("1\n", True),
        ("2\n", False),
        ("0\n", False),
        ("window\n9\n\n", None),
        ("maybe\n 1 \n", True),
        ("", None),
    ],
)
def test_at_a_terminal_the_word_is_asked_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, typed: str, *, heard: bool | None
) -> None:
    shown = at_a_terminal(monkeypatch, typed)
    run(desk, "--headset")
    assert [word.text for word in desk.said] == ["window"]
    assert (desk.requests[0].is_word_played, desk.requests[0].heard) == (True, heard)
    assert "  1  window" in shown.getvalue()
    assert "  0  I heard nothing" in shown.getvalue()


class TypedBytes(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2\n", "You did not recognize the word that was played."),
        ("0\n", "You did not recognize the word that was played."),
        ("x\ny\nz\n", "No word was chosen, so it is not known whether the sound is heard."),
        ("", "No word was chosen, so it is not known whether the sound is heard."),
    ],
)
def test_what_is_said_of_the_answer_is_true_of_each(
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: str,
    words: str,
) -> None:
    shown = at_a_terminal(monkeypatch, typed)
    run(desk, "--headset", "--json")
    assert words in printed(capsys)[0]
    assert shown.getvalue().count("That is none of the numbers.") == typed.count("\n") // 3 * 3


def test_bytes_that_are_no_text_are_no_answer(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    at_a_terminal(monkeypatch, "")
    monkeypatch.setattr(sys, "stdin", TypedBytes(io.BytesIO(b"\xff\n1\n"), encoding="utf-8"))
    run(desk, "--headset")
    assert desk.requests[0].heard is True


def test_a_word_that_cannot_be_played_is_not_asked_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.word_error = PlaybackUnavailableError(NotPlayable.UNPLUGGED)
    shown = at_a_terminal(monkeypatch, "1\n")
    run(desk, "--headset")
    assert (desk.requests[0].is_word_played, desk.requests[0].heard) == (False, None)
    assert "disconnected while playing" in shown.getvalue()
    assert "Which word" not in shown.getvalue()


def test_nobody_is_asked_where_input_is_closed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    at_a_terminal(monkeypatch, "")
    monkeypatch.setattr(sys, "stdin", None)
    run(desk, "--headset")
    assert desk.requests[0].heard is None


@pytest.mark.parametrize(
    ("locale", "word"),
    [(("de_DE", "UTF-8"), "Fenster"), (("es_ES", "UTF-8"), "puerta"), ((None, None), "window")],
)
def test_the_word_is_one_of_the_terminals_language(
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    locale: tuple[str | None, str | None],
    word: str,
) -> None:
    at_a_terminal(monkeypatch, "1\n")
    monkeypatch.setattr(mic_headset.locale, "getlocale", lambda: locale)
    run(desk, "--headset")
    assert [said.text for said in desk.said] == [word]
