"""Sentences about the encryption of the data."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

NO_CIPHER = QT_TRANSLATE_NOOP(
    "data",
    "{path}: the data is encrypted, and what decrypts it is not installed. Install "
    "workspace-assistant[encryption]; nothing was changed.",
)
CANNOT_ENCRYPT = QT_TRANSLATE_NOOP(
    "data",
    "What encrypts the data is not installed. Install workspace-assistant[encryption], such as "
    "by: pip install 'workspace-assistant[encryption]'. Nothing was changed.",
)
NO_KEY = QT_TRANSLATE_NOOP(
    "data",
    "{path}: the data is encrypted, and its key is not in the keyring. Give the recovery key: "
    "workspace-assistant data unlock. Nothing was changed.",
)
KEYRING_ABSENT = QT_TRANSLATE_NOOP(
    "data",
    "{path}: the data is encrypted, and there is no keyring here that has its key. Start in a "
    "session with a keyring, then give the recovery key: workspace-assistant data unlock. "
    "Nothing was changed.",
)
KEYRING_SILENT = QT_TRANSLATE_NOOP(
    "data",
    "{path}: the data is encrypted, and the keyring that has its key is locked or does not "
    "answer. Unlock it, then try again. Nothing was changed.",
)
KEY_DOES_NOT_FIT = QT_TRANSLATE_NOOP(
    "data",
    "{path}: the key in the keyring is not the one that it is encrypted with. Give the recovery "
    "key: workspace-assistant data unlock. Nothing was changed.",
)
MOVED_AWAY = QT_TRANSLATE_NOOP(
    "data",
    "{path}: the data is in the file {other} beside it, which is not there. Put it back, or "
    "restore a backup: workspace-assistant data restore FILE. Nothing was changed.",
)
NOT_KEPT = QT_TRANSLATE_NOOP(
    "data",
    "The system's keyring did not take the key. Unlock the keyring, then try again. Nothing was "
    "changed.",
)
NO_KEYRING = QT_TRANSLATE_NOOP(
    "data",
    "There is no keyring here that would keep the key. Start in a session with a keyring, then "
    "try again. Nothing was changed.",
)
IS_ENCRYPTED = QT_TRANSLATE_NOOP("data", "The data is encrypted already.")
IS_PLAIN = QT_TRANSLATE_NOOP("data", "The data is not encrypted.")
OLD_FILE_IN_USE = QT_TRANSLATE_NOOP(
    "data",
    "A program that was open at the last switch still has the old file open: the window, or its "
    "icon in the panel. End it, then try again. Nothing was changed.",
)
NOT_THE_SAME = QT_TRANSLATE_NOOP(
    "data",
    "{path}: the copy does not hold what the data does ({reason}). Nothing was changed.",
)
BACKUP_KEY_MISSING = QT_TRANSLATE_NOOP(
    "data",
    "{path}: the backup is encrypted with a key that is not in the keyring. Give the recovery key "
    "of then: workspace-assistant data unlock. Nothing was changed.",
)
WRONG_LENGTH = QT_TRANSLATE_NOOP(
    "data", "A recovery key has {most} characters in groups of five; these are {count}."
)
WRONG_CHARACTER = QT_TRANSLATE_NOOP("data", "“{character}” is in no recovery key.")
WRONG_GROUP = QT_TRANSLATE_NOOP(
    "data", "Group {number} of the recovery key, “{group}”, is mistyped. Look at it again."
)
OTHER_KEY = QT_TRANSLATE_NOOP(
    "data",
    "That is a whole recovery key, but not the one of this data. Nothing was changed.",
)
NOT_CONFIRMED = QT_TRANSLATE_NOOP(
    "data", "That is not group {number} of the recovery key. Nothing was changed."
)
BUSY_SWITCHING = QT_TRANSLATE_NOOP(
    "data",
    "{path}: another program is switching the encryption of the data. Try again in a moment.",
)
