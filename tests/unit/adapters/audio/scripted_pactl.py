"""A pactl that says what the test wrote down."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def pactl_saying(folder: Path, script: str) -> str:
    """The path of a program that runs the shell *script*."""
    program = folder / "pactl"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o700)
    return str(program)


def pactl_listing(
    folder: Path,
    *,
    sources: Sequence[Any] = (),
    sinks: Sequence[Any] = (),
    streams: Sequence[Any] = (),
    playing: Sequence[Any] = (),
    default_source: str = "",
    default_sink: str = "",
) -> str:
    """The path of a program that answers like a sound server with these devices."""
    answers = {
        "info": {"default_source_name": default_source, "default_sink_name": default_sink},
        "sources": list(sources),
        "sinks": list(sinks),
        "source-outputs": list(streams),
        "sink-inputs": list(playing),
    }
    cases = []
    for question, answer in answers.items():
        (folder / f"{question}.json").write_text(json.dumps(answer), encoding="utf-8")
        cases.append(f'*" {question}") cat "{folder}/{question}.json" ;;')
    return pactl_saying(folder, 'case "$*" in\n' + "\n".join(cases) + "\nesac")
