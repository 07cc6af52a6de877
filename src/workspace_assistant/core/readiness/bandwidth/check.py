"""The bandwidth check: find a server, measure idle latency, load both directions, judge."""

from __future__ import annotations

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.bandwidth.goodput_rules import in_bps
from workspace_assistant.core.readiness.bandwidth.model import (
    CrossCheck,
    Direction,
    GoodputReading,
    LineTroubleError,
    ServerChoice,
    Trouble,
)
from workspace_assistant.core.readiness.bandwidth.plan import (
    budget_bytes,
    choices,
    connect_share_s,
    download_budget_bytes,
    plan_of,
    upload_budget_bytes,
)
from workspace_assistant.core.readiness.bandwidth.ports import BandwidthLine, LoadServer
from workspace_assistant.core.readiness.bandwidth.result import LineResult, LoadResult, not_measured
from workspace_assistant.core.readiness.bandwidth.rules import judge_line, nothing_measured
from workspace_assistant.core.readiness.bandwidth.texts import (
    STAGE_CONNECTING,
    STAGE_CROSS_CHECK,
    STAGE_IDLE,
    STAGE_LOAD,
    STAGE_SERVER,
    STAGE_WAITING,
)
from workspace_assistant.core.readiness.bandwidth.watch import LoadWatch
from workspace_assistant.core.readiness.model import NotMeasured, Outcome
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.timeline import LoadWindow, Phase

# Where each part begins on the check's progress bar.
_IDLE_FRACTION = 0.05
_PHASES = {Direction.DOWNLOAD: Phase.DOWNLOAD, Direction.UPLOAD: Phase.UPLOAD}
_LOAD_FRACTIONS = {Direction.DOWNLOAD: (0.12, 0.56), Direction.UPLOAD: (0.56, 1.0)}


def prepare_bandwidth(line: BandwidthLine, request: CheckRequest, ctx: JobContext) -> None:
    """Find the server that will be tried first, while the other checks run."""
    ctx.report(STAGE_SERVER, 0.0)
    line.prepare(choices(request)[0], ctx)
    ctx.report(STAGE_WAITING, 0.0)


def check_bandwidth(line: BandwidthLine, request: CheckRequest, ctx: JobContext) -> Outcome:
    """Measure the line against the first server that can be used.

    Raises only `JobCancelledError`; every server that failed on the way is told in the outcome.
    """
    troubles: list[tuple[ServerChoice, Trouble]] = []
    tried = choices(request)
    left_s = line.countdown(plan_of(request).connect_s)
    for index, choice in enumerate(tried):
        ctx.report(STAGE_CONNECTING, 0.0)
        within_s = connect_share_s(left_s(), len(tried) - index - 1)
        try:
            with line.connect(choice, within_s, ctx) as server:
                result = _measure(server, request, ctx)
        except LineTroubleError as error:
            troubles.append((choice, error.trouble))
            continue
        return _judge(result, request, troubles)
    remarks = _remarks(troubles) if len(troubles) > 1 else ()
    return nothing_measured(troubles[0][1], remarks)


def _judge(
    result: LineResult, request: CheckRequest, troubles: list[tuple[ServerChoice, Trouble]]
) -> Outcome:
    wanted = request.profile.bandwidth
    return judge_line(
        result,
        in_bps(wanted.download_mbps),
        in_bps(wanted.upload_mbps),
        wanted.loaded_latency_increase_ms,
        _remarks(troubles),
    )


def _remarks(troubles: list[tuple[ServerChoice, Trouble]]) -> tuple[NotMeasured, ...]:
    return tuple(
        not_measured(f"bandwidth.provider.{choice.provider}", trouble)
        for choice, trouble in troubles
    )


def _measure(server: LoadServer, request: CheckRequest, ctx: JobContext) -> LineResult:
    ctx.report(STAGE_IDLE, _IDLE_FRACTION)
    idle = server.idle_latency(plan_of(request).idle_s, ctx)
    budget = budget_bytes(request)
    download = _load(server, Direction.DOWNLOAD, download_budget_bytes(budget), request, ctx)
    left = upload_budget_bytes(budget, download.trace.payload_bytes)
    upload = _load(server, Direction.UPLOAD, left, request, ctx)
    return LineResult(
        identity=server.identity,
        idle=idle,
        loads=(download, upload),
        cross_check=_cross_check(server, request, ctx),
        has_voice_stream=request.timeline.is_stream_on and request.profile.voice_path.required,
        is_this_computer=request.server_is_this_computer or server.identity.is_this_computer,
    )


def _load(
    server: LoadServer,
    direction: Direction,
    budget: float | None,
    request: CheckRequest,
    ctx: JobContext,
) -> LoadResult:
    wanted = request.profile.bandwidth
    plan = plan_of(request)
    limit = wanted.download_mbps if direction is Direction.DOWNLOAD else wanted.upload_mbps
    begin, end = _LOAD_FRACTIONS[direction]

    def show(reading: GoodputReading) -> None:
        share = min(1.0, reading.at_s / plan.cap_s)
        ctx.report(STAGE_LOAD[direction], begin + share * (end - begin), reading)

    ctx.report(STAGE_LOAD[direction], begin)
    watch = LoadWatch(
        direction=direction, limit_bps=in_bps(limit), plan=plan, budget_bytes=budget, show=show
    )
    trace = server.load(direction, plan.cap_s, watch, ctx)
    request.timeline.windows.append(
        LoadWindow(
            phase=_PHASES[direction],
            began_s=trace.began_s,
            ended_s=trace.began_s + trace.duration_s,
        )
    )
    return LoadResult(trace=trace, ended_by=watch.ended_by)


def _cross_check(
    server: LoadServer, request: CheckRequest, ctx: JobContext
) -> CrossCheck | Trouble | None:
    if not request.profile.bandwidth.cross_check:
        return None
    ctx.report(STAGE_CROSS_CHECK)
    try:
        return server.cross_check(ctx)
    except LineTroubleError as error:
        return error.trouble
