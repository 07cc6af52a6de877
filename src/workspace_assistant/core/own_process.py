"""How this program starts a part of itself as a process of its own."""

from __future__ import annotations

import sys

# Hidden from help: what follows is the module of a part, then its own arguments.
PART = "--part"


def part_words(module: str, *arguments: str) -> list[str]:
    """The command that runs *module*, one of this program's parts, as a list that no shell reads.

    A frozen bundle has no interpreter to ask: there the program starts itself, and runs the modules
    of its list alone (`workspace_assistant.bootstrap.parts`).
    """
    if is_frozen():
        return [sys.executable, PART, module, *arguments]
    # -P: a file named like a library in the current folder must not be run instead of it.
    return [sys.executable, "-P", "-m", module, *arguments]


def is_frozen() -> bool:
    """Whether this program is a bundle with an executable of its own."""
    return bool(getattr(sys, "frozen", False))
