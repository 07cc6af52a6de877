"""A process that does nothing but wake up in time, and tells how late it was.

Ends when its standard input does (or has a line), and then prints one JSON list: by how many
milliseconds each wake-up came after the time that was asked for.
"""

from __future__ import annotations

import json
import select
import sys
import time

STEP_S = 0.005


def main() -> None:
    late_ms: list[float] = []
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        due_s = time.perf_counter() + STEP_S
        if select.select([sys.stdin], [], [], STEP_S)[0]:
            break
        late_ms.append(max(0.0, time.perf_counter() - due_s) * 1000)
    json.dump([round(one, 3) for one in late_ms], sys.stdout)


if __name__ == "__main__":
    main()
