"""What of others this program is made with, each with its license: read when somebody asks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.ui.widgets.resource_files import resource_folder

if TYPE_CHECKING:
    from importlib.metadata import Distribution

OWN_NAME = "workspace-assistant"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_EXTRA = "extra =="  # what is for somebody else's tests
_LONGEST_LICENSE = 60  # some put the whole text where its name belongs


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """Attributes: `texts` are files, each a license or a notice; empty where there is none."""

    name: str
    version: str
    license: str
    texts: tuple[Path, ...] = ()


@lru_cache(maxsize=1)
def components() -> tuple[Component, ...]:
    """By name: what a package was made of, else what is installed beside a checkout or wheel."""
    listed = resource_folder("licenses") / "components.json"
    return tuple(_packaged(listed) if listed.is_file() else _installed())


def license_texts(component: Component) -> str:
    """All of its texts, one after the other."""
    return "\n\n".join(one.read_text("utf-8", errors="replace") for one in component.texts)


def own_license() -> str:
    """The text of this program's own license; empty where it did not come along."""
    packaged = resource_folder("licenses") / "LICENSE"
    if packaged.is_file():
        return packaged.read_text("utf-8")
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        return "\n\n".join(one.read_text("utf-8") for one in _texts(distribution(OWN_NAME)))
    except PackageNotFoundError:  # run from its sources alone
        return ""


def _packaged(listed: Path) -> Iterator[Component]:
    """As packaging wrote them down."""
    for one in json.loads(listed.read_text("utf-8")):
        yield Component(
            name=one["name"],
            version=one["version"],
            license=one["license"],
            texts=tuple(listed.parent / text for text in one["texts"]),
        )


def _installed() -> list[Component]:
    """What this program needs, and what that needs, as far as it is installed."""
    from importlib.metadata import PackageNotFoundError, distribution

    found: dict[str, Component] = {}
    asked, waiting = {OWN_NAME}, [OWN_NAME]
    while waiting:
        try:
            one = distribution(waiting.pop())
        except PackageNotFoundError:  # for another system, or an extra that nobody asked for
            continue
        name = _normal(one.metadata["Name"])
        if name != OWN_NAME:
            found[name] = _component(name, one)
        lines = [line for line in one.requires or () if name == OWN_NAME or _EXTRA not in line]
        needed = {_normal(words[0]) for line in lines if (words := _NAME.match(line))}
        waiting += sorted(needed - asked)
        asked |= needed
    return [found[name] for name in sorted(found)]


def _component(name: str, one: Distribution) -> Component:
    return Component(
        name=name, version=one.version, license=_license(one), texts=tuple(_texts(one))
    )


def _license(one: Distribution) -> str:
    """What a distribution calls its license, in one line; empty where it does not say."""
    told = one.metadata
    words = [*(told.get_all("License-Expression") or ()), *(told.get_all("License") or ())]
    named = next((line for one in words for line in one.strip().splitlines()[:1]), "")
    if named and len(named) <= _LONGEST_LICENSE:
        return named
    classes = [line for line in told.get_all("Classifier") or () if line.startswith("License ::")]
    return ", ".join(line.rpartition(" :: ")[2] for line in classes)


def _texts(one: Distribution) -> Iterator[Path]:
    for file in one.files or ():
        path = file.as_posix().lower()
        is_named = path.rpartition("/")[2].startswith(("licen", "copying", "notice", "authors"))
        place = Path(str(one.locate_file(file)))
        if ".dist-info/" in path and (is_named or "/licenses/" in path) and place.is_file():
            yield place


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
