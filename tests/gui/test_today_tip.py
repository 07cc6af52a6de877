"""The tip on Today: one at most, none where there is none, answered where it stands."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.fakes.tips import facts_of
from tests.fakes.window import WindowWorld
from tests.gui.conftest import OpenWindow
from workspace_assistant.core.tips.model import Answer
from workspace_assistant.ui.breaks.tip_card import TipCard
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName


def tip_of(qtbot: QtBot, window: MainWindow) -> TipCard:
    page = window.pages.today
    qtbot.waitUntil(lambda: page.is_filled)
    breaks = window.sessions.breaks
    qtbot.waitUntil(lambda: breaks.is_settled and breaks.situation.seen is not None)
    assert page.cards is not None
    return page.cards.tip


def test_there_is_none_without_a_reason(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    tip = tip_of(qtbot, open_window(world, PageName.TODAY))
    assert not tip.isVisible()
    assert world.breaks.tips.log.events == []


def test_it_quotes_the_number_and_is_told_to_those_who_listen(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: told.append(event.message()) if hasattr(event, "message") else None,
    )
    world.breaks.tips.facts = facts_of(interruptions__pet__week=4)
    tip = tip_of(qtbot, open_window(world, PageName.TODAY))
    assert tip.isVisible()
    assert tip._because.text() == "Because: interruptions.pet.week is 4."
    assert [one for one in told if "Do close the door." in one]
    assert len(world.breaks.tips.log.events) == 1


def test_it_is_answered_where_it_stands(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    world.breaks.tips.facts = facts_of(interruptions__pet__week=4)
    window = open_window(world, PageName.TODAY)
    tip = tip_of(qtbot, window)
    tip.not_now.click()
    qtbot.waitUntil(lambda: not tip.isVisible())
    assert world.breaks.tips.log.events[-1].answer is Answer.NOT_NOW


def test_nobody_who_looks_elsewhere_is_shown_one(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    world.breaks.tips.facts = facts_of(interruptions__pet__week=4)
    window = open_window(world, PageName.HISTORY)
    window.ensure_companions()
    window.sessions.breaks.look()
    qtbot.waitUntil(lambda: window.sessions.breaks.situation.seen is not None)
    assert world.breaks.tips.log.events == []
