"""Facts from the database of a data directory, and nothing that a fact does not need."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.core.facts.model import Facts


def facts_now(data_dir: Path) -> Facts:
    """Everything that is known now. Raises `StoreUnavailableError`."""
    from datetime import UTC, datetime

    from workspace_assistant.bootstrap.present_zone import present_zone
    from workspace_assistant.core.facts.gathering import facts_of
    from workspace_assistant.core.facts.sources import Sources

    del data_dir
    return facts_of(Sources(now=datetime.now(UTC), zone=present_zone()))
