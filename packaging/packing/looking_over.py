"""What Debian's and the desktops' own programs say of a package, where they are installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from packing.release import NAME


class FaultyPackageError(Exception):
    """What was built should not be handed out; its text is what was found."""


def look_over(deb: Path) -> list[str]:
    """The programs that were asked. Raises `FaultyPackageError`; lintian takes half a minute."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg-deb", "--extract", str(deb), folder], check=True)
        share = Path(folder, "usr", "share")
        questions = (
            ["lintian", "--allow-root", "--fail-on", "error,warning", str(deb)],
            ["desktop-file-validate", str(share / "applications" / f"{NAME}.desktop")],
            ["appstreamcli", "validate", "--no-net", *map(str, (share / "metainfo").iterdir())],
        )
        asked = [words for words in questions if shutil.which(words[0])]
        for words in asked:
            done = subprocess.run(words, capture_output=True, text=True, check=False)
            if done.returncode != 0:
                raise FaultyPackageError(f"{words[0]}: {done.stdout}{done.stderr}")
    return [words[0] for words in asked]
