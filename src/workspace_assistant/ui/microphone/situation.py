"""Everything the microphone page depends on, as one value; the session changes it step by step."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workspace_assistant.core.readiness.headset.words import CheckWord
from workspace_assistant.core.readiness.microphone.as_heard import CallKind
from workspace_assistant.core.readiness.microphone.comparison import Comparison
from workspace_assistant.core.readiness.microphone.model import LevelReading, MicrophoneDevice
from workspace_assistant.core.readiness.microphone.ports import Volume
from workspace_assistant.core.readiness.microphone.take import Heard, Take
from workspace_assistant.core.readiness.model import Outcome
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile


class Activity(StrEnum):
    """What is going on; one thing at a time, as all of them use the headset."""

    TAKE = "take"
    COMPARE = "compare"
    HEAR = "hear"
    TONE = "tone"
    WORD = "word"
    VOLUME = "volume"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The microphones there are, and which came or went since the look before.

    `is_asked` tells a look that the user asked for, who wants an answer even if nothing changed.
    """

    devices: tuple[MicrophoneDevice, ...]
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    is_asked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What the page knows. Sentences in it are English ones marked for translation.

    Attributes:
        is_elsewhere_busy: the readiness check runs, which uses the microphone as well.
        microphone, microphone_name: the chosen one; an empty id is the system's default.
        listing_trouble: why it is not known which microphones there are.
    activity: what is going on, None when nothing is.
        level: the last live reading; `source` is the microphone it came from, in a comparison.
        is_analyzing: all was recorded, and the result is on its way.
        sentence_index: which sentence is to be read next, or now.
        take, before: the last recording and, of the same microphone, the one before it.
        fault: why the last activity broke.
        explained: the score whose numbers are open, empty when none are.
        volume: the input volume, None where it cannot be set; `volume_trouble` says why.
        volume_note: what became of a change of it.
        hearing: how the recording is being played, while it is.
        heard: how it was played last; `hear_trouble` says why nothing sounded.
        compared: the microphones ticked for a comparison.
        headset: facts, and after a test tone the leak; `headset_trouble` stands in its place.
        word: what was played last; `answer` is what the user says they heard.
    """

    profile: WorkplaceProfile | None = None
    is_elsewhere_busy: bool = False
    listing: Listing | None = None
    listing_trouble: str = ""
    microphone: str = ""
    microphone_name: str = ""
    activity: Activity | None = None
    is_stopping: bool = False
    level: LevelReading | None = None
    source: str = ""
    is_analyzing: bool = False
    fraction: float = 0.0
    sentence_index: int = 0
    take: Take | None = None
    before: Take | None = None
    fault: str = ""
    explained: str = ""
    volume: Volume | None = None
    volume_trouble: str = ""
    volume_note: str = ""
    hearing: CallKind | None = None
    heard: Heard | None = None
    hear_trouble: str = ""
    compared: tuple[str, ...] = ()
    comparison: Comparison | None = None
    headset: Outcome | None = None
    word_index: int = 0
    word: CheckWord | None = None
    answer: str | None = None
    word_trouble: str = ""

    @property
    def devices(self) -> tuple[MicrophoneDevice, ...]:
        return self.listing.devices if self.listing else ()

    @property
    def lacks_microphone(self) -> bool:
        """Whether there is none, as far as the last look could tell."""
        return self.listing is not None and not self.listing.devices

    @property
    def can_act(self) -> bool:
        """Whether something new may start."""
        return self.activity is None and not self.is_elsewhere_busy and self.profile is not None
