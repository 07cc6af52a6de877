"""The one program that watches: looks, decides, keeps what happened, and offers breaks."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from workspace_assistant.core.breaks.answering import answered
from workspace_assistant.core.breaks.claiming import BEAT_S
from workspace_assistant.core.breaks.engine import step, stopped
from workspace_assistant.core.breaks.keeping import Keeper
from workspace_assistant.core.breaks.model import (
    Act,
    BreakStanding,
    Modes,
    Settings,
    Stage,
    WatchRole,
)
from workspace_assistant.core.breaks.modes import ModeClock
from workspace_assistant.core.breaks.ports import (
    Beat,
    BreakStore,
    Choices,
    Offers,
    Reading,
    Work,
)
from workspace_assistant.core.breaks.recalling import Logged, recalled
from workspace_assistant.core.breaks.sensing import Senses
from workspace_assistant.core.breaks.sight import Sight
from workspace_assistant.core.breaks.standing import standing_of
from workspace_assistant.core.breaks.state import Event, Happening, State, Step
from workspace_assistant.core.breaks.timeline import Anchor, anchored, log_time
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.spans import Span

# What is older says nothing of the breaks of now.
REMEMBERED = timedelta(days=1)
# An answer of another program that comes later is none.
_LATELY = timedelta(seconds=60)


@dataclass(slots=True, kw_only=True)
class Watched:
    """What one watch knows, from the first look of a shift or block to the last.

    Attributes:
        beat_s: when this program said last that it watches, on the steady clock.
        kept_s: when everything was written last.
    """

    anchor: Anchor
    beat_s: float
    kept_s: float
    state: State | None = None


@dataclass(slots=True, kw_only=True)
class BreakWatcher:
    """Looks after breaks for one program. Of one thread, but for `act`.

    Attributes:
        watcher: names this program; a new one at each start.
    """

    store: BreakStore
    choices: Choices
    senses: Senses
    work: Work
    offers: Offers
    new_id: Callable[[], str]
    watcher: str
    _acts: deque[Act] = field(default_factory=deque, init=False)
    _modes: ModeClock = field(default_factory=ModeClock, init=False)
    _watched: Watched | None = field(default=None, init=False)
    _has_joined: bool = field(default=False, init=False)
    _keeper: Keeper = field(init=False)

    def __post_init__(self) -> None:
        self._keeper = Keeper(self.store)

    def act(self, act: Act) -> None:
        """An answer of the person, done at the next look. From any thread."""
        self._acts.append(act)

    def look(self) -> BreakStanding:
        """One look. What cannot be kept is kept later, and `fault` says so.

        Raises `StoreUnavailableError` where nothing can be read.
        """
        reading, settings = self.senses.clock.read(), self.choices.settings()
        modes = self._modes.still_on(self.choices.modes(), reading)
        left_s = self.work.shift_left_s() if settings.is_on else None
        block = self.work.open_block() if settings.is_on else None
        if left_s is None and block is None:
            self._stop(settings)
            return BreakStanding(modes=modes)
        watched = self._claimed(reading)
        if watched is None:
            return BreakStanding(role=WatchRole.STANDING_BY, modes=modes)
        sight = self.senses.sight(watched.anchor, modes, left_s, block)
        if watched.state is None:
            state = self._done(self._recalled(sight, settings), watched)
        else:
            state = self._done(self._stepped(watched.state, sight, settings), watched)
        state = self._answered(state, sight, settings, watched)
        return standing_of(
            state,
            settings,
            modes,
            WatchRole.WATCHING,
            unknown=self.senses.unknown(state.attended),
            fault=self._kept(state, watched),
        )

    def leave(self) -> None:
        """Lets another program watch at once. Raises `StoreUnavailableError`."""
        watched = self._watched
        if watched is None:
            return
        self._drop(watched)
        self._keeper.keep()
        self.store.release(self.watcher)

    @property
    def state(self) -> State | None:
        """What is known after the last look; None while nothing is watched."""
        return None if self._watched is None else self._watched.state

    @property
    def stage(self) -> Stage | None:
        """Of the break that is open."""
        state = self.state
        return state.going.stage if state is not None and state.going is not None else None

    def _stop(self, settings: Settings) -> None:
        """Neither a shift nor a block goes on: what is open gets its outcome."""
        self._acts.clear()
        watched = self._watched
        if watched is None:
            return
        if watched.state is not None:
            sight = self.senses.sight(watched.anchor, Modes(), None, None)
            self._done(stopped(watched.state, sight, settings, self.new_id), watched)
        self.leave()

    def _drop(self, watched: Watched) -> None:
        """Another program goes on, or nobody does."""
        state = watched.state
        self._watched = None
        if state is None or state.going is None:
            return
        self._keeper.add_going_on(state)
        if state.going.stage is Stage.OFFERED:
            self.offers.withdraw(state.going.record)

    def _claimed(self, reading: Reading) -> Watched | None:
        """Says that this program watches, as often as is due; None where another one does."""
        watched = self._watched
        if watched is not None and reading.elapsed_s - watched.beat_s < BEAT_S:
            return watched
        if watched is None:
            anchor = anchored(reading, self.store.latest_activity_end())
            watched = Watched(anchor=anchor, beat_s=reading.elapsed_s, kept_s=reading.elapsed_s)
        if not self._may_watch(watched, reading):
            self._drop(watched)
            self._keeper.forget_open()
            return None
        self._watched, watched.beat_s = watched, reading.elapsed_s
        return watched

    def _may_watch(self, watched: Watched, reading: Reading) -> bool:
        """A disk that is full for a while ends no watch."""
        beat = Beat(
            watcher=self.watcher,
            at=log_time(watched.anchor, reading),
            elapsed_s=reading.elapsed_s,
            awake_s=reading.awake_s,
            boot_id=reading.boot_id,
        )
        try:
            is_ours = self.store.claim(beat, is_newcomer=not self._has_joined)
        except StoreUnavailableError:
            if self._watched is None:
                raise
            return True
        self._has_joined = self._has_joined or is_ours
        return is_ours

    def _recalled(self, sight: Sight, settings: Settings) -> Step:
        seen = self.senses.asked_about_call(sight, None)
        lately = Span(sight.at - REMEMBERED, sight.at + timedelta(seconds=1))
        logged = Logged(
            records=[one for one in self.store.records(lately) if one.outcome is not None],
            open_records=self.store.open_records(),
            activity=self.store.activity(lately),
            seen_at=self.store.latest_activity_end(),
            day=self.senses.clock.day_span(sight.at),
        )
        return recalled(seen, logged, settings)

    def _stepped(self, state: State, sight: Sight, settings: Settings) -> Step:
        """What would be offered is offered only after a look at all that could hold it back."""
        if self.stage is Stage.OFFERED:
            return step(state, self.senses.before_offer(sight), settings, self.new_id)
        seen = self.senses.asked_about_call(sight, state.attended)
        for known in (seen, self.senses.as_before(seen)):
            after = step(state, known, settings, self.new_id)
            if not _is_offering(after):
                return after
        return step(state, self.senses.before_offer(seen), settings, self.new_id)

    def _answered(self, state: State, sight: Sight, settings: Settings, watched: Watched) -> State:
        """The person's answers, here and on the command line."""
        for act in self._taken_acts(sight.at):
            state = self._done(answered(state, act, sight.at, settings, self.new_id), watched)
        return state

    def _taken_acts(self, at: datetime) -> tuple[Act, ...]:
        acts = []
        while self._acts:
            acts.append(self._acts.popleft())
        try:
            asked = self.store.take_asked()
        except StoreUnavailableError:
            asked = ()
        return (*acts, *(one.act for one in asked if abs(at - one.at) <= _LATELY))

    def _done(self, after: Step, watched: Watched) -> State:
        watched.state = after.state
        self._keeper.add(after)
        for event in after.events:
            self._tell(event)
        if after.silence is not None:
            self.offers.silent(after.silence)
        return after.state

    def _tell(self, event: Event) -> None:
        if event.happening is Happening.OFFERED:
            self.offers.offer(event.record)
        elif event.happening is Happening.HELD:
            self.offers.held(event.record)
        elif event.happening is not Happening.DUE and event.record.offered_at is not None:
            self.offers.withdraw(event.record)
        if event.happening is Happening.WITHDRAWN:
            self.offers.held(event.record)

    def _kept(self, state: State, watched: Watched) -> str:
        """Why something could not be kept; empty when all is well."""
        now_s = state.attended.elapsed_s
        is_all = now_s - watched.kept_s >= BEAT_S
        if is_all:
            self._keeper.add_going_on(state)
        going_on = "" if is_all or state.stretch is None else state.stretch.id
        try:
            self._keeper.keep(but=going_on)
        except StoreUnavailableError as error:
            return error.phrase
        if is_all:
            watched.kept_s = now_s
        return ""


def _is_offering(after: Step) -> bool:
    return any(event.happening is Happening.OFFERED for event in after.events)
