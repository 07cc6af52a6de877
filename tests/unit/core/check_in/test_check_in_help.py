"""Low results for weeks show where to get help; nothing less does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest

from tests.fakes.check_in import CheckInDesk
from workspace_assistant.core.check_in.help import Help, help_of
from workspace_assistant.core.check_in.lows import is_low
from workspace_assistant.core.check_in.model import Answers, CheckIn, Item
from workspace_assistant.core.text import in_english

NOW = datetime(2026, 11, 25, 17, tzinfo=UTC)
_OFFICIAL = {
    "data.europa.eu",
    "osha.europa.eu",
    "www.hse.gov.uk",
    "www.nidirect.gov.uk",
    "www.who.int",
}


def _told(days: int, values: dict[Item, int]) -> list[CheckIn]:
    """One each third day of so many, back from today."""
    answers = Answers(**{item.value: value for item, value in values.items()})  # type: ignore[arg-type] # numbers
    times = [NOW - timedelta(days=day) for day in range(0, days, 3)]
    return [CheckIn(id=str(at), at=at, since=at, until=at, answers=answers) for at in times]


def _help(days: int, values: dict[Item, int]) -> tuple[Help, ...]:
    return help_of(_told(days, values), NOW, UTC)


def test_nothing_is_said_to_most_people() -> None:
    assert _help(35, dict.fromkeys(Item, 3)) == ()
    assert help_of((), NOW, UTC) == ()


@pytest.mark.parametrize("item", [one for one in Item if one is not Item.EYES])
def test_two_low_weeks_show_help(item: Item) -> None:
    assert _help(7, {item: 2}) == ()
    (found,) = _help(14, {item: 2})
    assert (found.item, found.weeks) == (item, 2)
    assert "for 2 weeks" in in_english(found.said, **found.parts)


def test_eyes_need_three() -> None:
    assert _help(14, {Item.EYES: 1}) == ()
    (found,) = _help(21, {Item.EYES: 1})
    assert "eye test" in found.steps[0]


def test_every_help_has_steps_and_official_sources() -> None:
    found = _help(35, dict.fromkeys(Item, 1))
    assert {one.item for one in found} == set(Item)
    for one in found:
        assert one.steps
        assert one.sources
        assert {urlsplit(source.url).hostname for source in one.sources} <= _OFFICIAL
        assert all(step.endswith(".") for step in one.steps)


def test_the_service_looks_at_all_weeks_that_count() -> None:
    desk = CheckInDesk(at=NOW)
    for one in _told(21, {Item.EYES: 2}):
        desk.store.put(one)
    assert [one.item for one in desk.service.help()] == [Item.EYES]
    assert desk.service.help()[0].weeks == 3


def test_what_was_not_told_is_not_low() -> None:
    assert not is_low(None)
    assert is_low(2)
    assert not is_low(2.5)
