"""A backup as one file: a ZIP archive of the database, the choices, the profile and a manifest."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, TypeVar

from workspace_assistant.core.data_keeping import texts
from workspace_assistant.core.data_keeping.manifest import (
    ManifestError,
    manifest_text,
    read_manifest,
)
from workspace_assistant.core.data_keeping.model import FileSeal, Manifest
from workspace_assistant.core.errors import RefusedError, SaidError

ResultT = TypeVar("ResultT")

MANIFEST = "manifest.json"
_LARGEST_MANIFEST_BYTES = 256 * 1024
_CHUNK_BYTES = 1024 * 1024
# Packed quickly: a backup must cost little, and a better one saves a tenth of it at most.
_LEVEL = 1
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError)


class BrokenArchiveError(SaidError):
    """Says why, to be put into a sentence."""


def sealed(path: Path) -> FileSeal:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            digest.update(chunk)
    return FileSeal(size_bytes=path.stat().st_size, sha256=digest.hexdigest())


def write_archive(target: Path, manifest: Manifest, files: Mapping[str, Path]) -> None:
    """Writes *files* by their names in the archive: all of it, on the disk and read back, or none.

    Raises `RefusedError` where *target* is there already, OSError where it cannot be written.
    """
    unfinished = _unfinished(target)
    try:
        _write(unfinished, manifest, files)
        if manifest_text(verify_archive(unfinished)) != manifest_text(manifest):
            raise OSError(f"{target}: what was written cannot be read back")
        _name(unfinished, target)
    except BrokenArchiveError as error:
        raise OSError(f"{target}: what was written cannot be read back: {error}") from error
    finally:
        unfinished.unlink(missing_ok=True)


def verify_archive(path: Path) -> Manifest:
    """Reads all of it, and holds it against what it says of itself. Raises `BrokenArchiveError`."""

    def read(archive: zipfile.ZipFile) -> Manifest:
        manifest = _manifest(archive)
        for name, seal in manifest.files.items():
            _copy(archive, name, seal, None)
        return manifest

    return _opened(path, read)


def archive_manifest(path: Path) -> Manifest:
    """What it says of itself, without a look at the rest. Raises `BrokenArchiveError`."""
    return _opened(path, _manifest)


def extract(path: Path, manifest: Manifest, name: str, target: Path) -> None:
    """Writes one file of the archive to the new file *target*. Raises `BrokenArchiveError`."""
    seal = manifest.files.get(name)
    if seal is None:
        raise BrokenArchiveError(texts.NOT_IN_IT, name=name)
    _opened(path, lambda archive: _copy(archive, name, seal, target))


def _opened(path: Path, read: Callable[[zipfile.ZipFile], ResultT]) -> ResultT:
    try:
        with zipfile.ZipFile(path) as archive:
            return read(archive)
    except KeyError as error:
        raise BrokenArchiveError(str(error.args[0])) from error
    except _BROKEN as error:
        raise BrokenArchiveError(f"{error}") from error


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    with archive.open(MANIFEST) as file:
        content = file.read(_LARGEST_MANIFEST_BYTES + 1)
    if len(content) > _LARGEST_MANIFEST_BYTES:
        raise BrokenArchiveError(texts.TOO_LARGE, name=MANIFEST)
    try:
        return read_manifest(content.decode())
    except ManifestError as error:
        raise BrokenArchiveError(error.sentence, **error.parts) from error
    except UnicodeDecodeError as error:
        raise BrokenArchiveError(str(error)) from error


def _copy(archive: zipfile.ZipFile, name: str, seal: FileSeal, target: Path | None) -> None:
    """Never more than the manifest says there is: what unpacks to more is broken or hostile."""
    digest, left = hashlib.sha256(), seal.size_bytes
    with archive.open(name) as source, _new(target) as copy:
        while chunk := source.read(min(_CHUNK_BYTES, left + 1)):
            left -= len(chunk)
            if left < 0:
                break
            digest.update(chunk)
            copy.write(chunk)
    if left or digest.hexdigest() != seal.sha256:
        raise BrokenArchiveError(texts.NOT_AS_PUT, name=name)


def _new(target: Path | None) -> IO[bytes]:
    """A new file; without one, what is only read through goes nowhere."""
    return Path(os.devnull).open("wb") if target is None else target.open("xb")


def _unfinished(target: Path) -> Path:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=".unfinished-", suffix=".zip", dir=target.parent)
    os.close(descriptor)
    return Path(name)


def _write(path: Path, manifest: Manifest, files: Mapping[str, Path]) -> None:
    # What is encrypted cannot be packed: trying takes seconds in which others may wait.
    kind = zipfile.ZIP_STORED if manifest.key_id else zipfile.ZIP_DEFLATED
    with path.open("wb") as file:
        with zipfile.ZipFile(file, "w", kind, compresslevel=_LEVEL) as archive:
            archive.writestr(MANIFEST, manifest_text(manifest))
            for name, source in files.items():
                archive.write(source, name)
        file.flush()
        os.fsync(file.fileno())


def _name(unfinished: Path, target: Path) -> None:
    """Gives it its name, which must be free: another file is never replaced."""
    try:
        os.link(unfinished, target)
    except FileExistsError:
        raise RefusedError(texts.ALREADY_THERE, path=str(target)) from None
    except OSError:  # such as a stick with FAT on it, which knows no second name
        if target.exists():
            raise RefusedError(texts.ALREADY_THERE, path=str(target)) from None
        shutil.move(unfinished, target)
    _keep_name(target.parent)


def _keep_name(folder: Path) -> None:
    """A name is part of its folder, which has to reach the disk as well."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
