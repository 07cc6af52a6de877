"""What to do about a refusal, in the words of the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_when import moment
from workspace_assistant.cli.focus_words import evidence_line
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.errors import FocusError, UnreadableBlockError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_services import FocusTools

    Command = Callable[[argparse.Namespace, FocusTools], int]

_US = "workspace-assistant focus"
_REPAIR = QT_TRANSLATE_NOOP("cli", "{reason} Put it together again: {command}")
_RUNNING = QT_TRANSLATE_NOOP("cli", "“{name}” is running since {time}. Stop it first: {command}")
_BEGIN = QT_TRANSLATE_NOOP("cli", "{reason} Begin one: {command}")
_IDS = QT_TRANSLATE_NOOP("cli", "{reason} Ids of blocks: {command}")
_GO_ON = QT_TRANSLATE_NOOP("cli", "{reason} Go on with: {command}")
_HOW = QT_TRANSLATE_NOOP("cli", "{reason} See how it stands: {command}")
_GIVE = QT_TRANSLATE_NOOP("cli", "{reason} Give it one: {command}")
_LOG_ONE = QT_TRANSLATE_NOOP("cli", "{reason} Log one with: {command}")
_NUMBERS = QT_TRANSLATE_NOOP("cli", "{reason} Their numbers: {command}")
_WHAT_CHANGED = QT_TRANSLATE_NOOP(
    "cli", "{reason} That is: {command}. What it changed: {command_2}"
)
_SEE = QT_TRANSLATE_NOOP("cli", "{reason} See: {command}")
_CUT = QT_TRANSLATE_NOOP(
    "cli", "{reason} Cut them with {command}, or the new one with {command_2}."
)
# What else is said, and the commands in it.
_STEPS = {
    texts.NO_OPEN_BLOCK: (_BEGIN, f"{_US} start NAME"),
    texts.NO_SUCH_BLOCK: (_IDS, f"{_US} list --all"),
    texts.ALREADY_PAUSED: (_GO_ON, f"{_US} resume"),
    texts.NOT_PAUSED: (_HOW, f"{_US} status"),
    texts.NO_PLAN: (_GIVE, f"{_US} edit ID --for 50m"),
    texts.NOT_INTERRUPTED: (_LOG_ONE, f"{_US} interrupt CAUSE"),
    texts.NO_SUCH_CHANGE: (_NUMBERS, f"{_US} changes"),
    texts.CHANGED_LATER: (_WHAT_CHANGED, f"{_US} undo {{id}}", f"{_US} changes"),
    texts.UNDONE_ALREADY: (_SEE, f"{_US} changes"),
    texts.NOT_LEFT_ALONE: (_HOW, f"{_US} status"),
    texts.NO_SUCH_INTERRUPTION: (_SEE, f"{_US} list"),
    texts.TIME_TAKEN: (_CUT, "--overlap trim-old", "--overlap trim-new"),
}


def with_next_step(run: Command) -> Command:
    """The same command, whose refusals say what can be done."""

    def explained(arguments: argparse.Namespace, tools: FocusTools) -> int:
        try:
            return run(arguments, tools)
        except FocusError as error:
            raise _with_step(error, tools) from error
        except UnreadableBlockError as error:
            raise UnreadableBlockError(
                _REPAIR, reason=error.phrase, command=f"{_US} recover continue"
            ) from error

    return explained


def _with_step(error: FocusError, tools: FocusTools) -> RefusedError:
    if error.sentence == texts.OPEN_ALREADY:
        return _running(tools) or error
    step = _STEPS.get(error.sentence)
    if step is None:
        return error
    sentence, *commands = step
    command, command_2 = (one.format_map(error.parts) for one in (*commands, "")[:2])
    return RefusedError(sentence, reason=error.phrase, command=command, command_2=command_2)


def _running(tools: FocusTools) -> RefusedError | None:
    """What is in the way of another block, and what to do about it."""
    now, zone = tools.acts.now(), tools.zone()
    if now.block is None:
        return None
    today = now.at.astimezone(zone).date()
    if now.left_alone is not None:
        return RefusedError(evidence_line(now.block, now.left_alone, zone, today))
    since = moment(now.block.started_at, zone, today)
    return RefusedError(_RUNNING, name=now.block.name, time=since, command=f"{_US} stop")
