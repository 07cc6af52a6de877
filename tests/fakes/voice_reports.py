"""Readiness reports about the way of a call: fine, weak in each place, blocked, or tunnelled."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, timedelta

from tests.fakes.readiness_reports import (
    FINISHED_AT,
    PROFILE,
    computer,
    line,
    measured,
    microphone,
    report,
    slow_line,
)
from workspace_assistant.core.readiness.advice import advised
from workspace_assistant.core.readiness.connection.texts import FINDINGS as CONNECTION_FINDINGS
from workspace_assistant.core.readiness.findings import finding
from workspace_assistant.core.readiness.model import (
    CheckResult,
    Finding,
    Measurement,
    NotMeasured,
    ReadinessReport,
    Series,
    Severity,
    Span,
    Verdict,
)
from workspace_assistant.core.readiness.profile.model import (
    EndpointRequirement,
    VoicePathRequirement,
)
from workspace_assistant.core.readiness.voice_path.model import Reason, StreamReading
from workspace_assistant.core.readiness.voice_path.pointer_texts import UNPLACED
from workspace_assistant.core.readiness.voice_path.pointers import with_pointers
from workspace_assistant.core.readiness.voice_path.texts import FINDINGS, REASONS

# What a remark on loss says besides the shares, where the idle line told it all.
ALL_OF_IT = {"what": "Loss", "span": "", "act": "Use a cable for calls"}
VOICE_PROFILE = replace(
    PROFILE,
    voice_path=VoicePathRequirement(required=True, stun=("stun:voice.example.com:3478",)),
    endpoints=(
        EndpointRequirement(name="crm", url="https://crm.example.com/health"),
        EndpointRequirement(name="softphone", url="sip:voice.example.com:5060;transport=udp"),
        EndpointRequirement(name="sign-in", url="https://login.example.com/"),
        EndpointRequirement(name="wiki", url="https://wiki.example.com/", required=False),
    ),
)
SPANS = (
    Span(name="idle", start_s=0.0, end_s=8.2),
    Span(name="download", start_s=8.6, end_s=15.0),
    Span(name="upload", start_s=15.6, end_s=22.0),
)
_PACKETS = 1120
_STEP_S = 0.02


def stream(
    base_ms: float = 24.0, loss: float = 0.0, loaded_ms: float = 30.0, seed: int = 5
) -> Series:
    """One delay per packet; *loss* of them are missing, and loads add up to *loaded_ms*."""
    chance = random.Random(seed)
    values: list[float | None] = []
    for number in range(_PACKETS):
        at_s = number * _STEP_S
        load = next((s for s in SPANS[1:] if s.start_s <= at_s < s.end_s), None)
        filled = min(1.0, (at_s - load.start_s) / 2) if load else 0.0
        delay = base_ms + abs(chance.gauss(0, 1.2)) + filled * loaded_ms * chance.uniform(0.6, 1)
        values.append(None if chance.random() < loss else round(delay, 1))
    return Series(id="voice.stream", unit="ms", step_s=_STEP_S, values=tuple(values), spans=SPANS)


def way(
    *, weak_link: str, losses: tuple[float, float, float], interface: str = "wifi"
) -> tuple[Measurement, ...]:
    """What the places on the way answered: router, provider, last router before the server."""
    gateway, provider, edge = losses
    return (
        measured("path.gateway_rtt", 2.3, "ms", method="icmp-echo"),
        measured("path.gateway_loss", gateway, "fraction"),
        measured("path.provider_rtt", 9.4, "ms", method="udp-ttl"),
        measured("path.provider_loss", provider, "fraction"),
        measured("path.edge_rtt", 21.8, "ms", method="udp-ttl"),
        measured("path.edge_loss", edge, "fraction"),
        measured("path.interface", interface, "text", name="wlan0"),
        measured("path.vpn", False, "bool"),
        measured("path.weak_link", weak_link, "text"),
    )


def voice(
    *,
    verdict: Verdict = Verdict.READY,
    mos: float = 4.37,
    upload_r: float = 90.1,
    loss: float = 0.0,
    longest: float = 0.0,
    jitter_ms: float = 2.1,
    series: Series | None = None,
    path: tuple[Measurement, ...] = (),
    findings: tuple[Finding, ...] = (),
) -> CheckResult:
    conditions = {"server": "voice.example.com", "transport": "stun", "packets": 1120}
    return CheckResult(
        id="voice-path",
        required=True,
        verdict=verdict,
        duration_s=26.3,
        measurements=(
            measured("voice.rtt", 24.6, "ms", **conditions),
            measured("voice.jitter", jitter_ms, "ms", **conditions),
            measured("voice.loss", loss, "fraction", **conditions),
            measured("voice.longest_loss", longest, "packets", **conditions),
            measured("voice.r_factor", 20 * mos + 5.6, "", **conditions),
            measured("voice.mos", mos, "", codec="G.711", **conditions),
            measured("voice.working_latency", 54.0, "ms", **conditions),
            measured("voice.r_factor_download", 91.4, "", **conditions),
            measured("voice.r_factor_upload", upload_r, "", **conditions),
            *path,
        ),
        findings=tuple(with_pointers(findings)),
        series=(series or stream(),),
    )


def connection(kind: str = "wifi", *, vpn: bool = False) -> CheckResult:
    return CheckResult(
        id="connection",
        required=False,
        verdict=Verdict.READY,
        duration_s=5.8,
        measurements=(
            measured("connection.interface", kind, "text", name="wlan0"),
            measured("connection.gateway_rtt", 2.3, "ms", method="icmp-echo"),
            measured("connection.gateway_loss", 0.0, "fraction"),
            measured("connection.dns", 18.4, "ms"),
            measured("connection.vpn", vpn, "bool"),
            measured("connection.clock_offset", 12.0, "ms", method="sntp"),
        ),
    )


def endpoints() -> CheckResult:
    times = {"crm": 82.0, "softphone": 41.0, "sign-in": 95.0, "wiki": 110.0}
    return CheckResult(
        id="endpoints",
        required=True,
        verdict=Verdict.READY,
        duration_s=1.4,
        measurements=tuple(
            measured(f"endpoint.{name}.http", took_ms, "ms") for name, took_ms in times.items()
        ),
    )


def failing_endpoints() -> CheckResult:
    refused = Finding(
        code="endpoint-refused",
        severity=Severity.NOT_READY,
        measurement="endpoint.softphone.sip",
        value=None,
        limit=None,
        message="softphone refuses connections at 203.0.113.20, port 5060.",
        action="Tell the help desk that the system itself is reached and says no.",
    )
    fine = endpoints()
    return replace(
        fine,
        verdict=Verdict.NOT_READY,
        measurements=tuple(m for m in fine.measurements if "softphone" not in m.id),
        findings=(refused,),
    )


CLEAR_WAY = way(weak_link="none", losses=(0.0, 0.0, 0.0))


def clear() -> ReadinessReport:
    return _whole(Verdict.READY, voice(path=CLEAR_WAY))


def lossy_wifi() -> ReadinessReport:
    shares = {"after": "3.1\u202f%", "target": "3.2\u202f%"} | ALL_OF_IT
    return _whole(
        Verdict.NOT_READY,
        voice(
            verdict=Verdict.NOT_READY,
            mos=3.42,
            upload_r=66.0,
            loss=0.032,
            longest=5.0,
            jitter_ms=9.8,
            series=stream(loss=0.032),
            path=way(weak_link="home", losses=(0.031, 0.033, 0.03)),
            findings=(
                _loss_high(Severity.NOT_READY, 36, "2.3", "4.4"),
                finding(
                    FINDINGS, "loss-on-home-wifi", Severity.INFO, "voice.loss", parameters=shares
                ),
            ),
        ),
    )


def lossy_provider() -> ReadinessReport:
    shares = {"before": "0\u202f%", "after": "2.4\u202f%", "target": "2.5\u202f%"} | ALL_OF_IT
    return _whole(
        Verdict.NOT_READY,
        voice(
            verdict=Verdict.NOT_READY,
            mos=3.61,
            upload_r=58.2,
            loss=0.025,
            longest=3.0,
            series=stream(loss=0.025, loaded_ms=160),
            path=way(weak_link="provider", losses=(0.0, 0.024, 0.026), interface="wired"),
            findings=(
                _loss_high(Severity.NOT_READY, 28, "1.7", "3.6"),
                finding(
                    FINDINGS, "loss-behind-router", Severity.INFO, "voice.loss", parameters=shares
                ),
            ),
        ),
        slow_line(),
    )


def lossy_employer() -> ReadinessReport:
    shares = {"before": "0\u202f%", "target": "1.6\u202f%"} | ALL_OF_IT
    shares["act"] = "Your home is not the cause: send this report to the employer's help desk"
    return _whole(
        Verdict.CAUTION,
        voice(
            verdict=Verdict.CAUTION,
            mos=3.94,
            loss=0.016,
            longest=2.0,
            series=stream(loss=0.016),
            path=way(weak_link="employer", losses=(0.0, 0.0, 0.0), interface="wired"),
            findings=(
                _loss_high(Severity.CAUTION, 18, "1", "2.5"),
                finding(
                    FINDINGS, "loss-at-employer", Severity.INFO, "voice.loss", parameters=shares
                ),
            ),
        ),
    )


def unclear_loss() -> ReadinessReport:
    """Too few packets to tell a small loss from the limit: the long test can."""
    numbers = {
        "lost": "5",
        "packets": "410",
        "low": "0.52\u202f%",
        "high": "2.8\u202f%",
        "goal": "1\u202f%",
    }
    unclear = finding(FINDINGS, "loss-unclear", Severity.CAUTION, "voice.loss", parameters=numbers)
    return _whole(
        Verdict.CAUTION,
        voice(
            verdict=Verdict.CAUTION,
            mos=4.21,
            loss=0.012,
            longest=1.0,
            series=stream(loss=0.012),
            path=way(weak_link="unknown", losses=(0.0, 0.01, 0.01)),
            findings=(unclear,),
        ),
    )


def udp_blocked() -> ReadinessReport:
    server = "voice.example.com"
    detail = REASONS[Reason.UDP_BLOCKED].format(server=server)
    blocked = CheckResult(
        id="voice-path",
        required=True,
        verdict=Verdict.NOT_READY,
        duration_s=4.1,
        findings=(
            finding(
                FINDINGS,
                "udp-blocked",
                Severity.NOT_READY,
                "voice.rtt",
                parameters={"server": server},
            ),
        ),
        not_measured=tuple(
            NotMeasured(id=f"voice.{what}", reason=Reason.UDP_BLOCKED, detail=detail)
            for what in ("rtt", "jitter", "loss", "mos")
        ),
    )
    return _whole(Verdict.NOT_READY, blocked)


def through_vpn() -> ReadinessReport:
    detour = measured("path.vpn", True, "bool")
    shown = tuple(detour if one.id == detour.id else one for one in CLEAR_WAY)
    report = _whole(Verdict.READY, voice(path=shown))
    checks = tuple(
        connection(vpn=True) if check.id == "connection" else check for check in report.checks
    )
    return replace(report, checks=checks)


def failing_system() -> ReadinessReport:
    whole = _whole(Verdict.NOT_READY, voice(path=CLEAR_WAY))
    return replace(whole, checks=(*whole.checks[:-1], failing_endpoints()))


def behind_portal() -> ReadinessReport:
    """The network lets nothing through before somebody signs in: nothing behind it was tested."""
    sign_in = finding(
        CONNECTION_FINDINGS, "captive-portal", Severity.NOT_READY, "connection.captive_portal"
    )
    barred = replace(connection(), verdict=Verdict.NOT_READY, findings=(sign_in,))
    silent = REASONS[Reason.NO_ANSWER].format(server="voice.example.com")
    checks = (
        computer(),
        microphone(),
        barred,
        _untested("bandwidth", "bandwidth.download", "redirected-elsewhere", silent),
        _untested("voice-path", "voice.rtt", Reason.NO_ANSWER, silent),
        _untested("endpoints", "endpoint.crm.http", "redirected-elsewhere", silent),
    )
    return report(Verdict.NOT_READY, *advised(checks))


def _untested(check_id: str, measurement: str, reason: str, detail: str) -> CheckResult:
    missing = NotMeasured(id=measurement, reason=reason, detail=detail)
    return CheckResult(
        id=check_id,
        required=True,
        verdict=Verdict.NOT_TESTED,
        duration_s=4.1,
        not_measured=(missing,),
    )


def without_password() -> ReadinessReport:
    """The profile names a relay, and nobody stored the password of its user."""
    missing = NotMeasured(
        id="voice.relay",
        reason="turn-no-password",
        detail="The password of the TURN user for voice.example.com is not stored.",
    )
    tested = voice(path=CLEAR_WAY)
    return _whole(Verdict.READY, replace(tested, not_measured=(missing,)))


def history(count: int = 10) -> tuple[ReadinessReport, ...]:
    """Clear checks of *count* days, newest first, among them two with a weak place."""
    kinds = {2: lossy_wifi, 6: lossy_provider}
    return tuple(
        dated(kinds.get(day, clear)(), FINISHED_AT - timedelta(days=day), f"voice-{day}")
        for day in range(count)
    )


def dated(report: ReadinessReport, finished_at: datetime, report_id: str) -> ReadinessReport:
    """*report* as if it had been made then."""
    started_at = finished_at - (report.finished_at - report.started_at)
    return replace(report, id=report_id, started_at=started_at, finished_at=finished_at)


def stream_readings(count: int = 24) -> tuple[StreamReading, ...]:
    """The live picture: steady, a few lost, and one moment without any answer."""
    chance = random.Random(3)
    return tuple(
        StreamReading(
            at_s=100 + 0.5 * step,
            rtt_ms=None if step == 15 else 24 + chance.uniform(0, 5) + max(0, step - 17) * 14,
            sent=25,
            lost=25 if step == 15 else 2 if step in {6, 14} else 0,
        )
        for step in range(count)
    )


def _loss_high(severity: Severity, lost: int, low: str, high: str) -> Finding:
    numbers = {
        "lost": str(lost),
        "packets": str(_PACKETS),
        "low": f"{low}\u202f%",
        "high": f"{high}\u202f%",
        "shown": f"{100 * lost / _PACKETS:.1f}\u202f%",
        "goal": "1\u202f%",
        "act": UNPLACED["loss-high"],
    }
    return finding(FINDINGS, "loss-high", severity, "voice.loss", parameters=numbers)


def _whole(
    verdict: Verdict, voice_path: CheckResult, tested_line: CheckResult | None = None
) -> ReadinessReport:
    return report(
        verdict,
        computer(),
        microphone(),
        connection(),
        tested_line or line(),
        voice_path,
        endpoints(),
    )
