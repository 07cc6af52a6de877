"""Names the part of the way that spoils calls, as remarks beside the findings that decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from workspace_assistant.core.readiness.model import Severity
from workspace_assistant.core.readiness.timeline import Phase
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.core.readiness.voice_path.blame import (
    Blame,
    Segment,
    blame_amount,
    blame_loss,
)
from workspace_assistant.core.readiness.voice_path.blame_texts import DOUBTS
from workspace_assistant.core.readiness.voice_path.idle_rules import JITTER, RTT
from workspace_assistant.core.readiness.voice_path.loss_rules import LOSS
from workspace_assistant.core.readiness.voice_path.model import Place, Reason, WeakLink
from workspace_assistant.core.readiness.voice_path.result import Gathered, VoiceRun, Watched
from workspace_assistant.core.voice.codecs import CODECS, DEFAULT_CODEC
from workspace_assistant.core.voice.e_model import (
    delay_impairment,
    effective_equipment_impairment,
)
from workspace_assistant.core.voice.model import PacketTrace
from workspace_assistant.core.voice.playout import best_buffer
from workspace_assistant.core.voice.statistics import StreamStatistics, describe

WEAK_LINK = "path.weak_link"
# Loss that is certain to exceed this is worth its place, even where no limit is broken.
_WORTH_A_LOOK_FRACTION = 0.002
_QUEUE_FROM_MS = 30.0
_SHARED = 0.5
_LEAST_TOLERANCE_MS = 2.0
_LEAST_ANSWERS = {"delay": 5, "jitter": 20, "queue": 10}

_LOSS_CODES: Mapping[Segment, str] = {
    Segment.LINE: "loss-behind-router",
    Segment.INTERNET: "loss-in-the-internet",
    Segment.SERVER: "loss-at-employer",
    Segment.BEHIND_ROUTER: "loss-beyond-router",
    Segment.BEYOND_PROVIDER: "loss-beyond-provider",
    Segment.UNKNOWN: "loss-place-unknown",
}
_VAGUE = (Segment.UNKNOWN, Segment.BEHIND_ROUTER, Segment.BEYOND_PROVIDER)
_FAR = (Segment.INTERNET, Segment.SERVER, Segment.BEYOND_PROVIDER)
_LINKS: Mapping[Segment, WeakLink] = {
    Segment.HOME: WeakLink.HOME,
    Segment.LINE: WeakLink.PROVIDER,
    Segment.INTERNET: WeakLink.INTERNET,
    Segment.SERVER: WeakLink.EMPLOYER,
}

Amount = Callable[[StreamStatistics], float | None]


def blame(box: Gathered, run: VoiceRun, suffering: Iterable[Watched]) -> None:
    """Remark where loss, delay, jitter and queues arise, and measure the weak link of the way."""
    broken = {one.code for one in box.findings if one.severity is not Severity.INFO}
    links = [*_blame_idle(box, run, broken)]
    if not links:
        links = [_blame_load(box, run, load) for load in suffering]
    if run.survey.is_vpn:
        server, interface = run.survey.server, run.survey.interface
        box.remark("voice-through-vpn", "path.vpn", server=server, interface=interface)
    known = [link for link in links if link is not WeakLink.UNKNOWN]
    if not links and box.excused:
        box.miss(WEAK_LINK, Reason.COMPUTER_TOO_BUSY)
        return
    is_clear = not links and "loss-unclear" not in broken
    link = known[0] if known else WeakLink.NONE if is_clear else WeakLink.UNKNOWN
    box.add(WEAK_LINK, link.value, "text", {})


def _blame_idle(box: Gathered, run: VoiceRun, broken: set[str]) -> Iterable[WeakLink]:
    is_by_loss, is_by_delay = _what_spoils(run) if "voice-quality-low" in broken else (False, False)
    is_lossy = run.idle.statistics.loss_low > _WORTH_A_LOOK_FRACTION and not run.idle.is_busy
    is_late = is_by_loss and not run.idle.statistics.lost  # came, but too late to be played
    if is_lossy or (is_by_loss and not is_late) or broken & {"loss-high", "loss-in-a-row"}:
        yield _blame_loss(box, run)
    if is_by_delay or "round-trip-long" in broken:
        yield _blame_amount(box, run, _DELAY)
    if is_late or "jitter-high" in broken:
        yield _blame_amount(box, run, _JITTER)


def _what_spoils(run: VoiceRun) -> tuple[bool, bool]:
    """Whether more of the lost quality is by loss, or by delay."""
    codec = CODECS[DEFAULT_CODEC]
    quality = best_buffer(run.idle.trace, codec)
    by_loss = effective_equipment_impairment(
        codec.ie, codec.bpl, 100 * quality.loss_fraction, quality.burst_ratio
    )
    by_delay = delay_impairment(quality.mouth_to_ear_ms)
    return by_loss >= by_delay, by_delay > by_loss


def _blame_loss(box: Gathered, run: VoiceRun) -> WeakLink:
    """By the idle phase; where that is too short to tell places apart, by the whole run."""
    target, places = run.idle.trace, _honest_places(run, Phase.IDLE)
    found = blame_loss(target, places)
    if found.segment in _VAGUE:
        longer, more = run.whole, _honest_places(run, None)
        second = blame_loss(longer, more)
        if second.segment not in _VAGUE or _is_first_hint(found, second):
            found, target, places = second, longer, more
    return _tell_loss(box, run, found, target, places)


def _is_first_hint(found: Blame, second: Blame) -> bool:
    return found.segment is Segment.UNKNOWN and second.segment is not Segment.UNKNOWN


def _tell_loss(
    box: Gathered,
    run: VoiceRun,
    found: Blame,
    target: PacketTrace,
    places: Mapping[Place, PacketTrace],
) -> WeakLink:
    code = _home_code("loss", run) if found.segment is Segment.HOME else _LOSS_CODES[found.segment]
    shown = {place: _share(trace) for place, trace in places.items()}
    box.remark(code, LOSS, **_parameters(found, shown, _share(target)))
    return _link(run, found)


def _share(trace: PacketTrace) -> str:
    lost, sent = sum(came is None for came in trace.received_s), len(trace.sent_s)
    return f"{format_value(lost / sent, 'fraction')} ({lost}/{sent})"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """What adds up along the way, and how unlike it may be without meaning anything."""

    name: str
    measurement: str
    amount: Amount
    tolerance_fraction: float


def _spread_ms(seen: StreamStatistics) -> float | None:
    """How much later than the fastest 19 of 20 packets come.

    Unlike the running jitter it does not depend on how often a place is probed.
    """
    if seen.rtt_p95_ms is None or seen.rtt_min_ms is None:
        return None
    return seen.rtt_p95_ms - seen.rtt_min_ms


_DELAY = _Kind(
    name="delay", measurement=RTT, amount=lambda seen: seen.rtt_median_ms, tolerance_fraction=0.1
)
_JITTER = _Kind(  # the extremes of a few hundred packets vary by a fifth
    name="jitter", measurement=JITTER, amount=_spread_ms, tolerance_fraction=0.3
)


def _blame_amount(box: Gathered, run: VoiceRun, kind: _Kind) -> WeakLink:
    target = kind.amount(run.idle.statistics) or 0.0
    places = dict(_amounts(kind, _honest_places(run, Phase.IDLE)))
    found = blame_amount(target, places, max(_LEAST_TOLERANCE_MS, kind.tolerance_fraction * target))
    shown = {place: format_value(amount, "ms") for place, amount in places.items()}
    parameters = _parameters(found, shown, format_value(target, "ms"))
    box.remark(_amount_code(kind.name, found.segment, run), kind.measurement, **parameters)
    if kind.name == "delay" and run.survey.is_vpn and found.segment is Segment.UNKNOWN:
        return WeakLink.VPN  # what else is between: a home network adds no such delay
    if kind.name == "delay" and found.segment is Segment.BEYOND_PROVIDER:
        return WeakLink.INTERNET
    return _link(run, found)


def _amounts(kind: _Kind, places: Mapping[Place, PacketTrace]) -> Iterable[tuple[Place, float]]:
    for place, trace in places.items():
        seen = describe(trace)
        amount = kind.amount(seen)
        if amount is not None and seen.received >= _LEAST_ANSWERS[kind.name]:
            yield place, amount


def _amount_code(kind: str, segment: Segment, run: VoiceRun) -> str:
    if segment is Segment.HOME:
        return _home_code(kind, run)
    if segment in _FAR:
        return f"{kind}-far-away"
    suffix = {Segment.LINE: "behind-router", Segment.BEHIND_ROUTER: "beyond-router"}
    return f"{kind}-{suffix.get(segment, 'place-unknown')}"


def _home_code(kind: str, run: VoiceRun) -> str:
    is_wifi = run.survey.interface_kind == "wifi"
    return f"{kind}-on-home-{'wifi' if is_wifi else 'network'}"


def _parameters(found: Blame, shown: Mapping[Place, str], target: str) -> dict[str, str]:
    parameters = {"target": target}
    if found.before is not None:
        parameters["before"] = shown[found.before]
    if found.segment is not Segment.UNKNOWN:
        parameters["after"] = target if found.after is None else shown[found.after]
    if found.doubt is not None:
        parameters["doubt"] = DOUBTS[found.doubt.value]
    return parameters


def _link(run: VoiceRun, found: Blame) -> WeakLink:
    if run.survey.is_vpn and found.segment is Segment.BEHIND_ROUTER:
        return WeakLink.VPN
    return _LINKS.get(found.segment, WeakLink.UNKNOWN)


def _honest_places(run: VoiceRun, phase: Phase | None) -> dict[Place, PacketTrace]:
    """Places whose part in the way is certain.

    Inside a tunnel, routers met by hop count are the tunnel's own: what answers there says nothing
    of the provider, and a "gateway" among them is not the one at home.
    """
    places = run.places(phase)
    if not run.survey.is_vpn:
        return places
    inside = {hop.address for hop in run.survey.hops}
    is_home = any(
        one.place is Place.GATEWAY and one.address not in inside for one in run.traced.places
    )
    return {place: trace for place, trace in places.items() if place is Place.GATEWAY and is_home}


def _blame_load(box: Gathered, run: VoiceRun, load: Watched) -> WeakLink:
    """A queue where packets come much later than on the idle line; else it is loss."""
    increase_ms = _increase_ms(run.idle.statistics, load.statistics)
    places = _honest_places(run, load.phase)
    if increase_ms is None or (increase_ms < _QUEUE_FROM_MS and load.statistics.lost):
        return _tell_loss(box, run, blame_loss(load.trace, places), load.trace, places)
    measurement = f"voice.r_factor_{load.phase.value}"
    target = format_value(increase_ms, "ms")
    near_ms = _gateway_increase_ms(run, load.phase)
    if near_ms is None:
        box.remark("queue-place-unknown", measurement, target=target)
        return WeakLink.UNKNOWN
    near = format_value(near_ms, "ms")
    if near_ms >= _SHARED * increase_ms:
        box.remark("queue-on-home-network", measurement, target=target, after=near)
        return WeakLink.HOME
    box.remark("queue-at-the-line", measurement, target=target, before=near)
    return WeakLink.PROVIDER


def _gateway_increase_ms(run: VoiceRun, phase: Phase) -> float | None:
    idle = describe(_honest_places(run, Phase.IDLE).get(Place.GATEWAY, PacketTrace()))
    loaded = describe(_honest_places(run, phase).get(Place.GATEWAY, PacketTrace()))
    if min(idle.received, loaded.received) < _LEAST_ANSWERS["queue"]:
        return None
    return _increase_ms(idle, loaded)


def _increase_ms(idle: StreamStatistics, loaded: StreamStatistics) -> float | None:
    if idle.rtt_median_ms is None or loaded.rtt_p95_ms is None:
        return None
    return max(0.0, loaded.rtt_p95_ms - idle.rtt_median_ms)
