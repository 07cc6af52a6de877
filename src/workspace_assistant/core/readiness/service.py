"""Runs the checks of a profile in their order and makes the report of it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.readiness.advice import advised
from workspace_assistant.core.readiness.model import (
    AppliedLimit,
    CheckResult,
    NotMeasured,
    Outcome,
    ReadinessReport,
)
from workspace_assistant.core.readiness.ports import (
    AddressesOf,
    Check,
    CheckRequest,
    Clock,
    Preparation,
    ReportStore,
    Results,
    RunTogether,
)
from workspace_assistant.core.readiness.recalled import recalled
from workspace_assistant.core.readiness.settling import settled
from workspace_assistant.core.readiness.timeline import Timeline
from workspace_assistant.core.readiness.verdict import check_verdict, overall_verdict
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.core.readiness.profile.model import WorkplaceProfile

log = logging.getLogger(__name__)

NOT_IN_THIS_VERSION = QT_TRANSLATE_NOOP(
    "readiness", "This version of Workspace Assistant cannot measure this yet."
)
CHECK_FAILED = QT_TRANSLATE_NOOP(
    "readiness",
    "The check itself failed; this says nothing about your workplace. Details are in the log.",
)

# Checks in one group share no resource and run at the same time: recording costs 2 % of a
# processor, the computer check leaves this program's own share out, and a look at the connection
# moves a few kilobytes. Nothing else loads the line beside its check; its preparation, which loads
# nothing, runs beside the first group. The headset may sound, so it waits for the recording to end.
STAGES: tuple[tuple[str, ...], ...] = (
    ("connection", "computer", "microphone", "endpoints"),
    ("bandwidth", "headset"),
)
# Goes on beside all stages: one stream over the idle and then the loaded line.
BESIDE = "voice-path"
# Counts what other programs send; until it has, these stay silent.
_WATCHES_TRAFFIC = "connection"
_ASKS_EMPLOYER = "endpoints"
_WAITS_FOR_SILENCE = (_ASKS_EMPLOYER, BESIDE)
_LOOK_EVERY_S = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessService:
    """The readiness check as a use case; collaborators come through ports.

    Attributes:
        turn: held as long as a check runs, so that none begins by itself beside it.
    """

    checks: Mapping[str, Check]
    store: ReportStore
    clock: Clock
    run_together: RunTogether
    app_version: str
    preparations: Mapping[str, Preparation] = field(default_factory=dict)
    addresses_of: AddressesOf | None = None
    turn: Callable[[], AbstractContextManager[None]] = nullcontext

    def run(self, request: CheckRequest, ctx: JobContext) -> ReadinessReport:
        """Measure, judge and report. Raises `JobCancelledError` when cancelled; saves nothing."""
        with self.turn():
            return self._run(request, ctx)

    def _run(self, request: CheckRequest, ctx: JobContext) -> ReadinessReport:
        started_at = self.clock.now()
        request = replace(request, timeline=Timeline())
        selected = selected_checks(request)
        bytes_used: list[int] = []
        calls = [partial(self._run_stages, selected, request, ctx, bytes_used)]
        if BESIDE in selected and BESIDE in self.checks:
            calls.append(partial(self._run_beside, request, ctx, bytes_used))
        else:
            request.timeline.is_idle_seen = True
        if _WATCHES_TRAFFIC not in selected or _WATCHES_TRAFFIC not in self.checks:
            request.timeline.is_traffic_seen = True
        if _ASKS_EMPLOYER not in selected or _ASKS_EMPLOYER not in self.checks:
            request.timeline.is_employer_asked = True
        found = {one.id: one for one in chain.from_iterable(self.run_together(calls))}
        measured = [found.get(check_id) or _unavailable(check_id, request) for check_id in selected]
        results = advised(settled(request.profile, measured))
        for before, after in zip(measured, results, strict=True):
            if after is not before:
                ctx.part(after.id).report("", 1.0, after)
        return ReadinessReport(
            id=_new_id(),
            app_version=self.app_version,
            started_at=started_at,
            finished_at=self.clock.now(),
            time_zone=self.clock.time_zone(),
            profile_name=request.profile.name,
            profile_digest=request.profile.digest,
            verdict=overall_verdict(results),
            bytes_used=sum(bytes_used),
            checks=results,
            deselected=_deselected(request, selected),
            limits=_applied(request.profile, results),
        )

    def _run_stages(
        self,
        selected: tuple[str, ...],
        request: CheckRequest,
        ctx: JobContext,
        bytes_used: list[int],
    ) -> Results:
        timeline = request.timeline
        beside_first = [partial(self._prepare_all, selected, request, ctx)]
        results: list[CheckResult] = []
        try:
            for stage in STAGES:
                calls = [
                    partial(self._run_one, check_id, request, ctx, bytes_used)
                    for check_id in stage
                    if check_id in selected and check_id in self.checks
                ]
                results += chain.from_iterable(self.run_together(calls + beside_first))
                beside_first = []
                while not timeline.is_idle_seen:
                    ctx.wait(_LOOK_EVERY_S)
        finally:  # however it ended: nothing is left to wait for
            timeline.is_traffic_seen = timeline.is_employer_asked = True
            timeline.is_quiet = timeline.is_line_done = True
        return tuple(results)

    def _run_beside(self, request: CheckRequest, ctx: JobContext, bytes_used: list[int]) -> Results:
        try:
            if self._is_turn_taken(request, ctx):
                while not request.timeline.is_employer_asked:
                    ctx.wait(_LOOK_EVERY_S)
            return self._run_one(BESIDE, request, ctx, bytes_used)
        finally:
            request.timeline.is_idle_seen = True

    def _is_turn_taken(self, request: CheckRequest, ctx: JobContext) -> bool:
        """Whether the endpoints check is on, and asks a host that the stream goes to."""
        if request.timeline.is_employer_asked:
            return False
        _await_silence(request, ctx)
        # late: it would cost the window's first paint some milliseconds
        from workspace_assistant.core.readiness.shared_host import has_shared_host

        return has_shared_host(request.profile, self.addresses_of, ctx)

    def _prepare_all(
        self, selected: tuple[str, ...], request: CheckRequest, ctx: JobContext
    ) -> Results:
        prepared = [check_id for check_id in self.preparations if check_id in selected]
        try:
            if prepared:
                _await_silence(request, ctx)
            self.run_together([partial(self._prepare, one, request, ctx) for one in prepared])
        finally:
            request.timeline.is_quiet = True
        return ()

    def save(self, report: ReadinessReport) -> None:
        self.store.add(report)

    def recent(self, limit: int) -> tuple[ReadinessReport, ...]:
        return tuple(map(recalled, self.store.recent(limit)))

    def find(self, report_id: str) -> ReadinessReport | None:
        found = self.store.find(report_id)
        return None if found is None else recalled(found)

    def _prepare(self, check_id: str, request: CheckRequest, ctx: JobContext) -> Results:
        try:
            self.preparations[check_id](request, ctx.part(check_id))
        except JobCancelledError:
            raise
        except Exception:  # the check itself meets the same trouble and tells it
            log.exception("preparing check %s broke", check_id)
        return ()

    def _run_one(
        self, check_id: str, request: CheckRequest, ctx: JobContext, bytes_used: list[int]
    ) -> Results:
        ctx = ctx.part(check_id)
        if check_id in _WAITS_FOR_SILENCE:
            _await_silence(request, ctx)
        began_s = self.clock.monotonic_s()
        try:
            outcome = self.checks[check_id](request, ctx)
        except JobCancelledError:
            raise
        except Exception:  # one broken check must not take the others with it
            log.exception("check %s broke", check_id)
            outcome = _broken(check_id)
        finally:
            if check_id == _WATCHES_TRAFFIC:
                request.timeline.is_traffic_seen = True
            if check_id == _ASKS_EMPLOYER:
                request.timeline.is_employer_asked = True
        bytes_used.append(outcome.bytes_used)
        result = _result(check_id, request.profile, outcome, self.clock.monotonic_s() - began_s)
        ctx.report("", 1.0, result)
        return (result,)


def _await_silence(request: CheckRequest, ctx: JobContext) -> None:
    while not request.timeline.is_traffic_seen:
        ctx.wait(_LOOK_EVERY_S)


def _new_id() -> str:
    import uuid  # late: it costs the window's first paint 5 ms

    return uuid.uuid4().hex


def required_checks(profile: WorkplaceProfile) -> dict[str, bool]:
    """Check ids that the profile speaks of, in display order, and whether it needs them."""
    required = {
        "computer": profile.computer.required,
        "microphone": profile.microphone.required,
        "headset": profile.headset.required,
        "connection": profile.connection.required,
        "bandwidth": profile.bandwidth.required,
    }
    if profile.voice_path.stun or profile.voice_path.turn or profile.voice_path.required:
        required["voice-path"] = profile.voice_path.required
    if profile.endpoints:
        required["endpoints"] = any(endpoint.required for endpoint in profile.endpoints)
    return required


def selected_checks(request: CheckRequest) -> tuple[str, ...]:
    known = required_checks(request.profile)
    return tuple(check_id for check_id in known if not request.only or check_id in request.only)


def _deselected(request: CheckRequest, selected: tuple[str, ...]) -> tuple[str, ...]:
    known = required_checks(request.profile)
    return tuple(
        check_id for check_id, needed in known.items() if needed and check_id not in selected
    )


def _applied(profile: WorkplaceProfile, results: Sequence[CheckResult]) -> tuple[AppliedLimit, ...]:
    """The limits of what *results* speak of, measured or not."""
    # late: it would cost the window's first paint some milliseconds
    from workspace_assistant.core.readiness.limits_of import limits_of

    spoken_of = {found.id for one in results for found in one.measurements}
    spoken_of |= {missing.id for one in results for missing in one.not_measured}
    return tuple(limit for limit in limits_of(profile) if limit.measurement in spoken_of)


def _result(
    check_id: str, profile: WorkplaceProfile, outcome: Outcome, duration_s: float
) -> CheckResult:
    return CheckResult(
        id=check_id,
        required=required_checks(profile)[check_id],
        verdict=check_verdict(outcome),
        duration_s=round(duration_s, 3),
        measurements=outcome.measurements,
        findings=outcome.findings,
        not_measured=outcome.not_measured,
        series=outcome.series,
    )


def _unavailable(check_id: str, request: CheckRequest) -> CheckResult:
    missing = NotMeasured(id=check_id, reason="not-in-this-version", detail=NOT_IN_THIS_VERSION)
    return _result(check_id, request.profile, Outcome(not_measured=(missing,)), 0.0)


def _broken(check_id: str) -> Outcome:
    missing = NotMeasured(id=check_id, reason="check-failed", detail=CHECK_FAILED)
    return Outcome(not_measured=(missing,))
