"""Interruptions by cause, hour and note."""

from __future__ import annotations

import pytest

from tests.unit.core.facts.world import at, block, fact, interrupted, reason, said, value, world
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.focus.model import Cause, Interruption


def _week(*interruptions: Interruption) -> Sources:
    return world(blocks=(block(at(1, 9), 300, *interruptions),))


def test_they_are_counted_by_cause() -> None:
    sources = _week(
        *(interrupted(at(1, 10, one)) for one in range(4)), interrupted(at(1, 11), Cause.DOOR)
    )
    assert value("interruptions.week", sources) == 5
    assert value("interruptions.pet.week", sources) == 4
    assert value("interruptions.door.week", sources) == 1
    assert value("interruptions.noise.week", sources) == 0
    assert said(fact("interruptions.door.week", sources)).startswith("1 interruption at the door")


def test_the_busiest_hour_is_told_where_there_is_one() -> None:
    sources = _week(*(interrupted(at(1, 13, one)) for one in range(3)), interrupted(at(1, 10)))
    told = said(fact("interruptions.pet.week", sources))
    assert told == "4 interruptions by pets in the last seven days, most between 13:00 and 14:00."
    few = _week(interrupted(at(1, 13)), interrupted(at(1, 13, 5)))
    assert "most" not in said(fact("interruptions.pet.week", few))


def test_half_of_them_are_not_most() -> None:
    hour = [interrupted(at(1, 13, one)) for one in range(3)]
    others = [interrupted(at(1, one)) for one in (9, 10, 11)]
    told = said(fact("interruptions.pet.week", _week(*hour, *others)))
    assert told == "6 interruptions by pets in the last seven days."
    assert "most between 13:00" in said(fact("interruptions.pet.week", _week(*hour, *others[1:])))


def test_only_those_of_the_week_count() -> None:
    old = block(at(7, 9), 60, interrupted(at(7, 9, 30)))
    over_the_boundary = block(at(6, 3), 120, interrupted(at(6, 3, 59)), interrupted(at(6, 4)))
    assert value("interruptions.pet.week", world(blocks=(old, over_the_boundary))) == 1
    assert reason("interruptions.pet.week", world(blocks=(old,))) == "no-blocks-in-week"


def test_a_block_without_length_is_a_block_all_the_same() -> None:
    assert value("interruptions.week", world(blocks=(block(at(1, 9), 0),))) == 0


def test_the_peak_needs_five() -> None:
    noise = [interrupted(at(1, 10, one), Cause.NOISE) for one in range(4)]
    assert reason("interruptions.noise.peak_share", _week(*noise)) == "too-few-interruptions"
    sources = _week(*noise, interrupted(at(1, 12), Cause.NOISE))
    assert value("interruptions.noise.peak_share", sources) == 0.8
    told = said(fact("interruptions.noise.peak_share", sources))
    assert told.startswith("80 % of 5 interruptions by noise this week came between 10:00 and")


@pytest.mark.parametrize(
    ("name", "cause", "note"),
    [
        ("interruptions.noise.voices.week", Cause.NOISE, "Loud VOICES next door"),
        ("interruptions.noise.echo.week", Cause.NOISE, "customer hears an echo"),
        ("interruptions.noise.bang.week", Cause.NOISE, "door-bang"),
        ("interruptions.self.web.week", Cause.SELF, "read the news"),
    ],
)
def test_notes_name_what_it_was(name: str, cause: Cause, note: str) -> None:
    other = Cause.SELF if cause is Cause.NOISE else Cause.NOISE
    sources = _week(
        interrupted(at(1, 10), cause, note),
        interrupted(at(1, 11), other, note),
        interrupted(at(1, 11, 5), cause, "newsagent, echoless, bangle"),
    )
    assert value(name, sources) == 1


def test_the_same_technical_trouble_is_counted_by_its_note() -> None:
    name = "interruptions.technical.same_topic.week"
    notes = ["VPN down", "vpn  DOWN", "printer", ""]
    sources = _week(*(interrupted(at(1, 10), Cause.TECHNICAL, one) for one in notes))
    assert value(name, sources) == 2
    told = fact(name, sources)
    assert "2 times" in said(told)
    assert "VPN" not in f"{said(told)} {dict(told.parts)}".upper()  # notes are never told on
    assert value(name, _week(interrupted(at(1, 10), Cause.TECHNICAL))) == 0
    assert value(name, _week(interrupted(at(1, 10), Cause.TECHNICAL, "printer"))) == 1
