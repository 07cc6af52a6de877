"""Every setting is in docs/settings.md, with what is delivered, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path

from workspace_assistant.core.settings.catalog import SETTINGS

PAGE = Path(__file__).parents[2] / "docs" / "settings.md"
ROW = re.compile(r"\| `([^`]+)` \| [^|]+ \| [^|]+ \| ([^|]+) \|")


def test_the_table_has_every_key_with_its_default() -> None:
    rows = dict(ROW.findall(PAGE.read_text(encoding="utf-8")))
    assert rows == {
        key: f"`{one.default}`" if one.default else one.unset for key, one in SETTINGS.items()
    }
