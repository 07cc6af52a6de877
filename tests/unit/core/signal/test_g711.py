"""The eight bits of a telephone: the ends of the tables, and the noise they are known for."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.signal.g711 import Law, through_g711

FULL_SCALE = 32_768


def coded(word: int, law: Law) -> int:
    return round(float(through_g711(np.array([word / FULL_SCALE]), law)[0]) * FULL_SCALE)


@pytest.mark.parametrize(
    ("law", "word", "decoded"),
    [
        (Law.MU, 0, 0),
        (Law.MU, 32_767, 32_124),
        (Law.MU, -32_768, -32_124),
        (Law.MU, 1_000, 988),
        (Law.A, 0, 8),
        (Law.A, 255, 248),
        (Law.A, 256, 264),
        (Law.A, 32_767, 32_256),
        (Law.A, -32_768, -32_256),
    ],
)
def test_values_of_the_tables(law: Law, word: int, decoded: int) -> None:
    assert coded(word, law) == decoded


@pytest.mark.parametrize("law", list(Law))
def test_there_are_256_codes(law: Law) -> None:
    words = np.arange(-FULL_SCALE, FULL_SCALE) / FULL_SCALE
    assert len(set(through_g711(words, law).tolist())) in {255, 256}  # mu-law has one zero here


@pytest.mark.parametrize("law", list(Law))
@given(word=st.integers(-FULL_SCALE, FULL_SCALE - 1))
def test_what_was_coded_once_is_not_changed_again(law: Law, word: int) -> None:
    once = coded(word, law)
    assert coded(once, law) == once
    assert (
        abs(once - word) <= max(16, abs(word) / 16) + 645
    )  # the mu-law clips 644 below full scale


@pytest.mark.parametrize("law", list(Law))
@pytest.mark.parametrize("level_db", [-10, -20, -30])
def test_noise_lies_about_38_db_below_a_tone(law: Law, level_db: float) -> None:
    tone = 10 ** (level_db / 20) * np.sin(2 * np.pi * 1013.7 * np.arange(8000) / 8000)
    noise = through_g711(tone, law) - tone
    snr_db = 10 * np.log10((tone @ tone) / (noise @ noise))
    assert snr_db == pytest.approx(37.5, abs=3.0)
