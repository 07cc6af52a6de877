"""All commands with their options, as the program's own parser has them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from workspace_assistant.cli.main import build_parser


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """An option (with its flags) or a word that stands by its place (without)."""

    flags: tuple[str, ...]
    value: str
    help: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command; *words* are what is typed after the program's name, none for the program."""

    words: tuple[str, ...]
    usage: str
    help: str
    arguments: tuple[Argument, ...]
    commands: tuple[Command, ...]

    def walk(self) -> Iterator[Command]:
        """This command and all below it, in the order that help has."""
        yield self
        for command in self.commands:
            yield from command.walk()

    @property
    def flags(self) -> tuple[str, ...]:
        return tuple(flag for one in self.arguments for flag in one.flags)


def command_tree() -> Command:
    return _command(build_parser(), (), "")


def _command(parser: argparse.ArgumentParser, words: tuple[str, ...], told: str) -> Command:
    # argparse tells what it knows by its help alone: what help is made of has no public name.
    formatter = argparse.HelpFormatter(parser.prog, width=1000)
    arguments, commands = [], []
    for action in parser._actions:  # noqa: SLF001 - see above
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - see above
            helps = {one.dest: one.help for one in action._choices_actions}  # noqa: SLF001 - see above
            commands = [
                _command(below, (*words, name), helps.get(name) or "")
                for name, below in action.choices.items()
                if helps.get(name) != argparse.SUPPRESS
            ]
        elif action.help is not argparse.SUPPRESS:
            arguments.append(_argument(action, formatter))
    return Command(
        words=words,
        usage=" ".join(parser.format_usage().removeprefix("usage:").split()),
        help=told or parser.description or "",
        arguments=tuple(arguments),
        commands=tuple(commands),
    )


def _argument(action: argparse.Action, formatter: argparse.HelpFormatter) -> Argument:
    takes_value = action.nargs != 0
    metavar = action.metavar if isinstance(action.metavar, str) else action.dest
    return Argument(
        flags=tuple(action.option_strings),
        value=metavar if takes_value else "",
        help=formatter._expand_help(action) if action.help else "",  # noqa: SLF001 - see above
        choices=tuple(str(one) for one in action.choices or ()),
    )
