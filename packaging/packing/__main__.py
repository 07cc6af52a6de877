"""Makes packages. Run by `python3 tasks.py bundle`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from packing.debian import make_deb
from packing.frozen import make_bundle
from packing.looking_over import look_over
from packing.python_packages import make_python_packages
from packing.release import ROOT


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python3 tasks.py bundle", description=__doc__)
    parser.add_argument("what", nargs="*", choices=["folder", "deb", "python"], default="folder")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where the packages go")
    parser.add_argument(
        "--compression", default="xz", choices=["xz", "zstd", "none"], help="of the .deb"
    )
    options = parser.parse_args(arguments)
    wanted = [options.what] if isinstance(options.what, str) else options.what
    out = options.out.absolute()
    out.mkdir(parents=True, exist_ok=True)
    made = make_python_packages(out) if "python" in wanted else []
    if {"folder", "deb"} & set(wanted):
        made.append(make_bundle(out))
    if "deb" in wanted:
        made.append(make_deb(made[-1], out, options.compression))
    if "deb" in wanted and options.compression != "none":  # that one is for a look, not for people
        asked = look_over(made[-1])
        sys.stderr.write(f"Looked over by: {', '.join(asked) or 'nobody'}\n")
    for path in made:
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
