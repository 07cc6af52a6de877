"""What the first steps do: they lead through what other parts of the window already can."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.first_run.steps import OVER, Step, after, before
from workspace_assistant.core.phrases import spoken
from workspace_assistant.core.settings.managed import PROFILE
from workspace_assistant.ui.first_run.situation import Situation
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.readiness.session import ReadinessSession
from workspace_assistant.ui.wording.wording import Wording

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.ui.microphone.session import MicrophoneSession
    from workspace_assistant.ui.settings.session import SettingsSession
    from workspace_assistant.ui.shifts.pattern_state import PatternForm
    from workspace_assistant.ui.shifts.session import ShiftsSession

log = logging.getLogger(__name__)

_NOTE, _LANGUAGE = "first_run", "language"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the steps lead through; each is made when a step asks for it.

    Attributes:
        keep: keeps a choice between starts; it blocks.
        microphone: up to date with what is chosen and connected.
    """

    keep: Callable[[str, str], None]
    readiness: ReadinessSession
    microphone: Callable[[], MicrophoneSession]
    shifts: Callable[[], ShiftsSession]
    settings: Callable[[], SettingsSession]


class FirstRunSession(QObject):
    """`changed` comes with every change of `situation`, `over` with the page that follows.

    `check_wanted` asks for the first check, `restart_wanted` for the window in another language.
    """

    changed = Signal()
    over = Signal(str)
    check_wanted = Signal()
    restart_wanted = Signal()

    def __init__(self, parts: Parts, runner: JobRunner, wording: Wording, parent: QObject) -> None:
        super().__init__(parent)
        self.parts = parts
        self._runner = runner
        self._wording = wording
        self._followed: set[str] = set()
        self.situation = Situation(language=wording.language)
        parts.readiness.changed.connect(self._on_readiness_changed)

    def begin(self, step: Step) -> None:
        """Before the first paint: what must be read is read by `open`."""
        self._go(step)

    @Slot()
    def open(self) -> None:
        """Once the window is painted."""
        settings = self.parts.settings()
        if self._follow("settings"):
            settings.changed.connect(self._on_settings_changed)
            settings.kept.connect(self._on_settings_kept)
        settings.look()
        self._on_readiness_changed()
        self._keep(self.situation.step.value)
        self._prepare(self.situation.step)

    @Slot()
    def go_on(self) -> None:
        following = after(self.situation.step)
        if following is not None:
            self._turn_to(following)
        else:
            self._end()
            self.check_wanted.emit()

    @Slot()
    def go_back(self) -> None:
        earlier = before(self.situation.step)
        if earlier is not None:
            self._turn_to(earlier)

    @Slot()
    def leave(self) -> None:
        """What was chosen so far stays."""
        self._end()
        self.over.emit(PageName.TODAY)

    @Slot()
    def leave_for_calendars(self) -> None:
        self._end()
        self.over.emit(PageName.SHIFTS)

    def choose_language(self, code: str) -> None:
        if code != self.situation.language:
            self.parts.settings().choose(_LANGUAGE, code)

    def choose_profile(self, file: Path | None) -> None:
        self.parts.readiness.choose_profile(file)

    def keep_hours(self, form: PatternForm) -> None:
        """Write the hours of a usual week down and go on; without any, only go on."""
        from workspace_assistant.ui.shifts.acts import ShiftActs
        from workspace_assistant.ui.shifts.pattern_state import draft_of_pattern, is_empty, today_of

        if self.situation.has_shifts or is_empty(form):
            self.go_on()
            return
        shifts = self.parts.shifts()
        seen = shifts.situation.seen
        if seen is None:  # the zone of the hours is not known yet
            return
        try:
            draft = draft_of_pattern(replace(form, from_on=today_of(seen)), seen.zone)
        except RefusedError as error:
            self._set(refusal=spoken(self._wording.say, error.phrase))
            return
        self._set(is_keeping=True, refusal="")
        ShiftActs(shifts, self._wording).add_pattern(draft, "", self._on_hours_refused)

    def _turn_to(self, step: Step) -> None:
        self._go(step)
        self._keep(step.value)
        self._prepare(step)

    def _go(self, step: Step) -> None:
        self._set(step=step, refusal="")

    def _prepare(self, step: Step) -> None:
        """What a step shows is looked for when it comes, and not before."""
        if step is Step.MICROPHONE:
            microphone = self.parts.microphone()
            if self._follow("microphone"):
                microphone.finished.connect(self._on_heard)
        if step is Step.SHIFTS:
            shifts = self.parts.shifts()
            if self._follow("shifts"):
                shifts.changed.connect(self._on_shifts_changed)
                shifts.acted.connect(self._on_hours_kept)
            shifts.look()

    def _follow(self, name: str) -> bool:
        """Whether *name* is followed from now on, and was not before."""
        is_new = name not in self._followed
        self._followed.add(name)
        return is_new

    def _end(self) -> None:
        self._keep(OVER)

    def _keep(self, word: str) -> None:
        self._runner.start(
            lambda _: self.parts.keep(_NOTE, word),
            owner=self,
            done=_nothing,
            failed=self._on_not_kept,
        )

    def _set(self, **changes: object) -> None:
        changed = replace(self.situation, **changes)  # type: ignore[arg-type]  # fields by name
        if changed != self.situation:
            self.situation = changed
            self.changed.emit()

    def _on_not_kept(self, error: Exception) -> None:
        """The steps come once more at the next start: better than none at all."""
        log.warning("where the first steps were left is not kept", exc_info=error)

    @Slot()
    def _on_readiness_changed(self) -> None:
        now, before_it = self.parts.readiness.situation, self.situation.profile
        self._set(profile=now.profile, trouble=now.profile_trouble, microphone=now.microphone_name)
        if now.profile is not before_it and "settings" in self._followed:
            self.parts.settings().look()  # it knows whose profile that is

    @Slot()
    def _on_settings_changed(self) -> None:
        seen = self.parts.settings().situation.seen
        if seen is not None:
            self._set(
                path=str(Path(seen.path).parent),
                is_language_fixed=seen.is_locked(_LANGUAGE),
                is_profile_fixed=seen.is_locked(PROFILE),
                is_profile_own=bool(seen.profile_place),
            )

    @Slot(object)
    def _on_settings_kept(self, names: frozenset[str]) -> None:
        if _LANGUAGE in names:
            self.restart_wanted.emit()

    @Slot()
    def _on_heard(self) -> None:
        self._set(is_heard=True)

    @Slot()
    def _on_shifts_changed(self) -> None:
        seen = self.parts.shifts().situation.seen
        if seen is not None and not self.situation.is_keeping:
            self._set(has_shifts=bool(seen.sources or seen.shifts))

    @Slot()
    def _on_hours_kept(self) -> None:
        if self.situation.is_keeping:
            self._set(is_keeping=False, has_shifts=True)
            self.go_on()

    def _on_hours_refused(self, sentence: str) -> None:
        self._set(is_keeping=False, refusal=sentence)


def _nothing(_: object) -> None: ...
