"""From findings to verdicts: the worst required check wins, and the unknown never becomes ready."""

from __future__ import annotations

from collections.abc import Iterable

from workspace_assistant.core.readiness.model import (
    CheckResult,
    NotMeasured,
    Outcome,
    ReadinessReport,
    Severity,
    Verdict,
)

# From bad to good. An untested required check outweighs a caution: nobody can say "you can start"
# about something that was never looked at.
_WORST_FIRST = (Verdict.NOT_READY, Verdict.NOT_TESTED, Verdict.CAUTION, Verdict.READY)

# Numbers that the profile limits, and without which a check still counts as tested.
LIMITED = frozenset(
    {
        "bandwidth.latency_increase",
        "computer.disk_free",
        "connection.clock_offset",
        "connection.dns",
        "connection.gateway_loss",
        "connection.gateway_rtt",
        "headset.leak",
        "microphone.audio_bandwidth",
        "microphone.hum",
        "microphone.noise_floor",
        "microphone.reverberation",
        "microphone.snr",
        "voice.jitter",
        "voice.longest_loss",
        "voice.loss",
        "voice.mos_download",
        "voice.mos_upload",
    }
)
_LINE = "bandwidth"
_NOT_NAMED = "not-named"  # the profile limits it, but names no server by which to measure it
_NOT_LOADED = "line-not-loaded"
_BAND, _TELEPHONE_HZ = "microphone.audio_bandwidth", 4000.0
_NOT_PLAYED = "not-asked"  # a check makes no sound of its own accord
# Looked for and not found, or an estimate that many a good recording does not allow.
_HARMLESS = frozenset({"no-hum", "no-leak-found", "virtual-output", "no-clear-endings"})
# A router set up to answer nobody, or a link without one: no run could ever tell, and whatever it
# does to calls is part of what the voice path measures behind it.
_ROUTER = frozenset({"connection.gateway_loss", "connection.gateway_rtt"})
_NEVER_TOLD = frozenset({"no-answer", "no-gateway"})


def check_verdict(outcome: Outcome) -> Verdict:
    """What one check's outcome amounts to."""
    severities = {finding.severity for finding in outcome.findings}
    if Severity.NOT_READY in severities:
        return Verdict.NOT_READY
    measured = {measurement.id for measurement in outcome.measurements}
    if not outcome.essential <= measured or not measured:
        return Verdict.NOT_TESTED
    return Verdict.CAUTION if Severity.CAUTION in severities else Verdict.READY


def counted_checks(checks: Iterable[CheckResult]) -> tuple[CheckResult, ...]:
    """Those that the job requires; all, when a run holds none (the user picked optional ones)."""
    results = tuple(checks)
    return tuple(result for result in results if result.required) or results


def overall_verdict(checks: Iterable[CheckResult]) -> Verdict:
    """The verdict of a whole run: that of the checks that count."""
    verdicts = {result.verdict for result in counted_checks(checks)}
    return next((verdict for verdict in _WORST_FIRST if verdict in verdicts), Verdict.NOT_TESTED)


def unjudged(report: ReadinessReport) -> tuple[str, ...]:
    """Measurement ids that a required check could not hold against their limits.

    Not those that nobody asked for: the clock without a server to compare it with, or calls under
    load in a run that loads no line (where the job requires it, the run says that it was left out).
    Nor those of a router that answers nobody, nor hum and leak that are too faint to be found,
    nor the band of a voice where a telephone's is enough.
    """
    is_line_asked = any(check.id == _LINE for check in report.checks)
    unasked = {_NOT_NAMED, _NOT_PLAYED, *_HARMLESS, *(() if is_line_asked else (_NOT_LOADED,))}
    return tuple(
        missing.id
        for check in report.checks
        if check.required and check.verdict is not Verdict.NOT_TESTED
        for missing in check.not_measured
        if missing.id in LIMITED
        and missing.reason not in unasked
        and not _is_deaf(missing)
        and not _is_telephone_band(missing, report)
    )


def _is_deaf(missing: NotMeasured) -> bool:
    return missing.id in _ROUTER and missing.reason in _NEVER_TOLD


def _is_telephone_band(missing: NotMeasured, report: ReadinessReport) -> bool:
    """Whether only a telephone's band is asked for, which any voice that is heard fills."""
    bounds = [one.ready for one in report.limits if one.measurement == missing.id]
    return missing.id == _BAND and all(
        isinstance(one, float | int) and one <= _TELEPHONE_HZ for one in bounds
    )


def is_looped(check: CheckResult) -> bool:
    """Whether *check* measured a server on this computer, which says nothing of any line."""
    return any(found.conditions.get("scope") == "this-computer" for found in check.measurements)


def looped_checks(report: ReadinessReport) -> tuple[str, ...]:
    """Ids of the checks of this run whose line was a loop inside this computer."""
    return tuple(check.id for check in report.checks if is_looped(check))


def is_own_loop(report: ReadinessReport) -> bool:
    """Whether some line of this run was a loop inside this computer."""
    return bool(looped_checks(report))


def untested_checks(report: ReadinessReport) -> tuple[CheckResult, ...]:
    """Checks that the job requires and this run could not do."""
    return tuple(
        check for check in report.checks if check.required and check.verdict is Verdict.NOT_TESTED
    )


def is_partial(report: ReadinessReport) -> bool:
    """Whether "ready" would say more than this run can: something was left out or not measured."""
    return bool(report.deselected or unjudged(report) or is_own_loop(report))
