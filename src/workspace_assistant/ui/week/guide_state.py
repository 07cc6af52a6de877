"""What fills the page, while it is new. Plain Python."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workspace_assistant.core.balance.model import Week
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.week import looks, texts
from workspace_assistant.ui.week.situation import Seen
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideRowState:
    """One of the parts. Attributes: `page` is where it begins; empty where it is there."""

    look: Look
    state: str
    title: str
    detail: str
    page: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideState:
    rows: tuple[GuideRowState, ...]


def guide_state(seen: Seen, wording: Wording) -> GuideState | None:
    """None where it is not the first week."""
    if not is_first_time(seen):
        return None
    return GuideState(rows=tuple(_row(part, seen.week, wording) for part in _PARTS))


def is_first_time(seen: Seen) -> bool:
    """Whether no week before this one, which runs, knew anything."""
    runs = not seen.week.is_over and seen.week.span.start <= seen.at
    return runs and seen.is_whole and not seen.summary.trends


_Part = tuple[str, str, PageName, Callable[[Week], bool]]


def _knows(indicator_id: str) -> Callable[[Week], bool]:
    def knows(week: Week) -> bool:
        return any(one.id == indicator_id and one.value is not None for one in week.indicators)

    return knows


_PARTS: tuple[_Part, ...] = (
    (
        texts.GUIDE_SHIFTS,
        texts.GUIDE_SHIFTS_MORE,
        PageName.SHIFTS,
        lambda week: any(day.frames for day in week.days),
    ),
    (
        texts.GUIDE_BLOCKS,
        texts.GUIDE_BLOCKS_MORE,
        PageName.FOCUS,
        lambda week: any(day.focus_s for day in week.days),
    ),
    (
        texts.GUIDE_BREAKS,
        texts.GUIDE_BREAKS_MORE,
        PageName.BREAKS,
        _knows("longest-screen-stretch"),
    ),
    (
        texts.GUIDE_CHECK_IN,
        texts.GUIDE_CHECK_IN_MORE,
        PageName.BREAKS,
        _knows("switching-off"),
    ),
)


def _row(part: _Part, week: Week, wording: Wording) -> GuideRowState:
    title, detail, page, is_there = part
    say, there = wording.say, is_there(week)
    look = looks.THERE if there else looks.MISSING
    return GuideRowState(
        look=look,
        state=say(look.word),
        title=say(title),
        detail=say(detail),
        page="" if there else page,
        told=say(texts.GUIDE_OPEN_NAMED, part=say(title)),
    )
