"""The table of limits against the checks themselves: it may say nothing that they do not do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from functools import cache, partial

import pytest

from tests.fakes.scripted_computer import ScriptedComputer, ScriptedProcess, instant_context
from tests.fakes.scripted_connection import GOOD, QUIET, pings
from tests.fakes.scripted_endpoints import VALID, reached, way
from tests.fakes.scripted_headset import ScriptedHeadset
from tests.fakes.scripted_voice_path import Behavior
from tests.fakes.sounds import spoken_recording
from tests.unit.core.readiness.bandwidth_runs import OWN, line_of
from tests.unit.core.readiness.voice_path_runs import DOWNLOAD, IDLE, UPLOAD, path_of
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.bandwidth.check import check_bandwidth
from workspace_assistant.core.readiness.computer.check import check_computer
from workspace_assistant.core.readiness.connection.check import connection_outcome
from workspace_assistant.core.readiness.connection.model import ClockOffset
from workspace_assistant.core.readiness.endpoints.model import FamilyOutcome, Step
from workspace_assistant.core.readiness.endpoints.outcome import endpoints_outcome
from workspace_assistant.core.readiness.headset.check import check_headset
from workspace_assistant.core.readiness.limits import Band, Ceiling, Floor, Judgement
from workspace_assistant.core.readiness.limits_of import (
    ALL_STEPS,
    INTERVAL,
    LOW_END,
    SURE_OFFSET,
    limits_of,
)
from workspace_assistant.core.readiness.microphone.rules import judge_recording
from workspace_assistant.core.readiness.model import AppliedLimit, Better, Outcome
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import (
    EndpointRequirement,
    VoicePathRequirement,
    WorkplaceProfile,
)
from workspace_assistant.core.readiness.voice_path.check import check_voice_path
from workspace_assistant.core.signal.audio_bandwidth import AudioBandwidth
from workspace_assistant.core.signal.hum import Hum
from workspace_assistant.core.signal.recording import RecordingAnalysis, analyze_recording
from workspace_assistant.core.signal.reverberation import Reverberation

Limit = Ceiling | Floor | Band
World = Callable[[WorkplaceProfile], Outcome]

SYSTEMS = {
    "plain": ("http://a.example.com/", Step.HTTP),
    "web": ("https://a.example.com/", Step.TLS, Step.HTTP),
    "push": ("wss://a.example.com/", Step.TLS, Step.WEBSOCKET, Step.PONG),
    "pbx": ("sip:a.example.com;transport=tcp", Step.SIP),
    "stun": ("stun:a.example.com", Step.STUN),
    "relay": ("turn:a.example.com?transport=tcp", Step.STUN, Step.TURN),
    "port": ("tcp://a.example.com:99",),
}
BASE = WorkplaceProfile(
    name="test",
    bandwidth=OWN,
    voice_path=VoicePathRequirement(stun=("stun:stun.example.test",)),
    endpoints=tuple(EndpointRequirement(name=name, url=url) for name, (url, *_) in SYSTEMS.items()),
)


def computer(profile: WorkplaceProfile) -> Outcome:
    busy = ScriptedProcess(pid=9, name="video-export", cores=1.2)
    scripted = ScriptedComputer(processes=(busy,))
    return check_computer(scripted, CheckRequest(profile=profile), instant_context(scripted))


def microphone(profile: WorkplaceProfile) -> Outcome:
    return judge_recording(recorded(), profile.microphone, {})


@cache  # every limit of it is asked for several times
def recorded() -> RecordingAnalysis:
    return replace(
        analyze_recording(spoken_recording(), 16_000, 2),
        hum=Hum(level_dbfs=-50, mains_hz=50, harmonics=(1, 2)),
        audio_bandwidth=AudioBandwidth(upper_hz=7000, kind="wideband", drop_db=30),
        echo=Reverberation(decay_s=0.9, uncertainty_s=0.2, decays=6),
    )


def headset(profile: WorkplaceProfile) -> Outcome:
    request = CheckRequest(profile=profile, play_sounds=True)
    return check_headset(ScriptedHeadset(leak_db=-30), request, JobContext(lambda _: None))


def connection(profile: WorkplaceProfile) -> Outcome:
    clock = ClockOffset(offset_ms=500, uncertainty_ms=5, server="time.example.com", method="sntp")
    facts = replace(GOOD, gateway=pings(200, rtt_ms=3, lost=20), clock=clock)
    return connection_outcome(QUIET, facts, profile)


def line(profile: WorkplaceProfile) -> Outcome:
    scripted, _ = line_of(download_mbps=40, upload_mbps=8)
    return check_bandwidth(scripted, CheckRequest(profile=profile), JobContext(lambda _: None))


@cache  # every limit of it is asked for several times
def voice(profile: WorkplaceProfile) -> Outcome:
    loaded = Behavior(rtt_ms=400, sigma_ms=30, loss=0.2, in_a_row=3)
    idle = Behavior(rtt_ms=40, sigma_ms=4, loss=0.05, in_a_row=3)
    request = CheckRequest(profile=profile)
    path = path_of(request, {IDLE: idle, DOWNLOAD: loaded, UPLOAD: loaded})
    return check_voice_path(path, request, path.context([]))


def systems(profile: WorkplaceProfile) -> Outcome:
    return endpoints_outcome(
        [
            (one, replace(reached(_answering(one.name)), name=one.name, url=one.url))
            for one in profile.endpoints
        ]
    )


def _answering(name: str) -> FamilyOutcome:
    _, *later = SYSTEMS[name]
    steps = ((Step.TCP, 30.0), *((step, 31.0 + number) for number, step in enumerate(later)))
    return way("IPv4", *steps, certificate=VALID if Step.TLS in later else None)


@dataclass(frozen=True, slots=True)
class Case:
    """Where the profile holds a limit, what happens in the test, and which finding tells of it."""

    section: str
    field: str
    world: World
    code: str


_time = partial(Case, "endpoints", "time_ms", systems, "endpoint-slow")
_expiry = partial(
    Case, "endpoints", "certificate_days", systems, "endpoint-certificate-expires-soon"
)
_mos = partial(Case, "voice_path", "mos", voice)
CASES = {
    "computer.cpu_utilization": Case("computer", "cpu_percent", computer, "cpu-busy"),
    "computer.memory_used": Case("computer", "memory_percent", computer, "memory-low"),
    "computer.disk_free": Case("computer", "disk_free_gigabytes", computer, "disk-almost-full"),
    "microphone.active_speech_level": Case(
        "microphone", "active_speech_level_dbov", microphone, "speech-too-"
    ),
    "microphone.noise_floor": Case("microphone", "noise_floor_dbfs", microphone, "noise-high"),
    "microphone.snr": Case("microphone", "snr_db", microphone, "snr-low"),
    "microphone.hum": Case("microphone", "hum_dbfs", microphone, "mains-hum"),
    "microphone.audio_bandwidth": Case(
        "microphone", "audio_bandwidth_hz", microphone, "narrowband-voice"
    ),
    "microphone.reverberation": Case("microphone", "reverberation_s", microphone, "room-echo"),
    "headset.leak": Case("headset", "leak_db", headset, "earpiece-leaks"),
    "connection.gateway_rtt": Case("connection", "gateway_rtt_ms", connection, "gateway-slow"),
    "connection.gateway_loss": Case(
        "connection", "gateway_loss_percent", connection, "gateway-lossy"
    ),
    "connection.dns": Case("connection", "dns_ms", connection, "dns-slow"),
    "connection.clock_offset": Case("connection", "clock_offset_s", connection, "clock-wrong"),
    "bandwidth.download": Case("bandwidth", "download_mbps", line, "download-below-requirement"),
    "bandwidth.upload": Case("bandwidth", "upload_mbps", line, "upload-below-requirement"),
    "bandwidth.latency_increase": Case(
        "bandwidth", "loaded_latency_increase_ms", line, "latency-under-load-high"
    ),
    "voice.rtt": Case("voice_path", "rtt_ms", voice, "round-trip-long"),
    "voice.jitter": Case("voice_path", "jitter_ms", voice, "jitter-high"),
    "voice.loss": Case("voice_path", "loss_percent", voice, "loss-high"),
    "voice.longest_loss": Case("voice_path", "longest_loss_packets", voice, "loss-in-a-row"),
    "voice.mos": _mos("voice-quality-low"),
    "voice.mos_download": _mos("voice-suffers-under-download"),
    "voice.mos_upload": _mos("voice-suffers-under-upload"),
    "endpoint.plain.http": _time(),
    "endpoint.web.http": _time(),
    "endpoint.web.certificate_days": _expiry(),
    "endpoint.push.websocket": _time(),
    "endpoint.push.certificate_days": _expiry(),
    "endpoint.pbx.sip": _time(),
    "endpoint.stun.stun": _time(),
    "endpoint.relay.stun": _time(),
    "endpoint.port.tcp": _time(),
}


def limits_in(section: object) -> Iterator[str]:
    for field in fields(section):
        if isinstance(getattr(section, field.name), (Ceiling, Floor, Band)):
            yield field.name


def test_every_limit_of_the_profile_is_in_the_table_and_nothing_else() -> None:
    assert [limit.measurement for limit in limits_of(BASE)] == list(CASES)
    sections = {"endpoints": BASE.endpoints[0]} | {
        field.name: getattr(BASE, field.name)
        for field in fields(BASE)
        if hasattr(getattr(BASE, field.name), "__dataclass_fields__")
    }
    in_profile = {(name, limit) for name, part in sections.items() for limit in limits_in(part)}
    assert in_profile == {(case.section, case.field) for case in CASES.values()}


@pytest.mark.parametrize("place", ["within", "between", "beyond"])
@pytest.mark.parametrize("measurement", CASES)
def test_the_table_tells_the_limit_that_the_check_uses(measurement: str, place: str) -> None:
    case = CASES[measurement]
    low, high = held(case.world(BASE), the(BASE, measurement))
    profile = with_bounds(measurement, *bounds(measurement, place, low, high))
    outcome, limit = case.world(profile), the(profile, measurement)
    (unit,) = (one.unit for one in outcome.measurements if one.id == measurement)
    assert unit == limit.unit
    expected = {judged(limit, each) for each in (low, high)}
    found = [
        Judgement(one.severity, one.limit)
        for one in outcome.findings
        if one.measurement == measurement and one.code.startswith(case.code)
    ]
    assert [*found, *([] if found else [Judgement(None, None)])] == list(expected)
    assert bool(found) is (place != "within")


def test_a_loss_limit_that_no_test_can_prove_is_held_against_the_loss_itself() -> None:
    for percent, judged_by in ((0.2, ""), (0.3, INTERVAL)):
        profile = with_bounds("voice.loss", percent / 100, 0.02)
        assert the(profile, "voice.loss").judged_by == judged_by


def test_an_address_that_cannot_be_tried_has_no_limit() -> None:
    odd = EndpointRequirement(name="odd", url="turns:a.example.com?transport=udp")
    alone = replace(BASE, endpoints=(odd,))
    assert not [one for one in limits_of(alone) if one.measurement.startswith("endpoint.")]


def the(profile: WorkplaceProfile, measurement: str) -> AppliedLimit:
    (limit,) = (one for one in limits_of(profile) if one.measurement == measurement)
    return limit


def judged(limit: AppliedLimit, value: float) -> Judgement:
    """What a reader of the table concludes."""
    kind = {Better.LOWER: Ceiling, Better.HIGHER: Floor, Better.MIDDLE: Band}[limit.better]
    return kind(ready=limit.ready, caution=limit.caution).judge(value)


def held(outcome: Outcome, limit: AppliedLimit) -> tuple[float, float]:
    """Least and most of what the table says is held against the limit."""
    values = {one.id: one.value for one in outcome.measurements}
    (found,) = (one for one in outcome.measurements if one.id == limit.measurement)
    assert isinstance(found.value, float | int)
    told = dict(found.conditions)
    if limit.judged_by == INTERVAL:
        low, high = (
            float(told.get(f"{side}_fraction", told.get(f"interval_{side}_bps", 0)))
            for side in ("low", "high")
        )
        return low, high
    held = {
        "": lambda: found.value,
        LOW_END: lambda: told["low_fraction"],
        SURE_OFFSET: lambda: (
            found.value - float(told.get("uncertainty_ms", told.get("uncertainty_s", 0)))
        ),
        ALL_STEPS: lambda: sum(
            float(value)
            for name, value in values.items()
            if name.startswith(limit.measurement.rpartition(".")[0])
            and name.rpartition(".")[2] in {"tls", "http", "websocket", "sip", "stun", "turn"}
        ),
    }[limit.judged_by]()
    return float(held), float(held)


def bounds(measurement: str, place: str, low: float, high: float) -> tuple[object, object]:
    """Ready and caution, in the unit of the measurement, a hundredth away from what is judged."""
    step = 0.01 * max(abs(low), abs(high))
    better = the(BASE, measurement).better
    if measurement == "connection.clock_offset":
        better = Better.LOWER  # in the profile one bound, for both ways
    if better is Better.MIDDLE:
        return {
            "within": ((low - step, high + step), (low - 2 * step, high + 2 * step)),
            "between": ((high + step, high + 9), (low - step, high + 9)),
            "beyond": ((low - 9, low - 2 * step), (low - 9, low - step)),
        }[place]
    if better is Better.HIGHER:
        low, high, step = high, low, -step
    return {
        "within": (high + step, high + 2 * step),
        "between": (low - step, high + step),
        "beyond": (low - 2 * step, low - step),
    }[place]


def with_bounds(measurement: str, ready: object, caution: object) -> WorkplaceProfile:
    """BASE with these bounds at the place in the profile that the case names, in its unit there."""
    case = CASES[measurement]
    section = getattr(BASE, case.section)
    name = measurement.split(".")[1]
    part = next(one for one in section if one.name == name) if case.world is systems else section
    old = getattr(part, case.field)
    scale = _top(the(BASE, measurement).ready) / _top(old.ready)
    new = type(old)(ready=_divided(ready, scale), caution=_divided(caution, scale))
    changed = replace(part, **{case.field: new})
    if case.world is systems:
        changed = tuple(changed if one is part else one for one in section)
    return replace(BASE, **{case.section: changed})


def _top(bound: float | tuple[float, float]) -> float:
    return bound[1] if isinstance(bound, tuple) else bound


def _divided(bound: object, scale: float) -> object:
    if isinstance(bound, tuple):
        return tuple(each / scale for each in bound)
    assert isinstance(bound, float | int)
    return bound / scale
