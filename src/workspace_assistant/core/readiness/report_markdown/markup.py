"""Text into Markdown: what comes from outside is shown, and never becomes markup or a link."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workspace_assistant.core.readiness.foreign_names import one_line

# Inside a line: emphasis, code, links, images, HTML, entities, tables, strikes, mentions.
_INLINE = re.compile(r"([\\`*_\[\]<>&|~$@])")
# Bare addresses become links in GitHub's dialect and others.
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(:)|\b(www)(\.)")
# At the beginning of a line: headings, numbers and dots of lists, rules.
_LEADING = re.compile(r"^(\d*)(#|[.)](?=\s|$)|[+\-=](?=[\s\-=]|$))")


def text(value: str) -> str:
    """*value* on one line, reading as it is in every common dialect."""
    escaped = _INLINE.sub(r"\\\1", one_line(value))
    escaped = _ADDRESS.sub(_broken, escaped)
    return _LEADING.sub(_harmless, escaped)


def code(value: str) -> str:
    """*value* in a code span; backticks, which would end it, become apostrophes."""
    return f"`{one_line(value).replace('`', chr(39)) or ' '}`"


def row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Lines of a table whose cells are markup already."""
    return [row(*head), row(*("---" for _ in head)), *(row(*cells) for cells in rows)]


def _broken(found: re.Match[str]) -> str:
    scheme, colon, www, dot = found.groups()
    return f"{scheme}\\{colon}" if scheme else f"{www}\\{dot}"


def _harmless(found: re.Match[str]) -> str:
    number, sign = found.groups()
    return f"{number}\\{sign}"
