"""``settings.toml``: what a person set, in a file that may be edited by hand while programs run."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from workspace_assistant.adapters.files.turn_to_write import turn_to_write
from workspace_assistant.adapters.files.writing import write_whole
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.settings.kept import flattened, is_setting, plain_toml
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

SETTINGS_NAME, GOOD_NAME = "settings.toml", "settings.last-good.toml"
_LOCK_NAME = "settings.lock"
_LARGEST_BYTES = 256 * 1024
_MOST_KEPT = 8
_NOTHING: Mapping[str, str] = MappingProxyType({})

NO_TOML = QT_TRANSLATE_NOOP(
    "settings",
    "{path} is no valid TOML: {reason}. "
    "The settings of before are used until it is mended, and none can be changed.",
)
NOT_READ = QT_TRANSLATE_NOOP("settings", "{path} cannot be read: {reason}")
BAD_VALUE = QT_TRANSLATE_NOOP(
    "settings", "{path}: {name}: {reason} What it was before counts until that is mended."
)
UNKNOWN = QT_TRANSLATE_NOOP("settings", "{path}: {name} is no setting; it changes nothing.")


@dataclass(frozen=True, slots=True)
class Kept:
    """What the file says.

    Attributes:
        values: texts by name; where the file has faults, what it last said without them.
        faults: a sentence each, as phrases.
        is_toml: whether it can be changed at all without losing what somebody wrote.
    """

    values: Mapping[str, str]
    faults: tuple[Phrase, ...] = ()
    is_toml: bool = True


class BrokenSettingsError(OSError):
    """The file cannot be changed without losing what somebody wrote into it."""


class SettingsFile:
    """Reads anew each time: it may have been edited, or changed by another program."""

    def __init__(self, directory: Path) -> None:
        self.path = directory / SETTINGS_NAME
        self._good = directory / GOOD_NAME
        self._lock = directory / _LOCK_NAME

    def read(self) -> Kept:
        try:
            content = _bounded(self.path)
        except FileNotFoundError:
            return Kept({})
        except OSError as error:
            fault = Phrase(NOT_READ, path=str(self.path), reason=error.strerror or str(error))
            good = self._last_good()
            return Kept({} if good is None else _values_or_none(good), (fault,), is_toml=False)
        good = self._last_good()
        if content == good:
            return Kept(_values(content))
        kept = _understood(str(self.path), content, good)
        if not kept.faults:
            self._note_good(content)
        elif kept.is_toml and (good is None or kept.values != _values_or_none(good)):
            self._note_good(plain_toml(kept.values).encode())
        return kept

    def turn(self) -> AbstractContextManager[None]:
        """Nobody else writes meanwhile, neither this file nor what lies beside it.

        Raises OSError where there is no place for it.
        """
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return turn_to_write(self._lock)

    def write(self, values: Mapping[str, str], older: Mapping[str, str] = _NOTHING) -> None:
        """Sets each, with what else is in the file as it was; an empty text takes one out.

        Of *older* what the file does not have yet. In one's turn alone. Raises OSError where it
        cannot be written, and `BrokenSettingsError` where it is no TOML.
        """
        before = self.read()
        if not before.is_toml:
            raise BrokenSettingsError(errno.EINVAL, before.faults[0])
        from workspace_assistant.adapters.files.settings_toml import changed, names_in

        content = _bounded(self.path) if self.path.exists() else b""
        text = content.decode("utf-8-sig")
        there = names_in(text)
        missing = {name: one for name, one in older.items() if name not in there}
        write_whole(self.path, changed(text, missing | dict(values)).encode())
        self.read()  # it is the last good one, if the rest of it is good

    def _last_good(self) -> bytes | None:
        with suppress(OSError):
            return _bounded(self._good)
        return None

    def _note_good(self, content: bytes) -> None:
        """Not worth failing for: the file itself is good."""
        with suppress(OSError):
            write_whole(self._good, content)


@lru_cache(_MOST_KEPT)
def _values(content: bytes) -> Mapping[str, str]:
    """Of what is known to be good."""
    import tomllib

    document = tomllib.loads(content.decode("utf-8-sig"))
    return {name: text for name, text in flattened(document) if is_setting(name)}


@lru_cache(_MOST_KEPT)
def _understood(path: str, content: bytes, good: bytes | None) -> Kept:
    import tomllib

    before = {} if good is None else _values_or_none(good)
    try:
        read = dict(flattened(tomllib.loads(content.decode("utf-8-sig"))))
    except (ValueError, RecursionError) as error:
        reason = str(error).rstrip(".")
        return Kept(before, (Phrase(NO_TOML, path=path, reason=reason),), is_toml=False)
    faults = _faults(path, read)
    fit = {name: text for name, text in read.items() if name not in faults}
    kept = {name: before[name] for name in faults if name in before}
    return Kept(fit | kept, tuple(faults.values()))


def _values_or_none(content: bytes) -> Mapping[str, str]:
    """The copy of before is ours, but nobody keeps it from being damaged."""
    try:
        return _values(content)
    except (ValueError, RecursionError):
        return {}


def _faults(path: str, read: Mapping[str, str]) -> Mapping[str, Phrase]:
    """What reads every setting's bounds is asked only of a file that was edited since."""
    from workspace_assistant.core.settings.catalog import SETTINGS
    from workspace_assistant.core.settings.rules import faults_among

    unknown = {name: Phrase(UNKNOWN, path=path, name=name) for name in read if name not in SETTINGS}
    known = {name: text for name, text in read.items() if name in SETTINGS}
    bad = {
        name: Phrase(BAD_VALUE, path=path, name=name, reason=reason)
        for name, reason in faults_among(known).items()
    }
    return unknown | bad


def _bounded(path: Path) -> bytes:
    with path.open("rb") as file:
        content = file.read(_LARGEST_BYTES + 1)
    if len(content) > _LARGEST_BYTES:
        raise OSError(errno.EFBIG, f"larger than {_LARGEST_BYTES // 1024} KiB")
    return content
