"""`shifts import, subscribe, refresh`: shifts out of calendars."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.cli.exit_codes import ExitCode
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.cli.passwords import ask_password, read_password_line
from workspace_assistant.cli.running import run_job
from workspace_assistant.cli.shifts_arguments import (
    add_filter,
    add_json,
    add_place,
    changed_filter,
    filter_of,
    refuse_address,
    wants_json,
)
from workspace_assistant.cli.shifts_caldav import add_caldav, caldav_address
from workspace_assistant.cli.shifts_remarks import tell_of_crossing
from workspace_assistant.cli.shifts_words import (
    change_lines,
    preview_lines,
    with_places,
)
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.shifts.calendar_texts import NOT_ENCRYPTED
from workspace_assistant.core.shifts.document import preview_document, refresh_document
from workspace_assistant.core.shifts.drafts import CalendarChange, CalendarDraft
from workspace_assistant.core.shifts.feed_address import parse_address
from workspace_assistant.core.shifts.feed_trouble import trouble_told
from workspace_assistant.core.shifts.model import ChangeKind, SourceKind
from workspace_assistant.core.shifts.ports import CalendarError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.shifts_tools import ShiftTools
    from workspace_assistant.core.jobs import JobContext
    from workspace_assistant.core.shifts.source_answers import Preview, Refreshed

_NOTHING_CHOSEN = QT_TRANSLATE_NOOP(
    "cli",
    "No event of this calendar is a shift. Look at it with --preview, then choose with --summary "
    "or --category",
)
_OF_FILE = QT_TRANSLATE_NOOP("cli", "{path}: {reason}")
_SIGN_IN = QT_TRANSLATE_NOOP("cli", "{reason} For that, add --caldav")
_UNCHANGED = QT_TRANSLATE_NOOP("cli", "{reason} Nothing was changed.")
_NOT_KEPT = QT_TRANSLATE_NOOP("cli", "{reason} Nothing was kept.")


_KEPT_BUT_ONE = QT_TRANSLATE_NOOP(
    "cli", "Kept “{name}”: {shifts}; 1 other event left out (see why: --preview)"
)
_KEPT = QT_TRANSLATE_NOOP(
    "cli", "Kept “{name}”: {shifts}; {count} other events left out (see why: --preview)"
)
_HAS_CHANGED = QT_TRANSLATE_NOOP("cli", "{name}: changed")
_NOTHING_CHANGED = QT_TRANSLATE_NOOP("cli", "{name}: nothing changed")


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    made = [_import(actions), _subscribe(actions), _change(actions), _refresh(actions)]
    for parser in made:
        add_json(parser)
    return made


def _import(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "import",
        description=worded(
            "Takes over the shifts of a calendar file: 3 months back, a year ahead. The "
            "file is read once. Importing a newer one under the same name replaces shifts to "
            "come; those that have begun stay as they are."
        ),
        epilog=worded(
            "Example: {command}",
            command="workspace-assistant shifts import roster.ics --summary 'Shift*' --preview",
        ),
    )
    parser.add_argument("file", metavar=worded("FILE.ics"))
    parser.add_argument(
        "--as-source", default="", metavar=worded("NAME"), help=worded("else the file's name")
    )
    _add_reading(parser)
    parser.set_defaults(run=_run_import)
    return parser


def _run_import(arguments: argparse.Namespace, tools: ShiftTools) -> int:
    refuse_address(arguments.file)
    refuse_address(arguments.as_source)
    path = Path(arguments.file)
    content = tools.read_file(path)
    draft = _draft(arguments, SourceKind.FILE, arguments.as_source or path.stem)
    sources = tools.shifts.sources
    try:
        preview = run_job(lambda ctx: sources.preview_file(draft, content, ctx))
    except CalendarError as error:
        raise RefusedError(_OF_FILE, path=str(path), reason=error.phrase) from error
    return _shown_or_kept(arguments, tools, preview, lambda ctx: sources.keep(preview, ctx))


def _subscribe(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "subscribe",
        description=worded(
            "Reads a calendar by its address, now and again every 6 hours while the app "
            "runs. Asks for the address, and keeps it in the system's keyring alone."
        ),
        epilog=worded(
            "Example: {command}",
            command="workspace-assistant shifts subscribe Work --summary 'Shift*' --preview",
        ),
    )
    parser.add_argument("name", metavar=worded("NAME"), help=worded("what you call it"))
    parser.add_argument("address", nargs="*", help=argparse.SUPPRESS)
    parser.add_argument("--address", dest="address_option", help=argparse.SUPPRESS)
    parser.add_argument("--url", dest="address_option", help=argparse.SUPPRESS)
    parser.add_argument(
        "--address-stdin",
        action="store_true",
        help=worded(
            "read the address from standard input; with --caldav address, user name and "
            "password, a line each"
        ),
    )
    add_caldav(parser)
    _add_reading(parser)
    parser.set_defaults(run=_run_subscribe)
    return parser


def _run_subscribe(arguments: argparse.Namespace, tools: ShiftTools) -> int:
    refuse_address(arguments.name)
    refuse_address(arguments.calendar)
    if arguments.address or arguments.address_option:
        refuse_address("https://")
    draft = _draft(arguments, SourceKind.SUBSCRIPTION, arguments.name)
    sources = tools.shifts.sources
    try:
        address = _address(arguments, tools)
        preview = run_job(lambda ctx: sources.preview_subscription(draft, address, ctx))
    except CalendarError as error:
        # What caused it may hold the address.
        if error.code == "sign-in-needed":
            raise RefusedError(_SIGN_IN, reason=error.phrase) from None
        raise RefusedError(error.sentence, **error.parts) from None
    return _shown_or_kept(arguments, tools, preview, lambda ctx: sources.keep(preview, ctx))


def _change(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "change",
        description=worded(
            "Changes which events of a calendar subscription are shifts, and where they "
            "are worked. What is not named stays as it is; an empty word, such as --summary '', "
            "takes all words of that kind away. Shifts that have begun stay."
        ),
        epilog=worded(
            "Example: {command}",
            command="workspace-assistant shifts change Work --summary 'Late*' --preview",
        ),
    )
    parser.add_argument("name", metavar=worded("NAME"), help=worded("see shifts sources"))
    add_filter(parser)
    add_place(parser, default=None)
    _add_preview(parser)
    parser.set_defaults(run=_run_change, summary=None, category=None)
    return parser


def _run_change(arguments: argparse.Namespace, tools: ShiftTools) -> int:
    refuse_address(arguments.name)
    sources = tools.shifts.sources
    source = sources.find(arguments.name)
    wanted = changed_filter(arguments, source.filter)
    change = CalendarChange(
        filter=None if wanted == source.filter else wanted, place=arguments.place
    )
    try:
        preview = run_job(lambda ctx: sources.preview_change(source.id, change, ctx))
    except CalendarError as error:
        raise RefusedError(_UNCHANGED, reason=error.phrase) from None
    return _shown_or_kept(arguments, tools, preview, lambda _: sources.change(preview))


def _refresh(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "refresh",
        description=worded("Reads calendar subscriptions again, all of them or one."),
    )
    parser.add_argument(
        "name",
        nargs="?",
        default="",
        metavar=worded("NAME"),
        help=worded("see shifts sources"),
    )
    parser.set_defaults(run=_run_refresh)
    return parser


def _run_refresh(arguments: argparse.Namespace, tools: ShiftTools) -> int:
    refuse_address(arguments.name)
    sources = tools.shifts.sources
    source_id = sources.find(arguments.name).id if arguments.name else None
    done = run_job(lambda ctx: sources.refresh(source_id, ctx, by_hand=True))
    if wants_json(arguments):
        say_json(refresh_document(done))
    else:
        _say_refreshed(done, tools)
    return ExitCode.FINE if all(one.is_done for one in done) else ExitCode.OUR_FAILURE


def _say_refreshed(done: tuple[Refreshed, ...], tools: ShiftTools) -> None:
    for one in done:
        if not one.is_done:
            tell(
                worded(
                    "{name}: {reason} Its shifts are kept as they were.",
                    name=one.source.name,
                    reason=trouble_told(one.state, worded),
                )
            )
            continue
        changes = change_lines(one.changes, tools.zone())
        sentence = _HAS_CHANGED if changes else _NOTHING_CHANGED
        say(worded(sentence, name=one.source.name))
        for line in changes:
            say(f"  {line}")
        _tell_faults(one.faults)
    if not done:
        say(worded("There is nothing to refresh: no calendar subscription, no pattern."))


def _add_reading(parser: argparse.ArgumentParser) -> None:
    add_filter(parser)
    add_place(parser)
    parser.add_argument(
        "--time-zone",
        default="",
        metavar=worded("ZONE"),
        help=worded("of times without a zone; else yours"),
    )
    _add_preview(parser)


def _add_preview(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--preview",
        action="store_true",
        help=worded("show which events are shifts, and which are not and why; keep nothing"),
    )


def _draft(arguments: argparse.Namespace, kind: SourceKind, name: str) -> CalendarDraft:
    return CalendarDraft(
        kind=kind,
        name=name,
        place=arguments.place,
        time_zone=arguments.time_zone,
        filter=filter_of(arguments),
    )


def _address(arguments: argparse.Namespace, tools: ShiftTools) -> str:
    if arguments.caldav or arguments.calendar:
        return caldav_address(arguments, tools)
    if arguments.address_stdin:
        address = read_password_line("address")
    else:
        known = tools.address_of_environment()
        address = known or ask_password(worded("Address of the calendar: "), "address")
    if not parse_address(address).is_encrypted:
        tell(worded(NOT_ENCRYPTED))
    return address


def _shown_or_kept(
    arguments: argparse.Namespace,
    tools: ShiftTools,
    preview: Preview,
    keep: Callable[[JobContext], Refreshed],
) -> int:
    sources = tools.shifts.sources
    if arguments.preview:
        sources.discard(preview)
        _show(arguments, tools, preview)
        return 0
    if not preview.choice.shifts:
        sources.discard(preview)
        raise RefusedError(_NOTHING_CHOSEN)

    try:
        refreshed = run_job(keep)
    except CalendarError as error:
        raise RefusedError(_NOT_KEPT, reason=error.phrase) from None
    finally:
        sources.discard(preview)
    _tell_kept(arguments, tools, preview, refreshed)
    return 0


def _show(arguments: argparse.Namespace, tools: ShiftTools, preview: Preview) -> None:
    if wants_json(arguments):
        say_json(preview_document(preview))
        return
    for line in preview_lines(preview, tools.zone()):
        say(line)
    if any(one.kind is not ChangeKind.ADDED for one in preview.changes):
        say(worded("Of what is known it would change:"))
        for line in change_lines(preview.changes, tools.zone()):
            say(f"  {line}")
    say(worded("Nothing was kept: this is a preview."))


def _tell_kept(
    arguments: argparse.Namespace, tools: ShiftTools, preview: Preview, refreshed: Refreshed
) -> None:
    if wants_json(arguments):
        say_json(refresh_document([refreshed]))
        return
    for line in change_lines(refreshed.changes, tools.zone()):
        say(line)
    left_out = len(preview.choice.left_out)
    say(
        worded(
            _KEPT_BUT_ONE if left_out == 1 else _KEPT,
            name=refreshed.source.name,
            shifts=with_places(preview.choice.shifts),
            count=str(left_out),
        )
    )
    _tell_faults(refreshed.faults)
    tell_of_crossing(tools)


def _tell_faults(faults: tuple[str, ...]) -> None:
    for fault in faults:
        tell(worded("Not understood, kept as it was: {fault}", fault=worded(fault)))
