"""How a run goes: which servers are tried in which order, how long, and with how much data."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workspace_assistant.core.readiness.bandwidth.goodput import LEAST_WHOLE_RUN_S
from workspace_assistant.core.readiness.bandwidth.model import ServerChoice
from workspace_assistant.core.readiness.ports import CheckRequest

MEGABYTE = 1_000_000
DOWNLOAD_SHARE_OF_BUDGET = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPlan:
    """Times of one run.

    Attributes:
        connect_s: for finding and trying servers, all choices together.
        idle_s: how long the idle latency is watched.
        least_load_s: a load is not ended by its decision before this; queues need it to fill.
        cap_s: no load lasts longer. Above `LEAST_WHOLE_RUN_S`, so that every line can be judged.
        wanted_half_width: end a decided load only once the 95 % interval is this narrow.
    """

    connect_s: float
    idle_s: float
    least_load_s: float
    cap_s: float
    wanted_half_width: float


FULL = RunPlan(connect_s=15.0, idle_s=1.0, least_load_s=5.0, cap_s=7.0, wanted_half_width=0.02)
QUICK = RunPlan(
    connect_s=8.0,
    idle_s=0.5,
    least_load_s=0.0,
    cap_s=LEAST_WHOLE_RUN_S + 0.1,
    wanted_half_width=float("inf"),
)


# Eight round trips of 0.25 s: two secure connections, one after the other, with a request each.
LEAST_CONNECT_S = 2.0


def connect_share_s(left_s: float, later_choices: int) -> float:
    """How much of the time left one choice may take, so that each later one keeps some."""
    return left_s - later_choices * LEAST_CONNECT_S


# A queue of half a second takes a download of 20 Mbit/s six seconds to fill; what a call suffers
# in it is only seen then.
BESIDE_A_STREAM_S = 6.5


def plan_of(request: CheckRequest) -> RunPlan:
    if request.quick:
        return QUICK
    if request.timeline.is_stream_on:
        return replace(FULL, least_load_s=BESIDE_A_STREAM_S)
    return FULL


def choices(request: CheckRequest) -> tuple[ServerChoice, ...]:
    """Servers to try, in order. Only ``auto`` has more than one.

    A server named in the request is the only one: nothing else is ever contacted then.
    """
    if request.server:
        return (ServerChoice(provider="librespeed", url=request.server),)
    wanted = request.profile.bandwidth
    if wanted.provider != "auto":
        return (ServerChoice(provider=wanted.provider, url=wanted.server),)
    own = (ServerChoice(provider="librespeed", url=wanted.server),) if wanted.server else ()
    return (*own, ServerChoice(provider="speedtest.net"), ServerChoice(provider="cloudflare"))


def budget_bytes(request: CheckRequest) -> float | None:
    """Payload allowed in both directions together; None when it is known that no line carries it.

    A server that only turns out to be this computer keeps it: what lies behind is not known.
    """
    if request.server_is_this_computer:
        return None
    return request.profile.bandwidth.budget_megabytes * MEGABYTE


def download_budget_bytes(budget: float | None) -> float | None:
    return None if budget is None else budget * DOWNLOAD_SHARE_OF_BUDGET


def upload_budget_bytes(budget: float | None, downloaded_bytes: int) -> float | None:
    """What the download left over."""
    return None if budget is None else max(0.0, budget - downloaded_bytes)
