"""Where lines are counted, they are so for the first examples of a property only.

Counting makes a test run twice as long, and ten times where it is all loops. A hundred examples
prove more than ten; whether a line is ever reached the first ones tell as well, and a line that
only the luck of the later ones reaches needs a test of its own. A test that plays for very long is
marked `uncounted`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

import coverage
import pytest
from hypothesis import is_hypothesis_test

COUNTED_EXAMPLES = 10


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "uncounted: plays so long that counting lines takes minutes")


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Iterator[None]:
    counter = coverage.Coverage.current()
    if counter is None:
        return (yield)
    if pyfuncitem.get_closest_marker("uncounted"):
        return (yield from _uncounted(counter))
    if not is_hypothesis_test(pyfuncitem.obj):
        return (yield)
    handle = pyfuncitem.obj.hypothesis
    test = handle.inner_test
    handle.inner_test = _counted_at_first(test, counter)
    try:
        return (yield)
    finally:
        handle.inner_test = test
        counter.start()


def _uncounted(counter: coverage.Coverage) -> Iterator[None]:
    counter.stop()
    try:
        return (yield)
    finally:
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
