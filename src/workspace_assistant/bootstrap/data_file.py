"""Where everything that is kept lies in the data directory."""

from __future__ import annotations

DATABASE_NAME = "workspace-assistant.sqlite3"
