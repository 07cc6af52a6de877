"""Several parts after each other, by the signs that the language puts between them."""

from __future__ import annotations

from collections.abc import Iterable

from workspace_assistant.core.text import QT_TRANSLATE_NOOP, Say

COMMA = QT_TRANSLATE_NOOP("window", "{head}, {last}")
SEMICOLON = QT_TRANSLATE_NOOP("window", "{head}; {last}")
_PLAIN = "{head} · {last}"  # a sign of no language
_ALONE = "{part}"


def joined(parts: Iterable[str], say: Say, pattern: str = COMMA) -> str:
    """``a, b, c``; empty parts are left out. No part puts another out of its order."""
    told = [say(_ALONE, part=part) for part in parts if part]
    return say(pattern, head="", last="").join(told)


def facts(parts: Iterable[str], say: Say) -> str:
    """``a · b``: what is known of one thing."""
    return joined(parts, say, _PLAIN)
