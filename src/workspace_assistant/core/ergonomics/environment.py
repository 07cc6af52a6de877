"""What the answers about the room come to: light, glare, noise, temperature.

Nothing here is measured. The numbers are those of the rules; a laptop's microphone is not
calibrated and tells no sound level, so that none is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator

from workspace_assistant.core.ergonomics.model import Answers, Remark
from workspace_assistant.core.ergonomics.questions import said
from workspace_assistant.core.ergonomics.sources import (
    ASR_LIGHT,
    ASR_NOISE,
    ASR_TEMPERATURE,
    HSE_HOME,
    OSHA_ENVIRONMENT,
    SPEECH_NOISE,
)
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_REMARKS: tuple[Remark, ...] = (
    Remark(
        id="computer/laptop-only",
        text=QT_TRANSLATE_NOOP(
            "ergonomics",
            "A laptop alone is either too low for the eyes or too high for the hands.",
        ),
        action=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Raise the laptop to eye level, on books if need be, and add a keyboard and a mouse.",
        ),
        source=HSE_HOME,
    ),
    Remark(
        id="light/dim",
        text=QT_TRANSLATE_NOOP(
            "ergonomics", "The desk is dimmer than the 500 lux that an office desk has."
        ),
        action=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Add a desk lamp, and light the wall behind the screen: it should not be the only "
            "bright thing in the room.",
        ),
        source=ASR_LIGHT,
    ),
    Remark(
        id="monitor-more/glare",
        text=QT_TRANSLATE_NOOP("ergonomics", "Light is mirrored in the screen."),
        action=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Turn the screen at a right angle to the window, close a blind, or move the lamp "
            "beside it.",
        ),
        source=OSHA_ENVIRONMENT,
    ),
    Remark(
        id="window/behind-me",
        text=QT_TRANSLATE_NOOP(
            "ergonomics", "A window behind you is mirrored in the screen on bright days."
        ),
        action=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Turn the desk so that the window is at your side, or close a blind behind you.",
        ),
        source=OSHA_ENVIRONMENT,
    ),
    Remark(
        id="window/ahead",
        text=QT_TRANSLATE_NOOP(
            "ergonomics", "A window behind the screen is far brighter than the screen itself."
        ),
        action=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Turn the desk so that the window is at your side, or close a blind behind the screen.",
        ),
        source=OSHA_ENVIRONMENT,
    ),
    Remark(
        id="noise/voices",
        text=QT_TRANSLATE_NOOP(
            "ergonomics", "Words that you understand disturb work with words, even when low."
        ),
        action=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Close the door or move away from the voices; a steady sound can mask what is left.",
        ),
        source=SPEECH_NOISE,
    ),
    Remark(
        id="noise/loud",
        text=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Where you raise your voice, the room is too loud for work that needs thought: the "
            "German rule for workplaces allows 55 dB(A).",
        ),
        action=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Stop or move the noise. The microphone check measures by how many decibels your voice "
            "stands above the room: callers need 15 or more.",
        ),
        source=ASR_NOISE,
    ),
    Remark(
        id="temperature/cold",
        text=QT_TRANSLATE_NOOP(
            "ergonomics", "Below 20 °C (68 °F) is too cold for light work while sitting."
        ),
        action=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Heat the room before the shift, and keep feet and lower back out of drafts.",
        ),
        source=ASR_TEMPERATURE,
    ),
    Remark(
        id="temperature/hot",
        text=QT_TRANSLATE_NOOP(
            "ergonomics", "Above 26 °C (79 °F) something is to be done against heat."
        ),
        action=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Shade the window from outside, air early in the morning, and drink more often.",
        ),
        source=ASR_TEMPERATURE,
    ),
    Remark(
        id="company/shared",
        text=QT_TRANSLATE_NOOP("ergonomics", "Others use the room while you are in calls."),
        action=QT_TRANSLATE_NOOP(
            "ergonomics",
            "Agree on a sign that says you are in a call, and on moments when you are free.",
        ),
    ),
)


def room_remarks(answers: Answers) -> tuple[Remark, ...]:
    """What may be a problem, in the order of the questions about it."""
    return tuple(of_answers(_REMARKS, answers))


def of_answers(remarks: tuple[Remark, ...], answers: Answers) -> Iterator[Remark]:
    """Those whose question was answered by their option."""
    for one in remarks:
        question_id, _, option_id = one.id.partition("/")
        if said(answers, question_id, option_id):
            yield one
