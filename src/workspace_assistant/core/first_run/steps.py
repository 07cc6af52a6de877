"""Which first step is next; where a person stands is one word, kept between starts."""

from __future__ import annotations

from enum import StrEnum


class Step(StrEnum):
    """In the order in which they are gone through."""

    WELCOME = "welcome"
    PROFILE = "profile"
    MICROPHONE = "microphone"
    SHIFTS = "shifts"
    CHECK = "check"


OVER = "over"  # gone through, or skipped
_ORDER = tuple(Step)
_NUMBERED = _ORDER[:-1]  # the last one only says what was done


def standing(word: str, *, is_used: bool) -> Step | None:
    """The step to be shown at a start; None for none.

    *word* is what was kept, empty where nothing was; *is_used* whether the program holds anything
    of a person already: whoever worked with it before it had first steps sees none.
    """
    if word in _ORDER:
        return Step(word)
    return None if word or is_used else Step.WELCOME


def after(step: Step) -> Step | None:
    """None after the last."""
    return next(iter(_ORDER[_ORDER.index(step) + 1 :]), None)


def before(step: Step) -> Step | None:
    """None before the first."""
    return next(iter(reversed(_ORDER[: _ORDER.index(step)])), None)


def place_of(step: Step) -> tuple[int, int] | None:
    """Which of how many it is, from 1; None for the last one, which asks nothing."""
    if step not in _NUMBERED:
        return None
    return _NUMBERED.index(step) + 1, len(_NUMBERED)
