"""Shifts and where they come from. Every instant is aware UTC; lengths are taken in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from workspace_assistant.core.spans import Span

# The id of the one source of shifts by hand.
HAND_ID = "hand"


class Place(StrEnum):
    """Where a shift is worked: on hybrid days the line at home does not matter."""

    HOME = "home"
    OFFICE = "office"
    OTHER = "other"


class SourceKind(StrEnum):
    """What a source is read from."""

    HAND = "hand"
    PATTERN = "pattern"
    FILE = "file"
    SUBSCRIPTION = "subscription"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftBreak:
    """A planned break inside a shift."""

    starts_at: datetime
    ends_at: datetime
    name: str = ""

    @property
    def span(self) -> Span:
        return Span(self.starts_at, self.ends_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Planned work; it belongs to the day on which it starts.

    Attributes:
        source_id: which `Source` it came from.
        uid: what the source calls it, unique and stable within the source: a calendar's UID and
            recurrence, a pattern's date.
        name: what the source says it is, such as an event's summary.
        time_zone, utc_offset_s: IANA name and offset where it was planned, at its start.
        is_hidden: taken off by hand. It stays known, so that the next refresh does not bring it
            back.
        parts: uids of all events that it is made of, where they are not its uid alone.
    """

    id: str
    source_id: str
    uid: str
    name: str = ""
    starts_at: datetime
    ends_at: datetime
    time_zone: str
    utc_offset_s: int
    place: Place = Place.HOME
    breaks: tuple[ShiftBreak, ...] = ()
    is_hidden: bool = False
    parts: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.starts_at, self.ends_at)

    @property
    def events(self) -> frozenset[str]:
        """Uids of what it is made of."""
        return frozenset(self.parts or (self.uid,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which events of a calendar are shifts, breaks and what not. Empty words fit every event.

    Attributes:
        summary: an event is a shift when its summary fits one of these patterns: words, with
            ``*`` for anything, whatever the case.
        categories: or when it has one of these categories.
        breaks: summaries of events that are breaks inside a shift.
        home, office: words in location, categories or summary that tell the place.
    """

    summary: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ("*break*", "*lunch*", "*pause*", "*meal*")
    home: tuple[str, ...] = ("home", "remote", "wfh", "telework", "homeoffice", "home office")
    office: tuple[str, ...] = ("office", "on-site", "onsite", "site")


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyBreak:
    """A break of a weekly pattern; a time before the shift's start is a day later."""

    starts: time
    ends: time
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyShift:
    """One line of a weekly pattern: on that weekday, by the wall clock of the pattern's zone.

    Attributes:
        weekday: 0 is Monday.
        ends: at or before `starts` it is on the next day.
    """

    weekday: int
    starts: time
    ends: time
    place: Place = Place.HOME
    breaks: tuple[WeeklyBreak, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Shifts that repeat every week, or every `every_weeks` weeks counted from `from_on`."""

    time_zone: str
    lines: tuple[WeeklyShift, ...]
    from_on: date
    until_on: date | None = None
    every_weeks: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where shifts come from. The address of a subscription is a secret and is kept elsewhere.

    Attributes:
        place: of its shifts, where the calendar does not say.
        time_zone: for times that a calendar leaves floating.
        pattern: only of a weekly pattern.
    """

    id: str
    kind: SourceKind
    name: str
    place: Place = Place.HOME
    time_zone: str
    filter: Filter = Filter()
    pattern: Pattern | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """How fetching a subscription (or reading a file) went lately.

    Attributes:
        succeeded_at: when its shifts were last known to be right; None when never.
        tried_at: when it was last tried.
        failures: how many tries failed in a row.
        trouble: why the last one failed, a sentence without any secret, with ``{named}`` places to
            be filled from `trouble_parts` (`feed_trouble.trouble_told`); empty when it did not.
        trouble_code: the same as a stable kebab-case word.
        etag, last_modified: what the server said, for a conditional request.
        next_try_at: not to be fetched again before that, unless asked by hand.
        known_until: shifts are known that far ahead. Days that come into sight later need the
            whole calendar again, also where the server says that nothing changed.
    """

    source_id: str
    succeeded_at: datetime | None = None
    tried_at: datetime | None = None
    failures: int = 0
    trouble: str = ""
    trouble_parts: tuple[tuple[str, str], ...] = ()
    trouble_code: str = ""
    etag: str = ""
    last_modified: str = ""
    next_try_at: datetime | None = None
    known_until: datetime | None = None


class ChangeKind(StrEnum):
    """What became of a planned shift."""

    ADDED = "added"
    MOVED = "moved"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftChange:
    """A coming shift differs from what was known.

    Attributes:
        noticed_at: when the refresh saw it.
        before, after: the shift then and now; None where there was or is none.
        is_announced: the person was told, or it is too late to tell.
    """

    id: int = 0
    noticed_at: datetime
    kind: ChangeKind
    before: Shift | None
    after: Shift | None
    is_announced: bool = False
