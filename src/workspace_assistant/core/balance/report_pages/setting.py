"""Sets words: in lines that fit, with the widths that the font really has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from workspace_assistant.core.balance.report_pages.paper import pt
from workspace_assistant.core.drawing import Anchor, Label, Role

_ELLIPSIS = "…"


class Measure(Protocol):
    """How wide words are in a page's pixels."""

    def __call__(self, text: str, size_px: float, /, *, is_bold: bool) -> float: ...


@dataclass(frozen=True, slots=True)
class Style:
    """How words look; `leading_px` is from one baseline to the next."""

    size_px: float
    leading_px: float
    role: Role = Role.INK
    is_bold: bool = False


TITLE = Style(pt(23), pt(28), is_bold=True)
KICKER = Style(pt(8.5), pt(11), Role.ACCENT, is_bold=True)
PERIOD = Style(pt(10), pt(14), Role.FAINT)
HEADLINE = Style(pt(14), pt(18), is_bold=True)
BODY = Style(pt(9.5), pt(13.5))
HEADING = Style(pt(10.5), pt(14), is_bold=True)
NAME = Style(pt(8.5), pt(11), is_bold=True)
CELL = Style(pt(8.5), pt(11))
SMALL = Style(pt(7.5), pt(10.5), Role.FAINT)


def lines_of(text: str, width_px: float, style: Style, measure: Measure) -> tuple[str, ...]:
    """*text* in lines of at most *width_px*; a word that is wider has a line of its own."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, style.size_px, is_bold=style.is_bold) <= width_px:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def one_line_of(text: str, width_px: float, style: Style, measure: Measure) -> str:
    """*text*, its last words cut off where it would be too wide."""
    if measure(text, style.size_px, is_bold=style.is_bold) <= width_px:
        return text
    cut = text
    while cut and measure(cut + _ELLIPSIS, style.size_px, is_bold=style.is_bold) > width_px:
        cut = cut.rpartition(" ")[0] if " " in cut else cut[:-1]
    return cut.rstrip(" .,:;") + _ELLIPSIS


def label(
    text: str, x: float, baseline: float, style: Style, anchor: Anchor = Anchor.START
) -> Label:
    return Label(
        at=(x, baseline),
        text=text,
        role=style.role,
        size_px=style.size_px,
        anchor=anchor,
        is_bold=style.is_bold,
    )
