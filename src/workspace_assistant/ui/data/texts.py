"""Sentences of the page Your data: its headline, the place, backups, restoring, the export."""

from __future__ import annotations

from workspace_assistant.core.data_keeping.model import BackupReason
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

READING = QT_TRANSLATE_NOOP("data", "Looking at your data")
SAFE_WORD = QT_TRANSLATE_NOOP("data", "Backed up")
NO_BACKUP_WORD = QT_TRANSLATE_NOOP("data", "No backup yet")
DAMAGED_WORD = QT_TRANSLATE_NOOP("data", "Damaged")
UNREADABLE_WORD = QT_TRANSLATE_NOOP("data", "Not readable")
LAST_BACKUP = QT_TRANSLATE_NOOP("data", "The last backup is of {date}, {clock}")
NO_BACKUP = QT_TRANSLATE_NOOP("data", "There is no backup yet")
DAMAGED = QT_TRANSLATE_NOOP("data", "The database is damaged")
UNREADABLE = QT_TRANSLATE_NOOP("data", "Your data cannot be read now")
HELD_BY_YOU = QT_TRANSLATE_NOOP(
    "data", "Everything is on this computer, for your account alone. Nothing is sent to anybody."
)
PUBLISHED = QT_TRANSLATE_NOOP(
    "data",
    "Everything is on this computer, for your account alone. What you agreed to publish goes to "
    "{host} as well.",
)
NEWEST_GOOD = QT_TRANSLATE_NOOP(
    "data",
    "{name} is the newest backup that is whole. Look at what is in it; the damaged database is "
    "kept under another name.",
)
NO_GOOD = QT_TRANSLATE_NOOP(
    "data",
    "No backup lies beside it. If you have one elsewhere, choose its file below; the damaged "
    "database is kept under another name.",
)
BACK_UP_NOW = QT_TRANSLATE_NOOP("data", "Back up now")
LOOK_AT_BACKUP = QT_TRANSLATE_NOOP("data", "Look at this backup")
TRY_AGAIN = QT_TRANSLATE_NOOP("data", "Try again")
CANCEL = QT_TRANSLATE_NOOP("data", "Cancel")
CANCELLED = QT_TRANSLATE_NOOP("data", "Stopped. Nothing was changed.")
FAULT = QT_TRANSLATE_NOOP("data", "A fault in this program stopped it; details are in the log.")

PLACE_TITLE = QT_TRANSLATE_NOOP("data", "Where everything lies")
OPEN_FOLDER = QT_TRANSLATE_NOOP("data", "Open the folder")
NOT_OPENED = QT_TRANSLATE_NOOP("data", "No program here opens folders. Copy the path instead.")
SIZES = QT_TRANSLATE_NOOP("data", "Database {database}, backups beside it {backups}.")
ENTRY = QT_TRANSLATE_NOOP("data", "1 entry is in the database.")
ENTRIES = QT_TRANSLATE_NOOP("data", "{count} entries are in the database.")
SECRETS = QT_TRANSLATE_NOOP(
    "data",
    "Passwords, tokens and addresses of calendars are in the system's keyring, not in this folder.",
)

BACKUPS_TITLE = QT_TRANSLATE_NOOP("data", "Backups")
BACKUPS_INTRO = QT_TRANSLATE_NOOP(
    "data",
    "One is made each day, beside the data: the last of each of seven days stays, and the last of "
    "each of five weeks. Each is opened and compared before it counts. On a broken disk they are "
    "lost with the data: put one elsewhere now and then.",
)
NO_BACKUPS = QT_TRANSLATE_NOOP("data", "None yet. The first is made by itself within a day.")
REASONS = {
    BackupReason.BY_HAND: QT_TRANSLATE_NOOP("data", "Made by you"),
    BackupReason.AUTOMATIC: QT_TRANSLATE_NOOP("data", "Automatic"),
    BackupReason.BEFORE_RESTORE: QT_TRANSLATE_NOOP("data", "Before a restore"),
    BackupReason.BEFORE_UPDATE: QT_TRANSLATE_NOOP("data", "Before an update"),
}
VERIFIED = QT_TRANSLATE_NOOP("data", "Verified")
BARE_COPY = QT_TRANSLATE_NOOP("data", "The database alone")
BACKUP_UNREADABLE = QT_TRANSLATE_NOOP("data", "Cannot be read")
BACKUP_WHEN = QT_TRANSLATE_NOOP("data", "{date}, {clock}")
BACKUP_DETAIL = QT_TRANSLATE_NOOP("data", "{reason}, {size}. {state}.")
LOOK_INSIDE = QT_TRANSLATE_NOOP("data", "Look and restore…")
LOOK_INSIDE_OF = QT_TRANSLATE_NOOP("data", "Look at the backup of {when}, and restore it")
SHOW_ALL = QT_TRANSLATE_NOOP("data", "Show all {count} backups")
SHOW_FEW = QT_TRANSLATE_NOOP("data", "Show the newest alone")
ELSEWHERE_TITLE = QT_TRANSLATE_NOOP("data", "Elsewhere, made by you: {paths}")
BACK_UP_ELSEWHERE = QT_TRANSLATE_NOOP("data", "Back up to a file…")
RESTORE_FILE = QT_TRANSLATE_NOOP("data", "Restore from a file…")
BACKUP_FILES = QT_TRANSLATE_NOOP("data", "Backups (*.zip)")
RESTORABLE_FILES = QT_TRANSLATE_NOOP("data", "Backups (*.zip *.bak *.sqlite3);;All files (*)")
BACKING_UP = QT_TRANSLATE_NOOP("data", "Making a backup, and opening it to verify it…")
BACKED_UP = QT_TRANSLATE_NOOP("data", "Backed up and verified: {path}, {size}.")

LOOKING_INSIDE = QT_TRANSLATE_NOOP("data", "Unpacking and checking the backup…")
RESTORING = QT_TRANSLATE_NOOP("data", "Restoring…")
PREVIEW_TITLE = QT_TRANSLATE_NOOP("data", "Restore the backup of {when}?")
PREVIEW_TITLE_BARE = QT_TRANSLATE_NOOP("data", "Restore this copy of the database?")
HOLDS = QT_TRANSLATE_NOOP("data", "In it: {kinds}.")
HOLDS_NOTHING = QT_TRANSLATE_NOOP("data", "There is no entry in it.")
HELD_KIND = QT_TRANSLATE_NOOP("data", "{kind} ({rows})")
BRINGS_FILES = QT_TRANSLATE_NOOP("data", "Your choices and your profile become those of then.")
LEAVES_FILES = QT_TRANSLATE_NOOP("data", "Your choices and your profile stay as they are.")
LOSES_NOTHING = QT_TRANSLATE_NOOP("data", "No entry of now would be lost.")
GONE = QT_TRANSLATE_NOOP("data", "{kind}: {rows} now, {rows_then} then; {lost} would be gone.")
CHANGED = QT_TRANSLATE_NOOP(
    "data", "{kind}: {rows} now, {rows_then} then; {changed} would be as they were."
)
GONE_AND_CHANGED = QT_TRANSLATE_NOOP(
    "data",
    "{kind}: {rows} now, {rows_then} then; {lost} would be gone, {changed} as they were.",
)
NOT_COMPARED = QT_TRANSLATE_NOOP(
    "data",
    "What the damaged database holds cannot be compared. It is kept under another name, and "
    "nothing of it is deleted.",
)
SAFETY_FIRST = QT_TRANSLATE_NOOP(
    "data", "A backup of what is there now is made first, so that you can come back to it."
)
ENDS_PUBLISHING = QT_TRANSLATE_NOOP(
    "data", "Publishing to your employer is off afterwards, until you agree to it anew."
)
RESTORE_IT = QT_TRANSLATE_NOOP("data", "Restore it")
KEEP_PRESENT = QT_TRANSLATE_NOOP("data", "Keep what is there")
RESTORED = QT_TRANSLATE_NOOP("data", "Restored.")
RESTORED_SAFE = QT_TRANSLATE_NOOP(
    "data", "Restored. What was there before is in the backup {name}."
)
RESTORED_DAMAGED = QT_TRANSLATE_NOOP("data", "Restored. The damaged database is kept as {name}.")
LOCKED = QT_TRANSLATE_NOOP("data", "Your data is encrypted, and its key is not here")
ENTER_KEY = QT_TRANSLATE_NOOP("data", "Enter the recovery key…")
OPEN_ANEW_WHY = QT_TRANSLATE_NOOP(
    "data", "Open the window anew, so that every page and every reminder goes by it."
)
OPEN_ANEW = QT_TRANSLATE_NOOP("data", "Open the window anew")

EXPORT_TITLE = QT_TRANSLATE_NOOP("data", "Take everything with you")
EXPORT_INTRO = QT_TRANSLATE_NOOP(
    "data",
    "Everything that is kept, as JSON and CSV that other programs read, in one archive with a "
    "README that tells what is what. To move to another computer, take a backup instead.",
)
EXPORT = QT_TRANSLATE_NOOP("data", "Export everything…")
EXPORT_FILES = QT_TRANSLATE_NOOP("data", "Archives (*.zip)")
EXPORT_NAME = "workspace-assistant-export"
EXPORTING = QT_TRANSLATE_NOOP("data", "Writing everything in open formats…")
EXPORTED_ONE = QT_TRANSLATE_NOOP("data", "1 file is in {path}.")
EXPORTED = QT_TRANSLATE_NOOP("data", "{count} files are in {path}.")

KILOBYTES = QT_TRANSLATE_NOOP("data", "{number} kB")
MEGABYTES = QT_TRANSLATE_NOOP("data", "{number} MB")
