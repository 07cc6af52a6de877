"""Runs a job for a command, so that Ctrl-C ends it within a second."""

from __future__ import annotations

import os
import sys
import threading
from typing import TypeVar

from workspace_assistant.cli.exit_codes import ExitCode
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import tell
from workspace_assistant.cli.progress import ProgressLine
from workspace_assistant.core.jobs import Job, JobCancelledError, JobContext

ResultT = TypeVar("ResultT")

_PATIENCE_S = 0.8
_LOOK_AGAIN_S = 0.1


def run_job(job: Job[ResultT]) -> ResultT:
    """The job's result; its error is raised here. KeyboardInterrupt when the user stopped it.

    The job runs beside the main thread because only that thread gets the signal, and a job may sit
    in a system call (name lookup) that a signal does not end. Such a job is left to the exit.
    """
    progress = ProgressLine()
    ctx = JobContext(progress.show)
    results: list[ResultT] = []
    errors: list[BaseException] = []

    def work() -> None:
        try:
            results.append(job(ctx))
        except BaseException as error:  # noqa: BLE001 - handed over to the waiting thread
            errors.append(error)

    worker = threading.Thread(target=work, name="job", daemon=True)
    worker.start()
    try:
        while worker.is_alive():
            worker.join(_LOOK_AGAIN_S)
    except KeyboardInterrupt:
        _stop(ctx, worker)
        raise
    finally:
        progress.end()
    if errors:
        raise KeyboardInterrupt if isinstance(errors[0], JobCancelledError) else errors[0]
    return results[0]


def _stop(ctx: JobContext, worker: threading.Thread) -> None:
    ctx.cancel()
    worker.join(_PATIENCE_S)
    if worker.is_alive():
        tell(worded("Interrupted."))
        sys.stdout.flush()
        os._exit(ExitCode.INTERRUPTED)
