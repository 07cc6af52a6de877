"""Readiness reports in every state that the window can show, with numbers as checks give them."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.fakes.scripted_headset import FACTS
from workspace_assistant.core.readiness.headset.model import HeadsetFacts
from workspace_assistant.core.readiness.headset.outcome import LeakFound, headset_outcome
from workspace_assistant.core.readiness.limits_of import limits_of
from workspace_assistant.core.readiness.model import (
    CheckResult,
    Finding,
    Measurement,
    NotMeasured,
    ReadinessReport,
    Series,
    Severity,
    Span,
    Value,
    Verdict,
)
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.verdict import check_verdict

FINISHED_AT = datetime(2026, 11, 21, 8, 36, tzinfo=UTC)
PROFILE = WorkplaceProfile(name="Default remote voice agent", digest="sha256:0badcafe")


def measured(measurement_id: str, value: Value, unit: str, **conditions: Value) -> Measurement:
    return Measurement(id=measurement_id, value=value, unit=unit, conditions=conditions)


def computer(cpu: float = 0.18) -> CheckResult:
    return CheckResult(
        id="computer",
        required=True,
        verdict=Verdict.READY,
        duration_s=3.4,
        measurements=(
            measured(
                "computer.cpu_utilization",
                cpu,
                "fraction",
                window_s=3.1,
                logical_cpus=8,
                own_share=0.004,
                busiest="firefox 9\u202f%, dropbox 3\u202f%",
            ),
            measured(
                "computer.memory_used",
                0.61,
                "fraction",
                total_bytes=16_700_000_000,
                available_bytes=6_500_000_000,
            ),
            measured("computer.disk_free", 84_300_000_000.0, "byte"),
            measured("computer.on_battery", False, "bool"),
            measured("computer.battery", 0.97, "fraction"),
        ),
        not_measured=(
            NotMeasured(
                id="computer.temperature",
                reason="no-sensor",
                detail="This computer shows no sensor in its processor.",
            ),
        ),
    )


def busy_computer() -> CheckResult:
    finding = Finding(
        code="cpu-busy",
        severity=Severity.NOT_READY,
        measurement="computer.cpu_utilization",
        value=0.91,
        limit=0.8,
        message="The processor is 91\u202f% busy. handbrake uses most: 74\u202f%.",
        action="Close handbrake or wait until it is done, then check again. "
        "Up to 50\u202f% is fine.",
    )
    busy = computer(0.91)
    shares = {
        **busy.measurements[0].conditions,
        "busiest": "handbrake 74\u202f%, firefox 9\u202f%",
    }
    first = replace(busy.measurements[0], conditions=shares)
    return replace(
        busy,
        verdict=Verdict.NOT_READY,
        findings=(finding,),
        measurements=(first, *busy.measurements[1:]),
    )


def microphone(level_dbov: float = -24.2) -> CheckResult:
    conditions: dict[str, Value] = {
        "device": "Jabra headset, USB",
        "sample_rate_hz": 48_000,
        "quiet_s": 2.0,
        "speech_s": 5.0,
    }
    return CheckResult(
        id="microphone",
        required=True,
        verdict=Verdict.READY,
        duration_s=7.6,
        measurements=(
            measured("microphone.active_speech_level", level_dbov, "dBov", **conditions),
            measured("microphone.peak", -7.3, "dBFS", **conditions),
            measured("microphone.noise_floor", -55.4, "dBFS(A)", **conditions),
            measured("microphone.snr", 31.2, "dB", **conditions),
            measured("microphone.clipping_events", 0.0, "count", **conditions),
            measured("microphone.audio_bandwidth", 15_800.0, "Hz", **conditions),
        ),
    )


def quiet_microphone() -> CheckResult:
    finding = Finding(
        code="speech-too-quiet",
        severity=Severity.CAUTION,
        measurement="microphone.active_speech_level",
        value=-37.6,
        limit=-34.0,
        message="Your voice is too quiet: \u221237.6 dBov, where at least \u221234 dBov is needed.",
        action="Raise the input level by about 14 dB, or move the microphone closer to your mouth.",
    )
    return replace(microphone(-37.6), verdict=Verdict.CAUTION, findings=(finding,))


def muted_microphone() -> CheckResult:
    """As the microphone check reports it: one number, and gaps for all that needs sound."""
    conditions: dict[str, Value] = {"device": "Jabra headset, USB"}
    finding = Finding(
        code="microphone-muted",
        severity=Severity.NOT_READY,
        measurement="microphone.constant_samples",
        value=1.0,
        limit=None,
        message="The microphone delivers digital silence: it is muted, or this program may not "
        "hear it.",
        action="Unmute it at the headset's switch and in the system's sound settings.",
    )
    detail = "The samples do not change at all, so there is nothing to measure."
    gaps = ("active_speech_level", "noise_floor", "snr", "speech_activity", "peak")
    return CheckResult(
        id="microphone",
        required=True,
        verdict=Verdict.NOT_READY,
        duration_s=7.4,
        measurements=(measured("microphone.constant_samples", 1.0, "fraction", **conditions),),
        findings=(finding,),
        not_measured=tuple(
            NotMeasured(id=f"microphone.{gap}", reason="digital-silence", detail=detail)
            for gap in gaps
        ),
    )


def headset(leak: LeakFound | None = None, known: HeadsetFacts = FACTS) -> CheckResult:
    """As the headset check reports it; without a leak nothing was played."""
    found = headset_outcome(
        known, leak or LeakFound("not-asked"), PROFILE.headset, heard=True if leak else None
    )
    return CheckResult(
        id="headset",
        required=False,
        verdict=check_verdict(found),
        duration_s=0.2,
        measurements=found.measurements,
        findings=found.findings,
        not_measured=found.not_measured,
    )


def missing_microphone() -> CheckResult:
    detail = "There is no microphone. Connect a headset and try again."
    return CheckResult(
        id="microphone",
        required=True,
        verdict=Verdict.NOT_TESTED,
        duration_s=0.3,
        not_measured=(NotMeasured(id="microphone", reason="no-device", detail=detail),),
    )


def line(
    download_bps: float = 48.2e6, upload_bps: float = 9.7e6, loaded_ms: float = 61.0
) -> CheckResult:
    conditions: dict[str, Value] = {"provider": "librespeed", "server": "line.example.com"}
    return CheckResult(
        id="bandwidth",
        required=True,
        verdict=Verdict.READY,
        duration_s=11.8,
        measurements=(
            measured("bandwidth.download", download_bps, "bit/s", **conditions),
            measured("bandwidth.upload", upload_bps, "bit/s", **conditions),
            measured("bandwidth.idle_latency", 24.1, "ms", **conditions),
            measured("bandwidth.loaded_latency", loaded_ms, "ms", **conditions),
        ),
    )


def slow_line() -> CheckResult:
    finding = Finding(
        code="latency-under-load-high",
        severity=Severity.CAUTION,
        measurement="bandwidth.loaded_latency",
        value=158.0,
        limit=50.0,
        message="While the line is busy, answers take 158 ms longer than on the idle line; "
        "the limit is 50 ms.",
        action="During calls, pause backups, downloads and streams; a router with queue "
        "management (SQM) cures it.",
    )
    busy = measured("bandwidth.loaded_latency", 182.0, "ms")
    shown = tuple(busy if one.id == busy.id else one for one in line().measurements)
    return replace(line(), verdict=Verdict.CAUTION, measurements=shown, findings=(finding,))


def failing_line() -> CheckResult:
    finding = Finding(
        code="upload-below-requirement",
        severity=Severity.NOT_READY,
        measurement="bandwidth.upload",
        value=0.62e6,
        limit=1e6,
        message="Upload carries 0.62 Mbit/s; this job asks for 3 Mbit/s or more.",
        action="Pause backups and file synchronization, use a cable if you can, "
        "then run the check again.",
    )
    failing = line(21.4e6, 0.62e6)
    return replace(failing, verdict=Verdict.NOT_READY, findings=(finding,))


def line_without_load_delay() -> CheckResult:
    detail = "Too few answers came back while the line was busy."
    gaps = tuple(
        NotMeasured(id=f"bandwidth.{gap}", reason="too-few-answers", detail=detail)
        for gap in ("loaded_latency", "latency_increase")
    )
    return replace(line(), measurements=line().measurements[:3], not_measured=gaps)


def own_loop_line() -> CheckResult:
    """A line measured against a server on this computer."""
    looped = tuple(
        replace(found, conditions={**found.conditions, "scope": "this-computer"})
        for found in line().measurements
    )
    return replace(line(), measurements=looped)


def offline_line() -> CheckResult:
    detail = "This computer has no network connection that leads to line.example.com."
    return CheckResult(
        id="bandwidth",
        required=True,
        verdict=Verdict.NOT_TESTED,
        duration_s=0.2,
        not_measured=(
            NotMeasured(id="bandwidth.download", reason="network-unreachable", detail=detail),
            NotMeasured(id="bandwidth.upload", reason="network-unreachable", detail=detail),
        ),
    )


def voice_stream(
    loss: float = 0.0, upload_ms: float = 34.0, seed: int = 7, count: int = 1000
) -> Series:
    """20 s of packets: 8 s idle, then a download and an upload that add delay; lost at random."""
    chance = random.Random(seed)
    bases = {"idle": 21.0, "download": 29.0, "upload": upload_ms}
    spans = (
        Span(name="idle", start_s=0.0, end_s=8.0),
        Span(name="download", start_s=8.6, end_s=14.0),
        Span(name="upload", start_s=14.5, end_s=20.0),
    )
    values: list[float | None] = []
    for number in range(count):
        at_s = number * 0.02
        name = next((span.name for span in spans if span.start_s <= at_s < span.end_s), "idle")
        delay_ms = round(bases[name] + chance.gammavariate(2.0, 1.4), 1)
        values.append(None if chance.random() < loss else delay_ms)
    return Series(id="voice.stream", unit="ms", step_s=0.02, values=tuple(values), spans=spans)


def voice_path(
    weak_link: str = "none",
    gateway: tuple[float, float] = (3.2, 0.0),
    provider: tuple[float, float] = (11.4, 0.0),
    server: tuple[float, float] = (22.6, 0.0),
    *,
    interface: str = "wifi",
    is_vpn: bool = False,
    findings: tuple[Finding, ...] = (),
) -> CheckResult:
    """The way of calls; pairs are round trip (ms) and loss (fraction) up to each place."""
    to_server: dict[str, Value] = {
        "server": "stun.example.com:3478",
        "transport": "stun",
        "packets": 820,
    }
    worst = max((finding.severity for finding in findings), key=list(Severity).index, default=None)
    verdicts = {Severity.CAUTION: Verdict.CAUTION, Severity.NOT_READY: Verdict.NOT_READY}
    return CheckResult(
        id="voice-path",
        required=True,
        verdict=verdicts.get(worst, Verdict.READY) if worst else Verdict.READY,
        duration_s=21.4,
        measurements=(
            measured("voice.rtt", server[0], "ms", **to_server),
            measured("voice.jitter", 2.7, "ms", **to_server),
            measured("voice.loss", server[1], "fraction", **to_server),
            measured("voice.mos", 4.36 if not findings else 3.41, "", **to_server),
            measured("path.gateway_rtt", gateway[0], "ms", method="icmp-echo"),
            measured("path.gateway_loss", gateway[1], "fraction", method="icmp-echo"),
            measured("path.provider_rtt", provider[0], "ms", method="udp-ttl"),
            measured("path.provider_loss", provider[1], "fraction", method="udp-ttl"),
            measured("path.weak_link", weak_link, "text"),
            measured("path.interface", interface, "text"),
            measured("path.vpn", is_vpn, "bool"),
        ),
        findings=findings,
        series=(voice_stream(server[1]),),
    )


def weak_wifi_finding() -> Finding:
    return Finding(
        code="loss-on-home-wifi",
        severity=Severity.NOT_READY,
        measurement="voice.loss",
        value=0.041,
        limit=0.025,
        message="Voice packets are lost between you and your router (Wi-Fi): 4.1\u202f% of 820.",
        action="Use a cable to the router, or move closer to it, then check again.",
    )


def weak_wifi_path() -> CheckResult:
    return voice_path(
        "home", (9.8, 0.040), (17.0, 0.041), (28.9, 0.041), findings=(weak_wifi_finding(),)
    )


def connection() -> CheckResult:
    return CheckResult(
        id="connection",
        required=False,
        verdict=Verdict.READY,
        duration_s=3.1,
        measurements=(
            measured("connection.interface", "wifi", "text", name="wlan0"),
            measured("connection.gateway_rtt", 3.4, "ms", method="icmp-echo"),
            measured("connection.gateway_loss", 0.0, "fraction", method="icmp-echo"),
            measured("connection.dns", 14.0, "ms"),
            measured("connection.vpn", False, "bool"),
        ),
    )


def report(
    verdict: Verdict, *checks: CheckResult, finished_at: datetime = FINISHED_AT, number: int = 1
) -> ReadinessReport:
    named = {each.id for check in checks for each in (*check.measurements, *check.not_measured)}
    return ReadinessReport(
        id=f"report-{number}",
        app_version="0.1.0",
        started_at=finished_at - timedelta(seconds=23),
        finished_at=finished_at,
        time_zone="Europe/Madrid",
        profile_name=PROFILE.name,
        profile_digest=PROFILE.digest,
        verdict=verdict,
        bytes_used=14_200_000,
        checks=checks,
        limits=tuple(limit for limit in limits_of(PROFILE) if limit.measurement in named),
    )


def ready() -> ReadinessReport:
    return report(Verdict.READY, computer(), microphone(), line())


def caution() -> ReadinessReport:
    return report(Verdict.CAUTION, computer(), microphone(), slow_line())


def two_cautions() -> ReadinessReport:
    return report(Verdict.CAUTION, computer(), quiet_microphone(), slow_line())


def not_ready() -> ReadinessReport:
    return report(Verdict.NOT_READY, busy_computer(), quiet_microphone(), failing_line())


def not_tested() -> ReadinessReport:
    return report(Verdict.NOT_TESTED, computer(), missing_microphone(), line())


def offline() -> ReadinessReport:
    return report(Verdict.NOT_TESTED, computer(), microphone(), offline_line())


def partly_tested() -> ReadinessReport:
    tested = report(Verdict.READY, computer(), microphone())
    return replace(tested, deselected=("bandwidth",))


def muted() -> ReadinessReport:
    return report(Verdict.NOT_READY, computer(), muted_microphone(), line())


def own_loop() -> ReadinessReport:
    return report(Verdict.READY, computer(), microphone(), own_loop_line())


def with_optional(verdict: Verdict) -> ReadinessReport:
    """A connection that the job does not require."""
    connection = CheckResult(id="connection", required=False, verdict=verdict, duration_s=0.4)
    return report(Verdict.READY, computer(), microphone(), line(), connection)


def with_gap() -> ReadinessReport:
    return report(Verdict.READY, computer(), microphone(), line_without_load_delay())


def with_unknown_checks() -> ReadinessReport:
    voice = CheckResult(
        id="voice-path",
        required=False,
        verdict=Verdict.CAUTION,
        duration_s=8.0,
        measurements=(
            measured("voice.mos", 3.9, ""),
            measured("voice.jitter", 3.2, "ms"),
            measured("voice.loss", 0.0, "fraction"),
        ),
    )
    systems = CheckResult(
        id="endpoints",
        required=True,
        verdict=Verdict.READY,
        duration_s=1.0,
        measurements=(measured("endpoint.crm.http", 82.0, "ms"),),
    )
    leak = CheckResult(id="new-kind", required=False, verdict=Verdict.READY, duration_s=0.1)
    return report(Verdict.READY, computer(), microphone(), line(), voice, systems, leak)


def good_calls() -> ReadinessReport:
    return report(Verdict.READY, computer(), microphone(), connection(), line(), voice_path())


def bad_wifi() -> ReadinessReport:
    return report(
        Verdict.NOT_READY, computer(), microphone(), connection(), line(), weak_wifi_path()
    )


def history(count: int = 14) -> tuple[ReadinessReport, ...]:
    """Reports of *count* days, newest first, whose numbers wander as real ones do."""
    made = []
    chance = random.Random(7)
    for day in range(count):
        wander = chance.uniform(-1, 1)
        is_slow = day in {3, 9}
        tested_line = (
            failing_line()
            if is_slow
            else line(48e6 + 4e6 * wander, 9.6e6 + 5e5 * wander, 61 - 9 * wander)
        )
        made.append(
            report(
                Verdict.NOT_READY if is_slow else Verdict.READY,
                computer(0.2 + 0.06 * wander),
                microphone(-24.0 - 1.5 * wander),
                tested_line,
                finished_at=FINISHED_AT - timedelta(days=day),
                number=count - day,
            )
        )
    return tuple(made)
