"""`data keep`: how long each kind of data stays; for ever unless the person chooses otherwise."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from workspace_assistant.cli.data_words import DECLINED, count_line, is_agreed
from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.core.data_keeping.document import keep_document
from workspace_assistant.core.data_keeping.model import Contents, DataKind
from workspace_assistant.core.data_keeping.retention import (
    FOREVER,
    Choices,
    checked_age,
    cutoffs,
    kind_named,
)
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.data_tools import DataTools
    from workspace_assistant.cli.focus_arguments import Actions

_NO_CHOICE = QT_TRANSLATE_NOOP("cli", "“{text}” is no KIND=AGE, such as line-minutes=90d")


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    parser = actions.add_parser(
        "keep",
        description=worded(
            "Tells what is kept and for how long, or chooses that. What is older than "
            "chosen is taken out at once, and later after each automatic backup. Backups keep it."
        ),
        epilog=worded("Example: workspace-assistant data keep line-minutes=90d call-levels=2y"),
    )
    parser.add_argument(
        "choices",
        nargs="*",
        metavar=worded("KIND=AGE|forever"),
        help=worded("such as 2y, 90d or 26w"),
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--yes", action="store_true", help=worded("do not ask"))
    what.add_argument("--preview", action="store_true", help=worded("show what would go, and end"))
    add_json(parser)
    parser.set_defaults(run=_run)
    return [parser]


def _run(arguments: argparse.Namespace, tools: DataTools) -> int:
    chosen = _chosen(arguments.choices)
    ages = {**tools.ages(), **chosen}
    before = cutoffs(ages, tools.now())
    contents, going = tools.contents(), tools.older(before)
    is_json = getattr(arguments, "json", False)
    if not is_json:
        _show(contents, ages, going, tools)
    is_done = bool(chosen) and not arguments.preview
    if is_done:
        if (
            any(going.values())
            and not arguments.yes
            and not is_agreed(tools.ask, worded("Take it out?"))
        ):
            tell(worded(DECLINED))
            return 0
        tools.keep_ages(chosen)
        going = tools.take_out(before)
        tell(worded("Chosen. {count} entries were taken out.", count=f"{sum(going.values()):,}"))
    if is_json:
        say_json(keep_document(contents, ages, going, is_done=is_done))
    return 0


def _chosen(given: Iterable[str]) -> dict[DataKind, str]:
    chosen: dict[DataKind, str] = {}
    for text in given:
        name, sign, age = text.partition("=")
        if not sign:
            raise RefusedError(_NO_CHOICE, text=text)
        kind = kind_named(name)
        chosen[kind] = checked_age(kind, age)
    return chosen


def _show(
    contents: Contents, ages: Choices, going: Mapping[DataKind, int], tools: DataTools
) -> None:
    for count in contents.kinds:
        age = ages.get(count.kind)
        told = [count_line(count, tools.zone()), _kept(age)]
        too_old = going.get(count.kind, 0)
        told += [worded("older: {rows}", rows=f"{too_old:,}")] if too_old else []
        say(f"{count.kind.value:<13}  {'; '.join(told)}")


def _kept(age: str | None) -> str:
    if age is None or age == FOREVER:
        return worded("always kept")
    return worded("kept for {age}", age=age)
