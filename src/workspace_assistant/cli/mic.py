"""`mic`: analyzes a recording, or records one, with the code that the readiness check uses."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.cli import mic_compare, mic_headset, mic_list, mic_volume
from workspace_assistant.cli.exit_codes import OF_VERDICT
from workspace_assistant.cli.inside import inside
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.mic_options import check_options
from workspace_assistant.cli.mic_sound import write_as_heard, write_recording
from workspace_assistant.cli.mic_volume import raise_hint
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.cli.profile_choice import chosen_profile
from workspace_assistant.cli.report_text import outcome_lines
from workspace_assistant.cli.running import run_job
from workspace_assistant.cli.services import CliServices
from workspace_assistant.core.readiness.limits_of import limits_of
from workspace_assistant.core.readiness.microphone.as_heard import CallKind
from workspace_assistant.core.readiness.microphone.documents import scored_document
from workspace_assistant.core.readiness.microphone.score_texts import TITLES
from workspace_assistant.core.readiness.microphone.scores import Score
from workspace_assistant.core.readiness.microphone.take import Take
from workspace_assistant.core.readiness.names import VERDICT_WORDS
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_QUIET_S = 2.0
_LEAST_VERDICT = 10


def register(commands: _SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "mic",
        help=worded("analyze a recording, or record one"),
        description=worded(
            "Records two seconds of quiet and five of you reading a sentence, or takes a "
            "recording that there is, and says what callers hear and what to change. Nothing is "
            "kept unless you ask for it."
        ),
        epilog=worded("Exit codes: 0 ready, 10 caution, 20 not ready, 30 not tested, 2 bad input."),
    )
    parser.add_argument(
        "file",
        type=Path,
        nargs="?",
        metavar=worded("FILE.wav"),
        help=worded("a recording; without it one is made"),
    )
    parser.add_argument(
        "--quiet-seconds",
        type=float,
        metavar="S",
        help=worded(
            "quiet at the start of FILE.wav, {usual} if not given; 0 for none",
            usual=f"{_QUIET_S:g}",
        ),
    )
    parser.add_argument(
        "--microphone", default="", metavar="ID", help=worded("record from this one of --list")
    )
    parser.add_argument(
        "--profile", type=Path, metavar=worded("FILE"), help=worded("workplace profile (TOML)")
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--list", action="store_true", help=worded("list the microphones and end"))
    what.add_argument(
        "--compare",
        action="store_true",
        help=worded("record every microphone in turn: which is best"),
    )
    what.add_argument(
        "--headset", action="store_true", help=worded("look at the headset, play a tone and a word")
    )
    mic_volume.add_arguments(parser)
    parser.add_argument(
        "--save", type=Path, metavar=worded("FILE.wav"), help=worded("keep what is recorded")
    )
    parser.add_argument(
        "--as-heard",
        type=Path,
        metavar=worded("OUT.wav"),
        help=worded("write the voice as a call carries it"),
    )
    parser.add_argument(
        "--codec",
        choices=[kind.value for kind in CallKind],
        help=worded(
            "of --as-heard: a call by telephone number (if not given), or wideband by internet"
        ),
    )
    parser.add_argument("--json", action="store_true", help=worded("print the result for programs"))
    parser.set_defaults(run=run)
    return [parser]


def run(arguments: argparse.Namespace, services: CliServices) -> int:
    _check_arguments(arguments, services)
    if arguments.list:
        return mic_list.run(arguments, services)
    profile = chosen_profile(services, arguments.profile)
    mic_volume.apply(arguments, services)
    if arguments.headset:
        return mic_headset.run(arguments, services, profile)
    if arguments.compare:
        return mic_compare.run(arguments, services, profile)
    take = _take(arguments, services, profile)
    if arguments.json:
        say_json(scored_document(take.outcome, profile.microphone))
    else:
        _say_take(take, profile, is_live=arguments.file is None)
    # What was measured is shown first, whatever becomes of the files.
    write_recording(arguments.save, take, services)
    kind = CallKind(arguments.codec or CallKind.G711)
    write_as_heard(arguments.as_heard, take, kind, services)
    return OF_VERDICT[take.verdict]


def _check_arguments(arguments: argparse.Namespace, services: CliServices) -> None:
    """Raises `UserInputError` before anything sounds, is set or is recorded."""
    check_options(arguments)
    targets = [path for path in (arguments.save, arguments.as_heard) if path]
    services.sound.check_new_recordings(arguments.file, targets)


def _take(arguments: argparse.Namespace, services: CliServices, profile: WorkplaceProfile) -> Take:
    if arguments.file is not None:
        path, quiet_s = arguments.file, arguments.quiet_seconds
        quiet_s = _QUIET_S if quiet_s is None else quiet_s
        return run_job(lambda _ctx: services.sound.take_of_file(path, quiet_s, profile))
    microphone = arguments.microphone or services.chosen_microphone()
    return run_job(lambda ctx: services.sound.take(profile, microphone, ctx.part("microphone")))


def _say_take(take: Take, profile: WorkplaceProfile, *, is_live: bool) -> None:
    """The answer first, then what to do, then the numbers."""
    say(worded(VERDICT_WORDS[take.verdict]))
    if take.recording is not None:
        for line in score_lines(take.scores):
            say(f"  {line}")
        say()
    for line in outcome_lines(take.outcome, take.verdict, limits_of(profile)):
        say(line)
    if is_live and (hint := raise_hint(take, profile)):
        say()
        say(hint)


def score_lines(scores: Sequence[Score]) -> Iterator[str]:
    """The four scores of a recording, each with the number or the finding that decided."""
    rows = [(worded(TITLES[one.id]), inside(VERDICT_WORDS[one.verdict])) for one in scores]
    width = max(len(title) for title, _ in rows)
    verdict_width = max(_LEAST_VERDICT, *(len(verdict) for _, verdict in rows))
    for (title, verdict), score in zip(rows, scores, strict=True):
        yield f"{title:<{width}}  {verdict:<{verdict_width}}  {score.told(worded)}"
