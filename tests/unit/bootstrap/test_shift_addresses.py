"""Addresses of calendars that are only tried, and files of calendars as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from workspace_assistant.bootstrap import calendar_file
from workspace_assistant.bootstrap.calendar_file import read_calendar_file
from workspace_assistant.bootstrap.shift_addresses import TriedAddresses
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.ports import CalendarError

CTX = JobContext(lambda progress: None)


class Keyring:
    """Keeps what it is given, unless it is locked."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.is_locked = False

    def keep(self, source_id: str, address: str, ctx: JobContext, /) -> None:
        self._check(ctx)
        self.kept[source_id] = address

    def forget(self, source_id: str, ctx: JobContext, /) -> None:
        self._check(ctx)
        self.kept.pop(source_id, None)

    def find(self, source_id: str, ctx: JobContext, /) -> str:
        self._check(ctx)
        return self.kept[source_id]

    def _check(self, ctx: JobContext) -> None:
        ctx.checkpoint()
        if self.is_locked:
            raise CalendarError("keyring-locked", "Locked.")


@pytest.fixture
def keyring() -> Keyring:
    return Keyring()


@pytest.fixture
def addresses(keyring: Keyring) -> TriedAddresses:
    return TriedAddresses(keyring, keyring.find)


def test_an_address_is_tried_without_the_keyring(
    addresses: TriedAddresses, keyring: Keyring
) -> None:
    keyring.is_locked = True
    addresses.hold("work", "https://x.example/canary")
    assert addresses.find("work", CTX) == "https://x.example/canary"
    addresses.let_go("work")
    addresses.let_go("work")
    with pytest.raises(CalendarError):
        addresses.find("work", CTX)
    assert keyring.kept == {}


def test_what_is_kept_is_held_no_longer(addresses: TriedAddresses, keyring: Keyring) -> None:
    addresses.hold("work", "https://x.example/canary")
    addresses.keep_held("work", CTX)
    assert keyring.kept == {"work": "https://x.example/canary"}
    keyring.kept["work"] = "https://x.example/newer"
    assert addresses.find("work", CTX) == "https://x.example/newer"
    addresses.forget("work", CTX)
    assert keyring.kept == {}


def test_an_address_that_could_not_be_kept_is_still_held(
    addresses: TriedAddresses, keyring: Keyring
) -> None:
    """So that the person may unlock the keyring and try again."""
    addresses.hold("work", "https://x.example/canary")
    keyring.is_locked = True
    with pytest.raises(CalendarError):
        addresses.keep_held("work", CTX)
    assert addresses.find("work", CTX) == "https://x.example/canary"
    assert "canary" not in repr(addresses)


def test_a_calendar_file_is_read_up_to_what_is_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "roster.ics"
    path.write_bytes(b"\xef\xbb\xbfBEGIN:VCALENDAR\r\n")
    assert read_calendar_file(path) == b"\xef\xbb\xbfBEGIN:VCALENDAR\r\n"
    monkeypatch.setattr(calendar_file, "MOST_BYTES", 4)
    assert len(read_calendar_file(path)) == 5


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "absent.ics", Path("a\0b")):
        with pytest.raises(UserInputError, match=r"cannot be read|is not a file"):
            read_calendar_file(path)
