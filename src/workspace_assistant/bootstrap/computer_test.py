"""What of this computer the program can use, tried out one by one; nothing leaves the computer."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.cli.services import SelfTestStep
from workspace_assistant.core.errors import SaidError
from workspace_assistant.core.own_process import part_words
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.adapters.desktop.bus import Place

_LEAST_FREE_BYTES = 200_000_000
_KEYRING_WAITS_S = 5.0
_WINDOW_LIMIT_S = 20
_NO_SERVER = QT_TRANSLATE_NOOP("cli", "no sound server tells")


class _FailsError(SaidError):
    """It does not work, and why."""


class _UnknownError(SaidError):
    """Whether it works cannot be told, and why."""


@dataclass(frozen=True, slots=True)
class _Trial:
    name: str
    attempt: Callable[[], None]
    loss: str


def computer_test(data_dir: Path) -> Iterator[SelfTestStep]:
    for trial in _trials(data_dir):
        yield _try(trial)


def _trials(data_dir: Path) -> tuple[_Trial, ...]:
    disk, data = partial(_write, data_dir), partial(_open_data, data_dir)
    timer = partial(_ask_timer, data_dir)
    return (
        _Trial(
            QT_TRANSLATE_NOOP("cli", "disk"),
            disk,
            QT_TRANSLATE_NOOP("cli", "nothing can be saved."),
        ),
        _Trial(
            QT_TRANSLATE_NOOP("cli", "your data"),
            data,
            QT_TRANSLATE_NOOP("cli", "no log, report or shift can be read or saved."),
        ),
        _Trial(
            QT_TRANSLATE_NOOP("cli", "microphone"),
            _list_microphones,
            QT_TRANSLATE_NOOP("cli", "the microphone is not tested before shifts."),
        ),
        _Trial(
            QT_TRANSLATE_NOOP("cli", "network over IPv4"),
            partial(_send, socket.AF_INET),
            QT_TRANSLATE_NOOP("cli", "the line is not measured."),
        ),
        _Trial(
            QT_TRANSLATE_NOOP("cli", "network over IPv6"),
            partial(_send, socket.AF_INET6),
            QT_TRANSLATE_NOOP("cli", "IPv6 is not measured."),
        ),
        _Trial(
            QT_TRANSLATE_NOOP("cli", "keyring"),
            _ask_keyring,
            QT_TRANSLATE_NOOP("cli", "no password, token or calendar's address is kept."),
        ),
        _Trial(
            QT_TRANSLATE_NOOP("cli", "notifications"),
            _ask_notifications,
            QT_TRANSLATE_NOOP("cli", "reminders show in the window alone."),
        ),
        _Trial(
            QT_TRANSLATE_NOOP("cli", "tray icon"),
            _look_for_tray,
            QT_TRANSLATE_NOOP("cli", "closing the window ends the program."),
        ),
        _Trial(
            QT_TRANSLATE_NOOP("cli", "fonts"),
            _look_for_fonts,
            QT_TRANSLATE_NOOP("cli", "some languages show boxes instead of letters."),
        ),
        _Trial(
            QT_TRANSLATE_NOOP("cli", "idle time"),
            _ask_idle,
            QT_TRANSLATE_NOOP("cli", "time away from the computer makes no gap in a block."),
        ),
        _Trial(
            QT_TRANSLATE_NOOP("cli", "screen lock"),
            _ask_lock,
            QT_TRANSLATE_NOOP("cli", "a locked screen does not count as being away."),
        ),
        _Trial(
            QT_TRANSLATE_NOOP("cli", "sleep signal"),
            _ask_login,
            QT_TRANSLATE_NOOP("cli", "sleep is told from clocks alone, some seconds late."),
        ),
        _Trial(
            QT_TRANSLATE_NOOP("cli", "calls"),
            _ask_calls,
            QT_TRANSLATE_NOOP("cli", "reminders and breaks cannot wait for the end of a call."),
        ),
        _Trial(
            QT_TRANSLATE_NOOP("cli", "timer of the system"),
            timer,
            QT_TRANSLATE_NOOP("cli", "checks before shifts need the window or its icon."),
        ),
    )


def _try(trial: _Trial) -> SelfTestStep:
    fault, unknown = "", ""
    try:
        trial.attempt()
    except _UnknownError as why:
        unknown = why.phrase
    except _FailsError as why:
        fault = why.phrase
    except Exception as error:  # noqa: BLE001 - whatever is broken is the answer
        fault = f"{type(error).__name__}: {error}"
    return SelfTestStep(trial.name, fault, unknown, trial.loss, is_part=False)


def _write(data_dir: Path) -> None:
    place = next(one for one in (data_dir, *data_dir.parents) if one.is_dir())
    with tempfile.TemporaryFile(dir=place) as file:
        file.write(b"self-test")
        file.flush()
        os.fsync(file.fileno())
    free_bytes = shutil.disk_usage(place).free
    if free_bytes < _LEAST_FREE_BYTES:
        free = str(free_bytes // 1_000_000)
        raise _FailsError(QT_TRANSLATE_NOOP("cli", "only {megabytes} MB are free"), megabytes=free)


def _open_data(data_dir: Path) -> None:
    from workspace_assistant.adapters.sqlite.database import Database
    from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore

    path = data_dir / DATABASE_NAME
    if not path.exists():
        raise _UnknownError(QT_TRANSLATE_NOOP("cli", "nothing was kept yet"))
    with closing(Database(path)) as database:
        SqliteReportStore(database).recent(1)


def _list_microphones() -> None:
    from workspace_assistant.bootstrap.checks import listed_microphones
    from workspace_assistant.core.readiness.microphone.ports import MicrophoneUnavailableError

    try:
        found = listed_microphones()
    except MicrophoneUnavailableError as error:
        raise _FailsError(error.reason.value) from error
    if not found:
        raise _FailsError(QT_TRANSLATE_NOOP("cli", "there is none"))


def _send(family: socket.AddressFamily) -> None:
    """A packet to ourselves."""
    here = "127.0.0.1" if family == socket.AF_INET else "::1"
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as one:
            one.bind((here, 0))
            one.settimeout(1.0)
            one.sendto(b"self-test", one.getsockname())
            one.recv(16)
    except OSError as error:
        raise _FailsError(error.strerror or str(error)) from error


def _ask_keyring() -> None:
    from workspace_assistant.adapters.secrets.kept_secrets import KeptSecrets
    from workspace_assistant.adapters.secrets.keyring_call import (
        KeyringTrouble,
        KeyringTroubleError,
    )

    try:
        KeptSecrets().find("self-test", _KEYRING_WAITS_S, lambda: None)
    except KeyringTroubleError as error:
        if error.trouble in {KeyringTrouble.SILENT, KeyringTrouble.LOCKED}:
            raise _UnknownError(QT_TRANSLATE_NOOP("cli", "it is locked")) from error
        raise _FailsError(f"{error.trouble.value}") from error


def _ask_notifications() -> None:
    from workspace_assistant.adapters.desktop.bus import SESSION, Place

    place = Place(
        "org.freedesktop.Notifications",
        "/org/freedesktop/Notifications",
        "org.freedesktop.Notifications",
    )
    _ask_bus(
        SESSION,
        place,
        "GetServerInformation",
        QT_TRANSLATE_NOOP("cli", "this desktop shows none, or none yet"),
    )


def _ask_login() -> None:
    from workspace_assistant.adapters.desktop.bus import SYSTEM, Place

    place = Place("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.DBus.Peer")
    _ask_bus(
        SYSTEM, place, "Ping", QT_TRANSLATE_NOOP("cli", "nothing here announces sleep (logind)")
    )


def _ask_bus(which: str, place: Place, method: str, otherwise: str) -> None:
    from workspace_assistant.adapters.desktop.bus import Bus

    if not sys.platform.startswith("linux"):
        raise _UnknownError(QT_TRANSLATE_NOOP("cli", "asked on Linux alone"))
    with closing(Bus(which)) as bus:
        if bus.call(place, method) is None:
            raise _FailsError(otherwise)


def _look_for_tray() -> None:
    from workspace_assistant.bootstrap.start import has_display

    if not has_display():
        raise _UnknownError(QT_TRANSLATE_NOOP("cli", "there is no display"))
    if not _window_finds()["tray"]:
        raise _FailsError(QT_TRANSLATE_NOOP("cli", "this desktop shows none"))


def _look_for_fonts() -> None:
    from workspace_assistant.bootstrap.start import has_display

    found = _window_finds("" if has_display() else "offscreen")
    missing = found["missing"]
    if not found["fonts"]:
        raise _FailsError(QT_TRANSLATE_NOOP("cli", "there are none"))
    if isinstance(missing, list) and missing:
        listed = ", ".join(map(str, missing))
        raise _FailsError(QT_TRANSLATE_NOOP("cli", "none for {languages}"), languages=listed)


def _window_finds(qt_platform: str = "") -> dict[str, object]:
    """In a process of its own: commands never load Qt, and a crash there must not end this one."""
    chosen = {"QT_QPA_PLATFORM": qt_platform} if qt_platform else {}
    told = subprocess.run(  # noqa: S603 - our own module
        part_words("workspace_assistant.ui.trial_window"),
        check=True,
        capture_output=True,
        timeout=_WINDOW_LIMIT_S,
        env={**os.environ, **chosen},
    ).stdout
    found = json.loads(told)
    if not isinstance(found, dict):
        raise TypeError(found)
    return found


def _ask_idle() -> None:
    from workspace_assistant.core.focus import texts

    idle_s, _, unknown = _presence()
    if idle_s is None:
        raise _FailsError(next(iter(set(unknown) - {texts.LOCK_UNKNOWN}), texts.INPUT_UNKNOWN))


def _ask_lock() -> None:
    from workspace_assistant.core.focus import texts

    if _presence()[1] is None:
        raise _FailsError(texts.LOCK_UNKNOWN)


def _presence() -> tuple[float | None, bool | None, tuple[str, ...]]:
    from workspace_assistant.adapters.desktop.presence import system_presence
    from workspace_assistant.adapters.system.focus_clock import SystemFocusClock

    with closing(system_presence(SystemFocusClock().read)) as sensor:
        found = sensor.presence()
    return found.idle_s, found.is_locked, found.unknown


def _ask_calls() -> None:
    from workspace_assistant.adapters.audio.call_sensor import PulseCallSensor

    if PulseCallSensor().in_call() is None:
        raise _FailsError(_NO_SERVER)


def _ask_timer(data_dir: Path) -> None:
    from workspace_assistant.bootstrap.schedule import schedule_service

    state = schedule_service(data_dir).state()
    if state.trouble:
        raise _UnknownError(state.trouble)
    if not state.is_installed:
        raise _UnknownError(
            QT_TRANSLATE_NOOP("cli", "it is not set up: workspace-assistant schedule install")
        )
    if not state.is_active:
        raise _FailsError(
            QT_TRANSLATE_NOOP("cli", "its files are there, but the system has not taken them up")
        )
