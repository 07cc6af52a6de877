"""Pictures of the window in all its states, to look at and to show in the README.

Run ``python -m tests.gui.screenshots FOLDER [--scale 2] [--long]``; without a display it draws
offscreen. ``--long`` lengthens every sentence by 40 %, as German does; ``--language de`` says what
its catalog has, ``--language pseudo`` and ``rtl`` a language made up, and prints what is not in it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, QSize
from PySide6.QtWidgets import QApplication

from tests.fakes import readiness_reports, voice_reports
from tests.fakes.window import WindowWorld
from tests.gui import check_in_pictures, ergonomics_pictures
from tests.gui.breaks_pictures import shoot_breaks
from tests.gui.data_pictures import shoot_data
from tests.gui.first_run_pictures import shoot_first_run
from tests.gui.focus_pictures import shoot_focus
from tests.gui.microphone_pictures import shoot_microphone
from tests.gui.part_pictures import (
    Photographer,
    application,
    ending_of,
    read_options,
    tell_untranslated,
    wording_of,
)
from tests.gui.settings_pictures import shoot_settings
from tests.gui.shifts_pictures import shoot_shifts
from tests.gui.today_pictures import shoot_today
from tests.gui.week_pictures import shoot_week
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.theme.colors import DARK, LIGHT, Colors
from workspace_assistant.ui.theme.scheme import apply_colors
from workspace_assistant.ui.wording.wording import Wording

SIZE = QSize(1180, 760)
NARROW = QSize(640, 520)
TALL = QSize(1180, 1240)  # all of a long page at once
REPORTS: dict[str, Callable[[], ReadinessReport]] = {
    "ready": readiness_reports.ready,
    "caution": readiness_reports.caution,
    "not-ready": readiness_reports.not_ready,
    "not-tested": readiness_reports.not_tested,
    "offline": readiness_reports.offline,
    "partly-tested": readiness_reports.partly_tested,
    "unknown-checks": readiness_reports.with_unknown_checks,
    "muted": readiness_reports.muted,
    "own-loop": readiness_reports.own_loop,
    "gap": readiness_reports.with_gap,
}
WAYS: dict[str, Callable[[], ReadinessReport]] = {
    "voice-clear": voice_reports.clear,
    "voice-wifi": voice_reports.lossy_wifi,
    "voice-provider": voice_reports.lossy_provider,
    "voice-employer": voice_reports.lossy_employer,
    "voice-unclear": voice_reports.unclear_loss,
    "voice-blocked": voice_reports.udp_blocked,
    "voice-portal": voice_reports.behind_portal,
    "voice-vpn": voice_reports.through_vpn,
    "voice-password": voice_reports.without_password,
    "systems-failing": voice_reports.failing_system,
}


class Studio:
    def __init__(
        self, app: QApplication, folder: Path, ending: str, wording: Wording, only: str
    ) -> None:
        self._app = app
        self._folder = folder
        self._ending = ending
        self._only = only
        self._wording = wording

    def take(
        self,
        name: str,
        world: WindowWorld,
        act: Callable[[MainWindow, WindowWorld], None],
        size: QSize = SIZE,
    ) -> None:
        for scheme, colors in (("light", LIGHT), ("dark", DARK)):
            full_name = f"{name}-{scheme}{self._ending}"
            if self._only in full_name:
                self._take_one(full_name, world, act, size, colors)

    def settle(self, until: Callable[[], bool], limit_s: float = 5.0) -> None:
        end = time.monotonic() + limit_s
        while not until() and time.monotonic() < end:
            self._app.processEvents()
            time.sleep(0.01)
        for _ in range(12):
            self._app.processEvents()
            time.sleep(0.01)

    def _take_one(
        self,
        name: str,
        world: WindowWorld,
        act: Callable[[MainWindow, WindowWorld], None],
        size: QSize,
        colors: Colors,
    ) -> None:
        apply_colors(self._app, colors)
        settings = QSettings(str(self._folder / "no.ini"), QSettings.Format.IniFormat)
        runner = JobRunner()
        window = MainWindow(world.services, runner, self._wording, settings)
        window.resize(size)
        window.show_page(PageName.READINESS)
        window.show()
        self.settle(lambda: not window.session.situation.is_opening)
        act(window, world)
        self.settle(lambda: True)
        window.grab().save(str(self._folder / f"{name}.png"))
        tell_untranslated(name, window, self._wording)
        world.release()
        window.close()
        runner.shutdown()
        window.deleteLater()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # else all are styled anew


def main() -> None:
    options = read_options(__doc__ or "")
    app, wording, ending = application(options), wording_of(options), ending_of(options)
    shoot(Studio(app, options.folder, ending, wording, options.only))
    parts = Photographer(app, options.folder, ending, wording, options.only)
    for shoot_part in (ergonomics_pictures.shoot, check_in_pictures.shoot):
        shoot_part(parts)


def shoot(studio: Studio) -> None:
    def explain(window: MainWindow, world: WindowWorld) -> None:
        window.pages.readiness._on_explanation_asked("bandwidth")

    def run(*done: str) -> Callable[[MainWindow, WindowWorld], None]:
        def act(window: MainWindow, world: WindowWorld) -> None:
            world.hold()
            for check_id in done:
                world.checks[check_id].gate.set()
            window.session.start_check()
            last = "bandwidth" if done else "microphone"
            studio.settle(world.checks[last].reported.is_set)
            window.session._text_timer.stop()
            window.session._change(elapsed_s=6.0 if done else 4.0)

        return act

    def check(window: MainWindow, world: WindowWorld) -> None:
        world.hold()
        window.session.start_check()
        studio.settle(world.checks["microphone"].reported.is_set)
        world.clock.advance(23)
        world.release()
        studio.settle(lambda: window.session.situation.run is None)

    studio.take("empty", WindowWorld(), nothing)
    studio.take("muted-narrow", WindowWorld(readiness_reports.muted()), nothing, NARROW)
    studio.take("empty-narrow", WindowWorld(), nothing, NARROW)
    studio.take("running-microphone", WindowWorld(), run())
    studio.take("running", WindowWorld(), run("computer", "microphone", "headset", "connection"))
    studio.take("checked", WindowWorld(), check)
    studio.take(
        "running-narrow",
        WindowWorld(),
        run("computer", "microphone", "headset", "connection"),
        NARROW,
    )
    for name, report in REPORTS.items():
        studio.take(name, WindowWorld(report()), nothing)
    studio.take("caution-narrow", WindowWorld(readiness_reports.caution()), nothing, NARROW)
    studio.take("not-ready-narrow", WindowWorld(readiness_reports.not_ready()), nothing, NARROW)
    studio.take("explained", WindowWorld(readiness_reports.ready()), explain)
    studio.take("explained-narrow", WindowWorld(readiness_reports.ready()), explain, NARROW)
    stale = WindowWorld(readiness_reports.ready())
    stale.clock.advance(24 * 3600)
    studio.take("stale", stale, nothing)
    studio.take("history", WindowWorld(*readiness_reports.history()), history)
    studio.take("history-narrow", WindowWorld(*readiness_reports.history()), history, NARROW)
    studio.take("history-empty", WindowWorld(), history)
    few = (
        readiness_reports.own_loop(),
        readiness_reports.partly_tested(),
        readiness_reports.with_gap(),
    )
    studio.take("history-few", WindowWorld(*few), history)
    studio.take("history-few-narrow", WindowWorld(*few), history, NARROW)
    studio.take("help", WindowWorld(readiness_reports.ready()), help_page)
    shoot_answers(studio)
    shoot_ways(studio)
    shoot_microphone(studio)
    shoot_focus(studio)
    shoot_today(studio)
    shoot_shifts(studio)
    shoot_breaks(studio)
    shoot_week(studio)
    shoot_data(studio)
    shoot_first_run(studio)
    shoot_settings(studio)


def shoot_answers(studio: Studio) -> None:
    """What the page says after the user did something with a result."""

    def saved(window: MainWindow, world: WindowWorld) -> None:
        window.session.save_report(Path("/home/you/Documents/readiness-2026-11-21-0836.html"))
        studio.settle(window.top.notice.isVisible)

    def other_profile(window: MainWindow, world: WindowWorld) -> None:
        window.session.choose_profile(Path("team.toml"))
        studio.settle(lambda: "team" in window.session.situation.profile.name)

    studio.take("saved", WindowWorld(readiness_reports.ready()), saved)
    studio.take("saved-narrow", WindowWorld(readiness_reports.ready()), saved, NARROW)
    studio.take("other-profile", WindowWorld(readiness_reports.ready()), other_profile)


def nothing(window: MainWindow, world: WindowWorld) -> None:
    pass


def help_page(window: MainWindow, world: WindowWorld) -> None:
    window.show_page(PageName.HELP)


def naming(*reports: ReadinessReport) -> WindowWorld:
    """A world whose profile names voice servers and the employer's systems."""
    world = WindowWorld(*reports)
    world.name_servers()
    return world


def shoot_ways(studio: Studio) -> None:
    """Everything about the way of a call: the whole page, its first screen, and the narrow one."""

    def to_the_path(window: MainWindow, world: WindowWorld) -> None:
        panel = window.pages.readiness._path
        if panel is not None:
            window.pages.readiness._scroll.ensureWidgetVisible(panel, 0, 400)

    def explain(window: MainWindow, world: WindowWorld) -> None:
        window.pages.readiness._on_explanation_asked("voice-path")

    def copied(window: MainWindow, world: WindowWorld) -> None:
        window.pages.readiness._bar.copy.click()

    for name, report in WAYS.items():
        studio.take(name, naming(report()), nothing, TALL)
    studio.take("voice-clear-first", naming(voice_reports.clear()), nothing)
    studio.take("voice-wifi-first", naming(voice_reports.lossy_wifi()), nothing)
    studio.take("voice-wifi-narrow", naming(voice_reports.lossy_wifi()), to_the_path, NARROW)
    studio.take("voice-unclear-narrow", naming(voice_reports.unclear_loss()), nothing, NARROW)
    studio.take("voice-numbers", naming(voice_reports.lossy_wifi()), explain, TALL)
    studio.take("voice-copied", naming(voice_reports.clear()), copied)
    shoot_streams(studio)
    studio.take("history-voice", WindowWorld(*voice_reports.history()), history, TALL)


def history(window: MainWindow, world: WindowWorld) -> None:
    window.show_page(PageName.HISTORY)
    page = window.pages.history
    until = time.monotonic() + 2
    while not page._cards and time.monotonic() < until:
        QApplication.processEvents()


def shoot_streams(studio: Studio) -> None:
    """Before the voice path is tested, and while it is."""

    def run(*done: str) -> Callable[[MainWindow, WindowWorld], None]:
        def act(window: MainWindow, world: WindowWorld) -> None:
            world.hold()
            for check_id in done:
                world.checks[check_id].gate.set()
            window.session.start_check()
            last = "bandwidth" if "computer" in done else "voice-path"
            studio.settle(world.checks[last].reported.is_set)
            window.session._text_timer.stop()
            window.session._change(elapsed_s=12.0 if "computer" in done else 5.0)

        return act

    first = ("computer", "microphone", "headset", "connection", "endpoints")
    studio.take("voice-empty", naming(), nothing)
    studio.take("voice-empty-narrow", naming(), nothing, NARROW)
    studio.take("voice-running", naming(), run(*first))
    studio.take("voice-running-first", naming(), run("connection"))
    studio.take("voice-running-narrow", naming(), run(*first), NARROW)


if __name__ == "__main__":
    main()
