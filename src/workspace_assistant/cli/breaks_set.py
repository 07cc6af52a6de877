"""`breaks set`: which breaks come, and how often."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from workspace_assistant.cli.breaks_words import settings_lines
from workspace_assistant.cli.focus_arguments import add_json, seconds
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.core.breaks.documents import SCHEMA, settings_document
from workspace_assistant.core.breaks.model import KindSettings, Settings

if TYPE_CHECKING:
    from workspace_assistant.cli.breaks_services import BreakTools
    from workspace_assistant.cli.focus_arguments import Actions

_SWITCH = {"on": True, "off": False}
_NO_LIMIT = 0.0


def register(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "set",
        help="choose which breaks come, and how often",
        description="Chooses which breaks come. Without options it tells what is chosen.",
        epilog="Example: workspace-assistant breaks set --rest-after 50m --rest-for 8m",
    )
    whole = parser.add_mutually_exclusive_group()
    whole.add_argument("--on", action="store_true", help="watch breaks in shifts and focus blocks")
    whole.add_argument("--off", action="store_true", help="watch nothing and keep nothing of it")
    for kind, example in (("rest", "after 50m, for 5m"), ("micro", "after 30m, for 30s")):
        _add_switch(parser, f"--{kind}", f"{kind} breaks, such as {example}")
        parser.add_argument(f"--{kind}-after", type=seconds, metavar="WORK", help="of work")
        parser.add_argument(f"--{kind}-for", type=seconds, metavar="LENGTH", help="how long it is")
    parser.add_argument(
        "--limit", type=_limit, metavar="LENGTH|off", help="so much at the computer is enough a day"
    )
    parser.add_argument("--postpone", type=seconds, metavar="LENGTH", help="usually 5m")
    parser.add_argument("--times", type=int, metavar="N", help="how often in a row, usually 2")
    _add_switch(parser, "--strict", "breaks are neither postponed nor skipped")
    _add_switch(parser, "--full-screen", "wait while a program fills the screen")
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


def _add_switch(parser: argparse.ArgumentParser, name: str, meaning: str) -> None:
    parser.add_argument(name, type=_switch, metavar="on|off", help=meaning)


def _switch(text: str) -> bool:
    if text.lower() not in _SWITCH:
        raise argparse.ArgumentTypeError(f"“{text}” is neither on nor off")
    return _SWITCH[text.lower()]


def _limit(text: str) -> float:
    return _NO_LIMIT if text.lower() == "off" else seconds(text)
