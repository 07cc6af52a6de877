"""When somebody is at the computer, told by looks a few seconds apart.

- Input proves that somebody is there; so does a call. Quiet of up to three minutes between two
  proofs is time at the computer as well: people read and think.
- Longer quiet, a locked screen and sleep are time away, from the last proof on.
- Where input cannot be seen nobody is taken for away but by a lock or by sleep. That time counts
  as work, or no break would ever come; the log calls it unknown.
- Where nobody looked for long, because the program stood still, what happened stays unknown: it
  counts neither as work nor as a break.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workspace_assistant.core.breaks.model import ActivityKind
from workspace_assistant.core.breaks.sight import Call, Sight

# ActivityWatch ends activity after the same three minutes.
PRESENT_S = 180.0
# Asking who uses a microphone costs a program run.
CALL_LOOK_S = 20.0
# Awake, and yet nobody looked for so long.
OVERDUE_AFTER_S = 60.0
# Two clocks read one after the other differ by less.
_SHORTEST_SLEEP_S = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """What is known from all looks so far.

    Attributes:
        at: the last look.
        proof_at: the last instant at which somebody was there, or may have been where input cannot
            be seen.
        woke_at: no input before this is believed: most systems do not count sleep as quiet.
        is_away: it is sure that nobody was there since `proof_at`.
        is_in_call: lasts until the sensor, when it is asked next, says otherwise.
        is_call_unknown: the sensor could not tell when it was asked last.
        call_asked_s: when that was, on the steady clock.
    """

    at: datetime
    elapsed_s: float
    awake_s: float | None
    proof_at: datetime
    woke_at: datetime
    is_away: bool = False
    is_in_call: bool = False
    is_call_unknown: bool = False
    call_asked_s: float | None = None

    @property
    def logged_to(self) -> datetime:
        """Up to here the kind of time is known."""
        return self.at if self.is_away else self.proof_at

    @property
    def quiet_s(self) -> float:
        """Since somebody was there last."""
        return (self.at - self.proof_at).total_seconds()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Time that one look made known. Attributes: `is_work` where it counts towards a break."""

    kind: ActivityKind
    start: datetime
    end: datetime
    is_work: bool = False

    @property
    def length_s(self) -> float:
        return (self.end - self.start).total_seconds()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A break that runs or is offered: from `since` on, quiet of `least_s` is no reading."""

    since: datetime
    least_s: float

    def holds(self, start: datetime, end: datetime) -> bool:
        """Whether quiet from *start* to *end* is rest."""
        return (end - max(start, self.since)).total_seconds() >= self.least_s


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one look tells.

    Attributes:
        since: the look before.
        pieces: what is known anew of the time before this look.
        is_back: somebody was there since the look before.
        has_input: keys or mouse were used since the look before.
        rest_from, rest_s: time without input or call that ended since the look before, be it long
            enough to be away or not; 0 for none.
    """

    attended: Attended
    since: datetime
    pieces: tuple[Piece, ...]
    is_back: bool
    has_input: bool
    rest_from: datetime
    rest_s: float

    @property
    def since_s(self) -> float:
        return (self.attended.at - self.since).total_seconds()

    @property
    def worked_s(self) -> float:
        return sum(piece.length_s for piece in self.pieces if piece.is_work)

    @property
    def blind_s(self) -> float:
        """For so long it was looked, and input could not be seen."""
        return sum(
            piece.length_s
            for piece in self.pieces
            if piece.kind is ActivityKind.UNKNOWN and piece.is_work
        )

    @property
    def unseen_s(self) -> float:
        """For so long nobody looked."""
        return sum(
            piece.length_s
            for piece in self.pieces
            if piece.kind is ActivityKind.UNKNOWN and not piece.is_work
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Between:
    """What happened since the look before."""

    has_slept: bool
    is_overdue: bool
    was_in_call: bool


def first(sight: Sight) -> Attended:
    """The first look: nothing is known of the time before it."""
    new = Attended(
        at=sight.at,
        elapsed_s=sight.elapsed_s,
        awake_s=sight.awake_s,
        proof_at=sight.at,
        woke_at=sight.at,
    )
    known = _asked(new, sight)
    is_idle = sight.idle_s is not None and sight.idle_s > PRESENT_S and not sight.is_reading
    return replace(known, is_away=(sight.is_shut or is_idle) and not known.is_in_call)


def attended(before: Attended, sight: Sight, pause: Pause | None = None) -> Look:
    """What one more look tells, beside a break that runs or is offered."""
    between = _between(before, sight)
    known = _asked(replace(before, is_in_call=between.was_in_call), sight)
    woke_at = sight.at if between.has_slept else before.woke_at
    input_at = None if between.has_slept else _input_at(sight, woke_at)
    proof_at = _proof_at(known, between, sight, input_at)
    after = replace(
        known,
        at=sight.at,
        elapsed_s=sight.elapsed_s,
        awake_s=sight.awake_s,
        proof_at=proof_at,
        woke_at=woke_at,
        is_away=_is_away(known, between, sight, proof_at, pause),
    )
    pieces = _pieces(before, between, after, sight, pause)
    return Look(
        attended=after,
        since=before.at,
        pieces=pieces,
        is_back=proof_at > before.proof_at,
        has_input=input_at is not None and input_at > before.at,
        rest_from=before.proof_at,
        rest_s=_rest_s(before, after, pieces),
    )


def is_call_due(known: Attended, sight: Sight) -> bool:
    """Whether to ask about a call now."""
    asked_s = known.call_asked_s
    return asked_s is None or sight.elapsed_s - asked_s >= CALL_LOOK_S


def _between(before: Attended, sight: Sight) -> _Between:
    elapsed_s = sight.elapsed_s - before.elapsed_s
    if before.awake_s is None or sight.awake_s is None:
        has_slept = False
    else:
        has_slept = elapsed_s - (sight.awake_s - before.awake_s) > _SHORTEST_SLEEP_S
    is_overdue = not has_slept and elapsed_s > OVERDUE_AFTER_S
    return _Between(
        has_slept=has_slept,
        is_overdue=is_overdue,
        was_in_call=before.is_in_call and not (has_slept or is_overdue),
    )


def _asked(known: Attended, sight: Sight) -> Attended:
    if sight.call is Call.NOT_ASKED:
        return known
    return replace(
        known,
        is_in_call=sight.call is Call.GOING_ON,
        is_call_unknown=sight.call is Call.UNKNOWN,
        call_asked_s=sight.elapsed_s,
    )


def _input_at(sight: Sight, woke_at: datetime) -> datetime | None:
    """The last input that counts: whoever types a password into a locked screen is not back."""
    if sight.idle_s is None or sight.is_shut:
        return None
    at = sight.at - timedelta(seconds=sight.idle_s)
    return at if at > woke_at else None


def _proof_at(
    known: Attended, between: _Between, sight: Sight, input_at: datetime | None
) -> datetime:
    is_taken_for_there = not sight.is_shut and (sight.idle_s is None or sight.is_reading)
    if known.is_in_call or is_taken_for_there:
        return sight.at
    if between.is_overdue and sight.is_shut and not known.is_away:
        return sight.at  # what was before is unknown; from here on nobody is there
    return known.proof_at if input_at is None else max(known.proof_at, input_at)


def _is_away(
    known: Attended, between: _Between, sight: Sight, proof_at: datetime, pause: Pause | None
) -> bool:
    if known.is_in_call or sight.is_shut:
        return not known.is_in_call
    goes_on = proof_at == known.proof_at and (known.is_away or between.has_slept)
    return goes_on or _is_long(proof_at, sight.at, pause)


def _is_long(start: datetime, end: datetime, pause: Pause | None) -> bool:
    """Whether quiet for so long is time away."""
    if (end - start).total_seconds() > PRESENT_S:
        return True
    return pause is not None and pause.holds(start, end)


def _pieces(
    before: Attended, between: _Between, after: Attended, sight: Sight, pause: Pause | None
) -> tuple[Piece, ...]:
    pieces = []
    if after.proof_at > before.logged_to:
        kind, is_work = _kind(before, between, after, sight, pause)
        start, end = before.logged_to, after.proof_at
        pieces.append(Piece(kind=kind, start=start, end=end, is_work=is_work))
    away_from = max(after.proof_at, before.logged_to)
    if after.is_away and away_from < after.at:
        pieces.append(Piece(kind=ActivityKind.AWAY, start=away_from, end=after.at))
    return tuple(pieces)


def _kind(
    before: Attended, between: _Between, after: Attended, sight: Sight, pause: Pause | None
) -> tuple[ActivityKind, bool]:
    """Of the time between two proofs, and whether it was work."""
    if between.is_overdue:
        return ActivityKind.UNKNOWN, False
    if before.is_away or between.has_slept:
        return ActivityKind.AWAY, False
    if between.was_in_call:
        return ActivityKind.CALL, True
    if sight.idle_s is None:
        return ActivityKind.UNKNOWN, True
    is_long = _is_long(before.proof_at, after.proof_at, pause)
    return (ActivityKind.AWAY, False) if is_long else (ActivityKind.ACTIVE, True)


def _rest_s(before: Attended, after: Attended, pieces: tuple[Piece, ...]) -> float:
    is_seen = any(
        piece.end == after.proof_at and piece.kind in {ActivityKind.AWAY, ActivityKind.ACTIVE}
        for piece in pieces
    )
    return (after.proof_at - before.proof_at).total_seconds() if is_seen else 0.0
