"""Sessions: what the window does, by feature, whichever of its parts shows it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.readiness.session import ReadinessSession
from workspace_assistant.ui.window_services import WindowServices
from workspace_assistant.ui.wording.wording import Wording

if TYPE_CHECKING:
    from workspace_assistant.ui.breaks.session import BreaksSession
    from workspace_assistant.ui.check_in.session import CheckInSession
    from workspace_assistant.ui.data.encryption_session import EncryptionSession
    from workspace_assistant.ui.data.publish_session import PublishSession
    from workspace_assistant.ui.data.session import DataSession
    from workspace_assistant.ui.ergonomics.session import ErgonomicsSession
    from workspace_assistant.ui.first_run.session import FirstRunSession
    from workspace_assistant.ui.focus.session import FocusSession
    from workspace_assistant.ui.loudness.session import LoudnessSession
    from workspace_assistant.ui.microphone.session import MicrophoneSession
    from workspace_assistant.ui.settings.session import SettingsSession
    from workspace_assistant.ui.shifts.session import ShiftsSession
    from workspace_assistant.ui.today.session import TodaySession
    from workspace_assistant.ui.week.session import WeekSession

_WITH_SETTINGS = ("breaks", "shifts", "week", "check_in", "loudness")


class Sessions(QObject):
    """All but that of the readiness check are made when first asked for: the window paints sooner.

    `told`, `warned` and `untold` (a sentence that holds no longer) are those of every session.
    """

    told = Signal(str)
    warned = Signal(str)
    untold = Signal(str)
    erase_wanted = Signal(object, bool)  # as `DataSession` says
    restart_wanted = Signal()
    settled = Signal(object)  # names of settings that were just changed

    def __init__(
        self, services: WindowServices, runner: JobRunner, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._wording = wording
        self._seen_day: object = None
        self.readiness = ReadinessSession(services, runner, wording, self)
        self.readiness.told.connect(self.told)
        self.readiness.warned.connect(self.warned)

    @cached_property
    def focus(self) -> FocusSession:
        from workspace_assistant.ui.focus.session import FocusSession

        session = FocusSession(self._services.focus(), self._runner, self._wording, self)
        session.told.connect(self.told)
        session.warned.connect(self.warned)
        session.untold.connect(self.untold)
        return session

    @cached_property
    def microphone(self) -> MicrophoneSession:
        """It follows the readiness check: one profile, and one at a time at the microphone."""
        from workspace_assistant.ui.microphone.session import MicrophoneSession

        services = self._services
        session = MicrophoneSession(
            services.microphone, services.microphones, self._runner, self._wording, self
        )
        session.told.connect(self.told)
        session.warned.connect(self.warned)
        session.untold.connect(self.untold)
        session.microphone_chosen.connect(self.readiness.choose_microphone)
        self.readiness.changed.connect(self._on_readiness_changed)
        return session

    @cached_property
    def first_run(self) -> FirstRunSession:
        from workspace_assistant.ui.first_run.session import FirstRunSession, Parts

        parts = Parts(
            keep=self._services.remember,
            readiness=self.readiness,
            microphone=self.freshened_microphone,
            shifts=lambda: self.shifts,
            settings=lambda: self.settings,
        )
        session = FirstRunSession(parts, self._runner, self._wording, self)
        session.restart_wanted.connect(self.restart_wanted)
        return session

    @cached_property
    def breaks(self) -> BreaksSession:
        from workspace_assistant.ui.breaks.session import BreaksSession

        services = self._services.breaks(self._wording.say)
        session = BreaksSession(services, self._runner, self._wording, self)
        session.told.connect(self.told)
        session.warned.connect(self.warned)
        session.untold.connect(self.untold)
        return session

    @cached_property
    def loudness(self) -> LoudnessSession:
        from workspace_assistant.ui.loudness.session import LoudnessSession

        session = LoudnessSession(self._services.loudness(), self._runner, self._wording, self)
        session.told.connect(self.told)
        session.warned.connect(self.warned)
        return session

    @cached_property
    def ergonomics(self) -> ErgonomicsSession:
        from workspace_assistant.ui.ergonomics.session import ErgonomicsSession

        services = self._services.ergonomics()
        session = ErgonomicsSession(services, self._runner, self._wording, self)
        session.told.connect(self.told)
        session.warned.connect(self.warned)
        return session

    @cached_property
    def check_in(self) -> CheckInSession:
        from workspace_assistant.ui.check_in.session import CheckInSession

        session = CheckInSession(self._services.check_in(), self._runner, self._wording, self)
        session.told.connect(self.told)
        session.warned.connect(self.warned)
        return session

    @cached_property
    def shifts(self) -> ShiftsSession:
        from workspace_assistant.ui.shifts.session import ShiftsSession

        session = ShiftsSession(self._services.shifts(), self._runner, self._wording, self)
        session.told.connect(self.told)
        session.warned.connect(self.warned)
        session.untold.connect(self.untold)
        return session

    @cached_property
    def week(self) -> WeekSession:
        """It looks anew where something is logged or planned while it is shown."""
        from workspace_assistant.ui.week.session import WeekSession

        session = WeekSession(self._services.week(), self._runner, self._wording, self)
        session.told.connect(self.told)
        session.warned.connect(self.warned)
        session.untold.connect(self.untold)
        self.shifts.acted.connect(session.note_change)
        self.focus.changed.connect(self._on_focus_changed)
        return session

    @cached_property
    def data(self) -> DataSession:
        from workspace_assistant.ui.data.session import DataSession

        session = DataSession(self._services.data(), self._runner, self._wording, self)
        session.erase_wanted.connect(self.erase_wanted)
        session.restart_wanted.connect(self.restart_wanted)
        return session

    @cached_property
    def encryption(self) -> EncryptionSession:
        from workspace_assistant.ui.data.encryption_session import EncryptionSession

        return EncryptionSession(self._services.encryption(), self._runner, self._wording, self)

    @cached_property
    def publishing(self) -> PublishSession:
        from workspace_assistant.ui.data.publish_session import PublishSession

        return PublishSession(self._services.publishing(), self._runner, self._wording, self)

    @cached_property
    def settings(self) -> SettingsSession:
        from workspace_assistant.ui.settings.session import SettingsSession

        session = SettingsSession(self._services.settings(), self._runner, self._wording, self)
        session.restart_wanted.connect(self.restart_wanted)
        session.kept.connect(self._on_settings_kept)
        return session

    @cached_property
    def today(self) -> TodaySession:
        from workspace_assistant.ui.today.session import TodaySession

        line = self._services.line()
        parts = (self.focus, self.shifts, self.breaks, line, self.week.services)
        session = TodaySession(*parts, self._runner, self._wording, self)
        session.warned.connect(self.warned)
        return session

    @property
    def made_focus(self) -> FocusSession | None:
        """That of focus blocks, if it was asked for."""
        return self.focus if "focus" in vars(self) else None

    @property
    def made_microphone(self) -> MicrophoneSession | None:
        return self.microphone if "microphone" in vars(self) else None

    def freshened_microphone(self) -> MicrophoneSession:
        """With what is chosen now; it looks at once what is connected."""
        session = self.microphone
        self._bring_up_to_date(session)
        session.look()
        return session

    def cancel(self) -> None:
        """Give up what runs; nothing of it was saved yet."""
        self.readiness.cancel_check()
        if self.made_microphone is not None:
            self.made_microphone.cancel()

    def _bring_up_to_date(self, session: MicrophoneSession) -> None:
        now = self.readiness.situation
        session.use(now.profile, now.microphone, now.microphone_name)
        session.set_elsewhere_busy(is_busy=now.run is not None)

    @Slot(object)
    def _on_settings_kept(self, names: frozenset[str]) -> None:
        """What other pages show of them is read anew where it was read before."""
        for name in _WITH_SETTINGS:
            if name in vars(self):
                getattr(self, name).look()
        self.settled.emit(names)

    @Slot()
    def _on_focus_changed(self) -> None:
        """A second of an open block changes nothing in the week; what the log holds does."""
        day = self.focus.situation.day
        if day is not self._seen_day:
            self.week.note_change()
        self._seen_day = day

    @Slot()
    def _on_readiness_changed(self) -> None:
        self._bring_up_to_date(self.microphone)
