"""`ergonomics assess`: by questions in the terminal, or from a file of answers."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.cli.ergonomics_guide import Guide
from workspace_assistant.cli.ergonomics_words import assessment_lines
from workspace_assistant.cli.exit_codes import ExitCode
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.core.ergonomics.answers_file import read_answers
from workspace_assistant.core.ergonomics.document import assessment_document
from workspace_assistant.core.ergonomics.errors import AnswersError
from workspace_assistant.core.ergonomics.workplaces import HOME, workplace_said
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.ergonomics_tools import ErgonomicsTools
    from workspace_assistant.core.ergonomics.answers_file import GivenAnswers
    from workspace_assistant.core.ergonomics.model import Assessment

_IN = QT_TRANSLATE_NOOP("cli", "{path}: {fault}")
_NO_ANSWER = QT_TRANSLATE_NOOP("cli", "No question was answered: nothing was kept.")


def run_assess(arguments: argparse.Namespace, tools: ErgonomicsTools) -> int:
    """Nothing is kept of a file with faults, or of questions that were not gone through."""
    assessment = (
        _guided(tools, workplace_said(_first(arguments.workplace, HOME)))
        if arguments.answers is None
        else _of_file(arguments.answers, arguments.workplace, tools)
    )
    if assessment is None:
        tell("\n" + worded("Ended before the last question: nothing was kept."))
        return ExitCode.INTERRUPTED
    if not arguments.no_save:
        tools.ergonomics.keep(assessment)
    if arguments.json:
        say_json(assessment_document(assessment, is_kept=not arguments.no_save))
        return ExitCode.FINE
    for line in assessment_lines(assessment, tools.zone()):
        say(line)
    if arguments.no_save:
        tell(worded("The result was not kept, because of --no-save."))
    return ExitCode.FINE


def _guided(tools: ErgonomicsTools, workplace: str) -> Assessment | None:
    guide = Guide(tell=tell, read=_line)
    sheet = guide.gone_through(workplace, tools.ergonomics.durations(workplace))
    if sheet is not None and not sheet.answers:
        raise RefusedError(_NO_ANSWER)
    return None if sheet is None else tools.ergonomics.assess(workplace, sheet)


def _of_file(path: Path, workplace: str | None, tools: ErgonomicsTools) -> Assessment:
    """What the file says of durations comes before the log."""
    given = _given(path, tools)
    name = workplace_said(_first(workplace, given.workplace or HOME))
    logged = tools.ergonomics.durations(name)
    return tools.ergonomics.assess(name, given.sheet_with(logged))


def _given(path: Path, tools: ErgonomicsTools) -> GivenAnswers:
    try:
        return read_answers(tools.read_file(path))
    except AnswersError as error:
        raise AnswersError(
            [Phrase(_IN, path=str(path), fault=fault) for fault in error.faults]
        ) from error


def _first(said: str | None, otherwise: str) -> str:
    return otherwise if said is None else said


def _line() -> str | None:
    """What was typed; None at the end of the input."""
    line = sys.stdin.readline()
    return line.strip() if line else None
