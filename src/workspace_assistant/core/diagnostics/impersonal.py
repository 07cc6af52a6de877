"""Words for the log that name no person, place or employer: kinds of faults, and where they are.

What an exception says may repeat a name of a block, an address or a token, so it is never written.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from types import TracebackType

LEFT_OUT = "(left out)"
_MOST_PLACES = 40
_MOST_CAUSES = 5
# Our own codes, ids and names of classes. Of what people write only a plain word in small letters
# looks like that, and no call that logs is given one (tests/unit/bootstrap/test_log_privacy.py).
_CODE = re.compile(
    r"[a-z][a-z0-9]*([-_][a-z0-9]+)*|([A-Z][a-z]+){2,}|SQLITE_[A-Z_]+"
    r"|[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)
_LONGEST_CODE = 48
_LIBRARIES = ("site-packages/", "dist-packages/", "lib-dynload/")


class Impersonal(str):
    """Text that was looked over already: it is logged as it stands, also where ``%r`` asks."""

    __slots__ = ()

    __repr__ = str.__str__


def impersonal(value: object) -> object:
    """*value* as it may stand in the log."""
    if isinstance(value, (bool, int, float, Impersonal)) or value is None:
        return value
    if isinstance(value, BaseException):
        return Impersonal(kind_of(value))
    if isinstance(value, Mapping):
        return {impersonal(key): impersonal(one) for key, one in value.items()}
    word = value.value if isinstance(value, Enum) else value
    if isinstance(word, str) and len(word) <= _LONGEST_CODE and _CODE.fullmatch(word):
        return Impersonal(word)
    return Impersonal(LEFT_OUT)


def kind_of(error: BaseException) -> str:
    """Such as ``StoreUnavailableError from OperationalError SQLITE_FULL``."""
    return " from ".join(_kind(one) for one in _causes(error))


def trace_of(error: BaseException) -> Impersonal:
    """The traceback, causes first: files by their place in this program or library, no messages."""
    parts: list[str] = []
    for one in reversed(tuple(_causes(error))):
        places = list(_places(one.__traceback__))
        if len(places) > _MOST_PLACES:
            half = _MOST_PLACES // 2
            places = [*places[:half], "  …", *places[-half:]]
        parts += ["Traceback:", *places, _kind(one)]
    return Impersonal("\n".join(parts))


def _causes(error: BaseException) -> Iterator[BaseException]:
    found: BaseException | None = error
    for _ in range(_MOST_CAUSES):
        if found is None:
            return
        yield found
        hidden = found.__suppress_context__
        found = found.__cause__ or (None if hidden else found.__context__)


def _kind(error: BaseException) -> str:
    name = type(error).__name__
    if isinstance(error, OSError) and (known_as := errno.errorcode.get(error.errno or 0)):
        return f"{name} {known_as}"
    for known in ("sqlite_errorname", "code", "trouble", "reason", "why"):
        code = impersonal(getattr(error, known, None))
        if isinstance(code, Impersonal) and code != LEFT_OUT:
            return f"{name} {code}"
    return name


def _places(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"  {_file(code.co_filename)}:{trace.tb_lineno} in {code.co_name}"
        trace = trace.tb_next


def _file(name: str) -> str:
    """From the package on: the folders above it have the person's name in them."""
    path = name.replace("\\", "/")
    for mark in _LIBRARIES:
        if mark in path:
            return path.rpartition(mark)[2]
    parts = path.split("/")
    if "workspace_assistant" in parts:
        return "/".join(parts[parts.index("workspace_assistant") :])
    return parts[-1]
