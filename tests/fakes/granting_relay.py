"""A relay's consent, with whatever in it a hostile server may write. For `HostileRelay`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from aioice import stun
from aioice.turn import make_integrity_key

USER, PASSWORD, REALM = "agent", "secret", "lab"
_KEY = make_integrity_key(USER, REALM, PASSWORD)


@dataclass
class Granting:
    """Grants *lifetime_s* of an allocation at *relayed*; a silent one never answers a release.

    `heard` counts requests by their method, those that give back as ``RELEASE``.
    """

    relayed: tuple[str, int] = ("127.0.0.1", 9)
    lifetime_s: int = 600
    consents: bool = True
    heard: Counter[str] = field(default_factory=Counter)

    def __call__(self, packet: bytes) -> list[bytes]:
        try:
            request = stun.parse_message(packet)
        except ValueError:  # a channel's data
            self.heard["DATA"] += 1
            return []
        is_signed = "MESSAGE-INTEGRITY" in request.attributes
        self.heard[self._name(request) if is_signed else "UNSIGNED"] += 1
        if request.message_method != stun.Method.BINDING and not is_signed:
            return [self._challenge(request)]
        if is_signed and not self.consents:
            return []
        return [self._consent(request, is_signed=is_signed)]

    def _name(self, request: stun.Message) -> str:
        return "RELEASE" if request.attributes.get("LIFETIME") == 0 else request.message_method.name

    def _challenge(self, request: stun.Message) -> bytes:
        answer = stun.Message(
            request.message_method, stun.Class.ERROR, transaction_id=request.transaction_id
        )
        answer.attributes["ERROR-CODE"] = (401, "Who")
        answer.attributes["REALM"] = REALM
        answer.attributes["NONCE"] = b"0123456789"
        return bytes(answer)

    def _consent(self, request: stun.Message, *, is_signed: bool) -> bytes:
        answer = stun.Message(
            request.message_method, stun.Class.RESPONSE, transaction_id=request.transaction_id
        )
        answer.attributes["XOR-MAPPED-ADDRESS"] = ("127.0.0.1", 5004)
        if request.message_method == stun.Method.ALLOCATE:
            answer.attributes["XOR-RELAYED-ADDRESS"] = self.relayed
        answer.attributes["LIFETIME"] = self.lifetime_s
        if is_signed:
            answer.add_message_integrity(_KEY)
        return bytes(answer)
