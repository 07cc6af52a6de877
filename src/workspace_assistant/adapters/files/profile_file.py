"""Workplace profiles as TOML files."""

from __future__ import annotations

import errno
import hashlib
import tomllib
from pathlib import Path

from workspace_assistant.adapters.files.locations import resources
from workspace_assistant.adapters.files.managed_settings import (
    ManagedPlace,
    managed_settings,
    system_place,
)
from workspace_assistant.adapters.files.writing import write_whole
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.profile.faults import ProfileError
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.profile.parse import parse_profile
from workspace_assistant.core.settings.managed import LOCKED, PROFILE, Managed
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_LARGEST_BYTES = 256 * 1024
_CHOSEN = "profile.toml"
_NO_TEXT = QT_TRANSLATE_NOOP("readiness", "byte {byte}: not UTF-8 text")
_NO_TOML = QT_TRANSLATE_NOOP("readiness", "not valid TOML: {reason}")
_UNREADABLE = QT_TRANSLATE_NOOP("readiness", "cannot be read: {reason}")
_TOO_LARGE = QT_TRANSLATE_NOOP("readiness", "larger than {most} KiB: not a profile")


def default_profile_path() -> Path:
    return resources() / "profiles" / "default.toml"


def read_profile(path: Path) -> WorkplaceProfile:
    """The profile in file *path*. Raises `ProfileError` with all faults, each with its place."""
    return _parse(_read_bytes(path))


def _parse(content: bytes) -> WorkplaceProfile:
    try:
        document = tomllib.loads(content.decode("utf-8-sig"))  # Windows' Notepad writes the mark
    except UnicodeDecodeError as error:
        raise _refused(_NO_TEXT, byte=str(error.start)) from error
    except (ValueError, RecursionError) as error:  # TOML's own errors, and numbers without end
        raise _refused(_NO_TOML, reason=str(error)) from error
    return parse_profile(document, f"sha256:{hashlib.sha256(content).hexdigest()}")


def _read_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_BYTES + 1)
    except OSError as error:
        raise _refused(_UNREADABLE, reason=error.strerror or str(error)) from error
    if len(content) > _LARGEST_BYTES:
        raise _refused(_TOO_LARGE, most=str(_LARGEST_BYTES // 1024))
    return content


def _refused(sentence: str, **parts: str) -> ProfileError:
    return ProfileError((Phrase(sentence, **parts),))


def active_profile_path(data_dir: Path, place: ManagedPlace | None = None) -> Path:
    """What the organization locked, else what was chosen with `use_profile`, else what it preset.

    Else the one that ships with the program. *place*: where the organization's settings lie.
    """
    managed = managed_settings(place or system_place())
    if PROFILE in managed.lock:
        return _beside(managed, managed.lock[PROFILE])
    chosen = data_dir / _CHOSEN
    if chosen.is_file():
        return chosen
    preset = managed.preset.get(PROFILE)
    return default_profile_path() if preset is None else _beside(managed, preset)


def use_profile(path: Path, data_dir: Path, place: ManagedPlace | None = None) -> WorkplaceProfile:
    """Keeps a copy of *path* as the profile to measure against from now on.

    A copy, because the employer's file may be a download that is gone tomorrow. Raises
    `ProfileError` and changes nothing when the file has faults; OSError when it cannot be kept, or
    the organization locked another.
    """
    content = _read_bytes(path)
    profile = _parse(content)
    _refuse_if_locked(place)
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(data_dir / _CHOSEN, content)
    return profile


def forget_profile(data_dir: Path, place: ManagedPlace | None = None) -> None:
    """Measures against the usual profile again. Raises OSError when the copy cannot go."""
    _refuse_if_locked(place)
    (data_dir / _CHOSEN).unlink(missing_ok=True)


def _refuse_if_locked(place: ManagedPlace | None) -> None:
    managed = managed_settings(place or system_place())
    if PROFILE in managed.lock:
        raise OSError(errno.EPERM, Phrase(LOCKED, name=PROFILE, place=managed.place))


def _beside(managed: Managed, path: str) -> Path:
    """A path that is not whole is one beside the organization's file."""
    return Path(managed.place).parent / path
