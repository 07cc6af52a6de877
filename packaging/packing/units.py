"""Units for a whole computer: the check before a shift for all of its people.

The same as the program writes for one person, but on the data of whoever runs them. They do nothing
until an administrator turns them on; a person's own take their place.
"""

from __future__ import annotations

from workspace_assistant.core.schedule.model import EVERY_MINUTES, Program
from workspace_assistant.core.schedule.units import unit_files

_SOMEBODYS = "/somebody"


def user_units(program: str) -> list[tuple[str, bytes]]:
    """Names and contents, for ``/usr/lib/systemd/user``."""
    files = unit_files(Program(words=(program,), data_dir=_SOMEBODYS), EVERY_MINUTES)
    everybodys = f' "--data-dir" "{_SOMEBODYS}"'.encode()
    if not any(everybodys in file.content for file in files):
        raise ValueError("no unit names the data directory as expected")
    return [(file.name, file.content.replace(everybodys, b"")) for file in files]
