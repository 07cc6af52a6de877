"""Wheel and sdist: the same bytes from the same sources, whoever builds them, where and when."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from packing.release import ROOT, source_date_epoch


def make_python_packages(out: Path, sources: Path = ROOT) -> list[Path]:
    """Both of *sources*, in *out*; the wheel from the sdist: some get only that to build from."""
    words = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(sources)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(source_date_epoch())}
    subprocess.run(words, check=True, env=environment, stdout=subprocess.DEVNULL)
    return sorted(
        path for path in out.iterdir() if path.suffix == ".whl" or path.name.endswith(".tar.gz")
    )
