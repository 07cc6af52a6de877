"""Sentences about erasing everything."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TITLE = QT_TRANSLATE_NOOP("data", "Erase everything")
INTRO = QT_TRANSLATE_NOOP(
    "data",
    "All data, choices, the log and the backups beside them are overwritten and removed, and the "
    "program's entries in the system's keyring go. There is no way back: take a backup elsewhere "
    "first if you may want any of it.",
)
LOOK = QT_TRANSLATE_NOOP("data", "Show what would go…")
LOOKING = QT_TRANSLATE_NOOP("data", "Looking at what is there…")
GOES_TITLE = QT_TRANSLATE_NOOP("data", "This goes")
IN_FOLDER = QT_TRANSLATE_NOOP("data", "In {folder}:")
ENTRY = QT_TRANSLATE_NOOP("data", "1 entry of the database")
ENTRIES = QT_TRANSLATE_NOOP("data", "{count} entries of the database")
UNREADABLE = QT_TRANSLATE_NOOP("data", "What is in the database, which cannot be read")
FILES = QT_TRANSLATE_NOOP("data", "Files: {names}")
BACKUPS = QT_TRANSLATE_NOOP("data", "Backups: {names}")
SECRETS = QT_TRANSLATE_NOOP("data", "Entries of the keyring: {names}")
STAY_ELSEWHERE = QT_TRANSLATE_NOOP("data", "These backups, which you put elsewhere, stay: {names}")
STARTS_BY_ITSELF = QT_TRANSLATE_NOOP(
    "data",
    "The system still starts the program by itself. You can end that on the page Shifts, before "
    "you erase.",
)
OLD_BLOCKS = QT_TRANSLATE_NOOP(
    "data",
    "Solid state disks and file systems with snapshots may keep old content for a while; only an "
    "encrypted disk is safe against who takes it apart.",
)
KEEP_SECRETS = QT_TRANSLATE_NOOP("data", "Leave the entries of the keyring")
WORD = QT_TRANSLATE_NOOP("data", "erase")
TYPE_WORD = QT_TRANSLATE_NOOP("data", "To erase all of it, type the word “{word}”")
ERASE = QT_TRANSLATE_NOOP("data", "Erase everything")
NOT_NOW = QT_TRANSLATE_NOOP("data", "Keep everything")
CLOSES = QT_TRANSLATE_NOOP(
    "data", "The window closes for it. A check or a block that runs ends with it."
)

WINDOW_TITLE = QT_TRANSLATE_NOOP("data", "Erase everything")
ERASING_WORD = QT_TRANSLATE_NOOP("data", "Erasing")
ERASING = QT_TRANSLATE_NOOP("data", "Erasing everything")
ERASING_WHY = QT_TRANSLATE_NOOP(
    "data", "Each file is overwritten, then removed. This may take a moment."
)
ERASED_WORD = QT_TRANSLATE_NOOP("data", "Erased")
ERASED = QT_TRANSLATE_NOOP("data", "Everything is erased")
ERASED_WHY = QT_TRANSLATE_NOOP(
    "data", "Nothing of you is left in {folder}. You can begin anew, or close the program."
)
STAYED = QT_TRANSLATE_NOOP("data", "What you put elsewhere stays: {names}")
REFUSED_WORD = QT_TRANSLATE_NOOP("data", "Not erased")
REFUSED = QT_TRANSLATE_NOOP("data", "Nothing was erased")
BROKE = QT_TRANSLATE_NOOP("data", "Not everything was erased")
BROKE_WHY = QT_TRANSLATE_NOOP(
    "data",
    "A fault in this program stopped it. What is left goes at the next start, or when you try "
    "again.",
)
STILL_BUSY = QT_TRANSLATE_NOOP(
    "data",
    "A part of this program did not end in time. Nothing was erased. "
    "Close the program, start it again, and erase then.",
)
BEGIN_ANEW = QT_TRANSLATE_NOOP("data", "Begin anew")
OPEN_AGAIN = QT_TRANSLATE_NOOP("data", "Back to the window")
TRY_AGAIN = QT_TRANSLATE_NOOP("data", "Try again")
CLOSE = QT_TRANSLATE_NOOP("data", "Close the program")
