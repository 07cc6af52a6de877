"""Files that came with a restored backup and wait to be put into their place."""

from __future__ import annotations

from collections.abc import Callable

from workspace_assistant.adapters.sqlite.database import Database


def place_restored(database: Database, place: Callable[[str, bytes | None], None]) -> int:
    """Hands each file to *place* and forgets it then; how many there were.

    A file that cannot be put into its place stays here, and so do those after it: what *place*
    raises is passed on. None stands for a file that the backup does not have.
    """
    with database.reading() as connection:
        waiting = connection.execute("SELECT name, content FROM restored_file").fetchall()
    for name, content in waiting:
        place(name, content)
        with database.transaction() as connection:
            connection.execute("DELETE FROM restored_file WHERE name = ?", (name,))
    return len(waiting)
