"""The bundle: a folder with the program, Python, and libraries that no system's package has."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

from packing.license_texts import collect_licenses
from packing.release import NAME, ROOT, VERSION, source_date_epoch
from packing.sbom import sbom_text
from packing.shipped import shipped_in

_SPEC = ROOT / "packaging" / "bundle" / "workspace-assistant.spec"
SBOM_NAME = f"{NAME}-{VERSION}.cdx.json"


def make_bundle(out: Path) -> Path:
    """Build the folder *out*/workspace-assistant, with its licenses; its SBOM lies beside it."""
    work = out / "work"
    run_pyinstaller(out, work)
    folder = out / NAME
    slim(folder)
    components = shipped_in(packed_files(work / NAME))
    collect_licenses(components, folder / "_internal" / "workspace_assistant" / "resources")
    text = sbom_text(components, source_date_epoch())
    (out / SBOM_NAME).write_text(text, "utf-8")
    return folder


def run_pyinstaller(out: Path, work: Path) -> None:
    words = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"]
    fixed = {"SOURCE_DATE_EPOCH": str(source_date_epoch()), "PYTHONHASHSEED": "1"}
    subprocess.run(
        [*words, "--distpath", str(out), "--workpath", str(work), str(_SPEC)],
        check=True,
        cwd=ROOT,
        env={**os.environ, **fixed},
    )


def slim(folder: Path) -> None:
    """Take Python's own symbols for debuggers away: a tenth of the whole.

    Libraries of wheels stay as they came: what patched them leaves some that `strip` breaks.
    """
    strip = shutil.which("strip")
    if sys.platform != "linux" or strip is None:
        return
    internal = folder / "_internal"
    of_python = [*internal.glob("libpython*.so*"), *internal.glob("python3*/lib-dynload/*.so")]
    subprocess.run([strip, "--strip-unneeded", *of_python], check=True)


def packed_files(work: Path) -> list[Path]:
    """Where everything in the bundle came from, as PyInstaller wrote down."""
    tables = (
        ast.literal_eval((work / name).read_text("utf-8"))
        for name in ("COLLECT-00.toc", "PYZ-00.toc")
    )
    (collected,), (_, modules) = tables
    return [
        Path(source)
        for _target, source, _kind in (*collected, *modules)
        if Path(source).is_absolute()
    ]
