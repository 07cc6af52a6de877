"""`ergonomics show, questions, changed`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from shlex import quote
from typing import TYPE_CHECKING

from workspace_assistant.cli.ergonomics_words import standing_lines
from workspace_assistant.cli.exit_codes import ExitCode
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.core.ergonomics.answers_file import template
from workspace_assistant.core.ergonomics.document import history_document, questions_document
from workspace_assistant.core.ergonomics.questions import QUESTIONS
from workspace_assistant.core.ergonomics.texts import (
    BAND_TEXTS,
    DURATION_PROMPTS,
    NOTES,
    SECTION_NAMES,
)
from workspace_assistant.core.ergonomics.workplaces import HOME
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.ergonomics_tools import ErgonomicsTools
    from workspace_assistant.core.ergonomics.model import Question
    from workspace_assistant.core.ergonomics.service import Standing

_NONE_YET = QT_TRANSLATE_NOOP(
    "cli", "No self-check was done yet. Begin: workspace-assistant ergonomics assess"
)


def run_show(arguments: argparse.Namespace, tools: ErgonomicsTools) -> int:
    standings = _asked(arguments.workplace, tools)
    if arguments.json:
        say_json(history_document(standings))
        return ExitCode.FINE
    for number, standing in enumerate(standings):
        if number:
            say()
        for line in standing_lines(standing, tools.zone()):
            say(line)
    if all(standing.latest is None for standing in standings):
        say(worded(_NONE_YET))
    return ExitCode.FINE


def run_questions(arguments: argparse.Namespace, tools: ErgonomicsTools) -> int:
    del tools
    if arguments.template or arguments.json:
        say_json(template() if arguments.template else questions_document())
        return ExitCode.FINE
    for line in _question_lines():
        say(line)
    return ExitCode.FINE


def run_changed(arguments: argparse.Namespace, tools: ErgonomicsTools) -> int:
    named = arguments.workplace
    change = tools.ergonomics.mark_changed(HOME if named is None else named)
    say(
        worded(
            "Noted: “{workplace}” changed. Its self-check is due: {command}",
            workplace=change.workplace,
            command=f"workspace-assistant ergonomics assess --workplace {quote(change.workplace)}",
        )
    )
    return ExitCode.FINE


def _asked(workplace: str | None, tools: ErgonomicsTools) -> tuple[Standing, ...]:
    if workplace is None:
        return tools.ergonomics.standings()
    return (tools.ergonomics.standing(workplace),)


def _question_lines() -> Iterator[str]:
    section = None
    for one in QUESTIONS:
        if one.section is not section:
            section = one.section
            yield from (worded(SECTION_NAMES[section]), "")
        yield from _one(one)
    yield from (worded("Times of use"), "")
    for timed, prompt in DURATION_PROMPTS.items():
        yield f"  {timed.value}: {worded(prompt)}"
        yield from (
            f"    {band.value} ({band.points:+d}): {worded(BAND_TEXTS[band])}"
            for band in BAND_TEXTS
        )
    yield ""
    yield from map(worded, NOTES)


def _one(one: Question) -> Iterator[str]:
    yield f"  {one.id} ({one.kind.value}): {worded(one.prompt)}"
    if one.help:
        yield f"    {worded(one.help)}"
    for option in one.options:
        points = f" ({option.points:+d})" if one.item else ""
        yield f"    {option.id}{points}: {worded(option.text)}"
    yield ""
