"""What the help page shows: topics, those that a search finds, and one of them. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# In the order of the pages; the last ones belong to none.
TOPIC_NAMES = (
    "today",
    "readiness",
    "microphone",
    "focus",
    "breaks",
    "shifts",
    "week",
    "history",
    "data",
    "publishing",
    "settings",
    "trouble",
)
_IN_TITLE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A text of the help, in Markdown; its title stands in its first line."""

    name: str
    text: str

    @property
    def title(self) -> str:
        return self.text.partition("\n")[0].removeprefix("# ").strip()

    @property
    def body(self) -> str:
        """What stands below its title."""
        return self.text.partition("\n")[2].lstrip("\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpState:
    """Attributes: `shown` is None where a search finds nothing."""

    topics: tuple[Topic, ...]
    found: tuple[str, ...]
    shown: Topic | None


def help_state(topics: Sequence[Topic], wanted: str, search: str = "") -> HelpState:
    """All topics that have every word of *search*; *wanted* is shown if found, else the best."""
    words = search.casefold().split()
    weights = {topic.name: _weight(topic, words) for topic in topics}
    found = [topic for topic in topics if weights[topic.name]]
    best = max(found, key=lambda topic: weights[topic.name], default=None)
    shown = next((topic for topic in found if topic.name == wanted), best)
    return HelpState(topics=tuple(topics), found=tuple(topic.name for topic in found), shown=shown)


def _weight(topic: Topic, words: Sequence[str]) -> int:
    """Zero where a word is missing."""
    title, text = topic.title.casefold(), topic.text.casefold()
    if not all(word in text for word in words):
        return 0
    return 1 + sum(text.count(word) + _IN_TITLE * (word in title) for word in words)
