"""Where everything lies, and how much room it takes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A data directory.

    Attributes:
        database_bytes: with what waits beside the file.
        backups_bytes: of those beside the data, all together.
        elsewhere: backups that the person put elsewhere, and that are still there.
    """

    data_dir: str
    database_bytes: int
    backups_bytes: int
    elsewhere: tuple[str, ...] = ()
