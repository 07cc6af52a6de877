"""Full screen and do not disturb, as desktops tell of them."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from tests.unit.adapters.desktop.test_bus_answers import ScriptedBus
from tests.unit.adapters.desktop.x_server import ERROR, ROOT, x_server
from workspace_assistant.adapters.desktop import x11_windows
from workspace_assistant.adapters.desktop.attention import (
    DesktopAttention,
    linux_attention,
    system_attention,
)
from workspace_assistant.adapters.desktop.bus import SESSION, Bus
from workspace_assistant.adapters.desktop.do_not_disturb import DesktopSilence
from workspace_assistant.adapters.desktop.full_screen import X11FullScreen
from workspace_assistant.adapters.desktop.windows_attention import (
    WindowsAttention,
    is_do_not_disturb_in,
    is_full_screen_in,
)
from workspace_assistant.core.breaks import texts

ACTIVE, STATE, FULL = 300, 301, 302


def atom(number: int) -> bytes:
    return struct.pack("<BxHII20x", 1, 0, 0, number)


def items(*found: int, bits: int = 32) -> bytes:
    head = struct.pack("<BBHIIII12x", 1, bits, 0, len(found), 4, 0, len(found))
    return head + struct.pack(f"<{len(found)}I", *found)


def front_of(folder: Path) -> X11FullScreen:
    return X11FullScreen({"DISPLAY": ":9", "HOME": str(folder)}, str(folder))


@pytest.mark.parametrize(("states", "is_full"), [((9, FULL), True), ((9,), False), ((), False)])
def test_the_window_in_front_tells_whether_it_fills_the_screen(
    tmp_path: Path, states: tuple[int, ...], is_full: bool
) -> None:
    answers = (atom(ACTIVE), items(77), atom(STATE), atom(FULL), items(*states))
    with x_server(tmp_path, *answers) as heard:
        front = front_of(tmp_path)
        assert front.is_full_screen() is is_full
        front.close()
    assert heard[2] == x11_windows.property_request(ROOT, ACTIVE)
    assert heard[5] == x11_windows.property_request(77, STATE)


def test_names_are_asked_about_once(tmp_path: Path) -> None:
    answers = (atom(ACTIVE), items(77), atom(STATE), atom(FULL), items(), items(0))
    with x_server(tmp_path, *answers) as heard:
        front = front_of(tmp_path)
        assert (front.is_full_screen(), front.is_full_screen()) == (False, False)
        front.close()
    assert len(heard) == 7


@pytest.mark.parametrize(
    "answers",
    [(atom(0),), (atom(ACTIVE), items(bits=0)), (atom(ACTIVE), ERROR), ()],
    ids=["no window manager", "it does not tell", "it errs", "it dies"],
)
def test_where_no_window_manager_tells_nothing_is_known(
    tmp_path: Path, answers: tuple[bytes, ...]
) -> None:
    with x_server(tmp_path, *answers):
        front = front_of(tmp_path)
        assert front.is_full_screen() is None
        front.close()


def test_a_window_without_states_fills_nothing(tmp_path: Path) -> None:
    with x_server(tmp_path, atom(ACTIVE), items(77), atom(0), atom(0)):
        front = front_of(tmp_path)
        assert front.is_full_screen() is False
        front.close()


def test_without_a_screen_nothing_is_known() -> None:
    assert X11FullScreen({}).is_full_screen() is None


@pytest.mark.parametrize(
    ("desktop", "written", "is_silent"),
    [
        ("ubuntu:GNOME", "false", True),
        ("GNOME", "true", False),
        ("X-Cinnamon", "false", True),
        ("MATE", "true", True),
        ("GNOME", "", None),
    ],
)
def test_some_desktops_keep_it_in_a_setting(
    desktop: str, written: str, is_silent: bool | None
) -> None:
    silence = DesktopSilence(
        ScriptedBus({}), {"XDG_CURRENT_DESKTOP": desktop}, lambda _schema, _key: written
    )
    assert silence.is_do_not_disturb() is is_silent


@pytest.mark.parametrize(
    ("desktop", "answers", "is_silent"),
    [
        ("KDE", {"Inhibited": (("b", True),)}, True),
        ("KDE", {"Inhibited": (("b", False),)}, False),
        ("XFCE", {"/do-not-disturb": (("b", True),)}, True),
        ("XFCE", {}, None),
        ("", {"Inhibited": (("s", "no"),)}, None),
        ("", {"Inhibited": ("odd",)}, None),
    ],
)
def test_others_tell_over_the_bus(
    desktop: str, answers: dict[str, tuple[object, ...]], is_silent: bool | None
) -> None:
    silence = DesktopSilence(ScriptedBus(answers), {"XDG_CURRENT_DESKTOP": desktop})
    assert silence.is_do_not_disturb() is is_silent
    silence.close()


def test_a_program_for_settings_that_is_not_there_tells_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    silence = DesktopSilence(ScriptedBus({}), {"XDG_CURRENT_DESKTOP": "GNOME"})
    assert silence.is_do_not_disturb() is None


def test_a_setting_is_read_by_the_desktops_own_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "gsettings"
    program.write_text('#!/bin/sh\necho "false"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    silence = DesktopSilence(ScriptedBus({}), {"XDG_CURRENT_DESKTOP": "GNOME"})
    assert silence.is_do_not_disturb() is True


@pytest.mark.parametrize(
    ("state", "is_full", "is_silent"),
    [
        (1, None, None),
        (2, True, None),
        (3, True, None),
        (4, True, None),
        (5, False, None),
        (6, False, True),
        (7, False, None),
        (None, None, None),
    ],
)
def test_windows_has_a_word_for_it(
    state: int | None, is_full: bool | None, is_silent: bool | None
) -> None:
    assert is_full_screen_in(state) is is_full
    assert is_do_not_disturb_in(state) is is_silent


def test_what_is_not_known_is_said() -> None:
    sensor = DesktopAttention(None, None, (Bus(SESSION),))
    seen = sensor.attention()
    assert (seen.is_full_screen, seen.is_do_not_disturb) == (None, None)
    assert seen.unknown == (texts.FULL_SCREEN_UNKNOWN, texts.DO_NOT_DISTURB_UNKNOWN)
    sensor.close()


def test_what_is_known_is_not_excused() -> None:
    class Known:
        def is_full_screen(self) -> bool:
            return True

        def is_do_not_disturb(self) -> bool:
            return False

        def close(self) -> None: ...

    seen = DesktopAttention(Known(), Known()).attention()
    assert (seen.is_full_screen, seen.is_do_not_disturb, seen.unknown) == (True, False, ())


@pytest.mark.parametrize(
    ("platform", "environment"),
    [("win32", {}), ("darwin", {}), ("linux", {}), ("linux", {"XDG_SESSION_TYPE": "wayland"})],
)
def test_every_system_has_a_sensor(
    monkeypatch: pytest.MonkeyPatch, platform: str, environment: dict[str, str]
) -> None:
    monkeypatch.setattr("workspace_assistant.adapters.desktop.attention.sys.platform", platform)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    sensor = system_attention(environment)
    monkeypatch.undo()
    assert sensor.attention().is_full_screen is None
    sensor.close()
    WindowsAttention().close()
    linux_attention({"XDG_SESSION_TYPE": "wayland"}).close()
