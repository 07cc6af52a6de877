"""Which part of the way is blamed: for loss by simulated ways, for delay by amounts."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.fakes.scripted_voice_path import trace_of
from tests.unit.core.readiness.voice_way import PARTS, Fault, Way
from workspace_assistant.core.readiness.voice_path.blame import (
    CHAIN,
    Doubt,
    Segment,
    blame_amount,
    blame_loss,
)
from workspace_assistant.core.readiness.voice_path.loss_evidence import (
    LossCount,
    coincide,
    fisher_less,
    mean_loss_s,
)
from workspace_assistant.core.readiness.voice_path.model import Place
from workspace_assistant.core.readiness.voice_path.outages import outages
from workspace_assistant.core.voice.model import PacketTrace

GATEWAY, PROVIDER, EDGE = CHAIN
SEEDS = range(20)


def lossy(lost: int, sent: int, spacing_s: float = 0.02) -> PacketTrace:
    """*lost* of *sent* packets, spread evenly so that none follows another."""
    gone = {round((number + 0.5) * sent / lost) for number in range(lost)} if lost else set()
    delays = [None if number in gone else 20.0 for number in range(sent)]
    return trace_of(list(delays), spacing_s=spacing_s)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize(("loss", "spell_s"), [(0.08, 0.0), (0.06, 0.08)])
def test_the_guilty_part_is_named_nearly_always_and_another_one_hardly_ever(
    part: str, loss: float, spell_s: float
) -> None:
    fault = Fault(part=part, loss=loss, spell_s=spell_s)
    ways = [Way(faults=(fault,), duration_s=20, seed=seed) for seed in SEEDS]
    named = [blame_loss(*way.traces()).segment for way in ways]
    vague = {Segment.UNKNOWN, Segment.BEHIND_ROUTER, Segment.BEYOND_PROVIDER}
    assert named.count(Segment(part)) >= 18
    assert sum(one not in {Segment(part), *vague} for one in named) <= 1


def test_a_router_too_lazy_to_answer_probes_is_not_blamed() -> None:
    for seed in SEEDS:
        fault = Fault(part="server", loss=0.05)
        way = Way(faults=(fault,), duration_s=20, lazy=GATEWAY, seed=seed)
        named = blame_loss(*way.traces()).segment
        assert named in {Segment.SERVER, Segment.BEYOND_PROVIDER, Segment.UNKNOWN}


@pytest.mark.parametrize(
    ("loss", "seed"),  # chance made a router behind the deaf one look clean, or lazy
    [(0.02, 19), (0.02, 216), (0.05, 13), (0.05, 26), (0.05, 194), (0.05, 203), (0.1, 13)],
)
def test_behind_a_deaf_home_router_nobody_is_accused_by_chance(loss: float, seed: int) -> None:
    way = Way(faults=(Fault(part="home", loss=loss),), duration_s=20, seed=seed)
    target, places = way.traces()
    del places[GATEWAY]
    assert blame_loss(target, places).segment is Segment.UNKNOWN


def test_behind_a_deaf_home_router_the_guilty_are_still_found() -> None:
    for seed in SEEDS:
        way = Way(faults=(Fault(part="server", loss=0.08),), duration_s=20, seed=seed)
        target, places = way.traces()
        del places[GATEWAY]
        assert blame_loss(target, places).segment is Segment.SERVER


def test_the_larger_of_two_losses_is_blamed() -> None:
    faults = (Fault(part="home", loss=0.005), Fault(part="line", loss=0.08))
    named = [
        blame_loss(*Way(faults=faults, duration_s=30, seed=seed).traces()).segment for seed in SEEDS
    ]
    assert named.count(Segment.LINE) >= 17
    assert Segment.HOME not in named


def test_both_ends_of_the_guilty_part_are_told() -> None:
    found = blame_loss(
        lossy(40, 400), {GATEWAY: lossy(0, 400), PROVIDER: lossy(40, 400), EDGE: lossy(40, 400)}
    )
    assert (found.segment, found.before, found.after) == (Segment.LINE, GATEWAY, PROVIDER)
    assert found.doubt is None


@pytest.mark.parametrize(
    ("seen", "segment"),
    [
        ({GATEWAY: 40}, Segment.HOME),
        ({GATEWAY: 0}, Segment.BEHIND_ROUTER),
        ({GATEWAY: 0, EDGE: 40}, Segment.BEHIND_ROUTER),
        ({GATEWAY: 0, PROVIDER: 0}, Segment.BEYOND_PROVIDER),
        ({PROVIDER: 0}, Segment.BEYOND_PROVIDER),
        ({PROVIDER: 40}, Segment.UNKNOWN),
        ({EDGE: 0}, Segment.SERVER),
    ],
)
def test_what_did_not_answer_leaves_a_stretch_of_the_way(
    seen: dict[Place, int], segment: Segment
) -> None:
    places = {place: lossy(lost, 400) for place, lost in seen.items()}
    assert blame_loss(lossy(40, 400), places).segment is segment


def test_nothing_seen_and_too_few_seen_are_told_apart() -> None:
    assert blame_loss(lossy(40, 400), {}).doubt is Doubt.NOTHING_SEEN
    assert blame_loss(lossy(40, 400), {GATEWAY: PacketTrace()}).doubt is Doubt.NOTHING_SEEN
    assert blame_loss(lossy(4, 400), {GATEWAY: lossy(0, 10)}).doubt is Doubt.TOO_FEW


def test_everything_lost_behind_a_clean_router() -> None:
    gone = trace_of([None] * 400)
    assert blame_loss(gone, {GATEWAY: lossy(0, 400)}).segment is Segment.BEHIND_ROUTER
    # Nobody knows whether a router that never answered is alive.
    assert blame_loss(gone, {GATEWAY: gone}).segment is Segment.UNKNOWN


def cut_off(spells_s: list[tuple[float, float]], spacing_s: float = 0.1) -> PacketTrace:
    """8.5 s of packets, of which those sent in *spells_s* are lost."""
    sent = [number * spacing_s for number in range(int(8.5 / spacing_s))]
    gone = [any(begin <= at_s < end for begin, end in spells_s) for at_s in sent]
    return trace_of([None if is_gone else 20.0 for is_gone in gone], spacing_s=spacing_s)


DEAD, ALIVE = [(3.0, 6.0)], []


@pytest.mark.parametrize(
    ("seen", "segment"),
    [
        ({GATEWAY: ALIVE, PROVIDER: DEAD, EDGE: DEAD}, Segment.LINE),
        ({GATEWAY: ALIVE, PROVIDER: ALIVE, EDGE: DEAD}, Segment.INTERNET),
        ({GATEWAY: ALIVE, PROVIDER: ALIVE, EDGE: ALIVE}, Segment.SERVER),
        ({GATEWAY: DEAD, PROVIDER: DEAD, EDGE: DEAD}, Segment.HOME),
        ({GATEWAY: DEAD, PROVIDER: ALIVE}, Segment.BEYOND_PROVIDER),  # merely mute meanwhile
        ({GATEWAY: ALIVE, EDGE: DEAD}, Segment.BEHIND_ROUTER),
    ],
)
def test_one_outage_is_placed_by_who_answered_meanwhile(
    seen: dict[Place, list[tuple[float, float]]], segment: Segment
) -> None:
    places = {place: cut_off(spells) for place, spells in seen.items()}
    assert blame_loss(cut_off(DEAD, 0.02), places).segment is segment


def test_outages_that_contradict_each_other_name_nobody() -> None:
    twice = cut_off([(1.0, 2.0), (5.0, 6.0)], 0.02)
    assert blame_loss(twice, {GATEWAY: cut_off([(5.0, 6.0)])}).segment is Segment.UNKNOWN


def test_a_short_outage_amid_more_loss_decides_nothing() -> None:
    spread = [None if number % 10 == 0 or 100 <= number < 125 else 20.0 for number in range(425)]
    assert not outages(trace_of(spread))
    assert not outages(cut_off([(3.0, 3.4)], 0.02))
    ((begin_s, end_s),) = outages(cut_off([(3.0, 4.0)], 0.02))
    # A round trip is cut off as well: on the way back the same fault hits packets sent before it.
    assert (begin_s, end_s) == (pytest.approx(3.12), pytest.approx(3.88))


@pytest.mark.parametrize("probes", [1, 2])
def test_fewer_than_three_probes_bear_no_witness(probes: int) -> None:
    begin_s = 3.2 + 0.1 * (3 - probes)
    silent = cut_off([(begin_s, 3.5)])
    found = blame_loss(cut_off([(begin_s - 0.12, 3.6)], 0.02), {GATEWAY: silent})
    assert found.segment is Segment.UNKNOWN


@pytest.mark.parametrize(
    ("gateway", "doubt"),
    [(None, Doubt.ROUTER_SILENT), (400, Doubt.ROUTER_SLUGGISH), (3, Doubt.TOO_FEW)],
)
def test_why_home_cannot_be_told_apart(gateway: int | None, doubt: Doubt) -> None:
    places = {PROVIDER: lossy(40, 400), EDGE: lossy(40, 400)}
    if gateway is not None:
        places[GATEWAY] = lossy(gateway // 2, gateway)
    assert blame_loss(lossy(40, 400), places).doubt is doubt


def test_the_good_places_before_the_guilty_part_are_told() -> None:
    places = {GATEWAY: lossy(2, 400), PROVIDER: lossy(3, 400), EDGE: lossy(2, 400)}
    assert blame_loss(lossy(60, 400), places).nearer == (GATEWAY, PROVIDER, EDGE)
    assert blame_amount(200.0, {GATEWAY: 2.0, EDGE: 9.0}, 5.0).nearer == (GATEWAY, EDGE)


def test_losses_in_the_same_moments_have_one_cause() -> None:
    spells = {number for begin in (50, 150, 250) for number in range(begin, begin + 5)}
    target = trace_of([None if number in spells else 20.0 for number in range(400)])
    near = trace_of([None if number in {51, 151, 251} else 2.0 for number in range(400)])
    apart = trace_of([None if number in {20, 100, 200} else 2.0 for number in range(400)])
    assert coincide(near, target)
    assert not coincide(apart, target)
    assert blame_loss(target, {GATEWAY: near}).segment is Segment.HOME


@given(
    lost=st.integers(1, 80),
    probes=st.integers(1, 400),
    others=st.dictionaries(st.sampled_from([PROVIDER, EDGE]), st.integers(0, 60)),
)
def test_home_is_never_blamed_while_the_router_answers_every_probe(
    lost: int, probes: int, others: dict[Place, int]
) -> None:
    places = {place: lossy(count, 200) for place, count in others.items()}
    places[GATEWAY] = lossy(0, probes)
    assert blame_loss(lossy(lost, 400), places).segment is not Segment.HOME


@given(lost=st.integers(0, 60), more=st.integers(0, 30), few_of=st.integers(61, 400))
def test_fishers_test_grows_with_the_count_it_is_asked_about(
    lost: int, more: int, few_of: int
) -> None:
    assume(lost + more <= few_of)
    total = 100
    before = fisher_less(lost, few_of, total - lost, 400)
    after = fisher_less(lost + more, few_of, total - lost - more, 400)
    assert 0 <= before <= after <= 1 + 1e-12


def test_fishers_test_against_the_lady_tasting_tea() -> None:
    assert fisher_less(1, 4, 3, 4) == pytest.approx(17 / 70)
    assert fisher_less(0, 4, 4, 4) == pytest.approx(1 / 70)


def test_packets_lost_in_a_row_count_as_one() -> None:
    trace = trace_of([None] * 5 + [20.0] * 95)
    count = LossCount.of(trace, mean_loss_s(trace))
    assert (count.lost, count.sent, count.events, count.chances) == (5, 100, 1, 20)
    assert mean_loss_s(trace_of([20.0])) == 0
    assert mean_loss_s(trace_of([None])) == pytest.approx(0.02)


@pytest.mark.parametrize(
    ("places", "segment"),
    [
        ({GATEWAY: 150.0, PROVIDER: 160.0, EDGE: 165.0}, Segment.HOME),
        ({GATEWAY: 2.0, PROVIDER: 180.0, EDGE: 190.0}, Segment.LINE),
        ({GATEWAY: 2.0, PROVIDER: 10.0, EDGE: 180.0}, Segment.INTERNET),
        ({GATEWAY: 2.0, PROVIDER: 10.0, EDGE: 15.0}, Segment.SERVER),
        ({GATEWAY: 2.0}, Segment.BEHIND_ROUTER),
        ({GATEWAY: 2.0, PROVIDER: 10.0}, Segment.BEYOND_PROVIDER),
        ({PROVIDER: 180.0}, Segment.UNKNOWN),
        ({GATEWAY: 2.0, PROVIDER: 900.0, EDGE: 15.0}, Segment.SERVER),
    ],
)
def test_the_part_that_adds_most_delay_is_named(
    places: dict[Place, float], segment: Segment
) -> None:
    assert blame_amount(200.0, places, 5.0).segment is segment


def test_delay_from_everywhere_is_blamed_on_nobody() -> None:
    places = {GATEWAY: 50.0, PROVIDER: 100.0, EDGE: 150.0}
    assert blame_amount(200.0, places, 5.0).doubt is Doubt.SPREAD_OUT
    assert blame_amount(200.0, {}, 5.0).doubt is Doubt.NOTHING_SEEN
    assert blame_amount(200.0, {GATEWAY: 900.0}, 5.0).doubt is Doubt.NOTHING_SEEN
    assert blame_amount(200.0, {PROVIDER: 180.0}, 5.0).doubt is Doubt.ROUTER_SILENT
    assert blame_amount(200.0, places | {GATEWAY: 900.0}, 5.0).doubt is Doubt.ROUTER_SLUGGISH


def test_an_amount_within_the_tolerance_is_blamed_on_nobody() -> None:
    assert blame_amount(0.3, {GATEWAY: 0.3}, 2.0).doubt is Doubt.TOO_LITTLE


@given(
    target=st.floats(2.1, 1000),
    near=st.floats(0, 0.4),
    others=st.dictionaries(st.sampled_from([PROVIDER, EDGE]), st.floats(0, 2000)),
)
def test_home_is_never_blamed_for_delay_while_the_router_is_fast(
    target: float, near: float, others: dict[Place, float]
) -> None:
    places = {GATEWAY: near * target} | others
    assert blame_amount(target, places, 2.0).segment is not Segment.HOME
