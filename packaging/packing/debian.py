"""Debian's package from the bundle, by dpkg-deb alone (Debian Policy 4.6, deb(5))."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from packing import completions
from packing.command_tree import command_tree
from packing.frozen import SBOM_NAME
from packing.icons import write_icons
from packing.manual import manual_page
from packing.release import NAME, ROOT, SUMMARY, VERSION, source_date_epoch
from packing.units import user_units

_LINUX = ROOT / "packaging" / "linux"
_DEBIAN = ROOT / "packaging" / "debian"
_METAINFO = "io.workspace_assistant.WorkspaceAssistant.metainfo.xml"
_ELF = b"\x7fELF"
_CHANGES_MAIL = "workspace-assistant contributors <maintainers@workspace-assistant.invalid>"


def make_deb(bundle: Path, out: Path, compression: str = "xz") -> Path:
    """The package of *bundle*, the folder that `make_bundle` gave, in *out*."""
    architecture = _said("dpkg", "--print-architecture").strip()
    deb = out / f"{NAME}_{VERSION}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder, "tree")
        fill(tree, bundle, bundle.with_name(SBOM_NAME))
        even_out(tree)
        control(tree, architecture)
        even_out(tree)
        epoch = {"SOURCE_DATE_EPOCH": str(source_date_epoch())}
        words = [
            "dpkg-deb",
            "--root-owner-group",
            f"-Z{compression}",
            "--build",
            str(tree),
            str(deb),
        ]
        subprocess.run(words, check=True, env={**os.environ, **epoch}, stdout=subprocess.DEVNULL)
    return deb


def fill(tree: Path, bundle: Path, sbom: Path) -> None:
    """Everything that the package installs."""
    share = tree / "usr" / "share"
    shutil.copytree(bundle, tree / "usr" / "lib" / NAME, symlinks=True)
    _folder(tree / "usr" / "bin").joinpath(NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    shutil.copy(_LINUX / f"{NAME}.desktop", _folder(share / "applications"))
    write_icons(ROOT / "resources" / "icons" / f"{NAME}.svg", share / "icons" / "hicolor")
    for name, content in user_units(f"/usr/bin/{NAME}"):
        _folder(tree / "usr" / "lib" / "systemd" / "user").joinpath(name).write_bytes(content)
    day = datetime.fromtimestamp(source_date_epoch(), UTC)
    text = _filled(_LINUX / f"{_METAINFO}.in", VERSION=VERSION, DATE=day.date().isoformat())
    _write(share / "metainfo" / _METAINFO, text)
    of_commands(share)
    of_package(share, day, sbom)


def of_commands(share: Path) -> None:
    """The manual page, and what shells complete."""
    tree = command_tree()
    _write_packed(share / "man" / "man1" / f"{NAME}.1.gz", manual_page(tree, source_date_epoch()))
    _write(share / "bash-completion" / "completions" / NAME, completions.bash(tree))
    _write(share / "zsh" / "vendor-completions" / f"_{NAME}", completions.zsh(tree))
    _write(share / "fish" / "vendor_completions.d" / f"{NAME}.fish", completions.fish(tree))


def of_package(share: Path, day: datetime, sbom: Path) -> None:
    """What Debian wants to know of every package."""
    doc = share / "doc" / NAME
    words = (ROOT / "LICENSE").read_text("utf-8").strip().splitlines()
    license_text = "\n".join(f" {line}" if line.strip() else " ." for line in words)
    _write(
        doc / "copyright", _filled(_DEBIAN / "copyright.in", LICENSE=license_text, SBOM=sbom.name)
    )
    shutil.copy(sbom, doc / sbom.name)
    entry = (
        f"{NAME} ({VERSION}) stable; urgency=medium",
        "  * What is new: see CHANGELOG.md of the sources.",
        f" -- {_CHANGES_MAIL}  {format_datetime(day)}",
    )
    _write_packed(doc / "changelog.gz", "\n\n".join(entry) + "\n")
    _folder(share / "lintian" / "overrides").joinpath(NAME).write_bytes(
        (_DEBIAN / "lintian-overrides").read_bytes()
    )


def control(tree: Path, architecture: str) -> None:
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    text = _filled(
        _DEBIAN / "control.in",
        VERSION=VERSION,
        ARCHITECTURE=architecture,
        INSTALLED_KIB=str(sum(-(-path.stat().st_size // 1024) for path in files)),
        SHARED_LIBRARIES=shared_libraries(tree),
        SUMMARY=SUMMARY,
    )
    _write(tree / "DEBIAN" / "control", text)
    sums = (
        f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(tree)}\n"
        for path in files
    )
    _write(tree / "DEBIAN" / "md5sums", "".join(sums))


def shared_libraries(tree: Path) -> str:
    """Which packages have the libraries that the bundle was linked with and does not bring."""
    elves = [
        path
        for path in sorted(tree.rglob("*"))
        if path.is_file() and not path.is_symlink() and is_elf(path)
    ]
    of_own = sorted({str(path.parent) for path in elves})
    with tempfile.TemporaryDirectory() as folder:
        _write(
            Path(folder, "debian", "control"),
            f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n",
        )
        words = [
            "dpkg-shlibdeps",
            "-O",
            "--ignore-missing-info",
            f"-S{tree}",
            *(f"-l{one}" for one in of_own),
        ]
        said = _said(*words, *(f"-e{one}" for one in elves), cwd=Path(folder))
    found = re.search(r"^shlibs:Depends=(.+)$", said, re.MULTILINE)
    if found is None:
        raise ValueError(f"dpkg-shlibdeps names no package: {said!r}")
    return found[1]


def is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_ELF)) == _ELF


def even_out(tree: Path) -> None:
    """The same modes and times, whoever built it and when."""
    at_s = source_date_epoch()
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            is_program = (
                path.name == NAME and path.parent.name == NAME and path.parent.parent.name == "lib"
            )
            path.chmod(0o755 if path.is_dir() or is_program else 0o644)
        os.utime(path, (at_s, at_s), follow_symlinks=False)


def _filled(template: Path, **values: str) -> str:
    return re.sub(r"@([A-Z_]+)@", lambda found: values[found[1]], template.read_text("utf-8"))


def _write(path: Path, text: str) -> None:
    _folder(path.parent)
    path.write_text(text, "utf-8")


def _write_packed(path: Path, text: str) -> None:
    _folder(path.parent)
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


def _folder(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    return path


def _said(*words: str, cwd: Path | None = None) -> str:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        words, capture_output=True, text=True, cwd=cwd, env=environment, check=False
    )
    if done.returncode != 0:
        raise OSError(f"{words[0]}: {done.stderr[-2000:]}")
    return done.stdout
