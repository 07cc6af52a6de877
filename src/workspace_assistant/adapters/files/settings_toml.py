"""Changes values in a TOML text and leaves the rest of it, comments too, as somebody wrote it."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import cast

from workspace_assistant.core.settings.kept import toml_value

Toml = MutableMapping[str, object]

_ABOUT = (
    "Settings of Workspace Assistant. Changes take effect at once, also those made by hand;",
    "what is left out is as delivered. Comments stay. All names: workspace-assistant settings list",
)


def changed(text: str, values: Mapping[str, str]) -> str:
    """*text* with each of *values*; an empty one is taken out."""
    from tomlkit import dumps, parse

    toml = parse(text if text.strip() else _new())
    for name, value in values.items():
        *tables, key = name.split(".")
        if value:
            _table(toml, tables)[key] = toml_value(value)
        elif (found := _found(toml, tables)) is not None:
            found.pop(key, None)
    return dumps(toml)


def _new() -> str:
    return "".join(f"# {line}\n" for line in _ABOUT)


def _table(toml: Toml, names: list[str]) -> Toml:
    from tomlkit import table

    for name in names:
        inside = toml.get(name)
        if not isinstance(inside, MutableMapping):
            toml[name] = table()
            inside = toml[name]
        toml = cast("Toml", inside)
    return toml


def _found(toml: Toml, names: list[str]) -> Toml | None:
    for name in names:
        inside = toml.get(name)
        if not isinstance(inside, MutableMapping):
            return None
        toml = inside
    return toml
