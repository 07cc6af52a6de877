"""A process that does nothing but wake up in time, and tells how late it was.

Alone it is one program among others. With the number of a processor it asks to stand *before* all
of them there: then neither a laboratory nor the product can make it late, only the computer itself
or the host that the computer is a guest of. Where that is not permitted it has nothing to tell.

Ends when its standard input does (or has a line), and then prints one JSON list: by how many
milliseconds each wake-up came after the time that was asked for.
"""

from __future__ import annotations

import json
import os
import select
import sys
import time

STEP_S = 0.005
_BEFORE_ALL = 50  # the link emulator of a laboratory has 10


def stand_before_all(processor: int) -> bool:
    try:
        os.sched_setaffinity(0, {processor})
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(_BEFORE_ALL))
    except (AttributeError, OSError):  # no such thing here, or not for this user
        return False
    return True


def watch() -> list[float]:
    late_ms: list[float] = []
    while True:
        due_s = time.perf_counter() + STEP_S
        if select.select([sys.stdin], [], [], STEP_S)[0]:
            return late_ms
        late_ms.append(max(0.0, time.perf_counter() - due_s) * 1000)


def main(arguments: list[str]) -> None:
    may_tell = not arguments or stand_before_all(int(arguments[0]))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    late_ms = watch() if may_tell else []
    json.dump([round(one, 3) for one in late_ms], sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
