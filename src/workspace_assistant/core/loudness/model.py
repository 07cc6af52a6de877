"""How loud the own voice reached the microphone in a call: numbers of a few seconds, no sound."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class WhyNot(StrEnum):
    """Why a call has no level at that moment. Stable kebab-case words.

    Criteria: `not-shared`: no sound server shares the microphone here, so that a take could take
    it away from the call. `no-call-microphone`: no microphone is used by another program any more.
    `several-microphones`: more than one is, and nothing says which is the call's. `muted`: the
    system's mute is on; that of the call's program cannot be seen. `take-failed`: the microphone
    could not be heard, or it or its volume changed meanwhile. `too-little-speech`: less than
    `measuring.LEAST_SPEECH_S` of voice. `too-much-noise`: a voice less than
    `measuring.LEAST_ABOVE_NOISE_DB` above the noise of the room. `not-kept`: the database could
    not be written.
    """

    NOT_SHARED = "not-shared"
    NO_CALL_MICROPHONE = "no-call-microphone"
    SEVERAL_MICROPHONES = "several-microphones"
    MUTED = "muted"
    TAKE_FAILED = "take-failed"
    TOO_LITTLE_SPEECH = "too-little-speech"
    TOO_MUCH_NOISE = "too-much-noise"
    NOT_KEPT = "not-kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Microphone:
    """What a level was measured with. Levels compare where all but the name is the same.

    Attributes:
        source_id: the system's own name of it.
        name: for people.
        port: its socket in use; empty where it has none.
        volume_db: the system's input volume, 0 being 100 %; None where it is not known.
    """

    source_id: str
    name: str
    port: str = ""
    volume_db: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallLevel:
    """What is kept of one take.

    Attributes:
        at: when the take began, UTC.
        level_dbov: active speech level (ITU-T P.56) of what was spoken in it.
        noise_dbov: the room between the words, above 50 Hz; None where there were too few pauses.
        speech_s: how much of it was spoken.
    """

    at: datetime
    level_dbov: float
    noise_dbov: float | None
    speech_s: float
    microphone: Microphone


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A reading: what became of a take.

    Attributes:
        level: None where there is none.
        why: then why; None where there is a level, or where it is turned off.
    """

    level: CallLevel | None = None
    why: WhyNot | None = None
