"""What the microphone page does: one job at a time, a situation, and news of its changes."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from math import ceil
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from workspace_assistant.core.jobs import Job, JobContext, Progress
from workspace_assistant.core.readiness.headset.words import check_word
from workspace_assistant.core.readiness.microphone.as_heard import CallKind
from workspace_assistant.core.readiness.microphone.comparison import Comparison
from workspace_assistant.core.readiness.microphone.device_texts import UNAVAILABLE
from workspace_assistant.core.readiness.microphone.model import LevelReading, MicrophoneDevice
from workspace_assistant.core.readiness.microphone.ports import MicrophoneUnavailableError
from workspace_assistant.core.readiness.microphone.take import Take
from workspace_assistant.core.readiness.microphone.texts import STAGE_ANALYZING
from workspace_assistant.core.readiness.model import Outcome
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.microphone import texts
from workspace_assistant.ui.microphone.device_look import looked, looked_in_vain
from workspace_assistant.ui.microphone.headset_look import seen_again
from workspace_assistant.ui.microphone.jobs import (
    HearAnswer,
    SavedFile,
    TakeAnswer,
    VolumeAnswer,
    change_volume,
    hear,
    record,
    save,
    say_word,
)
from workspace_assistant.ui.microphone.situation import Activity, Situation
from workspace_assistant.ui.window_services import MicrophoneServices
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)

AnswerT = TypeVar("AnswerT")

_MANY = 1_000


class MicrophoneSession(QObject):
    """Signals carry no state: whoever listens reads `situation`.

    `changed` comes with every lasting change and once a second while something is recorded;
    `moved` 30 times a second, for the meter and the spectrum alone: they read `level` and
    `fraction`, which are of that moment. `finished` and `compared` say that a result is there.
    """

    changed = Signal()
    moved = Signal()
    finished = Signal()
    compared = Signal()
    told = Signal(str)
    warned = Signal(str)
    untold = Signal(str)  # a sentence that was told and holds no longer
    microphone_chosen = Signal(str, str)  # id and name; both empty for the system's default

    def __init__(
        self,
        services: MicrophoneServices,
        microphones: Callable[[], tuple[MicrophoneDevice, ...]],
        runner: JobRunner,
        wording: Wording,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._microphones = microphones
        self._runner = runner
        self._wording = wording
        self._job: JobContext | None = None
        self.situation = Situation(
            sentence_index=secrets.randbelow(_MANY), word_index=secrets.randbelow(_MANY)
        )
        self.level: LevelReading | None = None
        self.fraction = 0.0

    def use(self, profile: WorkplaceProfile | None, microphone: str, name: str) -> None:
        """Judge by *profile* from now on, and record from *microphone*."""
        now = self.situation
        if (profile, microphone, name) == (now.profile, now.microphone, now.microphone_name):
            return
        self._change(profile=profile, microphone=microphone, microphone_name=name, headset=None)

    def set_elsewhere_busy(self, *, is_busy: bool) -> None:
        if is_busy != self.situation.is_elsewhere_busy:
            self._change(is_elsewhere_busy=is_busy)

    def look(self, *, is_asked: bool = False) -> None:
        """Look which microphones there are, and what the system says of the headset."""
        self._runner.start(
            lambda _: self._microphones(),
            owner=self,
            done=partial(self._on_listed, is_asked),
            failed=self._on_unlisted,
        )
        if self.situation.can_act:
            self._look_at_headset()

    def choose(self, microphone: str, name: str) -> None:
        self._change(microphone=microphone, microphone_name=name, headset=None)
        self.microphone_chosen.emit(microphone, name)
        if self.situation.can_act:
            self._look_at_headset()

    def record(self) -> None:
        now = self.situation
        if not now.can_act or now.profile is None:
            return
        job = partial(record, self._services, now.profile, now.microphone)
        self._start(Activity.TAKE, job, self._on_taken)

    def compare(self) -> None:
        now = self.situation
        if not now.can_act or now.profile is None or len(now.compared) < 2:
            return
        profile, ids = now.profile, now.compared
        self._start(
            Activity.COMPARE,
            lambda ctx: self._services.compare(profile, ids, ctx),
            self._on_compared,
            comparison=None,
        )

    def change_input(self, change_db: float) -> None:
        now = self.situation
        if now.can_act:
            job = partial(change_volume, self._services, now.microphone, change_db)
            self._start(Activity.VOLUME, job, self._on_volume_changed)

    def hear(self, kind: CallKind | None) -> None:
        """Play the recording, or stop when it sounds already."""
        now = self.situation
        if now.activity is Activity.HEAR:
            self.cancel()
        elif now.can_act and now.take is not None:
            job = partial(hear, self._services, now.take, kind)
            self._start(
                Activity.HEAR, job, self._on_heard, hearing=kind, heard=None, hear_trouble=""
            )

    def play_tone(self) -> None:
        now = self.situation
        if now.activity is Activity.TONE:
            self.cancel()
        elif now.can_act and now.profile is not None:
            profile, microphone = now.profile, now.microphone
            self._start(
                Activity.TONE,
                lambda ctx: self._services.leak(profile, microphone, ctx),
                self._on_leak_found,
            )

    def play_word(self) -> None:
        now = self.situation
        if not now.can_act:
            return
        word = check_word(now.word_index, self._wording.language)
        self._start(
            Activity.WORD,
            partial(say_word, self._services, word),
            self._on_word_said,
            word=word,
            word_index=now.word_index + 1,
            answer=None,
            word_trouble="",
        )

    def answer(self, word: str) -> None:
        """What the user heard; empty for nothing."""
        self._change(answer=word)

    def explain(self, score: str) -> None:
        """Open the numbers of a score, or close them."""
        self._change(explained="" if self.situation.explained == score else score)

    def tick(self, microphone: str, *, is_ticked: bool) -> None:
        """Take *microphone* into the comparison, or leave it out."""
        left = tuple(one for one in self.situation.compared if one != microphone)
        self._change(compared=(*left, microphone) if is_ticked else left)

    def save(self, file: Path) -> None:
        take = self.situation.take
        if take is None or take.recording is None:
            return
        self._runner.start(
            partial(save, self._services, take.recording, file),
            owner=self,
            done=self._on_saved,
            failed=self._on_save_failed,
        )

    def cancel(self) -> None:
        """Stop what goes on; the device is given back before anything else may start."""
        if self._job is not None and not self.situation.is_stopping:
            self._job.cancel()
            self._change(is_stopping=True, fraction=self.fraction)

    def _start(
        self,
        activity: Activity,
        job: Job[AnswerT],
        done: Callable[[AnswerT], None],
        **changes: object,
    ) -> None:
        self.untold.emit(self._wording.say(texts.CANCELLED))
        self.level, self.fraction = None, 0.0
        self._job = self._runner.start(
            job,
            owner=self,
            done=done,
            failed=self._on_failed,
            progressed=self._on_progressed,
            cancelled=self._on_cancelled,
        )
        self._change(
            activity=activity,
            is_stopping=False,
            level=None,
            source="",
            is_analyzing=False,
            fraction=0.0,
            fault="",
            **changes,
        )

    def _look_at_headset(self) -> None:
        profile, microphone = self.situation.profile, self.situation.microphone
        if profile is None:
            return
        self._runner.start(
            lambda ctx: self._services.headset(profile, microphone, ctx),
            owner=self,
            done=partial(self._on_headset_seen, microphone),
            failed=self._on_headset_unseen,
        )

    def _change(self, **changes: object) -> None:
        self._become(replace(self.situation, **changes))  # type: ignore[arg-type]  # fields by name

    def _become(self, situation: Situation) -> None:
        self.situation = situation
        self.changed.emit()

    def _end(self, **changes: object) -> None:
        self._job = None
        self._change(
            activity=None,
            is_stopping=False,
            level=None,
            hearing=None,
            is_analyzing=False,
            **changes,
        )

    def _on_progressed(self, progress: Progress) -> None:
        """Comes 30 times a second: the situation changes only where a reader would notice."""
        now = self.situation
        if now.activity is None:
            return
        if progress.fraction is not None:
            self.fraction = progress.fraction
        level = progress.reading if isinstance(progress.reading, LevelReading) else None
        self.level = level or now.level
        is_analyzing = progress.stage == STAGE_ANALYZING
        told = _told(self.level, progress.source, is_analyzing=is_analyzing)
        if told != _told(now.level, now.source, is_analyzing=now.is_analyzing):
            self._change(
                level=self.level,
                source=progress.source,
                is_analyzing=is_analyzing,
                fraction=self.fraction,
            )
        if level is not None:
            self.moved.emit()

    def _on_taken(self, answer: TakeAnswer) -> None:
        self._end(
            take=answer.take,
            before=_to_compare_with(self.situation, answer.take),
            volume=answer.volume,
            volume_trouble=answer.volume_trouble,
            volume_note="",
            heard=None,
            hear_trouble="",
            sentence_index=self.situation.sentence_index + 1,
        )
        self.finished.emit()
        self.look()

    def _on_compared(self, comparison: Comparison) -> None:
        self._end(comparison=comparison, sentence_index=self.situation.sentence_index + 1)
        self.compared.emit()
        self.look()

    def _on_volume_changed(self, answer: VolumeAnswer) -> None:
        self._end(volume=answer.volume, volume_note=answer.note, volume_trouble=answer.trouble)
        self.look()

    def _on_heard(self, answer: HearAnswer) -> None:
        self._end(heard=answer.heard, hear_trouble=answer.trouble)

    def _on_leak_found(self, outcome: Outcome) -> None:
        self._end(headset=outcome)

    def _on_word_said(self, trouble: str) -> None:
        self._end(word_trouble=trouble)

    def _on_listed(self, is_asked: bool, devices: tuple[MicrophoneDevice, ...], /) -> None:  # noqa: FBT001 - bound by position
        self._become(looked(self.situation, devices, is_asked=is_asked))

    def _on_unlisted(self, error: Exception) -> None:
        log.warning("microphones could not be listed", exc_info=error)
        trouble = texts.NO_LIST_FAULT
        if isinstance(error, MicrophoneUnavailableError):
            trouble = UNAVAILABLE[error.reason]
        self._become(looked_in_vain(self.situation, trouble))

    def _on_headset_seen(self, microphone: str, outcome: Outcome) -> None:
        now = self.situation
        if microphone == now.microphone and now.activity is None:
            self._change(headset=seen_again(outcome, now.headset))

    def _on_headset_unseen(self, error: Exception) -> None:
        log.error("the headset could not be looked at", exc_info=error)

    def _on_saved(self, saved: SavedFile) -> None:
        if saved.trouble:
            self.warned.emit(self._wording.say(texts.NOT_SAVED, reason=saved.trouble))
            return
        file = saved.file
        folder = str(file.absolute().parent)
        self.told.emit(self._wording.say(texts.SAVED, file=file.name, folder=folder))

    def _on_save_failed(self, error: Exception) -> None:
        log.error("the recording could not be saved", exc_info=error)
        self.warned.emit(self._wording.say(texts.NOT_SAVED, reason=self._wording.say(texts.FAULT)))

    def _on_cancelled(self) -> None:
        was_recording = self.situation.activity in {Activity.TAKE, Activity.COMPARE}
        self._end()
        if was_recording:
            self.told.emit(self._wording.say(texts.CANCELLED))

    def _on_failed(self, error: Exception) -> None:
        log.error("the microphone page's job broke", exc_info=error)
        self._end(fault=texts.FAULT)


def _to_compare_with(now: Situation, take: Take) -> Take | None:
    """The recording before *take*, where it was one of the same microphone."""
    kept = now.take if _is_recorded(now.take) else now.before
    return kept if kept is not None and kept.device_id == take.device_id else None


def _told(level: LevelReading | None, source: str, *, is_analyzing: bool) -> tuple[object, ...]:
    """What a reader would see another sentence for: another phase, another second."""
    left_s = ceil(level.remaining_s) if level else None
    return (level.phase if level else "", left_s, source, is_analyzing)


def _is_recorded(take: Take | None) -> bool:
    return take is not None and take.recording is not None
