"""Other words for a finding, where its usual ones would mislead: its code stays."""

from __future__ import annotations

from collections.abc import Mapping

from workspace_assistant.core.readiness.findings import FindingText
from workspace_assistant.core.readiness.microphone.texts import FINDINGS
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

NARROWER_THAN_ASKED: Mapping[str, FindingText] = {
    "narrowband-voice": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "Nothing above {value} is picked up of your voice, where at least {limit} is asked "
            "for.",
        ),
        QT_TRANSLATE_NOOP(
            "microphone",
            "Connect the headset by its cable or USB adapter, or choose another microphone.",
        ),
    ),
}
FILLED_GAPS: Mapping[str, FindingText] = {
    "room-echo": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "Between your words it never gets quiet, though the room is: a long echo, or a voice "
            "in the background.",
        ),
        FINDINGS["room-echo"].action,
    ),
}
HUMMING: Mapping[str, FindingText] = {
    code: FindingText(
        FINDINGS[code].message,
        QT_TRANSLATE_NOOP(
            "microphone",
            "Most of it is hum of the mains: unplug the charger, keep the cable away from power "
            "supplies, and measure again.",
        ),
    )
    for code in ("snr-low", "noise-high")
}


def _too_quiet(action: str) -> Mapping[str, FindingText]:
    return {"speech-too-quiet": FindingText(FINDINGS["speech-too-quiet"].message, action)}


LOUD_KNOCKS = _too_quiet(
    QT_TRANSLATE_NOOP(
        "microphone",
        "Raise the input level by about {change}, or move the microphone to the corner of your "
        "mouth, two fingers away from it. Your voice has room for that; a knock as loud as the one "
        "in this recording would clip.",
    )
)
LITTLE_ROOM = _too_quiet(
    QT_TRANSLATE_NOOP(
        "microphone",
        "Raise the input level by {change} and no further, or the loudest moments of your voice "
        "would clip. For the rest, speak more evenly and at the same distance.",
    )
)
NO_ROOM = _too_quiet(
    QT_TRANSLATE_NOOP(
        "microphone",
        "Leave the input level as it is: higher, the loudest moments of your voice would clip. "
        "Speak more evenly and at the same distance.",
    )
)
HANDS_FREE: Mapping[str, FindingText] = {
    "hands-free-suspected": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "The Bluetooth headset is in hands-free mode: nothing above {value} is picked up.",
        ),
        FINDINGS["hands-free-suspected"].action,
    ),
}
_OFF_BLUETOOTH = QT_TRANSLATE_NOOP(
    "microphone",
    "This is the widest that hands-free mode carries. For a fuller voice use the headset's own USB "
    "adapter or cable.",
)
# By whether the system says so. The wideband profile is in use already.
WIDE_HANDS_FREE: Mapping[bool, Mapping[str, FindingText]] = {
    is_sure: {
        "hands-free-suspected": FindingText(texts["hands-free-suspected"].message, _OFF_BLUETOOTH)
    }
    for is_sure, texts in ((False, FINDINGS), (True, HANDS_FREE))
}
SUPPRESSED_NOISE: Mapping[str, FindingText] = {
    "noise-gate": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "In pauses there is {value} less noise than under your voice: a noise gate or noise "
            "suppression is at work.",
        ),
        FINDINGS["noise-gate"].action,
    ),
}
GATED_WORDS: Mapping[str, FindingText] = {
    "noise-gate": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "Between words the microphone delivers exact silence: a noise gate or noise "
            "suppression is at work.",
        ),
        FINDINGS["noise-gate"].action,
    ),
}
NO_LOUDER: Mapping[str, FindingText] = {
    "no-speech-heard": FindingText(
        QT_TRANSLATE_NOOP(
            "microphone",
            "The speaking part is no louder than the quiet part, and a voice is measured from "
            "{limit} above it on.",
        ),
        FINDINGS["no-speech-heard"].action,
    ),
}
_BEFORE_THE_LAST_CONTROL = QT_TRANSLATE_NOOP(
    "microphone",
    "Switch off microphone boost and lower the level at the headset or microphone first; then "
    "raise it in the system's sound settings.",
)
CLIPPED_YET_QUIET: Mapping[str, FindingText] = {
    code: FindingText(FINDINGS[code].message, _BEFORE_THE_LAST_CONTROL)
    for code in ("clipping", "speech-too-quiet")
}
# One next step where both are told.
TOO_LOUD_AND_CLIPPED: Mapping[str, FindingText] = {
    "speech-too-loud": FindingText(
        FINDINGS["speech-too-loud"].message, FINDINGS["clipping"].action
    ),
}
