"""The break window on its own: what it shows, what it ignores, and who is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.fakes.wording import EnglishWording, LongWording
from tests.unit.ui.test_ui_break_window_state import standing
from workspace_assistant.core.breaks.model import Act, BreakKind, Settings, Stage
from workspace_assistant.ui.break_window import place
from workspace_assistant.ui.break_window.view_state import WindowState, window_state
from workspace_assistant.ui.break_window.window import BreakWindow


def state(stage: Stage = Stage.OFFERED, elapsed_s: float = 0.0, **more: object) -> WindowState:
    now = standing(stage, BreakKind.REST, elapsed_s, **more)
    made = window_state(now, Settings(), 0, EnglishWording())
    assert made is not None
    return made


class Watched:
    """The window, and what was answered by it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = BreakWindow(EnglishWording(), deaf_for_ms=10**7)
        qtbot.addWidget(self.window, before_close_func=lambda _: self.window.present(None))
        self.answers: list[Act] = []
        self.window.answered.connect(self.answers.append)

    def listen(self) -> None:
        """Its two seconds are over."""
        self.window._deafness.stop()
        self.window._on_deafness_over()

    def press(self, key: Qt.Key) -> None:
        """As somebody who gave it the keyboard."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.qtbot.keyClick(self.window, key)


@pytest.fixture
def watched(qtbot: QtBot) -> Iterator[Watched]:
    made = Watched(qtbot)
    yield made
    made.window.present(None)


def test_it_is_shown_without_being_activated_and_may_not_be_at_first(watched: Watched) -> None:
    window = watched.window
    window.present(state())
    handle = window.windowHandle()
    quiet = Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert handle.flags() & quiet
    watched.listen()
    assert not handle.flags() & quiet
    window.present(None)
    window.present(state())
    assert handle.flags() & quiet


def test_keys_and_clicks_of_the_first_two_seconds_are_meant_for_another_window(
    watched: Watched,
) -> None:
    window = watched.window
    window.present(state())
    # A window manager may give it the keyboard all the same.
    window.windowHandle().setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, on=False)
    for key in (Qt.Key.Key_B, Qt.Key.Key_S, Qt.Key.Key_P, Qt.Key.Key_Escape, Qt.Key.Key_Return):
        watched.press(key)
    watched.qtbot.mouseClick(window.skip, Qt.MouseButton.LeftButton)
    assert not watched.answers
    watched.listen()
    watched.press(Qt.Key.Key_B)
    assert watched.answers == [Act.BEGIN]


def test_a_break_that_begins_is_deaf_again(watched: Watched) -> None:
    window = watched.window
    window.present(state())
    watched.listen()
    window.present(state(Stage.RUNNING))
    watched.press(Qt.Key.Key_W)
    assert not watched.answers
    watched.listen()
    watched.press(Qt.Key.Key_W)
    assert watched.answers == [Act.DONE]


@pytest.mark.parametrize(
    ("shown", "act"),
    [
        (state(), Act.POSTPONE),
        (state(may_postpone=False), Act.SKIP),
        (state(Stage.RUNNING), Act.DONE),
    ],
)
def test_escape_is_the_mildest_way_out(watched: Watched, shown: WindowState, act: Act) -> None:
    watched.window.present(shown)
    watched.listen()
    watched.press(Qt.Key.Key_Escape)
    assert watched.answers == [act]


def test_where_no_way_out_is_open_escape_does_nothing(watched: Watched) -> None:
    watched.window.present(state(may_postpone=False, may_skip=False))
    watched.listen()
    watched.press(Qt.Key.Key_Escape)
    assert not watched.answers


def test_closing_it_answers_and_the_watch_takes_it_away(watched: Watched) -> None:
    watched.window.present(state())
    watched.listen()
    watched.window.close()
    assert watched.window.isVisible()
    assert watched.answers == [Act.POSTPONE]


def test_each_second_of_a_break_moves_the_bar_alone(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(watched.window, "_announce", told.append)
    for elapsed_s in range(5):
        watched.window.present(state(Stage.RUNNING, elapsed_s=float(elapsed_s)))
    assert watched.window.bar.value() == round(1000 * 4 / 300)
    assert len(told) == 1
    watched.window.present(state(Stage.RUNNING, elapsed_s=300.0))
    assert told[1].startswith("The break is over.")


def test_it_is_told_to_those_who_listen(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    events: list[QAccessible.Event] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: events.append(event.type())
    )
    watched.window.present(state())
    assert events[-2:] == [QAccessible.Event.Alert, QAccessible.Event.Announcement]


def test_every_part_says_what_it_is(watched: Watched) -> None:
    window = watched.window
    window.present(state())
    assert window.accessibleName() == state().spoken
    names = [
        QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
        for one in window.buttons
        if one.isVisible()
    ]
    assert names == ["Begin (key B)", "Postpone 5\u202fmin (key P)", "Skip (key S)"]
    window.present(state(Stage.RUNNING))
    bar = QAccessible.queryAccessibleInterface(window.bar)
    assert bar.role() == QAccessible.Role.ProgressBar
    assert bar.text(QAccessible.Text.Name) == "How much of the break is over"


@pytest.mark.parametrize("wording", [EnglishWording(), LongWording()])
@pytest.mark.parametrize("stage", [Stage.OFFERED, Stage.RUNNING])
def test_no_word_is_cut_off(qtbot: QtBot, stage: Stage, wording: EnglishWording) -> None:
    window = BreakWindow(wording, deaf_for_ms=0)
    qtbot.addWidget(window, before_close_func=lambda _: window.present(None))
    for turn in range(17):
        window.present(window_state(standing(stage), Settings(), turn, wording))
        for label in (window._headline, window._sentence, window._title, window._text):
            assert label.isHidden() or label.height() >= label.heightForWidth(label.width())
        window.present(None)


def test_it_stands_in_the_lower_right_corner_and_grows_upward() -> None:
    room = QRect(100, 50, 1000, 700)
    first = place.in_corner(QSize(400, 200), room)
    assert room.contains(first)
    assert first.right() > room.right() - 40
    grown = place.kept_in(QRect(first.topLeft(), QSize(400, 260)), first, room)
    assert grown.bottom() == first.bottom()
    below = place.kept_in(QRect(QPoint(0, 0), QSize(400, 260)), QRect(0, 900, 400, 200), room)
    assert room.contains(below)


def test_wayland_gives_no_window_without_the_keyboard() -> None:
    assert not place.can_appear_quietly("wayland-egl")
    assert place.can_appear_quietly("xcb")


def test_what_differs_without_a_new_headline_is_shown_and_not_told_again(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(watched.window, "_announce", told.append)
    watched.window.present(state())
    watched.window.present(replace(state(), sentence="Something else."))
    assert watched.window._sentence.text() == "Something else."
    assert len(told) == 1
