"""`focus watch`: notices idle time, locks and sleep while a block runs and no window is open."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_status import nothing_runs
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import tell
from workspace_assistant.core.jobs import JobContext

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.focus_services import FocusTools


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    parser = actions.add_parser(
        "watch",
        description=worded(
            "Watches the open block until it ends. "
            "`focus start` starts this by itself unless the window watches."
        ),
    )
    parser.set_defaults(run=run)
    return [parser]


def run(arguments: argparse.Namespace, tools: FocusTools) -> int:
    del arguments
    block = tools.acts.now().block
    if block is None:
        tell(worded("Nothing to watch. {reason}", reason=nothing_runs()))
        return 0
    tell(worded("Watching “{name}”. Ctrl-C ends the watch, not the block.", name=block.name))
    tools.watch(JobContext(lambda _: None))
    if tools.acts.now().watched_by is not None:
        tell(worded("Another program watches it already: this one is not needed."))
    return 0
