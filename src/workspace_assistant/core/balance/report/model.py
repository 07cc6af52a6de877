"""A report in words, ready to be laid out: its parts need no clock any more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from workspace_assistant.core.balance.model import State
from workspace_assistant.core.balance.settings_model import Standing
from workspace_assistant.core.drawing import Drawing
from workspace_assistant.core.table import Table
from workspace_assistant.core.text import Say


class FigureKind(StrEnum):
    """What a picture shows; a report has each at most once."""

    DAYS = "days"
    RESTS = "rests"
    WEEKDAYS = "weekdays"
    CAUSES = "causes"
    TRENDS = "trends"
    WEEKS = "weeks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture for any width in pixels, and the table that says the same."""

    kind: FigureKind
    title: str
    draw: Callable[[float], Drawing | None]
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A value in the weeks up to this one; None where a week did not know it."""

    values: tuple[float | None, ...]
    target: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """One indicator.

    Attributes:
        basis: where the target comes from; empty without one.
        usual, last: empty where they are not known.
        course: None where it is not asked for, or holds no two values.
    """

    id: str
    name: str
    state: State
    state_word: str
    sentence: str
    value: str
    target: str
    basis: str
    usual: str
    last: str
    formula: str
    course: Course | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """An own goal.

    Attributes:
        word: says how it stands.
        share: of what is wanted, 0 to 1; None where no share can be told.
    """

    sentence: str
    standing: Standing
    word: str
    share: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A tip, and the name of the indicator that it is about."""

    about: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedLine:
    """What was worked under one name."""

    name: str
    count: str
    worked: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A week, a month or a quarter.

    Attributes:
        say: writes the headings that the layout puts around its parts.
        language: BCP 47, of all its words.
        file_title: that of the document, as a reader of PDF or a browser shows it.
        met_count, known_count: the targets of the headline.
        lines: those that are known, not met first; empty where they are not asked for.
        unknown: what is not known, each as a sentence with its name.
        value_heading: what the values of the lines are.
        groups: what the lines of each state are called together.
        footer: what stands at the end of every page.
    """

    say: Say
    language: str
    file_title: str
    title: str
    period: str
    headline: str
    met_count: int
    known_count: int
    sentences: tuple[str, ...]
    goals: tuple[GoalLine, ...]
    figures: tuple[Figure, ...]
    lines: tuple[ReportLine, ...]
    unknown: tuple[str, ...]
    advice: tuple[Advice, ...]
    names: tuple[NamedLine, ...]
    value_heading: str
    groups: Mapping[State, str]
    footer: tuple[str, ...]
