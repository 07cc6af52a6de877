"""Finds texts that look as if somebody reads them, and that nobody could translate."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from translating.marked import MARK, SAY

# Two words beside each other; of an f-string, one beside a place.
_WORDS = re.compile(r"[^\W\d_]{2,}[,.:;]? [^\W\d_]{2,}")
_WORD_BESIDE = re.compile(r"(^|[\s(“])[^\W\d_]{2,}[,.:;]?\s|\s[^\W\d_]{2,}")
# What nobody but a programmer reads: the log, and what must not happen.
_LOGS = {"log", "logger", "logging", "warnings"}
_BUGS = {
    "AssertionError", "TypeError", "ValueError", "KeyError", "LookupError", "IndexError",
    "NotImplementedError", "RuntimeError", "AttributeError", "ArithmeticError",
}  # fmt: skip
_MARKS = {MARK, SAY, "Phrase"}


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A literal that is said as it is."""

    line: int
    text: str


def unmarked(code: str) -> Iterator[Unmarked]:
    """Sentences of a module outside of marks, and sentences put together out of pieces."""
    yield from _of(ast.parse(code))


def _of(node: ast.AST) -> Iterator[Unmarked]:
    if isinstance(node, ast.Call) and _is_for_nobody(node):
        return
    if isinstance(node, ast.JoinedStr):
        pieces = [piece.value for piece in node.values if isinstance(piece, ast.Constant)]
        if any(_WORD_BESIDE.search(str(piece)) for piece in pieces):
            yield Unmarked(node.lineno, "…".join(map(str, pieces)))
            return
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        if _WORDS.search(node.value):
            yield Unmarked(node.lineno, node.value)
        return
    for child in _read(node):
        yield from _of(child)


def _read(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of *node* without its documentation and without types."""
    for name, field in ast.iter_fields(node):
        if name in {"annotation", "returns"}:
            continue
        parts = field if isinstance(field, list) else [field]
        for place, part in enumerate(parts):
            is_text = isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant)
            if isinstance(part, ast.AST) and not (name == "body" and is_text and place >= 0):
                yield part


def _is_for_nobody(call: ast.Call) -> bool:
    match call.func:
        case ast.Name(id=name):
            return name in _MARKS | _BUGS
        case ast.Attribute(value=ast.Name(id=owner)):
            return owner in _LOGS | {"re"}
    return False
