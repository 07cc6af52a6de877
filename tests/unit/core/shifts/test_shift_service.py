"""Shifts that a person writes down, changes and takes off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.shifts import MADRID, ShiftDesk, a_shift, local, subscription
from workspace_assistant.core.errors import RefusedError, StoreUnavailableError
from workspace_assistant.core.shifts.drafts import ShiftDraft, ShiftEdit
from workspace_assistant.core.shifts.errors import ShiftError
from workspace_assistant.core.shifts.model import Place, Shift, ShiftBreak, SourceKind
from workspace_assistant.core.shifts.service import ShiftService
from workspace_assistant.core.spans import Span

WEEK = Span(local("2026-11-23 00:00"), local("2026-11-30 00:00"))
FEED = a_shift(
    "2026-11-24 08:00",
    "2026-11-24 16:00",
    key="feed1",
    source="feed",
    breaks=[("2026-11-24 12:00", "2026-11-24 12:30")],
    name="Early",
)


@pytest.fixture
def desk() -> ShiftDesk:
    made = ShiftDesk()
    with made.store.writing() as writer:
        writer.put_source(subscription())
        writer.put(FEED)
    return made


@pytest.fixture
def service(desk: ShiftDesk) -> ShiftService:
    return desk.service()


def draft(
    starts: str = "2026-11-25 08:00",
    ends: str = "2026-11-25 16:00",
    breaks: Sequence[tuple[str, str]] = (),
    **more: object,
) -> ShiftDraft:
    rests = tuple(ShiftBreak(starts_at=local(one), ends_at=local(two)) for one, two in breaks)
    fields = {"starts_at": local(starts), "ends_at": local(ends), "breaks": rests, **more}
    return ShiftDraft(**fields)  # type: ignore[arg-type] # the test names the fields


def lunch(shift: Shift) -> list[tuple[str, str]]:
    return [(f"{one.starts_at:%H:%M}", f"{one.ends_at:%H:%M}") for one in shift.breaks]


def test_a_shift_by_hand_is_kept_with_its_zone(service: ShiftService) -> None:
    breaks = [("2026-11-25 12:00", "2026-11-25 12:30"), ("2026-11-25 10:00", "2026-11-25 10:15")]
    added = service.add(draft(breaks=breaks, name=" Extra\n hours ", place=Place.OFFICE))
    assert service.find(added.id[:6]) == added
    assert (added.name, added.place, added.source_id) == ("Extra hours", Place.OFFICE, "hand")
    assert (added.time_zone, added.utc_offset_s) == (MADRID, 3600)
    assert lunch(added) == [("09:00", "09:15"), ("11:00", "11:30")]
    assert service.between(WEEK) == (FEED, added)
    hand = service.sources.find("by HAND")
    assert (hand.id, hand.kind) == ("hand", SourceKind.HAND)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (draft(ends="2026-11-25 08:00"), "has to end after it starts"),
        (draft(ends="2026-11-25 07:00"), "has to end after it starts"),
        (draft(ends="2026-11-26 08:01"), "24 hours at most"),
        (draft(breaks=[("2026-11-25 07:59", "2026-11-25 08:15")]), "inside its shift"),
        (draft(breaks=[("2026-11-25 15:45", "2026-11-25 16:01")]), "inside its shift"),
        (draft(breaks=[("2026-11-25 12:00", "2026-11-25 12:00")]), "inside its shift"),
        (draft(breaks=[("2026-11-25 08:00", "2026-11-25 16:00")]), "inside its shift"),
        (
            draft(
                breaks=[
                    ("2026-11-25 12:00", "2026-11-25 12:30"),
                    ("2026-11-25 12:15", "2026-11-25 12:45"),
                ]
            ),
            "breaks overlap",
        ),
        (draft("2026-11-24 15:59", "2026-11-24 17:00"), "2026-11-24 08:00 to 2026-11-24 16:00"),
        (draft("2301-01-01 08:00", "2301-01-01 16:00"), "for the years 1970 to 2200"),
    ],
)
def test_what_makes_no_sense_is_refused(
    desk: ShiftDesk, service: ShiftService, wrong: ShiftDraft, message: str
) -> None:
    before = desk.store.kept
    with pytest.raises(RefusedError, match=message):
        service.add(wrong)
    assert desk.store.kept == before


def test_shifts_may_touch(service: ShiftService) -> None:
    service.add(draft("2026-11-24 16:00", "2026-11-24 20:00"))
    service.add(draft("2026-11-24 06:00", "2026-11-24 08:00"))
    assert len(service.between(WEEK)) == 3


def test_a_shift_by_hand_is_changed_in_its_place(service: ShiftService) -> None:
    noon = [("2026-11-25 12:00", "2026-11-25 12:30")]
    added = service.add(draft(breaks=noon))
    longer = service.edit(added.id, ShiftEdit(ends_at=local("2026-11-25 18:00")))
    assert (longer.id, longer.uid) == (added.id, added.uid)
    assert lunch(longer) == lunch(added)
    named = service.edit(added.id, ShiftEdit(name="Late", place=Place.OTHER, breaks=()))
    assert (named.name, named.place, named.breaks) == ("Late", Place.OTHER, ())
    assert named.ends_at == longer.ends_at
    assert service.between(WEEK) == (FEED, named)


def test_breaks_that_no_longer_fit_are_left_out(service: ShiftService) -> None:
    added = service.add(draft(breaks=[("2026-11-25 12:00", "2026-11-25 12:30")]))
    later = service.edit(added.id, ShiftEdit(starts_at=local("2026-11-25 12:10")))
    assert (later.breaks, later.ends_at) == ((), added.ends_at)


def test_a_shift_that_is_put_on_another_day_keeps_length_and_breaks(service: ShiftService) -> None:
    added = service.add(draft(breaks=[("2026-11-25 12:00", "2026-11-25 12:30")]))
    moved = service.edit(added.id, ShiftEdit(starts_at=local("2026-11-27 09:00")))
    assert moved.ends_at == local("2026-11-27 17:00")
    assert lunch(moved) == [("12:00", "12:30")]


def test_an_edit_of_a_shift_of_a_calendar_makes_it_ones_own(service: ShiftService) -> None:
    mine = service.edit(FEED.id, ShiftEdit(place=Place.OFFICE))
    assert (mine.source_id, mine.place, mine.breaks) == ("hand", Place.OFFICE, FEED.breaks)
    assert mine.name == "Early"
    assert service.between(WEEK) == (mine,)
    assert service.hidden(WEEK) == (replace(FEED, is_hidden=True),)


def test_an_edit_says_what_is_to_be_different_and_makes_sense(
    desk: ShiftDesk, service: ShiftService
) -> None:
    before = desk.store.kept
    with pytest.raises(ShiftError, match="Nothing is said"):
        service.edit(FEED.id, ShiftEdit())
    with pytest.raises(ShiftError, match="end after it starts"):
        service.edit(FEED.id, ShiftEdit(ends_at=FEED.starts_at))
    assert desk.store.kept == before


def test_a_shift_by_hand_is_removed_and_one_of_a_calendar_hidden(service: ShiftService) -> None:
    added = service.add(draft())
    assert service.remove(added.id) == added
    assert service.remove(FEED.id[:4]) == FEED
    assert service.between(WEEK) == ()
    assert service.hidden(WEEK) == (replace(FEED, is_hidden=True),)
    assert service.restore(FEED.id) == FEED
    assert service.between(WEEK) == (FEED,)


def test_what_several_sources_tell_is_taken_off_in_all_of_them(
    desk: ShiftDesk, service: ShiftService
) -> None:
    twin = replace(FEED, id="twin", source_id="pattern")
    part = replace(FEED, id="part", source_id="other", ends_at=FEED.ends_at - timedelta(hours=1))
    with desk.store.writing() as writer:
        writer.put(twin)
        writer.put(part)
    service.remove(twin.id)
    assert service.between(WEEK) == (part,)
    service.remove(part.id)
    service.restore(twin.id)
    mine = service.edit(twin.id, ShiftEdit(place=Place.OFFICE))
    with desk.store.writing() as writer:
        writer.put(twin)  # as a pattern may tell it anew
    longer = service.edit(mine.id, ShiftEdit(ends_at=FEED.ends_at + timedelta(hours=1)))
    assert service.between(WEEK) == (longer,)


def test_what_was_taken_off_comes_back_only_where_its_time_is_free(service: ShiftService) -> None:
    service.remove(FEED.id)
    service.add(draft("2026-11-24 10:00", "2026-11-24 12:00"))
    with pytest.raises(ShiftError, match="There is a shift at that time"):
        service.restore(FEED.id)


def test_the_shift_that_is_meant_is_found_by_the_beginning_of_its_id(
    desk: ShiftDesk, service: ShiftService
) -> None:
    with desk.store.writing() as writer:
        writer.put(replace(FEED, id="feed12", uid="2"))
        writer.put(replace(FEED, id="feed13", uid="3"))
    for unclear in ("", "  ", "x"):
        with pytest.raises(ShiftError, match="No shift has an id"):
            service.find(unclear)
    with pytest.raises(ShiftError, match="Several shifts"):
        service.find("feed")
    assert service.find(" FEED1 ").id == "feed1"
    assert service.find("feed12").id == "feed12"


def test_the_outlook_sees_60_days(desk: ShiftDesk, service: ShiftService) -> None:
    desk.now.at = local("2026-11-24 09:00")
    seen = service.outlook()
    assert (seen.current, seen.following) == (FEED, None)
    desk.now.at = FEED.starts_at - timedelta(days=59)
    assert service.outlook().following == FEED
    desk.now.at = FEED.starts_at - timedelta(days=61)
    assert service.outlook().following is None


def test_a_store_that_cannot_be_had_is_told(desk: ShiftDesk, service: ShiftService) -> None:
    desk.store.fault = StoreUnavailableError("full")
    for act in (service.outlook, lambda: service.add(draft()), lambda: service.remove("x")):
        with pytest.raises(StoreUnavailableError):
            act()
