"""``settings.toml``: what a person set, in a file that may be edited by hand while programs run."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from workspace_assistant.adapters.files.turn_to_write import turn_to_write
from workspace_assistant.adapters.files.writing import write_whole
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.settings.kept import flattened, is_setting
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

SETTINGS_NAME, GOOD_NAME = "settings.toml", "settings.last-good.toml"
_LOCK_NAME = "settings.lock"
_LARGEST_BYTES = 256 * 1024
_MOST_KEPT = 8

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
            reason = error.strerror or str(error)
            return Kept({}, (Phrase(NOT_READ, path=str(self.path), reason=reason),), is_toml=False)
        good = self._last_good()
        if content == good:
            return Kept(_values(content))
        kept = _understood(str(self.path), content, good)
        if not kept.faults:
            self._note_good(content)
        return kept

    def write(self, values: Mapping[str, str]) -> None:
        """Sets each, with what else is in the file as it was; an empty text takes one out.

        Raises OSError where it cannot be written, and `BrokenSettingsError` where it is no TOML.
        """
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with turn_to_write(self._lock):
            before = self.read()
            if not before.is_toml:
                raise BrokenSettingsError(errno.EINVAL, before.faults[0])
            from workspace_assistant.adapters.files.settings_toml import changed

            content = _bounded(self.path) if self.path.exists() else b""
            write_whole(self.path, changed(content.decode("utf-8-sig"), values).encode())
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
    faults = {name: fault for name, text in read.items() if (fault := _fault(path, name, text))}
    fit = {name: text for name, text in read.items() if name not in faults}
    kept = {name: before[name] for name in faults if name in before}
    return Kept(fit | kept, tuple(faults.values()))


def _values_or_none(content: bytes) -> Mapping[str, str]:
    """The copy of before is ours, but nobody keeps it from being damaged."""
    try:
        return _values(content)
    except (ValueError, RecursionError):
        return {}


def _fault(path: str, name: str, text: str) -> Phrase | None:
    """What reads every setting's bounds is asked only of a file that was edited since."""
    from workspace_assistant.core.settings.rules import fault_of

    if not is_setting(name):
        return Phrase(UNKNOWN, path=path, name=name)
    reason = fault_of(name, text)
    return None if reason is None else Phrase(BAD_VALUE, path=path, name=name, reason=reason)


def _bounded(path: Path) -> bytes:
    with path.open("rb") as file:
        content = file.read(_LARGEST_BYTES + 1)
    if len(content) > _LARGEST_BYTES:
        raise OSError(errno.EFBIG, f"larger than {_LARGEST_BYTES // 1024} KiB")
    return content
