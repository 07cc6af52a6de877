"""Settings as they are kept: tables of TOML in a file that people edit, texts by name in here.

A name such as ``week.target.daily-rest`` is the key ``daily-rest`` of the table ``[week.target]``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import time

TomlValue = bool | int | float | str

# What else is remembered (the devices that were chosen, when a take was good) the program notes
# for itself: nobody sets it by hand.
_TABLES = ("breaks", "check_in", "focus", "loudness", "preshift", "tray", "watch", "week")
_ALONE = ("appearance", "language", "motion", "text_size")
KEEP = "keep-"  # how long each kind of data is kept
_NOTED = frozenset({"breaks.quiet_until", "breaks.reading_until"})

_ON, _OFF = "on", "off"


def is_setting(name: str) -> bool:
    """Whether a person sets it, rather than the program noting it for itself."""
    table, _, rest = name.partition(".")
    return (
        name in _ALONE
        or name.startswith(KEEP)
        or (table in _TABLES and bool(rest) and name not in _NOTED)
    )


def flattened(document: Mapping[str, object], table: str = "") -> Iterator[tuple[str, str]]:
    """Each value of a TOML document by its name, as text: also what no setting can be, a list."""
    for key, value in document.items():
        if isinstance(value, Mapping):
            yield from flattened(value, f"{table}{key}.")
        else:
            text = kept_text(value)
            yield f"{table}{key}", str(value) if text is None else text


def kept_text(value: object) -> str | None:
    """*value* as features read it: ``on`` and ``off``, numbers in digits; None for a list or so."""
    if isinstance(value, bool):
        return _ON if value else _OFF
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, int | float | str):
        return str(value)
    return None


def toml_value(text: str) -> TomlValue:
    """What stands for *text* in the file; `kept_text` gives the same text back."""
    if text in {_ON, _OFF}:
        return text == _ON
    for number in (int, float):
        try:
            value = number(text)
        except ValueError:
            continue
        if str(value) == text and abs(value) < float("inf"):
            return value
    return text


def plain_toml(values: Mapping[str, str]) -> str:
    """*values*, by names of settings, as a TOML document of a line each."""
    return "".join(f"{name} = {_literal(text)}\n" for name, text in sorted(values.items()))


def _literal(text: str) -> str:
    """Numbers and switches are written alike in JSON and TOML, texts too but for one character."""
    return json.dumps(toml_value(text), ensure_ascii=False).replace("\x7f", "\\u007f")
