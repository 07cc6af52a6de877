"""What the answers about posture come to, in the terms of OSHA's checklist."""

from __future__ import annotations

from workspace_assistant.core.ergonomics.environment import of_answers
from workspace_assistant.core.ergonomics.model import Answers, Remark
from workspace_assistant.core.ergonomics.sources import OSHA_CHECKLIST
from workspace_assistant.core.text import QT_TRANSLATE_NOOP


def _remark(option: str, text: str, action: str) -> Remark:
    return Remark(id=option, text=text, action=action, source=OSHA_CHECKLIST)


_REMARKS: tuple[Remark, ...] = (
    _remark(
        "posture-body/head-forward",
        QT_TRANSLATE_NOOP("ergonomics", "The head should be above the shoulders."),
        QT_TRANSLATE_NOOP(
            "ergonomics", "Bring the screen closer or higher, or enlarge the text on it."
        ),
    ),
    _remark(
        "posture-body/twisted",
        QT_TRANSLATE_NOOP("ergonomics", "Head and body should face the same way."),
        QT_TRANSLATE_NOOP(
            "ergonomics", "Put screen and keyboard in one line right in front of you."
        ),
    ),
    _remark(
        "posture-body/leaning",
        QT_TRANSLATE_NOOP("ergonomics", "The body should be upright or leaned back slightly."),
        QT_TRANSLATE_NOOP(
            "ergonomics", "Move the chair closer to the desk, and the screen closer to you."
        ),
    ),
    _remark(
        "posture-body/back-free",
        QT_TRANSLATE_NOOP("ergonomics", "The lower back should be supported."),
        QT_TRANSLATE_NOOP(
            "ergonomics", "Sit all the way back, or put a rolled towel behind your lower back."
        ),
    ),
    _remark(
        "posture-arms/shoulders-up",
        QT_TRANSLATE_NOOP("ergonomics", "Shoulders should be relaxed, upper arms hanging."),
        QT_TRANSLATE_NOOP(
            "ergonomics", "Raise the seat or lower the desk and the armrests; move closer."
        ),
    ),
    _remark(
        "posture-arms/elbows-out",
        QT_TRANSLATE_NOOP("ergonomics", "Elbows should be close to the body."),
        QT_TRANSLATE_NOOP("ergonomics", "Bring mouse, keyboard and armrests closer to you."),
    ),
    _remark(
        "posture-arms/forearms-sloping",
        QT_TRANSLATE_NOOP(
            "ergonomics", "Forearms should be about level, at 90° to 100° to the upper arms."
        ),
        QT_TRANSLATE_NOOP(
            "ergonomics", "Set the seat so that your elbows are as high as the keyboard."
        ),
    ),
    _remark(
        "posture-arms/wrists-bent",
        QT_TRANSLATE_NOOP("ergonomics", "Wrists should be straight."),
        QT_TRANSLATE_NOOP(
            "ergonomics", "Fold in the feet of the keyboard, and put it right in front of you."
        ),
    ),
    _remark(
        "posture-legs/thighs-sloping",
        QT_TRANSLATE_NOOP("ergonomics", "Thighs should be about level."),
        QT_TRANSLATE_NOOP(
            "ergonomics", "Set the height of the seat, with a footrest where the desk is high."
        ),
    ),
    _remark(
        "posture-legs/feet-free",
        QT_TRANSLATE_NOOP("ergonomics", "Feet should rest flat on the floor or a footrest."),
        QT_TRANSLATE_NOOP("ergonomics", "Lower the seat, or put a stable box under your feet."),
    ),
)


def posture_remarks(answers: Answers) -> tuple[Remark, ...]:
    """What may be a problem, from head to feet."""
    return tuple(of_answers(_REMARKS, answers))
