"""Runs as a process of its own: reads a calendar, because what others wrote may cost anything.

``python -m workspace_assistant.adapters.calendar.shift_calendar_child`` reads one JSON line from
standard input (``{"start": …, "end": …, "time_zone": …}``), then the calendar to the end of the
input, and prints one JSON document: events, faults and name, or ``{"error": code}``.
"""

from __future__ import annotations

import json
import logging
import sys
import warnings
from contextlib import suppress
from datetime import datetime
from typing import Any, BinaryIO

from workspace_assistant.adapters.calendar.calendar_content_child import (
    ContentReader,
    TooMuchError,
)
from workspace_assistant.adapters.calendar.calendar_pieces import NotACalendarError, cut
from workspace_assistant.adapters.calendar.time_budget import OutOfTimeError, TimeBudget
from workspace_assistant.core.spans import Span

MEMORY_BYTES = 512 << 20
PROCESSOR_S = 8.0


def document(order: bytes, content: bytes, budget: TimeBudget) -> dict[str, Any]:
    """What is printed for *content*."""
    told = json.loads(order)
    span = Span(datetime.fromisoformat(told["start"]), datetime.fromisoformat(told["end"]))
    try:
        return ContentReader(span, told["time_zone"], budget).read(cut(content))
    except (NotACalendarError, TooMuchError) as error:
        return {"error": error.code}
    except MemoryError:
        return {"error": "too-much-memory"}
    except OutOfTimeError:
        return {"error": "too-slow"}


def limit_memory() -> None:
    """Where a system has such a limit; elsewhere the limits on size and time must do."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):  # a stricter one is set already, or none can be
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    with suppress(OSError, ValueError):  # what was read is in no crash dump
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    limit_memory()
    warnings.simplefilter("ignore")
    logging.disable()  # libraries quote what they cannot read
    source: BinaryIO = sys.stdin.buffer
    order, content = source.readline(), source.read()
    with TimeBudget(PROCESSOR_S) as budget:
        answer = document(order, content, budget)
    sys.stdout.buffer.write(json.dumps(answer).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
