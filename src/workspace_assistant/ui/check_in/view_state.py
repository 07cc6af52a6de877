"""What the check-in's card shows, in plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.check_in import texts as core_texts
from workspace_assistant.core.check_in.asking import Asking, Standing
from workspace_assistant.core.check_in.help import Help
from workspace_assistant.core.check_in.help_texts import NO_DIAGNOSIS
from workspace_assistant.core.check_in.model import BEST, WORST, Answers, HardContact, Item
from workspace_assistant.core.check_in.service import Form
from workspace_assistant.ui.check_in import texts
from workspace_assistant.ui.check_in.situation import Seen, Situation
from workspace_assistant.ui.wording.durations import from_to
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class RowState:
    """One question.

    Attributes:
        ends: what 1 and 5 stand for.
        values: each number with the words that are spoken for it.
    """

    item: Item
    question: str
    ends: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormState:
    """What there is beside the questions.

    Attributes:
        form: what it begins with; another one fills it anew.
        refused: why it cannot be kept as it is.
    """

    form: Form
    about: str
    refused: str
    can_save: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksState:
    """Hard contacts of the running shift."""

    sentence: str
    can_take_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpState:
    """Where to get help with one thing; sources are titles with addresses."""

    said: str
    steps: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardState:
    """The whole card; what is empty or None takes no room.

    Attributes:
        is_offered: the person was not asked yet whether they want it.
        open_text: words of the button that opens the form.
        form: what is asked, where it is open.
        marks: hard contacts in the running shift, unless the form counts them.
        help_note: that nothing here is a diagnosis.
    """

    sentences: tuple[str, ...] = ()
    is_offered: bool = False
    is_on: bool = False
    open_text: str = ""
    form: FormState | None = None
    marks: MarksState | None = None
    help: tuple[HelpState, ...] = ()
    help_note: str = ""
    trouble: str = ""


def card_state(now: Situation, wording: Wording) -> CardState:
    seen = now.seen
    if now.trouble:
        return CardState(trouble=now.trouble)
    if seen is None:
        return CardState()
    if not seen.is_on:
        said = (wording.say(texts.OFFER), wording.say(texts.OFFER_WHY))
        return CardState(sentences=said, is_offered=True)
    form = shown_form(now)
    return CardState(
        sentences=() if form else (_waiting(now, seen.asking, wording),),
        is_on=True,
        open_text="" if form else wording.say(_open_text(seen)),
        form=form_state(now, form, wording) if form else None,
        marks=_marks(seen.marks, wording) if form is None else None,
        help=tuple(_help(one, wording) for one in seen.help),
        help_note=wording.say(NO_DIAGNOSIS) if seen.help else "",
    )


def shown_form(now: Situation) -> Form | None:
    """What is asked: the form that was opened, or the one that is due."""
    seen = now.seen
    if now.opened is not None or seen is None or not seen.is_on:
        return now.opened
    is_due = seen.asking.is_due and now.put_off != _shift_id(seen.asking)
    return seen.form if is_due else None


def form_state(now: Situation, form: Form, wording: Wording) -> FormState:
    return FormState(
        form=form,
        about=_about(form, wording),
        refused=now.refused,
        can_save=not now.is_saving,
    )


def question_rows(wording: Wording) -> tuple[RowState, ...]:
    """What is asked with numbers from 1 to 5: the same each time."""
    return tuple(_row(item, wording) for item in Item)


def counts_of(answers: Answers) -> tuple[str, str, str, str]:
    """Hard, abusive and solved contacts and minutes of learning, for fields: empty for not told."""
    told = (
        answers.hard_contacts,
        answers.abusive_contacts,
        answers.solved_contacts,
        answers.learning_minutes,
    )
    hard, abusive, solved, minutes = ("" if one is None else str(one) for one in told)
    return hard, abusive, solved, minutes


def count_said(text: str) -> int | None:
    """The number in a field; None for an empty one."""
    return int(text) if text.strip() else None


def news(before: CardState, now: CardState) -> str:
    """What those who listen are told: that it is time to check in, or what was refused."""
    if now.form is None:
        return ""
    if before.form is None:
        return now.form.about
    return now.form.refused if now.form.refused != before.form.refused else ""


def _shift_id(asking: Asking) -> str:
    return asking.shift.id if asking.shift else ""


def _waiting(now: Situation, asking: Asking, wording: Wording) -> str:
    """Why nothing is asked at the moment."""
    window = asking.window
    start = wording.clock(window.start) if window else ""
    end = wording.clock(window.end) if window else ""
    said = {
        Standing.NOT_YET: texts.NOT_YET,
        Standing.TOLD: texts.TOLD,
        Standing.IN_CALL: texts.IN_CALL,
        Standing.DUE: texts.PUT_OFF,
    }.get(asking.standing, texts.NO_SHIFT)
    return wording.say(said, time=end if now.put_off and asking.is_due else start)


def _open_text(seen: Seen) -> str:
    return texts.CHANGE if seen.form.is_again else texts.CHECK_IN_NOW


def _about(form: Form, wording: Wording) -> str:
    if form.shift is None:
        return wording.say(texts.ABOUT_DAY)
    span = form.shift.span
    times = from_to(wording.clock(span.start), wording.clock(span.end), wording)
    return wording.say(texts.ABOUT_SHIFT, times=times)


def _row(item: Item, wording: Wording) -> RowState:
    low, high = (wording.say(one) for one in core_texts.ENDS[item])
    ends = {WORST: low, BEST: high}
    return RowState(
        item=item,
        question=wording.say(core_texts.QUESTIONS[item]),
        ends=wording.say(texts.ENDS, low=low, high=high),
        values=tuple(
            (
                str(value),
                wording.say(texts.VALUE, value=str(value), end=ends[value])
                if value in ends
                else str(value),
            )
            for value in range(WORST, BEST + 1)
        ),
    )


def _marks(marks: tuple[HardContact, ...] | None, wording: Wording) -> MarksState | None:
    if marks is None:
        return None
    if not marks:
        return MarksState(sentence=wording.say(texts.MARKS_NONE), can_take_back=False)
    said = texts.MARKS_ONE if len(marks) == 1 else texts.MARKS
    sentence = wording.say(said, count=str(len(marks)), time=wording.clock(marks[-1].at))
    return MarksState(sentence=sentence, can_take_back=True)


def _help(one: Help, wording: Wording) -> HelpState:
    return HelpState(
        said=wording.say(one.said, **one.parts),
        steps=tuple(wording.say(step) for step in one.steps),
        sources=tuple(
            (wording.say(texts.SOURCE, title=source.title), source.url) for source in one.sources
        ),
    )
