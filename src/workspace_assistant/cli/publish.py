"""`publish`: chosen fields of reports and weeks go to a collector of the employer, if you agree."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from workspace_assistant.cli.exit_codes import ExitCode
from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.cli.passwords import ask_line, ask_password
from workspace_assistant.cli.publish_words import delivery_lines, preview_lines, status_lines
from workspace_assistant.cli.running import run_job
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.publishing import texts
from workspace_assistant.core.publishing.address import checked_url
from workspace_assistant.core.publishing.document import (
    delivery_document,
    preview_document,
    status_document,
)
from workspace_assistant.core.publishing.model import OF_REPORTS, Group
from workspace_assistant.core.publishing.ports import TokenError

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.publish_tools import PublishTools

_GROUPS = ",".join(one.value for one in Group)
_BY_DEFAULT = ",".join(one.value for one in Group if one in OF_REPORTS)
_EXAMPLE = """\
Examples:
  workspace-assistant publish preview
  workspace-assistant publish on https://collector.example.com:4318 --token
"""
_QUESTION = "Send this, and the same of each later check and week, to {url}? Write yes to agree: "
_NO_TERMINAL = (
    "There is nobody to ask here. Read what is shown above; --yes says that you agree to it."
)


def register(commands: Actions) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "publish",
        help="send chosen fields to a collector of the employer, if you agree",
        description="Off until you agree. Shows at any time what is sent, field by field.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    preview = actions.add_parser("preview", help="exactly what is, or would be, sent")
    _add_groups(preview, default=None)
    add_json(preview)
    preview.set_defaults(run=_preview)
    on = actions.add_parser("on", help="show what is sent, ask, then send from now on")
    on.add_argument("url", metavar="URL", help="of the collector, without /v1/logs")
    _add_groups(on, default=_BY_DEFAULT)
    on.add_argument(
        "--token",
        action="store_true",
        help="the collector wants a token: asked for, or a line of standard input",
    )
    on.add_argument("--yes", action="store_true", help="you agree to what is shown")
    on.set_defaults(run=_on)
    off = actions.add_parser("off", help="send nothing any more; what waits is discarded")
    off.set_defaults(run=_off)
    status = actions.add_parser("status", help="to whom, what waits, and what is the matter")
    add_json(status)
    status.set_defaults(run=_status)
    now = actions.add_parser("now", help="send what waits at once")
    add_json(now)
    now.set_defaults(run=_now)
    return [parser, preview, on, off, status, now]


def _add_groups(parser: argparse.ArgumentParser, default: str | None) -> None:
    words = f"; {default} by default" if default else ""
    parser.add_argument(
        "--send", default=default, metavar="GROUPS", help=f"some of {_GROUPS}{words}"
    )


def _preview(arguments: argparse.Namespace, tools: PublishTools) -> int:
    preview = tools.service.preview(_groups(arguments.send))
    if getattr(arguments, "json", False):
        say_json(preview_document(preview))
    else:
        _say(preview_lines(preview))
    return 0


def _on(arguments: argparse.Namespace, tools: PublishTools) -> int:
    url, groups = checked_url(arguments.url), _groups(arguments.send) or frozenset()
    _say(preview_lines(tools.service.preview(groups)))
    if not arguments.yes and not _agrees(url):
        tell("Nothing was changed.")
        return ExitCode.INTERRUPTED
    token = ask_password("Token: ", "token").strip() if arguments.token else ""
    try:
        _, discarded = run_job(lambda ctx: tools.service.agree(url, groups, token, ctx))
    except TokenError as error:
        raise UserInputError(f"{error}") from None
    if discarded:
        tell(f"Discarded, because you take back fields: {discarded} messages that waited.")
    _say(status_lines(tools.service.status(), tools.zone()))
    return 0


def _agrees(url: str) -> bool:
    if sys.stdin is None or not sys.stdin.isatty():
        raise UserInputError(_NO_TERMINAL)
    return ask_line(_QUESTION.format(url=url), "answer").strip().lower() == "yes"


def _off(arguments: argparse.Namespace, tools: PublishTools) -> int:
    del arguments
    try:
        discarded = run_job(tools.service.withdraw)
    except TokenError as error:
        tell(f"Nothing is published any more, but the token is still in the keyring. {error}")
        return ExitCode.OUR_FAILURE
    say(f"Nothing is published any more. Discarded messages that waited: {discarded}.")
    return 0


def _status(arguments: argparse.Namespace, tools: PublishTools) -> int:
    status = tools.service.status()
    if getattr(arguments, "json", False):
        say_json(status_document(status))
    else:
        _say(status_lines(status, tools.zone()))
    return 0


def _now(arguments: argparse.Namespace, tools: PublishTools) -> int:
    delivery = run_job(lambda ctx: tools.service.deliver(ctx, at_once=True))
    status = tools.service.status()
    if getattr(arguments, "json", False):
        say_json(delivery_document(delivery, status))
    else:
        _say(delivery_lines(delivery, status, tools.zone()))
    return ExitCode.CAUTION if delivery.trouble or delivery.refused else 0


def _groups(text: str | None) -> frozenset[Group] | None:
    if text is None:
        return None
    words = {one.strip().lower() for one in text.split(",") if one.strip()}
    known = {one.value: one for one in Group}
    wrong = sorted(words - known.keys())
    if wrong:
        raise UserInputError(f"“{wrong[0]}” is no group of fields; choose from {_GROUPS}")
    if not words:
        raise UserInputError(texts.NOTHING_CHOSEN)
    return frozenset(known[one] for one in words)


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        say(line)
