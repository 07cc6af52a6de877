"""Sentences of the encryption of the person's own data."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TITLE = QT_TRANSLATE_NOOP("data", "Encryption")
PLAIN = QT_TRANSLATE_NOOP(
    "data", "Not encrypted: whoever gets this disk, or a backup, can read your data."
)
ENCRYPTED = QT_TRANSLATE_NOOP(
    "data",
    "Encrypted: your data can be read only with the key in this computer's keyring, or with the "
    "recovery key.",
)
PROTECTS = QT_TRANSLATE_NOOP(
    "data",
    "It protects a computer that is lost, stolen, sold or repaired. It does not protect from who "
    "uses this account while you are signed in.",
)
NOT_INSTALLED = QT_TRANSLATE_NOOP(
    "data",
    "What encrypts is not part of this installation. It comes with "
    "workspace-assistant[encryption], such as by: pip install 'workspace-assistant[encryption]'.",
)
BACKUPS_TOO = QT_TRANSLATE_NOOP("data", "Backups beside the data, encrypted with it: {count}.")
COPIES_GO = QT_TRANSLATE_NOOP(
    "data", "Copies of the database from before updates or damage, erased: {count}."
)
STAY_PLAIN = QT_TRANSLATE_NOOP("data", "Backups elsewhere, which stay as they are: {names}.")
DAMAGED_STAY = QT_TRANSLATE_NOOP("data", "Damaged backups, which stay as they are: {names}.")
OLD_FILE = QT_TRANSLATE_NOOP(
    "data",
    "A program still has the file of before open. Everything that it saves goes to the new one; "
    "the old one is erased at the next start after it has ended.",
)

ENCRYPT = QT_TRANSLATE_NOOP("data", "Encrypt…")
SHOW_KEY = QT_TRANSLATE_NOOP("data", "Show the recovery key")
DECRYPT = QT_TRANSLATE_NOOP("data", "Decrypt…")
OTHER_KEY = QT_TRANSLATE_NOOP("data", "Enter a recovery key…")

KEY_TITLE = QT_TRANSLATE_NOOP("data", "Your recovery key")
KEY_INTRO = QT_TRANSLATE_NOOP(
    "data",
    "Where the keyring of this computer is lost, this is the only way to your data. Print it or "
    "write it down, and keep it away from this computer. Nobody can help whoever loses both.",
)
COPY = QT_TRANSLATE_NOOP("data", "Copy")
SAVE = QT_TRANSLATE_NOOP("data", "Save as file…")
SAVE_NAME = "recovery-key.txt"
SAVE_FILES = QT_TRANSLATE_NOOP("data", "Text (*.txt)")
PRINT = QT_TRANSLATE_NOOP("data", "Print…")
TYPE_GROUP = QT_TRANSLATE_NOOP("data", "To show that you have it, type group {number}:")
ENCRYPT_NOW = QT_TRANSLATE_NOOP("data", "Encrypt now")
STAY_AS_IS = QT_TRANSLATE_NOOP("data", "Leave it as it is")
HIDE_KEY = QT_TRANSLATE_NOOP("data", "Hide it")
COPIED = QT_TRANSLATE_NOOP(
    "data",
    "Copied. In a minute it is taken out of the clipboard, where nothing else was copied since.",
)
SAVED = QT_TRANSLATE_NOOP("data", "The recovery key is in {path}. Keep it away from this computer.")
PRINTED = QT_TRANSLATE_NOOP("data", "The recovery key is on its way to the printer.")
PAPER = QT_TRANSLATE_NOOP("data", "Recovery key of Workspace Assistant")

ASK_DECRYPT = QT_TRANSLATE_NOOP("data", "Decrypt your data?")
ASK_DECRYPT_WHY = QT_TRANSLATE_NOOP(
    "data",
    "Whoever gets this disk can read it then. Backups stay encrypted, and the key stays in the "
    "keyring.",
)
DO_DECRYPT = QT_TRANSLATE_NOOP("data", "Decrypt")
STAY_ENCRYPTED = QT_TRANSLATE_NOOP("data", "Stay encrypted")

UNLOCK_FIELD = QT_TRANSLATE_NOOP("data", "Recovery key")
UNLOCK_WHY = QT_TRANSLATE_NOOP(
    "data",
    "The recovery key goes into the keyring of this computer. It opens the data where its key is "
    "missing here, or a backup that was encrypted on another computer or with an earlier key.",
)
UNLOCK = QT_TRANSLATE_NOOP("data", "Put it into the keyring")
CLOSE = QT_TRANSLATE_NOOP("data", "Close")

ASKING = QT_TRANSLATE_NOOP("data", "The keyring is asked. It may want its password.")
ENCRYPTING = QT_TRANSLATE_NOOP("data", "Your data is being encrypted. You can go on working.")
DECRYPTING = QT_TRANSLATE_NOOP("data", "Your data is being decrypted. You can go on working.")
IS_ENCRYPTED = QT_TRANSLATE_NOOP("data", "The data is encrypted. Its key is in the keyring.")
IS_DECRYPTED = QT_TRANSLATE_NOOP("data", "The data is not encrypted any more.")
UNLOCKED = QT_TRANSLATE_NOOP("data", "The key is in the keyring, and opens the data.")
UNLOCKED_OTHER = QT_TRANSLATE_NOOP(
    "data",
    "The key is in the keyring. It is not the one of the data here; a backup that was made with it "
    "can be restored now.",
)
