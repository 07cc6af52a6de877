"""The licenses of everything in the bundle, where the program and its reader find them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from packing.release import ROOT
from packing.shipped import Component


class LicenseMissingError(Exception):
    """Something would be handed out without its license."""


def collect_licenses(components: Sequence[Component], resources: Path) -> Path:
    """Fill *resources*/licenses: a folder for each component, and `components.json` over them.

    Raises `LicenseMissingError` for a component without a text, or without a name for its license.
    """
    folder = resources / "licenses"
    shutil.rmtree(folder, ignore_errors=True)
    listed = []
    for one in components:
        texts = texts_of(one)
        if not texts or not one.license:
            raise LicenseMissingError(
                f"{one.name} {one.version}: no license; name it in packing/shipped.py"
            )
        for name, source in texts.items():
            place = folder / one.name / name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, place)
        fields = {
            "name": one.name,
            "version": one.version,
            "license": one.license,
            "summary": one.summary,
        }
        listed.append({**fields, "texts": sorted(f"{one.name}/{name}" for name in texts)})
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE")
    (folder / "components.json").write_text(json.dumps(listed, indent=1) + "\n", "utf-8")
    return folder


def texts_of(one: Component) -> dict[str, Path]:
    """Name in the folder, and source; folders within a distribution become part of the name."""
    own = {f"{name}.txt": ROOT / "packaging" / "licenses" / f"{name}.txt" for name in one.own_texts}
    return {**{name_of(path): path for path in one.license_files if path.is_file()}, **own}


def name_of(path: Path) -> str:
    inside = path.parts
    starts = [place for place, part in enumerate(inside) if part.endswith(".dist-info")]
    kept = inside[starts[-1] + 1 :] if starts else inside[-1:]
    return "_".join(part for part in kept if part != "licenses")
