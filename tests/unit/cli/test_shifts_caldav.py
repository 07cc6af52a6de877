"""`shifts subscribe --caldav`: signing in, and choosing among a server's calendars."""

from __future__ import annotations

import io
import sys

import pytest

from tests.fakes.shift_tools import ShiftCommands
from tests.fakes.shifts import an_event
from workspace_assistant.cli import passwords
from workspace_assistant.core.shifts.ports import CalendarError

TUESDAY = an_event("2026-11-24 08:00", "2026-11-24 16:00", "Shift", uid="tue")
SERVER = "https://dav.example"
SIGN_IN = f"{SERVER}\ncanary-user\ncanary-word\n"
KEPT = "caldavs://canary-user:canary-word@dav.example/Work/"


class Terminal(io.StringIO):
    """Somebody sits at it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> ShiftCommands:
    commands = ShiftCommands()
    commands.publish(TUESDAY)
    commands.server.names = ("Work",)
    say(monkeypatch, SIGN_IN)
    return commands


def say(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def sit_down(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """The password is asked for without echo: that of the terminal is not the test's."""
    monkeypatch.setattr(sys, "stdin", Terminal(text))
    monkeypatch.setattr(
        "workspace_assistant.cli.shifts_caldav.ask_password",
        lambda _prompt: passwords.read_password_line(),
    )


@pytest.mark.parametrize("options", [("--caldav", "--address-stdin"), ("--calendar", "work")])
def test_the_only_calendar_is_subscribed_to(
    desk: ShiftCommands, capsys: pytest.CaptureFixture[str], options: tuple[str, ...]
) -> None:
    assert desk.run("subscribe", "Roster", *options) == 0
    told = capsys.readouterr()
    assert "Kept “Roster”: 1 shift; 0 other events left out" in told.out
    assert list(desk.addresses.kept.values()) == [KEPT]
    (asked,) = desk.server.asked
    assert (asked.address, asked.user, asked.password) == (SERVER, "canary-user", "canary-word")
    assert "canary" not in told.out + told.err + repr(desk.store.kept) + repr(desk.server.asked)


def test_a_preview_keeps_nothing(desk: ShiftCommands, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run("subscribe", "Roster", "--caldav", "--preview") == 0
    assert "this is a preview" in capsys.readouterr().out
    assert (desk.addresses.kept, desk.addresses.held) == ({}, {})


def test_of_several_calendars_one_has_to_be_named(
    desk: ShiftCommands, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.server.names = ("Home\x1b[2J", "Work")
    assert desk.run("subscribe", "Roster", "--caldav") == 2
    assert capsys.readouterr().err.splitlines() == [
        "  1  Home[2J",
        "  2  Work",
        "The server has several calendars for you. Choose one of them with --calendar NAME",
    ]
    say(monkeypatch, SIGN_IN)
    assert desk.run("subscribe", "Roster", "--caldav", "--calendar", "WORK") == 0
    assert list(desk.addresses.kept.values()) == [KEPT]
    say(monkeypatch, SIGN_IN)
    assert desk.run("subscribe", "Other", "--calendar", "Wrok") == 2
    assert "no calendar named “Wrok” for you" in capsys.readouterr().err


@pytest.mark.parametrize("word", ["2", "work"])
def test_on_a_terminal_it_is_asked_which(
    desk: ShiftCommands,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    word: str,
) -> None:
    desk.server.names = ("Home", "Work")
    sit_down(monkeypatch, f"{SIGN_IN}{word}\n")
    assert desk.run("subscribe", "Roster", "--caldav") == 0
    assert "Which one? Its number or name: " in capsys.readouterr().err
    assert list(desk.addresses.kept.values()) == [KEPT]


@pytest.mark.parametrize(
    ("word", "message"),
    [(" ", "Choose one of them"), ("", "no calendar was given"), ("7", "no calendar named “7”")],
)
def test_an_answer_that_names_none_keeps_nothing(
    desk: ShiftCommands,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    word: str,
    message: str,
) -> None:
    desk.server.names = ("Home", "Work")
    sit_down(monkeypatch, f"{SIGN_IN}{word}\n")
    assert desk.run("subscribe", "Roster", "--caldav") == 2
    assert message in capsys.readouterr().err
    assert desk.addresses.kept == {}


def test_an_address_with_its_sign_in_is_all_that_is_asked(
    desk: ShiftCommands, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    say(monkeypatch, "http://canary-user:canary-word@dav.example/\n")
    assert desk.run("subscribe", "Roster", "--caldav") == 0
    assert list(desk.addresses.kept.values()) == [KEPT.replace("caldavs:", "caldav:")]
    assert "read the password" in capsys.readouterr().err


def test_the_environment_may_hold_the_address(
    desk: ShiftCommands, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.of_environment = KEPT
    say(monkeypatch, "")
    assert desk.run("subscribe", "Roster", "--caldav") == 0
    assert list(desk.addresses.kept.values()) == [KEPT]


def test_what_is_missing_or_refused_is_one_sentence(
    desk: ShiftCommands, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    say(monkeypatch, f"{SERVER}\nme\n")
    assert desk.run("subscribe", "Roster", "--caldav") == 2
    assert capsys.readouterr().err == "no password was given on standard input\n"
    desk.server.fault = CalendarError("sign-in-refused", "The server does not take it.")
    say(monkeypatch, SIGN_IN)
    assert desk.run("subscribe", "Roster", "--caldav") == 2
    assert capsys.readouterr().err == "The server does not take it.\n"
    say(monkeypatch, "ftp://canary\n")
    assert desk.run("subscribe", "Roster", "--caldav") == 2
    assert "canary" not in capsys.readouterr().err


def test_a_subscription_that_asks_for_a_sign_in_says_how(
    desk: ShiftCommands, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.feed.answers["*"] = CalendarError("sign-in-needed", "It asks for a sign-in.")
    assert desk.run("subscribe", "Roster") == 2
    assert capsys.readouterr().err == ("It asks for a sign-in. For that, add --caldav\n")


def test_an_address_as_the_name_of_a_calendar_is_refused(
    desk: ShiftCommands, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.run("subscribe", "Roster", "--calendar", "https://canary.example") == 2
    assert "canary" not in capsys.readouterr().err
    assert desk.server.asked == []
