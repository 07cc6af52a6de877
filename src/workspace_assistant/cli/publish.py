"""`publish`: chosen fields of reports and weeks go to a collector of the employer, if you agree."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from workspace_assistant.cli.agreeing import is_word
from workspace_assistant.cli.exit_codes import ExitCode
from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.cli.passwords import ask_line, ask_password
from workspace_assistant.cli.publish_words import delivery_lines, preview_lines, status_lines
from workspace_assistant.cli.running import run_job
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.publishing import texts
from workspace_assistant.core.publishing.address import checked_url
from workspace_assistant.core.publishing.document import (
    delivery_document,
    preview_document,
    status_document,
)
from workspace_assistant.core.publishing.model import OF_REPORTS, Group
from workspace_assistant.core.publishing.ports import TokenError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.publish_tools import PublishTools
    from workspace_assistant.core.publishing.model import Proposal

_GROUPS = ",".join(one.value for one in Group)
_BY_DEFAULT = ",".join(one.value for one in Group if one in OF_REPORTS)
_EXAMPLE = QT_TRANSLATE_NOOP(
    "cli",
    """\
Examples:
  workspace-assistant publish preview
  workspace-assistant publish on https://collector.example.com:4318 --token
""",
)
_QUESTION = QT_TRANSLATE_NOOP(
    "cli",
    "Send this, and the same of each later check and week, to {url}? Write yes to agree: ",
)
_AGREED = QT_TRANSLATE_NOOP("cli", "yes")
_NO_TERMINAL = QT_TRANSLATE_NOOP(
    "cli",
    "There is nobody to ask here. Read what is shown above; --yes says that you agree to it.",
)
_NO_COLLECTOR = QT_TRANSLATE_NOOP(
    "cli",
    "Which collector? Your organization proposes none: give its address, such as "
    "https://collector.example.com:4318.",
)
_TOKEN_STAYS = QT_TRANSLATE_NOOP(
    "cli", "Nothing is published any more, but the token is still in the keyring. {reason}"
)


def register(commands: Actions) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "publish",
        help=worded("send chosen fields to a collector of the employer, if you agree"),
        description=worded("Off until you agree. Shows at any time what is sent, field by field."),
        epilog=worded(_EXAMPLE),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar=worded("ACTION"))
    preview = actions.add_parser("preview", help=worded("exactly what is, or would be, sent"))
    _add_groups(preview, default=None)
    add_json(preview)
    preview.set_defaults(run=_preview)
    on = actions.add_parser("on", help=worded("show what is sent, ask, then send from now on"))
    on.add_argument(
        "url",
        nargs="?",
        metavar=worded("URL"),
        help=worded("of the collector, without /v1/logs; else the one your organization proposes"),
    )
    _add_groups(on, default=_BY_DEFAULT)
    on.add_argument(
        "--token",
        action="store_true",
        help=worded("the collector wants a token: asked for, or a line of standard input"),
    )
    on.add_argument("--yes", action="store_true", help=worded("you agree to what is shown"))
    on.set_defaults(run=_on)
    off = actions.add_parser("off", help=worded("send nothing any more; what waits is discarded"))
    off.set_defaults(run=_off)
    status = actions.add_parser(
        "status", help=worded("to whom, what waits, and what is the matter")
    )
    add_json(status)
    status.set_defaults(run=_status)
    now = actions.add_parser("now", help=worded("send what waits at once"))
    add_json(now)
    now.set_defaults(run=_now)
    return [parser, preview, on, off, status, now]


def _add_groups(parser: argparse.ArgumentParser, default: str | None) -> None:
    told = (
        worded("some of {groups}; {default} by default", groups=_GROUPS, default=default)
        if default
        else worded("some of {groups}", groups=_GROUPS)
    )
    parser.add_argument("--send", metavar=worded("GROUPS"), help=told)


def _preview(arguments: argparse.Namespace, tools: PublishTools) -> int:
    preview = tools.service.preview(_groups(arguments.send))
    if getattr(arguments, "json", False):
        say_json(preview_document(preview))
    else:
        _say(preview_lines(preview))
    return 0


def _on(arguments: argparse.Namespace, tools: PublishTools) -> int:
    url, groups = _wanted(arguments, tools.service.status().proposal)
    _say(preview_lines(tools.service.preview(groups)))
    if not arguments.yes and not _agrees(url):
        tell(worded("Nothing was changed."))
        return ExitCode.INTERRUPTED
    token = ask_password(worded("Token: "), "token").strip() if arguments.token else ""
    try:
        _, discarded = run_job(lambda ctx: tools.service.agree(url, groups, token, ctx))
    except TokenError as error:
        raise RefusedError(error.sentence, **error.parts) from None
    if discarded:
        tell(
            worded(
                "Discarded, because you take back fields: {count} messages that waited.",
                count=str(discarded),
            )
        )
    _say(status_lines(tools.service.status(), tools.zone()))
    return 0


def _wanted(
    arguments: argparse.Namespace, proposal: Proposal | None
) -> tuple[str, frozenset[Group]]:
    """What was written, else what the organization proposes, else the usual."""
    if arguments.url is None and proposal is None:
        raise RefusedError(_NO_COLLECTOR)
    url = checked_url(arguments.url or (proposal.url if proposal else ""))
    usual = (proposal.groups if proposal else None) or OF_REPORTS
    return url, _groups(arguments.send) or usual


def _agrees(url: str) -> bool:
    if sys.stdin is None or not sys.stdin.isatty():
        raise RefusedError(_NO_TERMINAL)
    return is_word(ask_line(worded(_QUESTION, url=url), "answer"), _AGREED)


def _off(arguments: argparse.Namespace, tools: PublishTools) -> int:
    del arguments
    try:
        discarded = run_job(tools.service.withdraw)
    except TokenError as error:
        tell(worded(_TOKEN_STAYS, reason=error.phrase))
        return ExitCode.OUR_FAILURE
    say(
        worded(
            "Nothing is published any more. Discarded messages that waited: {number}.",
            number=str(discarded),
        )
    )
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
        raise RefusedError(texts.NO_GROUP, text=wrong[0], groups=_GROUPS)
    if not words:
        raise RefusedError(texts.NOTHING_CHOSEN)
    return frozenset(known[one] for one in words)


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        say(line)
