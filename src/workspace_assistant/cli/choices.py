"""Words of a command line that stand for one of several choices."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from typing import TypeVar

ValueT = TypeVar("ValueT")


def understood(
    make: Callable[[str], ValueT], name: str, choices: Iterable[str]
) -> Callable[[str], ValueT]:
    """*make* as a type of an argument, with an error that names what can be meant."""

    def value(text: str) -> ValueT:
        try:
            return make(text.strip().lower())
        except (ValueError, KeyError) as error:
            raise argparse.ArgumentTypeError(
                f"“{text}” is no {name}; choose from {', '.join(choices)}"
            ) from error

    return value
