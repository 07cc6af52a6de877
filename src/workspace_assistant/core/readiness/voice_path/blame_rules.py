"""Names the part of the way that spoils calls, as remarks beside the findings that decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from workspace_assistant.core.readiness.model import Severity
from workspace_assistant.core.readiness.timeline import Phase
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.core.readiness.voice_path.blame import (
    Blame,
    Segment,
    blame_amount,
    blame_loss,
)
from workspace_assistant.core.readiness.voice_path.blame_advice import QUEUE_ACTS, UNKNOWN_ACTS
from workspace_assistant.core.readiness.voice_path.blame_amounts import DELAY, JITTER, Kind
from workspace_assistant.core.readiness.voice_path.blame_words import (
    THROUGH_VPN,
    act_of,
    by_carrier,
    code_of,
    home_words,
    loss_words,
    place_words,
    share_of,
)
from workspace_assistant.core.readiness.voice_path.loss_rules import LOSS, in_fraction
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
# Losses too few to place: they show no weak link, and no clear way either.
_TOO_LITTLE_TO_PLACE = {"loss-unclear", "loss-still-unclear", "loss-above-strict-limit"}
# Less than this on the scale of R nobody hears.
_LEAST_IMPAIRMENT_R = 1.0
_QUEUE_FROM_MS = 30.0
_SHARED = 0.5
# A home that takes no more of the whole is cleared of it.
_SMALL_PART = 0.2
_LEAST_ANSWERS = 10

_VAGUE = (Segment.UNKNOWN, Segment.BEHIND_ROUTER, Segment.BEYOND_PROVIDER)
_LINKS: Mapping[Segment, WeakLink] = {
    Segment.HOME: WeakLink.HOME,
    Segment.LINE: WeakLink.PROVIDER,
    Segment.INTERNET: WeakLink.INTERNET,
    Segment.SERVER: WeakLink.EMPLOYER,
}
# The way to a far server is long; the server itself adds nothing that probes could tell from it.
_AMOUNT_LINKS = {
    **_LINKS,
    Segment.SERVER: WeakLink.INTERNET,
    Segment.BEYOND_PROVIDER: WeakLink.INTERNET,
}


def blame(box: Gathered, run: VoiceRun, suffering: Sequence[Watched]) -> None:
    """Remark where loss, delay, jitter and queues arise, and measure the weak link of the way."""
    broken = {one.code for one in box.findings if one.severity is not Severity.INFO}
    links = [*_blame_idle(box, run, broken)]
    if not links:
        links = [_blame_load(box, run, load) for load in _most_delayed_first(run, suffering)]
    if run.survey.is_vpn:
        server, interface = run.survey.server, run.survey.interface
        box.remark("voice-through-vpn", "path.vpn", server=server, interface=interface)
    if not links and box.excused:
        box.miss(WEAK_LINK, Reason.COMPUTER_TOO_BUSY)
        return
    is_clear = not links and not broken & _TOO_LITTLE_TO_PLACE
    link = WeakLink.NONE if is_clear else _first_known(links)
    box.add(WEAK_LINK, link.value, "text", {})


def _first_known(links: Sequence[WeakLink]) -> WeakLink:
    """The first part that was named; a tunnel only where nothing else is amiss and unplaced."""
    known = [link for link in links if link is not WeakLink.UNKNOWN]
    if not known or (known[0] is WeakLink.VPN and WeakLink.UNKNOWN in links):
        return WeakLink.UNKNOWN
    return known[0]


def _blame_idle(box: Gathered, run: VoiceRun, broken: set[str]) -> Iterable[WeakLink]:
    is_by_loss, is_by_delay = _what_spoils(run) if "voice-quality-low" in broken else (False, False)
    is_lossy = run.idle.statistics.loss_low > _WORTH_A_LOOK_FRACTION and not run.idle.is_busy
    is_late = is_by_loss and not run.idle.statistics.lost  # came, but too late to be played
    if is_lossy or (is_by_loss and not is_late) or broken & {"loss-high", "loss-in-a-row"}:
        yield _blame_loss(box, run)
    if is_by_delay or "round-trip-long" in broken:
        yield _blame_amount(box, run, DELAY)
    if is_late or "jitter-high" in broken:
        yield _blame_amount(box, run, JITTER)


def _what_spoils(run: VoiceRun) -> tuple[bool, bool]:
    """Whether more of the lost quality is by loss, or by delay; neither when next to none is."""
    codec = CODECS[DEFAULT_CODEC]
    quality = best_buffer(run.idle.trace, codec)
    by_loss = effective_equipment_impairment(
        codec.ie, codec.bpl, 100 * quality.loss_fraction, quality.burst_ratio
    )
    by_delay = delay_impairment(quality.mouth_to_ear_ms or 0.0)
    is_spoiled = max(by_loss, by_delay) >= _LEAST_IMPAIRMENT_R
    return is_spoiled and by_loss >= by_delay, is_spoiled and by_delay > by_loss


def _blame_loss(box: Gathered, run: VoiceRun) -> WeakLink:
    """By the idle phase; where that is too short to tell places apart, by the whole run."""
    found = blame_loss(run.idle.trace, _honest_places(run, Phase.IDLE))
    if found.segment in _VAGUE:
        second = blame_loss(run.whole, _honest_places(run, None))
        if second.segment not in _VAGUE or _is_first_hint(found, second):
            return _tell_loss(box, run, second, None, run.whole)
    return _tell_loss(box, run, found, Phase.IDLE, run.idle.trace)


def _is_first_hint(found: Blame, second: Blame) -> bool:
    return found.segment is Segment.UNKNOWN and second.segment is not Segment.UNKNOWN


def _tell_loss(
    box: Gathered, run: VoiceRun, found: Blame, phase: Phase | None, target: PacketTrace
) -> WeakLink:
    """*found* from *target*, the stream of *phase*; None is the whole run."""
    if found.segment is Segment.SERVER and not run.survey.is_last_router_at_server:
        found = replace(found, segment=Segment.BEYOND_PROVIDER)
    survey, places = run.survey, _honest_places(run, phase)
    shown = {place: share_of(trace) for place, trace in places.items()}
    box.remark(
        code_of("loss", found, survey),
        LOSS,
        act=act_of("loss", found, survey, is_home_clear=_is_home_without_loss(run)),
        **place_words(found, shown, share_of(target)),
        **loss_words(found, places, phase, target),
        **home_words(survey),
    )
    return _LINKS.get(found.segment, WeakLink.UNKNOWN)


def _is_home_without_loss(run: VoiceRun) -> bool:
    """Whether the home router is certain to lose no more than the profile allows, load or not."""
    seen = describe(_honest_places(run, None).get(Place.GATEWAY, PacketTrace()))
    return seen.loss_high <= in_fraction(run.needs.loss_percent).ready


def _blame_amount(box: Gathered, run: VoiceRun, kind: Kind) -> WeakLink:
    target = kind.amount(run.idle.statistics) or 0.0
    places = kind.of_places(_honest_places(run, Phase.IDLE))
    found = blame_amount(target, places, kind.tolerance_ms(target))
    shown = {place: format_value(amount, "ms") for place, amount in places.items()}
    is_home_clear = places.get(Place.GATEWAY, target) <= _SMALL_PART * target
    survey = run.survey
    code = code_of(kind.name, found, survey)
    box.remark(
        code,
        kind.measurement,
        act=act_of(kind.name, found, survey, is_home_clear=is_home_clear),
        **place_words(found, shown, format_value(target, "ms")),
        **home_words(survey),
    )
    return (
        WeakLink.VPN if code == THROUGH_VPN else _AMOUNT_LINKS.get(found.segment, WeakLink.UNKNOWN)
    )


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


def _most_delayed_first(run: VoiceRun, loads: Sequence[Watched]) -> list[Watched]:
    """What was found in one place counts once (`_remark_queue`): with the numbers of the worst."""
    increases = {one.phase: _increase_ms(run.idle.statistics, one.statistics) for one in loads}
    return sorted(loads, key=lambda one: -(increases[one.phase] or 0.0))


def _remark_queue(box: Gathered, code: str, load: Watched, **words: str) -> None:
    if not box.has(code):
        box.remark(code, f"voice.r_factor_{load.phase.value}", **words)


def _blame_load(box: Gathered, run: VoiceRun, load: Watched) -> WeakLink:
    """A queue where packets come much later than on the idle line; else it is loss."""
    increase_ms = _increase_ms(run.idle.statistics, load.statistics)
    places = _honest_places(run, load.phase)
    if increase_ms is None or (increase_ms < _QUEUE_FROM_MS and load.statistics.lost):
        found = blame_loss(load.trace, places)
        return _tell_loss(box, run, found, load.phase, load.trace)
    target = format_value(increase_ms, "ms")
    near_ms = _gateway_increase_ms(run, load.phase)
    if near_ms is None:
        act = by_carrier(UNKNOWN_ACTS, run.survey)
        _remark_queue(box, "queue-place-unknown", load, target=target, act=act)
        return WeakLink.UNKNOWN
    near = format_value(near_ms, "ms")
    if near_ms >= _SHARED * increase_ms:
        act = by_carrier(QUEUE_ACTS, run.survey)
        _remark_queue(box, "queue-on-home-network", load, target=target, after=near, act=act)
        return WeakLink.HOME
    _remark_queue(box, "queue-at-the-line", load, target=target, before=near)
    return WeakLink.PROVIDER


def _gateway_increase_ms(run: VoiceRun, phase: Phase) -> float | None:
    idle = describe(_honest_places(run, Phase.IDLE).get(Place.GATEWAY, PacketTrace()))
    loaded = describe(_honest_places(run, phase).get(Place.GATEWAY, PacketTrace()))
    if min(idle.received, loaded.received) < _LEAST_ANSWERS:
        return None
    return _increase_ms(idle, loaded)


def _increase_ms(idle: StreamStatistics, loaded: StreamStatistics) -> float | None:
    if idle.rtt_median_ms is None or loaded.rtt_p95_ms is None:
        return None
    return max(0.0, loaded.rtt_p95_ms - idle.rtt_median_ms)
