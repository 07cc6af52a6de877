"""Every sentence of the history page."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TITLE = QT_TRANSLATE_NOOP("window", "History")
