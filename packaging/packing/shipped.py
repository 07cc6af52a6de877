"""Which distributions a set of files belongs to."""

from __future__ import annotations

import platform
import re
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packing.release import NAME

_STANDARD_LIBRARY = Path(sysconfig.get_path("stdlib")).resolve()
_REQUIREMENT = re.compile(r"[A-Za-z0-9._-]+")
# What a wheel brings along that its own license says nothing of.
_INSIDE = {
    "soundfile": ("LGPL-2.1",),
    "pyside6-essentials": ("LGPL-3", "GPL-3"),
    "shiboken6": ("LGPL-3", "GPL-3"),
    "sqlcipher3": ("SQLCipher", "Apache-2.0"),  # OpenSSL
}
# Wheels that forget their license, and the one of those they offer that we chose.
_TEXTS_OF_OURS = {**_INSIDE, "earshot": ("Apache-2.0",)}
_CHOSEN = {
    "pyside6-essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
    "earshot": "Apache-2.0",
    "soundfile": "BSD-3-Clause AND LGPL-2.1-or-later",
    "sqlcipher3": "Zlib AND BSD-3-Clause AND Apache-2.0",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
}
_SPDX = {"MIT License": "MIT", "Apache License, Version 2.0": "Apache-2.0"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One thing of others in the bundle.

    Attributes:
        license_files: texts to hand on with it.
        own_texts: names of texts in ``packaging/licenses`` that belong to it.
        needs: names of what it depends on, shipped or not.
    """

    name: str
    version: str
    kind: str = "pypi"
    license: str = ""
    summary: str = ""
    license_files: tuple[Path, ...] = ()
    own_texts: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


def shipped_in(files: Iterable[Path]) -> list[Component]:
    """The distributions that *files* come from, the program itself left out, by name."""
    owners = {path: one for one in distributions() for path in paths_of(one)}
    found: dict[str, Distribution] = {}
    has_python = False
    for path in map(Path.resolve, files):
        if owner := owners.get(path):
            found[normal(owner.metadata["Name"])] = owner
        has_python |= path.is_relative_to(_STANDARD_LIBRARY) and "site-packages" not in path.parts
    for left_out in (NAME, "pyinstaller"):  # of the latter only what `boot_loader` says
        found.pop(left_out, None)
    parts = [component(name, one) for name, one in found.items()]
    return sorted(
        [*parts, *([python_itself()] if has_python else []), boot_loader()],
        key=lambda one: one.name,
    )


def paths_of(one: Distribution) -> set[Path]:
    return {Path(str(one.locate_file(file))).resolve() for file in one.files or ()}


def component(name: str, one: Distribution) -> Component:
    told = one.metadata
    texts = [file for file in one.files or () if is_license(file.as_posix())]
    return Component(
        name=name,
        version=one.version,
        license=_CHOSEN.get(name)
        or license_of(
            told.get("License-Expression"), told.get("License"), told.get_all("Classifier")
        ),
        summary=told.get("Summary") or "",
        license_files=tuple(Path(str(one.locate_file(file))) for file in texts),
        own_texts=_TEXTS_OF_OURS.get(name, ()),
        needs=tuple(
            sorted(
                {
                    normal(found[0])
                    for line in one.requires or ()
                    if (found := _REQUIREMENT.match(line))
                }
            )
        ),
    )


def python_itself() -> Component:
    text = _STANDARD_LIBRARY / "LICENSE.txt"
    return Component(
        name="cpython",
        version=platform.python_version(),
        kind="generic",
        license="Python-2.0",
        summary="The Python interpreter and its standard library",
        license_files=(text,) if text.is_file() else (),
    )


def boot_loader() -> Component:
    """PyInstaller's own start-up code lies in every bundle."""
    (one,) = (one for one in distributions() if normal(one.metadata["Name"]) == "pyinstaller")
    made = component("pyinstaller", one)
    return Component(
        name=made.name,
        version=made.version,
        license="GPL-2.0-or-later WITH Bootloader-exception",
        summary=made.summary,
        license_files=made.license_files,
    )


def is_license(path: str) -> bool:
    *folders, name = path.lower().split("/")
    return any("dist-info" in folder for folder in folders) and (
        "licenses" in folders or name.startswith(("licen", "copying", "notice", "authors"))
    )


def license_of(expression: str | None, free_text: str | None, classifiers: list[str] | None) -> str:
    """SPDX where a distribution tells it so; else what it calls its license, in one line."""
    of_classifiers = [
        one.rpartition(" :: ")[2] for one in classifiers or () if one.startswith("License ::")
    ]
    first_line = next(iter((free_text or "").strip().splitlines()), "")
    return expression or _SPDX.get(first_line, first_line) or ", ".join(of_classifiers)


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
