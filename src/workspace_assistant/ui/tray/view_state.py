"""What the icon in the panel shows and says, in plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workspace_assistant.core.breaks.model import Act, Stage
from workspace_assistant.core.focus.accounting import open_gap, remaining_s, state, worked_s
from workspace_assistant.core.focus.acts import open_interruption
from workspace_assistant.core.focus.model import Block, BlockState
from workspace_assistant.core.readiness.model import Verdict
from workspace_assistant.ui.breaks.hero_state import is_on
from workspace_assistant.ui.breaks.now_state import QUIET_S, can_begin
from workspace_assistant.ui.breaks.situation import Situation as Breaks
from workspace_assistant.ui.focus.looks import ALONE, INTERRUPTION, STATE_LOOKS
from workspace_assistant.ui.focus.running_state import running_state
from workspace_assistant.ui.focus.situation import Situation
from workspace_assistant.ui.readiness.hero_state import hero_state
from workspace_assistant.ui.readiness.situation import Situation as Readiness
from workspace_assistant.ui.tray import texts
from workspace_assistant.ui.verdict_look import NOT_CHECKED, VERDICT_LOOKS, Look, report_look
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.wording import Wording

_MINUTE_S = 60.0
_LONGEST_NAME = 60  # Windows cuts a tooltip off after 127 characters
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelState:
    """The icon in the panel, which is there also without a block.

    Attributes:
        look: of the readiness check.
        badge: how the open block stands.
        tip: both in words.
        check: what the entry says that starts a check or gives it up.
        can_check: there is something to start or to give up.
    """

    look: Look
    badge: Look | None
    tip: str
    check: str
    can_check: bool
    block: TrayState | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakMenu:
    """The entries about breaks.

    Attributes:
        act: what the first one does.
        can_act: a shift or a block runs, and no call.
        is_quiet: the second one ends it.
    """

    act: Act
    words: str
    can_act: bool
    quiet: str
    is_quiet: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TrayState:
    """The open block in the panel.

    Attributes:
        tip: name and time, in whole minutes.
        proceed: what the entry says that pauses or goes on.
        can_act: else the window asks something first.
        can_interrupt: the clock goes on.
        stale_after_s: then the tip says another minute; None while the clock stands still.
    """

    look: Look
    tip: str
    proceed: str
    can_act: bool
    can_interrupt: bool
    is_interrupted: bool
    stale_after_s: float | None


def panel_state(checked: Readiness, focus: Situation, wording: Wording) -> PanelState:
    look, verdict = _verdict(checked, wording)
    block, run = tray_state(focus, wording), checked.run
    tips = (block.tip if block else "", verdict)
    return PanelState(
        look=look,
        badge=block.look if block else None,
        tip="\n".join(filter(None, tips)),
        check=wording.say(texts.CHECK_NOW if run is None else texts.CANCEL_CHECK),
        can_check=not checked.is_opening if run is None else not run.is_cancelling,
        block=block,
    )


def break_menu(now: Breaks, wording: Wording) -> BreakMenu | None:
    """None where no break ever comes, or nobody watches them."""
    seen, standing = now.seen, now.standing
    if standing is None or now.has_broken or (seen is not None and not is_on(seen.settings)):
        return None
    say, until, due = wording.say, standing.modes.quiet_until, standing.open
    is_running = due is not None and due.stage is Stage.RUNNING
    is_offered = due is not None and due.stage is Stage.OFFERED
    quiet = say(texts.QUIET, length=spelled(QUIET_S, wording))
    return BreakMenu(
        act=Act.DONE if is_running else Act.BEGIN,
        words=say(texts.BREAK_BACK if is_running else texts.BREAK_NOW),
        can_act=is_running or is_offered or can_begin(standing),
        quiet=say(texts.QUIET_END, time=wording.clock(until)) if until else quiet,
        is_quiet=until is not None,
    )


def _verdict(checked: Readiness, wording: Wording) -> tuple[Look, str]:
    """As the page says it, in a few words; an old answer is none for now."""
    look, report = hero_state(checked, wording).look, checked.report
    if checked.run is not None:
        return look, wording.say(texts.CHECKING)
    if report is None or checked.fault:
        # a fault of our own is no verdict about the workplace, and an earlier one holds no longer
        look = VERDICT_LOOKS[Verdict.NOT_TESTED] if checked.fault else NOT_CHECKED
        return look, wording.say(look.word)
    said = texts.CHECKED_TODAY
    if wording.local(report.finished_at).date() != wording.local(checked.now).date():
        said = texts.CHECKED_BEFORE
    return look, wording.say(
        said,
        verdict=wording.say(report_look(report).word),
        clock=wording.clock(report.finished_at),
        date=wording.short_date(report.finished_at),
    )


def tray_state(now: Situation, wording: Wording) -> TrayState | None:
    """None where no block is open."""
    if now.now is None or now.block is None:
        return None
    block, at = now.block, now.now.at
    running = running_state(now.now, block, wording)
    is_held = open_gap(block) is not None
    look, tip = _standing(block, at, wording)
    if not running.can_act:
        look, tip = ALONE, wording.say(texts.TIP_WAITS, name=_short(block.name))
    return TrayState(
        look=look,
        tip=tip,
        proceed=running.proceed,
        can_act=running.can_act,
        can_interrupt=not is_held,
        is_interrupted=open_interruption(block) is not None,
        stale_after_s=None if is_held or not running.can_act else _until_next_minute_s(block, at),
    )


def _standing(block: Block, at: datetime, wording: Wording) -> tuple[Look, str]:
    name, rest = _short(block.name), _rest(block, at, wording)
    standing = state(block, at)
    look, word = STATE_LOOKS[standing], texts.STATES.get(standing, "")
    if standing is BlockState.RUNNING and open_interruption(block) is not None:
        look, word = INTERRUPTION, texts.INTERRUPTED
    if not word:
        return look, wording.say(texts.TIP, name=name, rest=rest)
    return look, wording.say(texts.TIP_HELD, name=name, state=wording.say(word), rest=rest)


def _rest(block: Block, at: datetime, wording: Wording) -> str:
    left_s = remaining_s(block, at)
    if left_s is None:
        return _minutes(worked_s(block, at), texts.WORKED, texts.JUST_BEGUN, wording)
    if left_s <= 0:
        return _minutes(-left_s, texts.OVER, texts.JUST_OVER, wording)
    return _minutes(left_s, texts.LEFT, texts.SOON_OVER, wording)


def _minutes(length_s: float, said: str, below_a_minute: str, wording: Wording) -> str:
    if length_s < _MINUTE_S:
        return wording.say(below_a_minute)
    return wording.say(said, length=spelled(length_s, wording))


def _until_next_minute_s(block: Block, at: datetime) -> float:
    left_s = remaining_s(block, at)
    if left_s is not None and left_s > 0:
        return left_s % _MINUTE_S
    counted_s = worked_s(block, at) if left_s is None else -left_s
    return _MINUTE_S - counted_s % _MINUTE_S


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + _ELLIPSIS
