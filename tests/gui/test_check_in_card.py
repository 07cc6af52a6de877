"""The check-in's card, as somebody uses it at the end of a shift."""

from __future__ import annotations

import logging
from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.check_in import CheckInDesk
from tests.fakes.check_in_days import desk_at, low_for_weeks
from tests.fakes.wording import LongWording
from tests.gui.check_in_visit import NARROW, CheckInVisit
from workspace_assistant.core.check_in.model import Answers, CheckIn, Item
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.widgets.text_label import TextLabel

Open = Callable[..., CheckInVisit]


@pytest.fixture
def open_card(qtbot: QtBot, runner: JobRunner) -> Open:
    def open_on(desk: CheckInDesk, **more: object) -> CheckInVisit:
        return CheckInVisit(qtbot, runner, desk, **more)  # type: ignore[arg-type] # the test names them

    return open_on


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def told(visit: CheckInVisit) -> CheckIn:
    (only,) = visit.desk.store.kept.values()
    return only


# Opt-in


def test_nobody_is_asked_who_did_not_ask_for_it(open_card: Open) -> None:
    visit = open_card(desk_at(7.9, is_on=False))
    assert not visit.card.form.isVisible()
    assert "20 seconds" in visit.card._words.text()
    assert not visit.card.marks.isVisible()
    visit.click(visit.card.turn_on)
    assert visit.told == ["The questions come here at the end of each shift from now on."]
    assert visit.card.form.isVisible()


def test_it_can_be_turned_off_again(open_card: Open) -> None:
    visit = open_card(desk_at(3))
    visit.click(visit.card.turn_off)
    assert not visit.desk.service.is_on()
    assert visit.card.turn_on.isVisible()
    assert visit.told == ["You are not asked any more. What you told is kept."]


# Twenty seconds


def test_six_keys_and_enter_tell_a_shift(open_card: Open) -> None:
    visit = open_card(desk_at(7.9))
    visit.card.form.scales[Item.EYES].take_focus()
    visit.type("432351")
    assert visit.card.form.save.hasFocus()
    visit.press(Qt.Key.Key_Return)
    assert told(visit).answers == Answers(
        eyes=4, voice=3, body=2, energy=3, switch_off=5, contact=1
    )
    assert told(visit).shift_id == "monday"
    assert visit.told == ["The check-in is saved."]
    assert not visit.card.form.isVisible()
    assert visit.card.open.hasFocus()
    assert visit.card._words.text() == "Told for this shift."


def test_whoever_asks_learns_at_once_that_it_is_turned_on_and_told(open_card: Open) -> None:
    visit = open_card(desk_at(7.9, is_on=False))
    visit.click(visit.card.turn_on)
    visit.settle()
    assert visit.desk.settled == 1
    visit.card.form.scales[Item.EYES].take_focus()
    visit.type("432351")
    visit.press(Qt.Key.Key_Return)
    assert visit.desk.settled == 2


def test_a_form_that_comes_due_takes_no_keyboard(open_card: Open) -> None:
    visit = open_card(desk_at(7.5))
    visit.card.marks.mark.setFocus()
    visit.desk.later(hours=0.4)
    visit.session.look()
    visit.settle()
    assert visit.card.form.isVisible()
    assert not any(one.hasFocus() for one in visit.card.form.controls)


def test_questions_may_stay_open_and_be_opened_again(open_card: Open) -> None:
    visit = open_card(desk_at(7.9))
    scales = visit.card.form.scales
    scales[Item.EYES].take_focus()
    visit.type("4")
    visit.press(Qt.Key.Key_Up)  # voice: from nothing to 5
    assert scales[Item.VOICE].value == 5
    visit.press(Qt.Key.Key_Right)
    assert scales[Item.VOICE].value == 1
    visit.press(Qt.Key.Key_0)
    assert scales[Item.VOICE].value is None
    visit.type("x")
    visit.press(Qt.Key.Key_Return)
    assert told(visit).answers == Answers(eyes=4)


def test_clicks_answer_too(open_card: Open) -> None:
    visit = open_card(desk_at(7.9))
    visit.click(visit.card.form.scales[Item.BODY].chips.chips[1])
    visit.click(visit.card.form.save)
    assert told(visit).answers == Answers(body=2)


def test_counts_are_stepped_and_written(open_card: Open) -> None:
    visit = open_card(desk_at(7.9))
    form = visit.card.form
    assert not form.abusive.isVisible()
    visit.click(form.hard.more)
    visit.click(form.hard.more)
    visit.click(form.hard.fewer)
    visit.click(form.hard.fewer)
    visit.click(form.hard.fewer)
    assert form.hard.text == "0"
    assert not form.abusive.isVisible()
    form.hard.field.setFocus()
    visit.press(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down)
    assert form.solved.isVisible()
    form.solved.field.setFocus()
    visit.type("1a")
    form.minutes.field.setFocus()
    visit.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    form.note.setFocus()
    visit.type("Router again")
    visit.press(Qt.Key.Key_Return)
    assert told(visit).answers == Answers(
        hard_contacts=2, solved_contacts=1, learning_minutes=10, note="Router again"
    )


def test_marks_of_the_shift_are_counted_already(open_card: Open) -> None:
    desk = desk_at(3)
    visit = open_card(desk)
    visit.card.marks.abusive.setChecked(True)
    visit.click(visit.card.marks.mark)
    assert not visit.card.marks.abusive.isChecked()
    visit.click(visit.card.marks.mark)
    assert visit.card.marks._sentence.text().startswith("2 hard contacts")
    visit.click(visit.card.marks.back)
    assert visit.card.marks._sentence.text().startswith("1 hard contact ")
    desk.later(hours=4.9)
    visit.session.look()
    visit.settle()
    assert visit.card.form.hard.text == "1"
    assert visit.card.form.abusive.text == "1"


def test_what_cannot_be_is_said_beside_the_fields(open_card: Open) -> None:
    visit = open_card(desk_at(7.9))
    form = visit.card.form
    form.hard.fill("1")
    form.abusive.fill("3")
    visit.click(form.save)
    assert form._refused.text() == (
        "Hard contacts: 1. Of these abusive: 3, which is more than all of them. Please correct one "
        "of the two."
    )
    assert visit.desk.store.kept == {}
    form.abusive.fill("1")
    visit.click(form.save)
    assert told(visit).answers.abusive_contacts == 1


def test_what_is_filled_in_stays_while_the_card_looks_again(open_card: Open) -> None:
    visit = open_card(desk_at(7.9))
    visit.card.form.scales[Item.EYES].choose(2)
    visit.desk.later(minutes=1)
    visit.session.look()
    visit.settle()
    assert visit.card.form.scales[Item.EYES].value == 2


def test_not_now_is_quiet_and_can_be_told_later(open_card: Open) -> None:
    visit = open_card(desk_at(7.9))
    visit.card.form.leave.setFocus()
    visit.press(Qt.Key.Key_Return)
    assert not visit.card.form.isVisible()
    assert visit.card.open.hasFocus()
    visit.session.look()
    visit.settle()
    assert not visit.card.form.isVisible()
    visit.click(visit.card.open)
    assert visit.card.form.isVisible()
    assert visit.host.focusWidget() is visit.card.form.scales[Item.EYES].chips.chips[0]


def test_answers_can_be_changed(open_card: Open) -> None:
    desk = desk_at(7.9)
    desk.service.tell(Answers(eyes=3, note="First"))
    visit = open_card(desk)
    visit.click(visit.card.open)
    assert visit.card.form.scales[Item.EYES].value == 3
    assert visit.card.form.note.text() == "First"
    visit.card.form.scales[Item.EYES].take_focus()
    visit.type("5")
    visit.click(visit.card.form.save)
    assert told(visit).answers == Answers(eyes=5, note="First")


def test_what_comes_while_the_form_is_open_is_not_lost(open_card: Open) -> None:
    desk = desk_at(7.9)
    desk.service.mark()
    visit = open_card(desk)
    desk.later(seconds=5)
    desk.service.mark()  # as by a command
    desk.later(seconds=5)
    visit.session.look()
    visit.settle()
    visit.card.form.scales[Item.EYES].take_focus()
    visit.type("4")
    visit.click(visit.card.form.save)
    assert told(visit).answers.hard_contacts == 1
    assert desk.service.form().answers.hard_contacts == 2


def test_without_a_shift_it_is_about_the_day(open_card: Open) -> None:
    visit = open_card(desk_at(14))
    visit.click(visit.card.open)
    assert visit.card.form._about.text().startswith("About today.")
    visit.click(visit.card.form.leave)
    assert not visit.card.form.isVisible()
    visit.session.open()
    visit.session.close()
    assert visit.session.situation.put_off == ""


# What else it says


def test_low_weeks_show_where_help_is(open_card: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    visit = open_card(low_for_weeks())
    assert visit.card.help.isVisible()
    assert "no diagnosis" in visit.card.help._note.text()
    visit.click(visit.card.help.links[0])
    assert opened == [visit.card.help.links[0].toolTip()]
    visit.click(visit.card.turn_off)
    assert not visit.card.help.isVisible()


def test_a_full_disk_keeps_what_was_filled_in(
    open_card: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = open_card(desk_at(7.9))
    real = visit.desk.store.put

    def broken(_check_in: CheckIn) -> None:
        raise StoreUnavailableError("The disk is full.")

    monkeypatch.setattr(visit.desk.store, "put", broken)
    visit.card.form.scales[Item.EYES].choose(2)
    visit.click(visit.card.form.save)
    assert visit.card.form._refused.text() == "The disk is full."
    monkeypatch.setattr(visit.desk.store, "put", real)
    visit.click(visit.card.form.save)
    assert told(visit).answers == Answers(eyes=2)


def test_what_cannot_be_read_is_said_and_read_again(
    open_card: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = open_card(desk_at(3))

    def broken(*_: object) -> None:
        raise StoreUnavailableError("The disk is gone.")

    with monkeypatch.context() as patched:
        patched.setattr(visit.desk.store, "marks", broken)
        visit.session.look()
        visit.settle()
        assert visit.card._trouble.text() == "The disk is gone."
        visit.session.mark()
        visit.settle()
    visit.session.look()
    visit.settle()
    assert not visit.card._trouble.isVisible()


def test_a_fault_is_told(open_card: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    visit = open_card(desk_at(3))

    def broken(*_: object) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(visit.desk.store, "mark", broken)
    logging.disable(logging.CRITICAL)
    visit.click(visit.card.marks.mark)
    logging.disable(logging.NOTSET)
    assert visit.warned == [
        "The check-in stopped for a reason that nobody foresaw. The log has it."
    ]


def test_it_looks_while_it_is_seen_and_not_longer(open_card: Open) -> None:
    visit = open_card(desk_at(3))
    assert visit.session._timer.isActive()
    visit.session.follow("somebody else", is_following=True)
    visit.host.hide()
    assert visit.session._timer.isActive()
    visit.session.follow("somebody else", is_following=False)
    assert not visit.session._timer.isActive()


# For those who use no mouse, need larger words, or listen


def controls(visit: CheckInVisit) -> list[QWidget]:
    return [
        one
        for one in visit.card.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


@pytest.mark.parametrize("make", [lambda: desk_at(7.9), low_for_weeks])
def test_tab_reaches_everything_from_top_to_bottom(
    make: Callable[[], CheckInDesk], open_card: Open
) -> None:
    visit = open_card(make())
    visit.host.setFocus()
    expected, seen = controls(visit), []
    assert all(name_of(one).strip() for one in expected)
    for _ in range(60):
        visit.qtbot.keyClick(visit.host.focusWidget() or visit.host, Qt.Key.Key_Tab)
        widget = visit.host.focusWidget()
        if widget in seen:
            break
        seen.append(widget)
    assert set(seen) == set(expected)
    places = [one.mapTo(visit.card, one.rect().center()).y() for one in seen]
    assert all(two >= one - 45 for one, two in pairwise(places))


def test_numbers_say_what_they_stand_for(open_card: Open) -> None:
    visit = open_card(desk_at(7.9))
    chips = visit.card.form.scales[Item.EYES].chips.chips
    assert name_of(chips[0]) == "How do your eyes feel?: 1, sore or tired"
    assert name_of(chips[2]) == "How do your eyes feel?: 3"
    assert name_of(visit.card.form.hard.more) == "Hard contacts: one more"
    assert name_of(visit.card.form.hard.field) == "Hard contacts"


@pytest.mark.parametrize("make", [lambda: desk_at(7.9), low_for_weeks, lambda: desk_at(3)])
def test_nothing_is_cut_off_where_texts_are_longer(
    make: Callable[[], CheckInDesk], open_card: Open
) -> None:
    visit = open_card(make(), wording=LongWording(), size=NARROW)
    scroll = visit.host.scroll
    visit.until(lambda: scroll.widget().width() <= scroll.viewport().width())
    visit.until(
        lambda: (
            not [
                label.text()
                for label in visit.card.findChildren(TextLabel)
                if label.isVisible()
                and label.wordWrap()
                and label.height() < label.heightForWidth(label.width())
            ]
        )
    )
    for widget in controls(visit):
        assert widget.mapTo(visit.card, widget.rect().bottomRight()).x() <= visit.card.width()


def test_it_is_announced_when_it_is_time(open_card: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: heard.append(event.message())
    )
    visit = open_card(desk_at(7))
    visit.desk.later(hours=0.9)
    visit.session.look()
    visit.settle()
    assert len(heard) == 1
    assert heard[0].startswith("About the shift")


# Telling that it is time
