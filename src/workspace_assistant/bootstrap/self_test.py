"""What this installation needs to work, tried out one by one on this computer alone."""

from __future__ import annotations

import importlib
import os
import secrets
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from workspace_assistant.adapters.files.profile_file import default_profile_path, read_profile
from workspace_assistant.adapters.sqlite.store_file import can_encrypt
from workspace_assistant.cli.services import SelfTestStep
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.own_process import part_words
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_WINDOW_LIMIT_S = 20
_ACCURACY_DB = 0.2
_STREAM_S = 0.3


def self_test() -> Iterator[SelfTestStep]:
    steps: tuple[tuple[str, Callable[[], None]], ...] = (
        (QT_TRANSLATE_NOOP("cli", "default profile"), _read_default_profile),
        (QT_TRANSLATE_NOOP("cli", "database"), _use_database),
        *(((QT_TRANSLATE_NOOP("cli", "encryption"), _use_encryption),) if can_encrypt() else ()),
        (QT_TRANSLATE_NOOP("cli", "speech level arithmetic"), _measure_known_level),
        (QT_TRANSLATE_NOOP("cli", "sound library"), _load_sound_library),
        (QT_TRANSLATE_NOOP("cli", "measurement target"), _serve_target),
        (QT_TRANSLATE_NOOP("cli", "network libraries"), _load_network_libraries),
        (QT_TRANSLATE_NOOP("cli", "voice stream"), _stream_to_own_target),
        (QT_TRANSLATE_NOOP("cli", "window"), _open_hidden_window),
    )
    for name, step in steps:
        yield _try(name, step)


def _try(name: str, step: Callable[[], None]) -> SelfTestStep:
    try:
        step()
    except Exception as error:  # noqa: BLE001 - whatever is broken is the answer
        return SelfTestStep(name, f"{type(error).__name__}: {error}")
    return SelfTestStep(name, "")


def _read_default_profile() -> None:
    read_profile(default_profile_path())


def _use_database() -> None:
    from workspace_assistant.adapters.sqlite.database import Database
    from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore

    with tempfile.TemporaryDirectory() as directory:
        database = Database(Path(directory) / "self-test.sqlite3")
        try:
            SqliteReportStore(database).recent(1)
        finally:
            database.close()


def _use_encryption() -> None:
    """The optional extra: what is written with a key is read with it, and not without."""
    from workspace_assistant.adapters.sqlite.store_file import StoreFile, can_open

    with tempfile.TemporaryDirectory() as directory:
        file = StoreFile(Path(directory) / "self-test.encrypted", secrets.token_hex(32))
        with closing(file.connect()) as connection:
            connection.execute("PRAGMA user_version = 7")
        if not can_open(file) or can_open(StoreFile(file.path, secrets.token_hex(32))):
            raise RuntimeError("a key opens what it should not, or not what it should")


def _measure_known_level() -> None:
    import numpy as np

    from workspace_assistant.core.signal.active_speech_level import active_speech_level

    rate_hz = 48_000
    tone = 0.1 * np.sin(2 * np.pi * 1000 * np.arange(2 * rate_hz) / rate_hz)
    level = active_speech_level(tone, rate_hz)
    expected_dbov = -23.01
    if level is None or abs(level.level_dbov - expected_dbov) > _ACCURACY_DB:
        raise ArithmeticError(f"{level} where {expected_dbov} dBov was played")


def _load_sound_library() -> None:
    import sounddevice

    sounddevice.get_portaudio_version()


def _serve_target() -> None:
    import urllib.request

    from workspace_assistant.adapters.network.target import EmbeddedTarget

    with (
        EmbeddedTarget() as target,
        urllib.request.urlopen(f"{target.base_url}/empty.php", timeout=2) as answer,  # noqa: S310 - our own loopback address
    ):
        answer.read()


def _load_network_libraries() -> None:
    for name in ("aioice", "cryptography.x509", "keyring", "truststore"):
        importlib.import_module(name)


def _stream_to_own_target() -> None:
    """The stream's own process starts, sends and hears."""
    from workspace_assistant.adapters.network.target import EmbeddedTarget
    from workspace_assistant.adapters.network.voice_path.process import ProcessVoicePath
    from workspace_assistant.core.readiness.voice_path.model import VoiceTarget

    ctx = JobContext(lambda _progress: None)
    with EmbeddedTarget() as target:
        server = f"stun:{target.base_url.rpartition('/')[2]}"
        with ProcessVoicePath().open(VoiceTarget(stun=(server,)), ctx) as stream:
            ctx.wait(_STREAM_S)
            trace = stream.finish(ctx)
    if not any(came is not None for came in trace.stream.received_s):
        raise ConnectionError(f"none of {len(trace.stream.sent_s)} packets came back")


def _open_hidden_window() -> None:
    """In a process of its own: commands never load Qt, and a crash there must not end this one."""
    subprocess.run(  # noqa: S603 - our own module
        part_words("workspace_assistant.ui.trial_window"),
        check=True,
        capture_output=True,
        timeout=_WINDOW_LIMIT_S,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
