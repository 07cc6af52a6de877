"""The week in its first line. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.balance.model import Week
from workspace_assistant.core.balance.writing import told_text
from workspace_assistant.ui.verdict_look import FAILED, WAITING, Look
from workspace_assistant.ui.week import looks, texts
from workspace_assistant.ui.week.guide_state import is_first_time
from workspace_assistant.ui.week.picker_state import is_to_come
from workspace_assistant.ui.week.situation import Seen, Situation
from workspace_assistant.ui.week.writing import WindowWriting
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class HeroState:
    """Attributes: `lines` are sentences, what matters most first; `can_try` shows the button."""

    look: Look
    headline: str
    sentence: str = ""
    lines: tuple[str, ...] = ()
    can_try: bool = False


def hero_state(now: Situation, wording: Wording) -> HeroState:
    say, seen = wording.say, now.seen
    if now.trouble:
        return HeroState(
            look=FAILED, headline=say(texts.UNREADABLE), sentence=now.trouble, can_try=True
        )
    if seen is None:
        return HeroState(look=WAITING, headline=say(texts.OPENING))
    found = _without_numbers(seen)
    if found is not None:
        look, headline, sentence = found
        return HeroState(
            look=look,
            headline=say(headline).removesuffix("."),
            sentence=say(sentence) if sentence else "",
        )
    return _told(seen, wording)


def is_empty(week: Week) -> bool:
    """Whether nothing was planned, logged or watched."""
    return not any(day.frames or day.pieces or day.worked_s for day in week.days)


def _without_numbers(seen: Seen) -> tuple[Look, str, str] | None:
    if seen.week.is_off:
        return looks.OFF, seen.summary.headline.sentence, texts.OFF_MORE
    if is_to_come(seen):
        return looks.QUIET, texts.FUTURE, texts.FUTURE_MORE
    if is_empty(seen.week) and not seen.week.with_target:
        if not seen.is_whole:
            return WAITING, texts.OPENING, ""  # whether it is the first one is not known yet
        if is_first_time(seen):
            return looks.WEEK, texts.FIRST, texts.FIRST_MORE
        return looks.QUIET, texts.EMPTY, texts.EMPTY_MORE
    return None


def _told(seen: Seen, wording: Wording) -> HeroState:
    week, summary, writing = seen.week, seen.summary, WindowWriting(wording)
    known = len(week.with_target)
    lines = tuple(told_text(one, writing) for one in summary.sentences)
    look = looks.WEEK if known else looks.QUIET
    is_all_met = week.is_over and known and week.met_count == known
    return HeroState(
        look=looks.ALL_MET if is_all_met else look,
        headline=told_text(summary.headline, writing).removesuffix("."),
        sentence="" if known or lines else wording.say(texts.NO_TARGETS_MORE),
        lines=lines,
    )
