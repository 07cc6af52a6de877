"""Questions about a workplace, what a person answers, and what follows from it.

The scoring is based on Sonne, Villalta and Andrews 2012 (Applied Ergonomics 43:98-108).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

ACTION_LEVEL = 5  # of the final score: from here on a workplace is to be changed soon
LOWEST_SCORE, HIGHEST_SCORE = 1, 10


class Section(StrEnum):
    """Parts of the questionnaire; the first three make up the score."""

    CHAIR = "chair"
    MONITOR_PHONE = "monitor-and-telephone"
    MOUSE_KEYBOARD = "mouse-and-keyboard"
    ROOM = "room"
    POSTURE = "posture"


class Item(StrEnum):
    """What gets points."""

    SEAT_HEIGHT = "seat-height"
    SEAT_DEPTH = "seat-depth"
    ARMRESTS = "armrests"
    BACKREST = "backrest"
    MONITOR = "monitor"
    PHONE = "phone"
    MOUSE = "mouse"
    KEYBOARD = "keyboard"


class Timed(StrEnum):
    """What is used for shorter or longer; the chair stands for all four of its items."""

    CHAIR = "chair"
    MONITOR = "monitor"
    PHONE = "phone"
    MOUSE = "mouse"
    KEYBOARD = "keyboard"


class Band(StrEnum):
    """How long something is used on a usual day.

    The higher one holds where the two limits disagree: many short uses that add up to more than
    four hours are long.
    """

    SHORT = "short"  # less than 30 min in one go and less than 1 h a day: -1
    MEDIUM = "medium"  # 30 min to 1 h in one go, or 1 to 4 h a day: 0
    LONG = "long"  # more than 1 h in one go, or more than 4 h a day: +1

    @property
    def points(self) -> int:
        return {Band.SHORT: -1, Band.MEDIUM: 0, Band.LONG: 1}[self]


class Origin(StrEnum):
    """Where a duration comes from."""

    LOGGED = "logged"
    SAID = "said"


class Kind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"  # exactly one option
    TICKS = "ticks"  # any number of options; none is an answer as well


_NO_PARTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One possible answer.

    Attributes:
        text: marked for translation.
        points: what it adds to its item; always 0 in the parts about room and posture.
        fix: what to change where this is the answer; empty where nothing is to be changed.
    """

    id: str
    text: str
    points: int = 0
    fix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One step of the self-check.

    Attributes:
        item: what its points count for; None in the parts about room and posture.
        prompt: marked for translation, as `help` is: how to look or measure, why it is asked.
        options: of a choice, what to aim at comes first.
        not_after: options of the item's first question after which this one is not asked.
    """

    id: str
    section: Section
    kind: Kind
    prompt: str
    options: tuple[Option, ...]
    item: Item | None = None
    help: str = ""
    not_after: tuple[str, ...] = ()

    def option(self, option_id: str) -> Option | None:
        return next((one for one in self.options if one.id == option_id), None)


Answers = Mapping[str, tuple[str, ...]]
"""Ids of options by the id of their question. What is not answered is missing; an empty tuple
answers a question with ticks by “none of these”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """How long something is used, or why that is not known.

    Attributes:
        band: None where it is not known.
        basis: a sentence that says what it rests on, marked for translation, with ``{named}``
            places; empty where a person said it.
        parts: what goes there.
    """

    band: Band | None
    origin: Origin
    basis: str = ""
    parts: Mapping[str, str] = field(default_factory=lambda: _NO_PARTS)


Durations = Mapping[Timed, Duration]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything that a self-check asked."""

    answers: Answers = field(default_factory=lambda: MappingProxyType({}))
    durations: Durations = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One self-check of one workplace, as it is kept.

    Attributes:
        workplace: “home”, “office” or a name of the person's own.
        time_zone: IANA name of where it was done.
    """

    id: str
    workplace: str
    done_at: datetime
    time_zone: str
    sheet: Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkplaceChange:
    """The person said that chair, desk or home changed."""

    workplace: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemScore:
    """Points of one item.

    Attributes:
        points: without the duration; None where something is not answered.
        missing: ids of the questions that are not answered.
    """

    item: Item
    points: int | None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionScore:
    """Score of one section, with its durations.

    Attributes:
        score: 1 to 10; None where something is not answered: nothing is guessed.
        missing: ids of questions that are not answered.
        missing_durations: what is used for an unknown time.
    """

    section: Section
    score: int | None
    missing: tuple[str, ...] = ()
    missing_durations: tuple[Timed, ...] = ()

    @property
    def is_whole(self) -> bool:
        return self.score is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What the answers come to.

    Attributes:
        final: 1 to 10: the highest section's score; None unless all three are whole.
        at_least: the final score with the best possible answer to all that is missing.
        drivers: the sections that set the final score; empty where it is not known.
    """

    items: tuple[ItemScore, ...]
    sections: tuple[SectionScore, ...]
    final: int | None
    at_least: int
    drivers: tuple[Section, ...]

    def item(self, item: Item) -> ItemScore:
        return next(one for one in self.items if one.item is item)

    def section(self, section: Section) -> SectionScore:
        """Raises StopIteration for a section without a score."""
        return next(one for one in self.sections if one.section is section)

    @property
    def needs_change(self) -> bool | None:
        """Whether the action level is reached; None where that is not known yet."""
        if self.at_least >= ACTION_LEVEL:
            return True
        return None if self.final is None else False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a number or a rule comes from."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something about room or posture that may be a problem.

    Attributes:
        id: of the question and the option, such as ``light/dim``.
        text: what is so; marked for translation, as `action` is: what to do about it.
        source: None for plain practice.
    """

    id: str
    text: str
    action: str
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one item would give if its answers were the best ones.

    Attributes:
        fixes: what to do, one sentence for each answer that costs points.
        saved_points: of the item.
        section_after: score of its section then; None where the section is not whole.
        final_after: the final score then; None where that is not known.
    """

    item: Item
    section: Section
    fixes: tuple[str, ...]
    saved_points: int
    section_before: int | None
    section_after: int | None
    final_before: int | None
    final_after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What to change first.

    Attributes:
        changes: each item alone, the one that helps most first.
        steps: as few as it takes, each on top of those before it, until the final score is below
            the action level; empty where it is so already or is not known.
    """

    changes: tuple[Change, ...]
    steps: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """All that is told about a self-check."""

    result: Result
    advice: Advice
    room: tuple[Remark, ...]
    posture: tuple[Remark, ...]
    unanswered: tuple[str, ...]  # ids of questions about room and posture


class DueReason(StrEnum):
    """Why a self-check is to be repeated."""

    AGE = "age"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A workplace is to be looked at again.

    Attributes:
        since: when that became so.
        about: the same for the same occasion, so that it is told once.
    """

    workplace: str
    reason: DueReason
    since: datetime
    about: str
