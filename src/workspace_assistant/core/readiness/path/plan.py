"""Where the words of the path picture stand: broken into lines that fit their columns."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.drawing import text_width_px, wrapped
from workspace_assistant.core.readiness.path import texts
from workspace_assistant.core.readiness.path.model import LinkState, PathFacts
from workspace_assistant.core.readiness.path.words import rows, state_words
from workspace_assistant.core.text import Say

NAME_PX, REMARK_PX, CAPTION_PX = 13.0, 12.0, 12.0
NAME_ROW_PX, REMARK_ROW_PX, ROW_PX = 16.0, 15.0, 17.0

_HEIGHT_PX = 170.0
_MARGIN_PX = 62.0  # half of the longest name
_NAME_Y = 110.0
_CAPTION_Y = 130.0
_USUAL_ROWS = 3
_GAP_PX = 4.0
_SPOILED = (LinkState.WEAK, LinkState.BROKEN)


@dataclass(frozen=True, slots=True)
class Column:
    """The words under the computer or a station, line by line."""

    name: tuple[str, ...]
    captions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything stands, once all words are broken into lines that fit their columns."""

    width_px: float
    places: tuple[float, ...]
    columns: tuple[Column, ...]
    remarks: tuple[tuple[str, ...], ...]

    @property
    def name_y(self) -> float:
        return _NAME_Y + REMARK_ROW_PX * (max(1, *map(len, self.remarks)) - 1)

    @property
    def caption_y(self) -> float:
        most = max(len(column.name) for column in self.columns)
        return self.name_y + _CAPTION_Y - _NAME_Y + NAME_ROW_PX * (most - 1)

    @property
    def height_px(self) -> float:
        most = max(_USUAL_ROWS, *(len(column.captions) for column in self.columns))
        return _HEIGHT_PX + self.caption_y - _CAPTION_Y + ROW_PX * (most - _USUAL_ROWS)


def plan_of(facts: PathFacts, width_px: float, say: Say) -> Plan:
    """The plan for *width_px*, or for more where the longest word needs it."""
    names = (say(texts.COMPUTER), *(say(texts.STOPS[one.stop]) for one in facts.stations))
    captions = ((), *(rows(facts, station, say) for station in facts.stations))
    widest = max(text_width_px(word, NAME_PX) for name in names for word in name.split(" "))
    margin_px = max(_MARGIN_PX, (widest + _GAP_PX) / 2)
    links = len(facts.stations)
    width_px = max(width_px, 2 * margin_px + links * (widest + _GAP_PX))
    step_px = (width_px - 2 * margin_px) / links
    column_px = min(step_px, 2 * margin_px) - _GAP_PX
    columns = (
        Column(
            wrapped(name, column_px, NAME_PX),
            tuple(line for row in told for line in wrapped(row, column_px, CAPTION_PX)),
        )
        for name, told in zip(names, captions, strict=True)
    )
    remarks = (
        state_words(facts, station, say) if station.state in _SPOILED else ""
        for station in facts.stations
    )
    return Plan(
        width_px,
        tuple(margin_px + number * step_px for number in range(links + 1)),
        tuple(columns),
        tuple(
            wrapped(remark, step_px - _GAP_PX, REMARK_PX) if remark else () for remark in remarks
        ),
    )
