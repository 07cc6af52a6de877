"""What the self-check and the check-in are given in the window: the same data as the commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.ergonomics import EXAMPLE
from workspace_assistant.bootstrap.check_in import check_in_service
from workspace_assistant.bootstrap.check_in_page import check_in_services
from workspace_assistant.bootstrap.ergonomics import ergonomics_service
from workspace_assistant.bootstrap.ergonomics_page import ergonomics_services
from workspace_assistant.core.check_in.model import Answers
from workspace_assistant.core.errors import StoreUnavailableError


def test_a_self_check_of_the_window_is_known_to_the_commands(tmp_path: Path) -> None:
    checks = ergonomics_services(tmp_path).checks
    checks.keep(checks.assess("home", EXAMPLE))
    (kept,) = ergonomics_service(tmp_path).history()
    assert kept.sheet == EXAMPLE


def test_nothing_is_made_before_it_is_asked_for(tmp_path: Path) -> None:
    ergonomics_services(tmp_path)
    check_in_services(tmp_path, _nothing)
    assert list(tmp_path.iterdir()) == []


def test_a_check_in_of_the_window_is_known_to_the_commands(tmp_path: Path) -> None:
    services = check_in_services(tmp_path, _nothing)
    assert not services.check_ins.is_on()
    services.turn(True)
    assert check_in_service(tmp_path).is_on()
    services.check_ins.tell(Answers(eyes=4))
    assert check_in_service(tmp_path).form().answers == Answers(eyes=4)


def test_a_choice_that_cannot_be_kept_says_so(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    with pytest.raises(StoreUnavailableError, match="cannot be kept"):
        check_in_services(in_the_way / "data", _nothing).turn(True)


def _nothing() -> None:
    """Nobody attends."""
