"""Breaks as pages and commands see them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workspace_assistant.core.breaks import texts
from workspace_assistant.core.breaks.answering import is_open
from workspace_assistant.core.breaks.claiming import is_alive
from workspace_assistant.core.breaks.errors import BreakError
from workspace_assistant.core.breaks.holding import IN_CALL
from workspace_assistant.core.breaks.model import (
    Act,
    ActivityStretch,
    BreakRecord,
    BreakStanding,
    Modes,
    Settings,
    Stage,
    WatchRole,
)
from workspace_assistant.core.breaks.modes import LONGEST_MODE_S, SHORTEST_MODE_S, still_on
from workspace_assistant.core.breaks.ports import Asked, Beat, BreakStore, Choices, Clock, Reading
from workspace_assistant.core.breaks.recalling import Logged, recalled
from workspace_assistant.core.breaks.sight import Sight
from workspace_assistant.core.breaks.standing import standing_of
from workspace_assistant.core.breaks.state import State
from workspace_assistant.core.breaks.timeline import Anchor, anchored, log_time
from workspace_assistant.core.breaks.watcher import REMEMBERED
from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakService:
    """Every method may raise `StoreUnavailableError`.

    Attributes:
        shift_left_s: until the running shift ends; None outside shifts.
    """

    store: BreakStore
    choices: Choices
    clock: Clock
    shift_left_s: Callable[[], float | None]
    new_id: Callable[[], str]

    def status(self) -> BreakStanding:
        """Where breaks stand, as far as the log tells.

        The readings of the program that watches are newer by seconds.
        """
        role = WatchRole.WATCHING if self._is_watched() else WatchRole.RESTING
        return standing_of(self._state(), self.settings(), self.modes(), role)

    def settings(self) -> Settings:
        return self.choices.settings()

    def change_settings(self, settings: Settings) -> None:
        """Raises `BreakError` for what makes no sense, and OSError where it cannot be kept."""
        self.choices.keep(settings)

    def modes(self) -> Modes:
        """Those that are on."""
        return still_on(self.choices.modes(), self.now())

    def act(self, act: Act) -> None:
        """Asks the program that watches, which does it within seconds.

        Raises `BreakError` where none watches, or where the answer is not open.
        """
        if not self._is_watched():
            raise BreakError(texts.NOBODY_WATCHES)
        state, settings = self._state(), self.settings()
        is_hindered = act is Act.BEGIN and _is_in_call(state)
        if is_hindered or not is_open(state, act, settings):
            raise _refused(state, act, settings)
        self.store.ask(Asked(id=self.new_id(), act=act, at=state.attended.at))

    def quiet(self, length_s: float | None) -> Modes:
        """Nothing is offered for so long; None ends it. Raises `BreakError` for odd lengths."""
        return self._changed(replace(self.modes(), quiet_until=self._until(length_s)))

    def reading(self, length_s: float | None) -> Modes:
        """Somebody is there for so long though nothing is typed; None ends it.

        Raises `BreakError` for odd lengths.
        """
        return self._changed(replace(self.modes(), reading_until=self._until(length_s)))

    def records(self, span: Span) -> tuple[BreakRecord, ...]:
        return self.store.records(span)

    def activity(self, span: Span) -> tuple[ActivityStretch, ...]:
        return self.store.activity(span)

    def now(self) -> datetime:
        return self.clock.read().wall_at

    def today(self) -> Span:
        """The log's day."""
        return self.clock.day_span(self.now())

    def _changed(self, modes: Modes) -> Modes:
        self.choices.keep_modes(modes)
        return modes

    def _until(self, length_s: float | None) -> datetime | None:
        if length_s is None:
            return None
        if not SHORTEST_MODE_S <= length_s <= LONGEST_MODE_S:
            raise BreakError(
                texts.NO_LENGTH,
                what=texts.MODE,
                text=length_text(length_s),
                least=length_text(SHORTEST_MODE_S),
                most=length_text(LONGEST_MODE_S),
            )
        return self.now() + timedelta(seconds=length_s)

    def _is_watched(self) -> bool:
        return self._live_beat(self.clock.read()) is not None

    def _live_beat(self, reading: Reading) -> Beat | None:
        """That of the program which watches; None where none does."""
        now = Beat(
            watcher="",
            at=reading.wall_at,
            elapsed_s=reading.elapsed_s,
            awake_s=reading.awake_s,
            boot_id=reading.boot_id,
        )
        kept = self.store.beat()
        return kept if is_alive(kept, now) else None

    def _log_time(self, reading: Reading, seen_at: datetime | None) -> datetime:
        """As the program that watches reads it, though the clock was set since it began."""
        beat = self._live_beat(reading)
        if beat is None:
            return anchored(reading, seen_at).at
        return log_time(Anchor(at=beat.at, elapsed_s=beat.elapsed_s), reading)

    def _state(self) -> State:
        """As a program that begins to watch now would find it."""
        reading, seen_at = self.clock.read(), self.store.latest_activity_end()
        at = self._log_time(reading, seen_at)
        sight = Sight(
            at=at,
            elapsed_s=reading.elapsed_s,
            awake_s=reading.awake_s,
            day=self.clock.day(at),
            shift_left_s=self.shift_left_s(),
        )
        lately = Span(at - REMEMBERED, at + timedelta(seconds=1))
        logged = Logged(
            records=[one for one in self.store.records(lately) if one.outcome is not None],
            open_records=self.store.open_records(),
            activity=self.store.activity(lately),
            seen_at=seen_at,
            day=self.clock.day_span(at),
        )
        return _on_screen(recalled(sight, logged, self.settings()).state)


def _on_screen(state: State) -> State:
    """An offer that nothing holds back is there to be seen."""
    going = state.going
    if going is None or going.stage is not Stage.HELD or going.record.reason:
        return state
    return replace(state, going=replace(going, stage=Stage.OFFERED))


def _is_in_call(state: State) -> bool:
    """As the program that watches has noted."""
    going = state.going
    return going is not None and going.stage is Stage.HELD and going.record.reason == IN_CALL


def _refused(state: State, act: Act, settings: Settings) -> BreakError:
    going = state.going
    if act is Act.BEGIN:
        return BreakError(texts.IN_CALL if _is_in_call(state) else texts.RUNS_ALREADY)
    if going is None or act is Act.DONE:
        return BreakError(texts.NOTHING_OPEN)
    if settings.is_strict:
        return BreakError(texts.IS_STRICT)
    if going.stage is Stage.RUNNING:
        return BreakError(texts.RUNS_ALREADY)
    return BreakError(texts.NO_MORE_POSTPONING, count=str(going.record.postponed_count))
