"""Who decides about the delay of a full line: the rated call, or the limit where there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.report_store import InMemoryReportStore
from tests.fakes.scripted_voice_path import Behavior, Behaviors, ScriptedVoicePath, survey_of
from tests.unit.core.readiness.bandwidth_runs import OWN, line_of
from tests.unit.core.readiness.voice_path_runs import DOWNLOAD, GOOD, UPLOAD, found, path_of
from workspace_assistant.core.jobs import JobContext, Progress
from workspace_assistant.core.readiness.bandwidth.check import check_bandwidth
from workspace_assistant.core.readiness.limits import Ceiling
from workspace_assistant.core.readiness.model import (
    CheckResult,
    Finding,
    Outcome,
    ReadinessReport,
    Severity,
    Verdict,
)
from workspace_assistant.core.readiness.ports import CheckRequest, Results
from workspace_assistant.core.readiness.profile.model import (
    VoicePathRequirement,
    WorkplaceProfile,
)
from workspace_assistant.core.readiness.service import ReadinessService
from workspace_assistant.core.readiness.settling import settled
from workspace_assistant.core.readiness.voice_path.check import check_voice_path
from workspace_assistant.core.readiness.voice_path.model import Reason, Trouble

CODE = "latency-under-load-high"
VOICE = VoicePathRequirement(required=True, stun=("stun:stun.example.test",))
PROFILE = WorkplaceProfile(name="test", bandwidth=OWN, voice_path=VOICE)


def one_by_one(calls: Sequence[Callable[[], Results]]) -> list[Results]:
    return [call() for call in calls]


def run(
    change: Callable[[ScriptedVoicePath], None] = lambda _: None,
    stream: Behaviors = GOOD,
    profile: WorkplaceProfile = PROFILE,
    *,
    loaded_ms: float = 400.0,
    seen: list[Progress] | None = None,
) -> ReadinessReport:
    """A run of both checks over a line that takes *loaded_ms* when it is full."""
    line, server = line_of(48, 12)
    server.loaded_ms = loaded_ms

    def voice(request: CheckRequest, ctx: JobContext) -> Outcome:
        del ctx
        # The stream has a clock of its own: the loads of the line run on another.
        alone = replace(request, timeline=type(request.timeline)())
        path = path_of(alone, stream)
        change(path)
        return check_voice_path(path, alone, path.context([]))

    def bandwidth(request: CheckRequest, ctx: JobContext) -> Outcome:
        request.timeline.is_stream_on = True
        return check_bandwidth(line, request, ctx)

    service = ReadinessService(
        checks={"bandwidth": bandwidth, "voice-path": voice},
        store=InMemoryReportStore(),
        clock=FakeClock(step_s=1.0),
        run_together=lambda calls: one_by_one(list(reversed(calls))),
        app_version="1",
    )
    only = frozenset({"bandwidth", "voice-path"})
    events: list[Progress] = [] if seen is None else seen
    return service.run(CheckRequest(profile=profile, only=only), JobContext(events.append))


def line_of_report(report: ReadinessReport) -> tuple[CheckResult, Finding]:
    line = next(check for check in report.checks if check.id == "bandwidth")
    return line, next(one for one in line.findings if one.code == CODE)


def dies(path: ScriptedVoicePath) -> None:
    path.trouble = Trouble(reason=Reason.PROBE_FAILED)


def is_own(path: ScriptedVoicePath) -> None:
    path.survey = survey_of(is_this_computer=True)


def is_short(path: ScriptedVoicePath) -> None:
    path.run.loads = ((DOWNLOAD, 1.2), (UPLOAD, 1.2))


def test_a_rated_call_decides_and_the_delay_stays_a_remark() -> None:
    report = run()
    line, finding = line_of_report(report)
    assert (finding.severity, line.verdict, report.verdict) == (
        Severity.INFO,
        Verdict.READY,
        Verdict.READY,
    )


@pytest.mark.parametrize("change", [dies, is_own, is_short])
def test_a_call_that_was_not_rated_leaves_the_decision_to_the_limit(
    change: Callable[[ScriptedVoicePath], None],
) -> None:
    report = run(change)
    line, finding = line_of_report(report)
    assert (finding.severity, finding.limit) == (Severity.NOT_READY, 150)
    assert (line.verdict, report.verdict) == (Verdict.NOT_READY, Verdict.NOT_READY)


def test_a_load_excused_as_busy_was_not_rated() -> None:
    busy = Behavior(rtt_ms=700, sigma_ms=60, lateness_ms=25)
    _, finding = line_of_report(run(stream={**GOOD, DOWNLOAD: busy, UPLOAD: busy}))
    assert finding.severity is Severity.NOT_READY


def test_the_other_direction_does_not_answer_for_it() -> None:
    report = run(lambda path: setattr(path.run, "loads", ((UPLOAD, 6.0),)))
    line, finding = line_of_report(report)
    increase = next(one for one in line.measurements if one.id == finding.measurement)
    assert increase.conditions["direction"] == "download"
    assert finding.severity is Severity.NOT_READY


def test_a_caution_comes_back_as_a_caution_and_is_shown_anew() -> None:
    seen: list[Progress] = []
    line, finding = line_of_report(run(dies, loaded_ms=120, seen=seen))
    assert (finding.severity, line.verdict) == (Severity.CAUTION, Verdict.CAUTION)
    shown = [one.reading for one in seen if one.source == "bandwidth"]
    assert shown[-1] == line


def test_a_line_within_its_limit_and_one_that_was_not_tested_stay_as_they_are() -> None:
    lax = replace(OWN, loaded_latency_increase_ms=Ceiling(ready=900, caution=950))
    report = run(dies, profile=replace(PROFILE, bandwidth=lax))
    line = next(check for check in report.checks if check.id == "bandwidth")
    assert (line.verdict, line.findings) == (Verdict.READY, ())
    assert settled(PROFILE, ()) == ()


def test_worse_verdicts_of_other_findings_stay() -> None:
    line, _ = line_of_report(run(dies))
    untested = partial(replace, line, verdict=Verdict.NOT_TESTED)
    remark = replace(line.findings[0], severity=Severity.INFO, value=100.0)
    (caution,) = settled(PROFILE, (untested(findings=(remark,)),))
    assert caution.verdict is Verdict.NOT_TESTED
    assert caution.findings[0].severity is Severity.CAUTION
    other = replace(remark, code="download-borderline")
    assert settled(PROFILE, (untested(findings=(other,)),))[0].findings == (other,)
    assert CODE in found(Outcome(findings=line.findings))
