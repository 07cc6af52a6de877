"""The page Settings, driven as a person does: search, change, undo, reset, a mistake, a lock."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from tests.fakes.window import WindowWorld
from tests.gui.conftest import OpenWindow
from workspace_assistant.core.settings.managed import Managed
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.settings.setting_row import SettingRow

REST = "breaks.rest_seconds"


class Visit:
    """The page in the window, over a world without files."""

    def __init__(self, qtbot: QtBot, window: MainWindow, world: WindowWorld) -> None:
        self.world, self._qtbot, self.window = world, qtbot, window
        self.sessions = window.sessions
        self.kept: list[frozenset[str]] = []
        self.sessions.settled.connect(self.kept.append)
        window.show_page(PageName.SETTINGS)
        self.page = window.pages.settings
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: self.sessions.settings.is_settled, timeout=10_000)

    def row(self, key: str) -> SettingRow:
        return next(card.rows[key] for card in self.page.parts.values() if key in card.rows)

    def write(self, key: str, text: str) -> None:
        field = self.row(key)._field
        assert field is not None
        field.setText(text)
        field.editingFinished.emit()
        self.settle()

    def search(self, words: str) -> set[str]:
        """The names of what is found."""
        self.page.search.setText(words)
        return {
            key
            for card in self.page.parts.values()
            if not card.isHidden()
            for key, row in card.rows.items()
            if not row.isHidden()
        }


@pytest.fixture
def world() -> WindowWorld:
    return WindowWorld()


@pytest.fixture
def visit(qtbot: QtBot, open_window: OpenWindow, world: WindowWorld) -> Visit:
    return Visit(qtbot, open_window(world), world)


def test_search_filters_as_it_is_typed(visit: Visit) -> None:
    assert visit.search("snooze") == {"breaks.postpone_seconds", "breaks.postpone_times"}
    assert "week.target.overtime" in visit.search("overtime")
    assert visit.search("coffee machine") == set()
    assert visit.page.note.text().startswith("No setting has all of these words.")
    assert REST in visit.search("")
    assert visit.page.note.isHidden()


def test_a_change_is_kept_at_once_told_and_undone(visit: Visit) -> None:
    visit.write(REST, "10")
    assert visit.world.settings.own == {REST: "600"}
    assert visit.kept == [frozenset({REST})]
    assert visit.page.changes.sentences == ("Length of a rest break: 10m instead of 5m",)
    assert not visit.row(REST).reset.isHidden()
    visit.page._session.undo_last()
    visit.settle()
    assert visit.world.settings.own == {}
    assert visit.page.changes.isHidden()
    assert visit.row(REST)._field.text() == "5m"  # type: ignore[union-attr] # it is a field


def test_switches_choices_and_places_are_kept(visit: Visit) -> None:
    visit.row("breaks.strict")._box.click()  # type: ignore[union-attr] # it is a switch
    visit.row("week.start")._chips._chips["sunday"].click()  # type: ignore[union-attr] # chips
    visit.row("preshift.places")._boxes["office"].click()
    visit.settle()
    assert visit.world.settings.own == {
        "breaks.strict": "on",
        "week.start": "sunday",
        "preshift.places": "home,office",
    }


def test_a_mistake_is_told_beside_the_field_and_keeps_the_old_value(visit: Visit) -> None:
    visit.write(REST, "5 h")
    assert visit.row(REST).mistake == "“5h” is no length from 1m to 1h."
    assert visit.world.settings.told == []
    visit.write(REST, "20m")
    assert visit.row(REST).mistake == ""
    assert visit.world.settings.own == {REST: "1200"}
    visit.write(REST, "soon")
    assert "soon" in visit.row(REST).mistake
    visit.write("preshift.second_minutes", "30")
    assert visit.row("preshift.second_minutes").mistake.startswith("The second check comes after")


def test_no_place_at_all_is_refused(visit: Visit) -> None:
    row = visit.row("preshift.places")
    row._boxes["home"].click()
    visit.settle()
    assert row.mistake == "Name at least one of home, office, other."
    assert visit.world.settings.own == {}


def test_one_a_part_and_all_are_reset_and_come_back(visit: Visit) -> None:
    own = {REST: "600", "breaks.strict": "on", "week.start": "sunday"}
    visit.world.settings.own = dict(own)
    visit.page._session.look()
    visit.settle()
    visit.row(REST).reset.click()
    visit.settle()
    assert REST not in visit.world.settings.own
    visit.page.parts["breaks"].reset.click()
    visit.settle()
    assert visit.world.settings.own == {"week.start": "sunday"}
    visit.page.reset.click()
    visit.settle()
    assert visit.world.settings.own == {}
    for _ in range(3):
        visit.page._session.undo_last()
        visit.settle()
    assert visit.world.settings.own == own


def test_what_cannot_be_kept_is_shown_as_it_is(visit: Visit) -> None:
    visit.world.settings.error = OSError(28, "No space left on device")
    visit.write(REST, "10m")
    assert visit.page.faults.text() == "Nothing was changed: No space left on device"
    assert visit.row(REST)._field.text() == "5m"  # type: ignore[union-attr] # it is a field
    assert visit.page.changes.isHidden()


def test_what_is_locked_cannot_be_changed(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    world.settings.managed = Managed(lock={REST: "900", "breaks.strict": "on"}, place="/etc")
    visit = Visit(qtbot, open_window(world), world)
    row = visit.row(REST)
    assert row._field is not None
    assert not row._field.isEnabled()
    assert row._field.text() == "15m"
    assert row._lock.text() == "Set by your organization"
    visit.page._session.choose(REST, "600")
    visit.settle()
    assert world.settings.told == []


def test_another_language_asks_for_the_window_anew(visit: Visit, qtbot: QtBot) -> None:
    visit.page._session.choose("language", "de")
    visit.settle()
    assert not visit.page.changes.anew.isHidden()
    with qtbot.waitSignal(visit.sessions.restart_wanted):
        visit.page.changes.anew.click()


def test_the_rest_of_a_part_comes_when_asked_for(visit: Visit) -> None:
    card = visit.page.parts["privacy"]
    assert "keep-checks" not in card.rows
    card.more.click()
    assert not card.rows["keep-checks"].isHidden()
    assert card.more.text() == "Show less"
    assert tuple(card.rows).index("keep-breaks") == tuple(card.rows).index("keep-checks") + 1


def test_links_lead_to_other_pages(visit: Visit, qtbot: QtBot) -> None:
    link = visit.row("profile")._link
    assert link is not None
    with qtbot.waitSignal(visit.page.page_wanted) as caught:
        link.click()
    assert caught.args == [PageName.READINESS]


def test_what_another_program_changed_is_there_on_the_next_look(visit: Visit) -> None:
    visit.world.settings.own = {"breaks.strict": "on"}
    visit.world.settings.profile = replace(visit.world.profile, name="Acme")
    visit.page._session.look()
    visit.settle()
    box = visit.row("breaks.strict")._box
    assert box is not None
    assert box.isChecked()
    assert visit.row("profile")._shown.text() == "Acme"


def test_it_is_driven_by_the_keyboard_alone(visit: Visit, qtbot: QtBot) -> None:
    visit.page.open_search()
    qtbot.keyClicks(visit.page.search, "strict")
    box = visit.row("breaks.strict")._box
    assert box is not None
    assert box.accessibleName() or box.text() == "Strict breaks"
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    visit.settle()
    assert visit.world.settings.own == {"breaks.strict": "on"}
    qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    visit.settle()
    assert visit.world.settings.own == {}


def test_a_key_leads_to_the_search(visit: Visit, qtbot: QtBot) -> None:
    visit.window.show_page(PageName.TODAY)
    qtbot.keyClick(visit.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert visit.window.pages.shown is PageName.SETTINGS
    assert visit.page.search.hasFocus()


def test_the_window_goes_by_what_was_changed(visit: Visit, qtbot: QtBot) -> None:
    with qtbot.waitSignal(visit.window.appearance_chosen):
        visit.page._session.choose("appearance", "dark")
    with qtbot.waitSignal(visit.window.appearance_chosen):
        visit.page._session.choose("motion", "reduced")
    companions = visit.window.ensure_companions()
    visit.world.keeps_in_tray = False
    visit.page._session.choose("tray.keep", "off")
    qtbot.waitUntil(lambda: not companions.tray.keep.isChecked())


def test_an_earlier_change_is_undone_alone(visit: Visit) -> None:
    visit.write(REST, "10m")
    visit.page._session.choose("week.start", "sunday")
    visit.settle()
    _, earlier = (line[2] for line in visit.page.changes._lines)
    earlier.click()
    visit.settle()
    assert visit.world.settings.own == {"week.start": "sunday"}
    assert visit.page.changes.sentences == ("A week begins on: Sunday instead of Monday",)


def test_pages_with_the_same_settings_look_anew(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    monkeypatch.setattr(visit.sessions.breaks, "look", lambda: looked.append("breaks"))
    visit.write(REST, "10m")
    assert looked == ["breaks"]


def test_navigation_scrolls_where_names_do_not_fit(visit: Visit) -> None:
    """Large text on a low screen: the page that is shown is in sight."""
    navigation = visit.window._navigation
    navigation.setFixedHeight(200)
    visit.window.show_page(PageName.TODAY)
    visit.window.show_page(PageName.HELP)
    area = navigation._scroll
    QCoreApplication.sendPostedEvents()
    visit.window.show_page(PageName.SETTINGS)
    assert area.widget().height() > area.viewport().height()
    assert area.verticalScrollBar().value() > 0
