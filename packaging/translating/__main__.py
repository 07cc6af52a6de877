"""Keeps the catalogs of translations. Run by `python3 tasks.py translations`.

(nothing)               bring translations/*.po up to date and compile them
status                  how much of each language is there
export LANGUAGE         write what lacks words into numbered files of JSON lines
import LANGUAGE FILE …  take answers back, those that fit; the others are named with a reason
"""

from __future__ import annotations

import argparse
import fcntl
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from translating.catalogs import (
    Translated,
    compiled,
    compiled_of,
    fits,
    source_of,
    translations,
    write_compiled,
    write_source,
)
from translating.exchange import key_of, remembered, taken, write_chunks
from translating.languages import LANGUAGES
from translating.marked import ROOT, Marked, UnreadableMarkError, all_marked

HANDED_OUT = ROOT / "build" / "translations"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python3 tasks.py translations",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("status")
    giving = commands.add_parser("export")
    giving.add_argument("language", choices=LANGUAGES)
    giving.add_argument("--out", type=Path, default=HANDED_OUT)
    giving.add_argument("--size", type=int, default=150, help="lines in a file")
    giving.add_argument("--all", action="store_true", help="also what has words already")
    giving.add_argument("--only", default="", metavar="TEXT", help="of places that have TEXT")
    taking = commands.add_parser("import")
    taking.add_argument("language", choices=LANGUAGES)
    taking.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args(arguments)
    match options.command:
        case "export":
            return export(options)
        case "import":
            return take(options.language, options.files)
        case "status":
            return status()
    return update()


def update() -> int:
    marked = all_marked()
    for code in LANGUAGES:
        with _alone():
            keep(code, marked, translations(code))
    return status()


def keep(code: str, marked: Sequence[Marked], said: dict[str, Translated]) -> None:
    """What has no sentence any more leaves the catalog, and comes back with its sentence."""
    said = remembered(HANDED_OUT / f"{code}.json", said)
    write_source(code, marked, said)
    whole = {
        one.sentence: said[one.sentence] for one in marked if fits(one, said.get(one.sentence))
    }
    content = compiled(code, marked, whole)
    if not compiled_of(code).is_file() or compiled_of(code).read_bytes() != content:
        write_compiled(code, content)


def status() -> int:
    marked = all_marked()
    for code in LANGUAGES:
        said = translations(code) if source_of(code).is_file() else {}
        lacking = sum(not fits(one, said.get(one.sentence)) for one in marked)
        sys.stdout.write(f"{code:6} {len(marked) - lacking} of {len(marked)}, {lacking} to do\n")
    return 0


def export(options: argparse.Namespace) -> int:
    said = {} if options.all else translations(options.language)
    wanted = [
        one
        for one in all_marked()
        if not fits(one, said.get(one.sentence))
        and (not options.only or any(options.only in str(place) for place in one.places))
    ]
    language = LANGUAGES[options.language]
    for path in write_chunks(wanted, language, options.out / language.code, options.size):
        sys.stdout.write(f"{path}\n")
    return 0


def take(code: str, files: Sequence[Path]) -> int:
    """Several may take at once: each reads and writes the source alone."""
    marked = all_marked()
    known = {key_of(one.sentence): one for one in marked}
    if len(known) != len(marked):
        raise AssertionError("two sentences have one id: make ids longer")
    refusals = 0
    with _alone():
        said = translations(code)
        for path in files:
            new, refused = taken(path.read_text("utf-8"), known, LANGUAGES[code])
            said |= new
            for one in refused:
                sys.stdout.write(f"{path.name}: {one.number}: {one.reason}\n")
            refusals += len({one.number for one in refused})
            sys.stdout.write(f"{path.name}: {len(new)} taken\n")
        keep(code, marked, said)
    sys.stdout.write(f"{refusals} refused\n")
    return 1 if refusals else 0


@contextmanager
def _alone() -> Iterator[None]:
    HANDED_OUT.mkdir(parents=True, exist_ok=True)
    with (HANDED_OUT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except UnreadableMarkError as fault:
        sys.exit(f"{fault}. If somebody edits it just now, try again in a minute.")
