"""What the voice path's numbers amount to, and where what is wrong arises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.scripted_voice_path import Behavior, Behaviors, survey_of, trace_of
from tests.unit.core.readiness.voice_path_runs import (
    DOWNLOAD,
    GOOD,
    IDLE,
    NEAR,
    UPLOAD,
    found,
    idle,
    measured,
    missing,
    outcome_of,
    path_of,
    request_of,
)
from workspace_assistant.core.readiness.limits import Ceiling, Floor
from workspace_assistant.core.readiness.model import Outcome, Severity, Verdict
from workspace_assistant.core.readiness.profile.model import VoicePathRequirement
from workspace_assistant.core.readiness.timeline import LoadWindow, Phase
from workspace_assistant.core.readiness.verdict import check_verdict
from workspace_assistant.core.readiness.voice_path.blame import Doubt
from workspace_assistant.core.readiness.voice_path.blame_texts import BLAME_FINDINGS, DOUBTS
from workspace_assistant.core.readiness.voice_path.check import check_voice_path
from workspace_assistant.core.readiness.voice_path.load_rules import grade_of
from workspace_assistant.core.readiness.voice_path.loss_rules import Loss, loss_verdict
from workspace_assistant.core.readiness.voice_path.model import Hop, Place
from workspace_assistant.core.readiness.voice_path.stretches import stretches_of
from workspace_assistant.core.voice.statistics import StreamStatistics, describe

GATEWAY, PROVIDER, EDGE = Place.GATEWAY, Place.PROVIDER, Place.EDGE
NEXT_DOOR = survey_of(hops=(Hop(ttl=8, address="192.0.2.3"),), distance=9)
LIMIT = Ceiling(ready=0.01, caution=0.025)


def lost_of(lost: int, sent: int) -> StreamStatistics:
    """*lost* of *sent* packets, here and there."""
    return describe(trace_of([None if n * lost % sent < lost else 30.0 for n in range(sent)]))


def weak_link(outcome: Outcome) -> object:
    return measured(outcome)["path.weak_link"].value


def chain(*losses: float) -> dict[Place, Behaviors]:
    """Gateway, provider and edge with these losses, each a little farther."""
    return {
        place: idle(rtt_ms=2 + 8 * number, sigma_ms=0.3, loss=loss)
        for number, (place, loss) in enumerate(zip(Place, losses, strict=False))
    }


def lax_but_for_mos() -> VoicePathRequirement:
    return VoicePathRequirement(
        stun=("stun:stun.example.test",),
        rtt_ms=Ceiling(ready=2000, caution=3000),
        loss_percent=Ceiling(ready=90, caution=95),
        longest_loss_packets=Ceiling(ready=500, caution=600),
    )


@pytest.mark.parametrize(
    ("idle_lost", "whole_lost", "verdict"),
    [
        ((0, 400), (0, 1000), Loss.KEPT),
        ((0, 200), (0, 1000), Loss.KEPT),
        ((1, 400), (3, 1000), Loss.KEPT),
        ((0, 200), (0, 300), Loss.UNCLEAR),
        ((4, 400), (10, 1000), Loss.UNCLEAR),
        ((5, 425), (5, 1250), Loss.UNCLEAR),  # 1.2 % was seen: the whole run clears nothing
        ((10, 400), (10, 1000), Loss.CAUTION),
        ((40, 400), (40, 1000), Loss.BROKEN),
        ((40, 400), (0, 100_000), Loss.BROKEN),
    ],
)
def test_loss_is_judged_by_its_interval(
    idle_lost: tuple[int, int], whole_lost: tuple[int, int], verdict: Loss
) -> None:
    assert loss_verdict(lost_of(*idle_lost), lost_of(*whole_lost), LIMIT) is verdict


@given(sent=st.integers(10, 500), lost=st.integers(0, 499), more=st.integers(0, 200))
def test_more_loss_is_never_judged_better(sent: int, lost: int, more: int) -> None:
    few, many = min(lost, sent), min(lost + more, sent)
    first = loss_verdict(lost_of(few, sent), lost_of(few, sent), LIMIT)
    second = loss_verdict(lost_of(many, sent), lost_of(many, sent), LIMIT)
    assert first.value <= second.value


def test_heavy_loss_is_not_ready_with_its_numbers() -> None:
    outcome = outcome_of(idle(rtt_ms=30, loss=0.08), chain(0.0, 0.0, 0.0))
    told = found(outcome)["loss-high"]
    assert told.severity is Severity.NOT_READY
    assert told.limit == 0.025
    assert told.parameters["goal"] == "1\u202f%"
    assert "certainty" in told.message
    assert check_verdict(outcome) is Verdict.NOT_READY


def test_moderate_loss_is_a_caution_and_a_few_packets_are_unclear() -> None:
    few = found(outcome_of(idle(rtt_ms=30, loss=0.01)))
    assert few["loss-unclear"].severity is Severity.CAUTION
    more = found(outcome_of(idle(rtt_ms=30, loss=0.035)))
    assert more["loss-high"].severity is Severity.CAUTION
    assert more["loss-high"].limit == 0.01


def test_packets_lost_in_a_row_are_a_gap() -> None:
    outcome = outcome_of(idle(rtt_ms=30, loss=0.06, in_a_row=6))
    told = found(outcome)["loss-in-a-row"]
    assert told.severity is Severity.NOT_READY
    assert told.value == measured(outcome)["voice.longest_loss"].value
    assert measured(outcome)["voice.burst_ratio"].value > 3


def test_jitter_is_judged() -> None:
    told = found(outcome_of(idle(rtt_ms=80, sigma_ms=24)))["jitter-high"]
    assert told.severity is Severity.CAUTION
    assert told.value == pytest.approx(24 * 2 / 3.14159**0.5, rel=0.1)


def test_a_call_that_sounds_bad_is_told_by_its_mos() -> None:
    told = found(outcome_of(idle(rtt_ms=30, loss=0.2)))["voice-quality-low"]
    assert told.severity is Severity.NOT_READY
    assert told.parameters["goal"] == "4"


def test_nothing_coming_back_is_no_delay_but_all_of_the_loss() -> None:
    outcome = outcome_of(idle(loss=1.0))
    assert measured(outcome)["voice.loss"].value == 1
    assert measured(outcome)["voice.mos"].value == 1
    assert missing(outcome)["voice.rtt"].reason == "no-answer"
    assert missing(outcome)["voice.working_latency"].reason == "no-answer"
    assert check_verdict(outcome) is Verdict.NOT_READY


def test_nothing_coming_back_under_load_is_said_in_words() -> None:
    told = found(outcome_of({**GOOD, UPLOAD: Behavior(loss=1.0)}))["voice-suffers-under-upload"]
    assert told.severity is Severity.NOT_READY
    assert told.message.endswith("Then not a single packet comes back.")


def test_where_nothing_came_no_buffer_and_no_delay_are_made_up() -> None:
    numbers = measured(outcome_of({IDLE: Behavior(loss=1.0), UPLOAD: Behavior(loss=1.0)}))
    for measurement in ("voice.mos", "voice.r_factor_fixed_buffer", "voice.mos_upload"):
        conditions = numbers[measurement].conditions
        assert conditions["lost_or_late_fraction"] == 1
        assert conditions.keys().isdisjoint({"buffer_ms", "mouth_to_ear_ms"})


def test_answers_under_load_alone_give_no_grade() -> None:
    outcome = outcome_of({IDLE: Behavior(loss=1.0), DOWNLOAD: Behavior()})
    assert missing(outcome)["voice.bufferbloat_grade"].reason == "no-answer"
    assert "voice.working_latency" in measured(outcome)


@pytest.mark.parametrize(
    ("increase_ms", "grade"),
    [(0, "A+"), (4.9, "A+"), (5, "A"), (30, "B"), (60, "C"), (200, "D"), (400, "F")],
)
def test_the_grade_is_that_of_the_published_scale(increase_ms: float, grade: str) -> None:
    assert grade_of(increase_ms) == grade


def test_a_long_queue_with_a_good_call_is_no_finding() -> None:
    outcome = outcome_of({**GOOD, DOWNLOAD: Behavior(rtt_ms=130, sigma_ms=3)})
    numbers = measured(outcome)
    assert numbers["voice.bufferbloat_grade"].value == "C"
    assert numbers["voice.working_latency"].conditions["phase"] == "download"
    assert check_verdict(outcome) is Verdict.READY


@pytest.mark.parametrize(
    ("rtt_ms", "severity"), [(540, Severity.CAUTION), (700, Severity.NOT_READY)]
)
def test_a_call_that_suffers_under_load_is_judged_by_its_rating(
    rtt_ms: float, severity: Severity
) -> None:
    slow = Behavior(rtt_ms=rtt_ms, sigma_ms=40)
    outcome = outcome_of({**GOOD, UPLOAD: slow})
    told = found(outcome)
    assert told["voice-suffers-under-upload"].severity is severity
    suffers = told["voice-suffers-under-upload"]
    assert suffers.value == measured(outcome)[suffers.measurement].value
    assert "backups" in told["voice-suffers-under-upload"].action
    assert "queue-at-the-line" in told
    assert weak_link(outcome) == "provider"
    assert "voice-suffers-under-download" in found(outcome_of({**GOOD, DOWNLOAD: slow}))
    assert check_verdict(outcome).value == severity.value


def test_a_queue_before_the_router_is_at_home() -> None:
    slow = Behavior(rtt_ms=700, sigma_ms=40)
    outcome = outcome_of({**GOOD, UPLOAD: slow}, {GATEWAY: {**NEAR, UPLOAD: slow}})
    assert "queue-on-home-network" in found(outcome)
    assert weak_link(outcome) == "home"


def test_a_queue_nobody_else_saw_is_unknown() -> None:
    outcome = outcome_of({**GOOD, UPLOAD: Behavior(rtt_ms=700, sigma_ms=40)}, {})
    assert "queue-place-unknown" in found(outcome)
    assert weak_link(outcome) == "unknown"
    mute = {GATEWAY: {**NEAR, UPLOAD: Behavior(loss=1.0)}}
    assert "queue-place-unknown" in found(
        outcome_of({**GOOD, UPLOAD: Behavior(rtt_ms=700, sigma_ms=40)}, mute)
    )


def test_loss_under_load_alone_is_blamed_by_that_load() -> None:
    lossy = Behavior(rtt_ms=30, sigma_ms=0.5, loss=0.1)
    outcome = outcome_of({**GOOD, DOWNLOAD: lossy}, {GATEWAY: {**NEAR, DOWNLOAD: lossy}})
    assert "loss-on-home-wifi" in found(outcome)
    assert weak_link(outcome) == "home"


def test_what_was_bad_before_is_not_blamed_on_the_load() -> None:
    bad = Behavior(rtt_ms=30, loss=0.15)
    assert "voice-suffers-under-upload" not in found(outcome_of({IDLE: bad, UPLOAD: bad}))
    worse = Behavior(rtt_ms=30, loss=0.4)
    assert "voice-suffers-under-upload" in found(outcome_of({IDLE: bad, UPLOAD: worse}))


def test_a_busy_computer_never_blames_the_line() -> None:
    late = Behavior(rtt_ms=500, sigma_ms=60, loss=0.2, in_a_row=4, lateness_ms=25)
    outcome = outcome_of({IDLE: late, UPLOAD: late})
    assert [one.code for one in outcome.findings] == ["computer-too-busy"]
    for measurement in ("rtt", "jitter", "loss", "longest_loss", "mos", "r_factor_upload"):
        assert missing(outcome)[f"voice.{measurement}"].reason == "computer-too-busy"
    assert missing(outcome)["path.weak_link"].reason == "computer-too-busy"
    assert measured(outcome)["voice.own_lateness"].value == pytest.approx(25)
    assert check_verdict(outcome) is Verdict.NOT_TESTED


def test_good_numbers_of_a_busy_computer_stay_and_say_so() -> None:
    outcome = outcome_of(idle(rtt_ms=30, sigma_ms=0.5, lateness_ms=25))
    assert measured(outcome)["voice.rtt"].conditions["computer_was_busy"] is True
    assert not outcome.findings


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


def test_a_little_delay_that_tips_the_scale_under_load_is_no_loss() -> None:
    stream = {IDLE: Behavior(rtt_ms=390), UPLOAD: Behavior(rtt_ms=400)}
    strict = replace(lax_but_for_mos(), mos=Floor(ready=4.18, caution=3.6))
    request = request_of(needs=strict)
    path = path_of(request, stream, {GATEWAY: NEAR})
    told = found(check_voice_path(path, request, path.context([])))
    assert told.keys() == {"voice-suffers-under-upload", "queue-at-the-line"}


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


def test_loads_that_never_ran_or_ran_before_do_not_count() -> None:
    windows = (
        LoadWindow(phase=Phase.DOWNLOAD, began_s=1, ended_s=4),
        LoadWindow(phase=Phase.UPLOAD, began_s=20, ended_s=20),
    )
    cut = stretches_of(5, 13, windows)
    assert cut.loads == ()
    assert (cut.idle.begin_s, cut.idle.end_s) == (5, 13)


def test_a_load_is_watched_once_it_fills_the_line() -> None:
    windows = (
        LoadWindow(phase=Phase.UPLOAD, began_s=24, ended_s=25.5),
        LoadWindow(phase=Phase.DOWNLOAD, began_s=14, ended_s=20),
    )
    download, upload = stretches_of(5, 13, windows).loads
    assert (download.begin_s, download.end_s) == (15, 20)
    assert (upload.begin_s, upload.end_s) == (24.5, 25.5)
    assert stretches_of(5, 13, windows).idle.end_s == 14


BAD_WIFI = {IDLE: Behavior(rtt_ms=40, sigma_ms=6, loss=0.06, in_a_row=3)}
LINKS: Mapping[str, tuple[Behaviors, Behaviors, Verdict, str]] = {
    "cable": (
        {
            IDLE: Behavior(rtt_ms=24, sigma_ms=0.2),
            DOWNLOAD: Behavior(rtt_ms=110, sigma_ms=8),
            UPLOAD: Behavior(rtt_ms=110, sigma_ms=8),
        },
        NEAR,
        Verdict.READY,
        "none",
    ),
    "dsl with a queue of 500 ms": (
        {
            IDLE: Behavior(rtt_ms=40, sigma_ms=0.3),
            DOWNLOAD: Behavior(rtt_ms=280, sigma_ms=30),
            UPLOAD: Behavior(rtt_ms=490, sigma_ms=25),
        },
        NEAR,
        Verdict.CAUTION,
        "provider",
    ),
    "5/1 with a queue of 300 ms": (
        {
            IDLE: Behavior(rtt_ms=60, sigma_ms=0.3),
            DOWNLOAD: Behavior(rtt_ms=300, sigma_ms=25),
            UPLOAD: Behavior(rtt_ms=300, sigma_ms=25, loss=0.033),
        },
        NEAR,
        Verdict.CAUTION,
        "provider",
    ),
    "Wi-Fi with loss": (
        {IDLE: Behavior(rtt_ms=30, sigma_ms=4, loss=0.015)},
        {IDLE: Behavior(rtt_ms=4, sigma_ms=3, loss=0.015)},
        Verdict.CAUTION,
        "home",
    ),
    "bad Wi-Fi": (
        BAD_WIFI,
        {IDLE: replace(BAD_WIFI[IDLE], rtt_ms=4, sigma_ms=3)},
        Verdict.NOT_READY,
        "home",
    ),
    "far": (idle(rtt_ms=220, sigma_ms=0.5), NEAR, Verdict.CAUTION, "internet"),
}


@pytest.mark.parametrize("name", LINKS)
def test_the_six_kinds_of_links_are_judged_as_an_engineer_would(name: str) -> None:
    stream, gateway, verdict, link = LINKS[name]
    provider = {IDLE: replace(gateway[IDLE], rtt_ms=gateway[IDLE].rtt_ms + 8)}
    outcome = outcome_of(stream, {GATEWAY: gateway, PROVIDER: provider})
    assert check_verdict(outcome) is verdict
    assert weak_link(outcome) == link
