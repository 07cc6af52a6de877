"""The page Your data: what is asked first, what is told where, and what the keyboard reaches."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.data_page import DataWorld
from tests.gui.data_visit import Visit
from workspace_assistant.core.data_keeping.model import DataKind
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.publishing.model import Group
from workspace_assistant.core.publishing.ports import TokenError
from workspace_assistant.ui.job_runner import JobRunner


@pytest.fixture
def world() -> DataWorld:
    return DataWorld()


@pytest.fixture
def visit(qtbot: QtBot, runner: JobRunner, world: DataWorld) -> Visit:
    return Visit(qtbot, runner, world.services, world.publishing_services)


def test_the_folder_alone_is_opened(
    visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True
    )
    place = visit.page.place
    visit.click(place.open)  # a folder that is not there is not handed to anybody
    assert opened == []
    assert place.remark.sentence == "No program here opens folders. Copy the path instead."
    for path, is_opened in ((str(tmp_path), True), ("https://example.com", False)):
        place._path.setText(path)
        place.open.click()
        assert (len(opened) == 1) is is_opened or opened == [tmp_path.as_uri()]
    assert opened == [tmp_path.as_uri()]


def test_a_backup_can_be_stopped_and_says_so(visit: Visit, world: DataWorld) -> None:
    backups = visit.page.backups
    world.gate.clear()
    backups.back_up.click()
    visit.qtbot.waitUntil(lambda: world.acts == ["back up None"])
    assert backups.cancel.isVisible()
    assert not backups.back_up_elsewhere.isEnabled()
    assert not visit.page.export.export.isEnabled()  # one thing at a time
    visit.click(backups.cancel)
    assert backups.remark.sentence == "Stopped. Nothing was changed."
    world.gate.set()
    visit.click(visit.page.hero.button)
    assert backups.remark.sentence.startswith("Backed up and verified: ")
    assert visit.headline == "The last backup is of 22/11/2026, 09:30"


def test_why_it_was_not_done_is_told_beside_it(visit: Visit, world: DataWorld) -> None:
    world.trouble = RefusedError("{path}: is there already.", path="/x.zip")
    visit.page.export.file_chosen.emit("/x.zip")
    visit.settle()
    assert visit.page.export.remark.sentence == "/x.zip: is there already."
    world.trouble = ZeroDivisionError()
    visit.click(visit.page.backups.back_up)
    assert visit.page.backups.remark.sentence.startswith("A fault in this program")


def test_asking_for_a_file_stops_nothing(visit: Visit, world: DataWorld) -> None:
    for button, part in (
        (visit.page.backups.back_up_elsewhere, visit.page.backups),
        (visit.page.backups.restore_file, visit.page.backups),
        (visit.page.export.export, visit.page.export),
    ):
        button.click()
        dialog = part.findChild(QFileDialog)
        assert dialog is not None
        dialog.reject()
        visit.qtbot.waitUntil(lambda part=part: part.findChild(QFileDialog) is None)
    visit.page.backups.backup_file_chosen.emit("/media/stick/b.zip")
    visit.settle()
    assert world.acts == ["back up /media/stick/b.zip"]


def test_nothing_is_restored_before_it_was_looked_at(visit: Visit, world: DataWorld) -> None:
    backups = visit.page.backups
    visit.click(backups.rows[1].look_inside)
    assert backups.restore.headline == "Restore the backup of 21/11/2026, 08:30?"
    assert visit.host.focusWidget() is backups.restore.leave
    visit.click(backups.restore.leave)
    assert not backups.restore.isVisible()
    assert [one.split()[0] for one in world.acts] == ["look"]
    visit.click(backups.rows[1].look_inside)
    anew: list[bool] = []
    visit.session.restart_wanted.connect(lambda: anew.append(True))
    visit.click(backups.restore.restore)
    assert "What was there before is in the backup" in backups.remark.sentence
    backups.anew.click()
    assert anew == [True]


def test_a_damaged_database_leads_to_the_newest_backup(visit: Visit, world: DataWorld) -> None:
    world.is_damaged = True
    visit.session.look()
    visit.settle()
    assert visit.headline == "The database is damaged"
    visit.click(visit.page.hero.button)
    assert world.acts == [f"look {Path(world.newest.path).name}"]
    visit.click(visit.page.backups.restore.restore)
    assert "is kept as workspace-assistant.sqlite3.damaged-2026" in visit.words(visit.page.backups)
    assert visit.headline.startswith("The last backup")


def test_more_backups_are_laid_open(visit: Visit) -> None:
    backups = visit.page.backups
    assert len([row for row in backups.rows if row.isVisible()]) == 5
    visit.click(backups.more)
    assert len([row for row in backups.rows if row.isVisible()]) == 7


def test_what_would_go_is_asked_before_a_kind_is_kept_shorter(
    visit: Visit, world: DataWorld
) -> None:
    keep = visit.page.keep
    visit.click(keep.open)
    breaks = keep.rows[DataKind.BREAKS]
    visit.click(breaks.ages._chips["2y"])
    assert world.ages[DataKind.BREAKS] == "forever"
    assert keep.question.headline == "Breaks: “2 years” from now on?"
    assert keep._list.indexOf(keep.question) == keep._list.indexOf(breaks) + 1
    visit.click(keep.leave)
    assert world.acts == []
    assert breaks.ages.value == "forever"
    visit.click(breaks.ages._chips["2y"])
    visit.click(keep.take_out)
    assert world.ages[DataKind.BREAKS] == "2y"
    assert keep.remark.sentence == "Breaks: “2 years” from now on. 1,240 entries were taken out."
    world.rows_older = 0
    visit.click(breaks.ages._chips["1y"])  # nothing to ask
    assert keep.remark.sentence.startswith("Breaks: “1 year”")
    visit.click(breaks.ages._chips["forever"])
    assert world.ages[DataKind.BREAKS] == "forever"
    visit.click(keep.open)
    assert not breaks.isVisible()


def test_everything_is_named_and_the_word_typed_before_it_goes(
    visit: Visit, world: DataWorld
) -> None:
    erase = visit.page.erase
    wanted: list[bool] = []
    visit.session.erase_wanted.connect(lambda _, keeps: wanted.append(keeps))
    visit.click(erase.look)
    assert "124,561 entries of the database" in visit.words(erase)
    assert "/media/stick/work.zip" in visit.words(erase)
    assert visit.host.focusWidget() is erase.word
    assert not erase.erase.isEnabled()
    QTest.keyClicks(erase.word, "eras")
    QTest.keyClick(erase.word, Qt.Key.Key_Return)
    assert wanted == []
    QTest.keyClicks(erase.word, "e")
    erase.keep_secrets.click()
    visit.click(erase.erase)
    assert wanted == [True]
    visit.click(erase.leave)
    assert not erase.word.isVisible()
    visit.click(erase.look)
    assert (erase.word.text(), erase.keep_secrets.isChecked()) == ("", False)


# --- publishing


def fill(visit: Visit, url: str, token: str = "") -> None:
    form = visit.page.publish.form
    form.address.setText(url)
    form.token.setText(token)


def test_nobody_agrees_to_what_they_have_not_seen(visit: Visit, world: DataWorld) -> None:
    card = visit.page.publish
    visit.click(card.set_up)
    assert visit.host.focusWidget() is card.form.address
    assert card.form.groups == {Group.VERDICTS, Group.NUMBERS, Group.FINDINGS}
    assert card.form.token.echoMode() is QLineEdit.EchoMode.Password
    fill(visit, "http://collector.example.com", "canary-7f31")
    visit.click(card.form.show_payload)
    assert card.remark.sentence.startswith("The address must begin with https://")
    assert not card.payload.isVisible()
    fill(visit, "https://collector.example.com:4318", "canary-7f31")
    visit.click(card.form.show_payload)
    assert '"workspace_assistant.voice.loss"' in card.payload.text.toPlainText()
    assert "canary" not in card.payload.text.toPlainText()
    card.form.ticks[Group.NUMBERS].click()  # what was shown is not what would be agreed to
    assert not card.payload.isVisible()
    assert world.status.consent is None
    visit.click(card.form.show_payload)
    assert '"workspace_assistant.voice.loss"' not in card.payload.text.toPlainText()
    visit.click(card.payload.agree)
    consent = world.status.consent
    assert consent is not None
    assert consent.groups == {Group.VERDICTS, Group.FINDINGS}
    assert "agree https://collector.example.com:4318 canary-7f31" in world.acts
    assert card.form.token.text() == ""
    assert card.remark.sentence.startswith("On. What is measured from now on goes to")
    assert "goes to collector.example.com:4318 as well" in visit.words(visit.page.hero)


def test_without_a_report_it_cannot_be_agreed_to(visit: Visit, world: DataWorld) -> None:
    world.has_report = False
    card = visit.page.publish
    visit.click(card.set_up)
    fill(visit, "https://collector.example.com")
    visit.click(card.form.show_payload)
    assert not card.payload.agree.isVisible()
    assert "Run a check first." in visit.words(card.payload)
    visit.click(card.form.leave)
    assert not card.form.isVisible()


def test_what_is_sent_can_be_looked_at_sent_and_ended(
    qtbot: QtBot, runner: JobRunner, world: DataWorld
) -> None:
    world.publish()
    visit = Visit(qtbot, runner, world.services, world.publishing_services)
    card = visit.page.publish
    visit.click(card.show_sent)
    assert card.payload.text.toPlainText().startswith("Request 1 of 2: /v1/logs")
    assert not card.payload.agree.isVisible()
    visit.click(card.show_sent)
    assert not card.payload.isVisible()
    visit.click(card.send)
    assert card.remark.sentence == "Sent 2 messages."
    visit.click(card.change)
    assert card.form.address.text() == "https://collector.example.com:4318"
    visit.click(card.form.leave)
    visit.click(card.turn_off)
    assert visit.host.focusWidget() is card.stay_on
    visit.click(card.stay_on)
    visit.click(card.turn_off)
    world.trouble = TokenError("The keyring did not answer.")
    visit.click(card.do_turn_off)
    assert card.remark.sentence.endswith("in the keyring. The keyring did not answer.")
    assert card.set_up.isVisible()


def test_sending_can_be_stopped(qtbot: QtBot, runner: JobRunner, world: DataWorld) -> None:
    world.publish()
    visit = Visit(qtbot, runner, world.services, world.publishing_services)
    card = visit.page.publish
    world.gate.clear()
    card.send.click()
    qtbot.waitUntil(lambda: world.acts == ["send"])
    visit.click(card.cancel)
    assert card.remark.sentence == "Stopped. Nothing was changed."
    world.gate.set()
    world.trouble = ZeroDivisionError()
    visit.click(card.send)
    assert card.remark.sentence.startswith("A fault in this program")
    world.trouble = None
    visit.click(card.turn_off)
    visit.click(card.do_turn_off)
    assert card.remark.sentence == "Off. Nothing is sent any more."


# --- the keyboard


def test_tab_goes_from_top_to_bottom(visit: Visit) -> None:
    visit.click(visit.page.keep.open)
    visit.click(visit.page.erase.look)
    visit.page.hero.button.setFocus()
    seen: list[QWidget] = []
    while (focused := visit.host.focusWidget()) not in seen:
        assert focused is not None
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    inside = visit.page._scroll.widget()
    heights = [one.mapTo(inside, one.rect().center()).y() // 60 for one in seen[1:]]
    assert heights == sorted(heights)
    assert {visit.page.place.open, visit.page.erase.word, visit.page.publish.set_up} <= set(seen)
    assert all(one.accessibleName() or getattr(one, "text", str)() for one in seen)


def test_the_keyboard_stays_where_it_was(visit: Visit) -> None:
    visit.page.backups.back_up.setFocus()
    QTest.keyClick(visit.page.backups.back_up, Qt.Key.Key_Space)
    visit.settle()
    assert visit.host.focusWidget() is visit.page.backups.back_up
