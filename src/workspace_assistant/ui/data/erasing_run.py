"""Runs the erasing once the window is closed, in a window of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop

from workspace_assistant.core.data_keeping.erasing import Erasing
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.ui.data import erase_texts as texts
from workspace_assistant.ui.data.erasing_window import ErasingWindow
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.wording.wording import Wording


def erase_all(
    erase: Callable[[JobContext], None], found: Erasing, wording: Wording, *, has_ended: bool
) -> bool:
    """Stays until that window is closed; whether the program is to begin anew.

    *has_ended*: nothing else of the program runs. Else nothing is erased: it would come back.
    """
    runner = JobRunner(workers=1)
    window = ErasingWindow(erase, found, runner, wording)
    loop = QEventLoop()
    window.left.connect(loop.quit)
    window.show()
    if has_ended:
        window.start()
    else:
        window.refuse(wording.say(texts.STILL_BUSY))
    loop.exec()
    runner.shutdown()
    return window.begins_anew
