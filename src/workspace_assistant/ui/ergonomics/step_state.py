"""What one step of the self-check shows. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from workspace_assistant.core.ergonomics.model import Band, Kind, Question, Timed
from workspace_assistant.core.ergonomics.texts import (
    BAND_TEXTS,
    DURATION_HELP,
    DURATION_PROMPTS,
    SECTION_NAMES,
)
from workspace_assistant.core.ergonomics.wording import basis_text
from workspace_assistant.core.typography import NARROW_SPACE
from workspace_assistant.ui.ergonomics import texts
from workspace_assistant.ui.ergonomics.names import workplace_name
from workspace_assistant.ui.ergonomics.pictures import picture_of
from workspace_assistant.ui.ergonomics.situation import Situation
from workspace_assistant.ui.ergonomics.walk import (
    STEPS,
    Walk,
    band_of,
    can_go_on,
    timed_asked,
    timed_open,
)
from workspace_assistant.ui.wording.names import inside_sentence, listed
from workspace_assistant.ui.wording.wording import Wording

_A_STEP_S = 12.0
_MINUTE_S = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionState:
    """An answer to choose or a box to tick.

    Attributes:
        key: the digit that does the same.
        picture: the drawing's folder and name; empty without one.
        note: what is to be known of it: that it was the answer last time.
    """

    question_id: str
    option_id: str
    key: str
    text: str
    picture: str
    is_chosen: bool
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedState:
    """How long one thing is used.

    Attributes:
        basis: what that rests on, or why it is not known.
        value: the chosen band; empty where none is.
    """

    timed: Timed
    label: str
    basis: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepState:
    """The screen of one step.

    Attributes:
        number: of the step, from 1: another number is another screen.
        options: what the step asks; exactly one, or boxes where `is_choice` is not set.
        more: boxes beside a choice.
        timed: how long things are used, in place of options.
        meanings: what the bands mean.
        note: what follows from what was answered, or what is still open.
        keys: what can be typed.
        next_timed: which of `timed` a digit answers; None where none is open.
    """

    number: int
    progress: str
    fraction: float
    part: str
    prompt: str = ""
    help: str = ""
    options: tuple[OptionState, ...] = ()
    is_choice: bool = True
    more_prompt: str = ""
    more: tuple[OptionState, ...] = ()
    timed: tuple[TimedState, ...] = ()
    meanings: tuple[str, ...] = ()
    note: str = ""
    keys: str = ""
    next_timed: Timed | None = None
    can_go_on: bool = True
    can_go_back: bool = True
    next_text: str = ""


def step_state(now: Situation, wording: Wording) -> StepState | None:
    """None where no self-check is under way."""
    walk = now.walk
    if walk is None:
        return None
    one = walk.step.question
    return _timed_step(now, walk, wording) if one is None else _asked(now, walk, one, wording)


def option_at(state: StepState, key: str) -> OptionState | None:
    """What the key with that digit answers."""
    return next((one for one in (*state.options, *state.more) if one.key == key), None)


def band_at(state: StepState, key: str) -> tuple[Timed, Band] | None:
    """What the key with that digit says of the first time of use that is open."""
    bands = {str(number): band for number, band in enumerate(Band, 1)}
    if state.next_timed is None or key not in bands:
        return None
    return state.next_timed, bands[key]


def band_meaning(band: Band, wording: Wording) -> str:
    """The word of the band, and its limits: “Short: less than 30 min in one go …”."""
    meaning = inside_sentence(wording.say(BAND_TEXTS[band]))
    return wording.say(texts.BAND_MEANING, band=wording.say(texts.BANDS[band]), meaning=meaning)


def _asked(now: Situation, walk: Walk, one: Question, wording: Wording) -> StepState:
    more = walk.more
    options = _options(walk, one, 1, wording)
    is_choice = one.kind is Kind.CHOICE
    help_text = wording.say(one.help) if one.help else ""
    if not is_choice:
        help_text = " ".join(filter(None, (help_text, wording.say(texts.TICK_WHAT_IS_TRUE))))
    return replace(
        _frame(now, walk, wording),
        prompt=wording.say(one.prompt),
        help=help_text,
        options=options,
        is_choice=is_choice,
        more_prompt=wording.say(more.prompt) if more else "",
        more=_options(walk, more, len(options) + 1, wording) if more else (),
        note=wording.say(texts.SAID_UNKNOWN) if walk.step.id in walk.unknown else "",
    )


def _timed_step(now: Situation, walk: Walk, wording: Wording) -> StepState:
    still_open = timed_open(walk)
    names = [inside_sentence(wording.say(texts.TIMED_OPEN[one])) for one in still_open]
    note = wording.say(texts.TIMES_OPEN, names=listed(tuple(names), wording)) if names else ""
    return replace(
        _frame(now, walk, wording),
        prompt=wording.say(texts.HOW_LONG),
        help=" ".join((wording.say(texts.HOW_LONG_HELP), wording.say(DURATION_HELP))),
        timed=tuple(_timed(walk, what, wording) for what in timed_asked(walk)),
        meanings=tuple(band_meaning(band, wording) for band in Band),
        note=note if walk.logged is not None else "",
        keys=wording.say(texts.TIME_KEYS),
        next_timed=still_open[0] if still_open else None,
    )


def _frame(now: Situation, walk: Walk, wording: Wording) -> StepState:
    """What every step shows."""
    number = walk.at + 1
    return StepState(
        number=number,
        progress=_progress(number, wording),
        fraction=walk.at / len(STEPS),
        part=wording.say(
            texts.PART_OF,
            workplace=workplace_name(walk.workplace, wording),
            section=wording.say(SECTION_NAMES[walk.step.section]),
        ),
        can_go_on=can_go_on(walk) and not now.is_keeping,
        can_go_back=walk.at > 0 and not now.is_keeping,
        keys=wording.say(texts.KEYS),
        next_text=wording.say(_next(now, walk)),
    )


def _next(now: Situation, walk: Walk) -> str:
    if now.is_keeping:
        return texts.KEEPING
    return texts.FINISH if walk.is_last else texts.NEXT


def _progress(number: int, wording: Wording) -> str:
    left_s = (len(STEPS) - number + 1) * _A_STEP_S
    if left_s < _MINUTE_S:
        return wording.say(texts.PROGRESS_END, number=str(number), steps=str(len(STEPS)))
    return wording.say(
        texts.PROGRESS,
        number=str(number),
        steps=str(len(STEPS)),
        minutes=str(ceil(left_s / _MINUTE_S)),
        space=NARROW_SPACE,
    )


def _options(
    walk: Walk, one: Question, first_key: int, wording: Wording
) -> tuple[OptionState, ...]:
    chosen = walk.answers.get(one.id, ())
    before = walk.earlier.sheet.answers.get(one.id, ()) if walk.earlier else ()
    return tuple(
        OptionState(
            question_id=one.id,
            option_id=option.id,
            key=str(number),
            text=wording.say(option.text),
            picture=picture_of(one.id, option.id),
            is_chosen=option.id in chosen,
            note=wording.say(texts.LAST_TIME) if option.id in before else "",
        )
        for number, option in enumerate(one.options, first_key)
    )


def _timed(walk: Walk, what: Timed, wording: Wording) -> TimedState:
    band = band_of(walk, what)
    return TimedState(
        timed=what,
        label=wording.say(DURATION_PROMPTS[what]),
        basis=_basis(walk, what, band, wording),
        value=band.value if band else "",
    )


def _basis(walk: Walk, what: Timed, band: Band | None, wording: Wording) -> str:
    logged = (walk.logged or {}).get(what)
    if what in walk.said and (logged is None or band is not logged.band):
        return wording.say(texts.AS_SAID if band else texts.NOT_CHOSEN)
    if walk.logged is None:
        return wording.say(texts.READING_LOG)
    if logged is None or not logged.basis:
        return "" if band else wording.say(texts.NOT_CHOSEN)
    return basis_text(logged, wording.say)
