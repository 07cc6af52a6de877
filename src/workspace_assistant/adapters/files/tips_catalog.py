"""The catalog of tips: TOML files, one for each topic."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path

from workspace_assistant.adapters.files.locations import resources
from workspace_assistant.core.tips.catalog import CatalogError, read_catalog
from workspace_assistant.core.tips.model import Tip
from workspace_assistant.core.tips.texts import TOPICS

_LARGEST_BYTES = 256 * 1024


def shipped_files() -> tuple[Path, ...]:
    """In the order of the topics."""
    return tuple(resources() / "tips" / f"{topic}.toml" for topic in TOPICS)


def read_tips(files: Iterable[Path]) -> tuple[Tip, ...]:
    """The tips in *files*, each named after its topic.

    Raises `CatalogError` with all faults of all files, each with its place.
    """
    faults: list[str] = []
    documents: dict[str, dict[str, object]] = {}
    for file in files:
        try:
            documents[file.stem] = _read(file)
        except CatalogError as error:
            faults += error.faults
    try:
        tips = read_catalog(documents)
    except CatalogError as error:
        faults += error.faults
        tips = ()
    if faults:
        raise CatalogError(tuple(faults))
    return tips


def _read(file: Path) -> dict[str, object]:
    try:
        with file.open("rb") as stream:
            content = stream.read(_LARGEST_BYTES + 1)
    except OSError as error:
        raise _fault(file, f"cannot be read: {error.strerror or error}") from error
    if len(content) > _LARGEST_BYTES:
        raise _fault(file, f"larger than {_LARGEST_BYTES // 1024} KiB: no catalog of tips")
    try:
        return tomllib.loads(content.decode("utf-8-sig"))  # Windows' Notepad writes the mark
    except UnicodeDecodeError as error:
        raise _fault(file, f"byte {error.start}: not UTF-8 text") from error
    except (ValueError, RecursionError) as error:  # TOML's own errors, and numbers without end
        raise _fault(file, f"not valid TOML: {error}") from error


def _fault(file: Path, reason: str) -> CatalogError:
    return CatalogError((f"{file.name}: {reason}",))
