"""The key of encrypted data on paper: thirteen groups of five characters, each with its own check.

Four characters of a group carry 20 bits of the key (base 32 without I, L, O and U), the fifth is a
weighted sum of them in the field of 32 elements, and of the group's number. So any one character
that is wrong, any two neighbors in a group that are exchanged, and groups in a wrong order are
found out, with the group they are in.
"""

from __future__ import annotations

import hashlib

from workspace_assistant.core.data_keeping import encryption_texts as texts
from workspace_assistant.core.errors import RefusedError

KEY_BYTES = 32
GROUPS = 13
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
_CARRYING, _LETTER_BITS = 4, 5
_GROUP_LETTERS = _CARRYING + 1
_ALL_LETTERS = GROUPS * _GROUP_LETTERS
# 260 bits hold the 256 of the key; the last four are zero.
_SPARE_BITS = GROUPS * _CARRYING * _LETTER_BITS - KEY_BYTES * 8
_OVERFLOW, _POLYNOMIAL = 0b100000, 0b100101  # x^5 + x^2 + 1
_ID_DIGITS = 16


def key_id(key: str) -> str:
    """What a key may be called by openly: it tells nothing of the key."""
    return hashlib.sha256(b"workspace-assistant key " + bytes.fromhex(key)).hexdigest()[:_ID_DIGITS]


def recovery_groups(key: str) -> tuple[str, ...]:
    """*key*, 64 hexadecimal digits, as it is printed."""
    number = int(key, 16) << _SPARE_BITS
    shifts = range((GROUPS * _CARRYING - 1) * _LETTER_BITS, -1, -_LETTER_BITS)
    values = [number >> shift & 0b11111 for shift in shifts]
    return tuple(
        _group(index, values[index * _CARRYING : (index + 1) * _CARRYING])
        for index in range(GROUPS)
    )


def recovery_text(key: str) -> str:
    return "-".join(recovery_groups(key))


def read_recovery_key(text: str) -> str:
    """The key as hexadecimal digits. Small letters, spaces, dashes and look-alikes do not matter.

    Raises `RefusedError` that names the group that is mistyped.
    """
    letters = _letters(text)
    if len(letters) != _ALL_LETTERS:
        raise RefusedError(texts.WRONG_LENGTH, most=str(_ALL_LETTERS), count=str(len(letters)))
    number = 0
    for index in range(GROUPS):
        group = letters[index * _GROUP_LETTERS : (index + 1) * _GROUP_LETTERS]
        values = [_LETTERS.index(letter) for letter in group[:_CARRYING]]
        if group != _group(index, values):
            raise _mistyped(index, group)
        for value in values:
            number = number << _LETTER_BITS | value
    if number & ((1 << _SPARE_BITS) - 1):
        raise _mistyped(GROUPS - 1, letters[-_GROUP_LETTERS:])
    return f"{number >> _SPARE_BITS:0{KEY_BYTES * 2}x}"


def is_group(key: str, index: int, text: str) -> bool:
    """Whether *text* is that group, as somebody types it who has it on paper."""
    try:
        return _letters(text) == recovery_groups(key)[index]
    except RefusedError:
        return False


def _letters(text: str) -> str:
    plain = "".join(text.upper().translate(_LOOK_ALIKES).replace("-", " ").split())
    odd = next((letter for letter in plain if letter not in _LETTERS), "")
    if odd:
        raise RefusedError(texts.WRONG_CHARACTER, character=odd)
    return plain


def _group(index: int, values: list[int]) -> str:
    """Four values from 0 to 31 as letters, and the check of them."""
    check = 0
    for value in values:  # by Horner: the first one is doubled most often
        check = _doubled(check ^ value)
    return "".join(_LETTERS[value] for value in (*values, check ^ index))


def _doubled(value: int) -> int:
    """In the field of 32 elements."""
    twice = value << 1
    return twice ^ _POLYNOMIAL if twice & _OVERFLOW else twice


def _mistyped(index: int, group: str) -> RefusedError:
    return RefusedError(texts.WRONG_GROUP, number=str(index + 1), group=group)
