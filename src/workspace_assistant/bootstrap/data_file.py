"""Where everything that is kept lies in the data directory."""

from __future__ import annotations

DATABASE_NAME = "workspace-assistant.sqlite3"

# Is there while a restore goes on, or was cut short: looked for at each start.
RESTORE_MARK = "restore.pending"
# What is in it is erased: out of the program's sight, and overwritten one after the other.
ERASING_FOLDER = "erasing"
# Is there while the encryption is switched, and until nothing of the old file is left.
SWITCH_MARK = "switch.pending"
# Which key the data is, or was last, encrypted with.
ENCRYPTION_NOTE = "encryption.json"
