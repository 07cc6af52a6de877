"""Transforms that are put together give what one transform gives."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workspace_assistant.core.signal.fourier import (
    fast_size,
    hann_window,
    low_spectrum,
    most_parts,
)


@given(st.integers(1, 3_000_000))
def test_fast_sizes_are_no_smaller_than_asked_and_quick(least: int) -> None:
    size = fast_size(least)
    assert least <= size <= max(2, 1.2 * least)
    for factor in (2, 3, 5):
        while size % factor == 0:
            size //= factor
    assert size == 1


@given(
    parts=st.integers(1, 8),
    part_size=st.integers(1, 700),
    share=st.floats(0, 1),
    seed=st.integers(0, 99),
)
@settings(max_examples=60, deadline=None)
def test_the_low_spectrum_is_that_of_one_transform(
    parts: int, part_size: int, share: float, seed: int
) -> None:
    size = parts * part_size
    samples = np.random.default_rng(seed).standard_normal(round(share * size))
    bins = part_size // 2 + 1
    expected = np.fft.rfft(np.pad(samples, (0, size - samples.size)))[:bins]
    assert low_spectrum(samples, size, bins, parts) == pytest.approx(expected, abs=1e-10)


@pytest.mark.parametrize(
    ("number", "most", "parts"), [(48_000, 3.0, 3), (44_100, 2.8, 2), (7, 6.9, 1), (12, 0.3, 1)]
)
def test_parts_divide_what_they_are_parts_of(number: int, most: float, parts: int) -> None:
    assert most_parts(number, most) == parts


def test_a_shared_window_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="read-only"):
        hann_window(8)[0] = 1.0
