"""The background watcher of blocks that are started on the command line."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from workspace_assistant.bootstrap.own_program import program_words
from workspace_assistant.core.focus.ports import FocusClock, FocusLog
from workspace_assistant.core.focus.recovery import OVERDUE_AFTER_S
from workspace_assistant.core.focus.service import situation

NO_KEEPER = "WORKSPACE_ASSISTANT_NO_KEEPER"


def start_keeper(data_dir: Path, log: FocusLog, clock: FocusClock) -> bool:
    """A process of its own that watches the open block and ends with it.

    Tells whether somebody watches now. Nothing is started where a window or another keeper beats
    already, nor where the user does not want it.
    """
    if is_watched(log, clock):
        return True
    if not may_keep():
        return False
    command = [*program_words(), "focus", "watch"]
    subprocess.Popen(  # noqa: S603 - our own program, no shell
        [*command, "--data-dir", str(data_dir)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # outlives the terminal it was started in
    )
    return True


def hand_over(data_dir: Path, log: FocusLog, clock: FocusClock) -> bool:
    """A keeper goes on with the open block of a window that closes.

    Tells whether somebody watches now. Without an open block, or where the person has not said
    yet what becomes of it, nobody needs to.
    """
    with log.reading() as reader:
        now = situation(reader, clock.read())
    if now.block is None or now.left_alone is not None:
        return False
    return start_keeper(data_dir, log, clock)


def may_keep() -> bool:
    return not os.environ.get(NO_KEEPER)


def is_watched(log: FocusLog, clock: FocusClock) -> bool:
    """Whether a program has watched within the last minute and a half, and has not left."""
    from workspace_assistant.core.focus.watch_service import NOBODY

    now = clock.read()
    with log.reading() as reader:
        beat = reader.heartbeat()
    return (
        beat is not None
        and beat.watcher != NOBODY
        and beat.reading.boot_id == now.boot_id
        and now.elapsed_s - beat.reading.elapsed_s <= OVERDUE_AFTER_S
    )
