"""Workplace profiles as TOML files."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

from workspace_assistant.adapters.files.locations import resources
from workspace_assistant.core.readiness.profile.faults import ProfileError
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.profile.parse import parse_profile

_LARGEST_BYTES = 256 * 1024


def default_profile_path() -> Path:
    return resources() / "profiles" / "default.toml"


def read_profile(path: Path) -> WorkplaceProfile:
    """The profile in the file *path*. Raises `ProfileError` with all faults, each with its place."""
    content = _read_bytes(path)
    try:
        document = tomllib.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ProfileError((f"byte {error.start}: not UTF-8 text",)) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ProfileError((f"not valid TOML: {error}",)) from error
    return parse_profile(document, f"sha256:{hashlib.sha256(content).hexdigest()}")


def _read_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_BYTES + 1)
    except OSError as error:
        raise ProfileError((f"cannot be read: {error.strerror or error}",)) from error
    if len(content) > _LARGEST_BYTES:
        raise ProfileError((f"larger than {_LARGEST_BYTES // 1024} KiB: not a profile",))
    return content
