"""What the start of a block shows and remembers. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.focus.accounting import state, worked_s
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import Block, BlockState, Channel
from workspace_assistant.core.lengths import length_s
from workspace_assistant.core.typography import NARROW_SPACE
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.situation import Situation
from workspace_assistant.ui.wording.durations import spelled, writable
from workspace_assistant.ui.wording.wording import Wording

SHORT_S, LONG_S = 1500.0, 3000.0
BREAK_S = {SHORT_S: 300.0, LONG_S: 600.0}
_MOST_AGAIN = 3
_TAG = "#"


class Length(StrEnum):
    """How the planned length is chosen."""

    SHORT = "short"  # 25 / 5
    LONG = "long"  # 50 / 10
    OWN = "own"
    OPEN = "open"  # flow mode


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What the start field holds.

    Attributes:
        text: name and ``#tags``.
        own: the length written by the user, where the choice is `Length.OWN`.
    """

    text: str = ""
    channel: Channel = Channel.PHONE
    length: Length = Length.SHORT
    own: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """Something worked on before, to start at once."""

    label: str
    description: str
    plan: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class StartState:
    """`form` is what the field starts from; `names` are what it completes to."""

    headline: str
    sentence: str
    form: Form
    again: tuple[Again, ...]
    plans: tuple[Plan, ...]


def start_state(now: Situation, wording: Wording) -> StartState:
    plans = tuple(plan_again(block) for block in now.recent)
    remembered = now.last_plan or (plans[0] if plans else None)
    headline, sentence = _first_line(now, wording)
    return StartState(
        headline=headline,
        sentence=sentence,
        form=form_of(remembered, with_name=False) if remembered else Form(),
        again=tuple(_again(plan, wording) for plan in plans[:_MOST_AGAIN]),
        plans=plans,
    )


def plan_again(block: Block) -> Plan:
    """The same once more."""
    return Plan(name=block.name, channel=block.channel, tags=block.tags, planned_s=block.planned_s)


def form_of(plan: Plan, *, with_name: bool = True) -> Form:
    """The form that gives *plan*, without its name where the field is to be empty."""
    lengths = {SHORT_S: Length.SHORT, LONG_S: Length.LONG, None: Length.OPEN}
    length = lengths.get(plan.planned_s, Length.OWN)
    own = writable(plan.planned_s or 0.0) if length is Length.OWN else ""
    words = (plan.name, *(f"{_TAG}{tag}" for tag in plan.tags))
    return Form(
        text=" ".join(words) if with_name else "",
        channel=plan.channel,
        length=length,
        own=own,
    )


def plan_of(form: Form) -> Plan:
    """The plan of a filled-in form; raises `FocusError` for one without a name or a length."""
    name, tags = name_and_tags(form.text)
    if not name:
        raise FocusError(texts.NAME_MISSING)
    return Plan(name=name, channel=form.channel, tags=tags, planned_s=_planned_s(form))


def name_and_tags(text: str) -> tuple[str, tuple[str, ...]]:
    """``Refund queue #billing #vip`` is a name and two tags; a number sign alone is neither."""
    words = text.split()
    tags = [word.lstrip(_TAG) for word in words if word.startswith(_TAG)]
    name = " ".join(word for word in words if not word.startswith(_TAG))
    return name, tuple(dict.fromkeys(filter(None, tags)))


def written_length_s(text: str) -> float:
    """Seconds of a length as it was written; raises `FocusError` for what is none."""
    try:
        return length_s(text.replace(NARROW_SPACE, " "))
    except RefusedError as error:
        raise FocusError(texts.LENGTH_UNCLEAR, text=text.strip()) from error


def _planned_s(form: Form) -> float | None:
    match form.length:
        case Length.SHORT:
            return SHORT_S
        case Length.LONG:
            return LONG_S
        case Length.OPEN:
            return None
        case _:
            return written_length_s(form.own)


def _first_line(now: Situation, wording: Wording) -> tuple[str, str]:
    if now.ended is not None:
        return _ending(now.ended, wording)
    if is_first_time(now):
        return wording.say(texts.START_FIRST), ""
    return wording.say(texts.START_NEXT), ""


def is_first_time(now: Situation) -> bool:
    """Nothing was ever logged."""
    return now.now is not None and now.block is None and not now.recent and now.ended is None


def _ending(block: Block, wording: Wording) -> tuple[str, str]:
    """What was worked in the block that was just stopped, and the break that fits."""
    over = block.ended_at or block.started_at
    worked = spelled(worked_s(block, over), wording)
    if state(block, over) is BlockState.UNCOMPLETED and block.planned_s is not None:
        planned = spelled(block.planned_s, wording)
        said = wording.say(texts.ENDED_EARLY, name=block.name, worked=worked, planned=planned)
        return said, ""
    pause_s = BREAK_S.get(block.planned_s or 0.0)
    fits = wording.say(texts.BREAK_FITS, length=spelled(pause_s, wording)) if pause_s else ""
    return wording.say(texts.ENDED, name=block.name, worked=worked), fits


def _again(plan: Plan, wording: Wording) -> Again:
    length = (
        wording.say(texts.OPEN_END) if plan.planned_s is None else spelled(plan.planned_s, wording)
    )
    return Again(
        label=wording.say(texts.WITH_LENGTH, name=plan.name, length=length),
        description=wording.say(texts.AGAIN_NAMED, name=plan.name, length=length),
        plan=plan,
    )
