"""Keyrings that keep secrets in memory, wait for somebody, or fail."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field


@dataclass
class MemoryStore:
    """Keeps what it is given; counts how often it was asked."""

    kept: dict[tuple[str, str], str] = field(default_factory=dict)
    asked: int = 0

    def get_password(self, service: str, username: str, /) -> str | None:
        self.asked += 1
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str, /) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str, /) -> None:
        del self.kept[service, username]


@dataclass
class LockedStore(MemoryStore):
    """Answers once `unlock` is called, as one that asks its owner for a password."""

    _unlocked: threading.Event = field(default_factory=threading.Event)

    def unlock(self) -> None:
        self._unlocked.set()

    def get_password(self, service: str, username: str, /) -> str | None:
        self._unlocked.wait(10)
        return super().get_password(service, username)


class ForgetfulStore(MemoryStore):
    """Takes everything and keeps nothing, as a keyring that was switched off."""

    def set_password(self, service: str, username: str, password: str, /) -> None:
        pass
