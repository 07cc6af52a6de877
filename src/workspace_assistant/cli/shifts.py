"""`shifts`: when one works, from calendars, weekly patterns and by hand."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli import shifts_by_hand, shifts_calendars, shifts_list, shifts_pattern
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.shifts_arguments import add_json
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions

_PARTS = (shifts_list, shifts_by_hand, shifts_pattern, shifts_calendars)
_WIDTH = 14

GROUPS: dict[str, dict[str, str]] = {
    QT_TRANSLATE_NOOP("cli", "What is planned"): {
        "next": QT_TRANSLATE_NOOP("cli", "the shift that runs, its next break, and the next shift"),
        "list": QT_TRANSLATE_NOOP(
            "cli", "shifts of the next 14 days, a day, a week (the same as no action)"
        ),
    },
    QT_TRANSLATE_NOOP("cli", "By hand"): {
        "add": QT_TRANSLATE_NOOP("cli", "write down a shift"),
        "edit": QT_TRANSLATE_NOOP("cli", "change a shift"),
        "remove": QT_TRANSLATE_NOOP("cli", "take off a shift, or remove a whole source"),
        "restore": QT_TRANSLATE_NOOP("cli", "bring back a shift that was taken off"),
        "pattern": QT_TRANSLATE_NOOP("cli", "shifts that repeat every week"),
    },
    QT_TRANSLATE_NOOP("cli", "Calendars"): {
        "subscribe": QT_TRANSLATE_NOOP("cli", "read a calendar by its address, again and again"),
        "change": QT_TRANSLATE_NOOP("cli", "choose anew which events of a subscription are shifts"),
        "import": QT_TRANSLATE_NOOP("cli", "read a calendar file once"),
        "refresh": QT_TRANSLATE_NOOP("cli", "read the subscriptions now"),
        "sources": QT_TRANSLATE_NOOP("cli", "where shifts come from, and what is wrong with it"),
    },
}

_EXAMPLE = """\
  workspace-assistant shifts pattern Mon-Fri 08:00-16:00 --break "12:00-12:30 Lunch"
  workspace-assistant shifts subscribe Work --preview
  workspace-assistant shifts add tomorrow 22:00 06:00
  workspace-assistant shifts next
"""


def register(commands: Actions) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "shifts",
        help=worded("when you work: calendars, weekly patterns, by hand"),
        description=worded("Shifts: when and where you work."),
        epilog=_overview(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.usage = worded("{program} [--json] [--data-dir DIR] ACTION ...", program=parser.prog)
    add_json(parser)
    parser.set_defaults(
        run=shifts_list.run_list, day=None, week=None, first_on=None, last_on=None, hidden=False
    )
    actions = parser.add_subparsers(
        dest="action", metavar=worded("ACTION"), prog=parser.prog, help=argparse.SUPPRESS
    )
    return [parser, *(one for part in _PARTS for one in part.register(actions))]


def _overview() -> str:
    explained = worded(
        "Each action explains itself: {command}", command="workspace-assistant shifts add --help"
    )
    return "\n".join([*map(_group, GROUPS), worded("Example:"), _EXAMPLE, explained, ""])


def _group(title: str) -> str:
    lines = (f"  {name:<{_WIDTH}}{worded(about)}" for name, about in GROUPS[title].items())
    return "\n".join([worded("{title}:", title=worded(title)), *lines, ""])
