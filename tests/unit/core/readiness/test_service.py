from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.report_store import InMemoryReportStore
from workspace_assistant.adapters.system.together import run_together
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress
from workspace_assistant.core.readiness.limits_of import limits_of
from workspace_assistant.core.readiness.model import (
    CheckResult,
    Measurement,
    NotMeasured,
    Outcome,
    Verdict,
)
from workspace_assistant.core.readiness.ports import Check, CheckRequest, Results
from workspace_assistant.core.readiness.profile.model import (
    EndpointRequirement,
    VoicePathRequirement,
    WorkplaceProfile,
)
from workspace_assistant.core.readiness.service import ReadinessService
from workspace_assistant.core.readiness.timeline import LoadWindow, Phase

PROFILE = WorkplaceProfile(name="Acme", digest="sha256:1")


def passes(request: CheckRequest, ctx: JobContext) -> Outcome:
    del request
    ctx.report("Measuring", 0.5)
    return Outcome(measurements=(Measurement(id="x", value=1.0, unit="ms"),), bytes_used=500)


def breaks(request: CheckRequest, ctx: JobContext) -> Outcome:
    raise ZeroDivisionError


def waits(request: CheckRequest, ctx: JobContext) -> Outcome:
    ctx.checkpoint()
    raise AssertionError("the job was cancelled and went on")


def one_by_one(calls: Sequence[Callable[[], Results]]) -> list[Results]:
    return [call() for call in calls]


def a_service(checks: Mapping[str, Check]) -> ReadinessService:
    return ReadinessService(
        checks=checks,
        store=InMemoryReportStore(),
        clock=FakeClock(step_s=1.5),
        run_together=one_by_one,
        app_version="9.9",
    )


ALL_PASS = {
    "computer": passes,
    "microphone": passes,
    "headset": passes,
    "connection": passes,
    "bandwidth": passes,
}


def test_a_run_reports_every_check_of_the_profile_in_order() -> None:
    seen: list[Progress] = []
    report = a_service(ALL_PASS).run(CheckRequest(profile=PROFILE), JobContext(seen.append))
    assert [check.id for check in report.checks] == list(ALL_PASS)
    assert report.verdict is Verdict.READY
    assert report.bytes_used == 500 * len(ALL_PASS)
    assert report.checks[0].duration_s == 1.5
    assert (report.profile_name, report.app_version) == ("Acme", "9.9")
    assert {progress.source for progress in seen} == set(ALL_PASS)
    assert {p.reading.id for p in seen if isinstance(p.reading, CheckResult)} == set(ALL_PASS)


def test_the_report_holds_the_limits_of_the_numbers_in_it_and_no_others() -> None:
    free = Measurement(id="computer.disk_free", value=9e9, unit="byte")
    missing = NotMeasured(id="bandwidth.upload", reason="server-refused", detail="It said 500.")
    outcomes = {
        "computer": Outcome(measurements=(free,)),
        "bandwidth": Outcome(not_measured=(missing,)),
    }
    checks = {name: lambda *_, name=name: outcomes[name] for name in outcomes}
    report = a_service({**ALL_PASS, **checks}).run(
        CheckRequest(profile=PROFILE), JobContext(lambda _: None)
    )
    known = {limit.measurement: limit for limit in limits_of(PROFILE)}
    assert report.limits == (known["computer.disk_free"], known["bandwidth.upload"])


def test_a_check_that_breaks_is_not_tested_and_leaves_the_others_alone() -> None:
    report = a_service({**ALL_PASS, "microphone": breaks}).run(
        CheckRequest(profile=PROFILE), JobContext(lambda _: None)
    )
    assert [check.verdict for check in report.checks] == [
        "ready",
        "not-tested",
        "ready",
        "ready",
        "ready",
    ]
    assert report.checks[1].not_measured[0].reason == "check-failed"
    assert report.verdict is Verdict.NOT_TESTED


def test_a_selection_is_told_apart_from_a_whole_run() -> None:
    request = CheckRequest(profile=PROFILE, only=frozenset({"computer"}))
    report = a_service(ALL_PASS).run(request, JobContext(lambda _: None))
    assert [check.id for check in report.checks] == ["computer"]
    assert report.verdict is Verdict.READY
    assert report.deselected == ("microphone", "bandwidth")


def test_what_this_version_cannot_measure_is_said_and_never_ready() -> None:
    endpoint = EndpointRequirement(name="crm", url="https://crm.example.com")
    profile = replace(PROFILE, endpoints=(endpoint,))
    report = a_service(ALL_PASS).run(CheckRequest(profile=profile), JobContext(lambda _: None))
    assert report.checks[-1].id == "endpoints"
    assert report.checks[-1].not_measured[0].reason == "not-in-this-version"
    assert report.verdict is Verdict.NOT_TESTED


def test_an_optional_check_that_cannot_run_does_not_spoil_the_verdict() -> None:
    stun = VoicePathRequirement(stun=("stun:turn.example.com:3478",))
    report = a_service(ALL_PASS).run(
        CheckRequest(profile=replace(PROFILE, voice_path=stun)), JobContext(lambda _: None)
    )
    assert (report.checks[-1].id, report.checks[-1].verdict) == ("voice-path", Verdict.NOT_TESTED)
    assert report.verdict is Verdict.READY


def test_a_cancelled_run_makes_no_report() -> None:
    ctx = JobContext(lambda _: None)
    ctx.cancel()
    with pytest.raises(JobCancelledError):
        a_service({**ALL_PASS, "computer": waits}).run(CheckRequest(profile=PROFILE), ctx)


def test_reports_are_saved_and_recalled_through_the_store() -> None:
    service = a_service(ALL_PASS)
    report = service.run(CheckRequest(profile=PROFILE), JobContext(lambda _: None))
    service.save(report)
    assert service.recent(5) == (report,)


def test_a_cancel_while_preparing_ends_the_run() -> None:
    def prepare(request: CheckRequest, ctx: JobContext) -> None:
        ctx.cancel()
        ctx.checkpoint()

    service = replace(a_service(ALL_PASS), preparations={"bandwidth": prepare})
    with pytest.raises(JobCancelledError):
        service.run(CheckRequest(profile=PROFILE), JobContext(lambda _: None))


def test_a_check_is_prepared_beside_the_first_ones_and_only_when_it_will_run() -> None:
    order: list[str] = []

    def prepare(request: CheckRequest, ctx: JobContext) -> None:
        order.append(f"prepare {ctx.source}")
        raise OSError("the check itself will meet and tell this")

    def noted(request: CheckRequest, ctx: JobContext) -> Outcome:
        order.append(ctx.source)
        return passes(request, ctx)

    service = replace(
        a_service(dict.fromkeys(ALL_PASS, noted)), preparations={"bandwidth": prepare}
    )
    report = service.run(CheckRequest(profile=PROFILE), JobContext(lambda _: None))
    assert order == [
        *("connection", "computer", "microphone", "prepare bandwidth"),
        *("bandwidth", "headset"),  # which may sound, so not while the microphone records
    ]
    assert report.verdict is Verdict.READY
    order.clear()
    only = CheckRequest(profile=PROFILE, only=frozenset({"computer"}))
    service.run(only, JobContext(lambda _: None))
    assert order == ["computer"]


class TestOneStreamBesideTheStages:
    """The voice path watches the idle line first, then the loads, then it ends."""

    PROFILE = replace(
        PROFILE,
        voice_path=VoicePathRequirement(stun=("stun:turn.example.com:3478",)),
        endpoints=(EndpointRequirement(name="crm", url="https://crm.example.com"),),
    )

    def run(
        self, profile: WorkplaceProfile = PROFILE, /, **changed: Check
    ) -> tuple[list[str], list[str]]:
        order: list[str] = []

        def noted(request: CheckRequest, ctx: JobContext) -> Outcome:
            order.append(ctx.source)
            return changed.get(ctx.source.replace("-", "_"), passes)(request, ctx)

        names = (*ALL_PASS, "endpoints", "voice-path")
        service = replace(a_service(dict.fromkeys(names, noted)), run_together=run_together)
        report = service.run(CheckRequest(profile=profile), JobContext(lambda _: None))
        return order, [str(check.verdict) for check in report.checks]

    def test_loads_wait_for_the_idle_phase_and_the_stream_for_the_last_load(self) -> None:
        seen: list[str] = []

        def voice_path(request: CheckRequest, ctx: JobContext) -> Outcome:
            ctx.wait(0.05)
            seen.append("idle seen")
            request.timeline.is_idle_seen = True
            while not request.timeline.is_line_done:
                ctx.wait(0.001)
            seen.extend(window.phase for window in request.timeline.windows)
            return passes(request, ctx)

        def bandwidth(request: CheckRequest, ctx: JobContext) -> Outcome:
            seen.append("load")
            window = LoadWindow(phase=Phase.DOWNLOAD, began_s=1.0, ended_s=2.0)
            request.timeline.windows.append(window)
            return passes(request, ctx)

        _, verdicts = self.run(voice_path=voice_path, bandwidth=bandwidth)
        assert seen == ["idle seen", "load", "download"]
        assert verdicts == ["ready"] * 7

    def test_a_stream_that_breaks_holds_up_nothing(self) -> None:
        _, verdicts = self.run(voice_path=breaks)
        assert sorted(verdicts) == ["not-tested", *["ready"] * 6]

    def test_nothing_of_ours_is_sent_until_other_traffic_was_watched(self) -> None:
        def connection(request: CheckRequest, ctx: JobContext) -> Outcome:
            ctx.wait(0.1)
            request.timeline.is_traffic_seen = True
            return passes(request, ctx)

        order: list[bool] = []

        def asks(request: CheckRequest, ctx: JobContext) -> Outcome:
            order.append(request.timeline.is_traffic_seen)
            return passes(request, ctx)

        self.run(connection=connection, endpoints=asks, voice_path=asks)
        assert order == [True, True]

    def test_a_broken_look_at_the_connection_holds_up_nothing(self) -> None:
        _, verdicts = self.run(connection=breaks)
        assert sorted(verdicts) == ["not-tested", *["ready"] * 6]

    @pytest.mark.parametrize("endpoints", [passes, breaks])
    @pytest.mark.parametrize(("host", "is_awaited"), [("TURN", True), ("crm", False)])
    def test_a_host_is_not_sent_a_stream_while_it_is_asked_as_an_endpoint(
        self, host: str, is_awaited: bool, endpoints: Check
    ) -> None:
        asked: list[bool] = []

        def slow_endpoints(request: CheckRequest, ctx: JobContext) -> Outcome:
            ctx.wait(0.1)
            return endpoints(request, ctx)

        def voice_path(request: CheckRequest, ctx: JobContext) -> Outcome:
            asked.append(request.timeline.is_employer_asked)
            return passes(request, ctx)

        one = EndpointRequirement(name="it", url=f"sip:{host}.example.com")
        profile = replace(self.PROFILE, endpoints=(one,))
        self.run(profile, endpoints=slow_endpoints, voice_path=voice_path)
        assert asked == [is_awaited]

    @pytest.mark.parametrize(
        ("addresses", "is_awaited"),
        [
            ({"crm.example.com": {"192.0.2.1"}, "turn.example.com": {"192.0.2.1"}}, True),
            ({"crm.example.com": {"192.0.2.1"}, "turn.example.com": {"192.0.2.2"}}, False),
            ({"crm.example.com": None, "turn.example.com": {"192.0.2.2"}}, True),
            ({"crm.example.com": {"192.0.2.1"}, "turn.example.com": None}, True),
        ],
    )
    def test_two_names_of_one_address_are_one_host(
        self, addresses: dict[str, set[str] | None], is_awaited: bool
    ) -> None:
        asked: list[bool] = []

        def addresses_of(hosts: frozenset[str], ctx: JobContext) -> frozenset[str] | None:
            del ctx
            (host,) = hosts
            known = addresses[host]
            return None if known is None else frozenset(known)

        def slow_endpoints(request: CheckRequest, ctx: JobContext) -> Outcome:
            ctx.wait(0.1)
            return passes(request, ctx)

        def voice_path(request: CheckRequest, ctx: JobContext) -> Outcome:
            asked.append(request.timeline.is_employer_asked)
            return passes(request, ctx)

        checks = {**ALL_PASS, "endpoints": slow_endpoints, "voice-path": voice_path}
        service = replace(a_service(checks), run_together=run_together, addresses_of=addresses_of)
        one = EndpointRequirement(name="crm", url="https://crm.example.com/")
        profile = replace(self.PROFILE, endpoints=(one,))
        service.run(CheckRequest(profile=profile), JobContext(lambda _: None))
        assert asked == [is_awaited]

    def test_a_stream_waits_for_no_endpoints_that_are_not_tried(self) -> None:
        service = replace(a_service({"voice-path": passes}), run_together=run_together)
        one = EndpointRequirement(name="it", url="sip:turn.example.com")
        profile = replace(self.PROFILE, endpoints=(one,))
        report = service.run(CheckRequest(profile=profile), JobContext(lambda _: None))
        assert {check.id: str(check.verdict) for check in report.checks}["voice-path"] == "ready"

    def test_stages_that_cannot_even_begin_keep_nothing_waiting(self) -> None:
        """The error ends the run; the stream beside it must not outlive it."""
        ended: list[bool] = []

        def together(calls: Sequence[Callable[[], Results]]) -> list[Results]:
            if len(calls) != 2:  # a stage
                raise RuntimeError("can't start new thread")
            return run_together(calls)

        def voice_path(request: CheckRequest, ctx: JobContext) -> Outcome:
            deadline_s = time.monotonic() + 5
            while not (request.timeline.is_quiet and request.timeline.is_line_done):
                assert time.monotonic() < deadline_s
                ctx.wait(0.001)
            ended.append(True)
            return passes(request, ctx)

        service = replace(a_service({**ALL_PASS, "voice-path": voice_path}), run_together=together)
        with pytest.raises(RuntimeError):
            service.run(CheckRequest(profile=self.PROFILE), JobContext(lambda _: None))
        assert ended == [True]

    def test_every_run_has_a_timeline_of_its_own(self) -> None:
        seen = []

        def computer(request: CheckRequest, ctx: JobContext) -> Outcome:
            seen.append(request.timeline)
            return passes(request, ctx)

        self.run(computer=computer)
        self.run(computer=computer)
        assert seen[0] is not seen[1]
