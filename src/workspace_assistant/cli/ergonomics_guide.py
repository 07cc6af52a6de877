"""Asks a self-check in the terminal: number keys, help, back, and how far one is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from workspace_assistant.cli.language import worded
from workspace_assistant.core.ergonomics.interview import Step, steps
from workspace_assistant.core.ergonomics.model import (
    Duration,
    Durations,
    Kind,
    Origin,
    Question,
    Section,
    Sheet,
    Timed,
)
from workspace_assistant.core.ergonomics.texts import (
    BAND_TEXTS,
    DURATION_HELP,
    DURATION_PROMPTS,
    SECTION_NAMES,
    UNDERRATED,
)
from workspace_assistant.core.ergonomics.wording import basis_text
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_BEGIN = QT_TRANSLATE_NOOP(
    "cli",
    "Self-check of “{workplace}”: {count} questions, about 5 minutes. Sit at the desk as you do "
    "when you work.\n"
    "Type a number, then Enter. ? explains, b goes back, s skips. Ctrl-D ends it and keeps "
    "nothing.",
)
_BANDS = tuple(BAND_TEXTS)
_TIMES = QT_TRANSLATE_NOOP("cli", "Times of use")


class Act(Enum):
    """What is typed instead of an answer."""

    BACK = "b"
    SKIP = "s"
    HELP = "?"


_LONG_WORDS = {"back": Act.BACK, "skip": Act.SKIP, "help": Act.HELP, "h": Act.HELP}
Answer = tuple[str, ...] | Duration | Act


class _EndError(Exception):
    """There is no more input."""


@dataclass(slots=True)
class Guide:
    """One person's way through the questions.

    Attributes:
        read: a typed line; None when there is no more.
    """

    tell: Callable[[str], None]
    read: Callable[[], str | None]
    answers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    durations: dict[Timed, Duration] = field(default_factory=dict)

    def gone_through(self, workplace: str, logged: Durations) -> Sheet | None:
        """What was answered; None where the input ended before the last question."""
        self.durations = dict(logged)
        count = len(steps(self.answers))
        self.tell(worded(_BEGIN, workplace=workplace, count=str(count)))
        try:
            self._go()
        except _EndError:
            return None
        return Sheet(answers=self.answers, durations=self.durations)

    def _go(self) -> None:
        position = 0
        while position < len(steps(self.answers)):
            here = steps(self.answers)
            for line in self._lines(here, position):
                self.tell(line)
            act = self._take(here[position])
            position = max(position - 1, 0) if act is Act.BACK else position + 1

    def _take(self, step: Step) -> Answer:
        """Reads until it is answered, skipped, or left backward; notes the answer."""
        answer = self._understood(step)
        while answer is None or answer is Act.HELP:
            self.tell(_help(step) if answer is Act.HELP else _what_fits(step))
            answer = self._understood(step)
        if isinstance(step, Question):
            self._note_question(step, answer)
        elif isinstance(answer, Duration):
            self.durations[step] = answer
        elif answer is Act.SKIP:
            self.durations.pop(step, None)
        return answer

    def _note_question(self, one: Question, answer: Answer) -> None:
        if isinstance(answer, tuple):
            self.answers[one.id] = answer
        elif answer is Act.SKIP:
            self.answers.pop(one.id, None)

    def _understood(self, step: Step) -> Answer | None:
        """None for what is no answer to this step."""
        line = self.read()
        if line is None:
            raise _EndError
        typed = line.strip().lower()
        if typed in _LONG_WORDS or typed in {act.value for act in Act}:
            return _LONG_WORDS.get(typed) or Act(typed)
        if isinstance(step, Question):
            return _ticks(step, typed) if step.kind is Kind.TICKS else _choice(step, typed)
        return self._duration(step, typed)

    def _duration(self, timed: Timed, typed: str) -> Duration | None:
        known = self.durations.get(timed)
        if not typed and known is not None and known.band is not None:
            return known
        number = _number(typed, len(_BANDS))
        if number is None:
            return None
        band = _BANDS[number - 1]
        if known is not None and known.band is band:
            return known
        return Duration(band=band, origin=Origin.SAID)

    def _lines(self, here: tuple[Step, ...], position: int) -> Iterator[str]:
        step = here[position]
        title = _title(step)
        if position == 0 or title != _title(here[position - 1]):
            yield f"\n{worded(title)}"
            if isinstance(step, Question) and step.section is Section.MOUSE_KEYBOARD:
                yield worded(UNDERRATED)
        prompt = step.prompt if isinstance(step, Question) else DURATION_PROMPTS[step]
        yield "\n" + worded(
            "{number} of {whole}  {question}",
            number=str(position + 1),
            whole=str(len(here)),
            question=worded(prompt),
        )
        for number, text in enumerate(_option_texts(step), 1):
            yield f"  {number}  {worded(text)}"
        if isinstance(step, Question):
            yield from self._answered(step)
        else:
            yield from self._logged(step)

    def _answered(self, one: Question) -> Iterator[str]:
        if one.kind is Kind.TICKS:
            yield worded("  0  None of these. Of several, type all numbers, such as 1 2.")
        if one.id in self.answers:
            numbers = _numbers(one, self.answers[one.id])
            listed = " ".join(map(str, numbers)) or "0"
            yield worded("  Your answer before: {numbers}", numbers=listed)

    def _logged(self, timed: Timed) -> Iterator[str]:
        known = self.durations.get(timed)
        if known is None:
            return
        basis = basis_text(known, worded)
        if known.band is None:
            yield worded("  Not known from the log. {basis}", basis=basis).rstrip()
            return
        number = str(_BANDS.index(known.band) + 1)
        if known.origin is Origin.LOGGED:
            yield worded("  Enter: {number}, from the log: {basis}", number=number, basis=basis)
        else:
            yield worded("  Enter: {number}, as you said", number=number)


def _title(step: Step) -> str:
    return SECTION_NAMES[step.section] if isinstance(step, Question) else _TIMES


def _option_texts(step: Step) -> Iterator[str]:
    if isinstance(step, Question):
        return (option.text for option in step.options)
    return iter(BAND_TEXTS.values())


def _help(step: Step) -> str:
    if not isinstance(step, Question):
        return worded(DURATION_HELP)
    if step.help:
        return worded(step.help)
    return worded("Take the answer that fits best, as things are when you work.")


def _what_fits(step: Step) -> str:
    count = len(step.options) if isinstance(step, Question) else len(_BANDS)
    if isinstance(step, Question) and step.kind is Kind.TICKS:
        return worded(
            "Type numbers from 1 to {most}, or 0 for none; ? explains, b back, s skip.",
            most=str(count),
        )
    return worded("Type a number from 1 to {most}; ? explains, b back, s skip.", most=str(count))


def _choice(one: Question, typed: str) -> tuple[str, ...] | None:
    number = _number(typed, len(one.options))
    return None if number is None else (one.options[number - 1].id,)


def _ticks(one: Question, typed: str) -> tuple[str, ...] | None:
    words = typed.replace(",", " ").split()
    if words == ["0"]:
        return ()
    numbers = {_number(word, len(one.options)) for word in words}
    if not numbers or None in numbers:
        return None
    return tuple(option.id for at, option in enumerate(one.options, 1) if at in numbers)


def _numbers(one: Question, ids: tuple[str, ...]) -> list[int]:
    return [number for number, option in enumerate(one.options, 1) if option.id in ids]


def _number(typed: str, most: int) -> int | None:
    """From 1 to *most*."""
    is_number = typed.isascii() and typed.isdigit() and len(typed) <= len(str(most))
    return int(typed) if is_number and 1 <= int(typed) <= most else None
