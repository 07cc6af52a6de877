"""What the part of the window that encrypts is given. Nothing is opened before it is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.ui.data.encryption_services import EncryptionServices


def encryption_services(data_dir: Path) -> EncryptionServices:
    """What the commands `data encrypt, decrypt, recovery-key, unlock` do, on *data_dir*."""
    from workspace_assistant.bootstrap.encryption import DataEncryption
    from workspace_assistant.cli.recovery_key import write_key
    from workspace_assistant.ui.data.encryption_services import EncryptionServices

    encryption = DataEncryption(data_dir)
    return EncryptionServices(
        look=encryption.look,
        key_to_be=encryption.recovery_key_to_be,
        encrypt=lambda key, ctx: encryption.encrypt(key, ctx.checkpoint),
        decrypt=lambda ctx: encryption.decrypt(ctx.checkpoint),
        key=encryption.recovery_key,
        unlock=lambda key, ctx: encryption.unlock(key, ctx.checkpoint),
        write_key=write_key,
    )
