"""The voice path check: one stream over the idle line and through the loads, then the verdict."""

from __future__ import annotations

from collections.abc import Callable

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.model import Outcome
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.relay_login import RelayLogin
from workspace_assistant.core.readiness.timeline import Phase
from workspace_assistant.core.readiness.voice_path.judge import judge_voice_path, nothing_measured
from workspace_assistant.core.readiness.voice_path.model import (
    PathSurvey,
    PathTrace,
    Reason,
    Trouble,
    VoicePathTroubleError,
    VoiceTarget,
)
from workspace_assistant.core.readiness.voice_path.ports import PathStream, VoicePath
from workspace_assistant.core.readiness.voice_path.result import VoiceRun
from workspace_assistant.core.readiness.voice_path.stretches import Stretches, stretches_of
from workspace_assistant.core.readiness.voice_path.texts import (
    STAGE_END,
    STAGE_QUIET,
    STAGE_SURVEY,
    STAGES,
)

IDLE_S = 8.0
QUICK_IDLE_S = 4.0  # the loads that follow give the rest of the packets
LONG_IDLE_S = 30.0
_LOOK_EVERY_S = 0.25
_LINE_CHECK = "bandwidth"

# Where each part begins on the check's progress bar.
_QUIET_FRACTION = 0.05
_IDLE_FRACTION = 0.1
_LOADED_FRACTION = 0.4
_PER_LOAD_FRACTION = 0.29


def check_voice_path(
    path: VoicePath, request: CheckRequest, ctx: JobContext, login: RelayLogin | None = None
) -> Outcome:
    """Watch a voice-like stream to the profile's servers, idle and loaded, and judge it.

    *login* is for the profile's relays. Raises only `JobCancelledError`.
    """
    target = _target(request, login)
    if not target.stun and not target.turn:
        return nothing_measured(Trouble(reason=Reason.NO_SERVER_NAMED))
    ctx.report(STAGE_SURVEY, 0.0)
    try:
        with path.open(target, ctx) as stream:
            stretches, traced = _watch(stream, request, ctx)
            survey = stream.survey  # a long test completes it at its end
    except VoicePathTroubleError as error:
        return nothing_measured(error.trouble, error.answers)
    return _judged(survey, stretches, traced, request)


def _judged(
    survey: PathSurvey, stretches: Stretches, traced: PathTrace, request: CheckRequest
) -> Outcome:
    needs = request.profile.voice_path
    run = VoiceRun.of(survey, traced, stretches, needs, is_long=request.long)
    trouble = traced.trouble
    if trouble is None and not run.idle.trace.sent_s:
        trouble = Trouble(reason=Reason.PROBE_FAILED)
    if trouble is not None:
        return nothing_measured(trouble, survey.answers, traced.bytes_used)
    return judge_voice_path(run)


def _target(request: CheckRequest, login: RelayLogin | None) -> VoiceTarget:
    needs = request.profile.voice_path
    return VoiceTarget(
        stun=needs.stun,
        turn=needs.turn,
        turn_username=needs.turn_username,
        turn_password=login.password if login else "",
        turn_hosts=login.hosts if login else (),
        is_long=request.long,
    )


def _watch(
    stream: PathStream, request: CheckRequest, ctx: JobContext
) -> tuple[Stretches, PathTrace]:
    timeline = request.timeline
    timeline.is_stream_on = True
    _until(lambda: timeline.is_quiet, lambda: ctx.report(STAGE_QUIET, _QUIET_FRACTION), ctx)
    began_s, idle_s = stream.now_s(), idle_length_s(request)

    def watch_idle() -> None:
        done = min(1.0, (stream.now_s() - began_s) / idle_s)
        fraction = _IDLE_FRACTION + done * (_LOADED_FRACTION - _IDLE_FRACTION)
        ctx.report(STAGES[Phase.IDLE], fraction, stream.reading())

    _until(lambda: stream.now_s() >= began_s + idle_s, watch_idle, ctx)
    ended_s = stream.now_s()
    timeline.is_idle_seen = True
    _until(lambda: timeline.is_line_done, lambda: _show_load(stream, request, ctx), ctx)
    ctx.report(STAGE_END, 1.0, stream.reading())
    traced = stream.finish(ctx)
    return stretches_of(began_s, ended_s, timeline.windows), traced


def idle_length_s(request: CheckRequest) -> float:
    if request.long:
        return LONG_IDLE_S
    return QUICK_IDLE_S if request.quick and _is_loaded(request) else IDLE_S


def _is_loaded(request: CheckRequest) -> bool:
    return not request.only or _LINE_CHECK in request.only


def _until(is_over: Callable[[], bool], show: Callable[[], None], ctx: JobContext) -> None:
    while not is_over():
        show()
        ctx.wait(_LOOK_EVERY_S)


def _show_load(stream: PathStream, request: CheckRequest, ctx: JobContext) -> None:
    """The loads come in the order of the line check: download, then upload."""
    ended = len(request.timeline.windows)
    phases = (Phase.DOWNLOAD, Phase.UPLOAD, Phase.IDLE)
    phase = phases[min(ended, 2)] if _is_loaded(request) else Phase.IDLE
    fraction = min(1.0, _LOADED_FRACTION + ended * _PER_LOAD_FRACTION)
    ctx.report(STAGES[phase], fraction, stream.reading())
