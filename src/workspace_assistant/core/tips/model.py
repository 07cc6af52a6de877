"""Tips, what became of them, and what is chosen now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from workspace_assistant.core.facts.model import Unknown
from workspace_assistant.core.tips.condition import Condition

_NO_PARTS: Mapping[str, str] = MappingProxyType({})


class Grade(StrEnum):
    """What a tip rests on, strongest first."""

    REVIEW = "A"  # a systematic review or meta-analysis
    STUDY = "B"  # a single study
    GUIDANCE = "C"  # an official body's guidance, a standard, or law
    IDEA = "D"  # plausible practice; shown as an idea

    @property
    def is_idea(self) -> bool:
        return self is Grade.IDEA


class Answer(StrEnum):
    """What the person said of a tip."""

    HELPED = "helped"
    NOT_NOW = "not-now"  # not in this shift
    DOES_NOT_APPLY = "does-not-apply"  # for good
    PUT_BACK = "put-back"  # takes that back


class Stand(StrEnum):
    """How a tip stands to the facts of this moment."""

    CHOSEN = "chosen"
    FITS = "fits"  # another one came first
    HELD_BACK = "held-back"  # it fits, and may not be shown now
    NOT_RELEVANT = "not-relevant"
    NOT_KNOWN = "not-known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The paper itself, or the page of an official body.

    Attributes:
        by: its authors, or the body.
        year: None for a page that names none.
    """

    title: str
    by: str
    year: int | None
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tip:
    """One entry of the catalog.

    Attributes:
        id: stable kebab-case word: what is kept of tips is kept by it.
        topic: the group it belongs to, such as ``noise``: a key of `TOPICS`.
        text: what to do, in one or two short sentences; marked for translation.
        condition: the trigger as it is written in the catalog; `trigger` is what it means.
        source: None only for an idea.
        cooldown_days: the same tip comes again no sooner.
    """

    id: str
    topic: str
    text: str
    condition: str
    trigger: Condition
    grade: Grade
    source: Source | None
    cooldown_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A fact as it was when a tip was chosen by it; `say(sentence, **parts)` quotes it."""

    name: str
    value: float
    sentence: str
    parts: Mapping[str, str] = field(default_factory=lambda: _NO_PARTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """What the limit on tips counts in: the shift that runs, else the day.

    Attributes:
        key: unique, such as the shift's id.
    """

    key: str
    is_shift: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What decides whether anything may be shown now.

    Attributes:
        in_call: None where that is not known; nothing is held back then.
        in_block: a focus block is open.
    """

    now: datetime
    period: Period
    in_call: bool | None
    in_block: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TipEvent:
    """One line of the log: a tip was offered, or answered.

    Attributes:
        answer: None where it was offered.
        period: key of the `Period` it happened in.
        quotes: the facts that an offer rests on.
    """

    at: datetime
    tip_id: str
    answer: Answer | None
    period: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The whole log, in the order of writing.

    Attributes:
        mark: changes with every line that is written.
    """

    events: tuple[TipEvent, ...] = ()
    mark: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why one tip is chosen now, or is not.

    Attributes:
        reason: stable kebab-case word; `texts.REASONS` has the sentence.
        quotes: the facts that decided.
        unknown: facts that would have to be known, each with its reason.
    """

    tip: Tip
    stand: Stand
    reason: str
    quotes: tuple[Quote, ...] = ()
    unknown: tuple[Unknown, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is chosen now.

    Attributes:
        tip: None where nothing is shown.
        reason: of the choice or of the silence; `texts.REASONS` has the sentence.
        held_back: what would be shown now if anything might.
        may_come_at: when the hour is over that lies between two tips; None where that is not it.
        in_call: None where that is not known.
        whys: one for each tip of the catalog: chosen, fitting, held back, not known, not relevant.
    """

    tip: Tip | None
    reason: str
    quotes: tuple[Quote, ...] = ()
    held_back: Tip | None = None
    may_come_at: datetime | None = None
    in_call: bool | None = None
    whys: tuple[Why, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A tip that was offered, with what it rested on then.

    Attributes:
        answer: the last one since; None where there is none.
        is_current: of this shift (or day) and not answered by "not now" or "does not apply".
    """

    tip: Tip
    at: datetime
    quotes: tuple[Quote, ...]
    answer: Answer | None
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A tip of the catalog with what became of it.

    Attributes:
        is_put_away: the person said that it does not apply.
    """

    tip: Tip
    offered_at: datetime | None
    times_offered: int
    answer: Answer | None
    is_put_away: bool
