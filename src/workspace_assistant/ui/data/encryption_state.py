"""The encryption of the person's own data, as the page shows it. Plain Python."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workspace_assistant.core.data_keeping.encryption import Encryption
from workspace_assistant.ui.data import encryption_texts as texts
from workspace_assistant.ui.data.encryption_situation import EncryptionAct, EncryptionSituation
from workspace_assistant.ui.data.situation import Remark
from workspace_assistant.ui.wording.names import listed
from workspace_assistant.ui.wording.wording import Wording

_BUSY = {
    EncryptionAct.ASK_KEYRING: texts.ASKING,
    EncryptionAct.ENCRYPT: texts.ENCRYPTING,
    EncryptionAct.DECRYPT: texts.DECRYPTING,
}
CANCELLABLE = frozenset({EncryptionAct.ENCRYPT, EncryptionAct.DECRYPT})


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyState:
    """A recovery key that is shown; `question` is empty where nothing is asked about it."""

    groups: tuple[str, ...]
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EncryptionState:
    """Attributes: `can_show` and `can_decrypt` are of encrypted data, `can_encrypt` of other.

    `can_begin_anew` where this window itself may be what holds the old file.
    """

    standing: str
    lines: tuple[str, ...]
    can_encrypt: bool
    can_show: bool
    can_decrypt: bool
    can_unlock: bool
    can_begin_anew: bool
    key: KeyState | None
    asks_decrypt: bool
    is_unlock_open: bool
    busy: str
    can_cancel: bool
    remark: Remark | None


def encryption_state(now: EncryptionSituation, wording: Wording) -> EncryptionState | None:
    """None until it was looked at once."""
    found, say = now.found, wording.say
    if found is None:
        return None
    is_resting = not (now.key or now.asks_decrypt or now.is_unlock_open)
    return EncryptionState(
        standing=say(texts.ENCRYPTED if found.is_encrypted else texts.PLAIN),
        lines=tuple(_lines(found, wording)),
        can_encrypt=is_resting and found.can_encrypt and not found.is_encrypted,
        can_show=is_resting and found.is_encrypted,
        can_decrypt=is_resting and found.is_encrypted,
        can_unlock=is_resting and found.can_encrypt,
        can_begin_anew=is_resting and found.old_file_is_there,
        key=_key(now, wording),
        asks_decrypt=now.asks_decrypt,
        is_unlock_open=now.is_unlock_open,
        busy=say(_BUSY[now.act]) if now.act in _BUSY else "",
        can_cancel=now.act in CANCELLABLE,
        remark=now.remark,
    )


def _lines(found: Encryption, wording: Wording) -> Iterator[str]:
    """What goes with it, or was left by it."""
    say = wording.say
    if found.old_file_is_there:
        yield say(texts.OLD_FILE)
    if found.is_encrypted:
        if found.plain_backups:
            yield say(texts.DAMAGED_STAY, names=listed(found.plain_backups, wording))
        return
    if not found.can_encrypt:
        yield say(texts.NOT_INSTALLED)
        return
    if found.plain_backups:
        yield say(texts.BACKUPS_TOO, count=str(len(found.plain_backups)))
    if found.plain_copies:
        yield say(texts.COPIES_GO, count=str(len(found.plain_copies)))
    if found.elsewhere:
        yield say(texts.STAY_PLAIN, names=listed(found.elsewhere, wording))


def _key(now: EncryptionSituation, wording: Wording) -> KeyState | None:
    if not now.key:
        return None
    asked = now.asked_group
    question = "" if asked is None else wording.say(texts.TYPE_GROUP, number=str(asked + 1))
    return KeyState(groups=tuple(now.key.split("-")), question=question)
