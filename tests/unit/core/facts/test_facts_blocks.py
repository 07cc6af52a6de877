"""Planned blocks and learning."""

from __future__ import annotations

from datetime import timedelta

from tests.unit.core.facts.world import NOW, at, block, check_in, fact, reason, said, value, world
from workspace_assistant.core.focus.model import Block, Channel

MINUTES = "learning.minutes.week"
SHARE = "focus.completed_share"
BEST = "focus.best_hour_advantage"


def _planned(count: int, done: int, hour: int = 9, first_day: int = 1) -> list[Block]:
    """So many on days in a row, *done* of which are completed; the others get half."""
    return [
        block(at(first_day + one, hour), 50 if one < done else 25, planned=50)
        for one in range(count)
    ]


def test_completion_is_of_the_last_ten_planned() -> None:
    older = _planned(5, 0, first_day=20)
    unplanned = [block(at(0, 8), 10)]
    running = [block(at(0, 14), 0, planned=50, is_open=True)]
    sources = world(blocks=(*_planned(10, 4), *older, *unplanned, *running))
    assert value(SHARE, sources) == 0.4
    assert said(fact(SHARE, sources)) == "You completed 4 of your last 10 planned blocks."
    assert reason(SHARE, world(blocks=_planned(9, 9))) == "too-few-blocks"


def test_the_best_hour_is_told_from_twenty_blocks_on() -> None:
    early, late = _planned(10, 10, hour=9), _planned(10, 0, hour=14)
    sources = world(blocks=(*early, *late))
    assert value(BEST, sources) == 0.5
    assert "between 09:00 and 10:00 get 50 points more" in said(fact(BEST, sources))
    assert reason(BEST, world(blocks=(*early, *late[1:]))) == "too-few-blocks"


def test_one_hour_alone_is_not_compared() -> None:
    assert reason(BEST, world(blocks=_planned(20, 10))) == "hours-not-comparable"
    scattered = [block(at(1 + one // 5, 5 + one % 5), 50, planned=50) for one in range(20)]
    assert reason(BEST, world(blocks=scattered)) == "hours-not-comparable"


def test_where_no_hour_stands_out_none_is_named() -> None:
    worse = (*_planned(16, 8), *_planned(4, 4, hour=11))
    assert value(BEST, world(blocks=worse)) < 0
    assert said(fact(BEST, world(blocks=worse))).startswith("No hour of the day stands out")


def test_learning_is_what_was_worked_in_blocks_of_it() -> None:
    paused = block(at(1, 9), 60, channel=Channel.LEARNING, pause=(at(1, 9, 10), 15), name="Python")
    running = block(NOW - timedelta(minutes=5), 0, channel=Channel.LEARNING, is_open=True)
    sources = world(blocks=(paused, running, block(at(1, 11), 60)))
    assert value(MINUTES, sources) == 50
    assert value(MINUTES, world(blocks=(block(at(1, 11), 60),))) == 0
    assert reason(MINUTES, world()) == "no-blocks-in-week"


def test_what_a_check_in_tells_stands_in_place_of_the_blocks_of_its_time() -> None:
    inside = block(at(1, 10), 30, channel=Channel.LEARNING)
    outside = block(at(2, 10), 20, channel=Channel.LEARNING)
    told = check_in(at(1, 17), learning_minutes=45)
    silent = check_in(at(2, 17), eyes=3)
    sources = world(blocks=(inside, outside), check_ins=(told, silent))
    assert value(MINUTES, sources) == 65
    assert value(MINUTES, world(check_ins=(told,))) == 45
    assert reason(MINUTES, world(check_ins=(silent,))) == "no-blocks-in-week"


def _learned(*days: int, name: str = "Python", tags: tuple[str, ...] = ()) -> list[Block]:
    return [block(at(day, 9), 40, name=name, channel=Channel.LEARNING, tags=tags) for day in days]


def test_reading_the_same_again_is_counted_by_name() -> None:
    name = "learning.reading_repeats.week"
    read = (*_learned(1, 2, 3, tags=("Read",)), *_learned(4, tags=("Read",), name="SQL"))
    sources = world(blocks=(*read, *_learned(5), *_learned(8, tags=("read",))))
    assert value(name, sources) == 3
    assert said(fact(name, sources)) == "You read the same thing 3 times in the last seven days."
    assert value(name, world(blocks=_learned(1))) == 0


def test_massed_learning_is_that_of_one_day_alone() -> None:
    name = "learning.massed_minutes.week"
    sources = world(blocks=(*_learned(1, 1, name="SQL"), *_learned(2, 3)))
    assert value(name, sources) == 80
    assert "one thing for 80 minutes" in said(fact(name, sources))
    assert value(name, world(blocks=_learned(2, 3))) == 0


def test_even_repeats_need_three_days_the_same_time_apart() -> None:
    name = "learning.even_repeats"
    sources = world(blocks=(*_learned(1, 8, 15, 22), *_learned(2, 3, 5, name="SQL")))
    assert value(name, sources) == 4
    assert "one thing on 4 days" in said(fact(name, sources))
    assert value(name, world(blocks=_learned(1, 8))) == 0
    assert value(name, world(blocks=_learned(1, 2, 5))) == 0
    assert reason(name, world(blocks=_learned(28))) == "no-blocks-in-four-weeks"
