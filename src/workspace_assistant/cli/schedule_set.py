"""`schedule set`: when the check before a shift runs."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.core.preshift.document import settings_document
from workspace_assistant.core.preshift.model import PreshiftSettings
from workspace_assistant.core.preshift.settings import checked, turned_off
from workspace_assistant.core.preshift.words import settings_sentences

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.schedule_services import ScheduleTools


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    parser = actions.add_parser(
        "set",
        help=worded("choose when the check before a shift runs"),
        description=worded(
            "Chooses when the check before a shift runs. Without options it tells what is chosen."
        ),
    )
    parser.add_argument(
        "--before", type=float, metavar=worded("MINUTES"), help=worded("usually 15")
    )
    parser.add_argument(
        "--second",
        type=float,
        metavar=worded("MINUTES"),
        help=worded("again, if need be: usually 5; 0 for never"),
    )
    parser.add_argument("--off", action="store_true", help=worded("no check before shifts"))
    parser.add_argument(
        "--places",
        metavar=worded("PLACE,…"),
        help=worded("of shifts that it runs before: home, office, other"),
    )
    parser.add_argument(
        "--microphone-days",
        type=int,
        metavar=worded("DAYS"),
        help=worded(
            "ask to test the microphone after so many days without a good test; 0 for never"
        ),
    )
    add_json(parser)
    parser.set_defaults(run=run, json=False)
    return [parser]


def run(arguments: argparse.Namespace, tools: ScheduleTools) -> int:
    before = tools.settings()
    wanted = checked(_chosen(arguments, before))
    if wanted != before:
        tools.keep_settings(wanted)
    if arguments.json:
        say_json(settings_document(wanted))
        return 0
    for sentence in settings_sentences(wanted, worded):
        say(sentence)
    return 0


def _chosen(arguments: argparse.Namespace, settings: PreshiftSettings) -> PreshiftSettings:
    if arguments.before is not None:
        settings = replace(settings, first_s=60 * arguments.before)
    if arguments.second is not None:
        settings = replace(settings, second_s=60 * arguments.second)
    if arguments.places is not None:
        places = tuple(part.strip().lower() for part in arguments.places.split(",") if part.strip())
        settings = replace(settings, places=places)
    if arguments.microphone_days is not None:
        settings = replace(settings, microphone_after_days=arguments.microphone_days)
    return turned_off(settings) if arguments.off else settings
