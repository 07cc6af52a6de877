"""The list of all that may leave this computer. What is not in it never does.

No field is free text: numbers, instants, words of fixed lists, and random ids.
"""

from __future__ import annotations

import re

from workspace_assistant.core.readiness.model import Verdict

PREFIX = "workspace_assistant."

REPORT_EVENT = f"{PREFIX}readiness.report"
WEEK_EVENT = f"{PREFIX}week"
VERDICT_METRIC = f"{PREFIX}readiness.verdict"
TARGET_METRIC = f"{PREFIX}week.target_met"

OVERALL = "overall"
CHECKS = frozenset(
    "computer microphone headset bandwidth voice-path connection endpoints".split()  # noqa: SIM905
)
# As a metric has numbers alone. Not tested is a state of its own here, not the worst one.
VERDICT_NUMBERS = {
    Verdict.READY: 0,
    Verdict.CAUTION: 1,
    Verdict.NOT_READY: 2,
    Verdict.NOT_TESTED: 3,
}

# Our units in the spelling of UCUM, which OpenTelemetry asks for. Others are not published.
UNITS = {
    "": "1",
    "fraction": "1",
    "ms": "ms",
    "s": "s",
    "bit/s": "bit/s",
    "byte": "By",
    "dB": "dB",
    "dBov": "dB",
    "dBFS": "dB",
    "dBFS(A)": "dB",
    "Hz": "Hz",
    "count": "{count}",
    "packets": "{packet}",
    "1/h": "1/h",
}

NUMBERS = (
    "voice.rtt",
    "voice.jitter",
    "voice.loss",
    "voice.longest_loss",
    "voice.burst_ratio",
    "voice.r_factor",
    "voice.mos",
    "voice.mos_download",
    "voice.mos_upload",
    "voice.working_latency",
    "path.gateway_rtt",
    "path.gateway_loss",
    "path.provider_rtt",
    "path.provider_loss",
    "bandwidth.download",
    "bandwidth.upload",
    "bandwidth.idle_latency",
    "bandwidth.loaded_latency",
    "bandwidth.latency_increase",
    "connection.gateway_rtt",
    "connection.gateway_loss",
    "connection.dns",
    "connection.clock_offset",
    "computer.cpu_utilization",
    "computer.memory_used",
    "computer.disk_free",
    "microphone.active_speech_level",
    "microphone.noise_floor",
    "microphone.snr",
    "microphone.clipping_events",
    "headset.leak",
)

# Measurements that are words, and the only words that go out for them.
WORDS = {
    "connection.interface": frozenset({"wired", "wifi", "cellular", "vpn", "virtual", "unknown"}),
    "path.weak_link": frozenset(
        {"none", "home", "provider", "internet", "employer", "vpn", "unknown"}
    ),
}

# Not among them, for good: what check-ins tell, the way to work, adherence and conformance, days
# off, and all that names a shift, a block or a day.
INDICATORS = (
    "shortest-daily-rest",
    "quick-returns",
    "longest-weekly-rest",
    "hours",
    "average-hours",
    "longest-working-stretch",
    "overtime",
    "days-in-a-row",
    "nights-in-a-row",
    "longest-screen-stretch",
    "long-shifts-without-break",
    "breaks-had",
    "after-hours",
    "quiet-days",
    "focus-time",
    "completed-blocks",
    "uninterrupted-stretch",
    "interruptions-per-hour",
    "began-ready",
    "technical-time",
)

_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+){0,11}")
_LONGEST_CODE_CHARACTERS = 64


def metric_of(measurement_id: str) -> str:
    """The name of its metric, and of its attribute."""
    return f"{PREFIX}{measurement_id}"


def week_metric(indicator_id: str) -> str:
    return f"{PREFIX}week.{indicator_id.replace('-', '_')}"


def is_code(text: str) -> bool:
    """Whether *text* is a code as our findings have them: nothing else can pass for one."""
    return len(text) <= _LONGEST_CODE_CHARACTERS and _CODE.fullmatch(text) is not None


def metric_names() -> frozenset[str]:
    """All that can ever be sent, for whoever builds dashboards."""
    numbers = {metric_of(one) for one in NUMBERS}
    return frozenset(
        {VERDICT_METRIC, TARGET_METRIC, *numbers, *(week_metric(one) for one in INDICATORS)}
    )
