"""`data encrypt, decrypt, recovery-key, unlock`: what is asked, shown and refused."""

from __future__ import annotations

import io
import json
import re
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from workspace_assistant.cli.data_tools import DataTools
from workspace_assistant.cli.main import explained, parse
from workspace_assistant.core.data_keeping.encryption import Encryption
from workspace_assistant.core.data_keeping.recovery_key import recovery_groups, recovery_text

KEY = "3c" * 32
TEXT = recovery_text(KEY)


@dataclass
class ScriptedEncryption:
    is_encrypted: bool = False
    opens: bool = True
    old_file_is_there: bool = False
    plain_backups: tuple[str, ...] = ("one.zip",)
    came: list[str] = field(default_factory=list)

    def look(self) -> Encryption:
        return Encryption(
            is_encrypted=self.is_encrypted,
            can_encrypt=True,
            plain_backups=self.plain_backups,
            plain_copies=("old.bak",),
            elsewhere=("/media/stick/two.zip",),
            old_file_is_there=self.old_file_is_there,
        )

    def recovery_key_to_be(self) -> str:
        return TEXT

    def encrypt(self, recovery_key: str, checkpoint: Callable[[], None]) -> Encryption:
        checkpoint()
        self.came.append(recovery_key)
        self.is_encrypted = True
        return self.look()

    def decrypt(self, checkpoint: Callable[[], None]) -> Encryption:
        checkpoint()
        self.is_encrypted = False
        return self.look()

    def recovery_key(self) -> str:
        return TEXT

    def unlock(self, recovery_key: str, checkpoint: Callable[[], None]) -> bool:
        checkpoint()
        self.came.append(recovery_key)
        return self.opens


@pytest.fixture
def encryption() -> ScriptedEncryption:
    return ScriptedEncryption()


def run(
    encryption: ScriptedEncryption, *words: str, ask: Callable[[str], str] | None = None
) -> int:
    tools = cast("DataTools", SimpleNamespace(encryption=lambda: encryption, ask=ask))
    arguments = parse(["data", *words])
    return explained(lambda: int(arguments.run(arguments, tools)))


def types_the_group(question: str) -> str:
    number = re.search(r"group (\d+)", question)
    assert number is not None
    return recovery_groups(KEY)[int(number[1]) - 1].lower()


def test_the_recovery_key_is_shown_and_must_be_there(
    encryption: ScriptedEncryption, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(encryption, "encrypt", ask=types_the_group) == 0
    assert encryption.came == [TEXT]
    told = capsys.readouterr()
    assert all(group in told.err for group in recovery_groups(KEY))
    assert "one.zip" in told.err
    assert "old.bak" in told.err
    assert "two.zip" in told.err
    assert told.out == ""


def test_who_cannot_repeat_it_is_not_encrypted(encryption: ScriptedEncryption) -> None:
    assert run(encryption, "encrypt", ask=lambda _: "yes") == 2
    assert encryption.came == []


def test_nobody_to_ask_needs_a_file_for_it(
    encryption: ScriptedEncryption, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "key.txt"
    assert run(encryption, "encrypt") == 2
    assert run(encryption, "encrypt", "--yes") == 2
    assert "--recovery-file" in capsys.readouterr().err
    assert run(encryption, "encrypt", "--yes", "--recovery-file", str(path), "--json") == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["is_encrypted"] is True
    assert TEXT not in told.out + told.err
    assert path.read_text() == f"{TEXT}\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert run(encryption, "encrypt", "--yes", "--recovery-file", str(path)) == 2


def test_a_file_for_it_is_confirmed_by_yes(encryption: ScriptedEncryption, tmp_path: Path) -> None:
    words = ("encrypt", "--recovery-file", str(tmp_path / "key.txt"))
    assert run(encryption, *words, ask=lambda _: "n") == 0
    assert encryption.came == []


def test_what_is_left_is_said(
    encryption: ScriptedEncryption, capsys: pytest.CaptureFixture[str]
) -> None:
    encryption.old_file_is_there = True
    assert run(encryption, "encrypt", ask=types_the_group) == 0
    told = capsys.readouterr().err
    assert "still has the file of before open" in told
    assert "damaged and stay as they are" in told


def test_how_it_is_now(encryption: ScriptedEncryption, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(encryption, "encrypt", "--preview") == 0
    assert "The data is not encrypted." in capsys.readouterr().out
    encryption.is_encrypted = True
    assert run(encryption, "decrypt", "--preview") == 0
    assert capsys.readouterr().out == "The data is encrypted.\n"
    assert run(encryption, "encrypt", "--preview", "--json") == 0
    assert json.loads(capsys.readouterr().out)["plain_copies"] == ["old.bak"]


def test_decrypting_asks(
    encryption: ScriptedEncryption, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(encryption, "decrypt", "--yes") == 2
    encryption.is_encrypted = True
    assert run(encryption, "decrypt", ask=lambda _: "") == 0
    assert encryption.is_encrypted
    assert run(encryption, "decrypt", ask=lambda _: "y") == 0
    assert not encryption.is_encrypted
    assert "not encrypted any more" in capsys.readouterr().err


def test_the_recovery_key_again(
    encryption: ScriptedEncryption, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(encryption, "recovery-key") == 0
    assert capsys.readouterr().out.split() == list(recovery_groups(KEY))
    path = tmp_path / "key.txt"
    assert run(encryption, "recovery-key", "--recovery-file", str(path)) == 0
    assert path.read_text().strip() == TEXT
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("opens", "told"), [(True, "opens the data"), (False, "a backup that was")]
)
def test_a_recovery_key_comes_from_standard_input(
    encryption: ScriptedEncryption,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    opens: bool,
    told: str,
) -> None:
    encryption.opens = opens
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{TEXT}\n"))
    assert run(encryption, "unlock") == 0
    assert encryption.came == [TEXT]
    assert told in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert run(encryption, "unlock") == 2
