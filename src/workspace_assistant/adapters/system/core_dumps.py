"""No picture of the program's memory on the disk when it breaks."""

from __future__ import annotations

import sys


def forbid_core_dumps() -> None:
    """For this process and those that it starts: the addresses of calendars are in its memory.

    Where a system has no such limit, it writes no such file unasked.
    """
    if sys.platform == "win32":
        return
    import resource  # late: not every system has it

    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    # For Linux one byte is less than the smallest file it writes, and, other than none, also
    # keeps it from starting a program that collects them, see core(5) and do_coredump().
    wanted = 1 if sys.platform == "linux" and most != 0 else 0
    resource.setrlimit(resource.RLIMIT_CORE, (wanted, most))
