"""The table of files that a restored backup brings: they wait here until each is in its place."""

from __future__ import annotations

# They come with the same commit as all other tables, so that choices and data are of one backup
# whenever a restore is interrupted. `content` is NULL where the backup has no such file.
RESTORED_FILES: tuple[str, ...] = (
    """
    CREATE TABLE restored_file (
        name TEXT PRIMARY KEY,
        content BLOB
    ) STRICT
    """,
)
