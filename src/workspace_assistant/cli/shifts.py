"""`shifts`: when one works, from calendars, weekly patterns and by hand."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli import shifts_by_hand, shifts_calendars, shifts_list, shifts_pattern
from workspace_assistant.cli.shifts_arguments import add_json

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions

_PARTS = (shifts_list, shifts_by_hand, shifts_pattern, shifts_calendars)
_WIDTH = 14

GROUPS: dict[str, dict[str, str]] = {
    "What is planned": {
        "next": "the shift that runs, its next break, and the next shift",
        "list": "shifts of the next 14 days, a day, a week (the same as no action)",
    },
    "By hand": {
        "add": "write down a shift",
        "edit": "change a shift",
        "remove": "take off a shift, or remove a whole source",
        "restore": "bring back a shift that was taken off",
        "pattern": "shifts that repeat every week",
    },
    "Calendars": {
        "subscribe": "read a calendar by its address, again and again",
        "change": "choose anew which events of a subscription are shifts",
        "import": "read a calendar file once",
        "refresh": "read the subscriptions now",
        "sources": "where shifts come from, and what is wrong with it",
    },
}

_EXAMPLE = """\
Example:
  workspace-assistant shifts pattern Mon-Fri 08:00-16:00 --break "12:00-12:30 Lunch"
  workspace-assistant shifts subscribe Work --preview
  workspace-assistant shifts add tomorrow 22:00 06:00
  workspace-assistant shifts next

Each action explains itself: workspace-assistant shifts add --help
"""


def register(commands: Actions) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "shifts",
        help="when you work: calendars, weekly patterns, by hand",
        description="Shifts: when and where you work.",
        epilog=_overview(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.usage = f"{parser.prog} [--json] [--data-dir DIR] ACTION ..."
    add_json(parser)
    parser.set_defaults(
        run=shifts_list.run_list, day=None, week=None, first_on=None, last_on=None, hidden=False
    )
    actions = parser.add_subparsers(
        dest="action", metavar="ACTION", prog=parser.prog, help=argparse.SUPPRESS
    )
    return [parser, *(one for part in _PARTS for one in part.register(actions))]


def _overview() -> str:
    return "\n".join([*map(_group, GROUPS), _EXAMPLE])


def _group(title: str) -> str:
    lines = (f"  {name:<{_WIDTH}}{about}" for name, about in GROUPS[title].items())
    return "\n".join([f"{title}:", *lines, ""])
