"""Puts the outcome of the voice path check together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from workspace_assistant.core.phrases import Phrase, joined
from workspace_assistant.core.readiness.findings import finding
from workspace_assistant.core.readiness.model import Finding, NotMeasured, Outcome, Severity
from workspace_assistant.core.readiness.names import label_of
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.core.readiness.voice_path.blame_rules import WEAK_LINK, blame
from workspace_assistant.core.readiness.voice_path.idle_rules import (
    MOS,
    RTT,
    judge_gaps,
    judge_quality,
    judge_round_trip,
)
from workspace_assistant.core.readiness.voice_path.load_rules import judge_loads
from workspace_assistant.core.readiness.voice_path.loss_rules import LOSS, judge_loss
from workspace_assistant.core.readiness.voice_path.model import Reason, ServerAnswer, Trouble
from workspace_assistant.core.readiness.voice_path.path_rules import tell_path
from workspace_assistant.core.readiness.voice_path.pointers import with_pointers
from workspace_assistant.core.readiness.voice_path.result import (
    Gathered,
    VoiceRun,
    Watched,
    not_measured,
)
from workspace_assistant.core.readiness.voice_path.series import stream_series
from workspace_assistant.core.readiness.voice_path.texts import (
    FINDINGS,
    LEFT_LATE,
    LEFT_OUT,
    TCP_BY_PROFILE,
    TCP_FOR_WANT_OF_UDP,
    TRANSPORTS,
    WHILE,
    WHILE_TESTED,
    sentence,
)

ESSENTIAL = frozenset({RTT, LOSS, MOS})
OWN_LATENESS = "voice.own_lateness"
_R_FACTORS = "voice.r_factor"
# What every outcome speaks of, measured or not.
_ALWAYS = (
    RTT,
    "voice.jitter",
    LOSS,
    "voice.longest_loss",
    MOS,
    "voice.r_factor",
    "voice.working_latency",
    WEAK_LINK,
)
# Troubles by which calls fail for certain, and what says so.
_FATAL = {
    Reason.UDP_BLOCKED: "udp-blocked",
    Reason.FAMILY_MISMATCH: "no-common-ip-version",
}


def judge_voice_path(run: VoiceRun) -> Outcome:
    """The outcome of a stream that ran to its end."""
    box = Gathered()
    judge_round_trip(box, run)
    judge_loss(box, run)
    judge_gaps(box, run)
    judge_quality(box, run)
    suffering = judge_loads(box, run)
    _tell_servers(box, run)
    tell_path(box, run)
    blame(box, run, suffering)
    _tell_lateness(box, run)
    return Outcome(
        measurements=tuple(box.measurements),
        findings=tuple(with_pointers(box.findings)),
        not_measured=tuple(box.missing),
        series=(stream_series(run.whole, run.stretches),),
        essential=ESSENTIAL - {LOSS} if run.is_over_tcp else ESSENTIAL,
        bytes_used=run.traced.bytes_used,
    )


def nothing_measured(
    trouble: Trouble, answers: Sequence[ServerAnswer] = (), bytes_used: int = 0
) -> Outcome:
    """The outcome without a stream. Grey, but for what proves that calls cannot work."""
    findings: tuple[Finding, ...] = ()
    if trouble.reason in _FATAL:
        code, server = _FATAL[trouble.reason], trouble.server
        told = finding(FINDINGS, code, Severity.NOT_READY, RTT, parameters={"server": server})
        findings = (told,)
    missing = [not_measured(measurement, trouble) for measurement in _ALWAYS]
    others = _other_troubles(answers, trouble)
    return Outcome(
        findings=findings,
        not_measured=(*missing, *others),
        essential=ESSENTIAL,
        bytes_used=bytes_used,
    )


def _other_troubles(answers: Sequence[ServerAnswer], told: Trouble) -> Iterable[NotMeasured]:
    """One gap for each further server, by its place in the profile."""
    troubles = dict.fromkeys(one.trouble for one in answers if one.trouble is not None)
    for number, trouble in enumerate(troubles, start=1):
        if trouble != told:
            yield not_measured(f"voice.server_{number}", trouble)


def _tell_servers(box: Gathered, run: VoiceRun) -> None:
    """Which servers did not serve, and what the one that did may hide."""
    survey = run.survey
    working = {one.server for one in survey.answers if one.trouble is None}
    failed = {
        one.server: one.trouble
        for one in survey.answers
        if one.trouble is not None and one.server not in working
    }
    if run.is_over_tcp:
        for server in _tell_over_tcp(box, run, failed):
            del failed[server]
    for server, trouble in failed.items():
        why = sentence(trouble)
        box.remark("voice-server-skipped", RTT, skipped=server, server=survey.server, why=why)
    if survey.is_this_computer:
        box.remark("voice-measured-this-computer", RTT)


def _tell_over_tcp(box: Gathered, run: VoiceRun, failed: Mapping[str, Trouble]) -> list[str]:
    """Say what TCP hides; returns the servers by which it says why it was TCP.

    Only a network that lets no UDP through is held against anyone: a server that is off, or one
    that the profile names by TCP, is none of the agent's doing.
    """
    survey, transport = run.survey, TRANSPORTS[run.survey.transport]
    shut = [server for server, one in failed.items() if one.reason is Reason.UDP_BLOCKED]
    if shut:
        severity, pattern = Severity.CAUTION, TCP_FOR_WANT_OF_UDP
    else:
        severity, pattern = Severity.INFO, TCP_BY_PROFILE
    why = Phrase(
        pattern, skipped=", ".join(shut), server=survey.server, transport=Phrase(transport)
    )
    told = finding(FINDINGS, "voice-over-tcp", severity, RTT, parameters={"why": why})
    box.findings.append(told)
    return shut


def _tell_lateness(box: Gathered, run: VoiceRun) -> None:
    """How late this computer was; said aloud where something came out badly meanwhile."""
    watched = (run.idle, *run.loads)
    latest = _latest([one for one in watched if one.phase in box.excused] or watched)
    late_ms = latest.statistics.lateness_p99_ms
    conditions = run.conditions(latest) | {"statistic": "99th percentile"}
    box.add(
        OWN_LATENESS, late_ms, "ms", conditions | {"sent_of_planned_fraction": latest.sent_fraction}
    )
    if box.excused:
        is_one = len(box.excused) == 1
        told = finding(
            FINDINGS,
            "computer-too-busy",
            Severity.CAUTION,
            OWN_LATENESS,
            value=late_ms,
            parameters={
                "phase": WHILE[latest.phase] if is_one else WHILE_TESTED,
                "how": _how_late(latest),
                "numbers": _left_out(box),
            },
        )
        box.findings.append(told)


def _left_out(box: Gathered) -> str:
    """The numbers that do not count; R goes without saying beside its MOS."""
    ids = (one for measurements in box.excused.values() for one in measurements)
    return joined(", ", [label_of(one) for one in ids if not one.startswith(_R_FACTORS)])


def _latest(watched: Sequence[Watched]) -> Watched:
    return max(watched, key=lambda one: (one.is_busy, one.statistics.lateness_p99_ms))


def _how_late(watched: Watched) -> str:
    if watched.is_late:
        return Phrase(LEFT_LATE, shown=format_value(watched.statistics.lateness_p99_ms, "ms"))
    return Phrase(LEFT_OUT, shown=format_value(1 - watched.sent_fraction, "fraction"))
