"""In what order the ways for voice-like packets are tried."""

from __future__ import annotations

from workspace_assistant.adapters.network.voice_path.releases import Releases
from workspace_assistant.adapters.network.voice_path.source import OpenedSource
from workspace_assistant.adapters.network.voice_path.stun_source import open_stun
from workspace_assistant.adapters.network.voice_path.turn_opening import open_relayed_or_plain
from workspace_assistant.core.readiness.voice_path.model import VoiceTarget


def open_source(target: VoiceTarget, releases: Releases | None = None) -> OpenedSource:
    """The first kind of source that works. Raises `VoicePathTroubleError` when none does."""
    return open_relayed_or_plain(target, releases) if target.turn else open_stun(target)
