"""What the microphone page has done off the window's thread. Everything here may block."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workspace_assistant.core.errors import UserInputError, words_of
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.headset.texts import NOT_PLAYABLE
from workspace_assistant.core.readiness.headset.words import CheckWord
from workspace_assistant.core.readiness.microphone.as_heard import CallKind
from workspace_assistant.core.readiness.microphone.device_texts import NO_VOLUME_CONTROL
from workspace_assistant.core.readiness.microphone.input_change import change_sentence
from workspace_assistant.core.readiness.microphone.model import Recording
from workspace_assistant.core.readiness.microphone.ports import (
    PlaybackUnavailableError,
    Volume,
    VolumeUnavailableError,
)
from workspace_assistant.core.readiness.microphone.take import Heard, Take
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.ui.window_services import MicrophoneServices


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeAnswer:
    """A take, and the input volume that it was made with, or why that is not known."""

    take: Take
    volume: Volume | None = None
    volume_trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeAnswer:
    """The input volume after a change, and what became of it; `trouble` when it stayed."""

    volume: Volume | None = None
    note: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HearAnswer:
    """How it was played, or why nothing sounded."""

    heard: Heard | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFile:
    """A recording of the user's own, and why it could not be written, empty when it was."""

    file: Path
    trouble: str = ""


def record(
    services: MicrophoneServices, profile: WorkplaceProfile, microphone: str, ctx: JobContext, /
) -> TakeAnswer:
    take = services.take(profile, microphone, ctx)
    if take.recording is None:
        return TakeAnswer(take=take)
    try:
        return TakeAnswer(take=take, volume=services.volume(microphone))
    except VolumeUnavailableError as error:
        return TakeAnswer(take=take, volume_trouble=NO_VOLUME_CONTROL[error.reason])


def change_volume(
    services: MicrophoneServices, microphone: str, change_db: float, _ctx: JobContext, /
) -> VolumeAnswer:
    try:
        before, after = services.change_volume(microphone, change_db)
    except VolumeUnavailableError as error:
        return VolumeAnswer(trouble=NO_VOLUME_CONTROL[error.reason])
    return VolumeAnswer(volume=after, note=change_sentence(before, after))


def hear(
    services: MicrophoneServices, take: Take, kind: CallKind | None, ctx: JobContext, /
) -> HearAnswer:
    try:
        return HearAnswer(heard=services.hear(take, kind, ctx))
    except PlaybackUnavailableError as error:
        return HearAnswer(trouble=NOT_PLAYABLE[error.reason])
    except UserInputError as error:  # a sound library that lacks a coder
        return HearAnswer(trouble=words_of(error))


def say_word(services: MicrophoneServices, word: CheckWord, ctx: JobContext, /) -> str:
    """Why nothing sounded; empty when the word was played."""
    try:
        services.say_word(word, ctx)
    except PlaybackUnavailableError as error:
        return NOT_PLAYABLE[error.reason]
    return ""


def save(
    services: MicrophoneServices, recording: Recording, file: Path, _ctx: JobContext, /
) -> SavedFile:
    try:
        services.save(recording, file)
    except (UserInputError, OSError) as error:
        return SavedFile(file=file, trouble=words_of(error))
    return SavedFile(file=file)
