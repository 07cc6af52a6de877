"""What is known of the encryption of the person's own data, and what goes on. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from workspace_assistant.core.data_keeping.encryption import Encryption
from workspace_assistant.ui.data.situation import Remark


class EncryptionAct(Enum):
    """What runs; one at a time."""

    ASK_KEYRING = auto()
    SAVE_KEY = auto()
    ENCRYPT = auto()
    DECRYPT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class EncryptionSituation:
    """All that the card shows.

    Attributes:
        found: None until it was looked at once.
        key: the recovery key while it is shown, and no longer.
        asked_group: which of its groups, from 0, is to be typed before the data is encrypted;
            None where the key is only shown.
    """

    found: Encryption | None = None
    act: EncryptionAct | None = None
    remark: Remark | None = None
    key: str = field(default="", repr=False)
    asked_group: int | None = None
    asks_decrypt: bool = False
    is_unlock_open: bool = False
