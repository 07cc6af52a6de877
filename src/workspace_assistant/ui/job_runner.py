"""Background jobs, the window's half: work runs on pool threads, answers come home to Qt's."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from workspace_assistant.core.jobs import Job, JobCancelledError, JobContext, Progress

ResultT = TypeVar("ResultT")
Call = Callable[[], None]

log = logging.getLogger(__name__)

_WORKERS = 9  # five are taken for good: the open block, shifts, the line, breaks, loudness


class JobRunner(QObject):
    """Starts jobs and brings their answers to the thread it lives on, that of the window.

    It outlives every owner of a job, and alone crosses threads: pages never see one.
    """

    _posted = Signal(object)  # a Call

    def __init__(self, parent: QObject | None = None, *, workers: int = _WORKERS) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="job")
        self._running: dict[Future[Any], JobContext] = {}
        self._is_closed = False
        # Always queued: a job that ends at once would else answer before its own progress, and
        # before `start` returned.
        self._posted.connect(self._run_posted, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        job: Job[ResultT],
        *,
        owner: QObject,
        done: Callable[[ResultT], None],
        failed: Callable[[Exception], None],
        progressed: Callable[[Progress], None] | None = None,
        cancelled: Call | None = None,
    ) -> JobContext:
        """Run *job* on a worker.

        Exactly one of *done*, *failed* and *cancelled* follows, on the window's thread, unless
        *owner* is gone or the runner is shut down by then: then none does.
        """

        def alive() -> bool:
            return not self._is_closed and shiboken6.isValid(owner)

        def report(progress: Progress) -> None:
            if progressed is not None:
                self._post(lambda: progressed(progress) if alive() else None)

        context = JobContext(report)
        future = self._pool.submit(job, context)
        self._running[future] = context

        def settle() -> None:
            self._running.pop(future, None)
            if alive():
                _answer(future, done=done, failed=failed, cancelled=cancelled)

        future.add_done_callback(lambda _: self._post(settle))
        return context

    @property
    def running_count(self) -> int:
        return len(self._running)

    def shutdown(self, timeout_s: float = 3.0) -> bool:
        """Ask every job to stop, wait for them, and tell whether all did. No answer follows."""
        self._is_closed = True
        for context in self._running.values():
            context.cancel()
        self._pool.shutdown(wait=False, cancel_futures=True)
        # `wait` would not end for a future that was cancelled before a worker took it.
        started = [future for future in self._running if not future.cancelled()]
        left = wait(started, timeout_s).not_done
        if left:
            log.warning("%d jobs still run at exit", len(left))
        return not left

    def _post(self, call: Call) -> None:
        try:
            self._posted.emit(call)
        except RuntimeError:  # Qt's half of the runner is gone: nobody is left to answer
            log.debug("dropped a late answer")

    @Slot(object)
    def _run_posted(self, call: Call) -> None:
        call()


def _answer(
    future: Future[ResultT],
    *,
    done: Callable[[ResultT], None],
    failed: Callable[[Exception], None],
    cancelled: Call | None,
) -> None:
    error = None if future.cancelled() else future.exception()
    if future.cancelled() or isinstance(error, JobCancelledError):
        if cancelled is not None:
            cancelled()
    elif error is None:
        done(future.result())
    elif isinstance(error, Exception):
        failed(error)
    else:
        raise error
