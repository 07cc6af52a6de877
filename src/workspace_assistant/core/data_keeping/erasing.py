"""What erasing everything takes away, and what it cannot reach: told before and after."""

from __future__ import annotations

from dataclasses import dataclass

ERASE_SCHEMA = "workspace-assistant/data-erase/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasing:
    """All that is ours, and what is known beyond it.

    Attributes:
        data_dir: where all of it is.
        files: by their names there; a folder ends in a slash.
        rows: in the database, all kinds together; None where it cannot be read.
        backups: names of those beside the data, which go as well.
        elsewhere: backups that the person put elsewhere and that stay.
        secrets: names of entries in the system's keyring, which go as well.
        starts_by_itself: whether a timer or the session starts the program: that stays.
    """

    data_dir: str
    files: tuple[str, ...]
    rows: int | None
    backups: tuple[str, ...]
    elsewhere: tuple[str, ...]
    secrets: tuple[str, ...]
    starts_by_itself: bool


def erase_document(found: Erasing, *, is_erased: bool) -> dict[str, object]:
    return {
        "schema": ERASE_SCHEMA,
        "is_erased": is_erased,
        "data_dir": found.data_dir,
        "files": list(found.files),
        "rows": found.rows,
        "backups": list(found.backups),
        "elsewhere": list(found.elsewhere),
        "secrets": list(found.secrets),
        "starts_by_itself": found.starts_by_itself,
    }
