"""Where lines are counted, they are so for the first examples of a property only.

Counting makes a test run twice as long. A hundred examples prove more than ten; whether a line is
ever reached the first ones tell as well, and a line that only the luck of the later ones reaches
needs a test of its own.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

import coverage
import pytest
from hypothesis import is_hypothesis_test

COUNTED_EXAMPLES = 10


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Iterator[None]:
    counter = coverage.Coverage.current()
    if counter is None or not is_hypothesis_test(pyfuncitem.obj):
        return (yield)
    handle = pyfuncitem.obj.hypothesis
    test = handle.inner_test
    handle.inner_test = _counted_at_first(test, counter)
    try:
        return (yield)
    finally:
        handle.inner_test = test
        counter.start()


def _counted_at_first(
    test: Callable[..., object], counter: coverage.Coverage
) -> Callable[..., object]:
    """The same test, which stops counting at the end of the last example that counts."""
    run = 0

    @functools.wraps(test)
    def judged(*args: object, **kwargs: object) -> object:
        nonlocal run
        try:
            return test(*args, **kwargs)
        finally:
            run += 1
            if run == COUNTED_EXAMPLES:
                counter.stop()

    return judged
