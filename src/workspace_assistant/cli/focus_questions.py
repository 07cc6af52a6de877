"""`focus answer, recover`: what time nobody saw really was."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_arguments import add_json, understood
from workspace_assistant.cli.focus_list import show_status, wants_json
from workspace_assistant.cli.output import say
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.focus.answers import Answer
from workspace_assistant.core.focus.recovery import RecoveryChoice

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.focus_services import FocusTools
    from workspace_assistant.core.focus.answers import Question


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    made = [_answer(actions), _recover(actions)]
    for parser in made:
        add_json(parser)
    return made


def _answer(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "answer",
        help="say what time away from the computer was",
        description="Answers the latest open question, or the one of --gap. Until it is answered, "
        "that time counts as a gap, not as work.",
    )
    answer = understood(Answer, "answer")
    words = "|".join(one.value for one in Answer)
    parser.add_argument("answer", type=answer, metavar=words)
    parser.add_argument("--gap", default="", metavar="ID", help="see: focus status --json")
    parser.add_argument("--split-at", metavar="HH:MM", help="the answer holds until then...")
    parser.add_argument("--then", type=answer, metavar=words, help="...and this one from then on")
    parser.set_defaults(run=_run_answer)
    return parser


def _run_answer(arguments: argparse.Namespace, tools: FocusTools) -> int:
    question = _question(tools, arguments.gap)
    if (arguments.split_at is None) != (arguments.then is None):
        raise UserInputError("--split-at and --then belong together")
    if arguments.split_at is None:
        change = tools.answers.answer(question.block.id, question.gap.id, arguments.answer)
    else:
        from workspace_assistant.cli.focus_times import instant_within

        at = instant_within(arguments.split_at, question.gap.started_at, tools.clock.time_zone())
        change = tools.answers.split(
            question.block.id, question.gap.id, at, arguments.answer, arguments.then
        )
    if not wants_json(arguments):
        say(f"Done (undo with: workspace-assistant focus undo {change.id})")
    return show_status(arguments, tools)


def _question(tools: FocusTools, gap_id: str) -> Question:
    for question in tools.answers.questions():
        if question.gap.id.startswith(gap_id):
            return question
    raise UserInputError("There is no open question.")


def _recover(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "recover",
        help="settle a block that ran on after a crash or a power cut",
        description="continue: the block goes on, the time nobody watched is asked for as a gap. "
        "end: the block ended when it was last seen. discard: it is removed (undo brings it back).",
    )
    words = "|".join(one.value for one in RecoveryChoice)
    parser.add_argument("choice", type=understood(RecoveryChoice, "choice"), metavar=words)
    parser.set_defaults(run=_run_recover)
    return parser


def _run_recover(arguments: argparse.Namespace, tools: FocusTools) -> int:
    change = tools.acts.recover(arguments.choice)
    if arguments.choice is RecoveryChoice.CONTINUE:
        tools.start_keeper()
    if not wants_json(arguments):
        say(f"Done (undo with: workspace-assistant focus undo {change.id})")
    return show_status(arguments, tools)
