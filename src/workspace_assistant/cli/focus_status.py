"""What runs now, who watches it, and what waits for an answer."""

from __future__ import annotations

import argparse
from datetime import tzinfo
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_shifts import frame_line, frame_now
from workspace_assistant.cli.focus_words import evidence_line, question_line, status_lines
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.core.focus.log_document import status_document
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_services import FocusTools
    from workspace_assistant.core.focus.changes import Change
    from workspace_assistant.core.focus.service import Now

NOBODY_WATCHES = QT_TRANSLATE_NOOP(
    "cli",
    "Nobody watches this block: time away from the computer counts as work. "
    "The window watches, and so does: workspace-assistant focus watch",
)
_BEGIN = 'workspace-assistant focus start "Refund queue" --channel chat --for 50m'


def run_status(arguments: argparse.Namespace, tools: FocusTools) -> int:
    return show_status(arguments, tools)


def show_status(
    arguments: argparse.Namespace, tools: FocusTools, change: Change | None = None
) -> int:
    """After *change*, whoever made it has said already whether somebody watches."""
    now, questions = tools.acts.now(), tools.answers.questions()
    if wants_json(arguments):
        pairs = [(one.block, one.gap) for one in questions]
        made = None if change is None else change.id
        say_json(
            status_document(
                now.at,
                now.block,
                now.left_alone,
                now.watched_by,
                pairs,
                made,
                frame_now(tools, now),
            )
        )
        return 0
    zone = tools.zone()
    for line in _status(now, zone):
        say(line)
    if (frame := frame_now(tools, now)) is not None:
        say(frame_line(frame, now.at, zone, now.at.astimezone(zone).date()))
    if change is None and is_unwatched(now):
        say(worded(NOBODY_WATCHES))
    for one in questions:
        say(question_line(one.block, one.gap, zone, now.at.astimezone(zone).date()))
    return 0


def is_unwatched(now: Now) -> bool:
    """One that was left alone has a sentence of its own."""
    return now.block is not None and now.left_alone is None and now.watched_by is None


def wants_json(arguments: argparse.Namespace) -> bool:
    return bool(getattr(arguments, "json", False))


def _status(now: Now, zone: tzinfo) -> list[str]:
    if now.block is None:
        return [nothing_runs()]
    today = now.at.astimezone(zone).date()
    if now.left_alone is not None:
        return [evidence_line(now.block, now.left_alone, zone, today)]
    return [
        *status_lines(now.block, now.at, zone, today),
        *map(worded, now.unknown),
        *([_not_noticed()] if now.unknown else []),
    ]


def nothing_runs() -> str:
    return worded("No block is running. Begin one: {command}", command=_BEGIN)


def _not_noticed() -> str:
    return worded(
        "Time away that nobody notices counts as work. Before you leave: {command}",
        command="workspace-assistant focus pause",
    )
