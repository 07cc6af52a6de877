"""What the window works with; the composition root fills it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.service import ReadinessService

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.core.jobs import JobContext
    from workspace_assistant.core.readiness.headset.words import CheckWord
    from workspace_assistant.core.readiness.microphone.as_heard import CallKind
    from workspace_assistant.core.readiness.microphone.comparison import Comparison
    from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice, Recording
    from workspace_assistant.core.readiness.microphone.ports import Volume
    from workspace_assistant.core.readiness.microphone.take import Heard, Take
    from workspace_assistant.core.readiness.model import Outcome
    from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
    from workspace_assistant.core.text import Say
    from workspace_assistant.ui.data.encryption_services import EncryptionServices
    from workspace_assistant.ui.feature_services import (
        Attend,
        BreakServices,
        CheckInServices,
        DataServices,
        ErgonomicsServices,
        FocusServices,
        LineServices,
        LoudnessServices,
        PublishingServices,
        SettingsServices,
        ShiftServices,
        WeekServices,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowServices:
    """Everything here may block: the window calls it in jobs alone.

    Attributes:
        load_profile: raises `ProfileError`, or `UserInputError` for a file that cannot be read.
        write_report: writes .json, .html or .pdf by the name's ending; raises `UserInputError`.
        remember: keeps a choice between starts; the names are ``microphone``,
            ``microphone_name`` and ``profile``.
        recall: the choice kept under a name, empty when there is none.
        microphone: what the microphone page works with.
        focus: makes what the focus page works with; asked once, after the first paint.
        shifts: the same of the shifts page.
        attend: looks after shifts until it is cancelled; shows reminders by the notifier where the
            desktop's own way cannot, and reports the readings of `Attendance`.
        line: makes what the watch over the line is reached by; asked once, after the first paint.
        breaks: the same of breaks and tips, whose words it keeps in the user's language.
        loudness: the same of the loudness of calls.
        ergonomics, check_in: the same of self-checks of the workplace, and of check-ins.
        week: the same of the weekly summary.
        data, encryption, publishing: the same of the person's own data, whether others can read
            it, and of what the employer gets of it.
        settings: the same of everything that a person can set.
        keeps_in_tray, keep_in_tray: whether closing the window leaves the program in the panel;
            keeping raises OSError.
    """

    readiness: ReadinessService
    default_profile: Callable[[], WorkplaceProfile]
    load_profile: Callable[[Path], WorkplaceProfile]
    microphones: Callable[[], tuple[MicrophoneDevice, ...]]
    write_report: Callable[[ReadinessReport, Path], None]
    remember: Callable[[str, str], None]
    recall: Callable[[str], str]
    microphone: MicrophoneServices
    focus: Callable[[], FocusServices]
    shifts: Callable[[], ShiftServices]
    attend: Attend
    line: Callable[[], LineServices]
    breaks: Callable[[Say], BreakServices]
    loudness: Callable[[], LoudnessServices]
    ergonomics: Callable[[], ErgonomicsServices]
    check_in: Callable[[], CheckInServices]
    week: Callable[[], WeekServices]
    data: Callable[[], DataServices]
    encryption: Callable[[], EncryptionServices]
    publishing: Callable[[], PublishingServices]
    settings: Callable[[], SettingsServices]
    keeps_in_tray: Callable[[], bool]
    keep_in_tray: Callable[[bool], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class MicrophoneServices:
    """What the microphone page works with. Everything here blocks, so it runs in jobs alone.

    An empty microphone id is the system's default. All may raise `JobCancelledError`.

    Attributes:
        take: records 2 s of quiet and 5 s of speech, reporting `LevelReading`s with a spectrum,
            and judges them; a microphone that cannot be had is an outcome as well.
        compare: takes of several microphones, one after the other; progress carries the
            microphone's id as its source.
        hear: plays the speech of a take: as recorded (None) or over a call with the losses that
            the voice path measured. Raises `PlaybackUnavailableError`, and `UserInputError` where
            the sound library lacks a coder.
        save: writes a recording as a WAV file; raises `UserInputError`.
        volume: the system's input volume. Raises `VolumeUnavailableError`.
        change_volume: changes it by so many dB, and gives it before and after. Raises the same.
        headset: what the headset check finds out without a sound.
        leak: the same, and a chirp that tells how much the microphone hears of the earpiece.
        say_word: plays a word. Raises `PlaybackUnavailableError`.
    """

    take: Callable[[WorkplaceProfile, str, JobContext], Take]
    compare: Callable[[WorkplaceProfile, tuple[str, ...], JobContext], Comparison]
    hear: Callable[[Take, CallKind | None, JobContext], Heard]
    save: Callable[[Recording, Path], None]
    volume: Callable[[str], Volume]
    change_volume: Callable[[str, float], tuple[Volume, Volume]]
    headset: Callable[[WorkplaceProfile, str, JobContext], Outcome]
    leak: Callable[[WorkplaceProfile, str, JobContext], Outcome]
    say_word: Callable[[CheckWord, JobContext], None]
