"""The little HTML that a report is made of. Text becomes markup by escaping, never otherwise."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from html import escape
from typing import NewType

Markup = NewType("Markup", str)

_UNKNOWN_CHARACTER = "\ufffd"
_ISOLATE, _END = "\u2068", "\u2069"  # around numbers and names in sentences from the right
# Characters that turn the direction of reading: a name could hide behind them what it says.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def text(value: str) -> Markup:
    """*value* as it reads, whatever it holds: names and sentences may come from strangers."""
    shown = map(_shown_isolated if _is_isolated(value) else _shown, value)
    return Markup(escape("".join(shown), quote=True))


def tag(name: str, *content: Markup, look: str = "", attributes: str = "") -> Markup:
    """An element. *attributes* are ours, written in this program, never from outside."""
    looks = f' class="{look}"' if look else ""
    others = f" {attributes}" if attributes else ""
    return Markup(f"<{name}{looks}{others}>{joined(content)}</{name}>")


def joined(parts: Iterable[Markup]) -> Markup:
    return Markup("".join(parts))


def row(*cells: Markup) -> Markup:
    return Markup(f"{tag('tr', *cells)}\n")


def table(rows: Iterable[Markup], look: str) -> Markup:
    """A table as wide as the page; the attributes are for renderers that know little CSS."""
    width = 'width="100%" cellspacing="0" cellpadding="5"'
    return Markup(f"{tag('table', joined(rows), look=look, attributes=width)}\n")


def _is_isolated(value: str) -> bool:
    """Whether every isolate in *value* ends in it: then none turns what stands around."""
    depth = 0
    for sign in value:
        depth += (sign == _ISOLATE) - (sign == _END)
        if depth < 0:
            return False
    return not depth


def _shown_isolated(character: str) -> str:
    return character if character in {_ISOLATE, _END} else _shown(character)


def _shown(character: str) -> str:
    """Controls, halves of surrogate pairs and turning characters become a visible mark."""
    if character in "\n\t":
        return " "
    if character in _TURNING or unicodedata.category(character) in {"Cc", "Cs"}:
        return _UNKNOWN_CHARACTER
    return character
