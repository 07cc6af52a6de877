"""What shells complete after the program's name: commands and options, else files."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from packing.command_tree import Command
from packing.release import NAME

_FUNCTION = "_workspace_assistant"


def bash(tree: Command) -> str:
    """For ``bash-completion/completions``."""
    return f"""# bash completion for {NAME}
{_FUNCTION}() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} at="" words="" word
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case "$at $word" in
            {_cases(tree)}) at+=" $word" ;;
        esac
    done
    case "$at" in
{_table(tree, 8)}
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}}
complete -o default -F {_FUNCTION} {NAME}
"""


def zsh(tree: Command) -> str:
    """For ``zsh/vendor-completions``."""
    return f"""#compdef {NAME}
{_FUNCTION}() {{
    local at="" words_here="" word
    for word in "${{(@)words[2,CURRENT-1]}}"; do
        case "$at $word" in
            ({_cases(tree)}) at+=" $word" ;;
        esac
    done
    case "$at" in
{_table(tree, 8).replace("words=", "words_here=")}
    esac
    compadd -- ${{(s: :)words_here}}
    _files
}}
{_FUNCTION} "$@"
"""


def fish(tree: Command) -> str:
    """For ``fish/vendor_completions.d``."""
    return "\n".join(_fish_lines(tree)) + "\n"


def _fish_lines(tree: Command) -> Iterator[str]:
    known = " ".join(shlex.quote(" ".join(one.words)) for one in tree.walk() if one.words)
    yield "function __workspace_assistant_is_at"
    yield "    set -l at"
    yield "    for word in (commandline -opc)[2..-1]"
    yield f'        contains -- (string join -- " " $at $word) {known}; and set at $at $word'
    yield "    end"
    yield '    test (string join -- " " $at) = "$argv[1]"'
    yield "end"
    for one in tree.walk():
        place = f"__workspace_assistant_is_at {_fish_quoted(' '.join(one.words))}"
        start = f"complete -c {NAME} -n {_fish_quoted(place)}"
        for below in one.commands:
            yield f"{start} -f -a {below.words[-1]} -d {_fish_quoted(below.help)}"
        for argument in one.arguments:
            names = " ".join(
                f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}"
                for flag in argument.flags
            )
            if names:
                value = " -r" if argument.value else ""
                yield f"{start} {names}{value} -d {_fish_quoted(argument.help)}"


def _cases(tree: Command) -> str:
    return " | ".join(f'"{_place(one)}"' for one in tree.walk() if one.words)


def _table(tree: Command, indent: int) -> str:
    rows = ((_place(one), " ".join(_offers(one))) for one in tree.walk())
    return "\n".join(f'{" " * indent}"{place}") words="{offers}" ;;' for place, offers in rows)


def _place(one: Command) -> str:
    """As the functions above note it down while they read the line."""
    return "".join(f" {word}" for word in one.words)


def _offers(one: Command) -> list[str]:
    of_place = [
        word for argument in one.arguments if not argument.flags for word in argument.choices
    ]
    return [*(below.words[-1] for below in one.commands), *of_place, *one.flags]


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
