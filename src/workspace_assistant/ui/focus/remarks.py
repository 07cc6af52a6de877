"""What else is to be said of an act: nothing that it took along, or put off, is kept quiet."""

from __future__ import annotations

from workspace_assistant.core.focus import texts as focus_texts
from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.clock import shown_end_at
from workspace_assistant.core.focus.model import Block
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.wording.wording import Wording


def done_told(sentence: str, change: Change, wording: Wording) -> str:
    """What was done, and the interruptions that went with the time they lay in."""
    gone = change.interruptions_cut_off
    if not sentence or not gone:
        return sentence
    said = texts.CUT_OFF_ONE if gone == 1 else texts.CUT_OFF_MANY
    return f"{sentence} {wording.say(said, count=str(gone))}"


def put_off_told(change: Change, wording: Wording) -> str:
    """That a block begins later than the clock says; empty where it does not."""
    late = change.put_off
    if late is None:
        return ""
    time = wording.clock(late.started_at)
    return wording.say(focus_texts.PUT_OFF, name=late.name, time=time)


def end_told(over: Block | None, wording: Wording) -> str:
    """Why a block ended at an instant that no clock in sight shows; empty where one does."""
    shown_at = shown_end_at(over) if over else None
    if over is None or over.ended_at is None or shown_at is None:
        return ""
    return wording.say(
        focus_texts.ENDED_BY_LOG,
        name=over.name,
        time=wording.clock(over.ended_at),
        shown=wording.clock(shown_at),
    )
