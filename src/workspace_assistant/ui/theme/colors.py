"""The table of colors: every widget names a role from here, and nothing else knows a hex value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a colored part says; always shown beside an icon and a word."""

    ACCENT = "accent"
    OK = "ok"
    CAUTION = "caution"
    BAD = "bad"
    UNTESTED = "untested"


@dataclass(frozen=True, slots=True)
class Ink:
    """A tone's strong color and the soft one behind it."""

    strong: str
    soft: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Colors:
    """One color scheme. `hover` and `on_accent` complete what controls need.

    `link` is the accent for words, which need more contrast than shapes.
    """

    background: str
    surface: str
    line: str
    control_line: str
    hover: str
    text: str
    muted: str
    on_accent: str
    accent_pressed: str
    link: str
    tones: dict[Tone, Ink]


LIGHT = Colors(
    background="#F6F7F9",
    surface="#FFFFFF",
    line="#E3E6EB",
    control_line="#858E9A",
    hover="#EDEFF3",
    text="#1B2430",
    muted="#5B6675",
    on_accent="#FFFFFF",
    accent_pressed="#2459B8",
    link="#2459B8",
    tones={
        Tone.ACCENT: Ink("#2F6FDE", "#E8F0FD"),
        Tone.OK: Ink("#1F8A5B", "#E6F5EE"),
        Tone.CAUTION: Ink("#9A6200", "#FDF3DF"),
        Tone.BAD: Ink("#C0362C", "#FCEBE9"),
        Tone.UNTESTED: Ink("#6B7683", "#EEF0F3"),
    },
)

DARK = Colors(
    background="#14181E",
    surface="#1C2229",
    line="#2F3843",
    control_line="#6A7684",
    hover="#262E37",
    text="#E8ECF1",
    muted="#9BA7B4",
    on_accent="#14181E",
    accent_pressed="#A5C8FF",
    link="#7FB0FF",
    tones={
        Tone.ACCENT: Ink("#7FB0FF", "#20324D"),
        Tone.OK: Ink("#62CFA0", "#17362B"),
        Tone.CAUTION: Ink("#F0BE62", "#3A2F17"),
        Tone.BAD: Ink("#FF8F86", "#42211F"),
        Tone.UNTESTED: Ink("#9BA7B4", "#262E37"),
    },
)


def contrast_ratio(one: str, other: str) -> float:
    """Contrast of two ``#RRGGBB`` colors, 1 to 21, as WCAG 2.2 defines it."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
