"""The self-check of a workplace, as somebody goes through it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.ergonomics import BAD, EXAMPLE, GOOD, ErgonomicsDesk, timed, without
from tests.fakes.wording import LongWording
from tests.gui.ergonomics_visit import NARROW, ErgonomicsVisit
from workspace_assistant.core.ergonomics.model import Assessment, Band, Kind, Origin, Sheet, Timed
from workspace_assistant.core.ergonomics.rosa import result_of
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.ui.ergonomics.option_card import OptionCard
from workspace_assistant.ui.ergonomics.situation import Showing
from workspace_assistant.ui.ergonomics.walk import DURATIONS, STEPS
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.widgets.text_label import TextLabel

AT = {step.id: number for number, step in enumerate(STEPS)}
DIGITS = {
    str(number): key
    for number, key in enumerate(
        (
            Qt.Key.Key_0,
            Qt.Key.Key_1,
            Qt.Key.Key_2,
            Qt.Key.Key_3,
            Qt.Key.Key_4,
            Qt.Key.Key_5,
            Qt.Key.Key_6,
            Qt.Key.Key_7,
        )
    )
}
Open = Callable[..., ErgonomicsVisit]


def checked(*sheets: Sheet, workplace: str = "home") -> ErgonomicsDesk:
    desk = ErgonomicsDesk()
    for sheet in sheets:
        desk.wait(10)
        service = desk.service()
        service.keep(service.assess(workplace, sheet))
    return desk


@pytest.fixture
def open_panel(qtbot: QtBot, runner: JobRunner) -> Open:
    def open_on(desk: ErgonomicsDesk | None = None, **more: object) -> ErgonomicsVisit:
        return ErgonomicsVisit(qtbot, runner, desk or ErgonomicsDesk(), **more)  # type: ignore[arg-type] # the test names them

    return open_on


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def role_of(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def answer_by_keys(visit: ErgonomicsVisit, sheet: Sheet) -> None:
    """The step on the screen, by digits and Enter; durations by their chips."""
    step = STEPS[visit.session.situation.walk.at]  # type: ignore[union-attr] # one is under way
    cards = (*visit.panel.step.options.cards, *visit.panel.step.more.cards)
    for card in cards:
        if card.state.option_id in sheet.answers.get(card.state.question_id, ()):
            visit.press(DIGITS[card.state.key])
    if step.question is None:
        for what, row in visit.panel.step.rows.rows.items():
            band = sheet.durations[what].band
            assert band is not None
            index = list(Band).index(band)
            visit.click(row.chips.chips[index])
        visit.panel.step.setFocus()
    visit.press(Qt.Key.Key_Return)


def at_step(visit: ErgonomicsVisit, step_id: str) -> None:
    """A self-check that has come to that step."""
    visit.session.begin("home")
    visit.settle()
    for step in STEPS[: AT[step_id]]:
        for one in step.questions:
            if one.kind is Kind.CHOICE:
                visit.session.pick(one.id, one.options[0].id)
        if step.question is None:
            visit.session.leave_open()
        else:
            visit.session.forward()
    visit.settle()


def kept(visit: ErgonomicsVisit) -> tuple[Assessment, ...]:
    return visit.desk.store.assessments()


# The way through


def test_the_worked_example_is_answered_by_keys_alone(open_panel: Open) -> None:
    visit = open_panel()
    visit.panel.overview.form.start.setFocus()
    visit.press(Qt.Key.Key_Space)
    for _ in STEPS:
        answer_by_keys(visit, EXAMPLE)
    assert visit.session.situation.showing is Showing.RESULT
    assert result_of(kept(visit)[0].sheet).final == 4
    assert visit.panel.result.isVisible()
    assert name_of(visit.panel.result._hero).startswith("Below the action level. Score 4 of 10")


def test_clicks_answer_as_well_and_next_waits_for_them(open_panel: Open) -> None:
    visit = open_panel()
    visit.click(visit.panel.overview.form.start)
    panel = visit.panel.step
    assert panel.isVisible()
    assert not panel.next.isEnabled()
    visit.click(panel.options.cards[1])
    assert panel.options.cards[1].isChecked()
    visit.click(panel.more.cards[0])
    assert panel.more.cards[0].isChecked()
    visit.click(panel.options.cards[2])
    assert [one.isChecked() for one in panel.options.cards] == [False, False, True, False]
    visit.click(panel.next)
    assert panel._progress.text().startswith("2 of 25")
    visit.click(panel.back)
    assert panel.options.cards[2].isChecked()
    assert panel.more.cards[0].isChecked()
    visit.click(panel.more.cards[0])
    assert not panel.more.cards[0].isChecked()


def test_zero_leaves_a_step_open_and_backspace_goes_back(open_panel: Open) -> None:
    visit = open_panel()
    at_step(visit, "monitor")
    visit.press(Qt.Key.Key_2, Qt.Key.Key_0)
    assert visit.session.situation.walk is not None
    assert visit.session.situation.walk.step.id == "phone"
    visit.press(Qt.Key.Key_Backspace)
    assert visit.panel.step._note.isVisible()
    assert not any(one.isChecked() for one in visit.panel.step.options.cards)
    visit.press(Qt.Key.Key_9)  # no answer of this step
    assert visit.session.situation.walk.step.id == "monitor"


def test_enter_does_not_go_on_before_there_is_an_answer(open_panel: Open) -> None:
    visit = open_panel()
    at_step(visit, "seat-height")
    visit.press(Qt.Key.Key_Return)
    assert visit.panel.step._progress.text().startswith("1 of 25")
    visit.press(Qt.Key.Key_Backspace)  # nothing is before the first
    assert visit.panel.step._progress.text().startswith("1 of 25")


def test_enter_presses_the_button_that_has_the_keyboard(open_panel: Open) -> None:
    visit = open_panel()
    at_step(visit, "seat-depth")
    visit.panel.step.back.setFocus()
    visit.press(Qt.Key.Key_Return)
    assert visit.panel.step._progress.text().startswith("1 of 25")
    visit.panel.step.pause.setFocus()
    visit.press(Qt.Key.Key_Return)
    assert visit.panel.overview.isVisible()


def test_arrow_keys_choose_among_the_answers(open_panel: Open) -> None:
    visit = open_panel()
    at_step(visit, "seat-height")
    visit.press(Qt.Key.Key_1)
    visit.panel.step.options.cards[0].setFocus()
    visit.press(Qt.Key.Key_Right)
    assert [one.isChecked() for one in visit.panel.step.options.cards][:2] == [False, True]


def test_durations_from_the_log_can_be_corrected(open_panel: Open) -> None:
    desk = ErgonomicsDesk(logged=timed({Timed.CHAIR: Band.LONG}))
    visit = open_panel(desk)
    at_step(visit, DURATIONS)
    row = visit.panel.step.rows.rows[Timed.CHAIR]
    assert row.chips.value == "long"
    visit.click(row.chips.chips[0])
    visit.click(visit.panel.step.rows.rows[Timed.MOUSE].chips.chips[1])
    assert row.chips.value == "short"
    visit.panel.step.setFocus()
    visit.press(Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_2, Qt.Key.Key_Return)
    walk = visit.session.situation.walk
    assert walk is not None
    assert walk.step.id == "computer"
    assert walk.said == {
        Timed.CHAIR: Band.SHORT,
        Timed.MOUSE: Band.MEDIUM,
        Timed.MONITOR: Band.SHORT,
        Timed.PHONE: Band.LONG,
        Timed.KEYBOARD: Band.MEDIUM,
    }


def test_arrow_keys_choose_a_duration_where_none_was(open_panel: Open) -> None:
    visit = open_panel()
    at_step(visit, DURATIONS)
    chips = visit.panel.step.rows.rows[Timed.CHAIR].chips
    chips.chips[0].setFocus()
    visit.press(Qt.Key.Key_Left)
    assert chips.value == "long"


def test_what_was_answered_stays_while_the_window_shows_something_else(open_panel: Open) -> None:
    visit = open_panel()
    at_step(visit, "monitor")
    visit.click(visit.panel.step.pause)
    assert visit.panel.overview.under_way.isVisible()
    assert "4 of 25 steps" in visit.panel.overview.under_way.headline
    visit.host.hide()
    visit.host.show()
    visit.settle()
    visit.click(visit.panel.overview.go_on)
    assert visit.panel.step._progress.text().startswith("5 of 25")


def test_a_discarded_self_check_can_be_brought_back(open_panel: Open) -> None:
    visit = open_panel()
    at_step(visit, "monitor")
    visit.click(visit.panel.step.pause)
    visit.click(visit.panel.overview.discard)
    assert not visit.panel.overview.under_way.isVisible()
    visit.click(visit.panel.overview.bring_back)
    assert visit.panel.step._progress.text().startswith("5 of 25")


def test_another_self_check_does_not_lose_the_one_under_way(open_panel: Open) -> None:
    visit = open_panel()
    at_step(visit, "monitor")
    visit.click(visit.panel.step.pause)
    visit.click(visit.panel.overview.form.start)
    visit.click(visit.panel.step.pause)
    visit.click(visit.panel.overview.discard)
    visit.click(visit.panel.overview.bring_back)
    assert visit.session.situation.walk is not None


def test_the_last_step_can_be_left_open_too(open_panel: Open) -> None:
    visit = open_panel()
    at_step(visit, "posture-legs")
    visit.press(Qt.Key.Key_0)
    assert visit.session.situation.showing is Showing.RESULT
    assert "posture-legs" not in kept(visit)[0].sheet.answers


# Workplaces


def test_a_workplace_has_a_name_of_its_own(open_panel: Open) -> None:
    visit = open_panel(checked(GOOD))
    visit.click(visit.panel.overview.add)
    form = visit.panel.overview.form
    visit.click(form.chips.chips[2])
    visit.press(Qt.Key.Key_Tab)
    form.name.setFocus()
    visit.press(Qt.Key.Key_Return)
    assert "needs a name" in form._trouble.text()
    form.name.setFocus()
    visit.type("Library")
    visit.press(Qt.Key.Key_Return)
    assert visit.session.situation.walk is not None
    assert visit.session.situation.walk.workplace == "Library"


def test_the_form_for_another_workplace_opens_and_closes(open_panel: Open) -> None:
    visit = open_panel(checked(GOOD))
    overview = visit.panel.overview
    assert not overview.form.isVisible()
    visit.click(overview.add)
    assert overview.form.isVisible()
    assert overview.form.chips.value == "office"
    assert overview.form.start.hasFocus()
    visit.click(overview.form.cancel)
    assert not overview.form.isVisible()
    assert overview.add.hasFocus()


def test_a_change_is_noted_and_asks_for_another_check(open_panel: Open) -> None:
    visit = open_panel(checked(GOOD))
    row = visit.panel.overview.rows[0]
    assert name_of(row.note) == "I changed my desk: Home"
    visit.desk.wait(1)
    visit.click(row.note)
    assert visit.told == ["Noted that “Home” changed. Check again once all is in place."]
    assert "check again" in row._due.text()
    visit.click(row.check)
    assert visit.session.situation.walk is not None
    assert visit.session.situation.walk.earlier == kept(visit)[0]


def test_results_are_shown_again_and_closed(open_panel: Open) -> None:
    visit = open_panel(checked(BAD, EXAMPLE, GOOD))
    visit.click(visit.panel.overview.rows[0].show_result)
    result = visit.panel.result
    assert result.isVisible()
    assert result._trend.isVisible()
    assert "10, 4, 2" in result._trend.text()
    assert result._compared.isVisible()
    visit.desk.wait(1)
    visit.click(result.note)
    assert len(visit.told) == 1
    visit.click(result.back)
    assert visit.panel.overview.isVisible()
    assert "check again" in visit.panel.overview.rows[0]._due.text()


def test_check_again_from_the_result(open_panel: Open) -> None:
    visit = open_panel(checked(GOOD))
    visit.click(visit.panel.overview.rows[0].show_result)
    visit.click(visit.panel.result.again)
    assert visit.panel.step._progress.text().startswith("1 of 25")
    assert visit.session.situation.result is None


def test_open_answers_are_completed_from_the_result(open_panel: Open) -> None:
    visit = open_panel(checked(without(GOOD, "mouse-grip")))
    visit.click(visit.panel.overview.rows[0].show_result)
    visit.click(visit.panel.result.complete)
    assert visit.panel.step._progress.text().startswith("9 of 25")
    visit.press(Qt.Key.Key_1)
    for _ in STEPS[AT["mouse-grip"] :]:
        visit.press(Qt.Key.Key_Return)
    assert len(kept(visit)) == 2
    assert result_of(kept(visit)[0].sheet).final == 2
    assert not visit.panel.result.complete.isVisible()


def test_whole_results_have_nothing_to_complete(open_panel: Open) -> None:
    visit = open_panel(checked(GOOD))
    visit.session.show_result("nowhere")
    visit.settle()
    assert visit.panel.overview.isVisible()
    visit.session.complete()
    visit.session.go_on()
    visit.session.bring_back()
    visit.session.forward()
    visit.session.leave_open()
    visit.settle()
    assert visit.session.situation.walk is None


def test_sources_open_in_the_browser(open_panel: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    visit = open_panel(checked(BAD))
    visit.click(visit.panel.overview.rows[0].show_result)
    link = visit.panel.result.remarks.links[0]
    visit.host.scroll.show_whole(link)
    visit.click(link)
    assert opened == [link.toolTip()]
    assert opened[0].startswith("https://")


# What goes wrong


class BrokenStore:
    """Raises what a full disk raises, where the test says so."""

    def __init__(self, desk: ErgonomicsDesk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.error: Exception | None = StoreUnavailableError("The disk is full.")
        for name in ("add", "assessments"):
            monkeypatch.setattr(desk.store, name, self._broken(getattr(desk.store, name)))

    def _broken(self, real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object) -> object:
            if self.error is not None:
                raise self.error
            return real(*args)

        return call


def test_a_disk_that_is_full_is_said_and_loses_nothing(
    open_panel: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = open_panel()
    at_step(visit, "posture-legs")
    broken = BrokenStore(visit.desk, monkeypatch)
    visit.press(Qt.Key.Key_Return)
    assert visit.warned == ["The disk is full."]
    assert visit.panel.step.isVisible()
    visit.click(visit.panel.step.pause)
    assert visit.panel._trouble.text() == "The disk is full."
    broken.error = None
    visit.session.look()
    visit.settle()
    visit.click(visit.panel.overview.go_on)
    visit.press(Qt.Key.Key_Return)
    assert len(kept(visit)) == 1


def test_a_self_check_that_cannot_begin_says_why(
    open_panel: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = open_panel()
    BrokenStore(visit.desk, monkeypatch)
    visit.click(visit.panel.overview.form.start)
    assert visit.warned == ["The disk is full."]
    assert visit.session.situation.walk is None


def test_a_fault_is_told_and_logged(
    open_panel: Open, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    visit = open_panel(checked(GOOD))
    BrokenStore(visit.desk, monkeypatch).error = RuntimeError("a fault of ours")
    with caplog.at_level(logging.CRITICAL):
        visit.click(visit.panel.overview.rows[0].show_result)
    assert visit.warned == [
        "The self-check stopped for a reason that nobody foresaw. The log has it."
    ]


# For those who use no mouse, need larger words, or listen


def test_answers_are_radio_buttons_and_boxes_with_their_words(open_panel: Open) -> None:
    visit = open_panel(checked(EXAMPLE))
    at_step(visit, "monitor")
    step = visit.panel.step
    assert {role_of(one) for one in step.options.cards} == {QAccessible.Role.RadioButton}
    assert {role_of(one) for one in step.more.cards} == {QAccessible.Role.CheckBox}
    assert name_of(step.options.cards[1]).endswith("more than about 30°. Last time")
    assert name_of(step).startswith("5 of 25")
    assert step.hasFocus()  # digits answer at once


def controls(visit: ErgonomicsVisit) -> list[QWidget]:
    return [
        one
        for one in visit.panel.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


@pytest.mark.parametrize("step", ["seat-height", "monitor", DURATIONS, "light", "posture-body"])
def test_tab_reaches_everything_of_a_step_from_top_to_bottom(step: str, open_panel: Open) -> None:
    visit = open_panel()
    at_step(visit, step)
    assert_tab_goes_down(visit)


@pytest.mark.parametrize("act", ["overview", "result"])
def test_tab_reaches_everything_else_from_top_to_bottom(act: str, open_panel: Open) -> None:
    visit = open_panel(checked(BAD))
    if act == "result":
        visit.click(visit.panel.overview.rows[0].show_result)
        visit.panel.result.setFocus()
    else:
        visit.click(visit.panel.overview.add)
        visit.host.setFocus()
    assert_tab_goes_down(visit)


def assert_tab_goes_down(visit: ErgonomicsVisit) -> None:
    expected, seen = controls(visit), []
    assert all(name_of(one).strip() for one in expected)
    for _ in range(80):
        visit.qtbot.keyClick(visit.host.focusWidget() or visit.host, Qt.Key.Key_Tab)
        widget = visit.host.focusWidget()
        if widget in seen:
            break
        if widget is not visit.panel.step:
            seen.append(widget)
    answers = [one for one in expected if isinstance(one, OptionCard)]
    stops = [one for one in seen if isinstance(one, OptionCard)]
    assert stops == answers[:1]  # arrow keys lead to the others
    assert set(seen) - set(stops) == set(expected) - set(answers)
    places = [one.mapTo(visit.panel, one.rect().center()).y() for one in seen]
    assert all(two >= one - 45 for one, two in pairwise(places))


def cut_off(panel: QWidget) -> list[str]:
    return [
        label.text()
        for label in panel.findChildren(TextLabel)
        if label.isVisible()
        and label.wordWrap()
        and label.height() < label.heightForWidth(label.width())
    ]


@pytest.mark.parametrize("step", [*AT, "first", "several", "result"])
def test_nothing_is_cut_off_where_texts_are_longer(step: str, open_panel: Open) -> None:
    desk = None if step in {"first", *AT} else checked(EXAMPLE, BAD)
    visit = open_panel(desk, wording=LongWording(), size=NARROW)
    if step in AT:
        at_step(visit, step)
    elif step == "result":
        visit.click(visit.panel.overview.rows[0].show_result)
    scroll = visit.host.scroll
    visit.until(lambda: scroll.widget().width() <= scroll.viewport().width())
    visit.until(lambda: cut_off(visit.panel) == [])
    cards = (*visit.panel.step.options.cards, *visit.panel.step.more.cards)
    shown = [one for one in cards if one.isVisible()]
    visit.until(lambda: all(one.height() >= one.heightForWidth(one.width()) for one in shown))
    right = visit.panel.width()
    for widget in controls(visit):
        assert widget.mapTo(visit.panel, widget.rect().bottomRight()).x() <= right


def test_steps_and_the_result_are_announced(
    open_panel: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: told.append(event.message())
    )
    visit = open_panel()
    at_step(visit, "posture-legs")
    visit.press(Qt.Key.Key_Return)
    assert told[0].startswith("1 of 25")
    assert len([one for one in told if " of 25 " in one]) == 25
    assert told[-1] == "No score yet: some answers are open"


def test_the_page_is_told_when_the_self_check_wants_it_all(open_panel: Open) -> None:
    visit = open_panel()
    taken: list[bool] = []
    visit.panel.took_over.connect(taken.append)
    assert visit.brought_up == []  # the page begins with what is above
    at_step(visit, "seat-depth")
    visit.click(visit.panel.step.pause)
    assert taken == [True, False]
    assert not visit.panel.takes_over
    assert len(visit.brought_up) == 3  # two steps, and back
    assert visit.panel.controls[0] is visit.panel.overview.go_on


def test_whoever_works_by_keyboard_comes_back_to_where_it_goes_on(open_panel: Open) -> None:
    visit = open_panel(checked(GOOD))
    overview = visit.panel.overview
    overview.rows[0].show_result.setFocus()
    visit.press(Qt.Key.Key_Space)
    visit.panel.result.back.setFocus()
    visit.press(Qt.Key.Key_Space)
    assert overview.rows[0].show_result.hasFocus()
    overview.rows[0].check.setFocus()
    visit.press(Qt.Key.Key_Space)
    visit.panel.step.pause.setFocus()
    visit.press(Qt.Key.Key_Space)
    assert overview.go_on.hasFocus()


def test_each_screen_begins_at_its_top(open_panel: Open) -> None:
    visit = open_panel(size=NARROW)
    at_step(visit, "monitor")
    bar = visit.host.scroll.verticalScrollBar()
    visit.until(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    visit.press(Qt.Key.Key_1, Qt.Key.Key_Return)
    visit.until(lambda: bar.value() == 0)


def test_who_said_so_is_kept(open_panel: Open) -> None:
    visit = open_panel(ErgonomicsDesk(logged=timed({Timed.CHAIR: Band.LONG})))
    at_step(visit, DURATIONS)
    visit.press(Qt.Key.Key_0, Qt.Key.Key_Backspace, Qt.Key.Key_0)
    for _ in STEPS[AT["computer"] :]:
        visit.press(Qt.Key.Key_0)
    durations = kept(visit)[0].sheet.durations
    assert durations[Timed.CHAIR].band is None
    assert durations[Timed.CHAIR].origin is Origin.SAID
