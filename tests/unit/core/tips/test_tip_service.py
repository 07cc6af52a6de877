"""The service: what is claimed, what is answered, and what the why-log says of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.fakes.tips import NOON, SHIFT, MemoryTipLog, TipsDesk, a_tip, an_offer
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.reminders.model import Entry, Outcome, ReminderKind
from workspace_assistant.core.tips.model import Answer, Kept, Period, TipEvent
from workspace_assistant.core.tips.texts import NO_SUCH_TIP

HOUR_S = 3600.0
PETS, OTHER = a_tip("pets", topic="family_pets_door"), a_tip("other", topic="desk")


@pytest.fixture
def desk() -> TipsDesk:
    return TipsDesk(catalog=(PETS, OTHER))


class TestOffering:
    def test_a_tip_is_claimed_with_its_facts(self, desk: TipsDesk) -> None:
        choice = desk.service().offer()
        assert choice.tip == PETS
        assert desk.log.events == [
            TipEvent(at=NOON, tip_id="pets", answer=None, period=SHIFT.key, quotes=choice.quotes)
        ]

    def test_the_why_log_says_it(self, desk: TipsDesk) -> None:
        desk.service().offer()
        assert desk.why_log.entries == [
            Entry(
                at=NOON,
                kind=ReminderKind.TIP,
                about="pets",
                title="Tip: Family, pets and the door",
                outcome=Outcome.SHOWN,
                reason="fits",
                detail="Do pets. interruptions.pet.week is 4.",
            )
        ]

    def test_each_showing_is_a_line_of_its_own(self, desk: TipsDesk) -> None:
        desk.catalog = (PETS,)
        desk.service().offer()
        desk.clock.advance(8 * 24 * HOUR_S)
        desk.running = Period(key="shift-2", is_shift=True)
        desk.service().offer()
        outcomes = [entry.outcome for entry in desk.why_log.entries]
        assert outcomes == [Outcome.SHOWN, Outcome.SHOWN]

    def test_silence_is_noted_once(self, desk: TipsDesk) -> None:
        desk.calling = True
        for _ in range(3):
            assert desk.service().offer().reason == "in-call"
            desk.clock.advance(60)
        line = desk.why_log.entries[0]
        assert len(desk.why_log.entries) == 1
        assert (line.outcome, line.reason, line.about) == (Outcome.HELD_BACK, "in-call", "pets")
        assert line.detail == "Do pets."
        assert desk.log.events == []

    def test_where_nothing_fits_nothing_is_noted(self, desk: TipsDesk) -> None:
        desk.facts = {}
        assert desk.service().offer().reason == "nothing-fits"
        assert desk.why_log.entries == []

    def test_over_a_shift_three_come_at_most_one_an_hour(self, desk: TipsDesk) -> None:
        desk.catalog = tuple(a_tip(f"tip-{number}") for number in range(9))
        shown = []
        for minute in range(0, 8 * 60, 5):
            desk.clock.at = NOON + timedelta(minutes=minute)
            if desk.service().offer().tip is not None:
                shown.append(minute)
        assert shown == [0, 60, 120]

    def test_another_program_is_first_and_all_is_looked_at_anew(self, desk: TipsDesk) -> None:
        desk.log = Contested(an_offer("other"))
        choice = desk.service().offer()
        assert (choice.tip, choice.reason) == (None, "once-an-hour")
        assert desk.log.events == [an_offer("other")]

    def test_an_answer_written_meanwhile_keeps_the_tip_from_nobody(self, desk: TipsDesk) -> None:
        helped = TipEvent(at=NOON, tip_id="other", answer=Answer.HELPED, period=SHIFT.key)
        desk.log = Contested(helped)
        assert desk.service().offer().tip == OTHER  # what helped comes first

    def test_a_log_that_never_stands_still(self, desk: TipsDesk) -> None:
        helped = TipEvent(at=NOON, tip_id="gone", answer=Answer.HELPED, period=SHIFT.key)
        desk.log = Contested(*[helped] * 9)
        choice = desk.service().offer()
        assert (choice.tip, choice.reason) == (None, "offered-elsewhere")
        assert desk.why_log.entries == []


class TestAsking:
    def test_why_claims_nothing(self, desk: TipsDesk) -> None:
        assert desk.service().why().tip == PETS
        assert desk.log.events == []
        assert desk.why_log.entries == []

    def test_nothing_was_shown_yet(self, desk: TipsDesk) -> None:
        assert desk.service().last() is None

    def test_the_last_one_stands_there_with_the_numbers_of_then(self, desk: TipsDesk) -> None:
        choice = desk.service().offer()
        desk.facts = {}
        desk.clock.advance(600)
        last = desk.service().last()
        assert last is not None
        assert (last.tip, last.at, last.quotes) == (PETS, NOON, choice.quotes)
        assert (last.answer, last.is_current) == (None, True)

    def test_after_the_shift_it_stands_there_no_more(self, desk: TipsDesk) -> None:
        desk.service().offer()
        desk.running = Period(key="day", is_shift=False)
        last = desk.service().last()
        assert last is not None
        assert not last.is_current

    @pytest.mark.parametrize(
        ("answer", "is_current"),
        [(Answer.HELPED, True), (Answer.NOT_NOW, False), (Answer.DOES_NOT_APPLY, False)],
    )
    def test_after_an_answer(self, desk: TipsDesk, answer: Answer, *, is_current: bool) -> None:
        service = desk.service()
        service.offer()
        service.answer("pets", answer)
        last = service.last()
        assert last is not None
        assert (last.answer, last.is_current) == (answer, is_current)

    def test_a_tip_that_left_the_catalog_is_not_shown_again(self, desk: TipsDesk) -> None:
        desk.service().offer()
        desk.catalog = (OTHER,)
        assert desk.service().last() is None


class TestAnswering:
    def test_an_answer_is_kept_with_the_shift(self, desk: TipsDesk) -> None:
        desk.service().answer("other", Answer.NOT_NOW)
        assert desk.log.events == [
            TipEvent(at=NOON, tip_id="other", answer=Answer.NOT_NOW, period=SHIFT.key)
        ]

    def test_there_is_no_such_tip(self, desk: TipsDesk) -> None:
        with pytest.raises(RefusedError) as raised:
            desk.service().answer("nobody", Answer.HELPED)
        assert (raised.value.sentence, raised.value.parts) == (NO_SUCH_TIP, {"tip": "nobody"})
        assert desk.log.events == []

    def test_the_catalog_with_what_became_of_each(self, desk: TipsDesk) -> None:
        service = desk.service()
        service.offer()
        service.answer("pets", Answer.DOES_NOT_APPLY)
        pets, other = service.listed()
        assert (pets.tip, pets.offered_at, pets.times_offered) == (PETS, NOON, 1)
        assert (pets.answer, pets.is_put_away) == (Answer.DOES_NOT_APPLY, True)
        assert (other.tip, other.offered_at, other.times_offered) == (OTHER, None, 0)
        assert (other.answer, other.is_put_away) == (None, False)
        service.answer("pets", Answer.PUT_BACK)
        assert not service.listed()[0].is_put_away


class Contested(MemoryTipLog):
    """A log in which another program writes between each reading and the claim after it."""

    def __init__(self, *rivals: TipEvent) -> None:
        super().__init__()
        self.rivals = list(rivals)

    def kept(self) -> Kept:
        kept = super().kept()
        if self.rivals:
            self.events.append(self.rivals.pop())
        return kept
