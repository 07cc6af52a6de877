"""`focus answer, recover`: what time nobody saw really was."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli.choices import NO_ANSWER, NO_CHOICE, understood
from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.focus_done import told
from workspace_assistant.cli.focus_status import show_status
from workspace_assistant.cli.focus_times import instant_within
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import tell
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.focus.answers import Answer
from workspace_assistant.core.focus.errors import UnreadableBlockError
from workspace_assistant.core.focus.recovery import RecoveryChoice
from workspace_assistant.core.focus.scribe import SET_ASIDE
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.focus_services import FocusTools
    from workspace_assistant.core.focus.answers import Question

_REPAIRED = QT_TRANSLATE_NOOP(
    "cli", "The running block could not be read. The change log gave back all of it."
)
_SET_ASIDE = QT_TRANSLATE_NOOP(
    "cli",
    "The running block cannot be read, and the change log does not tell it either. "
    "It was set aside: it stays in the file as it is, and runs no more.",
)
_TOGETHER = QT_TRANSLATE_NOOP("cli", "--split-at and --then belong together")
_NO_SUCH_QUESTION = QT_TRANSLATE_NOOP("cli", "There is no open question “{id}”. See: {command}")
_NO_QUESTION = QT_TRANSLATE_NOOP("cli", "There is no open question: nothing waits for an answer.")


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    made = [_answer(actions), _recover(actions)]
    for parser in made:
        add_json(parser)
    return made


def _answer(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "answer",
        description=worded(
            "Says what time away from the computer was. "
            "Answers the latest open question, or the one of --gap. Until it is answered, "
            "that time counts as a gap, not as work."
        ),
    )
    answer = understood(Answer, NO_ANSWER, Answer)
    words = "|".join(one.value for one in Answer)
    parser.add_argument("answer", type=answer, metavar=words)
    parser.add_argument(
        "--gap",
        default="",
        metavar=worded("ID"),
        help=worded("see: {command}", command="focus status --json"),
    )
    parser.add_argument(
        "--split-at", metavar=worded("HH:MM"), help=worded("the answer holds until then...")
    )
    parser.add_argument(
        "--then", type=answer, metavar=words, help=worded("...and this one from then on")
    )
    parser.set_defaults(run=_run_answer)
    return parser


def _run_answer(arguments: argparse.Namespace, tools: FocusTools) -> int:
    question = _question(tools, arguments.gap)
    if (arguments.split_at is None) != (arguments.then is None):
        raise RefusedError(_TOGETHER)
    if arguments.split_at is None:
        change = tools.answers.answer(question.block.id, question.gap.id, arguments.answer)
    else:
        at = instant_within(arguments.split_at, question.gap.started_at, tools.zone())
        change = tools.answers.split(
            question.block.id, question.gap.id, at, arguments.answer, arguments.then
        )
    return told(arguments, tools, change)


def _question(tools: FocusTools, gap_id: str) -> Question:
    for question in tools.answers.questions():
        if question.gap.id.startswith(gap_id):
            return question
    if gap_id:
        command = "workspace-assistant focus status --json"
        raise RefusedError(_NO_SUCH_QUESTION, id=gap_id, command=command)
    raise RefusedError(_NO_QUESTION)


def _recover(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "recover",
        description=worded(
            "Settles a block that ran on after a crash or a power cut. "
            "continue: the block goes on, the time nobody watched is asked for as a gap. "
            "end: the block ended when it was last seen. "
            "discard: it is removed (undo brings it back). "
            "A running block that cannot be read any more is put together again from the change "
            "log."
        ),
    )
    words = "|".join(one.value for one in RecoveryChoice)
    parser.add_argument(
        "choice", type=understood(RecoveryChoice, NO_CHOICE, RecoveryChoice), metavar=words
    )
    parser.set_defaults(run=_run_recover)
    return parser


def _run_recover(arguments: argparse.Namespace, tools: FocusTools) -> int:
    try:
        change = tools.acts.recover(arguments.choice)
    except UnreadableBlockError:
        repair = tools.acts.repair()
        tell(worded(_SET_ASIDE if repair.action == SET_ASIDE else _REPAIRED))
        if repair.action == SET_ASIDE or tools.acts.now().left_alone is None:
            return show_status(arguments, tools, repair)
        change = tools.acts.recover(arguments.choice)
    return told(arguments, tools, change)
