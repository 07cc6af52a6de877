"""Where loss, delay and jitter of the idle line arise."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.fakes.scripted_voice_path import Behaviors, survey_of
from tests.unit.core.readiness.voice_path_runs import (
    NEAR,
    chain,
    found,
    idle,
    lax_but_for_mos,
    measured,
    outcome_of,
    path_of,
    request_of,
    weak_link,
)
from workspace_assistant.core.readiness.model import Severity
from workspace_assistant.core.readiness.voice_path.blame import Doubt
from workspace_assistant.core.readiness.voice_path.blame_texts import BLAME_FINDINGS, DOUBTS
from workspace_assistant.core.readiness.voice_path.check import check_voice_path
from workspace_assistant.core.readiness.voice_path.model import Hop, Place

GATEWAY, PROVIDER, EDGE = Place.GATEWAY, Place.PROVIDER, Place.EDGE
NEXT_DOOR = survey_of(hops=(Hop(ttl=8, address="192.0.2.3"),), distance=9)


@pytest.mark.parametrize(
    ("losses", "code", "link"),
    [
        ((0.08, 0.08, 0.08), "loss-on-home-wifi", "home"),
        ((0.0, 0.08, 0.08), "loss-behind-router", "provider"),
        ((0.0,), "loss-beyond-router", "unknown"),
        ((0.0, 0.0, 0.08), "loss-in-the-internet", "internet"),
        ((0.0, 0.0), "loss-beyond-provider", "unknown"),
        ((0.0, 0.0, 0.0), "loss-at-employer", "employer"),
        ((), "loss-place-unknown", "unknown"),
    ],
)
def test_the_place_of_loss_is_remarked_with_its_numbers(
    losses: tuple[float, ...], code: str, link: str
) -> None:
    stream = idle(rtt_ms=30, sigma_ms=0.5, loss=0.08)
    outcome = outcome_of(stream, chain(*losses), NEXT_DOOR)
    told = found(outcome)[code]
    assert told.severity is Severity.INFO
    assert "/4" in told.parameters["target"]
    assert told.parameters["target"] in told.message
    assert weak_link(outcome) == link


def test_loss_too_small_for_the_idle_phase_is_placed_by_the_whole_run() -> None:
    request = request_of()
    path = path_of(request, idle(rtt_ms=30, loss=0.03), {GATEWAY: NEAR})
    path.place_spacing_s = 0.1
    told = found(check_voice_path(path, request, path.context([])))["loss-beyond-router"]
    assert "/10" in told.parameters["target"]


@pytest.mark.parametrize(
    ("rtts_ms", "code", "link"),
    [
        ((200, 205, 210), "delay-on-home-wifi", "home"),
        ((2, 200, 210), "delay-behind-router", "provider"),
        ((2,), "delay-beyond-router", "unknown"),
        ((2, 10, 200), "delay-far-away", "internet"),
        ((2, 10), "delay-far-away", "internet"),
        ((2, 10, 20), "delay-far-away", "internet"),
        ((), "delay-place-unknown", "unknown"),
    ],
)
def test_the_place_of_delay_is_remarked(rtts_ms: tuple[float, ...], code: str, link: str) -> None:
    places = {
        place: idle(rtt_ms=rtt, sigma_ms=0.3) for place, rtt in zip(Place, rtts_ms, strict=False)
    }
    outcome = outcome_of(idle(rtt_ms=220, sigma_ms=0.5), places)
    assert found(outcome)["round-trip-long"].severity is Severity.CAUTION
    assert found(outcome)[code].measurement == "voice.rtt"
    assert weak_link(outcome) == link


@pytest.mark.parametrize(
    ("sigmas_ms", "code", "link"),
    [
        ((25, 25, 25), "jitter-on-home-wifi", "home"),
        ((0.5, 25, 25), "jitter-behind-router", "provider"),
        ((0.5,), "jitter-beyond-router", "unknown"),
        ((0.5, 0.5, 25), "jitter-far-away", "internet"),
        ((), "jitter-place-unknown", "unknown"),
    ],
)
def test_the_place_of_jitter_is_remarked(
    sigmas_ms: tuple[float, ...], code: str, link: str
) -> None:
    places = {
        place: idle(rtt_ms=100, sigma_ms=sigma)
        for place, sigma in zip(Place, sigmas_ms, strict=False)
    }
    outcome = outcome_of(idle(rtt_ms=110, sigma_ms=25), places)
    assert found(outcome)[code].measurement == "voice.jitter"
    assert weak_link(outcome) == link


def test_places_that_hardly_answer_say_nothing_of_jitter() -> None:
    hardly = idle(loss=0.97, in_a_row=60)
    mute = {GATEWAY: idle(loss=1.0), PROVIDER: hardly, EDGE: hardly}
    outcome = outcome_of(idle(rtt_ms=110, sigma_ms=25), mute)
    assert "jitter-place-unknown" in found(outcome)


def test_packets_too_late_to_be_played_are_jitter_and_not_loss() -> None:
    outcome = outcome_of(idle(rtt_ms=600, sigma_ms=400), {GATEWAY: NEAR})
    told = found(outcome)
    assert measured(outcome)["voice.mos"].conditions["lost_or_late_fraction"] != 0
    assert {"voice-quality-low", "jitter-beyond-router"} <= told.keys()
    assert not any(code.startswith("loss-") for code in told)


@pytest.mark.parametrize("what", ["loss", "delay", "jitter"])
def test_at_home_wifi_is_named_only_where_it_is_used(what: str) -> None:
    bad = {
        "loss": idle(rtt_ms=30, loss=0.08),
        "delay": idle(rtt_ms=220, sigma_ms=0.5),
        "jitter": idle(rtt_ms=110, sigma_ms=25),
    }[what]
    codes = {
        "loss": "loss-on-home-network",
        "delay": "delay-on-home-network",
        "jitter": "jitter-on-home-network",
    }
    wired = found(outcome_of(bad, {GATEWAY: bad}, survey_of(interface_kind="wired")))
    assert codes[what] in wired
    assert f"{what}-on-home-wifi" not in wired


def test_low_quality_without_another_broken_limit_is_blamed_by_what_costs_most() -> None:
    lax = lax_but_for_mos()

    def codes(stream: Behaviors, places: Mapping[Place, Behaviors]) -> set[str]:
        request = request_of(needs=lax)
        path = path_of(request, stream, places)
        return set(found(check_voice_path(path, request, path.context([]))))

    slow = idle(rtt_ms=700, sigma_ms=0.5)
    assert codes(slow, {GATEWAY: NEAR}) == {"voice-quality-low", "delay-beyond-router"}
    lossy = idle(rtt_ms=30, loss=0.2)
    assert codes(lossy, {GATEWAY: NEAR}) == {"voice-quality-low", "loss-beyond-router"}


def test_a_tunnel_is_told_and_blamed_where_home_is_well() -> None:
    survey = survey_of(is_vpn=True, interface="wg0", hops=(Hop(ttl=1, address="10.8.0.1"),))
    well = outcome_of(survey=survey)
    assert found(well).keys() == {"voice-through-vpn"}
    assert weak_link(well) == "none"
    far = outcome_of(idle(rtt_ms=220, sigma_ms=0.5), survey=survey)
    assert "wg0" in found(far)["delay-through-vpn"].message
    assert weak_link(far) == "vpn"


@pytest.mark.parametrize(
    ("stream", "places", "code"),
    [
        (idle(rtt_ms=220, sigma_ms=0.5), {}, "delay-place-unknown"),
        (idle(rtt_ms=30, loss=0.08), {}, "loss-place-unknown"),
        (idle(rtt_ms=30, loss=0.08), {GATEWAY: NEAR}, "loss-beyond-router"),
        (idle(rtt_ms=110, sigma_ms=25), {GATEWAY: NEAR}, "jitter-beyond-router"),
        (idle(rtt_ms=220, loss=0.08), {GATEWAY: NEAR}, "loss-beyond-router"),
    ],
)
def test_a_tunnel_is_the_weak_link_for_delay_behind_the_router_and_nothing_else(
    stream: Behaviors, places: Mapping[Place, Behaviors], code: str
) -> None:
    survey = survey_of(is_vpn=True, interface="wg0")
    outcome = outcome_of(stream, places, survey)
    assert {code, "voice-through-vpn"} <= found(outcome).keys()
    assert weak_link(outcome) == "unknown"


def test_a_router_inside_the_tunnel_is_not_the_one_at_home() -> None:
    survey = survey_of(is_vpn=True, hops=(Hop(ttl=1, address="192.0.2.1"),))
    slow = idle(rtt_ms=220, sigma_ms=0.5)
    outcome = outcome_of(slow, {GATEWAY: slow, PROVIDER: slow}, survey)
    assert "delay-on-home-wifi" not in found(outcome)
    assert weak_link(outcome) == "unknown"


def test_a_certain_loss_within_the_limit_is_placed_too() -> None:
    request = request_of(long=True)
    stream, near = idle(rtt_ms=30, loss=0.007), idle(rtt_ms=2, loss=0.007)
    path = path_of(request, stream, {GATEWAY: near})
    outcome = check_voice_path(path, request, path.context([]))
    assert any(code.startswith("loss-") and code in BLAME_FINDINGS for code in found(outcome))


def test_every_doubt_has_words() -> None:
    assert DOUBTS.keys() == {one.value for one in Doubt}
