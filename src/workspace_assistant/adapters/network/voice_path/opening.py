"""In what order the ways for voice-like packets are tried."""

from __future__ import annotations

from workspace_assistant.adapters.network.voice_path.releases import Releases
from workspace_assistant.adapters.network.voice_path.source import OpenedSource
from workspace_assistant.adapters.network.voice_path.stun_source import open_stun
from workspace_assistant.core.readiness.voice_path.model import VoiceTarget


def open_source(target: VoiceTarget, releases: Releases | None = None) -> OpenedSource:
    """The first kind of source that works. Raises `VoicePathTroubleError` when none does."""
    if not target.turn:
        return open_stun(target)
    # late: a plain stream needs nothing of it
    from workspace_assistant.adapters.network.voice_path.turn_opening import open_relayed_or_plain

    return open_relayed_or_plain(target, releases)
