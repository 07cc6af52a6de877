"""`shifts add, edit, remove, restore`: what a person writes down."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.cli.running import run_job
from workspace_assistant.cli.shifts_arguments import (
    DATE,
    add_breaks,
    add_json,
    add_place,
    breaks_said,
    end_said,
    refuse_address,
    start_said,
    wants_json,
)
from workspace_assistant.cli.shifts_words import SHORT_ID, day_lines, names_of
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.shifts.document import shifts_document
from workspace_assistant.core.shifts.drafts import ShiftDraft, ShiftEdit
from workspace_assistant.core.shifts.errors import ShiftError
from workspace_assistant.core.shifts.model import HAND_ID
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.shifts_tools import ShiftTools
    from workspace_assistant.core.shifts.model import Shift, Source

_ID = QT_TRANSLATE_NOOP("cli", "the beginning of its id: see shifts list")
_ADDED = QT_TRANSLATE_NOOP("cli", "Added:")
_CHANGED = QT_TRANSLATE_NOOP("cli", "Changed:")
_TAKEN_OFF = QT_TRANSLATE_NOOP("cli", "Taken off:")
_BACK_AGAIN = QT_TRANSLATE_NOOP("cli", "Back again:")
_START_AND_END = QT_TRANSLATE_NOOP(
    "cli", "Give the start and the end, such as: tomorrow 08:00 16:00"
)
_NOT_BOTH = QT_TRANSLATE_NOOP("cli", "--no-breaks does not go with --break")
_NO_SOURCE = QT_TRANSLATE_NOOP("cli", "{reason} Nor is there a source of that name.")
_REMOVED_ONE = QT_TRANSLATE_NOOP(
    "cli", "Removed “{name}” with 1 coming shift; kept as history: {kept}"
)
_REMOVED = QT_TRANSLATE_NOOP(
    "cli", "Removed “{name}” with {count} coming shifts; kept as history: {kept}"
)
_WITH_DAY = 2  # words of a start with its day


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    made = [_add(actions), _edit(actions), _remove(actions), _restore(actions)]
    for parser in made:
        add_json(parser)
    return made


def _add(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "add",
        description=worded("Writes down a shift."),
        epilog=worded(
            "Example: {command}",
            command="workspace-assistant shifts add 2026-11-23 22:00 06:00 --place home "
            "--break 02:00-02:30",
        ),
    )
    parser.usage = worded(
        "{program} START END [--place PLACE] [--name TEXT] [--break TIMES] ...", program=parser.prog
    )
    parser.add_argument(
        "when",
        nargs="+",
        metavar=worded("START END"),
        help=worded(
            "such as 2026-11-23 08:00 16:00, tomorrow 22:00 06:00 (of the day after), Mon 08:00 8h"
        ),
    )
    parser.add_argument("--name", default="", metavar=worded("TEXT"))
    add_place(parser)
    add_breaks(parser)
    parser.set_defaults(run=_run_add)
    return parser


def _run_add(arguments: argparse.Namespace, tools: ShiftTools) -> int:
    said, until = _start_and_end(arguments.when)
    start = start_said(said, tools)
    draft = ShiftDraft(
        starts_at=start,
        ends_at=end_said(until, start, tools.zone()),
        name=arguments.name,
        place=arguments.place,
        breaks=breaks_said(arguments.breaks, start, tools.zone()),
    )
    shift = tools.shifts.add(draft)
    if remark := tools.zone_remark():
        tell(worded(remark))
    return _told(arguments, tools, shift, _ADDED)


def _start_and_end(words: list[str]) -> tuple[str, str]:
    """The end is the last word, and a date before it where the start has had its time."""
    parts = " ".join(words).split()
    of_end = 2 if len(parts) > _WITH_DAY and DATE.fullmatch(parts[-2]) else 1
    if len(parts) <= of_end:
        raise RefusedError(_START_AND_END)
    return " ".join(parts[:-of_end]), " ".join(parts[-of_end:])


def _edit(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "edit",
        description=worded(
            "Changes a shift; what is not given stays. One of a calendar or a pattern "
            "becomes one by hand: later changes of the calendar no longer touch it."
        ),
    )
    parser.add_argument("id", metavar=worded("ID"), help=worded(_ID))
    parser.add_argument("--from", dest="start", metavar=worded("TIME"))
    parser.add_argument("--to", dest="end", metavar=worded("TIME"))
    parser.add_argument("--name", metavar=worded("TEXT"))
    add_place(parser, default=None)
    breaks = parser.add_mutually_exclusive_group()
    breaks.add_argument("--no-breaks", action="store_true", help=worded("without any break"))
    add_breaks(parser)
    parser.set_defaults(run=_run_edit)
    return parser


def _run_edit(arguments: argparse.Namespace, tools: ShiftTools) -> int:
    refuse_address(arguments.id)
    shift, zone = tools.shifts.find(arguments.id), tools.zone()
    day = shift.starts_at.astimezone(zone).date()
    start = None if arguments.start is None else start_said(arguments.start, tools, day=day)
    begins = shift.starts_at if start is None else start
    end = None if arguments.end is None else end_said(arguments.end, begins, zone)
    if arguments.no_breaks and arguments.breaks:
        raise RefusedError(_NOT_BOTH)
    breaks = None if arguments.breaks is None else breaks_said(arguments.breaks, begins, zone)
    edit = ShiftEdit(
        starts_at=start,
        ends_at=end,
        name=arguments.name,
        place=arguments.place,
        breaks=() if arguments.no_breaks else breaks,
    )
    return _told(arguments, tools, tools.shifts.edit(shift.id, edit), _CHANGED)


def _remove(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "remove",
        description=worded(
            "Takes a shift off, or removes a source with its coming shifts. Shifts that "
            "have begun stay: they are history."
        ),
    )
    parser.add_argument(
        "which",
        metavar=worded("ID|NAME"),
        help=worded("of a source its name; of a shift the beginning of its id: see shifts list"),
    )
    parser.set_defaults(run=_run_remove)
    return parser


def _run_remove(arguments: argparse.Namespace, tools: ShiftTools) -> int:
    refuse_address(arguments.which)
    source = _named_source(arguments.which, tools)
    if source is None:
        return _take_off(arguments, tools)
    removed = run_job(lambda ctx: tools.shifts.sources.remove(source.id, ctx))
    if removed.remark:
        tell(worded(removed.remark))
    if wants_json(arguments):
        say_json(
            {
                "schema": "workspace-assistant/removed-shift-source/1",
                "name": source.name,
                "removed": removed.removed,
                "kept": removed.kept,
                "remark": removed.remark,
            }
        )
    else:
        sentence = _REMOVED_ONE if removed.removed == 1 else _REMOVED
        parts = {"count": str(removed.removed), "kept": str(removed.kept)}
        say(worded(sentence, name=source.name, **parts))
    return 0


def _take_off(arguments: argparse.Namespace, tools: ShiftTools) -> int:
    shift = tools.shifts.remove(_shift_id(arguments.which, tools))
    code = _told(arguments, tools, shift, _TAKEN_OFF)
    if shift.source_id != HAND_ID:
        command = f"workspace-assistant shifts restore {shift.id[:SHORT_ID]}"
        tell(worded("Bring it back: {command}", command=command))
    return code


def _restore(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "restore",
        description=worded("Brings back a shift that was taken off: see shifts list --hidden"),
    )
    parser.add_argument("id", metavar=worded("ID"), help=worded("the beginning of its id"))

    def run(arguments: argparse.Namespace, tools: ShiftTools) -> int:
        refuse_address(arguments.id)
        return _told(arguments, tools, tools.shifts.restore(arguments.id), _BACK_AGAIN)

    parser.set_defaults(run=run)
    return parser


def _told(arguments: argparse.Namespace, tools: ShiftTools, shift: Shift, done: str) -> int:
    views = tools.shifts.sources.views()
    if wants_json(arguments):
        say_json(shifts_document([shift], [view.source for view in views]))
        return 0
    say(worded(done))
    for line in day_lines([shift], tools.zone(), names_of(views)):
        say(line)
    return 0


def _named_source(text: str, tools: ShiftTools) -> Source | None:
    wanted = text.strip().casefold()
    every = [view.source for view in tools.shifts.sources.views()]
    return next((one for one in every if wanted in (one.name.casefold(), one.id)), None)


def _shift_id(text: str, tools: ShiftTools) -> str:
    try:
        return tools.shifts.find(text).id
    except ShiftError as error:
        raise RefusedError(_NO_SOURCE, reason=error.phrase) from error
