"""The search for the largest packet, on ways whose limit is known."""

import random
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.adapters.network.voice_path.mtu import Search, next_sizes, search_mtu
from workspace_assistant.core.readiness.voice_path.model import Mtu, Reason, Trouble


@dataclass
class SimulatedWay:
    """Answers packets up to its limit; tells the limit, or swallows what is larger."""

    limit_bytes: int
    told_bytes: int | None = None
    loss: float = 0.0
    at_once: int = 5
    most_rounds: int = 60
    rounds: int = 0
    asked: list[int] = field(default_factory=list)
    chance: random.Random = field(default_factory=lambda: random.Random(1))

    @property
    def is_late(self) -> bool:
        return self.rounds > self.most_rounds

    def ask(self, sizes: list[int], search: Search) -> list[int]:
        self.rounds += 1
        self.asked += sizes
        for size in sizes:
            if size > self.limit_bytes:
                search.told_bytes = self.told_bytes or search.told_bytes
            elif self.chance.random() >= self.loss:
                search.passed(size)
        return sizes


@given(
    limit=st.integers(576, 1600),
    interface=st.sampled_from((1280, 1400, 1492, 1500, 9000)),
    at_once=st.integers(5, 12),
)
def test_a_black_hole_is_found_exactly(limit: int, interface: int, at_once: int) -> None:
    way = SimulatedWay(limit, at_once=at_once)
    found = search_mtu(way, interface, 576)
    most = min(interface, 1500)
    is_whole = limit >= most
    assert found == Mtu(
        path_bytes=most if is_whole else limit // 4 * 4,
        interface_bytes=interface,
        is_black_hole=not is_whole,
    )
    assert way.rounds <= 9
    assert max(way.asked) <= most


@given(limit=st.integers(576, 1499))
def test_what_a_router_tells_is_checked_and_taken_to_the_byte(limit: int) -> None:
    way = SimulatedWay(limit, told_bytes=limit)
    found = search_mtu(way, 1500, 576)
    assert found == Mtu(path_bytes=limit, interface_bytes=1500, is_black_hole=False)
    assert way.rounds <= 4


@given(limit=st.integers(1280, 1496), told=st.integers(0, 65535))
def test_a_router_that_tells_nonsense_changes_nothing(limit: int, told: int) -> None:
    found = search_mtu(SimulatedWay(limit, told_bytes=told), 1500, 576)
    assert isinstance(found, Mtu)
    assert found.path_bytes // 4 == limit // 4


def test_a_line_that_loses_packets_is_no_small_line() -> None:
    for seed in range(200):
        chance = random.Random(seed)
        way = SimulatedWay(1400, loss=0.05, chance=chance)
        found = search_mtu(way, 1500, 576)
        assert isinstance(found, Mtu)
        assert found.path_bytes == 1400


@pytest.mark.parametrize("smallest", [576, 1280])
def test_nothing_answered_is_no_result(smallest: int) -> None:
    assert search_mtu(SimulatedWay(0), 1500, smallest) == Trouble(reason=Reason.NO_ANSWER)


def test_time_that_is_up_is_no_result() -> None:
    way = SimulatedWay(1400, most_rounds=1)
    assert search_mtu(way, 1500, 576) == Trouble(reason=Reason.NO_ANSWER)


def test_what_this_computer_holds_back_is_no_black_hole() -> None:
    class Held(SimulatedWay):
        def ask(self, sizes: list[int], search: Search) -> list[int]:
            search.is_limited_here = True
            return super().ask(sizes, search)

    found = search_mtu(Held(1400), 1500, 576)
    assert isinstance(found, Mtu)
    assert not found.is_black_hole


@given(
    passed=st.sampled_from((0, 1280, 1360)),
    failed=st.integers(345, 375),
    told=st.none() | st.integers(0, 2000),
    count=st.integers(5, 12),
)
def test_sizes_asked_for_lie_between_what_passed_and_what_failed(
    passed: int, failed: int, told: int | None, count: int
) -> None:
    search = Search(4 * failed, 1500, passed, told)
    sizes = next_sizes(search, 1280, count)
    assert sizes == sorted(set(sizes), reverse=True)
    assert all(max(passed, 1276) < size < 4 * failed and size % 4 == 0 for size in sizes)
    assert 1 <= len(sizes) <= count
