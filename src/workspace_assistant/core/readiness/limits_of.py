"""Every limit of a workplace profile, by the measurement that is held against it.

For the reader of a report. The checks judge by the profile itself; a test holds this table against
what they really do.

Not in it:

- `connection.other_traffic`: its two directions are held against shares of what the profile asks
  of the line, so there is no one bound on their sum;
- limits that are the program's own, such as those on clipping or on the battery: no profile sets
  them, and the findings name them.

Whether a broken bound weighs is up to the run: an optional system never weighs more than a caution;
`bandwidth.latency_increase` only informs where the profile requires the voice path and a call was
rated under that load; a rating under load that is no worse than without load counts once, as
`voice.mos`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from workspace_assistant.core.readiness.endpoints.address import Kind, parse_address
from workspace_assistant.core.readiness.endpoints.model import EndpointOutcome
from workspace_assistant.core.readiness.endpoints.ways import decisive_step
from workspace_assistant.core.readiness.limits import Band, Ceiling, Floor
from workspace_assistant.core.readiness.model import AppliedLimit, Better
from workspace_assistant.core.readiness.profile.model import (
    BandwidthRequirement,
    ComputerRequirement,
    ConnectionRequirement,
    EndpointRequirement,
    HeadsetRequirement,
    MicrophoneRequirement,
    VoicePathRequirement,
    WorkplaceProfile,
)
from workspace_assistant.core.readiness.voice_path.loss_rules import PROVABLE_FRACTION
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

INTERVAL = QT_TRANSLATE_NOOP("report", "by its 95 % interval")
LOW_END = QT_TRANSLATE_NOOP("report", "by the low end of its 95 % interval")
SURE_OFFSET = QT_TRANSLATE_NOOP("report", "less its uncertainty")
ALL_STEPS = QT_TRANSLATE_NOOP("report", "all steps after the connection together")

Limits = Iterator[AppliedLimit]
_Scale = Callable[[float], float]


def limits_of(profile: WorkplaceProfile) -> tuple[AppliedLimit, ...]:
    """All limits of *profile*, in the units of the measurements, in the order of the report."""
    return (
        *_of_computer(profile.computer),
        *_of_microphone(profile.microphone),
        *_of_headset(profile.headset),
        *_of_connection(profile.connection),
        *_of_line(profile.bandwidth),
        *_of_voice(profile.voice_path),
        *(limit for endpoint in profile.endpoints for limit in _of_endpoint(endpoint)),
    )


def _of_computer(wanted: ComputerRequirement) -> Limits:
    yield _limit("computer.cpu_utilization", wanted.cpu_percent, "fraction", _from_percent)
    yield _limit("computer.memory_used", wanted.memory_percent, "fraction", _from_percent)
    yield _limit("computer.disk_free", wanted.disk_free_gigabytes, "byte", _times(1e9))


def _of_microphone(wanted: MicrophoneRequirement) -> Limits:
    yield _limit("microphone.active_speech_level", wanted.active_speech_level_dbov, "dBov")
    yield _limit("microphone.noise_floor", wanted.noise_floor_dbfs, "dBFS(A)")
    yield _limit("microphone.snr", wanted.snr_db, "dB")
    yield _limit("microphone.hum", wanted.hum_dbfs, "dBFS")
    yield _limit("microphone.audio_bandwidth", wanted.audio_bandwidth_hz, "Hz")
    echo = wanted.reverberation_s
    yield _limit("microphone.reverberation", echo, "s", judged_by=SURE_OFFSET)


def _of_headset(wanted: HeadsetRequirement) -> Limits:
    yield _limit("headset.leak", wanted.leak_db, "dB")


def _of_connection(wanted: ConnectionRequirement) -> Limits:
    yield _limit("connection.gateway_rtt", wanted.gateway_rtt_ms, "ms")
    loss = wanted.gateway_loss_percent
    yield _limit("connection.gateway_loss", loss, "fraction", _from_percent, LOW_END)
    yield _limit("connection.dns", wanted.dns_ms, "ms")
    clock = _both_ways(wanted.clock_offset_s)
    yield _limit("connection.clock_offset", clock, "ms", _times(1000), SURE_OFFSET)


def _of_line(wanted: BandwidthRequirement) -> Limits:
    yield _limit("bandwidth.download", wanted.download_mbps, "bit/s", _times(1e6), INTERVAL)
    yield _limit("bandwidth.upload", wanted.upload_mbps, "bit/s", _times(1e6), INTERVAL)
    yield _limit("bandwidth.latency_increase", wanted.loaded_latency_increase_ms, "ms")


def _of_voice(wanted: VoicePathRequirement) -> Limits:
    yield _limit("voice.rtt", wanted.rtt_ms, "ms")
    yield _limit("voice.jitter", wanted.jitter_ms, "ms")
    is_provable = _from_percent(wanted.loss_percent.ready) >= PROVABLE_FRACTION
    judged_by = INTERVAL if is_provable else ""
    yield _limit("voice.loss", wanted.loss_percent, "fraction", _from_percent, judged_by)
    yield _limit("voice.longest_loss", wanted.longest_loss_packets, "packets")
    for name in ("voice.mos", "voice.mos_download", "voice.mos_upload"):
        yield _limit(name, wanted.mos, "")


def _of_endpoint(wanted: EndpointRequirement) -> Limits:
    """The time stands beside the step that decides, though the wait for all of them is judged."""
    address = parse_address(wanted.url)
    if address is None:
        return
    step = decisive_step(EndpointOutcome(name=wanted.name, url=wanted.url))
    has_more_steps = address.is_secure or address.kind is Kind.TURN
    judged_by = ALL_STEPS if has_more_steps else ""
    yield _limit(f"endpoint.{wanted.name}.{step.value}", wanted.time_ms, "ms", judged_by=judged_by)
    if address.is_secure:
        yield _limit(f"endpoint.{wanted.name}.certificate_days", wanted.certificate_days, "day")


def _from_percent(bound: float) -> float:
    return bound / 100


def _times(factor: float) -> _Scale:
    return lambda bound: bound * factor


def _as_it_is(bound: float) -> float:
    return bound


def _both_ways(limit: Ceiling) -> Band:
    return Band(ready=(-limit.ready, limit.ready), caution=(-limit.caution, limit.caution))


def _limit(
    measurement: str,
    limit: Ceiling | Floor | Band,
    unit: str,
    scale: _Scale = _as_it_is,
    judged_by: str = "",
) -> AppliedLimit:
    applied = partial(AppliedLimit, measurement=measurement, unit=unit, judged_by=judged_by)
    if isinstance(limit, Band):
        ready, caution = ((scale(low), scale(high)) for low, high in (limit.ready, limit.caution))
        return applied(ready=ready, caution=caution, better=Better.MIDDLE)
    better = Better.LOWER if isinstance(limit, Ceiling) else Better.HIGHER
    return applied(ready=scale(limit.ready), caution=scale(limit.caution), better=better)
