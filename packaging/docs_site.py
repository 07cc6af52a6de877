"""A hook of MkDocs: texts that stand elsewhere in the tree become pages, and are written once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

ROOT = Path(__file__).resolve().parents[1]
TOP = {"contributing.md": "CONTRIBUTING.md", "architecture.md": "ARCHITECTURE.md"}


def pages() -> dict[str, str]:
    """The text of each page that is not in ``docs``, by its place on the site."""
    found = {f"guide/{one.name}": one.read_text("utf-8") for one in _help()}
    for page, source in TOP.items():
        found[page] = (ROOT / source).read_text("utf-8").replace("](docs/", "](")
    return found


def on_files(files: Files, config: MkDocsConfig) -> Files:
    from mkdocs.structure.files import File

    for place, text in pages().items():
        files.append(File.generated(config, place, content=text))
    return files


def _help() -> list[Path]:
    return sorted((ROOT / "resources" / "help").glob("*.md"))
