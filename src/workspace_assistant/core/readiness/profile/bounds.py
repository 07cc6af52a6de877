"""Bounds between and of profile values that no single value can show."""

from __future__ import annotations

import re
from collections import Counter

from workspace_assistant.core.readiness.limits import Band, Ceiling, Floor
from workspace_assistant.core.readiness.profile.faults import Faults
from workspace_assistant.core.readiness.profile.model import PROVIDERS, WorkplaceProfile
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_NO_SERVER = QT_TRANSLATE_NOOP(
    "readiness", "is required, but names no stun or turn server to measure against"
)
_NO_USER_NAME = QT_TRANSLATE_NOOP("readiness", "is missing: a turn server asks for one")
_NO_RATING = QT_TRANSLATE_NOOP(
    "readiness", "must lie between 1 and {best}: no call is rated higher, however good the line"
)
_NO_PROVIDER = QT_TRANSLATE_NOOP("readiness", "must be one of {providers}")
_NO_PROVIDED_SERVER = QT_TRANSLATE_NOOP(
    "readiness", "is missing: provider {provider} needs its address"
)
_NO_BUDGET = QT_TRANSLATE_NOOP("readiness", "must lie between 1 and 10000")
_OUTSIDE = QT_TRANSLATE_NOOP("readiness", "must lie between {lowest} and {highest}")
_NO_NAME = QT_TRANSLATE_NOOP("readiness", "is missing: every system has a name")
_MISSING = QT_TRANSLATE_NOOP("readiness", "is missing")
_WRONG_NAME = QT_TRANSLATE_NOOP("readiness", "must be 1 to 40 small letters, digits or hyphens")
_TWICE = QT_TRANSLATE_NOOP("readiness", "{name} stands more than once")

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
        faults.add("voice_path", _NO_SERVER)
    if voice.turn and not voice.turn_username:
        faults.add("voice_path.turn_username", _NO_USER_NAME)
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
            _NO_RATING,
            best=f"{_BEST_MOS:g}",
        )


def _check_bandwidth(profile: WorkplaceProfile, faults: Faults) -> None:
    line = profile.bandwidth
    if line.provider not in PROVIDERS:
        faults.add("bandwidth.provider", _NO_PROVIDER, providers=", ".join(PROVIDERS))
    if (
        line.provider in _SERVER_PROVIDERS
        and not line.server
        and not faults.has("bandwidth.server")
    ):
        faults.add("bandwidth.server", _NO_PROVIDED_SERVER, provider=line.provider)
    _check_limit(line.download_mbps, "bandwidth.download_mbps", 0, 100_000, faults)
    _check_limit(line.upload_mbps, "bandwidth.upload_mbps", 0, 100_000, faults)
    place = "bandwidth.loaded_latency_increase_ms"
    _check_limit(line.loaded_latency_increase_ms, place, 0, 60_000, faults)
    if not 1 <= line.budget_megabytes <= 10_000:
        faults.add("bandwidth.budget_megabytes", _NO_BUDGET)


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
            faults.add(f"{place}.name", _NO_NAME)
        elif endpoint.name and not _ENDPOINT_NAME.match(endpoint.name):
            faults.add(f"{place}.name", _WRONG_NAME)
        elif endpoint.name and names[endpoint.name] > 1:
            faults.add(f"{place}.name", _TWICE, name=repr(endpoint.name))
        if not endpoint.url and not faults.has(f"{place}.url"):
            faults.add(f"{place}.url", _MISSING)
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
        faults.add(place, _OUTSIDE, lowest=f"{lowest:.12g}", highest=f"{highest:.12g}")
