"""Runs a program of the system and waits for its answer, not for long."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_LIMIT_S = 10.0
_REASON_SIGNS = 300


@dataclass(frozen=True, slots=True)
class Answer:
    """What the program said; `code` is None where it is missing or did not answer in time."""

    code: int | None
    said: str = ""
    complaint: str = ""

    @property
    def is_fine(self) -> bool:
        return self.code == 0

    @property
    def reason(self) -> str:
        """Its first complaint, for the end of a sentence."""
        lines = [line.strip() for line in (*self.complaint.splitlines(), *self.said.splitlines())]
        first = next((line for line in lines if line), f"exit code {self.code}")
        return first[:_REASON_SIGNS].rstrip(".")


Run = Callable[[Sequence[str]], Answer]


def run(words: Sequence[str]) -> Answer:
    """The answer of a program that is found in PATH; implements `Run`."""
    try:
        done = subprocess.run(  # noqa: S603 - a list of words that no shell reads
            words, capture_output=True, stdin=subprocess.DEVNULL, timeout=_LIMIT_S, check=False
        )
    except FileNotFoundError:
        return Answer(None, complaint=f"{words[0]} is not installed")
    except subprocess.TimeoutExpired:
        return Answer(None, complaint=f"{words[0]} does not answer")
    except OSError as error:
        return Answer(None, complaint=f"{words[0]}: {error.strerror}")
    return Answer(done.returncode, _text(done.stdout), _text(done.stderr))


def _text(output: bytes) -> str:
    """Programs for Windows may answer in UTF-16."""
    encoding = "utf-16" if output[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8"
    return output.decode(encoding, "replace")
