"""What is known of the person's data, and what goes on with it. Plain Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from workspace_assistant.core.data_keeping.erasing import Erasing
from workspace_assistant.core.data_keeping.model import Backup, Contents, DataKind, Preview
from workspace_assistant.core.data_keeping.place import Place
from workspace_assistant.core.data_keeping.retention import Choices


class Card(Enum):
    """Where something is told."""

    PLACE = auto()
    BACKUPS = auto()
    EXPORT = auto()
    KEEP = auto()
    ERASE = auto()


class Act(Enum):
    """What runs; one at a time."""

    BACK_UP = auto()
    LOOK_INSIDE = auto()
    RESTORE = auto()
    EXPORT = auto()
    COUNT_OLDER = auto()
    TAKE_OUT = auto()
    LOOK_AT_ALL = auto()


CARD_OF = {
    Act.BACK_UP: Card.BACKUPS,
    Act.LOOK_INSIDE: Card.BACKUPS,
    Act.RESTORE: Card.BACKUPS,
    Act.EXPORT: Card.EXPORT,
    Act.COUNT_OLDER: Card.KEEP,
    Act.TAKE_OUT: Card.KEEP,
    Act.LOOK_AT_ALL: Card.ERASE,
}
CANCELLABLE = frozenset({Act.BACK_UP, Act.EXPORT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was read.

    Attributes:
        contents: None where the database cannot be read; `trouble` then says why.
        is_locked: it is encrypted, and its key is not at hand.
        newest_good: of a damaged database the name of the newest whole backup; empty for none.
    """

    place: Place
    backups: tuple[Backup, ...]
    ages: Choices
    contents: Contents | None = None
    trouble: str = ""
    is_damaged: bool = False
    is_locked: bool = False
    newest_good: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What became of an act, told in its card."""

    sentence: str
    is_bad: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortening:
    """A kind that is to be kept for *age*, and how many entries are older."""

    kind: DataKind
    age: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """All that the page shows.

    Attributes:
        seen: None until it was read once; `trouble` says why not.
        preview: of a backup that may be restored.
        shortening: what is asked about how long a kind is kept.
        erasing: what would go with everything, once that was asked for.
        is_restored: the window still goes by what was there before.
    """

    seen: Seen | None = None
    trouble: str = ""
    act: Act | None = None
    remarks: Mapping[Card, Remark] = field(default_factory=dict)
    preview: Preview | None = None
    shortening: Shortening | None = None
    erasing: Erasing | None = None
    is_restored: bool = False
    shows_all_backups: bool = False
    shows_kinds: bool = False
