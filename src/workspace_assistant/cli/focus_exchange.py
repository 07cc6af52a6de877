"""`focus import, export`: other programs' logs in, ours out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_arguments import add_json, add_overlap
from workspace_assistant.cli.focus_done import told
from workspace_assistant.cli.focus_list import add_when, asked_span, begun_in
from workspace_assistant.cli.focus_status import wants_json
from workspace_assistant.cli.focus_words import preview_lines
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.core.focus.exchange.names import FORMAT_NAMES

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.focus_services import FocusTools


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    made = [_import(actions), _export(actions)]
    for parser in made:
        add_json(parser)
    return made


def _import(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "import",
        description=worded(
            "Takes over the log of another program. "
            "Nothing is written unless every entry is understood (or --skip-faulty). "
            "Entries that were imported before are never written twice."
        ),
    )
    parser.add_argument("file", type=Path, metavar=worded("FILE"))
    parser.add_argument(
        "--format", choices=FORMAT_NAMES, help=worded("found out from the file unless given")
    )
    parser.add_argument(
        "--time-zone",
        default="",
        metavar=worded("ZONE"),
        help=worded("of local times in the file; else yours"),
    )
    parser.add_argument(
        "--date-order", choices=("mdy", "dmy"), help=worded("of dates such as 01/02/2026")
    )
    parser.add_argument("--preview", action="store_true", help=worded("show what would be written"))
    parser.add_argument(
        "--skip-faulty", action="store_true", help=worded("leave out faulty entries")
    )
    add_overlap(parser)
    parser.set_defaults(run=_run_import)
    return parser


def _run_import(arguments: argparse.Namespace, tools: FocusTools) -> int:
    parsed = tools.read_log(
        arguments.file, arguments.format or "", arguments.time_zone, arguments.date_order
    )
    preview = tools.exchange().preview(parsed)
    if arguments.preview and wants_json(arguments):
        from workspace_assistant.core.focus.exchange.preview import preview_document

        say_json(preview_document(preview, tools.acts.now().proven_at))
        return 0
    show = say if arguments.preview else tell
    for line in preview_lines(preview, tools.zone()):
        show(line)
    if arguments.preview:
        return 0
    change = tools.exchange().take_over(
        preview, arguments.overlap, skip_faulty=arguments.skip_faulty
    )
    return told(arguments, tools, change)


def _export(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "export",
        description=worded("Writes blocks as .csv, .json or .ics: all of them by default."),
    )
    parser.add_argument("file", type=Path, metavar=worded("FILE"))
    add_when(parser)
    parser.set_defaults(run=_run_export)
    return parser


def _run_export(arguments: argparse.Namespace, tools: FocusTools) -> int:
    now = tools.acts.now().proven_at
    span = asked_span(arguments, tools, now, is_all_usual=True)
    blocks = begun_in(tools, span)
    tools.write_log(arguments.file, blocks, now)
    file = str(arguments.file)
    if len(blocks) == 1:
        tell(worded("Wrote 1 block to {file}", file=file))
    else:
        tell(worded("Wrote {count} blocks to {file}", count=str(len(blocks)), file=file))
    return 0
