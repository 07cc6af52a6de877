"""Runs the window from the first paint to the last job."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtWidgets import QApplication

from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.languages import ENGLISH, Language
from workspace_assistant.core.text import Say, in_english
from workspace_assistant.ui import texts
from workspace_assistant.ui.faults import FaultReporter
from workspace_assistant.ui.interruption import InterruptionWatch
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.single_instance import SingleInstance
from workspace_assistant.ui.single_keys import choose_single_keys
from workspace_assistant.ui.theme.motion import choose_motion
from workspace_assistant.ui.theme.scheme import SchemeFollower
from workspace_assistant.ui.widgets.spoken_role import tell_roles
from workspace_assistant.ui.window_services import WindowServices
from workspace_assistant.ui.wording.locales import lacks_letters, speak_in
from workspace_assistant.ui.wording.qt_wording import QtWording

if TYPE_CHECKING:
    from workspace_assistant.core.first_run.steps import Step
    from workspace_assistant.core.jobs import JobContext
    from workspace_assistant.ui.fault_report.teller import FaultTeller
    from workspace_assistant.ui.main_window import After

__all__ = ["BEGIN_ANEW", "Start", "WindowServices", "run_window"]

log = logging.getLogger(__name__)

BEGIN_ANEW = -1  # no exit code: the window is to be opened once more
_SYSTEM_POINTS = "system-points"
_SHUTDOWN_LIMIT_S = 3.0
_NOT_ANSWERED_EXIT_CODE = 3  # the computer's own trouble, as on the command line
_USUAL_THRESHOLDS = (700, 10, 10)  # Python's own
_SIGNALED_EXIT_CODE = 128  # and the signal's number: what a shell expects


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """How the program was started.

    Attributes:
        directory: one window has it; None for a window of its own.
        arguments: what a second start hands over to the first.
        in_tray: without a window, where the desktop has a panel.
        log_lines: the end of the program's log, for the report of a fault.
        language: that everything is said in.
        say: by which it is said.
        appearance: asked for the chosen scheme, ``light``, ``dark`` or the system's: at the start,
            and when it was chosen anew.
        motion: likewise, ``full``, ``reduced`` or the system's.
        single_keys: likewise, ``off`` where letters and digits count with Alt alone.
        text_percent: how large text is beside the system's own.
        first_step: where the first steps begin; None for who has gone through them.
    """

    directory: Path | None = None
    arguments: tuple[str, ...] = ()
    in_tray: bool = False
    log_lines: Callable[[], tuple[str, ...]] = tuple
    language: Language = ENGLISH
    say: Say = in_english
    appearance: Callable[[], str] = str
    motion: Callable[[], str] = str
    single_keys: Callable[[], str] = str
    text_percent: int = 100
    first_step: Step | None = None

    @property
    def wording(self) -> QtWording:
        return QtWording(language=self.language, say=self.say)


def run_window(services: WindowServices, start: Start | None = None) -> int:
    """Open the window and stay until it is closed. Returns the exit code, 130 after Ctrl-C.

    Where another window has the data directory, that one comes up instead. A block that still runs
    is handed over to a program in the background. `BEGIN_ANEW` where the person wants the window
    once more, after a restore or an erasing.
    """
    start = start or Start()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("another kind of Qt application is already running")
    instance = SingleInstance(start.directory, app) if start.directory else None
    if instance is not None and not instance.claim():
        return _hand_on(instance, start)
    prepare(app)
    enlarge_text(app, start.text_percent)
    speak_in(app, start.language)
    follower = SchemeFollower(app, start.appearance())
    choose_motion(app, start.motion())
    choose_single_keys(app, start.single_keys())
    runner = JobRunner()
    window = _made_window(services, runner, start)
    window.opened.connect(_look_for_garbage)
    # A window that is hidden or was never shown closes without being the last one for Qt.
    app.setQuitOnLastWindowClosed(False)  # nor is one that stays in the panel
    window.closing.connect(app.exit)
    window.appearance_chosen.connect(lambda: follower.choose(start.appearance()))
    window.appearance_chosen.connect(lambda: choose_motion(app, start.motion()))
    window.appearance_chosen.connect(lambda: choose_single_keys(app, start.single_keys()))
    if instance is not None:
        _listen(instance, window)
    watch = _watch(window)
    reporter = _reporter(window, start)
    try:
        if start.in_tray:
            window.open_in_tray()
        else:
            window.show()
        app.exec()
        after = window.after if watch.caught is None else None
        code = 0 if watch.caught is None else _SIGNALED_EXIT_CODE + watch.caught
        if after is not None:
            code = _follow(after, services, runner, start.wording)
    finally:
        watch.uninstall()
        reporter.uninstall()
        if not runner.shutdown(_SHUTDOWN_LIMIT_S):
            log.warning("the window closed over a job that does not stop")
        if window.after is None or window.after.erasing is None:  # else nothing is left to watch
            _hand_over(window)
        if instance is not None:
            instance.release()
        follower.setParent(None)
    return code


def _follow(after: After, services: WindowServices, runner: JobRunner, wording: QtWording) -> int:
    """What the person wanted to come after the window, while no other one can open."""
    if after.erasing is None:
        return BEGIN_ANEW
    from workspace_assistant.ui.data.erasing_run import erase_all

    has_ended = runner.shutdown(_SHUTDOWN_LIMIT_S)
    erase = partial(_erase, services, after)
    return BEGIN_ANEW if erase_all(erase, after.erasing, wording, has_ended=has_ended) else 0


def _erase(services: WindowServices, after: After, ctx: JobContext) -> None:
    if after.erasing is not None:
        services.data().erase(after.erasing, ctx, after.keeps_secrets)


def _hand_on(instance: SingleInstance, start: Start) -> int:
    """The other one comes up; where it does not answer, that is said."""
    if instance.tell_other(start.arguments):
        return 0
    log.error("another window has the data directory and does not answer")
    sys.stderr.write(f"{start.say(texts.OTHER_SILENT)}\n")
    return _NOT_ANSWERED_EXIT_CODE


def _listen(instance: SingleInstance, window: MainWindow) -> None:
    """Heard after the first paint; whoever asks earlier waits."""
    instance.asked.connect(window.asked_to_come_up)
    window.opened.connect(instance.listen)


def _made_window(services: WindowServices, runner: JobRunner, start: Start) -> MainWindow:
    window = MainWindow(services, runner, start.wording, QSettings())
    if start.first_step is not None:
        window.begin_first_run(start.first_step)
    if lacks_letters(start.language):
        window.top.warn(texts.NO_LETTERS)  # in English: nobody could read it else
    return window


def _look_for_garbage() -> None:
    """As usual again, now that the start's thousands of things are made, which all stay."""
    gc.set_threshold(*_USUAL_THRESHOLDS)


def prepare(app: QApplication) -> None:
    """Names and style: the same look on every Linux desktop."""
    app.setApplicationName("workspace-assistant")
    app.setOrganizationName("workspace-assistant")
    app.setApplicationDisplayName("Workspace Assistant")
    app.setDesktopFileName("workspace-assistant")
    tell_roles()
    if app.style().objectName() != "fusion":  # the default on most; making it again costs 10 ms
        app.setStyle("Fusion")


def enlarge_text(app: QApplication, percent: int) -> None:
    """Make text so large beside the system's own, and all that is measured by it.

    Once for each program that runs: a window opened anew begins with the system's own again.
    """
    if app.property(_SYSTEM_POINTS) is None:
        app.setProperty(_SYSTEM_POINTS, app.font().pointSizeF())
    font, points = app.font(), float(app.property(_SYSTEM_POINTS)) * percent / 100
    if points != font.pointSizeF():
        font.setPointSizeF(points)
        app.setFont(font)


def _watch(window: MainWindow) -> InterruptionWatch:
    watch = InterruptionWatch(window)
    watch.interrupted.connect(window.leave)
    watch.install()
    return watch


def _hand_over(window: MainWindow) -> None:
    """Once our own watcher has left."""
    session = window.sessions.made_focus
    if session is None:
        return
    try:
        session.services.watching.hand_over()
    except StoreUnavailableError as error:
        log.warning("nobody goes on with the open block: %s", error)


def _reporter(window: MainWindow, start: Start) -> FaultReporter:
    reporter = FaultReporter(window)
    reporter.happened.connect(_FaultDesk(window, start).tell)
    reporter.install()
    return reporter


class _FaultDesk(QObject):
    """On the window's thread; what shows the report is loaded at the first fault."""

    def __init__(self, window: MainWindow, start: Start) -> None:
        super().__init__(window)
        self._window, self._start = window, start
        self._teller: FaultTeller | None = None

    @Slot(object)
    def tell(self, error: BaseException) -> None:
        from workspace_assistant.ui.fault_report.teller import FaultTeller

        self._window.warn_of_fault()
        if self._teller is None:
            self._teller = FaultTeller(self._start.wording, self._start.log_lines, self)
            self._window.closing.connect(self._teller.close)
        self._teller.tell(error)
