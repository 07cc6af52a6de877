"""Offers tips, keeps what is said of them, and explains every choice and every silence."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.reminders.model import Entry, Outcome, ReminderKind
from workspace_assistant.core.reminders.service import ReminderService
from workspace_assistant.core.text import Say
from workspace_assistant.core.tips import texts
from workspace_assistant.core.tips.choosing import choose
from workspace_assistant.core.tips.model import (
    Answer,
    Choice,
    Kept,
    Listed,
    Moment,
    Offered,
    Quote,
    Tip,
    TipEvent,
)
from workspace_assistant.core.tips.past import Past, pasts
from workspace_assistant.core.tips.ports import Catalog, Circumstances, FactsNow, TipLog

# Another program may write between our reading and our claiming: then all is looked at anew.
_TRIES = 3
_TAKEN_AWAY = frozenset({Answer.NOT_NOW, Answer.DOES_NOT_APPLY})
_NOTHING = Past()


@dataclass(frozen=True, slots=True, kw_only=True)
class TipService:
    """Blocks (stores, the call sensor): never called in a window's own thread.

    Every method may raise `StoreUnavailableError`, and `CatalogError` for a damaged installation.
    """

    catalog: Catalog
    facts: FactsNow
    log: TipLog
    circumstances: Circumstances
    reminders: ReminderService
    say: Say

    def offer(self) -> Choice:
        """Chooses a tip and claims it: it counts as shown, and stands in the why-log."""
        facts, moment = self.facts(), self._moment()
        choice = Choice(tip=None, reason="offered-elsewhere", in_call=moment.in_call)
        for _ in range(_TRIES):
            kept = self.log.kept()
            found = choose(self.catalog(), facts, kept.events, moment)
            if found.tip is None:
                self._note_silence(found)
                return found
            if self.log.claim(_offer(found.tip, found, moment), kept.mark):
                self._note_shown(found.tip, found, moment)
                return found
        return choice

    def why(self) -> Choice:
        """What `offer` would choose now, and why each other tip is not; claims nothing."""
        return choose(self.catalog(), self.facts(), self.log.kept().events, self._moment())

    def last(self) -> Offered | None:
        """The tip that was offered last; `is_current` says whether it still stands there."""
        return self._last(self.log.kept())

    def answer(self, tip_id: str, answer: Answer) -> None:
        """Keeps *answer*. Raises `RefusedError` for an id that the catalog has not."""
        if tip_id not in {tip.id for tip in self.catalog()}:
            raise RefusedError(texts.NO_SUCH_TIP, tip=tip_id)
        now = self.circumstances.now()
        period = self.circumstances.period(now).key
        self.log.add(TipEvent(at=now, tip_id=tip_id, answer=answer, period=period))

    def listed(self) -> tuple[Listed, ...]:
        """The whole catalog in its order, with what became of each tip."""
        known = pasts(self.log.kept().events)
        return tuple(_listed(tip, known.get(tip.id, _NOTHING)) for tip in self.catalog())

    def _moment(self) -> Moment:
        now = self.circumstances.now()
        return Moment(
            now=now,
            period=self.circumstances.period(now),
            in_call=self.circumstances.in_call(),
            in_block=self.circumstances.in_block(),
        )

    def _last(self, kept: Kept) -> Offered | None:
        tips = {tip.id: tip for tip in self.catalog()}
        offers = [one for one in kept.events if one.answer is None and one.tip_id in tips]
        if not offers:
            return None
        offer = offers[-1]
        said = pasts(kept.events)[offer.tip_id].answer
        period = self.circumstances.period(self.circumstances.now()).key
        return Offered(
            tip=tips[offer.tip_id],
            at=offer.at,
            quotes=offer.quotes,
            answer=said,
            is_current=offer.period == period and said not in _TAKEN_AWAY,
        )

    def _note_shown(self, tip: Tip, choice: Choice, moment: Moment) -> None:
        # Not by `note`: that is one line for what is told twice, and a tip may come each week.
        self.reminders.why_log.add(
            Entry(
                at=moment.now,
                kind=ReminderKind.TIP,
                about=tip.id,
                title=self._title(tip),
                outcome=Outcome.SHOWN,
                reason=choice.reason,
                detail=" ".join([self.say(tip.text), *map(self._quoted, choice.quotes)]),
            )
        )

    def _note_silence(self, choice: Choice) -> None:
        tip = choice.held_back
        if tip is not None:
            title, reason = self._title(tip), choice.reason
            self.reminders.note(
                ReminderKind.TIP,
                tip.id,
                title,
                Outcome.HELD_BACK,
                reason,
                detail=self.say(tip.text),
            )

    def _title(self, tip: Tip) -> str:
        return self.say(texts.TITLE, topic=self.say(texts.TOPICS[tip.topic]))

    def _quoted(self, quote: Quote) -> str:
        return self.say(quote.sentence, **quote.parts)


def _offer(tip: Tip, choice: Choice, moment: Moment) -> TipEvent:
    return TipEvent(
        at=moment.now,
        tip_id=tip.id,
        answer=None,
        period=moment.period.key,
        quotes=choice.quotes,
    )


def _listed(tip: Tip, past: Past) -> Listed:
    return Listed(
        tip=tip,
        offered_at=past.offered_at,
        times_offered=past.times_offered,
        answer=past.answer,
        is_put_away=past.is_put_away,
    )
