"""What is said of a weak part of the way: no more than was seen, and advice that fits the home."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.fakes.scripted_voice_path import Behavior, survey_of, trace_of
from tests.unit.core.readiness.voice_path_runs import (
    DOWNLOAD,
    GOOD,
    NEAR,
    UPLOAD,
    chain,
    found,
    idle,
    measured,
    outcome_of,
    path_of,
    request_of,
    weak_link,
)
from workspace_assistant.core.readiness.limits import Ceiling, Floor
from workspace_assistant.core.readiness.model import Outcome
from workspace_assistant.core.readiness.profile.model import VoicePathRequirement
from workspace_assistant.core.readiness.timeline import LoadWindow, Phase
from workspace_assistant.core.readiness.voice_path.check import check_voice_path
from workspace_assistant.core.readiness.voice_path.judge import judge_voice_path
from workspace_assistant.core.readiness.voice_path.model import (
    Hop,
    PathSurvey,
    PathTrace,
    Place,
    PlaceTrace,
)
from workspace_assistant.core.readiness.voice_path.result import VoiceRun
from workspace_assistant.core.readiness.voice_path.stretches import stretches_of
from workspace_assistant.core.voice.model import PacketTrace

GATEWAY, PROVIDER, EDGE = Place.GATEWAY, Place.PROVIDER, Place.EDGE
ROUTERS = (Hop(ttl=1, address="192.168.1.1"), Hop(ttl=3, address="192.0.2.3"))
NEXT_DOOR = survey_of(hops=ROUTERS, distance=4)
LOSSY = idle(rtt_ms=30, sigma_ms=0.5, loss=0.08)
NEEDS = VoicePathRequirement(stun=("stun:stun.example.test",))
CLEARED = "not the cause"


def judged(
    stream: PacketTrace,
    places: Mapping[Place, PacketTrace],
    survey: PathSurvey = NEXT_DOOR,
    needs: VoicePathRequirement = NEEDS,
) -> Outcome:
    """A run without a clock: 8 s of idle line, then a load of 6 s each way."""
    windows = (
        LoadWindow(phase=Phase.DOWNLOAD, began_s=8.5, ended_s=14.5),
        LoadWindow(phase=Phase.UPLOAD, began_s=15, ended_s=21),
    )
    traced = PathTrace(
        stream=stream,
        places=tuple(
            PlaceTrace(place=place, address=place.value, method="icmp-echo", trace=trace)
            for place, trace in places.items()
        ),
    )
    return judge_voice_path(VoiceRun.of(survey, traced, stretches_of(0, 8, windows), needs))


def every(
    step: int, *, first: int = 0, end: int = 10_000, count: int = 1100, spacing_s: float = 0.02
) -> PacketTrace:
    """*count* packets; every *step*th of those from *first* to *end* is lost, with 0 none."""
    lost = set(range(first, min(end, count), step)) if step else set()
    delays = [None if number in lost else 20.0 for number in range(count)]
    return trace_of(list(delays), spacing_s=spacing_s)


class TestWhoStandsNextToTheServer:
    def test_a_router_right_before_the_server_leaves_only_the_server(self) -> None:
        outcome = outcome_of(LOSSY, chain(0.0, 0.0, 0.0), NEXT_DOOR)
        assert "loss-at-employer" in found(outcome)
        assert weak_link(outcome) == "employer"

    @pytest.mark.parametrize(
        ("hops", "distance"), [(ROUTERS, 12), (ROUTERS, None), ((), 4), (ROUTERS, 5)]
    )
    def test_silent_hops_before_the_server_may_be_anybodys(
        self, hops: tuple[Hop, ...], distance: int | None
    ) -> None:
        survey = survey_of(hops=hops, distance=distance)
        outcome = outcome_of(LOSSY, chain(0.0, 0.0, 0.0), survey)
        told = found(outcome)["loss-beyond-provider"]
        assert "in the internet or at the employer's server" in told.message
        assert "loss-at-employer" not in found(outcome)
        assert weak_link(outcome) == "unknown"


class TestHowMuchIsClaimed:
    def test_all_of_the_loss_and_home_is_cleared(self) -> None:
        near = every(0, count=440, spacing_s=0.05)
        places = {GATEWAY: near, PROVIDER: near, EDGE: near}
        told = found(judged(every(12), places))["loss-at-employer"]
        assert told.message.startswith("Loss begins at the employer's server")
        assert CLEARED in told.action

    def test_most_of_the_loss_and_home_is_not_cleared(self) -> None:
        near = every(60, count=440, spacing_s=0.05)
        places = {GATEWAY: near, PROVIDER: near, EDGE: near}
        told = found(judged(every(12), places))["loss-at-employer"]
        assert told.message.startswith("Most of the loss begins at the employer's server")
        assert CLEARED not in told.action

    def test_few_probes_clear_nobody(self) -> None:
        near = every(0, count=100, spacing_s=0.2)
        places = {GATEWAY: near, PROVIDER: near, EDGE: near}
        told = found(judged(every(12), places))["loss-at-employer"]
        assert told.message.startswith("Loss begins")
        assert CLEARED not in told.action

    def test_a_home_that_takes_a_good_part_of_the_delay_is_not_cleared(self) -> None:
        far = idle(rtt_ms=220, sigma_ms=0.5)
        clear = found(outcome_of(far, {GATEWAY: NEAR, PROVIDER: idle(rtt_ms=12)}))
        assert CLEARED in clear["delay-far-away"].action
        slow = {GATEWAY: idle(rtt_ms=80), PROVIDER: idle(rtt_ms=90)}
        assert CLEARED not in found(outcome_of(far, slow))["delay-far-away"].action


class TestTheTimeTheNumbersAreFrom:
    def test_the_idle_line_is_named_and_how_long_it_was_watched(self) -> None:
        told = found(outcome_of(LOSSY, chain(0.08)))["loss-on-home-wifi"]
        assert told.message.endswith(", in 8.2\u202fs on the idle line.")

    def test_the_whole_run_is_named(self) -> None:
        request = request_of()
        path = path_of(request, idle(rtt_ms=30, loss=0.03), {GATEWAY: NEAR})
        path.place_spacing_s = 0.1
        told = found(check_voice_path(path, request, path.context([])))["loss-beyond-router"]
        assert told.message.endswith(", over the whole run of 20\u202fs.")

    @pytest.mark.parametrize(
        ("phase", "words"),
        [
            (DOWNLOAD, ", in 5\u202fs while a download fills the line."),
            (UPLOAD, ", in 5\u202fs while an upload fills the line."),
        ],
    )
    def test_a_load_is_named(self, phase: Phase, words: str) -> None:
        lossy = Behavior(rtt_ms=30, sigma_ms=0.5, loss=0.1)
        outcome = outcome_of({**GOOD, phase: lossy}, {GATEWAY: {**NEAR, phase: lossy}})
        assert found(outcome)["loss-on-home-wifi"].message.endswith(words)


class TestOneOutage:
    def test_a_line_dead_for_three_seconds_is_the_providers(self) -> None:
        dead = every(1, first=150, end=300)
        far = every(1, first=30, end=60, count=220, spacing_s=0.1)
        near = every(0, count=440, spacing_s=0.05)
        outcome = judged(dead, {GATEWAY: near, PROVIDER: far, EDGE: far})
        assert "loss-behind-router" in found(outcome)
        assert weak_link(outcome) == "provider"

    def test_a_silent_router_is_named_as_the_reason(self) -> None:
        far = every(12, count=220, spacing_s=0.1)
        told = found(judged(every(12), {PROVIDER: far, EDGE: far}))["loss-place-unknown"]
        assert "your router does not answer probes" in told.message


SLOW = Behavior(rtt_ms=700, sigma_ms=40)


@pytest.mark.parametrize(("under", "told"), [("wifi", {"runs_on": "wifi"}), ("", {})])
def test_what_carries_a_tunnel_stands_with_the_interface(under: str, told: dict[str, str]) -> None:
    survey = survey_of(interface="wg0", interface_kind="vpn", interface_under=under, is_vpn=True)
    interface = measured(outcome_of(survey=survey))["path.interface"]
    assert (interface.value, interface.conditions) == ("vpn", {"name": "wg0"} | told)


class TestAdviceFitsTheHome:
    @pytest.mark.parametrize(
        ("kind", "under", "code", "word", "never"),
        [
            ("wifi", "", "loss-on-home-wifi", "5 GHz", "mobile"),
            ("vpn", "wifi", "loss-on-home-wifi", "5 GHz", "mobile"),
            ("wired", "", "loss-on-home-network", "network cable", "Wi-Fi"),
            ("vpn", "wired", "loss-on-home-network", "network cable", "Wi-Fi"),
            ("cellular", "", "loss-on-home-network", "mobile signal", "cable"),
            ("unknown", "", "loss-on-home-network", "On Wi-Fi", "mobile"),
            ("vpn", "", "loss-on-home-network", "On Wi-Fi", "mobile"),
        ],
    )
    def test_loss_at_home(self, kind: str, under: str, code: str, word: str, never: str) -> None:
        survey = survey_of(interface_kind=kind, interface_under=under, is_vpn=kind == "vpn")
        told = found(outcome_of(LOSSY, chain(0.08), survey))[code]
        assert word in told.action
        assert never not in told.action + told.message

    @pytest.mark.parametrize(
        ("kind", "word", "never"),
        [
            ("wifi", "5 GHz", "powerline"),
            ("wired", "powerline", "5 GHz"),
            ("cellular", "mobile signal", "5 GHz"),
        ],
    )
    def test_a_queue_at_home(self, kind: str, word: str, never: str) -> None:
        survey = survey_of(interface_kind=kind)
        outcome = outcome_of({**GOOD, UPLOAD: SLOW}, {GATEWAY: {**NEAR, UPLOAD: SLOW}}, survey)
        action = found(outcome)["queue-on-home-network"].action
        assert word in action
        assert never not in action

    @pytest.mark.parametrize(
        ("kind", "word"),
        [("wifi", "by cable"), ("wired", "long test"), ("cellular", "mobile"), ("", "by cable")],
    )
    def test_a_queue_nobody_saw(self, kind: str, word: str) -> None:
        outcome = outcome_of({**GOOD, UPLOAD: SLOW}, {}, survey_of(interface_kind=kind))
        assert word in found(outcome)["queue-place-unknown"].action


class TestNothingToBlame:
    def test_a_line_without_fault_is_not_blamed_for_a_limit_that_no_call_keeps(self) -> None:
        request = request_of(needs=replace(NEEDS, mos=Floor(ready=4.5, caution=4.45)))
        path = path_of(request)
        outcome = check_voice_path(path, request, path.context([]))
        assert found(outcome).keys() >= {"voice-quality-low"}
        assert not [code for code in found(outcome) if "-on-home-" in code or "-place-" in code]
        assert weak_link(outcome) == "none"

    def test_jitter_too_small_to_compare_is_placed_nowhere(self) -> None:
        request = request_of(needs=replace(NEEDS, jitter_ms=Ceiling(ready=0.01, caution=0.02)))
        path = path_of(request, idle(rtt_ms=30, sigma_ms=0.1))
        outcome = check_voice_path(path, request, path.context([]))
        assert "too little" in found(outcome)["jitter-place-unknown"].message
        assert weak_link(outcome) == "unknown"

    @pytest.mark.parametrize(
        ("sigmas_ms", "link"), [((0.5, 0.5, 0.5), "internet"), ((0.5, 0.5), "internet")]
    )
    def test_jitter_behind_the_last_router_is_the_internets(
        self, sigmas_ms: tuple[float, ...], link: str
    ) -> None:
        places = {
            place: idle(rtt_ms=100, sigma_ms=sigma)
            for place, sigma in zip(Place, sigmas_ms, strict=False)
        }
        outcome = outcome_of(idle(rtt_ms=110, sigma_ms=25), places, NEXT_DOOR)
        assert "jitter-far-away" in found(outcome)
        assert weak_link(outcome) == link
