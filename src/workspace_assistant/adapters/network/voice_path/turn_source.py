"""The media loop: packets of a call's size go through the relay and come back to this computer.

Both legs carry full packets and one clock sees both ends, so that a loss on either way is a loss.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from workspace_assistant.adapters.network.voice_path.source import PAYLOAD_BYTES, OnArrival

if TYPE_CHECKING:
    import asyncio

    from workspace_assistant.adapters.network.voice_path.turn_race_child import Loop

ResultT = TypeVar("ResultT")

_TAG_BYTES = 16
_CLOSE_S = 0.6
_STOP_S = 0.4
_ABANDON_S = 1.0


class EventLoopThread:
    """An event loop that runs on a thread of its own until it is stopped."""

    def __init__(self) -> None:
        import asyncio

        self._loop: asyncio.AbstractEventLoop = asyncio.new_event_loop()
        self._work: asyncio.Task[Any] | None = None
        self._thread = threading.Thread(target=self._run, name="relay", daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, ResultT], timeout_s: float) -> ResultT:
        """The result of *work*. Raises its error, or TimeoutError."""
        import asyncio

        return asyncio.run_coroutine_threadsafe(self._noted(work), self._loop).result(timeout_s)

    def abandon(self, last: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """From any thread: call off what runs, and when it has cleaned up, run *last*. Bounded."""
        import asyncio

        with suppress(TimeoutError, RuntimeError):  # it was stopped before, and has nothing left
            asyncio.run_coroutine_threadsafe(self._end(last), self._loop).result(_ABANDON_S)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_STOP_S)

    async def _noted(self, work: Coroutine[Any, Any, ResultT]) -> ResultT:
        import asyncio

        self._work = asyncio.current_task()
        return await work

    async def _end(self, last: Callable[[], Coroutine[Any, Any, None]]) -> None:
        import asyncio

        if self._work is not None and not self._work.done():
            self._work.cancel()
            await asyncio.wait({self._work})
        await last()

    def _run(self) -> None:
        import asyncio

        try:
            self._loop.run_forever()
            left = asyncio.all_tasks(self._loop)
            for task in left:
                task.cancel()
            if left:
                self._loop.run_until_complete(asyncio.wait(left))
        finally:
            self._loop.close()


class TurnSource:
    """Numbered packets around a loop; see `PacketSource`. Tags are random: none can be forged."""

    def __init__(self, thread: EventLoopThread, loop: Loop, count_bytes: Callable[[], int]) -> None:
        self._thread = thread
        self._loop = loop
        self._count_bytes = count_bytes
        self._filler = secrets.token_bytes(PAYLOAD_BYTES - _TAG_BYTES)
        self._numbers: dict[bytes, int] = {}
        self._on_arrival: OnArrival | None = None

    def start(self, on_arrival: OnArrival) -> None:
        self._on_arrival = on_arrival
        self._loop.allocation.hear(self._take)

    def send(self, number: int) -> float:
        tag = secrets.token_bytes(_TAG_BYTES)
        self._numbers[tag] = number
        return self._loop.feeder.send(tag + self._filler)

    @property
    def bytes_used(self) -> int:
        return self._count_bytes()

    def close(self) -> None:
        try:
            self._thread.run(self._loop.close(), _CLOSE_S)
        except TimeoutError:  # what was not given back runs out by itself on the relay
            pass
        finally:
            self._thread.stop()

    def _take(self, payload: bytes, at_s: float) -> None:
        number = self._numbers.get(payload[:_TAG_BYTES])
        if number is not None and payload[_TAG_BYTES:] == self._filler and self._on_arrival:
            self._on_arrival(number, at_s)
