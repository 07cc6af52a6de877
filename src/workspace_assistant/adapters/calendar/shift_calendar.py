"""Understands calendars in a process of its own, bounded in time, memory and size."""

from __future__ import annotations

import json
import logging
import subprocess
import threading
import time
from contextlib import suppress

from workspace_assistant.adapters.calendar.calendar_answer import (
    OddAnswerError,
    content_of,
    too_slow,
)
from workspace_assistant.adapters.calendar.calendar_pieces import MOST_EVENTS
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.own_process import part_words
from workspace_assistant.core.shifts import calendar_texts as texts
from workspace_assistant.core.shifts.ports import CalendarContent, CalendarError
from workspace_assistant.core.spans import Span

log = logging.getLogger(__name__)

CHILD_MODULE = "workspace_assistant.adapters.calendar.shift_calendar_child"
MOST_BYTES = 20_000_000
_LIMIT_S = 10.0
_LONGEST_ANSWER_BYTES = 32_000_000
_LOOK_EVERY_S = 0.02


class ChildShiftCalendar:
    """Implements `ReadCalendar`. The child is gone when a call returns, however it does."""

    def __init__(self, limit_s: float = _LIMIT_S) -> None:
        self._limit_s = limit_s

    def __call__(
        self, content: bytes, span: Span, time_zone: str, ctx: JobContext, /
    ) -> CalendarContent:
        if len(content) > MOST_BYTES:
            most = f"{MOST_BYTES / 1e6:g}"
            raise CalendarError("too-large", texts.TOO_LARGE, most=most)
        order = {
            "start": span.start.isoformat(),
            "end": span.end.isoformat(),
            "time_zone": time_zone,
        }
        try:
            answer = self._ask(json.dumps(order).encode() + b"\n" + content, ctx)
            return content_of(answer, most_events=MOST_EVENTS, limit_s=self._limit_s)
        except OddAnswerError:
            log.warning("the process that reads calendars gave no answer")
            raise CalendarError("unreadable", texts.NOT_READABLE) from None

    def _ask(self, question: bytes, ctx: JobContext) -> object:
        child = subprocess.Popen(  # noqa: S603 - our own module, nothing of the calendar's
            part_words(CHILD_MODULE),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a traceback may quote the calendar
        )
        output = bytearray()
        threads = [
            threading.Thread(target=_write, args=(child, question), daemon=True),
            threading.Thread(target=_read, args=(child, output), daemon=True),
        ]
        for thread in threads:
            thread.start()
        try:
            self._await(threads[1], ctx)
        finally:
            child.kill()
            child.wait()
            for thread in threads:
                thread.join()
            _close(child)
        try:
            answer: object = json.loads(output)
        except ValueError:
            raise OddAnswerError from None
        return answer

    def _await(self, reader: threading.Thread, ctx: JobContext) -> None:
        deadline_s = time.monotonic() + self._limit_s
        while reader.is_alive():
            reader.join(_LOOK_EVERY_S)
            ctx.checkpoint()
            if reader.is_alive() and time.monotonic() > deadline_s:
                raise too_slow(self._limit_s)


def _write(child: subprocess.Popen[bytes], question: bytes) -> None:
    if child.stdin is not None:
        with suppress(OSError):  # it has ended: its answer, or none, says so
            child.stdin.write(question)
            child.stdin.close()


def _read(child: subprocess.Popen[bytes], output: bytearray) -> None:
    """To its end, or to more than any calendar needs: the rest is cut off, and no answer then."""
    if child.stdout is not None:
        output += child.stdout.read(_LONGEST_ANSWER_BYTES)


def _close(child: subprocess.Popen[bytes]) -> None:
    for stream in (child.stdin, child.stdout):
        if stream is not None:
            with suppress(OSError):  # what it did not live to read
                stream.close()
