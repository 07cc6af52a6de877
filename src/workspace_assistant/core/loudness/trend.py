"""How loud the voice is now against before: only where microphone and volume are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median

from workspace_assistant.core.loudness.model import CallLevel, Microphone
from workspace_assistant.core.spans import Span

# The median of five spreads 0.54 times as much as single levels do.
LEAST_LEVELS = 5
# One call that was hard, or a door that stood open, is no trend.
LEAST_DAYS = 2

# Volumes are told to a hundredth, and rounded by the server.
_VOLUME_DIGITS = 1

Setting = tuple[str, str, float]
DayOf = Callable[[datetime], date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The median now against the median before, with one microphone at one volume.

    Attributes:
        change_db: more than 0 for louder.
        count, count_before: of the levels on each side.
    """

    change_db: float
    count: int
    count_before: int
    microphone: Microphone


def setting(microphone: Microphone) -> Setting | None:
    """What must be the same for levels to compare; None where the volume is not known."""
    if microphone.volume_db is None:
        return None
    return microphone.source_id, microphone.port, round(microphone.volume_db, _VOLUME_DIGITS)


def by_setting(levels: Iterable[CallLevel]) -> Mapping[Setting, Sequence[CallLevel]]:
    """Those of each setting, in order; without those whose volume is not known."""
    found: dict[Setting, list[CallLevel]] = defaultdict(list)
    for one in levels:
        key = setting(one.microphone)
        if key is not None:
            found[key].append(one)
    return found


def loudness_change(
    levels: Sequence[CallLevel], now: Span, before: Span, day_of: DayOf
) -> Change | None:
    """Of the setting with the most levels in *now* that has enough on both sides; None for none."""
    changes = [_change(found, now, before, day_of) for found in by_setting(levels).values()]
    return max((one for one in changes if one is not None), key=lambda one: one.count, default=None)


def _change(levels: Sequence[CallLevel], now: Span, before: Span, day_of: DayOf) -> Change | None:
    late = [one for one in levels if now.holds(one.at)]
    early = [one for one in levels if before.holds(one.at)]
    if not (_is_enough(late, day_of) and _is_enough(early, day_of)):
        return None
    return Change(
        change_db=_middle_dbov(late) - _middle_dbov(early),
        count=len(late),
        count_before=len(early),
        microphone=late[-1].microphone,
    )


def _is_enough(levels: Sequence[CallLevel], day_of: DayOf) -> bool:
    return len(levels) >= LEAST_LEVELS and len({day_of(one.at) for one in levels}) >= LEAST_DAYS


def _middle_dbov(levels: Sequence[CallLevel]) -> float:
    return median(one.level_dbov for one in levels)
