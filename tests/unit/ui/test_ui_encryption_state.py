"""The encryption of the data in words: what stands there, what goes with it, what can be done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.encryption import RECOVERY_KEY, EncryptionWorld
from tests.fakes.wording import EnglishWording
from workspace_assistant.ui.data.encryption_situation import EncryptionAct, EncryptionSituation
from workspace_assistant.ui.data.encryption_state import EncryptionState, encryption_state

PLAIN = EncryptionSituation(found=EncryptionWorld().found)


def encrypted() -> EncryptionSituation:
    world = EncryptionWorld()
    world.be_encrypted()
    return EncryptionSituation(found=world.found)


def shown(now: EncryptionSituation) -> EncryptionState:
    state = encryption_state(now, EnglishWording())
    assert state is not None
    return state


def test_nothing_is_said_before_it_was_looked_at() -> None:
    assert encryption_state(EncryptionSituation(), EnglishWording()) is None


def test_plain_data_says_what_goes_with_it() -> None:
    state = shown(PLAIN)
    assert state.standing.startswith("Not encrypted")
    assert state.lines == (
        "Backups beside the data, encrypted with it: 2.",
        "Copies of the database from before updates or damage, erased: 1.",
        "Backups elsewhere, which stay as they are: /media/stick/work.zip.",
    )
    assert (state.can_encrypt, state.can_unlock) == (True, True)
    assert not state.can_show
    assert not state.can_decrypt


def test_nothing_is_listed_where_nothing_lies_beside_it() -> None:
    assert PLAIN.found is not None
    bare = replace(PLAIN.found, plain_backups=(), plain_copies=(), elsewhere=())
    assert shown(replace(PLAIN, found=bare)).lines == ()


def test_where_it_is_not_installed_nothing_is_offered() -> None:
    assert PLAIN.found is not None
    state = shown(replace(PLAIN, found=replace(PLAIN.found, can_encrypt=False)))
    assert "pip install" in state.lines[0]
    assert not state.can_encrypt
    assert not state.can_unlock


def test_encrypted_data_can_be_decrypted_and_its_key_shown() -> None:
    state = shown(encrypted())
    assert state.standing.startswith("Encrypted")
    assert state.lines == ()
    assert (state.can_show, state.can_decrypt, state.can_encrypt) == (True, True, False)


def test_what_a_switch_left_is_named() -> None:
    now = encrypted()
    assert now.found is not None
    left = replace(now.found, plain_backups=("broken.zip",), old_file_is_there=True)
    state = shown(replace(now, found=left))
    assert state.can_begin_anew
    assert state.lines[0].startswith("A program still has the file of before open")
    assert state.lines[1] == "Damaged backups, which stay as they are: broken.zip."


@pytest.mark.parametrize(("group", "question"), [(6, "type group 7:"), (None, "")])
def test_a_key_that_is_shown_is_asked_for_only_before_it_counts(
    group: int | None, question: str
) -> None:
    state = shown(replace(PLAIN, key=RECOVERY_KEY, asked_group=group))
    assert state.key is not None
    assert "-".join(state.key.groups) == RECOVERY_KEY
    assert state.key.question.endswith(question)
    assert not state.can_encrypt


def test_a_key_is_in_no_text_about_the_situation() -> None:
    assert RECOVERY_KEY not in repr(replace(PLAIN, key=RECOVERY_KEY))


@pytest.mark.parametrize(
    ("act", "words", "can_cancel"),
    [
        (EncryptionAct.ENCRYPT, "being encrypted", True),
        (EncryptionAct.DECRYPT, "being decrypted", True),
        (EncryptionAct.ASK_KEYRING, "keyring is asked", False),
        (EncryptionAct.SAVE_KEY, "", False),
        (None, "", False),
    ],
)
def test_what_runs_is_told(act: EncryptionAct | None, words: str, can_cancel: bool) -> None:
    state = shown(replace(PLAIN, act=act))
    assert words in state.busy
    assert bool(words) is bool(state.busy)
    assert state.can_cancel is can_cancel
