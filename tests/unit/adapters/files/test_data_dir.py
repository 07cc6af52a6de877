"""Where everything is kept, if that can be a place at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from workspace_assistant.adapters.files.locations import data_dir
from workspace_assistant.core.errors import UserInputError


@pytest.mark.parametrize("below", ["", "inside", "inside/it"])
def test_a_file_is_no_place_to_keep_things(tmp_path: Path, below: str) -> None:
    file = tmp_path / "notes.txt"
    file.touch()

    with pytest.raises(UserInputError, match=r"notes\.txt: is a file"):
        data_dir(file / below)


def test_a_directory_that_is_still_to_come_is(tmp_path: Path) -> None:
    assert data_dir(tmp_path / "new" / "one") == tmp_path / "new" / "one"
