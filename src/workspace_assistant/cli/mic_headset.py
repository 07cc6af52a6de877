"""`mic --headset`: what the system says, a tone, and a word that shows whether it is heard."""

from __future__ import annotations

import argparse
import io
import locale
import secrets
import sys
from dataclasses import replace

from workspace_assistant.cli.exit_codes import OF_VERDICT
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.cli.report_text import outcome_lines
from workspace_assistant.cli.running import run_job
from workspace_assistant.cli.services import CliServices
from workspace_assistant.core.readiness.headset.document import headset_document
from workspace_assistant.core.readiness.headset.texts import NOT_PLAYABLE
from workspace_assistant.core.readiness.headset.words import CheckWord, check_word
from workspace_assistant.core.readiness.limits_of import limits_of
from workspace_assistant.core.readiness.microphone.ports import PlaybackUnavailableError
from workspace_assistant.core.readiness.names import VERDICT_WORDS
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.verdict import check_verdict

_MANY_WORDS = 1 << 16
_TRIES = 3


def run(arguments: argparse.Namespace, services: CliServices, profile: WorkplaceProfile) -> int:
    microphone = arguments.microphone or services.chosen_microphone()
    request = CheckRequest(profile=profile, microphone=microphone, play_sounds=True)
    if not _can_ask():
        tell(worded("No word is played: this is no terminal, so nobody could say which it was."))
    elif (word := _played_word(services)) is not None:
        request = replace(request, is_word_played=True, heard=_answer(word))
    outcome = run_job(lambda ctx: services.sound.headset(request, ctx.part("headset")))
    verdict = check_verdict(outcome)
    if arguments.json:
        say_json(headset_document(outcome))
    else:
        say(worded(VERDICT_WORDS[verdict]))
        for line in outcome_lines(outcome, verdict, limits_of(profile)):
            say(line)
    return OF_VERDICT[verdict]


def _can_ask() -> bool:
    """Whether somebody can answer: never waits for a pipe, a file or a closed input."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def _played_word(services: CliServices) -> CheckWord | None:
    """The word that was played just now; None when it could not be, which is told."""
    word = check_word(secrets.randbelow(_MANY_WORDS), _language())
    tell(worded("A word is played to where calls sound. Listen."))
    try:
        run_job(lambda ctx: services.sound.say_word(word, ctx.part("headset")))
    except PlaybackUnavailableError as error:
        tell(worded(NOT_PLAYABLE[error.reason]))
        return None
    return word


def _language() -> str:
    """What this terminal speaks, as a code: ``de`` of ``de_DE``; empty where it is not set."""
    return (locale.getlocale()[0] or "").partition("_")[0].lower()


def _answer(word: CheckWord) -> bool | None:
    """Asks which word it was; None when nobody answers."""
    if isinstance(sys.stdin, io.TextIOWrapper):  # what is typed need not be text
        sys.stdin.reconfigure(errors="replace")
    for number, choice in enumerate(word.choices, 1):
        tell(f"  {number}  {choice}")
    tell(f"  0  {worded('I heard nothing')}")
    for _ in range(_TRIES):
        tell(worded("Which word did you hear? Type its number."))
        line = sys.stdin.readline()
        if not line:  # end of input: whoever it was is gone
            return None
        if line.strip() in map(str, range(len(word.choices) + 1)):
            number = int(line)
            return number > 0 and word.choices[number - 1] == word.text
        tell(worded("That is none of the numbers."))
    return None
