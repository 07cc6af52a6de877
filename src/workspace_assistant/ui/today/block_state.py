"""The card of the running block, or of the day's blocks while none runs. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workspace_assistant.core.days import day_of, day_span
from workspace_assistant.core.focus.accounting import worked_s
from workspace_assistant.core.focus.model import Block
from workspace_assistant.ui.focus.running_state import RingState, running_state
from workspace_assistant.ui.focus.situation import Situation
from workspace_assistant.ui.today import texts
from workspace_assistant.ui.today.facts import Facts
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenBlockState:
    """The block that runs.

    Attributes:
        proceed: what the button says that pauses or goes on.
        can_act: else the focus page asks something first.
    """

    look: Look
    name: str
    sentence: str
    ring: RingState
    proceed: str
    can_act: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockState:
    """`number` and `unit` are of today's blocks, while none runs."""

    title: str
    running: OpenBlockState | None
    number: str
    unit: str
    detail: str
    trouble: str


def block_state(now: Situation, facts: Facts, wording: Wording) -> BlockState:
    title = wording.say(texts.FOCUS)
    if now.trouble:
        return _card(title, trouble=now.trouble)
    if now.now is None:
        return _card(title)
    if now.block is not None:
        running = running_state(now.now, now.block, wording)
        word = wording.say(running.look.word)
        return _card(
            title,
            running=OpenBlockState(
                look=running.look,
                name=running.name,
                sentence=running.sentence or word,
                ring=running.ring,
                proceed=running.proceed,
                can_act=running.can_act,
            ),
        )
    worked = worked_today_s(facts, blocks_now(now, facts))
    if not worked:
        return _card(title, detail=wording.say(texts.NOTHING_TODAY))
    return _card(
        title,
        number=spelled(worked, wording),
        unit=wording.say(texts.WORKED_TODAY),
        detail=wording.say(texts.NO_BLOCK),
    )


def blocks_now(now: Situation, facts: Facts) -> tuple[Block, ...]:
    """The blocks of the week, the open one as it is at this moment."""
    return facts.blocks if now.now is None else now.now.shown(facts.blocks)


def worked_today_s(facts: Facts, blocks: Sequence[Block]) -> float:
    """Of the blocks that start on this day."""
    today = day_span(day_of(facts.at, facts.zone), facts.zone)
    return sum(worked_s(one, facts.at) for one in blocks if today.holds(one.started_at))


def _card(
    title: str,
    *,
    running: OpenBlockState | None = None,
    number: str = "",
    unit: str = "",
    detail: str = "",
    trouble: str = "",
) -> BlockState:
    return BlockState(
        title=title, running=running, number=number, unit=unit, detail=detail, trouble=trouble
    )
