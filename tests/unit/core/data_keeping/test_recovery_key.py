from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workspace_assistant.core.data_keeping.recovery_key import (
    GROUPS,
    is_group,
    key_id,
    read_recovery_key,
    recovery_groups,
    recovery_text,
)
from workspace_assistant.core.errors import RefusedError

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
KEY = "00ff" * 16
keys = st.binary(min_size=32, max_size=32).map(bytes.hex)


@settings(max_examples=50)
@given(keys)
def test_a_key_is_read_as_it_was_printed(key: str) -> None:
    text = recovery_text(key)
    assert len(text) == GROUPS * 5 + GROUPS - 1
    assert read_recovery_key(text) == key


def test_it_is_read_as_people_write() -> None:
    printed = recovery_text(KEY)
    written = printed.lower().replace("0", "o").replace("1", "l").replace("v", "u")
    assert read_recovery_key(f"  {written.replace('-', '  ')}\n") == KEY
    assert read_recovery_key(printed.replace("-", "")) == KEY


@settings(max_examples=10)
@given(keys)
def test_any_single_wrong_character_is_found_with_its_group(key: str) -> None:
    text = recovery_text(key).replace("-", "")
    for place, right in enumerate(text):
        for wrong in LETTERS.replace(right, ""):
            with pytest.raises(RefusedError, match=rf"Group {place // 5 + 1} "):
                read_recovery_key(text[:place] + wrong + text[place + 1 :])


@settings(max_examples=50)
@given(keys, st.data())
def test_exchanged_neighbors_and_groups_are_found(key: str, data: st.DataObject) -> None:
    groups = list(recovery_groups(key))
    first, second = data.draw(
        st.lists(st.integers(0, GROUPS - 1), min_size=2, max_size=2, unique=True)
    )
    groups[first], groups[second] = groups[second], groups[first]
    with pytest.raises(RefusedError, match="mistyped"):
        read_recovery_key("".join(groups))
    text = recovery_text(key).replace("-", "")
    place = data.draw(st.integers(0, GROUPS - 1)) * 5 + data.draw(st.integers(0, 3))
    one, other = text[place], text[place + 1]
    if one != other:
        with pytest.raises(RefusedError, match="mistyped"):
            read_recovery_key(text[:place] + other + one + text[place + 2 :])


def test_what_is_no_recovery_key_is_refused() -> None:
    with pytest.raises(RefusedError, match="65 characters in groups of five; these are 4"):
        read_recovery_key("0000")
    with pytest.raises(RefusedError, match="“É” is in no recovery key"):
        read_recovery_key("é" * 65)


def test_bits_that_carry_nothing_are_zero() -> None:
    """A last group whose check is right, of a key that is too long."""
    groups = recovery_groups(KEY)
    last = next(
        f"{letters}{check}"
        for letters in (groups[-1][:3] + letter for letter in LETTERS[1:])
        for check in LETTERS
        if _is_whole(f"{letters}{check}")
    )
    with pytest.raises(RefusedError, match="Group 13 "):
        read_recovery_key("".join((*groups[:-1], last)))


def _is_whole(last: str) -> bool:
    """Whether the check of it, as the thirteenth group, is right."""
    from workspace_assistant.core.data_keeping import recovery_key

    values = [LETTERS.index(letter) for letter in last[:4]]
    return recovery_key._group(GROUPS - 1, values) == last


def test_a_group_is_recognized() -> None:
    groups = recovery_groups(KEY)
    assert is_group(KEY, 3, groups[3].lower())
    assert not is_group(KEY, 4, groups[3])
    assert not is_group(KEY, 3, "what?")


def test_its_name_tells_nothing_of_it() -> None:
    assert len(key_id(KEY)) == 16
    assert key_id(KEY) != key_id("00" * 32)
    assert not set(key_id(KEY)[:8]) <= {"0", "f"}
