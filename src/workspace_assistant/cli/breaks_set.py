"""`breaks set`: which breaks come, and how often."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from workspace_assistant.cli.breaks_words import settings_lines
from workspace_assistant.cli.focus_arguments import add_json, seconds
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.core.breaks import texts
from workspace_assistant.core.breaks.documents import SCHEMA, settings_document
from workspace_assistant.core.breaks.model import KindSettings, Settings
from workspace_assistant.core.breaks.settings import MOST_TIMES, range_texts
from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.breaks_services import BreakTools
    from workspace_assistant.cli.focus_arguments import Actions

_SWITCH = {"on": True, "off": False}
_NO_LIMIT = 0.0
_EXAMPLES = QT_TRANSLATE_NOOP(
    "cli",
    """\
Lengths are such as 30s, 5m, 1h30m. Who says how long a break is, or when it comes, turns it on.

Examples:
  workspace-assistant breaks set --rest-after 50m --rest-for 8m
  workspace-assistant breaks set --micro on --limit 7h --times 1
  workspace-assistant breaks set --limit off --strict off
""",
)


def register(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "set",
        help=worded("choose which breaks come, and how often"),
        description=worded(
            "Chooses which breaks come. Without options it tells what is chosen.\n"
            "What is not named stays as it is."
        ),
        epilog=worded(_EXAMPLES),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole = parser.add_mutually_exclusive_group()
    whole.add_argument(
        "--on", action="store_true", help=worded("watch breaks in shifts and focus blocks")
    )
    whole.add_argument(
        "--off", action="store_true", help=worded("watch nothing and keep nothing of it")
    )
    usual = Settings()
    _add_kind(parser, "rest", worded("rest breaks"), usual.rest, texts.REST_WORK, texts.REST_LENGTH)
    _add_kind(
        parser, "micro", worded("micro breaks"), usual.micro, texts.MICRO_WORK, texts.MICRO_LENGTH
    )
    least, most = range_texts(texts.LIMIT)
    parser.add_argument(
        "--limit",
        type=_limit,
        metavar=worded("LENGTH|off"),
        help=worded(
            "so much at the computer is enough a day: {least} to {most}, or off; usually off",
            least=least,
            most=most,
        ),
    )
    _add_length(
        parser, "--postpone", worded("put a break off by"), texts.POSTPONING, usual.postpone_s
    )
    parser.add_argument(
        "--times",
        type=int,
        metavar="N",
        help=worded(
            "how often in a row it can be put off: 0 to {most}, usually {usual}; 0 for never",
            most=str(MOST_TIMES),
            usual=str(usual.longest_postponing),
        ),
    )
    _add_switch(
        parser,
        "--strict",
        worded("breaks are neither postponed nor skipped"),
        is_on=usual.is_strict,
    )
    _add_switch(
        parser,
        "--full-screen",
        worded("wait while a program fills the screen"),
        is_on=usual.minds_full_screen,
    )
    add_json(parser)
    parser.set_defaults(run=run)
    return parser


def run(arguments: argparse.Namespace, tools: BreakTools) -> int:
    service = tools.service()
    before = service.settings()
    wanted = _chosen(arguments, before)
    if wanted != before:
        service.change_settings(wanted)
    if arguments.json:
        say_json({"schema": SCHEMA, "settings": settings_document(wanted)})
        return 0
    for line in settings_lines(wanted):
        say(line)
    return 0


def _chosen(arguments: argparse.Namespace, before: Settings) -> Settings:
    given = {
        "is_on": True if arguments.on else False if arguments.off else None,
        "postpone_s": arguments.postpone,
        "longest_postponing": arguments.times,
        "is_strict": arguments.strict,
        "minds_full_screen": arguments.full_screen,
    }
    chosen = replace(
        before,
        micro=_kind(
            before.micro, arguments.micro_after, arguments.micro_for, is_on=arguments.micro
        ),
        rest=_kind(before.rest, arguments.rest_after, arguments.rest_for, is_on=arguments.rest),
        **{name: value for name, value in given.items() if value is not None},
    )
    if arguments.limit is None:
        return chosen
    return replace(chosen, daily_limit_s=arguments.limit or None)


def _kind(
    before: KindSettings, work_s: float | None, length_s: float | None, *, is_on: bool | None
) -> KindSettings:
    """Who says how long a break is wants it."""
    is_said = work_s is not None or length_s is not None
    return KindSettings(
        is_on=(before.is_on or is_said) if is_on is None else is_on,
        work_s=before.work_s if work_s is None else work_s,
        length_s=before.length_s if length_s is None else length_s,
    )


def _add_kind(
    parser: argparse.ArgumentParser,
    name: str,
    called: str,
    usual: KindSettings,
    work: str,
    length: str,
) -> None:
    _add_switch(parser, f"--{name}", called, is_on=usual.is_on)
    _add_length(
        parser, f"--{name}-after", worded("one comes after so much work"), work, usual.work_s
    )
    _add_length(parser, f"--{name}-for", worded("how long it is"), length, usual.length_s)


def _add_length(
    parser: argparse.ArgumentParser, name: str, meaning: str, what: str, usual_s: float
) -> None:
    least, most = range_texts(what)
    told = worded(
        "{meaning}: {least} to {most}, usually {usual}",
        meaning=meaning,
        least=least,
        most=most,
        usual=length_text(usual_s),
    )
    parser.add_argument(name, type=seconds, metavar=worded("LENGTH"), help=told)


def _add_switch(parser: argparse.ArgumentParser, name: str, meaning: str, *, is_on: bool) -> None:
    told = worded("{meaning}; usually {usual}", meaning=meaning, usual="on" if is_on else "off")
    parser.add_argument(name, type=_switch, metavar="on|off", help=told)


def _switch(text: str) -> bool:
    if text.lower() not in _SWITCH:
        raise argparse.ArgumentTypeError(worded("“{text}” is neither on nor off", text=text))
    return _SWITCH[text.lower()]


def _limit(text: str) -> float:
    return _NO_LIMIT if text.lower() == "off" else seconds(text)
