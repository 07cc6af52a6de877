"""All facts of one moment."""

from __future__ import annotations

from workspace_assistant.core.facts.model import Facts
from workspace_assistant.core.facts.sources import Sources


def facts_of(sources: Sources) -> Facts:
    """Every name of `NAMES`: known with its number, or unknown with the reason."""
    del sources
    return {}
