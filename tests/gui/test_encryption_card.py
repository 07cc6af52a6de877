"""The encryption of the data on its page: the key first, then the switch; and the way back."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.fakes.data_page import DataWorld
from tests.fakes.encryption import RECOVERY_KEY, EncryptionWorld
from tests.gui.data_visit import Visit
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.ui.job_runner import JobRunner

Begin = Callable[[EncryptionWorld], Visit]


@pytest.fixture
def begin(qtbot: QtBot, runner: JobRunner) -> Begin:
    def visit(world: EncryptionWorld) -> Visit:
        data = DataWorld()
        return Visit(qtbot, runner, data.services, data.publishing_services, world.services)

    return visit


@pytest.fixture
def world() -> EncryptionWorld:
    return EncryptionWorld()


def asked_group(visit: Visit) -> str:
    """What a person types who has the key before them."""
    number = re.search(r"\d+", visit.page.encryption.key.typed.accessibleName())
    assert number is not None
    return RECOVERY_KEY.split("-")[int(number[0]) - 1].lower()


def test_the_key_is_shown_and_asked_for_before_anything_is_encrypted(
    begin: Begin, world: EncryptionWorld
) -> None:
    visit = begin(world)
    card = visit.page.encryption
    visit.click(card.encrypt)
    assert [one.text()[-5:] for one in card.key._groups] == RECOVERY_KEY.split("-")
    assert not card.encrypt.isVisible()

    card.key.typed.setText("11111")
    visit.click(card.key.encrypt)
    assert world.acts == ["key to be"]
    assert "That is not group" in card.remark.sentence

    card.key.typed.setText(asked_group(visit))
    visit.click(card.key.encrypt)
    assert world.acts == ["key to be", "encrypt"]
    assert card.remark.sentence == "The data is encrypted. Its key is in the keyring."
    assert not card.key.isVisible()
    assert not any(one.text() for one in card.key._groups)
    assert visit.encryption.situation.key == ""
    assert card.decrypt.isVisible()


def test_whoever_leaves_it_has_changed_nothing(begin: Begin, world: EncryptionWorld) -> None:
    visit = begin(world)
    card = visit.page.encryption
    visit.click(card.encrypt)
    visit.click(card.key.leave)
    assert world.acts == ["key to be"]
    assert visit.encryption.situation.key == ""
    assert card.encrypt.isVisible()


def test_it_can_be_given_up_while_it_runs(begin: Begin, world: EncryptionWorld) -> None:
    visit = begin(world)
    card = visit.page.encryption
    visit.click(card.encrypt)
    world.gate.clear()
    card.key.typed.setText(asked_group(visit))
    card.key.encrypt.click()
    visit.qtbot.waitUntil(card.cancel.isVisible)
    assert not card.key.encrypt.isEnabled()
    card.cancel.click()
    world.gate.set()
    visit.settle()
    assert world.acts == ["key to be"]
    assert not world.found.is_encrypted


def test_the_key_goes_through_the_clipboard_for_a_minute_only(
    begin: Begin, world: EncryptionWorld
) -> None:
    visit = begin(world)
    panel = visit.page.encryption.key
    visit.click(visit.page.encryption.encrypt)
    visit.click(panel.copy)
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == RECOVERY_KEY
    assert panel._clipboard_timer.interval() == 60_000
    panel.clear_clipboard()
    assert clipboard.text() == ""

    visit.click(panel.copy)
    clipboard.setText("something else")
    panel.clear_clipboard()
    assert clipboard.text() == "something else"


def test_the_key_is_saved_where_the_person_says(
    begin: Begin, world: EncryptionWorld, tmp_path: Path
) -> None:
    visit = begin(world)
    card = visit.page.encryption
    visit.click(card.encrypt)
    card.key.file_chosen.emit(str(tmp_path / "key.txt"))
    visit.settle()
    assert world.files == {tmp_path / "key.txt": RECOVERY_KEY}
    assert str(tmp_path / "key.txt") in card.remark.sentence
    assert card.key.isVisible()


def test_decrypting_is_asked_about_first(begin: Begin, world: EncryptionWorld) -> None:
    world.be_encrypted()
    visit = begin(world)
    card = visit.page.encryption
    visit.click(card.decrypt)
    visit.click(card.stay)
    assert world.acts == []
    visit.click(card.decrypt)
    visit.click(card.do_decrypt)
    assert world.acts == ["decrypt"]
    assert card.encrypt.isVisible()
    assert not card.question.isVisible()


def test_the_key_of_encrypted_data_is_shown_and_hidden_again(
    begin: Begin, world: EncryptionWorld
) -> None:
    world.be_encrypted()
    visit = begin(world)
    card = visit.page.encryption
    visit.click(card.show_key)
    assert card.key.isVisible()
    assert not card.key.encrypt.isVisible()
    assert not card.key.typed.isVisible()
    visit.click(card.key.leave)
    assert not card.key.isVisible()
    assert visit.encryption.situation.key == ""


@pytest.mark.parametrize(("opens", "words"), [(True, "opens the data"), (False, "a backup that")])
def test_the_key_of_a_backup_goes_into_the_keyring(
    begin: Begin, world: EncryptionWorld, opens: bool, words: str
) -> None:
    world.opens = opens
    visit = begin(world)
    card = visit.page.encryption
    visit.click(card.other_key)
    card.written.setText(RECOVERY_KEY[:-1])
    visit.click(card.unlock)
    assert "these are 64" in card.remark.sentence
    card.written.setText(RECOVERY_KEY.lower())
    visit.click(card.unlock)
    assert world.acts == ["unlock"]
    assert words in card.remark.sentence
    assert not card.written.isVisible()
    assert card.written.text() == ""
    card.written.undo()
    assert card.written.text() == ""


def test_what_is_refused_is_a_sentence(begin: Begin, world: EncryptionWorld) -> None:
    world.trouble = RefusedError("The keyring is locked.")
    visit = begin(world)
    visit.click(visit.page.encryption.encrypt)
    assert visit.page.encryption.remark.sentence == "The keyring is locked."
    assert not visit.page.encryption.key.isVisible()
