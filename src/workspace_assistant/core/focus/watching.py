"""When time in a running block is no work: nobody at the computer, a locked screen, sleep.

Looked at every few seconds. What happened in between is told by the instant of the last input, by
the two steady clocks, whose difference is sleep, and by what the block itself holds.

How it is decided:

- An absence is one gap, however many things happen in it. It begins at the last proof that
  somebody was there: input, a call, an act on the block. Its reason is the strongest that was seen:
  sleep, then lock, then idle.
- It ends with the first input after it (where the screen was locked, after the unlocking), with a
  call, or with an act on the block.
- In a call nobody is away. Where that cannot be told, quiet counts as absence.
- Where input cannot be seen nobody is taken for absent but by a lock or by sleep.
- In a pause nothing begins: it is a gap already, and a wanted one.
- Sleep is what the clocks say. That it was announced only tells when it began and ended.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workspace_assistant.core.focus.accounting import is_wanted, last_act_at, open_gap
from workspace_assistant.core.focus.looks import Call, Look, Sight, Watch, compared
from workspace_assistant.core.focus.model import Block, Gap, GapReason
from workspace_assistant.core.focus.ports import Heartbeat, NewId
from workspace_assistant.core.focus.recovery import OVERDUE_AFTER_S

# Shorter absences are none: the log keeps no gap for a slip of the mouse.
SHORTEST_GAP_S = 1.0
# Asking who uses a microphone costs a program run; a call is seen that often at least.
CALL_LOOK_S = 20.0
# From the last key of a password to the open screen, on a slow computer.
UNLOCKING_S = 30.0

_STRENGTH = (GapReason.NOT_WATCHED, GapReason.IDLE, GapReason.LOCK, GapReason.SUSPEND)


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchSettings:
    """Attributes: `idle_threshold_s` without input is an absence; looked at every `poll_s`."""

    idle_threshold_s: float = 300.0
    poll_s: float = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Attributes: `until` is None while it lasts."""

    since: datetime
    until: datetime | None = None
    reason: GapReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What follows from one look.

    Attributes:
        watch: what is known from now on.
        returned_at: the open gap ends here.
        absence: a gap that is to be added.
        reason: the open gap has this one from now on.
    """

    watch: Watch
    returned_at: datetime | None = None
    absence: Absence | None = None
    reason: GapReason | None = None


def begun(block: Block, sight: Sight, beat: Heartbeat | None) -> Watch:
    """The first look at a block; goes on from the heartbeat of whoever watched it before."""
    if beat is None or beat.block_id != block.id:
        at, reading, active_at = sight.at, sight.reading, _first_seen_at(block, sight)
    else:
        at, reading = min(beat.at, sight.at), beat.reading
        active_at = min(beat.last_active_at, sight.at)
    return Watch(block_id=block.id, at=at, reading=reading, proof_at=active_at, active_at=active_at)


def _first_seen_at(block: Block, sight: Sight) -> datetime:
    """Where an absence begins that a first look finds: nobody knows of the time before it.

    A locked screen was locked by somebody, with the last input where that is known.
    """
    if not sight.is_locked:
        return last_act_at(block)
    return max(sight.at - timedelta(seconds=sight.presence.idle_s or 0.0), last_act_at(block))


def observed(watch: Watch, block: Block, sight: Sight, settings: WatchSettings) -> Decision:
    """What one more look means for the open *block*."""
    look = compared(watch, block, sight, settings.poll_s)
    known = _known(look)
    gap = open_gap(block)
    if gap is None:
        return Decision(watch=known, absence=_absence(look, known.active_at, settings))
    if is_wanted(gap):
        return Decision(watch=known)
    returned_at = _returned_at(look, gap)
    if returned_at is not None:
        return Decision(watch=known, returned_at=max(returned_at, gap.started_at))
    return Decision(watch=known, reason=_stronger(look, gap))


def is_call_due(watch: Watch, decision: Decision, sight: Sight) -> bool:
    """Whether to ask about a call now: it was quiet for a while, or an absence would begin."""
    would_begin = decision.absence is not None
    if watch.call_asked_s is None:
        is_long_ago = True
    else:
        is_long_ago = sight.reading.elapsed_s - watch.call_asked_s >= CALL_LOOK_S
    quiet_s = (sight.at - decision.watch.active_at).total_seconds()
    return would_begin or (is_long_ago and quiet_s >= CALL_LOOK_S)


def with_decision(block: Block, decision: Decision, new_id: NewId) -> Block:
    """The block with what was decided. Gaps of absences wait for the person's answer."""
    gap = open_gap(block)
    if gap is None:
        return _with_absence(block, decision.absence, new_id)
    earlier = block.gaps[:-1]
    if decision.returned_at is not None:
        return replace(block, gaps=(*earlier, *_over(gap, decision.returned_at)))
    if decision.reason is not None:
        return replace(block, gaps=(*earlier, replace(gap, reason=decision.reason)))
    return block


def _known(look: Look) -> Watch:
    watch, sight = look.watch, look.sight
    proofs = [watch.proof_at, last_act_at(look.block)]
    if sight.call is Call.GOING_ON:
        proofs.append(sight.at)
    if look.input_at is not None and not sight.is_locked:
        proofs.append(look.input_at)
    proof_at = min(max(proofs), sight.at)
    if sight.sees_input:
        active_at = proof_at
    else:
        active_at = max(watch.active_at, proof_at) if sight.is_locked else sight.at
    was_asked = sight.call is not Call.NOT_ASKED
    return replace(
        watch,
        at=sight.at,
        reading=sight.reading,
        proof_at=proof_at,
        active_at=active_at,
        woke_at=look.woke_at if look.has_slept else watch.woke_at,
        is_locked=sight.presence.is_locked,
        call_asked_s=sight.reading.elapsed_s if was_asked else watch.call_asked_s,
        was_in_call=sight.call is Call.GOING_ON if was_asked else watch.was_in_call,
    )


def _absence(look: Look, active_at: datetime, settings: WatchSettings) -> Absence | None:
    """The gap that begins, or that came and went since the look before."""
    if look.has_slept:
        return _asleep(look)
    if look.sight.is_locked and not look.is_in_call:
        return Absence(since=active_at, reason=GapReason.LOCK)
    if look.is_overdue and (missed := _not_watched(look, settings)):
        return missed
    if not look.sight.sees_input or look.is_in_call:
        return None
    is_long = (look.sight.at - active_at).total_seconds() >= settings.idle_threshold_s
    return Absence(since=active_at, reason=GapReason.IDLE) if is_long else None


def _asleep(look: Look) -> Absence | None:
    """Sleep with the quiet time before it, until somebody is there again."""
    if _is_accounted_for(look):
        return None
    since = look.watch.proof_at if look.sight.sees_input else look.fell_asleep_at
    if look.act_at is not None and look.is_before_sleep(look.act_at):
        since = look.act_at
    until = look.present_at
    if until is None and not look.sight.sees_input and not look.sight.is_locked:
        until = look.woke_at  # all that can be known: the computer is awake again
    return Absence(since=since, until=until, reason=GapReason.SUSPEND)


def _is_accounted_for(look: Look) -> bool:
    """Whether a gap of somebody else's making (a pause that is over) holds the sleep already."""
    ends = [gap.ended_at for gap in look.block.gaps if gap.ended_at is not None]
    return any(end > look.watch.at and not look.is_before_sleep(end) for end in ends)


def _not_watched(look: Look, settings: WatchSettings) -> Absence | None:
    """Nobody looked for long. That is a gap, unless nobody can have been away for long in it."""
    if look.sight.sees_input:
        since, longest_s = look.watch.proof_at, settings.idle_threshold_s
        until = look.present_at
    else:
        since, longest_s = look.watch.at, OVERDUE_AFTER_S
        until = look.sight.at
    since = max(since, look.act_at or since)
    if until is None or (until - since).total_seconds() < longest_s:
        return None
    return Absence(since=since, until=until, reason=GapReason.NOT_WATCHED)


def _returned_at(look: Look, gap: Gap) -> datetime | None:
    present_at = look.present_at
    if present_at is not None or look.sight.is_locked:
        return present_at
    presence = look.sight.presence
    if presence.idle_s is None:
        was_locked = gap.reason is GapReason.LOCK and presence.is_locked is False
        return look.sight.at if was_locked or look.is_unlocked_now else None
    # The password was typed before the last look; the screen opened after it.
    is_just_open = look.is_unlocked_now and presence.idle_s <= UNLOCKING_S
    return look.sight.at if is_just_open else None


def _stronger(look: Look, gap: Gap) -> GapReason | None:
    """The reason that the open gap has from now on; None when it keeps its own."""
    seen = gap.reason
    if look.has_slept:
        seen = GapReason.SUSPEND
    elif look.sight.is_locked:
        seen = GapReason.LOCK
    return seen if _STRENGTH.index(seen) > _STRENGTH.index(gap.reason) else None


def _with_absence(block: Block, absence: Absence | None, new_id: NewId) -> Block:
    if absence is None:
        return block
    # Gaps lie apart from each other, after all that is over, and inside the block: its start may
    # have been moved since the look before.
    ends = (gap.ended_at for gap in block.gaps if gap.ended_at is not None)
    since = max([absence.since, block.started_at, *ends])
    new = Gap(id=new_id(), started_at=since, reason=absence.reason, is_unanswered=True)
    added = (new,) if absence.until is None else _over(new, absence.until)
    return replace(block, gaps=(*block.gaps, *added))


def _over(gap: Gap, until: datetime) -> tuple[Gap, ...]:
    is_short = (until - gap.started_at).total_seconds() < SHORTEST_GAP_S
    return () if is_short else (replace(gap, ended_at=until),)
