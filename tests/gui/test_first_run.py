"""The first steps, gone through as a person does: by button and key, left, and come back to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.window import WindowWorld
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.first_run.steps import OVER, Step
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.profile.faults import ProfileError
from workspace_assistant.core.settings.managed import Managed
from workspace_assistant.ui.first_run.page import FirstRunPage
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.shifts.pattern_state import HoursForm


class Visit:
    """A window that begins with the first steps."""

    def __init__(self, qtbot: QtBot, window: MainWindow, world: WindowWorld) -> None:
        self.qtbot, self.window, self.world = qtbot, window, world
        self.session = window.sessions.first_run
        self.page: FirstRunPage = window.pages.first_run
        self.checks: list[bool] = []
        self.session.check_wanted.connect(lambda: self.checks.append(True))

    @property
    def step(self) -> Step:
        return self.session.situation.step

    @property
    def kept(self) -> str:
        return self.world.choices.get("first_run", "")

    @property
    def is_shown(self) -> bool:
        return self.window.pages.currentWidget() is self.page

    def go_on(self, step: Step) -> None:
        self.page.go_on.click()
        self.qtbot.waitUntil(lambda: self.step is step and self.kept == step.value)

    def go_to(self, step: Step) -> None:
        for following in list(Step)[1 : list(Step).index(step) + 1]:
            self.go_on(following)


Begin = Callable[..., Visit]


@pytest.fixture
def begin(qtbot: QtBot, runner: JobRunner, tmp_path: Path) -> Iterator[Begin]:
    windows: list[MainWindow] = []

    def begin_at(world: WindowWorld | None = None, step: Step = Step.WELCOME) -> Visit:
        world = world or WindowWorld()
        settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(world.services, runner, EnglishWording(), settings)
        qtbot.addWidget(window, before_close_func=lambda _: (world.release(), window.leave()))
        windows.append(window)
        window.begin_first_run(step)
        window.show()
        visit = Visit(qtbot, window, world)
        qtbot.waitUntil(lambda: bool(visit.session.situation.path))
        qtbot.waitUntil(lambda: not window.session.situation.is_opening)
        return visit

    yield begin_at
    windows.clear()


def test_it_stands_alone_and_says_where_everything_lies(begin: Begin) -> None:
    visit = begin()
    assert visit.is_shown
    assert not visit.window._navigation.isVisible()
    assert visit.session.situation.path
    visit.qtbot.waitUntil(lambda: visit.kept == Step.WELCOME)


def test_four_steps_and_then_the_check(begin: Begin) -> None:
    visit = begin()
    visit.go_to(Step.CHECK)
    visit.page.go_on.click()
    assert visit.checks == [True]
    visit.qtbot.waitUntil(lambda: visit.kept == OVER)
    assert visit.window.pages.shown is PageName.READINESS
    assert visit.window._navigation.isVisible()
    visit.qtbot.waitUntil(lambda: visit.window.session.situation.report is not None)


def test_back_leads_to_what_was_chosen(begin: Begin) -> None:
    visit = begin()
    assert not visit.page.back.isVisible()
    visit.go_to(Step.SHIFTS)
    visit.page.shifts.hours.begin.setText("9:00")
    visit.page.back.click()
    assert visit.step is Step.MICROPHONE
    visit.go_on(Step.SHIFTS)
    assert visit.page.shifts.hours.begin.text() == "9:00"


def test_whoever_skips_is_not_asked_again(begin: Begin) -> None:
    visit = begin()
    visit.page.leave.click()
    visit.qtbot.waitUntil(lambda: visit.kept == OVER)
    assert visit.window.pages.shown is PageName.TODAY
    assert not visit.checks


def test_whoever_leaves_in_the_midst_comes_back_there(begin: Begin) -> None:
    visit = begin()
    visit.go_to(Step.MICROPHONE)
    visit.window.show_page(PageName.SHIFTS)  # as by a key of the window
    assert visit.window._navigation.isVisible()
    assert visit.kept == Step.MICROPHONE
    again = begin(visit.world, Step(visit.kept))
    assert again.page.microphone.isVisible()


def test_the_help_leads_here_again(begin: Begin) -> None:
    visit = begin()
    visit.page.leave.click()
    visit.window.show_page(PageName.HELP)
    visit.window.pages.help.first_run.click()
    assert visit.is_shown
    assert visit.step is Step.WELCOME
    assert not visit.window._navigation.isVisible()


def test_an_employers_file_is_used_and_can_be_left(begin: Begin) -> None:
    visit = begin()
    visit.go_to(Step.PROFILE)
    visit.page.profile.chosen.emit(Path("acme.toml"))
    visit.qtbot.waitUntil(lambda: visit.page.profile._name.text() == "Used: Profile of acme")
    visit.qtbot.waitUntil(lambda: bool(visit.world.choices.get("profile")))


def test_every_fault_of_a_file_is_shown_and_nothing_changed(begin: Begin) -> None:
    visit = begin()
    visit.world.profile_error = ProfileError((Phrase("first fault"), Phrase("second fault")))
    visit.go_to(Step.PROFILE)
    before = visit.page.profile._name.text()
    visit.page.profile.chosen.emit(Path("acme.toml"))
    visit.qtbot.waitUntil(lambda: "acme.toml cannot be used" in visit.page.profile._trouble.text())
    assert visit.page.profile._faults.text() == "first fault\nsecond fault"
    assert visit.page.profile._name.text() == before


def test_what_the_organization_gave_cannot_be_changed(begin: Begin) -> None:
    world = WindowWorld()
    world.settings.managed = Managed(lock={"profile": "acme.toml", "language": "en"})
    visit = begin(world)
    assert not visit.page.welcome._spoken.isVisible()
    visit.go_to(Step.PROFILE)
    assert visit.page.profile._name.text().startswith("Given by your organization: ")
    assert not visit.page.profile.choose.isVisible()


def test_another_language_opens_the_window_anew_at_the_same_step(begin: Begin) -> None:
    visit = begin()
    with visit.qtbot.waitSignal(visit.session.restart_wanted):
        visit.page.welcome.language_chosen.emit("de")
    assert visit.world.settings.kept["language"] == "de"
    assert visit.kept == Step.WELCOME


def test_the_microphone_is_opened_by_its_button_alone_and_left_with_the_step(begin: Begin) -> None:
    visit = begin()
    visit.go_to(Step.MICROPHONE)
    session = visit.window.sessions.microphone
    assert session.situation.activity is None
    visit.world.hold()
    visit.page.microphone.hero.button.click()
    assert session.situation.activity is not None
    visit.page.go_on.click()
    visit.qtbot.waitUntil(lambda: session.situation.activity is None)
    assert session.situation.take is None


def test_what_was_recorded_is_answered_here(begin: Begin) -> None:
    visit = begin()
    visit.go_to(Step.MICROPHONE)
    visit.page.microphone.hero.button.click()
    visit.qtbot.waitUntil(lambda: visit.session.situation.is_heard)
    assert visit.window.sessions.microphone.situation.take is not None
    visit.page.microphone.picker.chosen.emit("built-in", "Built-in microphone")
    visit.qtbot.waitUntil(lambda: visit.world.choices.get("microphone") == "built-in")
    assert visit.session.situation.microphone == "Built-in microphone"


def test_without_a_microphone_it_goes_on(begin: Begin) -> None:
    world = WindowWorld()
    world.devices = ()
    visit = begin(world)
    visit.go_to(Step.MICROPHONE)
    looks = visit.page.microphone.hero.button
    visit.qtbot.waitUntil(lambda: looks.text() == "Look again")
    looks.click()
    visit.go_on(Step.SHIFTS)


def test_the_hours_of_a_week_become_shifts(begin: Begin) -> None:
    visit = begin()
    visit.go_to(Step.SHIFTS)
    visit.qtbot.waitUntil(lambda: visit.window.sessions.shifts.situation.seen is not None)
    hours = HoursForm(days=frozenset({0, 1}), start="9:00", end="17:00")
    visit.page.shifts.hours.fill(hours)
    visit.page.go_on.click()
    visit.qtbot.waitUntil(lambda: visit.step is Step.CHECK)
    (source,) = [one for one in visit.world.shifts.service().sources.views() if one.source.pattern]
    assert len(source.source.pattern.lines) == 2
    visit.page.back.click()
    assert not visit.page.shifts.isVisible()
    assert visit.page._title.text() == "Your shifts are known already."


@pytest.mark.parametrize("start", ["25:00", ""])
def test_hours_that_are_none_are_refused_in_a_sentence(begin: Begin, start: str) -> None:
    visit = begin()
    visit.go_to(Step.SHIFTS)
    visit.qtbot.waitUntil(lambda: visit.window.sessions.shifts.situation.seen is not None)
    visit.page.shifts.hours.fill(HoursForm(days=frozenset({0}), start=start, end="17:00"))
    visit.page.go_on.click()
    assert visit.page.shifts._refusal.text()
    assert visit.step is Step.SHIFTS
    visit.page.go_on.click()
    assert visit.step is Step.SHIFTS
    visit.page.shifts.hours.fill(HoursForm())
    visit.go_on(Step.CHECK)


def test_a_calendar_is_read_on_its_own_page(begin: Begin) -> None:
    visit = begin()
    visit.go_to(Step.SHIFTS)
    visit.page.shifts.calendar.click()
    assert visit.window.pages.shown is PageName.SHIFTS
    visit.qtbot.waitUntil(lambda: visit.kept == OVER)


def test_what_was_left_is_named_at_the_end(begin: Begin) -> None:
    visit = begin()
    visit.go_to(Step.CHECK)
    assert visit.page.left.isVisible()
    assert [one.text() for one in visit.page.left._lines if one.isVisible()] == [
        "A profile of your employer: page Readiness.",
        "The microphone: page Microphone.",
        "Your shifts: page Shifts.",
    ]


def test_a_step_that_cannot_be_kept_stops_nobody(
    begin: Begin, caplog: pytest.LogCaptureFixture
) -> None:
    world = WindowWorld()
    world.remember_error = OSError(28, "No space left on device")
    visit = begin(world)
    visit.page.go_on.click()
    assert visit.step is Step.PROFILE
    visit.qtbot.waitUntil(lambda: "is not kept" in caplog.text)


def test_keys_alone_lead_through(begin: Begin) -> None:
    visit = begin()
    window = visit.window
    for step in list(Step)[1:]:
        press_until(visit, visit.page.go_on)
        visit.qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
        visit.qtbot.waitUntil(lambda step=step: visit.step is step)  # type: ignore[misc]
        assert window.focusWidget() is visit.page.go_on
    visit.qtbot.keyClick(visit.page.go_on, Qt.Key.Key_Space)
    assert visit.checks == [True]


def press_until(visit: Visit, wanted: QWidget) -> None:
    for _ in range(40):
        if visit.window.focusWidget() is wanted:
            return
        visit.qtbot.keyClick(visit.window.focusWidget() or visit.window, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {wanted.accessibleName() or wanted}")
