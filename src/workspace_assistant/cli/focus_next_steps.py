"""What to do about a refusal, in the words of the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_when import moment
from workspace_assistant.cli.focus_words import evidence_line
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.errors import FocusError, UnreadableBlockError

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_services import FocusTools

    Command = Callable[[argparse.Namespace, FocusTools], int]

_US = "workspace-assistant focus"
_REPAIR = f"Put it together again: {_US} recover continue"
_STEPS = {
    texts.NO_OPEN_BLOCK: f"Begin one: {_US} start NAME",
    texts.NO_SUCH_BLOCK: f"Ids of blocks: {_US} list --all",
    texts.ALREADY_PAUSED: f"Go on with: {_US} resume",
    texts.NOT_PAUSED: f"See how it stands: {_US} status",
    texts.NO_PLAN: f"Give it one: {_US} edit ID --for 50m",
    texts.NOT_INTERRUPTED: f"Log one with: {_US} interrupt CAUSE",
    texts.NO_SUCH_CHANGE: f"Their numbers: {_US} changes",
    texts.CHANGED_LATER: f"That is: {_US} undo {{id}}. What it changed: {_US} changes",
    texts.UNDONE_ALREADY: f"See: {_US} changes",
    texts.NOT_LEFT_ALONE: f"See how it stands: {_US} status",
    texts.NO_SUCH_INTERRUPTION: f"See: {_US} list",
    texts.TIME_TAKEN: "Cut them with --overlap trim-old, or the new one with --overlap trim-new.",
}


def with_next_step(run: Command) -> Command:
    """The same command, whose refusals say what can be done."""

    def explained(arguments: argparse.Namespace, tools: FocusTools) -> int:
        try:
            return run(arguments, tools)
        except FocusError as error:
            raise UserInputError(_sentence(error, tools)) from error
        except UnreadableBlockError as error:
            raise UnreadableBlockError(f"{error} {_REPAIR}") from error

    return explained


def _sentence(error: FocusError, tools: FocusTools) -> str:
    if error.sentence == texts.OPEN_ALREADY:
        return _running(tools) or str(error)
    step = _STEPS.get(error.sentence)
    return str(error) if step is None else f"{error} {step.format_map(error.parts)}"


def _running(tools: FocusTools) -> str:
    """What is in the way of another block, and what to do about it."""
    now, zone = tools.acts.now(), tools.zone()
    if now.block is None:
        return ""
    today = now.at.astimezone(zone).date()
    if now.left_alone is not None:
        return evidence_line(now.block, now.left_alone, zone, today)
    since = moment(now.block.started_at, zone, today)
    return f"“{now.block.name}” is running since {since}. Stop it first: {_US} stop"
