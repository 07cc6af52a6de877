"""Changes values in a TOML text and leaves the rest of it, comments too, as somebody wrote it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, MutableMapping
from typing import cast

from workspace_assistant.core.settings.kept import flattened, toml_value

Toml = MutableMapping[str, object]

_ABOUT = (
    "Settings of Workspace Assistant. Changes take effect at once, also those made by hand;",
    "what is left out is as delivered. Comments stay. All names: workspace-assistant settings list",
)


def changed(text: str, values: Mapping[str, str]) -> str:
    """*text* with each of *values*; an empty one is taken out."""
    for name, value in values.items():
        if value or name in names_in(text):
            text = _with(text, name, value)
    return text


def names_in(text: str) -> set[str]:
    """What *text*, which is valid TOML, gives a value to."""
    return {name for name, _ in flattened(tomllib.loads(text))}


def _with(text: str, name: str, value: str) -> str:
    from tomlkit import dumps, parse

    toml = parse(text if text.strip() else _new())
    *tables, key = name.split(".")
    if not value:
        del _made(toml, tables)[key]
    elif _found(toml, tables) is None and _is_in_short(text, tables[0]):
        return _with_line_on_top(text, name, value)
    else:
        _made(toml, tables)[key] = toml_value(value)
    return dumps(toml)


def _new() -> str:
    return "".join(f"# {line}\n" for line in _ABOUT)


def _found(toml: Toml, names: list[str]) -> Toml | None:
    for name in names:
        inside = toml.get(name)
        if not isinstance(inside, MutableMapping):
            return None
        toml = inside
    return toml


def _made(toml: Toml, names: list[str]) -> Toml:
    from tomlkit import inline_table, table
    from tomlkit.items import InlineTable

    for name in names:
        if not isinstance(toml.get(name), MutableMapping):
            toml[name] = inline_table() if isinstance(toml, InlineTable) else table()
        toml = cast("Toml", toml[name])
    return toml


def _is_in_short(text: str, table: str) -> bool:
    """Whether lines such as ``week.start = "sunday"`` make *table*: no heading stands for it then.

    TOML refuses such a heading below them, and such a line above a heading.
    """
    return _is_toml(f"{table}.no-such.key = 1\n{text}") and not _is_toml(f"{text}\n[{table}]\n")


def _is_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _with_line_on_top(text: str, name: str, value: str) -> str:
    """Below what is said of the whole file, which a blank line parts from what follows."""
    from tomlkit import item

    line = f"{name} = {item(toml_value(value)).as_string()}\n"
    above = 0
    lines = text.splitlines(keepends=True)
    for number, one in enumerate(lines, 1):
        if one.strip() and not one.lstrip().startswith("#"):
            break
        if not one.strip():
            above = number
    return "".join((*lines[:above], line, *lines[above:]))
