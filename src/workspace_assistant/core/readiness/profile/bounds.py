"""Bounds between and of profile values that no single value can show."""

from __future__ import annotations

import re
from collections import Counter

from workspace_assistant.core.readiness.limits import Band, Ceiling, Floor
from workspace_assistant.core.readiness.profile.faults import Faults
from workspace_assistant.core.readiness.profile.model import PROVIDERS, WorkplaceProfile

_ENDPOINT_NAME = re.compile(r"^[a-z0-9][a-z0-9-]{0,39}$")
_SERVER_PROVIDERS = ("librespeed", "http")
# G.711 without any fault is rated 4.41 (ITU-T G.107 with default values): no call is better.
_BEST_MOS = 4.4


def check_bounds(profile: WorkplaceProfile, faults: Faults) -> None:
    """Adds a fault for every value outside what can be measured or meant."""
    _check_bandwidth(profile, faults)
    _check_endpoints(profile, faults)
    _check_connection(profile, faults)
    voice = profile.voice_path
    is_nameless = not voice.stun and not voice.turn
    is_told = faults.has("voice_path.stun") or faults.has("voice_path.turn")
    if voice.required and is_nameless and not is_told:
        faults.add("voice_path", "is required, but names no stun or turn server to measure against")
    if voice.turn and not voice.turn_username:
        faults.add("voice_path.turn_username", "is missing: a turn server asks for one")
    _check_limit(voice.rtt_ms, "voice_path.rtt_ms", 0, 10_000, faults)
    _check_limit(voice.jitter_ms, "voice_path.jitter_ms", 0, 10_000, faults)
    _check_limit(voice.loss_percent, "voice_path.loss_percent", 0, 100, faults)
    _check_limit(voice.longest_loss_packets, "voice_path.longest_loss_packets", 0, 1000, faults)
    _check_mos(voice.mos, faults)
    _check_limit(profile.computer.cpu_percent, "computer.cpu_percent", 0, 100, faults)
    _check_limit(profile.computer.memory_percent, "computer.memory_percent", 0, 100, faults)
    _check_limit(
        profile.computer.disk_free_gigabytes, "computer.disk_free_gigabytes", 0, 1e5, faults
    )
    microphone = profile.microphone
    place = "microphone.active_speech_level_dbov"
    _check_limit(microphone.active_speech_level_dbov, place, -100, 0, faults)
    _check_limit(microphone.snr_db, "microphone.snr_db", 0, 120, faults)
    _check_limit(microphone.noise_floor_dbfs, "microphone.noise_floor_dbfs", -140, 0, faults)
    _check_limit(microphone.hum_dbfs, "microphone.hum_dbfs", -140, 0, faults)
    place = "microphone.audio_bandwidth_hz"
    _check_limit(microphone.audio_bandwidth_hz, place, 0, 20_000, faults)
    _check_limit(microphone.reverberation_s, "microphone.reverberation_s", 0, 10, faults)
    _check_limit(profile.headset.leak_db, "headset.leak_db", -120, 0, faults)


def _check_mos(limit: Floor, faults: Faults) -> None:
    if not all(1 <= end <= _BEST_MOS for end in (limit.ready, limit.caution)):
        faults.add(
            "voice_path.mos",
            f"must lie between 1 and {_BEST_MOS:g}: no call is rated higher, however good the line",
        )


def _check_bandwidth(profile: WorkplaceProfile, faults: Faults) -> None:
    line = profile.bandwidth
    if line.provider not in PROVIDERS:
        faults.add("bandwidth.provider", f"must be one of {', '.join(PROVIDERS)}")
    if (
        line.provider in _SERVER_PROVIDERS
        and not line.server
        and not faults.has("bandwidth.server")
    ):
        faults.add("bandwidth.server", f"is missing: provider {line.provider} needs its address")
    _check_limit(line.download_mbps, "bandwidth.download_mbps", 0, 100_000, faults)
    _check_limit(line.upload_mbps, "bandwidth.upload_mbps", 0, 100_000, faults)
    place = "bandwidth.loaded_latency_increase_ms"
    _check_limit(line.loaded_latency_increase_ms, place, 0, 60_000, faults)
    if not 1 <= line.budget_megabytes <= 10_000:
        faults.add("bandwidth.budget_megabytes", "must lie between 1 and 10000")


def _check_connection(profile: WorkplaceProfile, faults: Faults) -> None:
    network = profile.connection
    _check_limit(network.gateway_rtt_ms, "connection.gateway_rtt_ms", 0, 10_000, faults)
    _check_limit(network.gateway_loss_percent, "connection.gateway_loss_percent", 0, 100, faults)
    _check_limit(network.dns_ms, "connection.dns_ms", 0, 60_000, faults)
    _check_limit(network.clock_offset_s, "connection.clock_offset_s", 0, 1e6, faults)


def _check_endpoints(profile: WorkplaceProfile, faults: Faults) -> None:
    names = Counter(endpoint.name for endpoint in profile.endpoints)
    for index, endpoint in enumerate(profile.endpoints):
        place = f"endpoints[{index}]"
        if not endpoint.name and not faults.has(f"{place}.name"):
            faults.add(f"{place}.name", "is missing: every system has a name")
        elif endpoint.name and not _ENDPOINT_NAME.match(endpoint.name):
            faults.add(f"{place}.name", "must be 1 to 40 small letters, digits or hyphens")
        elif endpoint.name and names[endpoint.name] > 1:
            faults.add(f"{place}.name", f"{endpoint.name!r} stands more than once")
        if not endpoint.url and not faults.has(f"{place}.url"):
            faults.add(f"{place}.url", "is missing")
        _check_limit(endpoint.time_ms, f"{place}.time_ms", 0, 60_000, faults)
        _check_limit(endpoint.certificate_days, f"{place}.certificate_days", 0, 3650, faults)


def _check_limit(
    limit: Ceiling | Floor | Band, place: str, lowest: float, highest: float, faults: Faults
) -> None:
    if isinstance(limit, Band):
        ends: tuple[float, ...] = (*limit.ready, *limit.caution)
    else:
        ends = (limit.ready, limit.caution)
    if not all(lowest <= end <= highest for end in ends):
        faults.add(place, f"must lie between {lowest:.12g} and {highest:.12g}")
