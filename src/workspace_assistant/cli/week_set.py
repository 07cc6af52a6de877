"""`week set`: whose law the targets follow, own targets, goals and the way to work."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli.json_option import add_json
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.core.balance.settings_model import WeekStart
from workspace_assistant.core.balance.targets import Region

if TYPE_CHECKING:
    from workspace_assistant.cli.json_option import Actions
    from workspace_assistant.cli.week_tools import WeekTools

SWITCH = {"on": True, "off": False}
_EXAMPLE = "workspace-assistant week set --region de --target hours=38h30m --goal end-of-day=18:00"


def register(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "set",
        help=worded("choose targets, goals and the way to work"),
        description=worded(
            "Chooses what a week is held against. Without options it tells what is chosen."
        ),
        epilog=worded("Example: {command}", command=_EXAMPLE),
    )
    parser.add_argument("--region", choices=[one.value for one in Region], help=worded("whose law"))
    parser.add_argument(
        "--start",
        choices=[one.value for one in WeekStart],
        help=worded("first day of a week"),
    )
    _add_aims(parser)
    _add_way(parser)
    parser.add_argument(
        "--adherence", choices=[*SWITCH], help=worded("tell how the plan was kept to")
    )
    parser.add_argument(
        "--headline",
        choices=[*SWITCH],
        help=worded("notify of the headline after a week's last shift"),
    )
    add_json(parser)
    parser.set_defaults(run=run)
    return parser


def _add_aims(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--target",
        action="append",
        default=[],
        metavar=worded("ID=VALUE|none|default"),
        help=worded(
            "such as {examples}",
            examples="hours=38h30m, breaks-had=80%%, hours=none, hours=default",
        ),
    )
    parser.add_argument(
        "--goal",
        action="append",
        default=[],
        metavar=worded("KIND=VALUE|none"),
        help="focus=10h, breaks=20, learning=1h, end-of-day=18:00",
    )


def _add_way(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--commute",
        metavar=worded("LENGTH|none"),
        help=worded("one way to work, such as 45m"),
    )
    parser.add_argument(
        "--distance", metavar=worded("KM|none"), help=worded("of one way, such as 18km")
    )
    parser.add_argument(
        "--fare", metavar=worded("MONEY|none"), help=worded("of both ways, such as 6.40EUR")
    )


def run(arguments: argparse.Namespace, tools: WeekTools) -> int:
    # A week is told many times for each time that something is chosen.
    from workspace_assistant.cli.week_choosing import chosen, settings_lines
    from workspace_assistant.core.balance.settings_document import settings_document

    before = tools.settings()
    wanted = chosen(arguments, before)
    if wanted != before:
        tools.change(wanted)
    if arguments.json:
        say_json(settings_document(wanted))
        return 0
    for line in settings_lines(wanted):
        say(line)
    return 0
