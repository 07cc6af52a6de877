"""Reads conditions as they are written in the catalog.

``microphone.snr < 15``, ``shift.length_h > 6 and (shift.long_breaks < 1 or ...)``: a fact, one of
``< <= > >= ==``, a number; ``and`` binds closer than ``or``; parentheses as usual.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from workspace_assistant.core.tips.condition import (
    OPERATORS,
    AllOf,
    AnyOf,
    Comparison,
    Condition,
)

_TOKEN = re.compile(
    r"\s*(?:(?P<name>[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*)|(?P<operator><=|>=|==|<|>)"
    r"|(?P<number>-?\d+(?:\.\d+)?)|(?P<parenthesis>[()])|(?P<other>\S))"
)
_DEEPEST = 10
_END = "the end"
_WORDS = frozenset({"and", "or"})


class ConditionError(ValueError):
    """A condition that cannot be read. The message names the place and what is expected there."""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    place: int


def read_condition(text: str) -> Condition:
    """The condition that *text* stands for. Raises `ConditionError`."""
    reader = _Reader(_tokens(text))
    condition = reader.either(0)
    reader.expect_end()
    return condition


def _tokens(text: str) -> list[_Token]:
    found = [
        _Token(str(match.lastgroup), match[str(match.lastgroup)], match.start(match.lastgroup) + 1)
        for match in _TOKEN.finditer(text)
        if match.lastgroup
    ]
    return [*found, _Token("end", _END, len(text.rstrip()) + 1)]


class _Reader:
    """Goes over the tokens once, from left to right."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens, self._at = tokens, 0

    def either(self, depth: int) -> Condition:
        parts = self._joined(lambda: self._both(depth), "or")
        return parts[0] if len(parts) == 1 else AnyOf(parts)

    def expect_end(self) -> None:
        if self._now.kind != "end":
            raise self._fault("“and”, “or” or the end")

    def _both(self, depth: int) -> Condition:
        parts = self._joined(lambda: self._single(depth), "and")
        return parts[0] if len(parts) == 1 else AllOf(parts)

    def _joined(self, read: Callable[[], Condition], word: str) -> tuple[Condition, ...]:
        parts = [read()]
        while self._now.text == word:
            self._at += 1
            parts.append(read())
        return tuple(parts)

    def _single(self, depth: int) -> Condition:
        if self._now.text != "(":
            return self._comparison()
        if depth == _DEEPEST:
            raise self._fault(f"at most {_DEEPEST} parentheses inside each other")
        self._at += 1
        inner = self.either(depth + 1)
        if self._now.text != ")":
            raise self._fault("“)”, “and” or “or”")
        self._at += 1
        return inner

    def _comparison(self) -> Comparison:
        if self._now.kind != "name" or self._now.text in _WORDS:
            raise self._fault("the name of a fact or “(”")
        name = self._take()
        if self._now.kind != "operator":
            raise self._fault(f"one of {' '.join(OPERATORS)}")
        operator = self._take()
        if self._now.kind != "number":
            raise self._fault("a number")
        return Comparison(name, operator, float(self._take()))

    def _take(self) -> str:
        text = self._now.text
        self._at += 1
        return text

    @property
    def _now(self) -> _Token:
        return self._tokens[self._at]

    def _fault(self, expected: str) -> ConditionError:
        found = _END if self._now.kind == "end" else f"“{self._now.text}”"
        return ConditionError(f"character {self._now.place}: expected {expected}, found {found}")
