"""The readiness page on the real service over scripted checks: every state, every gesture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.fakes import readiness_reports as reports
from tests.fakes import voice_reports
from tests.fakes.window import BrokenStore, WindowWorld
from workspace_assistant.core.errors import StoreUnavailableError, UserInputError
from workspace_assistant.core.readiness.model import CheckResult, ReadinessReport, Verdict
from workspace_assistant.core.readiness.profile.faults import ProfileError
from workspace_assistant.core.readiness.report_markdown import report_markdown
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.readiness.page import ReadinessPage

OpenWindow = Callable[[WindowWorld], MainWindow]


def page_of(window: MainWindow) -> ReadinessPage:
    return window.pages.readiness


def headline(window: MainWindow) -> str:
    return page_of(window)._hero._headline.text()


def click_primary(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(page_of(window)._hero.button, Qt.MouseButton.LeftButton)


def run_to_end(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.session.finished, timeout=5000):
        click_primary(qtbot, window)


@pytest.mark.parametrize(
    "report",
    [
        reports.ready(),
        reports.caution(),
        reports.not_ready(),
        reports.not_tested(),
        reports.offline(),
        reports.partly_tested(),
        reports.with_unknown_checks(),
    ],
    ids=["ready", "caution", "not-ready", "not-tested", "offline", "partly", "unknown"],
)
def test_shows_what_the_view_state_says(report: ReadinessReport, open_window: OpenWindow) -> None:
    window = open_window(WindowWorld(report))
    page = page_of(window)
    visible = [card for card in page._cards.values() if card.isVisible()]
    assert len(visible) == len(report.checks) + len(report.deselected)
    assert page._hero._headline.text()
    findings = sum(len(check.findings) for check in report.checks)
    assert sum(row.isVisible() for row in page._rows) == findings
    assert page._hero.button.text() == "Check again"
    assert page._bar.save.isVisible()


def test_presenting_twice_changes_nothing(open_window: OpenWindow) -> None:
    window = open_window(WindowWorld(reports.not_ready()))
    before = window.grab().toImage()
    page_of(window)._on_changed()
    assert window.grab().toImage() == before


def test_first_time_invites_and_lists_three_sentences(
    open_window: OpenWindow, world: WindowWorld
) -> None:
    window = open_window(world)
    steps = [label.text() for label in page_of(window)._hero._steps if label.isVisible()]
    assert len(steps) == 3
    assert page_of(window)._hero.button.text() == "Check now"
    assert not page_of(window)._bar.save.isVisible()


def test_a_check_runs_saves_and_shows_its_verdict(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    window = open_window(world)
    run_to_end(qtbot, window)
    assert headline(window) == "You can start"
    assert len(world.store.reports) == 1
    card = page_of(window)._cards["bandwidth"]
    assert card._number.text() == "48.2 / 9.7 Mbit/s down / up"
    assert card._curve.isVisible()


def test_meter_and_curve_are_alive_while_it_runs(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    world.hold()
    window = open_window(world)
    click_primary(qtbot, window)
    microphone = page_of(window)._cards["microphone"]
    qtbot.waitUntil(lambda: microphone._meter.value() > -50)
    qtbot.waitUntil(lambda: headline(window) == "Speak now")
    assert "Good morning" in page_of(window)._hero._request.text()
    for check_id in ("computer", "microphone", "headset", "connection"):
        world.checks[check_id].gate.set()
    curve = page_of(window)._cards["bandwidth"]._curve
    qtbot.waitUntil(lambda: len(curve._points) == 20)
    assert curve.isVisible()
    qtbot.waitUntil(lambda: headline(window) == "Measuring your line")
    with qtbot.waitSignal(window.session.finished):
        world.release()


def test_cancel_ends_the_check_and_saves_nothing(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    world.hold()
    window = open_window(world)
    click_primary(qtbot, window)
    assert page_of(window)._hero.button.text() == "Cancel"
    click_primary(qtbot, window)
    qtbot.waitUntil(lambda: window.session.situation.run is None)
    assert page_of(window)._hero.button.text() == "Check now"
    assert world.store.reports == []


def test_cancelling_keeps_the_report_of_before(qtbot: QtBot, open_window: OpenWindow) -> None:
    world = WindowWorld(reports.ready())
    world.hold()
    window = open_window(world)
    click_primary(qtbot, window)
    click_primary(qtbot, window)
    qtbot.waitUntil(lambda: window.session.situation.run is None)
    assert headline(window) == "You can start"
    assert window.top.notice.sentence == "Cancelled. Nothing was saved."


def test_a_new_profile_takes_the_old_answer_back(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(WindowWorld(reports.ready()))
    window.session.choose_profile(Path("/home/me/team.toml"))
    asked = "Checked against Default remote voice agent. Check again."
    qtbot.waitUntil(lambda: headline(window) == asked)
    run_to_end(qtbot, window)
    assert headline(window) == "You can start"


def test_cards_keep_their_order(open_window: OpenWindow) -> None:
    part = reports.report(reports.Verdict.READY, reports.line(), reports.computer())
    window = open_window(WindowWorld(replace(part, deselected=("microphone",))))
    assert page_of(window)._shown_cards == ("computer", "microphone", "bandwidth")


def test_a_started_check_survives_leaving_the_page(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    world.hold()
    window = open_window(world)
    click_primary(qtbot, window)
    window.show_page(PageName.FOCUS)
    with qtbot.waitSignal(window.session.finished):
        world.release()
    window.show_page(PageName.READINESS)
    assert headline(window) == "You can start"
    assert len(world.store.reports) == 1


def test_two_starts_are_one_check(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    world.hold()
    window = open_window(world)
    window.session.start_check()
    window.session.start_check()
    with qtbot.waitSignal(window.session.finished):
        world.release()
    assert len(world.checks["computer"].requests) == 1


def test_a_broken_program_is_told_without_a_trace(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    def broken(calls: Sequence[Callable[[], CheckResult]]) -> list[CheckResult]:
        raise RuntimeError("no more threads")

    world.run_together = broken
    window = open_window(world)
    click_primary(qtbot, window)
    qtbot.waitUntil(lambda: headline(window) == "The check did not finish")
    sentence = page_of(window)._hero._sentence.text()
    assert "RuntimeError" not in sentence
    assert "Check again" in sentence


def test_a_full_disk_is_told_and_the_result_still_shown(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    window = open_window(world)
    error = StoreUnavailableError("The disk is full. Free some space.")
    world.store.add = BrokenStore(error).add  # type: ignore[method-assign] # the disk fills up now
    run_to_end(qtbot, window)
    assert headline(window) == "You can start"
    assert "not saved. The disk is full." in window.top.notice.sentence


def test_an_unreadable_history_is_told_at_the_start(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    world.store = BrokenStore(StoreUnavailableError("Another version wrote it."))
    window = open_window(world)
    qtbot.waitUntil(window.top.notice.isVisible)
    assert "Another version wrote it." in window.top.notice.sentence
    assert page_of(window)._hero.button.isEnabled()


class TestNumbersOnDemand:
    def test_card_and_finding_open_the_same_numbers(
        self, qtbot: QtBot, open_window: OpenWindow
    ) -> None:
        page = page_of(open_window(WindowWorld(reports.caution())))
        assert not page._method.isVisible()
        qtbot.mouseClick(page._cards["bandwidth"].link, Qt.MouseButton.LeftButton)
        assert page._method.isVisible()
        assert page._method._title.text() == "Line: how it was measured"
        qtbot.mouseClick(page._rows[0].link, Qt.MouseButton.LeftButton)
        assert not page._method.isVisible()

    def test_closing_gives_the_focus_back(self, qtbot: QtBot, open_window: OpenWindow) -> None:
        window = open_window(WindowWorld(reports.ready()))
        page = page_of(window)
        qtbot.mouseClick(page._cards["computer"].link, Qt.MouseButton.LeftButton)
        assert page._method.link is window.focusWidget()
        qtbot.mouseClick(page._method.link, Qt.MouseButton.LeftButton)
        assert page._cards["computer"].link is window.focusWidget()
        assert not page._method.isVisible()

    def test_the_numbers_come_into_sight_however_many_there_are(
        self, qtbot: QtBot, open_window: OpenWindow
    ) -> None:
        window = open_window(WindowWorld(voice_reports.lossy_wifi()))
        page = page_of(window)
        page._on_explanation_asked("voice-path")
        inside = page._scroll._inside
        bar = page._scroll.verticalScrollBar()
        qtbot.waitUntil(lambda: abs(page._method.mapTo(inside, QPoint(0, 0)).y() - bar.value()) < 8)
        page._on_explanation_asked("computer")
        qtbot.waitUntil(lambda: page._method._title.text().startswith("Computer"))


class TestTheWay:
    def test_the_panel_shows_words_picture_and_stream(self, open_window: OpenWindow) -> None:
        panel = page_of(open_window(WindowWorld(voice_reports.lossy_wifi())))._path
        assert panel is not None
        assert panel.isVisible()
        assert panel._headline.text().startswith("Loss begins between you and your router")
        assert panel.picture.isVisible()
        assert panel.chart.isVisible()

    def test_without_a_stream_there_is_no_chart(self, open_window: OpenWindow) -> None:
        panel = page_of(open_window(WindowWorld(voice_reports.udp_blocked())))._path
        assert panel is not None
        assert panel.picture.isVisible()
        assert not panel.chart.isVisible()

    def test_without_facts_the_panel_is_not_even_built(self, open_window: OpenWindow) -> None:
        assert page_of(open_window(WindowWorld(reports.ready())))._path is None

    def test_its_link_opens_the_numbers_of_the_voice_path(
        self, qtbot: QtBot, open_window: OpenWindow
    ) -> None:
        page = page_of(open_window(WindowWorld(voice_reports.clear())))
        assert page._path is not None
        qtbot.mouseClick(page._path.link, Qt.MouseButton.LeftButton)
        assert page._method.isVisible()
        assert page._method._title.text() == "Voice path: how it was measured"

    def test_it_is_gone_while_a_check_runs_and_back_with_its_result(
        self, qtbot: QtBot, open_window: OpenWindow
    ) -> None:
        world = WindowWorld(voice_reports.lossy_wifi())
        world.name_servers()
        world.hold()
        window = open_window(world)
        click_primary(qtbot, window)
        panel = page_of(window)._path
        assert panel is not None
        assert not panel.isVisible()
        with qtbot.waitSignal(window.session.finished):
            world.release()
        assert panel.isVisible()
        assert panel._title.text() == "The way your calls take"

    def test_the_trace_of_the_stream_is_alive(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        world.name_servers()
        world.hold()
        window = open_window(world)
        click_primary(qtbot, window)
        # The stream waits for the look at other traffic, and for the questions to the employer.
        for check in ("connection", "endpoints"):
            world.checks[check].gate.set()
        qtbot.waitUntil(lambda: "voice-path" in page_of(window)._cards)
        curve = page_of(window)._cards["voice-path"]._curve
        qtbot.waitUntil(lambda: len(curve._points) == len(voice_reports.stream_readings()))
        assert curve.isVisible()
        assert curve._marks
        world.release()
        qtbot.waitUntil(lambda: window.session.situation.run is None)

    def test_an_unclear_loss_leads_to_the_long_test(
        self, qtbot: QtBot, open_window: OpenWindow
    ) -> None:
        world = WindowWorld(voice_reports.unclear_loss())
        world.name_servers()
        window = open_window(world)
        row = page_of(window)._rows[0]
        assert row.offer.text() == "Run the long test"
        with qtbot.waitSignal(window.session.finished):
            qtbot.mouseClick(row.offer, Qt.MouseButton.LeftButton)
        assert world.checks["voice-path"].requests[0].long
        assert not window.session.situation.is_long


class TestChoices:
    def test_microphones_are_listed_when_asked_for_default_first(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        window = open_window(world)
        choices = page_of(window)._choices
        with qtbot.waitSignal(window.session.microphones_listed):
            qtbot.mouseClick(choices._microphone, Qt.MouseButton.LeftButton)
            waiting = [action.text() for action in choices._microphone_menu.actions()]
        assert waiting == ["Looking for microphones"]
        names = [action.text() for action in choices._microphone_menu.actions()]
        assert names == [
            "System default (Jabra headset)",
            "Jabra headset",
            "Built-in microphone",
        ]
        choices._microphone_menu.close()

    def test_the_chosen_microphone_is_kept_and_used(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        window = open_window(world)
        choices = page_of(window)._choices
        choices.list_microphones(world.devices)
        choices._microphone_menu.actions()[2].trigger()
        assert choices._microphone.text().startswith("Built-in microphone")
        qtbot.waitUntil(lambda: world.choices.get("microphone") == "built-in")
        run_to_end(qtbot, window)
        assert world.checks["microphone"].requests[0].microphone == "built-in"

    def test_no_microphone_at_all_is_said(
        self, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        choices = page_of(open_window(world))._choices
        choices.list_microphones(())
        texts = [action.text() for action in choices._microphone_menu.actions()]
        assert texts == ["System default", "No microphone found"]

    def test_a_profile_is_chosen_without_a_modal_loop(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        window = open_window(world)
        choices = page_of(window)._choices
        choices._file_action.trigger()
        dialog = choices.findChild(QFileDialog)
        assert dialog is not None
        dialog.fileSelected.emit("/home/me/team.toml")
        dialog.close()
        qtbot.waitUntil(lambda: choices._profile.text().startswith("Profile of team"))
        qtbot.waitUntil(lambda: world.choices.get("profile") == "/home/me/team.toml")
        choices._default_action.trigger()
        qtbot.waitUntil(lambda: world.choices.get("profile") == "")
        assert choices._profile.text().startswith(world.profile.name)

    def test_faults_of_a_bad_profile_are_all_listed_in_the_page(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        world.profile_error = ProfileError(
            ("bandwidth.required: not a truth value", "name: missing")
        )
        window = open_window(world)
        choices = page_of(window)._choices
        choices.profile_chosen.emit(Path("/home/me/team.toml"))
        qtbot.waitUntil(choices._faults.isVisible)
        assert choices._faults.text().splitlines() == list(world.profile_error.faults)
        assert window.session.situation.profile == world.profile
        assert "profile" not in world.choices

    def test_quick_is_asked_of_the_check(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        window = open_window(world)
        qtbot.mouseClick(page_of(window)._choices._quick, Qt.MouseButton.LeftButton)
        run_to_end(qtbot, window)
        assert world.checks["bandwidth"].requests[0].quick

    def test_long_and_quick_exclude_each_other(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        world.name_servers()
        choices = page_of(open_window(world))._choices
        qtbot.mouseClick(choices._quick, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(choices._long, Qt.MouseButton.LeftButton)
        assert (choices._quick.isChecked(), choices._long.isChecked()) == (False, True)
        qtbot.mouseClick(choices._quick, Qt.MouseButton.LeftButton)
        assert (choices._quick.isChecked(), choices._long.isChecked()) == (True, False)

    def test_the_long_test_is_asked_of_the_check(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        world.name_servers()
        window = open_window(world)
        qtbot.mouseClick(page_of(window)._choices._long, Qt.MouseButton.LeftButton)
        run_to_end(qtbot, window)
        assert world.checks["voice-path"].requests[0].long

    def test_without_voice_servers_there_is_no_long_test_to_choose(
        self, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        choices = page_of(open_window(world))._choices
        assert not choices._long.isVisible()
        assert not choices._long_hint.isVisible()


class TestKeeping:
    def test_the_ticket_goes_to_the_clipboard_and_the_page_says_so_for_a_while(
        self, qtbot: QtBot, open_window: OpenWindow
    ) -> None:
        window = open_window(WindowWorld(voice_reports.lossy_wifi()))
        bar = page_of(window)._bar
        footer = bar.text
        qtbot.mouseClick(bar.copy, Qt.MouseButton.LeftButton)
        ticket = QGuiApplication.clipboard().text()
        assert ticket == report_markdown(voice_reports.lossy_wifi())
        assert "Loss begins between you and your router" in ticket
        assert bar.text == "Copied. Paste it into the ticket or the mail."
        page_of(window)._on_changed()
        assert bar.text.startswith("Copied")
        bar._told_timer.timeout.emit()
        assert bar.text == footer

    def save(self, qtbot: QtBot, window: MainWindow, file: str) -> None:
        page = page_of(window)
        qtbot.mouseClick(page._bar.save, Qt.MouseButton.LeftButton)
        dialog = page.findChild(QFileDialog)
        assert dialog is not None
        dialog.fileSelected.emit(file)
        dialog.close()
        qtbot.waitUntil(window.top.notice.isVisible)

    def test_report_is_written_where_the_user_says(
        self, qtbot: QtBot, open_window: OpenWindow
    ) -> None:
        world = WindowWorld(reports.ready())
        window = open_window(world)
        self.save(qtbot, window, "/home/me/report.pdf")
        assert world.written == [Path("/home/me/report.pdf")]
        assert window.top.notice.sentence == "Saved as report.pdf in /home/me."

    def test_a_report_that_cannot_be_written_is_told(
        self, qtbot: QtBot, open_window: OpenWindow
    ) -> None:
        world = WindowWorld(reports.ready())
        world.write_error = UserInputError("/root/report.pdf: cannot be written: denied")
        window = open_window(world)
        self.save(qtbot, window, "/root/report.pdf")
        assert "was not saved. /root/report.pdf: cannot be written" in window.top.notice.sentence


def test_the_headset_card_leads_to_the_microphone_page(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    report = reports.report(Verdict.READY, reports.microphone(), reports.headset())
    window = open_window(WindowWorld(report))
    offer = page_of(window)._cards["headset"].offer
    assert offer.text() == "Try the headset"
    assert not page_of(window)._cards["microphone"].offer.isVisible()
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert window.pages.currentIndex() == window.pages.indexOf(window.pages.microphone)
