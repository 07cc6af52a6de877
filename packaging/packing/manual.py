"""The manual page, from what the program says of its commands (man-pages(7))."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from packing.command_tree import Argument, Command
from packing.release import NAME, SUMMARY, VERSION

_EXIT_CODES = (
    ("0", "fine; for check: ready"),
    ("10", "caution"),
    ("20", "not ready"),
    ("30", "not tested"),
    ("2", "wrong usage or bad input"),
    ("1", "a failure of the program"),
    ("130", "interrupted"),
)
_VARIABLES = (
    ("WORKSPACE_ASSISTANT_DATA_DIR", "where everything is kept, as by --data-dir"),
    (
        "WORKSPACE_ASSISTANT_NO_KEEPER",
        "where it is set, no background watcher of blocks is started",
    ),
)


def manual_page(tree: Command, made_at_epoch_s: int) -> str:
    """Section 1 of the manual, in roff with the macros of man(7)."""
    day = datetime.fromtimestamp(made_at_epoch_s, UTC).date().isoformat()
    return "\n".join(_lines(tree, day)) + "\n"


def _lines(tree: Command, day: str) -> Iterator[str]:
    yield f'.TH {NAME.upper()} 1 {day} "{NAME} {VERSION}" "User Commands"'
    yield from (".SH NAME", f"{roff(NAME)} \\- {roff(SUMMARY)}")
    yield from (".SH SYNOPSIS", roff(tree.usage))
    yield from (".SH DESCRIPTION", roff(tree.help))
    yield ".SH OPTIONS"
    for one in tree.arguments:
        yield from _argument(one)
    yield ".SH COMMANDS"
    for command in list(tree.walk())[1:]:
        yield from (f'.SS "{roff(" ".join(command.words))}"', roff(command.help or command.usage))
        yield from (".PP", roff(command.usage))
        for one in command.arguments:
            yield from _argument(one)
    yield from _table("EXIT STATUS", _EXIT_CODES)
    yield from _table("ENVIRONMENT", _VARIABLES)
    yield from (
        ".SH FILES",
        ".TP",
        ".I ~/.local/share/workspace\\-assistant",
        "What the program keeps, for you alone.",
    )


def _argument(one: Argument) -> Iterator[str]:
    if "--help" in one.flags:
        return
    names = ", ".join(f"\\fB{roff(flag)}\\fR" for flag in one.flags)
    value = f"\\fI{roff(one.value)}\\fR" if one.value else ""
    yield from (".TP", " ".join(part for part in (names, value) if part), roff(one.help) or "\\&")


def _table(title: str, rows: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield f".SH {title}"
    for name, meaning in rows:
        yield from (".TP", f".B {roff(name)}", roff(meaning))


def roff(text: str) -> str:
    """Plain text in one line, with nothing in it that roff would take for its own."""
    line = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{line}" if line.startswith((".", "'")) else line
