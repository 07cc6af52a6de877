"""How the window writes about the line. Plain Python."""

from __future__ import annotations

from functools import partial

from workspace_assistant.core.line_watch.wording import Words
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.wording import Wording


def line_words(wording: Wording) -> Words:
    return Words(
        say=wording.say, clock=wording.exact_clock, length=partial(spelled, wording=wording)
    )
