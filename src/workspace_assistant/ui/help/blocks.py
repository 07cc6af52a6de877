"""Takes a help text apart into the sentences that are translated, and puts it together again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workspace_assistant.core.text import Say

_EMPHASIS = re.compile(r"(?<!\*)\*(?=[^\s*])([^*\n]*[^\s*])\*(?!\*)")
_MARKED = re.compile(r"(#+ |[-*] |\d+\. )(.*)")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or an item of a list.

    Attributes:
        lead: what stands before its words: a mark of Markdown, or nothing.
        sentence: its words on one line.
        follows_item: whether it goes on with the list that the block before is in.
    """

    lead: str
    sentence: str
    follows_item: bool = False


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text in the Markdown that help is written in: no tables, nothing nested."""
    return tuple(_blocks(text))


def translated(text: str, say: Say) -> str:
    """*text* with the words of each block in the user's language."""
    parts: list[str] = []
    for block in blocks(text):
        gap = "" if not parts else "\n" if block.follows_item else "\n\n"
        parts.append(f"{gap}{block.lead}{say(block.sentence)}")
    return "".join(parts) + "\n"


def upright(text: str) -> str:
    """*text* with strong words for slanted ones, which Arabic letters do not know."""
    return _EMPHASIS.sub(r"**\1**", text)


def _blocks(text: str) -> Iterator[Block]:
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lead, follows = "", False
        words: list[str] = []
        for line in paragraph.splitlines():
            if found := _MARKED.match(line):
                if words:
                    yield Block(lead, " ".join(words), follows)
                    follows = True
                lead, words = found[1], [found[2].strip()]
            else:
                words.append(line.strip())
        yield Block(lead, " ".join(words), follows)
